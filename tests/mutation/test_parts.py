"""Parts, numbers and order taken away from whole reports one by one: each loss is reported once, where it belongs.

What is altered and what must be said stands in mutations.py, with the rules by which a mutation is left out; the
tables are printed (`pytest -s`, or `python -m tests.mutation.parts`).
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.mutation import judge
from tests.mutation.mutations import KINDS
from tests.mutation.reports import Report, project_reports

LEAST = 0.98  # of all mutations are reported as demanded
LISTED = 20  # misses


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return project_reports()


def test_losses_are_reported(reports: list[Report]) -> None:
    outcomes, excluded = judge.judge_all(reports)
    print(f"\n{judge.table(outcomes, excluded)}")
    assert {outcome.kind for outcome in outcomes} == set(KINDS)
    if judge.rate(outcomes) < LEAST:
        pytest.fail(judge.misses(outcomes, LISTED), pytrace=False)


def test_unaltered_reports_are_quiet(reports: list[Report]) -> None:
    print(f"\n{judge.unaltered_table(reports)}")
    loud = []
    for report in reports:
        severities = Counter(diagnostic["severity"] for diagnostic in judge.diagnostics(report.text))
        if not report.planted and (severities["error"] or severities["warning"] > 1):
            loud.append(report.name)
    assert loud == [], "no mistakes are planted in these"
