"""What a tie says, and the verdict that printed values give it (verdicts.py)."""

from __future__ import annotations

import operator as operators
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from tests.properties import verdicts
from tests.properties.verdicts import HOLDS, ROUNDING, VIOLATED, Printed

Judge = Callable[[Sequence[Printed]], str]
COMPARED = {"<=": operators.le, "<": operators.lt, ">=": operators.ge, ">": operators.gt}
SUMMED = ("table", "balance", "change", "sum")


def derive(operator: str, left: Fraction, right: Fraction) -> Fraction:
    if operator in ("%", "@"):
        return left * 100 / right
    if operator == "^":
        return abs(left - right) * 100 / right
    return left / right if operator == "//" else abs(left - right)


def members(signed: str) -> list[tuple[int, str]]:
    """`a + b - c` as signs and keys."""
    words = ["+", *signed.split()]
    return [(1 if sign == "+" else -1, key) for sign, key in zip(words[::2], words[1::2], strict=True)]


def keys_of(rest: str, operator: str) -> list[str]:
    if operator == "#":
        return []
    return rest.split(" * ") if "*" in rest else [key for _, key in members(rest)]


def kind_of(operator: str, rest: str, kinds: Sequence[str]) -> str:
    if operator == "=":
        return "product" if "*" in rest else next(kind for kind in (*kinds, "sum") if kind in SUMMED)
    if operator in COMPARED:
        return "partial" if " + " in rest else "comparison"
    if operator == "~":
        return "change" if "change" in kinds else "restatement"
    return "count"


def judge_of(operator: str, rest: str) -> Judge:
    if operator == "#":
        return lambda printed: verdicts.judge_count(int(printed[0].value), int(rest)).status
    if operator == "~":
        return lambda printed: verdicts.judge_sum(printed[0], [(1, printed[1])], as_printed=True).status
    if operator in COMPARED:
        return _comparison(operator)
    return _product if "*" in rest else sum_judge([sign for sign, _ in members(rest)])


def sum_judge(signs: Sequence[int]) -> Judge:
    return lambda printed: (
        verdicts.judge_sum(printed[0], list(zip(signs, printed[1:], strict=True)), as_printed=True).status
    )


def _comparison(operator: str) -> Judge:
    def judge(printed: Sequence[Printed]) -> str:
        result, *others = (each.value for each in printed)
        return HOLDS if COMPARED[operator](result, sum(others, Fraction(0))) else VIOLATED

    return judge


def _product(printed: Sequence[Printed]) -> str:
    def multiplied(*factors: Fraction) -> Fraction:
        product = Fraction(1)
        for factor in factors:
            product *= factor
        return product / printed[0].scale

    return verdicts.judge_formula(printed[0], printed[1:], multiplied)


def derived(
    left: str, operator: str, right: str, rising: bool, kinds: Sequence[str]
) -> Iterator[tuple[str, list[str], Judge]]:
    """Every way to compute a derived figure: kind, operands and judge."""
    sign, change = (1 if rising else -1), f"{left}-{right}"
    table = "table" if "table" in kinds else ""
    if operator in ("%", "@"):
        kind = table or ("share" if operator == "%" else "rate")
        yield kind, [left, right], lambda printed: verdicts.judge_percent(*printed).status
    elif operator == "//":
        yield "product", [left, right], lambda printed: verdicts.judge_average(*printed).status
    elif operator == "-":
        kind = next((kind for kind in kinds if kind in SUMMED), "change")
        yield kind, [left, right], sum_judge([sign, -sign])
    else:
        yield "change", [left, right], _formula(lambda now, before: sign * (now - before) * 100 / before)
        yield "change", [change, right], _formula(lambda more, before: more * 100 / before)
        yield "change", [change, left], _formula(lambda more, now: more * 100 / (now - sign * more))


def _formula(formula: Callable[..., Fraction]) -> Judge:
    def judge(printed: Sequence[Printed]) -> str:
        if any(each.value == 0 for each in printed):
            return ROUNDING
        return verdicts.judge_formula(printed[0], printed[1:], formula)

    return judge
