"""Reports and lists in a notebook: tables of plain HTML with the styles written on the elements.

No scripts, no style sheet, no links: the tables look the same live, in a static export and where a page removes what it
does not trust. Colours are readable on light and dark pages. Text is never interpreted as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from gouji.output import tables
from gouji.output.groups import grouped, other_places
from gouji.output.marked import text_html
from gouji.output.places import Lines, marked, quoted
from gouji.output.text import family_words
from gouji.phrases import phrase
from gouji.records import Diagnostic
from gouji.report import Report, counts_line
from gouji.words import visible

MOST_ROWS = 200  # of a table

_COLOURS = {"error": "#b3261e", "warning": "#8a5a00", "info": "#1f5f99"}
_BORDER = "1px solid rgba(128,128,128,.35)"
_TABLE = "border-collapse:collapse;color:inherit;background:transparent;font-size:inherit"
_CELL = f"border:none;border-bottom:{_BORDER};padding:.3em .7em;text-align:left;vertical-align:top"
_BADGE = "color:#fff;border-radius:3px;padding:0 .4em;white-space:nowrap;background:"
_QUOTE = (
    "white-space:pre-wrap;overflow-wrap:anywhere;margin:.3em 0;padding-left:.6em;"
    "border-left:3px solid rgba(128,128,128,.5)"
)
_MARK = "background:#ffd54d;color:#1a1a1a"
_MINOR = "opacity:.8"


def report_html(report: Report) -> str:
    """The family, the text with its findings marked, the table of findings, and a line of summary and coverage."""
    if report.error is not None:
        return _block(f"<strong>{_safe(report.path or '')}</strong> {_safe(report.error)}")
    numbered = [(number, found) for number, group in enumerate(grouped(report.diagnostics), 1) for found in group]
    parts = [
        _line(family_words(report)),
        text_html(report.text or "", numbered, report.language),
        findings_html(report.diagnostics, report.language, numbered=bool(report.text)),
    ]
    name = f"<strong>{_safe(report.path)}</strong> " if report.path is not None else ""
    counts = _safe(counts_line(report.summary, report.coverage, report.language))
    return _block("".join([*parts, f"<div>{name}{counts}</div>"]))


def findings_html(diagnostics: Sequence[Diagnostic], language: str, numbered: bool = False) -> str:
    """A table of findings of one text; those that say the same are one row, whose number the marked text refers to."""
    if not diagnostics:
        return _line(phrase(language, "no_findings"))
    titles = [phrase(language, key) for key in ("line", "severity", "code", "finding")]
    groups = grouped(diagnostics)
    lines = Lines(diagnostics[0].text)
    rows = [_finding_row(group, lines, language) for group in groups[:MOST_ROWS]]
    if numbered:
        rows = [[f'<span style="white-space:nowrap">{place} <sup>{number}</sup></span>', *cells] for number, (place, *cells) in enumerate(rows, 1)]
    return _table(titles, rows, language, len(groups))


def table_html(report: Report, kind: str, items: Sequence[object]) -> str:
    """The outline, quantities or relations of a report, or some of them, as `output.tables` shows them."""
    titles, *rows = islice(tables.TABLES[kind](report, items), MOST_ROWS + 1)
    cells = [[f'<span style="white-space:pre-wrap">{_safe(cell)}</span>' for cell in row] for row in rows]
    return _block(_table(list(titles), cells, report.language, len(items)))


def explanation_html(title: str, text: str) -> str:
    """A page of plain text under its title."""
    return _block(f'<strong>{_safe(title)}</strong><div style="{_QUOTE}">{_safe_lines(text)}</div>')


def _finding_row(group: list[Diagnostic], lines: Lines, language: str) -> list[str]:
    found = group[0]
    badge = f'<span style="{_BADGE}{_COLOURS[found.severity]}">{phrase(language, found.severity)}</span>'
    parts = [_line(found.message), _quote(found)]
    for related in found.related:
        words = quoted(found.text, related.range)
        place = f"{lines.position(related.range[0])} " + (phrase(language, "quoted", words=words) if words else "")
        parts.append(_line(phrase(language, "related", place=place, message=related.message), _MINOR))
    parts += [_line(phrase(language, "fix", title=fix.title), _MINOR) for fix in found.fixes]
    parts.append(_line(other_places(group, language), _MINOR))
    return [f"{found.line}:{found.column}", badge, f'<code style="white-space:nowrap">{_safe(found.code)}</code>', "".join(parts)]


def _quote(found: Diagnostic) -> str:
    """The line of the finding with its place marked; an empty place is marked by a blank."""
    if not found.text:
        return ""
    before, inside, after = marked(found.text, found.range)
    mark = f'<mark style="{_MARK}">{_safe(inside) or "&nbsp;"}</mark>'
    return f'<div style="{_QUOTE}">{_safe(before)}{mark}{_safe(after)}</div>'


def _table(titles: Iterable[str], rows: list[list[str]], language: str, count: int) -> str:
    head = "".join(f'<th style="{_CELL};font-weight:600">{_safe(title)}</th>' for title in titles)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    more = _line(phrase(language, "more_findings", count=count - len(rows))) if count > len(rows) else ""
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'


def _cells(row: list[str]) -> str:
    return "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row)


def _line(text: str, style: str = "") -> str:
    attribute = f' style="{style}"' if style else ""
    return f"<div{attribute}>{_safe(text)}</div>" if text else ""


def _block(content: str) -> str:
    return f'<div class="gouji" style="line-height:1.5;overflow-x:auto">{content}</div>'


def _safe_lines(text: str) -> str:
    return "\n".join(map(_safe, text.split("\n")))


def _safe(text: str) -> str:
    """Text as it stands between tags: no markup, no controls, no change of the direction of writing."""
    return escape(visible(text))
