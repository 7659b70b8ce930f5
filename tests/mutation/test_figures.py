"""Figures of whole reports altered one at a time: the slip is caught, at the right figure, with the right correction.

What is altered and what is left out stands in slips.py. The reports are those with a hand-written list of their
relations; a sample of the slips is judged here, all of them by `python -m tests.mutation.figures`, which prints the
same tables.
"""

from __future__ import annotations

import pytest

from tests.agreement.lists import Listing
from tests.agreement.sources import project_sources, seed_source
from tests.mutation import figure_judge, figure_tables
from tests.mutation.figures import choose

SAMPLE = 1500  # slips
LEAST_CAUGHT = 0.78
LEAST_CULPRIT, LEAST_CORRECTED = 0.82, 0.75  # of those caught, where two or more listed relations meet
LEAST_CAUGHT_IN_SEEDS = 0.8
LEAST_TOLD = 0.85  # of the mistakes planted in the reports as they stand
LISTED = 20  # misses


@pytest.fixture(scope="module")
def listings() -> list[Listing]:
    found = [listing for source in project_sources() if not source.frozen for listing in source.listings]
    return found or pytest.skip("no report of the project has a list yet")


def test_slips_are_caught(listings: list[Listing]) -> None:
    outcomes = judged(listings)
    met = figure_tables.met(outcomes)
    assert figure_tables.rate(met, lambda outcome: outcome.culprit) >= LEAST_CULPRIT
    assert figure_tables.rate(met, lambda outcome: outcome.corrected) >= LEAST_CORRECTED
    caught_at_least(LEAST_CAUGHT, outcomes, listings)


def test_unaltered_reports_have_listed_mistakes_and_no_other(listings: list[Listing]) -> None:
    judge = figure_judge.Judge(listings)
    found = [figure_judge.unaltered(listing, judge.unaltered(number)) for number, listing in enumerate(listings)]
    print(f"\n{figure_tables.unaltered_table(found)}")
    assert [each.name for each in found if each.false] == []
    assert sum(each.told for each in found) >= LEAST_TOLD * sum(each.planted for each in found)


def test_slips_in_the_seed_reports_are_caught() -> None:
    source = seed_source()
    if not source:
        pytest.skip("GOUJI_CORPUS names no folder with seeds/*.txt")
    caught_at_least(LEAST_CAUGHT_IN_SEEDS, judged(source.listings), source.listings)


def judged(listings: list[Listing]) -> list[figure_judge.Outcome]:
    """The outcomes of a sample, printed."""
    chosen, excluded = choose(listings, SAMPLE)
    outcomes = list(figure_judge.judge_all(listings, chosen))
    print(f"\n{figure_tables.table(outcomes, excluded)}")
    return outcomes


def caught_at_least(least: float, outcomes: list[figure_judge.Outcome], listings: list[Listing]) -> None:
    if figure_tables.rate(outcomes) < least:
        pytest.fail(figure_tables.misses(outcomes, listings, LISTED), pytrace=False)
