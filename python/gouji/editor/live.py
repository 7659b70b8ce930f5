"""The document behind an editor, in the UTF-16 units that pages count in."""

from __future__ import annotations

import json

from gouji import _core
from gouji.editor.units import Units
from gouji.profiles import AnyProfile, resolve
from gouji.records import Json
from gouji.report import Report

Change = tuple[int, int, int]  # begin and end before it, and how much longer it makes the text


class Live:
    """A text that is edited, its findings, and its report where somebody asks for it."""

    def __init__(self, text: str, profile: AnyProfile, language: str) -> None:
        self._profile = resolve(profile)
        self._language = language
        self.replace(text)

    def replace(self, text: str) -> None:
        """Another text altogether."""
        self._document = _core.Document(text, self._profile, self._language)
        self._changed()

    def edit(self, changes: list[tuple[int, int, str]]) -> Json:
        """Applies ascending, disjoint changes in UTF-16 units of the text before them; what they changed."""
        update: Json = json.loads(self._document.edit_json(changes, True))
        self._changed()
        return update

    def _changed(self) -> None:
        self.text = self._document.text
        self.units = Units(self.text)
        self._report: Report | None = None

    @property
    def length(self) -> int:
        """Of the text in UTF-16 units."""
        return self.units.length

    def cuts_a_pair(self, changes: list[tuple[int, int, str]]) -> bool:
        """Whether one of the changes begins or ends between the halves of a surrogate pair."""
        return any(self.units.point(place) is None for begin, end, _ in changes for place in (begin, end))

    def diagnostics(self) -> list[Json]:
        """All of them, as entries of the JSON contract."""
        found: list[Json] = json.loads(self._document.diagnostics_json())["added"]
        return found

    @property
    def report(self) -> Report:
        """The whole report of the text as it is."""
        if self._report is None:
            _, text, entry = self._document.snapshot()
            self._report = Report(entry, text, self._language)
        return self._report
