"""The report of one text: one `documents` entry of the JSON contract, seen as Python records."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, TypeVar

from gouji import records
from gouji.records import Diagnostic, Edit, Fix, Heading, Json, Operand, Quantity, Range, Related, Relation
from gouji.words import SEVERITIES, visible

__all__ = ["Diagnostic", "Edit", "Fix", "Heading", "Operand", "Quantity", "Range", "Related", "Relation", "Report"]

_Record = TypeVar("_Record")


class Report:
    """What a check of one text found.

    Reports compare by content, pickle, and are not changed after they were made. The report of a file that could not
    be checked has an `error` and is empty otherwise.
    """

    __slots__ = ("_entry", "_lists")

    def __init__(self, entry: Json) -> None:
        """Takes one `documents` entry, or the failure ``{"path": ..., "error": ...}``; the dict is not copied."""
        self._entry = entry
        self._lists: dict[str, list[Any]] = {}

    @property
    def path(self) -> str | None:
        """The file as it was named; None for a text that came from no file."""
        return self._entry.get("path")

    @property
    def error(self) -> str | None:
        """Why the file could not be checked, in Chinese; None if it was checked."""
        return self._entry.get("error")

    @property
    def profile(self) -> str | None:
        """The report family that the text was read as; None where there is an `error`."""
        return self._entry.get("profile")

    @property
    def title(self) -> str | None:
        """The title of the document."""
        return self._entry.get("title")

    @property
    def year(self) -> int | None:
        """The year that the document reports on."""
        return self._entry.get("year")

    @property
    def summary(self) -> dict[str, int]:
        """How many diagnostics there are of each severity: "error", "warning", "info"."""
        return {"error": 0, "warning": 0, "info": 0, **self._entry.get("summary", {})}

    @property
    def coverage(self) -> dict[str, int]:
        """How many "quantities" the text has and how many of them are "related": took part in some relation."""
        return {"quantities": 0, "related": 0, **self._entry.get("coverage", {})}

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """The findings in text order."""
        return self._list("diagnostics", records.diagnostic)

    @property
    def quantities(self) -> list[Quantity]:
        """The quantities in text order; the `id` of each is its index."""
        return self._list("quantities", records.quantity)

    @property
    def relations(self) -> list[Relation]:
        """The relations; the `id` of each is its index."""
        return self._list("relations", records.relation)

    @property
    def outline(self) -> list[Heading]:
        """The headings in text order; the `id` of each is its index."""
        return self._list("outline", records.heading)

    def to_dict(self) -> Json:
        """A new dict: one `documents` entry of the JSON contract."""
        return copy.deepcopy(self._entry)

    def to_json(self) -> str:
        """The same as one line of JSON; characters outside ASCII stand as they are."""
        return json.dumps(self._entry, ensure_ascii=False)

    def _list(self, key: str, record: Callable[[Json], _Record]) -> list[_Record]:
        if key not in self._lists:
            self._lists[key] = [record(entry) for entry in self._entry.get(key, ())]
        return self._lists[key]

    def __eq__(self, other: object) -> bool:
        return self._entry == other._entry if isinstance(other, Report) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type[Report], tuple[Json]]:
        return Report, (self._entry,)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"<Report {self.path!r}: {self.error}>"
        counts = {**self.summary, **self.coverage}
        return f"<Report {self.path!r} {self.profile}: {', '.join(f'{n} {name}' for name, n in counts.items())}>"

    def __str__(self) -> str:
        name = f"{visible(self.path)}：" if self.path is not None else ""
        if self.error is not None:
            return f"{name}{self.error}"
        findings = [
            f"{found.line}:{found.column} {SEVERITIES[found.severity]} {found.code}\n  {visible(found.message)}"
            for found in self.diagnostics
        ]
        return "\n".join([*findings, name + counts_line(self.summary, self.coverage)])


def counts_line(summary: dict[str, int], coverage: dict[str, int]) -> str:
    """The counts as a reader wants them: ``错误 1，警告 2，提示 0；数量 41 个，已勾稽 30 个``."""
    findings = "，".join(f"{name} {summary[severity]}" for severity, name in SEVERITIES.items())
    return f"{findings}；数量 {coverage['quantities']} 个，已勾稽 {coverage['related']} 个"
