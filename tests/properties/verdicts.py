"""What the verdict on printed figures must be, in exact fractions; written from the rules alone, not from the core.

The rules: members in one unit are read at the finest precision printed among them, members in several units are
intervals of their printed precision; a sum, balance or restatement *holds* where it is equal, is *rounding* within half
a last unit per member (the result is one) and two last units, and never without decimals; a quotient *holds* where it
rounds half up to what is printed, and is *rounding* where it truncates to it, is less than one last unit off or is
reached by the intervals of its operands. People and things have no tolerance.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import floor
from typing import NamedTuple

HOLDS, ROUNDING, VIOLATED = "holds", "rounding", "violated"
MONEY = {"元": 1, "千元": 1000, "万元": 10**4, "亿元": 10**8}
MEASURED = {**MONEY, "%": 1, "个百分点": 1, "分": 1}  # everything else is counted
MOST_UNITS = 2  # last units that rounding can explain in a sum
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Printed:
    """A number as it stands in the text, with its unit."""

    number: str
    unit: str = "万元"

    @property
    def own(self) -> Fraction:
        """In its own unit."""
        return Fraction(self.number.replace(",", ""))

    @property
    def value(self) -> Fraction:
        return self.own * self.scale

    @property
    def scale(self) -> int:
        return MEASURED.get(self.unit, 1)

    @property
    def decimals(self) -> int:
        return len(self.number.partition(".")[2])

    @property
    def counted(self) -> bool:
        return self.unit not in MEASURED


class Verdict(NamedTuple):
    status: str
    expected: Fraction  # both in the unit of the result, before any rounding
    difference: Fraction  # what is printed - what is expected


class Interval(NamedTuple):
    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_in, self.low_in)

    def plus(self, other: Interval) -> Interval:
        low_in, high_in = self.low_in and other.low_in, self.high_in and other.high_in
        return Interval(self.low + other.low, self.high + other.high, low_in, high_in)

    def over(self, base: Interval) -> Interval:
        """The quotients; the base is above zero, and only the low end may be below it."""
        low_in, high_in = self.low_in and base.high_in, self.high_in and base.low_in
        return Interval(self.low / (base.high if self.low > 0 else base.low), self.high / base.low, low_in, high_in)

    def meets(self, other: Interval) -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.has(low) and other.has(low))

    def has(self, value: Fraction) -> bool:
        above = value > self.low or (value == self.low and self.low_in)
        return above and (value < self.high or (value == self.high and self.high_in))


def last_unit(decimals: int) -> Fraction:
    return Fraction(1, 10**decimals)


def half_up(value: Fraction, decimals: int) -> Fraction:
    """The nearest multiple of the last unit, halves away from zero."""
    size = floor(abs(value) * 10**decimals + HALF)
    return Fraction(size if value >= 0 else -size, 10**decimals)


def truncated(value: Fraction, decimals: int) -> Fraction:
    size = floor(abs(value) * 10**decimals)
    return Fraction(size if value >= 0 else -size, 10**decimals)


def around(figure: Printed, beside: Sequence[Printed] = ()) -> Interval:
    """The values printed as this figure, in the base unit, at the finest precision of its unit in `beside`."""
    if figure.counted:
        return Interval(figure.value, figure.value)
    decimals = max([figure.decimals, *(other.decimals for other in beside if other.unit == figure.unit)])
    half = last_unit(decimals) * figure.scale / 2
    return Interval(figure.value - half, figure.value + half)


def judge_sum(result: Printed, members: Sequence[tuple[int, Printed]], as_printed: bool = False) -> Verdict:
    """`result` = the signed sum of `members`: sums, balances and (with one member) restatements.

    Where there are several units, each member is read at the finest precision printed in its unit, or `as_printed`.
    """
    everything = [result, *(member for _, member in members)]
    beside = () if as_printed else everything
    total = sum((sign * member.value for sign, member in members), Fraction(0))
    expected = total / result.scale
    difference = result.own - expected
    if difference == 0:
        return Verdict(HOLDS, expected, difference)
    if len({member.unit for member in everything}) > 1:
        reached = Interval(Fraction(0), Fraction(0))
        for sign, member in members:
            interval = around(member, beside)
            reached = reached.plus(interval if sign > 0 else -interval)
        return Verdict(HOLDS if reached.meets(around(result, beside)) else VIOLATED, expected, difference)
    finest = max(member.decimals for member in everything)
    tolerance = min(len(everything) * HALF, Fraction(MOST_UNITS)) * last_unit(finest)
    tail = finest > 0 and not result.counted and abs(difference) <= tolerance
    return Verdict(ROUNDING if tail else VIOLATED, expected, difference)


def judge_percent(result: Printed, part: Printed, base: Printed) -> Verdict:
    """`result` % = `part` / `base`: shares and rates."""
    return _judge_quotient(result, part, base, Fraction(1, 100))


def judge_average(result: Printed, part: Printed, number: Printed) -> Verdict:
    return _judge_quotient(result, part, number, Fraction(result.scale))


def _judge_quotient(result: Printed, part: Printed, base: Printed, scale: Fraction) -> Verdict:
    """No figure is negative, and `base` is not zero."""
    printed, decimals = result.own, result.decimals
    quotient = part.value / base.value / scale
    difference = printed - quotient
    if half_up(quotient, decimals) == printed:
        return Verdict(HOLDS, quotient, difference)
    last = last_unit(decimals)
    reach = around(part, [base]).over(around(base, [part]))
    reach = reach._replace(low=max(reach.low, Fraction(0)) / scale, high=reach.high / scale)
    near = truncated(quotient, decimals) == printed or abs(difference) < last
    reached = reach.meets(Interval(printed - last / 2, printed + last / 2))
    return Verdict(ROUNDING if near or reached else VIOLATED, quotient, difference)


def judge_count(stated: int, listed: int) -> Verdict:
    return Verdict(HOLDS if stated == listed else VIOLATED, Fraction(listed), Fraction(stated - listed))


def judge_formula(result: Printed, operands: Sequence[Printed], formula: Callable[..., Fraction]) -> str:
    """The status of `result` = `formula` of the operands, in the unit of the result.

    Lenient: anything between the values at the ends of the operands' intervals, and one last unit more, is rounding.
    """
    ends = [(interval.low, interval.high) for interval in (around(each, operands) for each in operands)]
    try:
        exact = formula(*(each.value for each in operands))
        corners = [formula(*corner) for corner in product(*ends)]
    except ZeroDivisionError:
        return ROUNDING
    if half_up(exact, result.decimals) == result.own:
        return HOLDS
    last = last_unit(result.decimals)
    return ROUNDING if min(corners) - last < result.own < max(corners) + last else VIOLATED
