"""Whether a listed relation holds, by exact arithmetic on the printed figures; independent of the core.

A total, a balance and a restatement are read at the finest precision printed among members of one unit. Off by at most
half a last unit for each member and by at most two of them, they have a tail; never where things are counted or no
member has a decimal. Members of several units are compared as intervals of half a last unit. A derived figure holds
where the exact quotient of the printed operands rounds half up to it, and has a tail where it is less than one last
unit off or the intervals of the operands reach it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from tests.agreement.figures import Figure
from tests.agreement.lists import FAILS, HOLDS, TAIL, Listing, Relation
from tests.agreement.units import PERCENT, UNKNOWN, Unit
from tests.fixtures.places import Range

MEETS = "meets"  # members of several units: the intervals meet though the values differ
ACCEPTED = {HOLDS: (HOLDS,), MEETS: (HOLDS, TAIL), TAIL: (TAIL,), FAILS: (FAILS,)}  # marks of a list
BADNESS = (HOLDS, MEETS, TAIL, FAILS)
MOST_TAIL_UNITS = Fraction(2)
WHOLE = Fraction(1)
Interval = tuple[Fraction, Fraction]


def verdict(listing: Listing, relation: Relation, altered: Mapping[Range, Figure] | None = None) -> str:
    """HOLDS, MEETS, TAIL or FAILS; with some of the figures altered."""
    figures = [(altered or {}).get(place) or listing.figures[place] for place in relation.members]
    return JUDGES[relation.kind](relation, *_with_units(relation, figures))


def _with_units(relation: Relation, figures: list[Figure]) -> list[Figure]:
    """A figure without a unit has that of the others where these have one; the result of a quotient is a percentage."""
    if relation.kind in ("share", "rate", "possible") or (relation.kind == "change" and relation.form != "from"):
        figures = [_given(figures[0], PERCENT), *figures[1:]]
    if relation.kind in ("share", "rate", "change"):
        return [figures[0], *_alike(figures[1:])] if figures[0].unit.dimension == "ratio" else _alike(figures)
    return figures if relation.kind in ("product", "score", "count", "possible") else _alike(figures)


def _alike(figures: list[Figure]) -> list[Figure]:
    units = {figure.unit for figure in figures} - {UNKNOWN}
    return [_given(figure, *units) for figure in figures] if len(units) == 1 else figures


def _given(figure: Figure, unit: Unit) -> Figure:
    return replace(figure, unit=unit) if figure.unit == UNKNOWN else figure


# Totals, balances, restatements
def _linear(difference: Fraction, figures: list[Figure], derived: bool = False) -> str:
    """`difference` of what must be equal, in the base unit."""
    if difference == 0:
        return HOLDS
    if len({figure.unit.scale for figure in figures}) > 1:
        return MEETS if 2 * abs(difference) <= sum((figure.last_unit for figure in figures), Fraction(0)) else FAILS
    exact = any(figure.unit.counts for figure in figures) or all(figure.places == 0 for figure in figures)
    if exact and not derived:
        return FAILS
    last = min(figure.last_unit for figure in figures)
    return TAIL if abs(difference) <= min(Fraction(len(figures), 2), MOST_TAIL_UNITS) * last else FAILS


def _total(relation: Relation, result: Figure, *operands: Figure) -> str:
    signed = [sign * figure.value for (_, sign), figure in zip(relation.operands, operands, strict=True)]
    return _linear(result.value - sum(signed), [result, *operands])


def _restatement(relation: Relation, first: Figure, *others: Figure) -> str:
    """A fall is printed with a minus in a table and without one in words: 减少1.16万元."""
    found = []
    for other in others:
        same = (first.number < 0) == (other.number < 0)
        difference = first.value - other.value if same else first.value + other.value
        found.append(_linear(difference, [first, other]))
    return max(found, key=BADNESS.index)


def _whole(relation: Relation, *shares: Figure) -> str:
    shares = tuple(_given(share, PERCENT) for share in shares)
    return _linear(sum((share.value for share in shares), Fraction(0)) - WHOLE, list(shares), derived=True)


# Derived figures
def _derived(printed: Fraction, exact: Fraction, result: Figure, reached: Interval | None = None) -> str:
    """`printed` is the result's value, with a sign where the text tells one; `exact` what it should be."""
    last = result.last_unit
    if _rounded(exact, last) == printed:
        return HOLDS
    if abs(exact - printed) < last:
        return TAIL
    low, high = printed - last / 2, printed + last / 2
    return TAIL if reached and reached[0] <= high and low <= reached[1] else FAILS


def _rounded(value: Fraction, last: Fraction) -> Fraction:
    """Half up, away from zero."""
    units = (abs(value) / last + Fraction(1, 2)).__floor__()
    return last * units * (-1 if value < 0 else 1)


def _interval(figure: Figure, last: Fraction | None = None) -> Interval:
    half = Fraction(0) if figure.unit.counts else (last or figure.last_unit) / 2
    return figure.value - half, figure.value + half


def _both(one: Figure, other: Figure) -> tuple[Interval, Interval]:
    """At the finest precision of the two where they have one unit."""
    alike = one.unit.scale == other.unit.scale
    last = min(one.last_unit, other.last_unit) if alike else None
    return _interval(one, last), _interval(other, last)


def _quotients(part: Interval, base: Interval) -> Interval | None:
    if base[0] <= 0 <= base[1]:
        return None
    all_of_them = [one / other for one in part for other in base]
    return min(all_of_them), max(all_of_them)


def _share(relation: Relation, result: Figure, part: Figure, base: Figure) -> str:
    if base.value == 0:
        return FAILS
    return _derived(result.value, part.value / base.value, result, _quotients(*_both(part, base)))


def _change(relation: Relation, result: Figure, one: Figure, other: Figure) -> str:
    if relation.form == "to":
        return _change_to(result, one, other)
    if relation.form == "on":
        if other.value == 0 or (one.direction and result.direction and one.direction != result.direction):
            return FAILS
        low, high = _both(one, other)
        amount = abs(one.value) / abs(other.value)
        return _derived(abs(result.value), amount, result, _quotients((abs(low[0]), abs(low[1])), high))
    if result.unit.dimension != "ratio" or one.unit.dimension == "ratio":
        difference = _amount(result, one, other)
        if difference != FAILS or result.unit.printed.endswith("点") or result.unit.dimension != "ratio":
            return difference
    if other.value == 0:
        return FAILS
    current, earlier = _both(one, other)
    reached = _quotients((current[0] - earlier[1], current[1] - earlier[0]), earlier)
    return _directed(result, (one.value - other.value) / abs(other.value), reached)


def _amount(result: Figure, current: Figure, earlier: Figure) -> str:
    difference = current.value - earlier.value
    figures = [result, current, earlier]
    if _signed(result):
        return _linear((result.direction or 1) * result.value - difference, figures)
    return _linear(abs(result.value) - abs(difference), figures)


def _signed(figure: Figure) -> bool:
    """The sign is printed or told by a word; both at once (下降-5%) are one sign."""
    return bool(figure.direction) != (figure.number < 0) or (figure.direction > 0 and figure.number < 0)


def _directed(result: Figure, exact: Fraction, reached: Interval | None) -> str:
    if _signed(result):
        return _derived((result.direction or 1) * result.value, exact, result, reached)
    if reached and exact < 0:
        reached = -reached[1], -reached[0]
    return _derived(abs(result.value), abs(exact), result, reached)


def _change_to(result: Figure, amount: Figure, current: Figure) -> str:
    direction = amount.direction or result.direction
    if amount.direction * result.direction < 0:
        return FAILS
    found = []
    for sign in (direction,) if direction else (1, -1):
        earlier = current.value - sign * abs(amount.value)
        if earlier > 0:
            part, whole = _both(amount, current)
            base = (whole[0] - sign * abs(amount.value), whole[1] - sign * abs(amount.value))
            part = (abs(amount.value) - (part[1] - part[0]) / 2, abs(amount.value) + (part[1] - part[0]) / 2)
            found.append(_derived(abs(result.value), abs(amount.value) / earlier, result, _quotients(part, base)))
    return min(found, key=BADNESS.index, default=FAILS)


def _product(relation: Relation, result: Figure, *factors: Figure) -> str:
    """The result follows from the factors, or a factor that is no count (an average) from the others."""
    factors = tuple(_in_printed_unit(factor) for factor in factors)
    exact, low, high = Fraction(1), Fraction(1), Fraction(1)
    for factor in factors:
        exact *= factor.value
        ends = [bound * end for bound in (low, high) for end in _interval(factor)]
        low, high = min(ends), max(ends)
    found = [_derived(result.value, exact, result, (low, high))]
    for factor in factors:
        others = exact / factor.value if factor.value else Fraction(0)
        if others and not factor.unit.counts:
            found.append(_derived(factor.value, result.value / others, factor))
    return min(found, key=BADNESS.index)


def _in_printed_unit(factor: Figure) -> Figure:
    """A price is for one of the printed unit: 3.2公里, 每公里45.00万元."""
    if factor.unit.dimension in ("money", "ratio", "count", ""):
        return factor
    return replace(factor, unit=factor.unit._replace(scale=factor.unit.multiple))


def _score(relation: Relation, result: Figure, weight: Figure, rate: Figure) -> str:
    rate = _given(rate, PERCENT)
    ends = sorted(weight.value * min(end, WHOLE) for end in _interval(rate))
    return _derived(result.value, weight.value * min(rate.value, WHOLE), result, (ends[0], ends[-1]))


# Comparisons and counts
def _comparison(relation: Relation, one: Figure, other: Figure) -> str:
    left, right = one.value, other.value
    true = {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[relation.form]
    return HOLDS if true else FAILS


def _count(relation: Relation, result: Figure) -> str:
    return HOLDS if result.value == relation.items else FAILS


def _possible(relation: Relation, rate: Figure, number: Figure) -> str:
    if number.value <= 0 or number.value.denominator > 1:
        return FAILS
    nearest = rate.value * number.value
    candidates = {nearest.__floor__(), nearest.__ceil__()}
    found = [
        _derived(rate.value, Fraction(each) / number.value, rate) for each in candidates if 0 <= each <= number.value
    ]
    return min(found, key=BADNESS.index, default=FAILS)


JUDGES: dict[str, Callable[..., str]] = {
    "sum": _total,
    "balance": _total,
    "restatement": _restatement,
    "whole": _whole,
    "share": _share,
    "rate": _share,
    "change": _change,
    "product": _product,
    "score": _score,
    "comparison": _comparison,
    "count": _count,
    "possible": _possible,
}


def disagreements(listing: Listing) -> list[str]:
    """The lines of a list whose mark is not what the figures say, or whose right value does not set them right."""
    found = []
    for relation in listing.relations:
        where = f"{listing.name}.relations:{relation.line}"
        said = verdict(listing, relation)
        if relation.mark not in ACCEPTED[said]:
            words = {HOLDS: "holds", MEETS: "holds", TAIL: "has a tail", FAILS: "does not hold"}
            found.append(f"{where}: {words[said]}: {relation.source}")
        elif relation.wrong and verdict(listing, relation, corrected(listing, relation)) == FAILS:
            found.append(f"{where}: does not hold with the value named as right: {relation.source}")
    return found


def corrected(listing: Listing, relation: Relation) -> dict[Range, Figure]:
    """The wrong figure of a relation with its right value."""
    assert relation.wrong
    place, value = relation.wrong
    before = listing.figures[place]
    text = listing.text.text
    figure = type(listing.text)(text[: place[0]] + value + text[place[1] :]).figure((place[0], place[0] + len(value)))
    return {place: _given(figure, before.unit)}
