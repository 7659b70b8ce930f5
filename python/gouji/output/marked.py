"""A text with its findings marked, as plain HTML: readable without a kernel, without scripts and without a style sheet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape

from gouji.phrases import phrase
from gouji.records import Diagnostic
from gouji.words import SEVERITIES, visible

WHOLE = 6000  # characters: of a longer text only the lines with findings are shown
LONGEST = 600  # characters of such a line on each side of a finding
MOST_LINES = 120

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BORDER = "1px solid rgba(128,128,128,.35)"
_TEXT = f"border:{_BORDER};border-radius:4px;padding:.5em .8em;margin:.4em 0;line-height:1.9"
_LINES = "white-space:pre-wrap;overflow-wrap:anywhere;padding-left:3em;text-indent:-3em"
_NUMBER = "display:inline-block;min-width:2.4em;margin-right:.6em;opacity:.6;text-align:right;text-indent:0"
_MARKS = {
    "error": "color:inherit;background:rgba(211,47,47,.16);text-decoration:underline wavy #d32f2f",
    "warning": "color:inherit;background:rgba(237,140,0,.16);text-decoration:underline wavy #b26a00",
    "info": "color:inherit;background:rgba(25,118,210,.12);text-decoration:underline dashed #1976d2",
}


def text_html(text: str, findings: Sequence[tuple[int, Diagnostic]], language: str) -> str:
    """The lines of a text with the places of findings marked, each with the number that it has in the table.

    Nothing where no finding stands on characters of the text. A long text is shown by the lines that have findings.
    """
    places = [(number, found) for number, found in findings if found.range[0] < found.range[1] <= len(text)]
    if not places:
        return ""
    places.sort(key=lambda each: each[1].range)
    lines = list(_lines(text, places))
    whole = len(text) <= WHOLE
    shown = lines if whole else [line for line in lines if line[3]]
    rows = [_line(text, *line, whole) for line in shown[: len(shown) if whole else MOST_LINES]]
    left = len(lines) - len(rows)
    more = f'<div style="opacity:.8">{escape(phrase(language, "more_lines", count=left))}</div>' if left else ""
    return f'<div style="{_TEXT}">{"".join(rows)}{more}</div>'


def _lines(text: str, places: list[tuple[int, Diagnostic]]) -> Iterator[tuple[int, int, int, list[tuple[int, Diagnostic]]]]:
    """(number, begin, end, findings that touch it) of each line."""
    starts = [match.start() for match in _LINE.finditer(text) if match.group() or match.start() == 0]
    ends = [*starts[1:], len(text)]
    on: list[list[tuple[int, Diagnostic]]] = [[] for _ in starts]
    for number, found in places:
        begin, end = found.range
        for index in range(bisect_right(starts, begin) - 1, len(starts)):
            if starts[index] >= end:
                break
            on[index].append((number, found))
    for index, (begin, end) in enumerate(zip(starts, ends, strict=True)):
        yield index + 1, begin, len(text[begin:end].rstrip("\r\n")) + begin, on[index]


def _line(text: str, number: int, begin: int, end: int, on: list[tuple[int, Diagnostic]], whole: bool) -> str:
    first, last = begin, end
    if not whole and on:
        first = max(begin, min(found.range[0] for _, found in on) - LONGEST)
        last = min(end, max(found.range[1] for _, found in on) + LONGEST)
    edges = {first, last}
    for _, found in on:
        edges |= {min(max(edge, first), last) for edge in found.range}
    cuts = sorted(edges)
    pieces = [_piece(text, left, right, on) for left, right in zip(cuts, cuts[1:], strict=False)]
    before, after = ("…" if first > begin else ""), ("…" if last < end else "")
    words = f"{before}{''.join(pieces)}{after}" or "&nbsp;"
    return f'<div style="{_LINES}"><span style="{_NUMBER}">{number}</span>{words}</div>'


def _piece(text: str, begin: int, end: int, on: list[tuple[int, Diagnostic]]) -> str:
    """Characters that the same findings stand on; marked as the most serious of them, and numbered where they end."""
    words = escape(visible(text[begin:end]))
    here = [(number, found) for number, found in on if found.range[0] <= begin and end <= found.range[1]]
    if not here:
        return words
    worst = min((found.severity for _, found in here), key=SEVERITIES.index)
    ending = dict.fromkeys(number for number, found in here if found.range[1] == end)
    numbers = f"<sup>{','.join(map(str, ending))}</sup>" if ending else ""
    return f'<mark style="{_MARKS[worst]}">{words}</mark>{numbers}'
