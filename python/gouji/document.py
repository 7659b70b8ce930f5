"""A text that is being edited: each edit tells what it changed in the report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gouji import _core, records
from gouji.phrases import known_language
from gouji.profiles import AUTO, AnyProfile, resolve
from gouji.records import Diagnostic, Range
from gouji.report import Report

TextEdit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Work:
    """What one stage did for an edit: `all` for everything, else the `blocks` (lines of the new text) that it read again."""

    all: bool
    blocks: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """What an edit changed: ids of diagnostics, and whether headings, relations and quantities are others than before.

    A diagnostic that only moved with the text is in no list. `diagnostics` has those that were added or changed, by id.
    `superseded` is an edit that another thread followed with a later one before the check was done: the update of that one
    tells both. `work` has the stages "blocks", "facts", "outline", "relations", "parts" and "checks".
    """

    revision: int
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    outline: bool
    relations: bool
    quantities: bool
    superseded: bool = False
    diagnostics: Mapping[str, Diagnostic] = field(default_factory=dict, repr=False)
    work: Mapping[str, Work] = field(default_factory=dict, repr=False)


class Document:
    """A text with its report, which costs little to keep right while the text is edited.

        document = gouji.Document("支出10万元，其中：基本支出6万元，项目支出4万元。")
        update = document.edit(2, 4, "11")
        print(update.added, document.report())

    After any edits `report()` equals `gouji.check(document.text)`. One thread edits at a time; any thread may read.
    """

    __slots__ = ("_core", "_language", "_report")

    def __init__(self, text: str, profile: AnyProfile = AUTO, lang: str = "zh") -> None:
        """Checks `text`; `profile` and `lang` as in `gouji.check`, which raises the same."""
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        self._language = known_language(lang)
        self._core = _core.Document(text, resolve(profile), self._language)
        self._report: tuple[int, Report] | None = None

    @property
    def text(self) -> str:
        """The text as it is now; what was a lone surrogate is U+FFFD."""
        return self._core.text

    @property
    def revision(self) -> int:
        """How many edits there were."""
        return self._core.revision

    def edit(self, start: int, end: int, text: str) -> Update:
        """Puts `text` in place of `document.text[start:end]`. Raises ValueError for a range that is none of the text's."""
        return self.apply([(start, end, text)])

    def apply(self, edits: Iterable[TextEdit], utf16: bool = False) -> Update:
        """Applies several edits at once as one revision.

        Each is (start, end, text) with a range of the text before all of them; no two ranges overlap. Positions are code
        points, or with `utf16` UTF-16 units, as editors in browsers count. Raises ValueError, and changes nothing, where a
        range is none of the text's or overlaps another.
        """
        entry = json.loads(self._core.edit_json(list(edits), utf16))
        added, changed = ({each["id"]: records.diagnostic(each) for each in entry[key]} for key in ("added", "changed"))
        return Update(
            revision=entry["revision"],
            added=tuple(added),
            removed=tuple(entry["removed"]),
            changed=tuple(changed),
            outline=entry["outline"],
            relations=entry["relations"],
            quantities=entry["quantities"],
            superseded=entry["superseded"],
            diagnostics={**added, **changed},
            work={
                each["stage"]: Work(each["all"], tuple((begin, end) for begin, end in each["blocks"]))
                for each in entry["work"]
            },
        )

    def report(self) -> Report:
        """The report of the text as it is now; the same object until the next edit."""
        if self._report is None or self._report[0] != self.revision:
            revision, text, entry = self._core.snapshot()
            self._report = revision, Report(json.loads(entry), text, self._language)
        return self._report[1]

    def __repr__(self) -> str:
        return f"<Document revision {self.revision}, {len(self.text)} characters>"
