"""The document behind an editor, in the UTF-16 units that pages count in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gouji import _core
from gouji.editor.units import Units
from gouji.profiles import AnyProfile, resolve
from gouji.records import Json
from gouji.report import Report

if TYPE_CHECKING:
    from gouji.facts import Facts

Change = tuple[int, int, int]  # begin and end before it, and how much longer it makes the text

AT_ONCE = 20_000  # UTF-16 units: a longer text is compared with the facts when the writer pauses, not with each key

_LISTS = ("added", "changed")


class Live:
    """A text that is edited, its findings, and its report where somebody asks for it."""

    def __init__(self, text: str, profile: AnyProfile, language: str, facts: Facts | None = None) -> None:
        self._profile = resolve(profile)
        self._language = language
        self.facts = facts
        self.replace(text)

    def replace(self, text: str) -> None:
        """Another text altogether."""
        self._document = _core.Document(text, self._profile, self._language)
        self._changed()
        self._ledger = self._compared()

    def edit(self, changes: list[tuple[int, int, str]]) -> Json:
        """Applies ascending, disjoint changes in UTF-16 units of the text before them; what they changed."""
        update: Json = json.loads(self._document.edit_json(changes, True))
        self._changed()
        if self.facts and self.length <= AT_ONCE:
            late = self.settle()
            update = {**update, **{name: update[name] + late[name] for name in ("removed", *_LISTS)}}
        return update

    def settle(self) -> Json:
        """Compares the text with the facts where that is still to be done; what that changed, as an update of the core."""
        before, self._ledger = self._ledger, self._compared()
        now = self._ledger
        return {
            "removed": [id for id in before if id not in now],
            "added": [each for id, each in now.items() if id not in before],
            "changed": [each for id, each in now.items() if id in before and each["message"] != before[id]["message"]],
        }

    def ledger(self) -> dict[str, list[int]]:
        """Where the findings of the facts stand, in UTF-16 units, by id; none while the comparison is still to be done."""
        if not self._compared_now:
            return {}
        return {id: [self.units.unit(place) for place in each["range"]] for id, each in self._ledger.items()}

    def _compared(self) -> dict[str, Json]:
        self._compared_now = True
        if not self.facts:
            return {}
        from gouji.ledger import mismatches

        return {each["id"]: each for each in mismatches(self._core_entry(), self.text, self.facts, self._language)}

    def _changed(self) -> None:
        self.text = self._document.text
        self.units = Units(self.text)
        self._entry: Json | str = ""
        self._compared_now = False
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
        known = {each["id"] for each in self._ledger.values()}
        return [*found, *(each for each in self._compared().values() if each["id"] in known)]

    def _core_entry(self) -> Json:
        """What the core reports of the text as it is."""
        if isinstance(self._entry, str):
            self._entry = dict(json.loads(self._document.snapshot()[2]))
        return self._entry

    @property
    def report(self) -> Report:
        """The whole report of the text as it is."""
        if self._report is None:
            if self.facts:
                from gouji.ledger import with_ledger

                entry = with_ledger(self._core_entry(), self.text, self.facts, self._language)
                self._report = Report(entry, self.text, self._language)
            else:
                self._report = Report(self._document.snapshot()[2], self.text, self._language)
        return self._report
