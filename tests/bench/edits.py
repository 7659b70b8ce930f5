"""Command: `python -m tests.bench.edits` times edits of one character in reports of several lengths, beside a full check.

For each length and place: the time to open, then the median, the 99th of a hundred and the longest of the edits in
microseconds of processor time, and how many of them linked the document again. The places are a sentence without figures, a
figure of a sum, a heading, and the unit in the caption of a table; each edit types one character there or deletes it. The
core does the work (`_core.Document.edit_json`); the last column is the same through `gouji.Document.edit`, in the median.
Quote ratios: the times depend on the machine and its load.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable

import gouji
from gouji import _core

from tests.bench.make_report import make_report

LENGTHS = (4_800, 48_000, 480_000, 1_000_000, 4_800_000)
PLACES = {  # name: the words behind which a character is typed, and the character
    "sentence": ("主要负责开展", "一"),
    "figure": ("其中行政编制2", "7"),
    "heading": ("（三）", "新"),
    "unit": ("（单位：", "千"),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.edits")
    parser.add_argument("characters", type=int, nargs="*", default=LENGTHS, metavar="CHARACTERS")
    parser.add_argument("--runs", type=int, default=200, metavar="N", help="edits of each kind; at least 20")
    arguments = parser.parse_args()
    print(f"{'characters':>12}{'open ms':>10}{'check ms':>10}  place    {'p50':>10}{'p99':>10}{'max':>10}{'linked':>8}{'package':>10}")
    for length in arguments.characters:
        text = make_report(length)
        check = clock(lambda: _core.check_json(text)) / 1000
        opened = clock(lambda: _core.Document(text)) / 1000
        for name, (words, typed) in PLACES.items():
            at = place(text, words)
            times, linked = edit_times(_core.Document(text), at, typed, arguments.runs)
            package = edit_times_of_package(gouji.Document(text), at, typed, min(arguments.runs, 40))
            shown = f"{times[len(times) // 2]:>10.0f}{times[len(times) * 99 // 100]:>10.0f}{times[-1]:>10.0f}"
            print(f"{len(text):>12,}{opened:>10.1f}{check:>10.1f}  {name:<9}{shown}{linked:>8}{package:>10.0f}", flush=True)
    return 0


def place(text: str, words: str) -> int:
    """Behind `words` in the middle of the text, or where they first stand."""
    found = text.find(words, len(text) // 2)
    return (found if found >= 0 else text.index(words)) + len(words)


def clock(work: Callable[[], object]) -> float:
    """Microseconds of processor time."""
    begin = time.process_time_ns()
    work()
    return (time.process_time_ns() - begin) / 1000


def edit_times(document: _core.Document, at: int, typed: str, runs: int) -> tuple[list[float], int]:
    """In order of length; and how many linked the document again."""
    times, linked = [], 0
    for run in range(max(runs, 20)):
        edit = (at, at, typed) if run % 2 == 0 else (at, at + len(typed), "")
        begin = time.process_time_ns()
        answer = document.edit_json([edit])
        times.append((time.process_time_ns() - begin) / 1000)
        linked += next(work["all"] for work in json.loads(answer)["work"] if work["stage"] == "relations")
    return sorted(times), linked


def edit_times_of_package(document: gouji.Document, at: int, typed: str, runs: int) -> float:
    """The median."""
    times = []
    for run in range(runs):
        edit = (at, at, typed) if run % 2 == 0 else (at, at + len(typed), "")
        times.append(clock(lambda: document.edit(*edit)))
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    sys.exit(main())
