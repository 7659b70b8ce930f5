"""Totals that nobody listed and that follow from listed ones: 年初结转 + 收入 - 支出, where the list has the 总计 between them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from tests.agreement.lists import Listing, Relation
from tests.agreement.meanings import Groups
from tests.fixtures.places import Range

Row = dict[Range, Fraction]  # coefficients of variables that add up to nothing


class Consequences:
    """The listed totals, balances and changes as linear equations, eliminated one by one."""

    def __init__(self, listing: Listing, groups: Groups) -> None:
        self._groups = groups
        self._rows: list[tuple[Range, Row]] = []  # with the variable that each eliminates
        for relation in listing.relations:
            if relation.kind in ("sum", "balance"):
                self._add(relation.result, relation.operands)
            elif relation.kind == "change" and relation.form == "from":
                self._add(relation.result, _difference(listing, relation))

    def follows(self, result: Range, operands: Iterable[tuple[Range, int]]) -> bool:
        return not self._reduced(self._row(result, operands))

    def _add(self, result: Range, operands: Iterable[tuple[Range, int]]) -> None:
        if row := self._reduced(self._row(result, operands)):
            self._rows.append((min(row), row))

    def _row(self, result: Range, operands: Iterable[tuple[Range, int]]) -> Row:
        row: Row = {}
        for place, sign in [(result, -1), *operands]:
            variable = self._groups.of(place)
            row[variable] = row.get(variable, Fraction(0)) + sign
        return {variable: value for variable, value in row.items() if value}

    def _reduced(self, row: Row) -> Row:
        for variable, other in self._rows:
            if variable in row:
                factor = row[variable] / other[variable]
                for each, value in other.items():
                    row[each] = row.get(each, Fraction(0)) - factor * value
                row = {each: value for each, value in row.items() if value}
        return row


def _difference(listing: Listing, relation: Relation) -> tuple[tuple[Range, int], ...]:
    """A change as a difference; a fall is printed without a sign."""
    (current, _), (earlier, _) = relation.operands
    fell = (
        listing.figures[current].value < listing.figures[earlier].value and listing.figures[relation.result].number >= 0
    )
    sign = -1 if fell else 1
    return ((current, sign), (earlier, -sign))
