"""The unit of a number as a reader sees it: behind the number, at the end of its list, or at the head of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """`scale` is what one of it is worth in the base unit of its dimension. A dimension of "" is unknown."""

    dimension: str
    scale: Fraction
    printed: str
    multiple: Fraction = Fraction(1)  # 万 of 万亩

    @property
    def counts(self) -> bool:
        """People and things: no tolerance."""
        return self.dimension == "count"


UNKNOWN = Unit("", Fraction(1), "")
PERCENT = Unit("ratio", Fraction(1, 100), "%")
MULTIPLIERS = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "万": 4, "千": 3, "百": 2, "": 0}  # powers of ten
NOUNS = {  # dimension and scale; any other word counts things
    "元": ("money", Fraction(1)),
    "%": ("ratio", Fraction(1, 100)),
    "％": ("ratio", Fraction(1, 100)),
    "‰": ("ratio", Fraction(1, 1000)),
    "百分点": ("ratio", Fraction(1, 100)),
    "个百分点": ("ratio", Fraction(1, 100)),
    "倍": ("ratio", Fraction(1)),
    "分": ("score", Fraction(1)),
    "公里": ("length", Fraction(1000)),
    "千米": ("length", Fraction(1000)),
    "米": ("length", Fraction(1)),
    "平方公里": ("area", Fraction(1000000)),
    "平方千米": ("area", Fraction(1000000)),
    "公顷": ("area", Fraction(10000)),
    "平方米": ("area", Fraction(1)),
    "亩": ("land", Fraction(1)),
    "立方米": ("volume", Fraction(1)),
    "吨": ("weight", Fraction(1000)),
    "公斤": ("weight", Fraction(1)),
    "千克": ("weight", Fraction(1)),
    "分钟": ("minutes", Fraction(1)),
    "小时": ("hours", Fraction(1)),
}
NOUN = "|".join(sorted(NOUNS, key=len, reverse=True))
BEHIND = re.compile(
    rf"[ \u3000]?(?P<multiplier>万亿|千万|百万|亿|万|千(?=元)|百(?=元)|)[ ]?(?P<noun>{NOUN}|[\u4e00-\u9fff]?)"
)
CONNECTED = re.compile(r"(?:、|和|与|及|以及)(?=[-－]?[0-9])")  # to a number whose unit both have: 3.2、4.5万元
NO_UNIT = set("、和与及以至到的是为在比较占等其于")
SEPARATORS = (r"\|", r"\t", r"(?<=\S) {2,}")  # of cells; the first that a line has
HEADER_UNIT = re.compile(r"(?:单位[：:]?\s*|[（(])([亿万千百]?元)(?=[）)、，,；;|\s]|$)")
COLUMN_UNITS = (
    (re.compile(r"[率占]|比例|%|％|幅度|增幅|降幅"), PERCENT),
    (re.compile(r"分值|得分|评分|分数"), Unit("score", Fraction(1), "分")),
    (re.compile(r"人数|户数|个数|数量|编制|在职|退休|（人）|\(人\)"), Unit("count", Fraction(1), "人")),
)
DATA = re.compile(r"[ \u3000]*[-≥≤=<>]?[0-9](?![0-9]{3}年)")  # how a cell with a figure begins
LINES_ABOVE = 4  # of a table, where its unit may stand


def unit_behind(text: str, end: int) -> tuple[Unit, int]:
    """The unit that stands behind a number, and where it ends; (UNKNOWN, end) where none does."""
    match = BEHIND.match(text, end)
    assert match
    multiplier, noun = match["multiplier"], match["noun"]
    if noun in NO_UNIT:
        noun = ""
    if not multiplier and not noun:
        return UNKNOWN, end
    if noun == "分" and text[match.end() : match.end() + 1] in ("局", "别", "公", "管", "布", "期", "类", "为"):
        return UNKNOWN, end
    dimension, scale = NOUNS.get(noun, ("count", Fraction(1)))
    stop = match.end() if noun else match.end("multiplier")
    multiple = Fraction(10) ** MULTIPLIERS[multiplier]
    return Unit(dimension, scale * multiple, multiplier + noun, multiple), stop


def is_row(line: str) -> bool:
    return "|" in line or "\t" in line or bool(re.search(r"\S {2,}\S", line))


def unit_of_column(lines: Sequence[str], row: int, column: int) -> Unit:
    """The unit that the table around a cell gives it. `row` is an index, `column` a place in that line."""
    if not is_row(lines[row]):
        return UNKNOWN
    ordinal = len(_cells(lines[row][:column])) - 1
    head = row
    while head > 0 and is_row(lines[head - 1]):
        head -= 1
        cells = _cells(lines[head])
        title = cells[ordinal] if ordinal < len(cells) else ""
        if match := HEADER_UNIT.search(title):
            return unit_behind(match[1], 0)[0]
        for pattern, unit in COLUMN_UNITS:
            if pattern.search(title) and not DATA.match(title):
                return unit
    for line in reversed(lines[max(head - LINES_ABOVE, 0) : row]):
        if match := HEADER_UNIT.search(line):
            return unit_behind(match[1], 0)[0]
    return UNKNOWN


def _cells(line: str) -> list[str]:
    return re.split(next((each for each in SEPARATORS if re.search(each, line)), r"\t"), line)
