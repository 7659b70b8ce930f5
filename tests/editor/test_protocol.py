"""Both sides of the protocol at rest: equal texts and findings after any edits, latencies and compositions."""

from __future__ import annotations

import shutil

import pytest

from tests.editor import protocol_fuzz

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (protocol_fuzz.FRONT_END / "node_modules").exists(),
    reason="the page's side runs in Node: npm ci in python/frontend",
)


@pytest.mark.parametrize("seed", range(1, 5))
def test_sessions_converge(seed: int) -> None:
    result = protocol_fuzz.run(seed, sessions=40, edits=60)
    assert result["edits"] == 2400 and result["divergent"] == 0, result["firsts"]


def test_fifty_thousand_edits_converge(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--long"):
        pytest.skip("50,400 edits; run it with --long")
    result = protocol_fuzz.run(100, sessions=840, edits=60)
    assert result["edits"] == 50400 and result["divergent"] == 0, result["firsts"]


@pytest.mark.parametrize("control", ["dirty", "unseen"])
def test_sessions_diverge_where_a_rule_is_broken(control: str) -> None:
    assert protocol_fuzz.run(2, sessions=40, edits=60, control=control)["divergent"] > 0
