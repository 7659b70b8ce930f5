"""Compares what the core says of short sentences (sentences.py) with exact fractions (verdicts.py).

Command: `python -m tests.properties.oracle` compares all cases; `--step N` only every Nth of each family, `--family
NAME` one of them, `--shown N` lists so many disagreements of each.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from tests.fixtures import core
from tests.properties import verdicts
from tests.properties.sentences import FAMILIES, Case, Family


@dataclass(frozen=True)
class Disagreement:
    case: Case
    found: str

    def __str__(self) -> str:
        status, expected, difference = self.case.verdict
        told = f"{status}, {_short(expected)}, {_short(difference)}"
        return f"{self.case.text!r}\n    must be {told}; is {self.found}"


def _short(value: Fraction) -> str:
    return f"{float(value):.10g}"


def is_tied(family: Family) -> bool:
    return any(relation["kind"] == family.kind for relation in core.analyse(family.probe)["relations"])


def compare(case: Case) -> Disagreement | None:
    answer = core.analyse(case.text)
    places = {each["id"]: each["number_range"][0] for each in answer["quantities"]}
    found = [
        each for each in answer["relations"] if each["kind"] == case.kind and places[each["result"]] == case.result
    ]
    if len(found) != 1:
        return Disagreement(case, f"{len(found)} relations")
    status, expected, difference = (found[0][key] for key in ("status", "expected", "difference"))
    if case.kind == "restatement" and status == verdicts.HOLDS == case.verdict.status:
        return None  # which of two values that agree is expected is nowhere said
    if status in (case.verdict.status, case.other) and _are_told(case, Fraction(expected), Fraction(difference)):
        return None
    return Disagreement(case, f"{status}, {expected}, {difference}")


def _are_told(case: Case, expected: Fraction, difference: Fraction) -> bool:
    """Exact, except that a quotient may be rounded to two more decimals than are printed."""
    _, exact, exact_difference = case.verdict
    if (expected, difference) == (exact, exact_difference):
        return True
    if case.kind not in ("share", "rate", "change", "product"):
        return False
    printed = exact + exact_difference
    decimals = len(case.text[case.result :].partition("%")[0].partition(".")[2]) + 2
    return expected == verdicts.half_up(exact, decimals) and difference == printed - expected


def disagreements(family: Family, step: int = 1) -> tuple[int, list[Disagreement]]:
    """How many cases were compared, and those in which the core says something else."""
    number, found = 0, []
    for case in islice(family.cases(), 0, None, step):
        number += 1
        if disagreement := compare(case):
            found.append(disagreement)
    return number, found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.properties.oracle")
    parser.add_argument("--step", type=int, default=1, metavar="N")
    parser.add_argument("--family", choices=FAMILIES)
    parser.add_argument("--shown", type=int, default=3, metavar="N")
    arguments = parser.parse_args()
    wrong = 0
    for name, family in FAMILIES.items():
        if arguments.family not in (None, name):
            continue
        if not is_tied(family):
            print(f"{name:40} not tied: {family.probe}")
            wrong += 1
            continue
        number, found = disagreements(family, arguments.step)
        wrong += len(found)
        print(f"{name:40} {number:6} cases, {len(found)} disagreements")
        for each in found[: arguments.shown]:
            print(f"  {each}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
