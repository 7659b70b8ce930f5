"""Renumbering: the headings of each group get consecutive numbers, each in the form that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.editor.units import Units
from gouji.editor.wire import span
from gouji.fixing import SECTIONS
from gouji.records import Json
from gouji.report import Report
from gouji.skeleton import han

_HAN = re.compile("[〇零一二三四五六七八九十百两]+")
_DIGITS = re.compile("[0-9]+|[０-９]+")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST = 99
_CODES = frozenset({"heading-number-gap", "heading-number-repeat"})


def renumbered(report: Report, units: Units) -> list[Json]:
    """The changes, in text order: where a number stands, what it becomes, and what is expected there.

    Numbers change from the first heading on that the checks find wrong, among its siblings; what they find right stays: a
    heading may be the fifth though no fourth is known, where the fourth stands inside a paragraph.
    """
    edits = []
    outline, text = report.entry["outline"], report.text or ""
    for heading, number in _numbers(outline, _wrong(report)):
        found = _numeral(heading["label"])
        start = text.find(heading["label"], *heading["range"])
        if found is None or start < 0:
            continue
        begin, end, printed = found
        becomes = _written(printed, number)
        if becomes is not None and becomes != printed:
            edits.append({"at": span([start + begin, start + end], units), "text": becomes, "expect": printed})
    return sorted(edits, key=lambda edit: edit["at"])


def _wrong(report: Report) -> list[int]:
    """Where numbers stand that do not continue those before."""
    found = []
    for each in report.entry["diagnostics"]:
        if each["code"] in _CODES:
            found.append(each["range"][0])
        elif each["code"] == SECTIONS:  # a missing part, which the numbers show
            found += [place["range"][0] for place in each["related"]]
    return found


def _numbers(outline: list[Json], wrong: list[int]) -> Iterator[tuple[Json, int]]:
    """The headings that have a number, each with the one it should have."""
    last: dict[int | None, tuple[int, int]] = {}  # of each parent: the number of its last child, and the one it should have
    for heading in outline:
        number, parent = heading["number"], heading["parent"]
        if number is None:
            continue
        begin, end = heading["range"]
        before, should = last.get(parent, (0, 0))
        follows = number > before and not any(begin <= place < end for place in wrong if number != before + 1)
        due = should + (number - before if follows and number != should + 1 else 1)
        last[parent] = number, due
        if due <= _MOST:
            yield heading, due


def _numeral(label: str) -> tuple[int, int, str] | None:
    """Where the number of a label stands, the last one where it has several (1.2), and its characters."""
    for pattern in (_HAN, _DIGITS):
        all = list(pattern.finditer(label))
        if all:
            return all[-1].start(), all[-1].end(), all[-1][0]
    return next(((index, index + 1, each) for index, each in enumerate(label) if each in _CIRCLED), None)


def _written(printed: str, number: int) -> str | None:
    """A number in the form of another one."""
    if printed in _CIRCLED:
        return _CIRCLED[number - 1] if number <= len(_CIRCLED) else None
    if _HAN.fullmatch(printed):
        return han(number)
    return str(number).translate(_WIDE) if printed[0] > "9" else str(number)
