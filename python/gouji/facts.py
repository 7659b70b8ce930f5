"""Facts: figures that are known from the books, as a table with indicator, period, value and unit.

A file is CSV (any separator of spreadsheets, any encoding that reports may have) or JSON: a list of objects, or an object
with such a list as "facts". Names and units are read by the core, so that a fact and a figure of a text mean the same.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from gouji import _core
from gouji.files import AnyPath, read_text, shown_path

COLUMNS = {
    "indicator": ("指标", "indicator", "name", "指标名称", "项目", "名称"),
    "period": ("期间", "period", "year", "年度", "年份"),
    "value": ("数值", "value", "amount", "金额", "值"),
    "unit": ("单位", "unit", "计量单位"),
    "basis": ("口径", "basis"),
    "scope": ("范围", "scope"),
}
REQUIRED = ("indicator", "period", "value", "unit")
MOST = 10_000  # rows

_BASES = {
    "决算": "actual", "实际": "actual", "决算数": "actual", "实际数": "actual", "执行数": "actual", "预算": "budget",
    "年初预算": "budget", "预算数": "budget", "年初预算数": "budget", "调整预算": "adjusted_budget",
    "调整预算数": "adjusted_budget", "全年预算": "adjusted_budget", "目标": "target", "目标值": "target",
}  # fmt: skip
_KNOWN_BASES = frozenset({"actual", "budget", "adjusted_budget", "target", "cumulative"})
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_YEAR = re.compile(r"([12][0-9]{3})(?:年度?)?")
_TIME = re.compile(r"^(?:[12][0-9]{3}年度?|全年|本年度?|当年|年度)+")


class FactsError(ValueError):
    """Facts that cannot be understood; the message names their file and row and says why."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One known figure. `value` is exact, in `unit`, the base unit; `printed` and `printed_unit` are as it was given.

    `basis` is "actual", "budget", "adjusted_budget", "target" or "cumulative"; `place` is where it stands in its table.
    """

    indicator: str
    period: str
    value: Fraction
    unit: str
    kind: str
    basis: str
    scope: str
    printed: str
    printed_unit: str
    given: str
    place: str

    @property
    def decimals(self) -> int:
        """Printed places after the point."""
        return len(self.printed.partition(".")[2])

    @property
    def key(self) -> tuple[str, ...]:
        """What a fact is one value of."""
        return self.indicator, self.period, self.basis, self.kind, self.scope


class Facts:
    """Known figures by what they measure; immutable."""

    __slots__ = ("_by_key", "rows")

    def __init__(self, rows: Iterable[Fact] = ()) -> None:
        """Raises FactsError where two rows say different values of the same."""
        self._by_key: dict[tuple[str, ...], Fact] = {}
        for row in rows:
            before = self._by_key.setdefault(row.key, row)
            if before.value != row.value:
                raise FactsError(f"{row.place}：{row.given} {row.printed}{row.printed_unit} 与{before.place}的 {before.printed}{before.printed_unit} 不同")
        self.rows = tuple(self._by_key.values())

    def find(self, indicator: str, period: str, basis: str, kind: str, scope: str) -> Fact | None:
        """The fact of exactly this; `basis` and `indicator` as texts have them, see `basis_of` and `name_of`."""
        return self._by_key.get((indicator, period, basis, kind, scope))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"<Facts: {len(self)}>"


AnyFacts = Facts | AnyPath | Iterable[Mapping[str, Any]]


def read_facts(given: AnyFacts | None) -> Facts | None:
    """Facts from `Facts`, the path of a .csv or .json file, or rows (mappings); None for None.

    Raises FactsError for rows that cannot be understood, FileError for a file that cannot be read, TypeError for another type.
    """
    if given is None or isinstance(given, Facts):
        return given
    if isinstance(given, (str, os.PathLike)):
        name = shown_path(given)
        text = read_text(given)
        return Facts(_facts(_json_rows(text, name) if name.lower().endswith(".json") else _csv_rows(text, name), name))
    if isinstance(given, Iterable) and not isinstance(given, (bytes, Mapping)):
        return Facts(_facts((_row(each, f"第{index}个") for index, each in enumerate(given, 1)), "facts"))
    raise TypeError(f"facts must be a path or rows, not {type(given).__name__}")


def basis_of(basis: str) -> str:
    """The bases among which values are compared: what a text does not call a budget or a target happened."""
    return "actual" if basis in ("unknown", "previous") else basis


def name_of(indicator: str) -> str:
    """An indicator without the words for the period, which stand apart."""
    return _TIME.sub("", indicator) or indicator


@cache
def factor(unit: str) -> tuple[str, Fraction] | None:
    """The base unit of a printed unit, and how many of it one is; None for a unit that is not known."""
    for quantity in json.loads(_core.check_json(f"总量1{unit}。"))["quantities"]:
        if quantity["printed"] == "1" and quantity["printed_unit"] == unit:
            return quantity["unit"], Fraction(quantity["value"])
    return None


Row = tuple[str, Mapping[str, str]]


def _csv_rows(text: str, name: str) -> Iterator[Row]:
    head, _, _ = text.partition("\n")
    separator = max("\t;，,", key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        columns = [_column(title) for title in next(reader)]
        _require([each for each in columns if each], f"{name}：表头")
        for row in reader:
            if any(cell.strip() for cell in row):
                cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False) if column}
                yield f"第{reader.line_num}行", dict.fromkeys(REQUIRED, "") | cells
    except csv.Error as error:
        raise FactsError(f"{name}：第{reader.line_num}行：{error}") from error


def _json_rows(text: str, name: str) -> Iterator[Row]:
    try:
        content = json.loads(text, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise FactsError(f"{name}：不是 JSON：{error}") from error
    rows = content.get("facts") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        raise FactsError(f"{name}：应当是一个列表，或者有“facts”列表的对象")
    for index, row in enumerate(rows):
        try:
            yield _row(row, f"/{index}")
        except FactsError as error:
            raise FactsError(f"{name}：{error}") from error


def _row(row: Any, place: str) -> Row:
    if not isinstance(row, Mapping):
        raise FactsError(f"{place}：应当是有 indicator、period、value、unit 的对象")
    found = {}
    for title, value in row.items():
        column = _column(str(title))
        if column and value is not None:
            found[column] = str(value).strip()
    _require(found, place)
    return place, found


def _column(title: str) -> str:
    cleaned = re.sub(r"\s+", "", title).lstrip("\ufeff").lower()
    return next((column for column, titles in COLUMNS.items() if cleaned in titles), "")


def _require(columns: Iterable[str], place: str) -> None:
    known = set(columns)
    lacking = [f"{COLUMNS[each][0]}（{each}）" for each in REQUIRED if each not in known]
    if lacking:
        raise FactsError(f"{place}：缺少 {'、'.join(lacking)}")


def _facts(rows: Iterable[Row], name: str) -> Iterator[Fact]:
    for count, (place, row) in enumerate(rows, 1):
        if count > MOST:
            raise FactsError(f"{name}：超过 {MOST} 行")
        try:
            if row["value"]:  # an indicator that is not known yet
                yield _fact(row, place)
        except FactsError as error:
            raise FactsError(f"{name}：{place}：{error}") from error


def _fact(row: Mapping[str, str], place: str) -> Fact:
    given, period, scope = row["indicator"], row["period"], row.get("scope", "")
    number, unit = row["value"].replace(",", "").replace("，", ""), row.get("unit", "")
    if number.endswith(("%", "％", "‰")) and unit in ("", number[-1], "%"):
        number, unit = number[:-1], "‰" if number[-1] == "‰" else "%"
    if not _NUMBER.fullmatch(number):
        raise FactsError(f"“{row['value']}”不是数")
    if not given:
        raise FactsError("没有写指标")
    year = _YEAR.fullmatch(period)
    read = _read(f"{year[1]}年" if year else period, given, number, unit)
    basis = row.get("basis", "")
    known = _BASES.get(basis, basis if basis in _KNOWN_BASES else "")
    if basis and not known:
        raise FactsError(f"不认识口径“{basis}”，有 {'、'.join(sorted(_KNOWN_BASES))}")
    sign = -1 if number.startswith("-") else 1
    return Fact(
        indicator=name_of(read["indicator"] or given),
        period=year[1] if year else read["period"] or period,
        value=sign * abs(Fraction(read["value"])),
        unit=read["unit"],
        kind=read["kind"],
        basis=known or basis_of(read["basis"]),
        scope=scope,
        printed=number.lstrip("+"),
        printed_unit=unit,
        given=given,
        place=place,
    )


def _read(period: str, indicator: str, number: str, unit: str) -> Any:
    """How the core reads the fact as a sentence."""
    text = f"{period}{indicator}{number}{unit}。"
    begin = len(text) - 1 - len(unit) - len(number.lstrip("+-"))
    for quantity in json.loads(_core.check_json(text))["quantities"]:
        first, last = quantity["number_range"]
        if first <= begin < last and quantity["printed_unit"] == unit:
            return quantity
    raise FactsError(f"读不懂“{indicator} {number} {unit}”，请核对单位")
