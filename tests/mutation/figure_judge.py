"""What the core says about a slip, against what it says about the unaltered text."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.agreement.figures import NUMBER, Text
from tests.agreement.lists import FAILS, TAIL, Listing
from tests.fixtures import core
from tests.fixtures.places import Range
from tests.mutation.slips import Slip

Diagnostic = dict[str, Any]
CHUNK = 16  # slips that a process takes at once


@dataclass(frozen=True)
class Outcome:
    slip: Slip
    caught: bool
    culprit: bool  # every new finding that touches the figure stands on it
    corrected: bool  # one of them restores its value
    new: tuple[str, ...]  # what was said, wherever: line, code, message


@cache
def figure_codes() -> frozenset[str]:
    return frozenset(code for code, group, *_ in core.registry() if group == "figures")


def loud(answer: dict[str, Any]) -> list[Diagnostic]:
    return [each for each in answer["diagnostics"] if each["severity"] != "info"]


def overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def places(diagnostic: Diagnostic) -> list[Range]:
    """The range, the related ones, and those of fixes."""
    found = [diagnostic, *diagnostic["related"], *(edit for fix in diagnostic["fixes"] for edit in fix["edits"])]
    return [tuple(each["range"]) for each in found]


class Judge:
    """Knows the listings and the findings about their unaltered texts."""

    def __init__(self, listings: Sequence[Listing]) -> None:
        self.listings = listings
        self._unaltered: dict[int, list[Diagnostic]] = {}

    def unaltered(self, report: int) -> list[Diagnostic]:
        """Findings at warning or above."""
        if report not in self._unaltered:
            self._unaltered[report] = loud(core.analyse(self.listings[report].text.text))
        return self._unaltered[report]

    def judge(self, slip: Slip) -> Outcome:
        before = self.listings[slip.report].text.text
        text = slip.altered(before)
        answer = core.analyse(text)
        known = {_identity(each, slip) for each in self.unaltered(slip.report)}
        new = [each for each in loud(answer) if _identity(each) not in known]
        touching = [each for each in new if any(overlap(place, slip.quantity) for place in places(each))]
        itself = {slip.place, slip.quantity}
        for quantity in answer["quantities"]:
            if overlap(tuple(quantity["number_range"]), slip.place):
                itself |= {tuple(quantity["range"]), tuple(quantity["number_range"])}
        return Outcome(
            slip,
            bool(touching),
            bool(touching) and all(tuple(each["range"]) in itself for each in touching),
            any(_restores(fix, slip, text, before) for each in touching for fix in each["fixes"]),
            tuple(f"{each['line']} {each['code']} {each['message']}" for each in new),
        )


def _identity(diagnostic: Diagnostic, slip: Slip | None = None) -> tuple[Any, ...]:
    """A finding is told by its code and its places, here those in the text that `slip` has altered.

    Its message and its id may change with a figure that takes part.
    """
    found = [tuple(each["range"]) for each in (diagnostic, *diagnostic["related"])]
    if slip:
        longer = len(slip.new) - (slip.end - slip.start)
        found = [tuple(end + longer if end >= slip.end else end for end in place) for place in found]
    return diagnostic["code"], found[0], frozenset(found[1:])


def _restores(fix: dict[str, Any], slip: Slip, text: str, before: str) -> bool:
    """The edits that touch the figure give it back its value."""
    edits = [edit for edit in fix["edits"] if overlap(tuple(edit["range"]), slip.quantity)]
    fixed = text
    for edit in sorted(edits, key=lambda edit: edit["range"], reverse=True):
        fixed = fixed[: edit["range"][0]] + edit["text"] + fixed[edit["range"][1] :]
    if not edits or fixed == before:
        return bool(edits)  # before: the same words, also where the number is a Chinese one
    start = slip.place[0]
    lines = Text(fixed)
    signed = start + lines.folded.startswith("-", start)
    number = NUMBER.match(lines.folded, signed)
    return bool(number) and lines.figure((start, number.end() if number else start)).value == slip.figure.value


_judges: list[Judge] = []  # of a worker process


def _start(listings: Sequence[Listing]) -> None:
    _judges[:] = [Judge(listings)]


def _judge(slip: Slip) -> Outcome:
    return _judges[0].judge(slip)


def judge_all(listings: Sequence[Listing], chosen: Iterable[Slip], jobs: int = 1) -> Iterator[Outcome]:
    """In the order of the slips, whatever the number of processes."""
    if jobs == 1:
        yield from map(Judge(listings).judge, chosen)
        return
    with multiprocessing.Pool(jobs, _start, (listings,)) as pool:
        yield from pool.imap(_judge, chosen, CHUNK)


@dataclass(frozen=True)
class Unaltered:
    """Findings about figures, at warning or above, on the unaltered text of a list."""

    name: str
    expected: tuple[Diagnostic, ...]  # a listed relation that fails touches it, or one with a tail a rounding-tail
    false: tuple[Diagnostic, ...]  # none where the list is not complete
    told: int  # listed relations that fail and are touched
    planted: int  # listed relations that fail


def unaltered(listing: Listing, findings: Sequence[Diagnostic]) -> Unaltered:
    findings = [each for each in findings if each["code"] in figure_codes()]
    failing = [each.members for each in listing.relations if each.mark == FAILS]
    tails = [each.members for each in listing.relations if each.mark == TAIL]
    expected: list[Diagnostic] = []
    false: list[Diagnostic] = []
    told: set[tuple[Range, ...]] = set()
    for each in findings:
        reasons = failing + (tails if each["code"] == "rounding-tail" else [])
        met = [
            members
            for members in reasons
            if any(overlap(place, figure) for place in places(each) for figure in members)
        ]
        told |= set(met)
        if met or listing.complete:
            (expected if met else false).append(each)
    return Unaltered(
        *(listing.name, tuple(expected), tuple(false)),
        *(len(told & set(failing)), len(set(failing))),
    )
