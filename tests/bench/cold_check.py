"""Command: `python -m tests.bench.cold_check` times full checks of benchmark reports from scratch, and a peer's lint.

A row for each length, medians in ms of processor time: `core`, the check with its JSON; `check`, `gouji.check` with the
records of its diagnostics; `objects`, with those of all lists; `lint`, AutoCorrect's lint of the same text in the same
process, where `pip install autocorrect-py` was done.
Then how each grows with the length. Quote the ratios: the times depend on the machine and its load.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import gouji
from gouji import _core

from tests.bench.make_report import make_report

LENGTHS = (4_800, 48_000, 480_000)  # characters
PEER = "autocorrect-py"
Work = Callable[[str], Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cold_check")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="of each kind; a tenth for the longest text")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the reports")
    arguments = parser.parse_args()
    works: dict[str, Work] = {"core": _core.check_json, "check": lambda text: gouji.check(text).diagnostics, "objects": all_objects}
    lint, reason = peer()
    if lint:
        works["lint"] = lint
    else:
        print(f"no lint: {reason}")
    print(f"{'characters':>12}" + "".join(f"{name:>10}" for name in works) + ("   core/lint" if lint else ""))
    rows = []
    for length in LENGTHS:
        text = make_report(length, arguments.seed)
        runs = arguments.runs if length <= LENGTHS[1] else max(3, arguments.runs // 5)
        row = medians(works, text, runs)
        rows.append((len(text), row))
        print(
            f"{len(text):>12,}"
            + "".join(shown(row[name]) for name in works)
            + ratio(row.get("core"), row.get("lint"), 12)
        )
    for (shorter, before), (longer, after) in pairwise(rows):
        growth = "".join(ratio(after[name], before[name], 10, 10 * shorter / longer) for name in works)
        print(f"{'growth':>12}{growth}   for 10 times {shorter:,}")
    return 0


def all_objects(text: str) -> object:
    report = gouji.check(text)
    return report.outline, report.quantities, report.relations, report.diagnostics


def peer() -> tuple[Work | None, str]:
    """AutoCorrect's lint, or why there is none."""
    try:
        import autocorrect_py
    except ImportError:
        return None, f"{PEER} is not installed"
    return lambda text: autocorrect_py.lint_for(text, "text"), ""


def medians(works: dict[str, Work], text: str, runs: int) -> dict[str, float | None]:
    """Seconds; None where the work fails. All are run in turn, so that a busy moment is of all."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    failed: set[str] = set()
    for turn in range(runs + 1):
        for name, work in works.items():
            if name in failed:
                continue
            started = time.process_time()
            try:
                work(text)
            except ValueError:  # AutoCorrect: "call limit reached"
                failed.add(name)
            if turn:  # the first one reads the vocabulary
                seconds[name].append(time.process_time() - started)
    return {name: None if name in failed else statistics.median(seconds[name]) for name in works}


def shown(seconds: float | None) -> str:
    return f"{'fails':>10}" if seconds is None else f"{1000 * seconds:>10.2f}"


def ratio(above: float | None, below: float | None, width: int, factor: float = 1) -> str:
    return " " * width if above is None or below is None else f"{factor * above / below:>{width}.2f}"


if __name__ == "__main__":
    sys.exit(main())
