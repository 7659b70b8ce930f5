"""Corrections: the first fix of every finding, applied to the text until there is nothing more to apply.

Two kinds of fixes are applied only where their code was selected: those that insert what is still to be written, of the
codes in WRITING, and those that change a figure, of the codes in FIGURES, which somebody has to compare with the books.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple, Protocol

from gouji.checks import checks
from gouji.records import Diagnostic, Edit, Range
from gouji.report import Report
from gouji.selection import is_wanted

MOST_ROUNDS = 10
SECTIONS, ELEMENTS = "section-missing", "element-missing"
WRITING = frozenset({SECTIONS, ELEMENTS})
FIGURES = frozenset(code for code, group, *_ in checks() if group == "figures")
ON_REQUEST = WRITING | FIGURES

_LINE_END = re.compile(r"\r\n|\r|\n")


class Choice(NamedTuple):
    """Which findings are fixed: those of the codes in `select` (empty: all but ON_REQUEST) that are not in `ignore`."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def applies(self, found: Diagnostic) -> bool:
        """Whether the fix of a finding is to be applied."""
        return is_wanted(found.code, self.select, self.ignore) and not self.suggests(found)

    def suggests(self, found: Diagnostic) -> bool:
        """Whether its fix is one of ON_REQUEST, and would be applied if its code were selected."""
        return found.code in ON_REQUEST and not self.select and found.code not in self.ignore


class Check(Protocol):
    """Checks a text; `family` is the built-in family that it is read as where the caller has asked for none."""

    def __call__(self, text: str, family: str | None = None) -> Report: ...


@dataclass(frozen=True, slots=True)
class Fixed:
    """A corrected text.

    `applied` are the findings whose fixes were applied, each with positions in the text that it was found in; `report`
    is that of the result; `left` are findings of it that could be fixed but were not, since the rounds were over or
    their fixes would have led back to an earlier text; `suggested` are findings of it whose fixes insert skeletons,
    texts with 【请填写：…】 to be written, or change figures, and were not applied since their codes were not selected.
    """

    text: str
    applied: list[Diagnostic]
    report: Report
    left: list[Diagnostic]
    suggested: list[Diagnostic]

    def __repr__(self) -> str:
        return f"<Fixed: {len(self.applied)} applied, {len(self.report.diagnostics)} findings left>"


def fixed(text: str, check: Check, choice: Choice = Choice()) -> Fixed:
    """Applies the first fix of every chosen finding, checks again and repeats, at most MOST_ROUNDS times.

    Of fixes that overlap the earlier in the text is applied; the other may be in the next round. Sections are inserted
    before elements, which would else stand above them at the end of the text. A skeleton is inserted once, and while
    there are some to insert the text stays of the family that it was first found to be of.
    """
    seen = {text}
    applied: list[Diagnostic] = []
    inserted: set[str] = set()
    report = check(text)
    family = report.profile if any(map(choice.applies, _of(WRITING, report.diagnostics))) else None

    def wanted(found: Diagnostic) -> bool:
        return choice.applies(found) and found.id not in inserted

    for _ in range(MOST_ROUNDS):
        chosen = _compatible(report.diagnostics, text, wanted)
        if any(_of({SECTIONS}, chosen)):
            chosen = [found for found in chosen if found.code != ELEMENTS]
        changed = edited(text, (edit for found in chosen for edit in found.fixes[0].edits))
        if changed in seen:
            break
        seen.add(changed)
        applied += chosen
        inserted |= {found.id for found in _of(WRITING, chosen)}
        text, report = changed, check(changed, family)
    left = [found for found in report.diagnostics if wanted(found) and _changes(found, text)]
    if family is not None:
        report = check(text)
    suggested = [found for found in report.diagnostics if choice.suggests(found) and _changes(found, text)]
    return Fixed(text, applied, report, left, suggested)


def _of(codes: Container[str], findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    return (found for found in findings if found.code in codes)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap. Insertions at one place keep their order and stand before a replacement.

    New line ends are those that most lines of the text have.
    """
    end = prevailing_end(text)
    pieces, position = [], 0
    for edit in sorted(edits, key=lambda edit: edit.range):
        begin, stop = edit.range
        pieces += [text[position:begin], _LINE_END.sub(end, edit.text)]
        position = stop
    return "".join([*pieces, text[position:]])


def prevailing_end(text: str) -> str:
    r"""The line end that most lines have: "\n", "\r\n" or "\r"; of equally many the first of these."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    return max(counts, key=lambda end: counts[end])


def _compatible(found: list[Diagnostic], text: str, wanted: Callable[[Diagnostic], bool]) -> list[Diagnostic]:
    """The findings whose first fixes can be applied together: each whole, the earlier in the text before the later."""
    candidates = [index for index, each in enumerate(found) if wanted(each) and _changes(each, text)]
    candidates.sort(key=lambda index: min(edit.range for edit in found[index].fixes[0].edits))
    chosen: list[int] = []
    taken: list[Range] = []  # sorted
    for index in candidates:
        ranges = [edit.range for edit in found[index].fixes[0].edits]
        if all(_is_free(place, taken) for place in ranges):
            chosen.append(index)
            for place in ranges:
                insort(taken, place)
    return [found[index] for index in sorted(chosen)]


def _changes(found: Diagnostic, text: str) -> bool:
    """Whether there is a first fix, it lies in the text, its own edits do not overlap, and it changes something."""
    edits = found.fixes[0].edits if found.fixes else ()
    taken: list[Range] = []
    for edit in edits:
        begin, end = edit.range
        if not (0 <= begin <= end <= len(text) and _is_free(edit.range, taken)):
            return False
        insort(taken, edit.range)
    return any(text[slice(*edit.range)] != edit.text for edit in edits)


def _is_free(place: Range, taken: list[Range]) -> bool:
    """Whether a place overlaps none of the sorted ones, which do not overlap each other.

    Insertions overlap a replacement only inside it, and never each other.
    """
    begin, end = place
    index = bisect_left(taken, (begin, -1))
    if index and taken[index - 1][1] > begin:
        return False
    behind = islice(taken, index, None)
    return not any(other[1] > begin for other in takewhile(lambda other: other[0] < end, behind))
