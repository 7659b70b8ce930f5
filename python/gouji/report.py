"""The report of one text: one `documents` entry of the JSON contract, seen as Python records."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable
from typing import Any, SupportsIndex, TypeVar, overload

from gouji import records
from gouji.records import Diagnostic, Edit, Fix, Heading, Json, Operand, Quantity, Range, Related, Relation
from gouji.phrases import phrase
from gouji.words import SEVERITIES, visible

__all__ = ["Diagnostic", "Edit", "Fix", "Heading", "Operand", "Quantity", "Range", "Related", "Relation", "Report"]

_Record = TypeVar("_Record")


class RecordList(list[_Record]):
    """A list of one kind of records of a report; a notebook shows it, and every slice of it, as a table."""

    def __init__(self, items: Iterable[_Record], report: Report, kind: str) -> None:
        super().__init__(items)
        self._report = report
        self._kind = kind

    @overload
    def __getitem__(self, index: SupportsIndex) -> _Record: ...

    @overload
    def __getitem__(self, index: slice) -> RecordList[_Record]: ...

    def __getitem__(self, index: SupportsIndex | slice) -> _Record | RecordList[_Record]:
        found = super().__getitem__(index)
        return RecordList(found, self._report, self._kind) if isinstance(index, slice) else found  # type: ignore[return-value, arg-type]

    def __reduce__(self) -> tuple[object, ...]:
        return RecordList, (list(self), self._report, self._kind)

    def _repr_html_(self) -> str:
        from gouji.output import html

        if self._kind == "diagnostics":
            return html.findings_html(self, self._report.language)  # type: ignore[arg-type]
        return html.table_html(self._report, self._kind, self)


_LISTS = ("outline", "quantities", "relations", "diagnostics")  # the large keys of an entry, in the order of the core's JSON


def _part_of(entry: str, key: str) -> Json:
    """The part of an entry's JSON that has a key: one of the lists, or all that stands before them.

    As the core writes it: no string is taken for a key, since its quotes are escaped. Other JSON is read as a whole.
    """
    begins = [entry.find(f',"{each}":[') for each in _LISTS]
    if -1 in begins:
        return dict(json.loads(entry))
    if key not in _LISTS:
        return dict(json.loads(entry[: begins[0]] + "}"))
    ends = [*begins[1:], len(entry) - 1]
    place = _LISTS.index(key)
    return dict(json.loads("{" + entry[begins[place] + 1 : ends[place]] + "}"))


class Report:
    """What a check of one text found.

    Reports compare by content, pickle, and are not changed after they were made. The report of a file that could not
    be checked has an `error` and is empty otherwise.
    """

    __slots__ = ("_given", "_head", "_language", "_lists", "_text")

    def __init__(self, entry: Json | str, text: str | None = None, language: str = "zh") -> None:
        """Takes one `documents` entry, or the failure ``{"path": ..., "error": ...}``; the dict is not copied.

        The entry may be the JSON of the core, which is read as far as it is asked for. `text` is what was checked,
        `language` ("zh" or "en") what the report speaks when it is printed.
        """
        self._given = entry
        self._head: Json = {}
        self._text = text
        self._language = language
        self._lists: dict[str, RecordList[Any]] = {}

    @property
    def entry(self) -> Json:
        """The entry itself, which must not be changed; `to_dict` gives a copy."""
        return self._entry

    @property
    def _entry(self) -> Json:
        given = self._given
        entry: Json = json.loads(given) if isinstance(given, str) else given
        self._given = entry
        return entry

    def _get(self, key: str) -> Any | None:
        """The value of a key, or None; of the core's JSON only the part that has it is read."""
        given = self._given
        if not isinstance(given, str):
            return given.get(key)
        if key in _LISTS:
            return _part_of(given, key).get(key)
        if not self._head:
            self._head = _part_of(given, key)
        return self._head.get(key)

    @property
    def text(self) -> str | None:
        """The text that all ranges point into; None where there is an `error`. It is no part of `to_dict`."""
        return self._text

    @property
    def language(self) -> str:
        """What the report speaks: "zh" or "en"."""
        return self._language

    @property
    def path(self) -> str | None:
        """The file as it was named; None for a text that came from no file."""
        return self._get("path")

    @property
    def error(self) -> str | None:
        """Why the file could not be checked; None if it was checked."""
        return self._get("error")

    @property
    def profile(self) -> str | None:
        """The report family that the text was read as; None where there is an `error`."""
        return self._get("profile")

    @property
    def profile_reason(self) -> str | None:
        """Why it was read as this family, for a reader; None where there is an `error`."""
        return self._get("profile_reason")

    @property
    def title(self) -> str | None:
        """The title of the document."""
        return self._get("title")

    @property
    def year(self) -> int | None:
        """The year that the document reports on."""
        return self._get("year")

    @property
    def summary(self) -> dict[str, int]:
        """How many diagnostics there are of each severity: "error", "warning", "info"."""
        return {"error": 0, "warning": 0, "info": 0, **(self._get("summary") or {})}

    @property
    def coverage(self) -> dict[str, int]:
        """How many "quantities" the text has and how many of them are "related": took part in some relation."""
        return {"quantities": 0, "related": 0, **(self._get("coverage") or {})}

    @property
    def diagnostics(self) -> RecordList[Diagnostic]:
        """The findings in text order."""
        return self._list("diagnostics", lambda entry: records.diagnostic(entry, self._text or ""))

    @property
    def quantities(self) -> RecordList[Quantity]:
        """The quantities in text order; the `id` of each is its index."""
        return self._list("quantities", records.quantity)

    @property
    def relations(self) -> RecordList[Relation]:
        """The relations; the `id` of each is its index."""
        return self._list("relations", records.relation)

    @property
    def outline(self) -> RecordList[Heading]:
        """The headings in text order; the `id` of each is its index."""
        return self._list("outline", records.heading)

    def to_dict(self) -> Json:
        """A new dict: one `documents` entry of the JSON contract."""
        return copy.deepcopy(self._entry)

    def to_json(self) -> str:
        """The same as one line of JSON; characters outside ASCII stand as they are."""
        return json.dumps(self._entry, ensure_ascii=False)

    def _list(self, key: str, record: Callable[[Json], _Record]) -> RecordList[_Record]:
        if key not in self._lists:
            itself = Report(self._given, self._text, self._language)  # another one, or the two would keep each other
            self._lists[key] = RecordList(map(record, self._get(key) or ()), itself, key)
        return self._lists[key]

    def __eq__(self, other: object) -> bool:
        return self._entry == other._entry if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Report], tuple[Json | str, str | None, str]]:
        return Report, (self._given, self._text, self._language)

    def _repr_html_(self) -> str:
        from gouji.output.html import report_html

        return report_html(self)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"<Report {self.path!r}: {self.error}>"
        counts = {**self.summary, **self.coverage}
        return f"<Report {self.path!r} {self.profile}: {', '.join(f'{n} {name}' for name, n in counts.items())}>"

    def __str__(self) -> str:
        if self.error is not None:
            return self._named(self.error)
        findings = [
            f"{found.line}:{found.column} {phrase(self._language, found.severity)} {found.code}\n  {visible(found.message)}"
            for found in self.diagnostics
        ]
        return "\n".join([*findings, self._named(counts_line(self.summary, self.coverage, self._language))])

    def _named(self, text: str) -> str:
        return text if self.path is None else phrase(self._language, "named", name=visible(self.path), text=text)


def counts_line(summary: dict[str, int], coverage: dict[str, int], language: str) -> str:
    """The counts as a reader wants them: ``错误 1，警告 2，提示 0；数量 41 个，已勾稽 30 个``."""
    return phrase(language, "counts", **summary, **coverage)
