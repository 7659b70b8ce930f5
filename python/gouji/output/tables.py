"""The outline, the quantities and the relations of a text as tables with aligned columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from gouji.output import names
from gouji.output.places import Lines, quoted, width
from gouji.phrases import phrase
from gouji.records import Heading, Quantity, Relation
from gouji.report import Report
from gouji.words import visible

LONGEST_CELL = 60  # characters

Row = Sequence[str]


def outline_rows(report: Report, headings: Sequence[Heading]) -> Iterator[Row]:
    """The heading row and one row per heading, indented by its level."""
    lines = Lines(report.text or "")
    yield _titles(report, "line", "level", "heading", "part")
    for heading in headings:
        title = "  " * (heading.level - 1) + _label(heading)
        yield lines.position(heading.range[0]), str(heading.level), title, heading.part or ""


def quantity_rows(report: Report, quantities: Sequence[Quantity]) -> Iterator[Row]:
    """The heading row and one row per quantity."""
    text, language = report.text or "", report.language
    lines = Lines(text)
    yield _titles(report, "id", "line", "printed", "value", "approximation", "indicator", "period", "basis", "scope")
    for found in quantities:
        yield (
            str(found.id),
            lines.position(found.range[0]),
            quoted(text, found.range),
            _value(found),
            names.named(language, names.APPROXIMATIONS, found.approximation),
            found.indicator or "",
            found.period or "",
            names.named(language, names.BASES, found.basis),
            found.scope,
        )


def relation_rows(report: Report, relations: Sequence[Relation]) -> Iterator[Row]:
    """The heading row and one row per relation, placed at its result."""
    lines, language = Lines(report.text or ""), report.language
    yield _titles(report, "id", "line", "kind", "status", "difference", "formula", "because")
    for found in relations:
        result = report.quantities[found.result]
        yield (
            str(found.id),
            lines.position(result.range[0]),
            names.named(language, names.KINDS, found.kind),
            names.named(language, names.STATUSES, found.status),
            _difference(found, result),
            found.formula,
            names.named(language, names.REASONS, found.because),
        )


TABLES: dict[str, Callable[[Report, Sequence[Any]], Iterator[Row]]] = {
    "outline": outline_rows,
    "quantities": quantity_rows,
    "relations": relation_rows,
}


def aligned(rows: Iterator[Row]) -> Iterator[str]:
    """Lines with the columns two cells apart, as wide as their widest cell; "-" for an empty cell."""
    shown = [[_cell(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        yield "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()


def _titles(report: Report, *keys: str) -> Row:
    return [phrase(report.language, key) for key in keys]


def _cell(text: str) -> str:
    text = visible(text).rstrip() or "-"
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _label(heading: Heading) -> str:
    joint = "" if not heading.label or heading.label[-1] in "、）)．。.：" else " "
    return heading.label + joint + heading.title


def _value(found: Quantity) -> str:
    return f"{found.value} {found.unit}".rstrip()


def _difference(found: Relation, result: Quantity) -> str:
    return "" if found.status == "holds" else f"{found.difference} {result.printed_unit}".rstrip()
