"""Consistent reports give no finding about figures, and a slip planted into one is found.

Documents, slips and the table of both by phrasing: `python -m tests.properties.documents`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.properties.documents import judge, known, reduce
from tests.properties.documents.__main__ import Outcome, examine_all, summary
from tests.properties.documents.compose import compose
from tests.properties.documents.document import Document
from tests.properties.documents.judge import Slip
from tests.properties.documents.template import PHRASINGS

LEAST = 0.98  # of the slips are found
SMALL = 3  # phrasings of a section, so that Hypothesis can follow
BOUNDED = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow, HealthCheck.large_base_example],
)


class Drawn:
    """A chooser that Hypothesis can shrink."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def integer(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    return compose(Drawn(draw), without=known.FALSE, most=SMALL)


@st.composite
def slipped(draw: st.DrawFn) -> tuple[Document, Slip | None]:
    """A document, and a slip that another figure of the same phrasing contradicts."""
    chooser = Drawn(draw)
    document = compose(chooser, known.BUILT, {*known.FALSE, *known.MISSED}, SMALL)
    slip = judge.plant(document, chooser, known.BUILT)
    return document, slip if slip and slip.near else None


@BOUNDED
@given(documents())
def test_consistent_documents_give_no_finding_about_figures(document: Document) -> None:
    assert document.untrue() == [], "a fault of the grammar"
    for finding in judge.findings(document.text()):
        _, text = reduce.of_finding(document, finding)
        pytest.fail(f"{finding['code']}: {finding['message']}\n{text}", pytrace=False)


@BOUNDED
@given(slipped())
def test_a_slip_is_found(planted: tuple[Document, Slip | None]) -> None:
    document, slip = planted
    if slip and not judge.is_found(document, slip, judge.findings(document.text())):
        number = document.figures[slip.figure].number
        _, text = reduce.of_miss(document, slip)
        pytest.fail(f"{number} -> {slip.typed} is not found in\n{text}", pytrace=False)


def test_there_are_many_phrasings() -> None:
    assert len(PHRASINGS) >= 60
    assert {*known.FALSE, *known.MISSED} <= set(PHRASINGS)


def check(outcomes: list[Outcome]) -> None:
    told = summary(outcomes)
    print(f"\n{told}")
    counted = [found for outcome in outcomes for name, _, _, _, found in outcome.slips if name not in known.MISSED]
    assert not any(outcome.false for outcome in outcomes), told
    assert sum(counted) >= LEAST * len(counted), told


@pytest.mark.long("ten thousand documents")
def test_many_documents() -> None:
    check(examine_all(range(1000, 11000), known.BUILT, known.FALSE, jobs=2))
