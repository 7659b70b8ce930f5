"""The parts of a report as immutable records with the field names of the JSON contract.

A `Range` is (begin, end) in code points of the text as it was passed, half open. Exact numbers are decimal text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Range = tuple[int, int]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline. `parent` is the `id` of the heading above it, `level` 1 is the outermost."""

    id: int
    parent: int | None
    level: int
    label: str  # the marker as printed, "（一）"
    number: int | None
    title: str
    part: str | None  # the section of the profile, where one was recognised
    range: Range


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and what it measures.

    `printed` is the exact slice of `number_range`; `value` is exact decimal text in `unit`, the base unit (a percent
    is "83.4" in "%"). `decimals` counts the printed places after the point.
    """

    id: int
    range: Range  # with approximation and unit
    number_range: Range
    printed: str
    printed_unit: str
    value: str
    unit: str
    decimals: int
    kind: str  # money, count, percent, permille, point, score, area, length, weight, duration, other
    approximation: str  # exact, about, over, under, at_least, at_most
    indicator: str | None
    period: str | None
    basis: str  # actual, budget, adjusted_budget, target, previous, cumulative, unknown
    scope: str


@dataclass(frozen=True, slots=True)
class Operand:
    """A member of a relation: the `id` of a quantity and its sign, 1 or -1."""

    quantity: int
    sign: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Quantities that must agree. `result` is the `id` of a quantity.

    `expected` and `difference` (printed - expected) are decimal text in the printed unit of the result.
    """

    id: int
    kind: str  # sum, balance, share, rate, change, restatement, product, count, comparison, score, row, column
    status: str  # holds, rounding, violated
    result: int
    operands: tuple[Operand, ...]
    expected: str
    difference: str
    formula: str
    because: str  # words, structure, identity
    items: tuple[Range, ...] = ()  # count: the listed things
    operator: str | None = None  # comparison: "<=", ">=", "<", ">"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a diagnostic speaks about."""

    range: Range
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of `range` by `text`."""

    range: Range
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that can be offered: all `edits` together."""

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding. `line` and `column` are 1-based, in code points; `relation` is the `id` of a relation.

    `id` stays the same while the finding does, wherever it moves in the text. `text` is the whole text that the ranges
    point into, "" where it is not known; it is no part of the comparison.
    """

    id: str
    code: str
    severity: str  # error, warning, info
    message: str
    range: Range
    line: int
    column: int
    related: tuple[Related, ...]
    relation: int | None
    fixes: tuple[Fix, ...]
    text: str = field(default="", repr=False, compare=False)

    def _repr_html_(self) -> str:
        from gouji.output.html import findings_html

        return findings_html([self], "zh")


def _range(pair: list[int]) -> Range:
    begin, end = pair
    return begin, end


def heading(entry: Json) -> Heading:
    """A heading from its JSON."""
    return Heading(**{**entry, "range": _range(entry["range"])})


def quantity(entry: Json) -> Quantity:
    """A quantity from its JSON."""
    ranges = {"range": _range(entry["range"]), "number_range": _range(entry["number_range"])}
    return Quantity(**{**entry, **ranges})


def relation(entry: Json) -> Relation:
    """A relation from its JSON."""
    operands = tuple(Operand(**operand) for operand in entry["operands"])
    items = tuple(_range(item) for item in entry.get("items", ()))
    return Relation(**{**entry, "operands": operands, "items": items})


def diagnostic(entry: Json, text: str = "") -> Diagnostic:
    """A diagnostic of `text` from its JSON."""
    related = tuple(Related(_range(place["range"]), place["message"]) for place in entry["related"])
    parts = {"range": _range(entry["range"]), "related": related, "fixes": tuple(map(_fix, entry["fixes"]))}
    return Diagnostic(**{"relation": None, **entry, **parts, "text": text})


def _fix(entry: Json) -> Fix:
    return Fix(entry["title"], tuple(Edit(_range(edit["range"]), edit["text"]) for edit in entry["edits"]))
