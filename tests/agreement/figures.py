"""A text and its figures: numbers named by line and printed form, with value, precision and unit. Asks the core nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.agreement.units import CONNECTED, PERCENT, UNKNOWN, Unit, is_row, unit_behind, unit_of_column
from tests.fixtures.places import Range

FOLDED = str.maketrans({**{chr(0xFF10 + digit): str(digit) for digit in range(10)}, "．": ".", "－": "-", "−": "-"})
NUMBER = re.compile(r"[0-9]+(?:,[0-9]+)*(?:\.[0-9]+)?")
HAN = "〇零一二三四五六七八九十百千两"
HAN_NUMBER = re.compile(f"[{HAN}]+")
HAN_DIGITS = {**{digit: value for value, digit in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2}
HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
DIRECTION = re.compile(r"增减|(?P<down>减|降|少|低|节约|节省|压|缩|回落|下滑)|(?P<up>增|升|提高|提升|多|高|涨|扩大|超)")
REACH = 10  # characters before a number in which its direction is told


@dataclass(frozen=True)
class Figure:
    """`place` is that of the number with its sign, `end` where its unit ends. `direction` is +1, -1 or 0: not told."""

    place: Range
    end: int
    line: int
    printed: str
    number: Fraction
    places: int
    unit: Unit
    direction: int = 0

    @property
    def value(self) -> Fraction:
        """In the base unit."""
        return self.number * self.unit.scale

    @property
    def last_unit(self) -> Fraction:
        """What one of the last printed place is worth, in the base unit."""
        return self.unit.scale / Fraction(10) ** self.places


class FigureError(Exception):
    """A reference that names no figure."""


class Text:
    """Lines and figures of a text; offsets are code points, `\\r\\n`, `\\r` and `\\n` each end a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = text.translate(FOLDED)
        self.starts = [0] + [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
        self.lines = re.split(r"\r\n|\r|\n", self.folded)

    def line_of(self, offset: int) -> int:
        """From 1."""
        return bisect_right(self.starts, offset)

    def find(self, line: int, printed: str, nth: int) -> Range:
        """The place of the `nth` number of a line that is printed like this. Raises FigureError."""
        if not 1 <= line <= len(self.lines):
            raise FigureError(f"there is no line {line}")
        wanted = printed.translate(FOLDED)
        signed = wanted.startswith("-")
        number = wanted.removeprefix("-")
        source = self.lines[line - 1]
        found = [match.span() for match in _numbers(source, number) if match[0] == number]
        if signed:
            found = [(start - 1, end) for start, end in found if source[max(start - 1, 0) : start] == "-"]
        if not found:
            raise FigureError(f"line {line} has no number {printed}")
        if not 1 <= nth <= len(found):
            raise FigureError(f"line {line} has {printed} only {len(found)} times")
        base = self.starts[line - 1]
        start, end = found[nth - 1]
        return base + start, base + end

    def figure(self, place: Range) -> Figure:
        """The number at a place, with what its surroundings say about it."""
        start, end = place
        line = self.line_of(start)
        printed = self.folded[start:end]
        number, places = parse(printed)
        unit, stop = self._unit(start, end, line)
        return Figure(place, stop, line, printed, number, places, unit, self._direction(start, line))

    def _unit(self, start: int, end: int, line: int) -> tuple[Unit, int]:
        if self.folded[max(start - 3, 0) : start] == "百分之":
            return PERCENT, end
        unit, stop = unit_behind(self.folded, end)
        if unit is UNKNOWN:
            after = end
            while unit is UNKNOWN and (connected := CONNECTED.match(self.folded, after)):
                following = NUMBER.search(self.folded, connected.end())
                assert following
                after = following.end()
                unit = unit_behind(self.folded, after)[0]
        if unit is UNKNOWN:
            unit = unit_of_column(self.lines, line - 1, start - self.starts[line - 1])
        return unit, stop

    def _direction(self, start: int, line: int) -> int:
        before = self.folded[max(start - REACH, self.starts[line - 1]) : start]
        told = [match.lastgroup for match in DIRECTION.finditer(re.split(r"[，。；：、（(|\t0-9]", before)[-1])]
        if not told and is_row(self.lines[line - 1]):
            return 1  # in a table a fall has a minus
        return {"down": -1, "up": 1}.get(told[-1] or "", 0) if told else 0

    def around(self, place: Range) -> str:
        """The words around a figure, for messages."""
        start, end = place
        first = max(start - 10, self.starts[self.line_of(start) - 1])
        return f"{self.text[first:start]}【{self.text[start:end]}】{self.text[end : end + 4]}".replace("\n", "⏎")


def _numbers(line: str, number: str) -> Sequence[re.Match[str]]:
    """The numbers of a line; a Chinese numeral that stands nowhere alone is looked for within longer ones."""
    if not HAN_NUMBER.fullmatch(number):
        return list(NUMBER.finditer(line))
    whole = list(HAN_NUMBER.finditer(line))
    return whole if any(match[0] == number for match in whole) else list(re.finditer(number, line))


def parse(printed: str) -> tuple[Fraction, int]:
    """Value and number of decimals of a printed number, folded. Raises ValueError."""
    if HAN_NUMBER.fullmatch(printed):
        return Fraction(_han_value(printed)), 0
    digits = printed.replace(",", "")
    return Fraction(digits), len(digits.partition(".")[2])


def _han_value(printed: str) -> int:
    if not set(printed) & set(HAN_POWERS):
        return int("".join(str(HAN_DIGITS[digit]) for digit in printed))
    total, digit = 0, 0
    for character in printed:
        if character in HAN_POWERS:
            total += (digit or 1) * HAN_POWERS[character]
            digit = 0
        else:
            digit = HAN_DIGITS[character]
    return total + digit
