"""The benchmark report: the same each time, of the length asked for, and without a mistake in its figures."""

from __future__ import annotations

from tests.bench.make_report import make_report
from tests.fixtures import core


def test_its_length_and_that_it_is_always_the_same() -> None:
    text = make_report(20_000)
    assert 20_000 <= len(text) <= 22_000
    assert text == make_report(20_000)
    assert text != make_report(20_000, seed=1)


def test_its_figures_are_tied_and_agree() -> None:
    report = core.analyse(make_report(20_000))
    assert report["diagnostics"] == []
    assert report["coverage"]["related"] > 0.9 * report["coverage"]["quantities"]
