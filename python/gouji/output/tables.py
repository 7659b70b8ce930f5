"""The outline, the quantities and the relations of a text as tables with aligned columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gouji.output import names
from gouji.output.places import Lines, quoted, width
from gouji.records import Heading, Quantity, Relation
from gouji.report import Report
from gouji.words import visible

LONGEST_CELL = 60  # characters

Row = Sequence[str]


def outline_rows(text: str, report: Report) -> Iterator[Row]:
    """The heading row and one row per heading, indented by its level."""
    lines = Lines(text)
    yield "位置", "层级", "标题", "部分"
    for heading in report.outline:
        title = "  " * (heading.level - 1) + _label(heading)
        yield lines.position(heading.range[0]), str(heading.level), title, heading.part or ""


def quantity_rows(text: str, report: Report) -> Iterator[Row]:
    """The heading row and one row per quantity."""
    lines = Lines(text)
    yield "序号", "位置", "原文", "数值", "近似", "指标", "期间", "口径", "范围"
    for found in report.quantities:
        yield (
            str(found.id),
            lines.position(found.range[0]),
            quoted(text, found.range),
            _value(found),
            names.chinese(names.APPROXIMATIONS, found.approximation),
            found.indicator or "",
            found.period or "",
            names.chinese(names.BASES, found.basis),
            found.scope,
        )


def relation_rows(text: str, report: Report) -> Iterator[Row]:
    """The heading row and one row per relation, placed at its result."""
    lines = Lines(text)
    yield "序号", "位置", "种类", "结论", "相差", "算式", "依据"
    for found in report.relations:
        result = report.quantities[found.result]
        yield (
            str(found.id),
            lines.position(result.range[0]),
            names.chinese(names.KINDS, found.kind),
            names.chinese(names.STATUSES, found.status),
            _difference(found, result),
            found.formula,
            names.chinese(names.REASONS, found.because),
        )


TABLES: dict[str, Callable[[str, Report], Iterator[Row]]] = {
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
