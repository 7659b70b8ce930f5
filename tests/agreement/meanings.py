"""What a relation says, as keys that do not depend on how it is told: two relations with a key in common say the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Protocol

from tests.agreement.lists import Listing, Relation
from tests.fixtures.places import Range

LINEAR = ("sum", "row", "column", "balance", "score")  # kinds of the core that add up; a score may also be a product
RATIOS = ("share", "rate")
Signed = Sequence[tuple[Range, int]]
Key = tuple[Hashable, ...]


class Groups:
    """Figures that are one variable."""

    def __init__(self) -> None:
        self._parents: dict[Range, Range] = {}

    def of(self, figure: Range) -> Range:
        """The first figure of its group."""
        while (parent := self._parents.get(figure, figure)) != figure:
            figure = parent
        return figure

    def join(self, figures: Iterable[Range]) -> None:
        first, *others = sorted({self.of(figure) for figure in figures})
        for other in others:
            self._parents[other] = first

    def links(self, figures: Iterable[Range]) -> int:
        """How many of the links that would tie all these figures together are there."""
        places = list(figures)
        return len(places) - len({self.of(place) for place in places})


class Told(Protocol):
    """A relation of a list or of the core."""

    @property
    def kind(self) -> str: ...

    @property
    def operands(self) -> tuple[tuple[Range, int], ...]: ...


def is_equality(relation: Told) -> bool:
    """A restatement, or a total of one term: what takes part is one variable."""
    return relation.kind == "restatement" or (relation.kind in ("sum", "row", "column", "balance") and len(relation.operands) == 1)


def variables(listing: Listing) -> Groups:
    groups = Groups()
    for relation in listing.relations:
        if is_equality(relation):
            groups.join(relation.members)
    return groups


class Meanings:
    """Keys of the listed relations and of the core's, with the figures of one variable standing for each other.

    `told` is as it is written; `rearranged` is with another member as the result, or a difference as a change.
    """

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.groups = variables(listing)
        self._amounts = [
            (self._of(each.result), *map(self._of, each.members[1:]))
            for each in listing.relations
            if each.kind == "change" and each.form == "from"
        ]  # (amount, current, earlier)

    def _of(self, figure: Range) -> Range:
        return self.groups.of(figure)

    # Keys of a listed relation
    def told(self, relation: Relation) -> set[Key]:
        result, operands = self._of(relation.result), [(self._of(place), sign) for place, sign in relation.operands]
        places = [place for place, _ in operands]
        if relation.kind in ("sum", "balance"):
            return {_linear(result, operands)}
        if relation.kind in RATIOS:
            return {("ratio", result, *places)}
        if relation.kind == "change":
            return self._change(relation, result, places[0], places[1])
        if relation.kind in ("product", "score"):
            return {("product", result, frozenset(places))}
        if relation.kind == "comparison":
            return {_comparison(result, places[0], relation.form)}
        if relation.kind == "whole":
            return {("whole", frozenset([result, *places]))}
        return {(relation.kind, relation.result)}

    def rearranged(self, relation: Relation) -> set[Key]:
        result, operands = self._of(relation.result), [(self._of(place), sign) for place, sign in relation.operands]
        if relation.kind in ("sum", "balance"):
            return {_zero(result, operands), ("total as change", *_zero(result, operands))}
        if relation.kind in ("product", "score"):
            return {("factors", frozenset([result, *(place for place, _ in operands)]))}
        if relation.kind == "change" and relation.form == "from":
            (current, _), (earlier, _) = operands
            return {("change as total", *key) for key in _changed(result, current, earlier)}
        return set()

    def _change(self, relation: Relation, result: Range, first: Range, second: Range) -> set[Key]:
        """A rate of change is told by its result and the earlier value; other forms where a listed amount links them."""
        keys: set[Key] = set()
        if relation.form == "from":
            keys.add(("change", result, first, second))
            ratio = self.listing.figures[relation.result].unit.dimension == "ratio"
            if not ratio:
                return keys
        if relation.form == "to":
            keys.add(("change to", result, frozenset((first, second))))
            earlier = [each[2] for each in self._amounts if each[:2] == (first, second)]
        else:
            earlier = [second]
        for amount, current, before in self._amounts:
            if before in earlier and amount != result:
                keys.add(("change to", result, frozenset((amount, current))))
        return keys | {("change of", result, before) for before in earlier}

    # Keys of a relation of the core
    def answered(self, kind: str, result: Range, operands: Signed, operator: str = "") -> tuple[set[Key], set[Key]]:
        """As told, and rearranged."""
        counted = ("count", result)
        result, operands = self._of(result), [(self._of(place), sign) for place, sign in operands]
        places = [place for place, _ in operands]
        products: tuple[set[Key], set[Key]] = (
            {("product", result, frozenset(places))},
            {("factors", frozenset([result, *places]))},
        )
        if kind in LINEAR:
            told, zero = {_linear(result, operands)}, _zero(result, operands)
            return told | (products[0] if kind == "score" else set()), {zero, ("change as total", *zero)}
        if kind in RATIOS and len(places) == 2:
            return {("ratio", result, *places)}, set()
        if kind == "change" and len(places) == 2:
            told = {("change", result, *places), ("change of", result, places[1])}
            told.add(("change to", result, frozenset(places)))
            return told, {("total as change", *key) for key in _changed(result, *places)}
        if kind == "product":
            return products
        if kind == "comparison":
            return {_comparison(result, places[0], operator)}, set()
        if kind == "count":
            return {counted}, set()
        return {(kind, counted[1]), ("whole", frozenset([result, *places]))}, set()


def _linear(result: Range, operands: Signed) -> Key:
    return ("linear", result, tuple(sorted(operands)))


def _zero(result: Range, operands: Signed) -> Key:
    """The members as they add up to nothing, whichever is the result."""
    terms = sorted([(result, -1), *operands])
    opposite = sorted((place, -sign) for place, sign in terms)
    return ("zero", tuple(min(terms, opposite)))


def _changed(result: Range, current: Range, earlier: Range) -> set[Key]:
    """A change as a difference; a fall is printed without a sign."""
    return {_zero(result, [(current, 1), (earlier, -1)]), _zero(result, [(current, -1), (earlier, 1)])}


def _comparison(one: Range, other: Range, operator: str) -> Key:
    """Whether equality is allowed makes no other relation."""
    return ("comparison", one, other) if operator.startswith("<") else ("comparison", other, one)
