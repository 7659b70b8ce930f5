"""How amounts, counts and percentages are drawn and printed, and the slips of one who types them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from tests.properties import verdicts
from tests.properties.documents.chooser import Chooser, chance, pick
from tests.properties.verdicts import MONEY, Printed

HAN_DIGITS = "零一两三四五六七八九"  # before a measure word
SIZES = (100, 1000, 10000, 30000)  # last units
SMALL = SIZES[:3]  # of what is in nobody's books: no more than the department spends
STANDARDS = (200, 300, 500, 600, 800, 1000, 1200, 1500, 2000)  # 元 for each person
EACH = "每元"  # 元 of such a standard
ODD = {"亿元": 4, "万元": 6, "元": 2}  # decimals at most, where a document mixes units


@dataclass(frozen=True)
class Style:
    """How one document writes its figures."""

    unit: str = "万元"
    decimals: int = 2
    commas: int = 0  # percent of the amounts with thousands separators
    dropped: int = 0  # percent of the figures without their trailing zeros
    spaced: bool = False
    percent_decimals: int = 2
    broken: int = 0  # percent of the amounts with a line broken before their unit

    @property
    def last(self) -> Fraction:
        """The last unit in 元."""
        return Fraction(MONEY[self.unit], 10**self.decimals)


def draw_style(chooser: Chooser) -> Style:
    unit, decimals = pick(chooser, (("万元", 2),) * 6 + (("元", 2), ("元", 0), ("万元", 1), ("万元", 4)))
    commas = pick(chooser, (0, 0, 0, 100, 50))
    dropped = pick(chooser, (0, 50, 100))
    spaced, broken = chance(chooser, 10), 10 if chance(chooser, 5) else 0
    return Style(unit, decimals, commas, dropped, spaced, pick(chooser, (2, 2, 1, 0)), broken)


def draw_amount(chooser: Chooser, style: Style, sizes: tuple[int, ...] = SIZES) -> Fraction:
    """In 元, above zero, a multiple of the style's last unit."""
    size = pick(chooser, sizes)
    units = chooser.integer(size // 10, size)
    finer = {("元", 2): 10**4, ("元", 0): 100, ("万元", 4): 100}.get((style.unit, style.decimals), 1)
    return (units * finer + chooser.integer(0, finer - 1)) * style.last


def draw(chooser: Chooser, style: Style, unit: str) -> Fraction:
    """A figure that is in nobody's books, in the base unit of `unit`."""
    if unit == EACH:
        return Fraction(pick(chooser, STANDARDS))
    if unit == "亿元":
        return Fraction(chooser.integer(10, 3000) * MONEY[unit], 100)
    if unit in MONEY:
        return draw_amount(chooser, style, SMALL)
    if unit == "%":
        parts = 10**style.percent_decimals
        return Fraction(chooser.integer(90 * parts, 99 * parts), parts)
    if unit == "分":
        return Fraction(chooser.integer(16, 60), 2)
    return Fraction(chooser.integer(2, 80))


def print_figure(chooser: Chooser, style: Style, value: Fraction, unit: str) -> Printed:
    """Rounded half up where `unit` cannot show it all."""
    own = value / verdicts.MEASURED.get(unit, 1)
    if unit in ("%", "个百分点"):
        decimals = style.percent_decimals
    elif unit == style.unit:
        decimals = style.decimals
    else:
        decimals = next((places for places in range(ODD.get(unit, 1)) if _shows(own, places)), ODD.get(unit, 1))
    number = f"{Decimal(floor(verdicts.half_up(own, decimals) * 10**decimals)).scaleb(-decimals):f}"
    if "." in number and chance(chooser, style.dropped):
        number = number.rstrip("0").rstrip(".")
    if unit in MONEY and chance(chooser, style.commas):
        number = with_commas(number)
    return Printed(number, unit)


def _shows(value: Fraction, decimals: int) -> bool:
    return value == Fraction(floor(value * 10**decimals), 10**decimals)


def with_commas(number: str) -> str:
    whole, point, decimals = number.partition(".")
    return f"{int(whole):,}{point}{decimals}"


# --- slips -----------------------------------------------------------------------------------------------------------


def slips(number: str) -> Iterator[tuple[str, str]]:
    """(kind, what is typed instead): one digit, two transposed, one dropped, the point moved."""
    if number in HAN_DIGITS:
        yield from (("digit", other) for other in HAN_DIGITS[2:] if other != number)
        return
    plain = number.replace(",", "")
    seen = {plain}
    for kind, typed in _slips(plain):
        if typed not in seen and _is_number(typed):
            seen.add(typed)
            yield kind, with_commas(typed) if "," in number else typed


def _slips(number: str) -> Iterator[tuple[str, str]]:
    for place, digit in enumerate(number):
        before, after = number[:place], number[place + 1 :]
        if digit == ".":
            continue
        for other in "0123456789":
            yield "digit", before + other + after
        if after[:1] not in ("", "."):
            yield "transposition", before + after[0] + digit + after[1:]
        yield "drop", (before + after).rstrip(".")
    whole, _, decimals = number.partition(".")
    if decimals:
        yield "point", f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".")
        yield "point", f"{whole[:-1] or 0}.{whole[-1]}{decimals}"
    else:
        yield "point", f"{whole}0"
        yield "point", f"{whole[:-1] or 0}.{whole[-1]}" if whole[-1] != "0" else whole[:-1]


def _is_number(number: str) -> bool:
    """Not zero either: nobody divides by it."""
    whole = number.partition(".")[0]
    return bool(whole) and (whole == "0" or whole[0] != "0") and Fraction(number) != 0
