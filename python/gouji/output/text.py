"""The findings as text: what a clerk reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from gouji.output.colours import Painter
from gouji.output.groups import grouped, other_places
from gouji.output.places import Lines, excerpt, quoted
from gouji.phrases import phrase
from gouji.profiles import families
from gouji.records import Diagnostic, Range
from gouji.report import Report, counts_line
from gouji.words import SEVERITIES, visible


def report_lines(report: Report, paint: Painter) -> Iterator[str]:
    """The family of one text where it is said why, then the findings, an empty line after each."""
    if family := family_words(report):
        yield _after_path(report, paint, family)
        yield ""
    page = _Page(report, paint)
    for group in grouped(report.diagnostics):
        yield from page.finding_lines(group[0])
        if places := other_places(group, report.language):
            yield f"  {places}"
        yield ""


def family_words(report: Report) -> str:
    """``按“湖南（十部分）”（hunan-10）检查：…``, the family and why; nothing where no reason was given."""
    if not report.profile_reason:
        return ""
    titles = {family.name: (family.title, family.title_en) for family in families()}
    name = report.profile or ""
    values = {"name": visible(name), "reason": visible(report.profile_reason)}
    if name not in titles:
        return phrase(report.language, "checked_as_own", **values)
    return phrase(report.language, "checked_as", title=titles[name][report.language == "en"], **values)


def summary_line(report: Report, paint: Painter, name: bool) -> str:
    """The counts of one text, after its path where `name`."""
    counts = counts_line(report.summary, report.coverage, report.language)
    return _after_path(report, paint, counts) if name else counts


def _after_path(report: Report, paint: Painter, text: str) -> str:
    return phrase(report.language, "named", name=paint("path", visible(report.path or "-")), text=text)


class Total:
    """The counts of several texts."""

    def __init__(self, language: str = "zh") -> None:
        self._language = language
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
        counts = counts_line(self._summary, self._coverage, self._language)
        failed = phrase(self._language, "total_failed", failed=self._failed) if self._failed else ""
        return phrase(self._language, "total", files=self._checked, counts=counts) + failed


class _Page:
    """The text that the findings of one report stand in."""

    def __init__(self, report: Report, paint: Painter) -> None:
        self._path = visible(report.path or "-")
        self._language = report.language
        self._text = report.text or ""
        self._lines = Lines(self._text)
        self._paint = paint

    def finding_lines(self, found: Diagnostic) -> Iterator[str]:
        """The place, the message, the quoted line, the related places and the fixes."""
        paint, language = self._paint, self._language
        where = paint("path", f"{self._path}:{found.line}:{found.column}")
        yield f"{where} {paint(found.severity, phrase(language, found.severity))} {found.code}"
        yield f"  {visible(found.message)}"
        shown = excerpt(self._text, found.range)
        yield f"    {shown.line}".rstrip()
        indent = " " * (len(shown.carets) - len(shown.carets.lstrip()))
        yield f"    {indent}{paint(found.severity, shown.carets.lstrip())}"
        for related in found.related:
            yield "  " + phrase(language, "related", place=self._place(related.range), message=visible(related.message))
        for fix in found.fixes:
            yield paint("fix", "  " + phrase(language, "fix", title=visible(fix.title)))

    def _place(self, place: Range) -> str:
        words = quoted(self._text, place)
        return f"{self._lines.position(place[0])} " + (phrase(self._language, "quoted", words=words) if words else "")
