"""The findings as text: what a clerk reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.output.colours import Painter
from gouji.output.places import Lines, excerpt, quoted
from gouji.records import Diagnostic, Range
from gouji.report import Report, counts_line
from gouji.words import SEVERITIES, visible

MOST_PLACES = 20  # of findings that say the same


def report_lines(text: str, report: Report, paint: Painter) -> Iterator[str]:
    """The findings of one text, an empty line after each. `text` is what the report was made of."""
    if not report.diagnostics:
        return
    path = visible(report.path or "-")
    lines = Lines(text)
    for group in _groups(report.diagnostics):
        yield from _finding_lines(path, text, lines, group[0], paint)
        if len(group) > 1:
            yield f"  同样的还有 {len(group) - 1} 处：{_other_places(group)}"
        yield ""


def summary_line(report: Report, paint: Painter, name: bool) -> str:
    """The counts of one text, after its path where `name`."""
    counts = counts_line(report.summary, report.coverage)
    return f"{paint('path', visible(report.path or '-'))}：{counts}" if name else counts


class Total:
    """The counts of several texts."""

    def __init__(self) -> None:
        self._checked = 0
        self._failed = 0
        self._summary = dict.fromkeys(SEVERITIES, 0)
        self._coverage = {"quantities": 0, "related": 0}

    def add(self, report: Report) -> None:
        """Counts one more report."""
        if report.error is not None:
            self._failed += 1
            return
        self._checked += 1
        for counts, more in ((self._summary, report.summary), (self._coverage, report.coverage)):
            for name in counts:
                counts[name] += more[name]

    def line(self) -> str:
        """``合计 3 个文件：错误 1，…``"""
        failed = f"；{self._failed} 个无法检查" if self._failed else ""
        return f"合计 {self._checked} 个文件：{counts_line(self._summary, self._coverage)}{failed}"


def _groups(diagnostics: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Hints with the same code and message together, at the place of the first."""
    groups: dict[object, list[Diagnostic]] = {}
    for index, found in enumerate(diagnostics):
        key = (found.code, found.message) if found.severity == "info" else index
        groups.setdefault(key, []).append(found)
    return list(groups.values())


def _finding_lines(path: str, text: str, lines: Lines, found: Diagnostic, paint: Painter) -> Iterator[str]:
    where = paint("path", f"{path}:{found.line}:{found.column}")
    yield f"{where} {paint(found.severity, SEVERITIES[found.severity])} {found.code}"
    yield f"  {visible(found.message)}"
    shown = excerpt(text, found.range)
    yield f"    {shown.line}".rstrip()
    indent = " " * (len(shown.carets) - len(shown.carets.lstrip()))
    yield f"    {indent}{paint(found.severity, shown.carets.lstrip())}"
    for related in found.related:
        yield f"  关联 {_place(text, lines, related.range)}{visible(related.message)}"
    for fix in found.fixes:
        yield paint("fix", f"  可{visible(fix.title)}")


def _place(text: str, lines: Lines, place: Range) -> str:
    words = quoted(text, place)
    return f"{lines.position(place[0])} " + (f"“{words}” " if words else "")


def _other_places(group: list[Diagnostic]) -> str:
    shown = group[1:MOST_PLACES]
    places = "、".join(f"{found.line}:{found.column}" for found in shown)
    return places + ("……" if len(group) - 1 > len(shown) else "")
