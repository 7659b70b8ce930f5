"""Verdicts on short sentences against exact fractions: every nineteenth case, and all of them with --long."""

from __future__ import annotations

import pytest

from tests.properties import oracle
from tests.properties.sentences import FAMILIES

STEP = 19
LISTED = 5  # disagreements


def compare_all(name: str, step: int) -> None:
    family = FAMILIES[name]
    if not oracle.is_tied(family):
        pytest.fail(f"nothing ties {family.probe} as {family.kind}", pytrace=False)
    number, found = oracle.disagreements(family, step)
    assert number > 0
    if found:
        listed = "\n".join(str(each) for each in found[:LISTED])
        pytest.fail(f"{len(found)} of {number} cases:\n{listed}", pytrace=False)


@pytest.mark.parametrize("name", list(FAMILIES))
def test_verdicts_are_exact(name: str) -> None:
    compare_all(name, STEP)


@pytest.mark.long("a hundred thousand sentences")
@pytest.mark.parametrize("name", list(FAMILIES))
def test_all_verdicts_are_exact(name: str) -> None:
    compare_all(name, 1)
