"""Short sentences with every small case of a verdict, and what it must be (verdicts.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor

from tests.properties import verdicts
from tests.properties.verdicts import Printed, Verdict


@dataclass(frozen=True)
class Case:
    text: str
    kind: str  # of the relation
    result: int  # where its number begins
    verdict: Verdict
    other: str = ""  # a status that another reading of the rules gives


@dataclass(frozen=True)
class Family:
    """Cases of one sentence; they are compared once `probe`, which anyone would tie, has a relation of the kind."""

    kind: str
    probe: str
    cases: Callable[[], Iterator[Case]]


# --- numbers ---------------------------------------------------------------------------------------------------------

SOME = ("8", "12", "0", "11.8", "0.5", "3.0", "11.84", "0.05", "7.00", "2.50")  # every precision, and dropped zeros
FEW = ("8", "11.8", "3.0", "11.84", "0.05")
STEPS = range(-5, 6)  # last units beside the truth


def printed_near(value: Fraction, decimals: int, steps: range = STEPS) -> Iterator[str]:
    """The printed numbers around `value`, none negative."""
    for step in steps:
        size = floor(value * 10**decimals) + step
        if size >= 0:
            yield f"{Decimal(size).scaleb(-decimals):f}"


def _begin(text: str, mark: str) -> int:
    return text.index(mark) + len(mark)


# --- sums, balances, restatements ------------------------------------------------------------------------------------


def sums_of(count: int, numbers: tuple[str, ...], unit: str) -> Iterator[Case]:
    names = ("甲项", "乙项", "丙项", "丁项")[:count]
    what = "专项经费合计" if unit in verdicts.MONEY else "在册人员共"
    for parts in product(numbers, repeat=count):
        members = [Printed(number, unit) for number in parts]
        listed = "，".join(f"{name}{each.number}{unit}" for name, each in zip(names, members, strict=True))
        exact = sum((each.own for each in members), Fraction(0))
        for decimals in range(3 if "." in "".join(numbers) else 1):
            for total in printed_near(exact, decimals):
                announced = "其中" if unit in verdicts.MONEY else "分为"   # 其中 may name some of the people only
                text = f"{what}{total}{unit}，{announced}：{listed}。"
                verdict = verdicts.judge_sum(Printed(total, unit), [(1, each) for each in members])
                yield Case(text, "sum", len(what), verdict)


def mixed_sums(unit: str, units: tuple[str, str]) -> Iterator[Case]:
    """The total in `unit`; the first part anywhere, the second so that the sum lies around an end of the total."""
    for total, first, decimals, step in product(("88.10", "88.1", "88"), SOME, range(3), range(-3, 4)):
        result, one = Printed(total, unit), Printed(first, units[0])
        for end in (-1, 0, 1):
            wanted = result.value + end * verdicts.around(result).high - end * result.value - one.value
            size = floor(wanted / Printed("0", units[1]).scale * 10**decimals) + step
            if size < 0:
                continue
            two = Printed(f"{Decimal(size).scaleb(-decimals):f}", units[1])
            text = f"支出合计{total}{unit}，其中：基本支出{first}{units[0]}，项目支出{two.number}{units[1]}。"
            yield _in_several_units(text, "sum", len("支出合计"), result, [(1, one), (1, two)])


def _in_several_units(text: str, kind: str, place: int, result: Printed, members: list[tuple[int, Printed]]) -> Case:
    """Whether 88 beside 11.84 is 88.00 too where there is a third member in another unit can be read in two ways."""
    other = verdicts.judge_sum(result, members, as_printed=True).status
    return Case(text, kind, place, verdicts.judge_sum(result, members), other)


def balances(
    labels: tuple[str, ...], signs: tuple[int, ...], numbers: tuple[str, ...], repeated: bool
) -> Iterator[Case]:
    """`repeated`: those whose closing figure equals another member."""
    for parts in product(numbers, repeat=len(signs)):
        members = [(sign, Printed(number)) for sign, number in zip(signs, parts, strict=True)]
        exact = sum((sign * each.own for sign, each in members), Fraction(0))
        for decimals in range(3):
            for result in printed_near(exact, decimals):
                told = [f"{label}{number}万元" for label, number in zip(labels, (*parts, result), strict=True)]
                text = "，".join(told) + "。"
                if repeated == (Fraction(result) in [each.own for _, each in members]):
                    place = _begin(text, "，" + labels[-1])
                    yield Case(text, "balance", place, verdicts.judge_sum(Printed(result), members))


def mixed_balances() -> Iterator[Case]:
    """Carried over in 元, the rest in 万元."""
    for opening, income, spent in product(("4.30", "4.3"), ("96.00", "96"), ("97.15", "97.1", "97")):
        members = [(1, Printed(opening)), (1, Printed(income)), (-1, Printed(spent))]
        exact = sum((sign * each.value for sign, each in members), Fraction(0))
        for decimals, end in product(range(3), (-15000, -10000, -5000, -150, -100, -50, 0, 50, 100, 150, 5000, 15000)):
            for closing in printed_near(exact + end, decimals, range(-2, 3)):
                text = f"年初结转{opening}万元，本年收入{income}万元，本年支出{spent}万元，年末结转{closing}元。"
                place = _begin(text, "年末结转")
                yield _in_several_units(text, "balance", place, Printed(closing, "元"), members)


def restatements(numbers: tuple[str, ...], units: tuple[str, str]) -> Iterator[Case]:
    for first, decimals in product(numbers, range(3)):
        one = Printed(first, units[0])
        scale = Printed("0", units[1]).scale
        around = verdicts.around(one)
        ends = {one.value / scale, around.low / scale, around.high / scale}
        for later in sorted({number for end in ends for number in printed_near(end, decimals)}):
            text = f"一、基本情况\n2023年支出合计{first}{units[0]}。\n二、支出情况\n2023年支出合计{later}{units[1]}。"
            verdict = verdicts.judge_sum(one, [(1, Printed(later, units[1]))])  # the first mention is the result
            yield Case(text, "restatement", _begin(text, "支出合计"), verdict)


# --- shares and rates ------------------------------------------------------------------------------------------------


def percents(kind: str, sentence: str, unit: str, bases: range, decimals: int) -> Iterator[Case]:
    """`sentence` has {part}, {base} and {percent}; part and base are so many last units."""
    for size in bases:
        base = Printed(f"{Decimal(size).scaleb(-decimals):f}", unit)
        for of_part in range(size + 1):
            part = Printed(f"{Decimal(of_part).scaleb(-decimals):f}", unit)
            exact = Fraction(of_part * 100, size)
            for places in range(3):
                for number in printed_near(exact, places, range(-2, 4)):
                    text = sentence.format(part=part.number, base=base.number, percent=number)
                    verdict = verdicts.judge_percent(Printed(number, "%"), part, base)
                    yield Case(text, kind, text.index(f"{number}%"), verdict)


def reached_percents(sentence: str) -> Iterator[Case]:
    """Shares far off by one last unit of a short part or base: only intervals reach them."""
    for part, base in product(("0.1", "0.3", "0.12", "2", "1.0"), ("0.4", "0.7", "3", "2.5", "0.75", "9.25")):
        one, two = Printed(part), Printed(base)
        exact = one.value * 100 / two.value
        for places in range(3):
            sizes = {floor(exact * (100 + step) / 100 * 10**places) for step in range(-30, 31)}
            for size in sorted(sizes):
                number = f"{Decimal(size).scaleb(-places):f}"
                text = sentence.format(part=part, base=base, percent=number)
                yield Case(
                    text, "share", text.index(f"{number}%"), verdicts.judge_percent(Printed(number, "%"), one, two)
                )


# --- counts ----------------------------------------------------------------------------------------------------------

ROOMS = ("办公室", "规划股", "执法股", "财务股", "人事股", "法规股", "信访股", "宣教股", "监测股", "档案股")
HAN = "零一二三四五六七八九"


def counts() -> Iterator[Case]:
    for stated, listed in product(range(1, 11), range(2, len(ROOMS) + 1)):
        verdict = verdicts.judge_count(stated, listed)
        yield Case(f"内设{stated}个股室：{'、'.join(ROOMS[:listed])}。", "count", len("内设"), verdict)
    for stated, listed in product(range(2, 10), repeat=2):
        verdict = verdicts.judge_count(stated, listed)
        tasks = "，".join(f"{HAN[item]}是维修{ROOMS[item]}" for item in range(1, listed + 1))
        yield Case(f"全年重点做了{HAN[stated]}项工作：{tasks}。", "count", len("全年重点做了"), verdict)


# --- all -------------------------------------------------------------------------------------------------------------

CARRIED = ("年初结转", "本年收入", "本年支出", "年末结转")
ADDED = ("年初预算", "年中追加", "调整后预算")
CUT = ("年初预算", "调减", "调整后预算")
SHARE = "基本支出{part}万元，占支出合计{base}万元的{percent}%。"
PEOPLE_SHARE = "现有职工{base}人，党员{part}人，占职工人数的{percent}%。"
RATE = "全年预算{base}万元，实际支出{part}万元，预算执行率为{percent}%。"
COMPLETED = "支出决算{part}万元，完成年初预算{base}万元的{percent}%。"
SUM = "专项经费合计3万元，其中：甲项1万元，乙项2万元。"
PEOPLE = "在册人员共3人，其中：甲项1人，乙项2人。"
MIXED = "支出合计88.10万元，其中：基本支出600,000元，项目支出281,000元。"
TWICE = "一、基本情况\n2023年支出合计8万元。\n二、支出情况\n2023年支出合计8万元。"


def _percent_family(kind: str, sentence: str, unit: str, bases: range, decimals: int) -> Family:
    probe = sentence.format(part=6, base=8, percent=75)
    return Family(kind, probe, lambda: percents(kind, sentence, unit, bases, decimals))


def _balance_family(
    labels: tuple[str, ...], signs: tuple[int, ...], numbers: tuple[str, ...], repeated: bool = False
) -> Family:
    told = (*("8" for _ in signs), str(8 * sum(signs)))
    probe = "，".join(f"{label}{number}万元" for label, number in zip(labels, told, strict=True)) + "。"
    return Family("balance", probe, lambda: balances(labels, signs, numbers, repeated))


FAMILIES = {
    "sum of two": Family("sum", SUM, lambda: sums_of(2, SOME, "万元")),
    "sum of two in 元": Family("sum", SUM, lambda: sums_of(2, SOME, "元")),
    "sum of three": Family("sum", SUM, lambda: sums_of(3, FEW, "亿元")),
    "sum of four": Family("sum", SUM, lambda: sums_of(4, FEW, "万元")),
    "sum of people": Family("sum", PEOPLE, lambda: sums_of(3, ("3", "8", "12"), "人")),
    "sum in 万元 of 元": Family("sum", MIXED, lambda: mixed_sums("万元", ("元", "元"))),
    "sum in 万元 of 万元 and 元": Family("sum", MIXED, lambda: mixed_sums("万元", ("万元", "元"))),
    "sum in 亿元 of 万元 and 亿元": Family("sum", MIXED, lambda: mixed_sums("亿元", ("万元", "亿元"))),
    "sum in 元 of 万元": Family("sum", MIXED, lambda: mixed_sums("元", ("万元", "元"))),
    "balance carried over": _balance_family(CARRIED, (1, 1, -1), FEW),
    "budget and addition": _balance_family(ADDED, (1, 1), SOME),
    "budget and cut": _balance_family(CUT, (1, -1), SOME),
    "balance carried over, a figure twice": _balance_family(CARRIED, (1, 1, -1), FEW, repeated=True),
    "budget and addition, a figure twice": _balance_family(ADDED, (1, 1), SOME, repeated=True),
    "balance in two units": Family(
        "balance", "年初结转8万元，本年收入8万元，本年支出8万元，年末结转80000元。", mixed_balances
    ),
    "restatement": Family("restatement", TWICE, lambda: restatements(SOME, ("万元", "万元"))),
    "restatement in 元": Family("restatement", TWICE, lambda: restatements(SOME, ("万元", "元"))),
    "restatement in 万元": Family("restatement", TWICE, lambda: restatements(SOME, ("亿元", "万元"))),
    "share": _percent_family("share", SHARE, "万元", range(1, 41), 0),
    "share of tenths": _percent_family("share", SHARE, "万元", range(1, 31), 1),
    "share of hundredths": _percent_family("share", SHARE, "万元", range(100, 140, 13), 2),
    "share reached by intervals": Family(
        "share", SHARE.format(part=6, base=8, percent=75), lambda: reached_percents(SHARE)
    ),
    "share of people": _percent_family("share", PEOPLE_SHARE, "人", range(1, 31), 0),
    "rate": _percent_family("rate", RATE, "万元", range(101, 140, 13), 2),
    "rate of a budget": _percent_family("rate", COMPLETED, "万元", range(101, 140, 13), 2),
    "count": Family("count", f"内设2个股室：{ROOMS[0]}、{ROOMS[1]}。", counts),
}
