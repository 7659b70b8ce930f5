"""Places in a text as a reader sees them: line and column, and the line with the place underlined."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from gouji import _core
from gouji.records import Range
from gouji.words import visible

CONTEXT = 36  # characters of the line kept on each side of a place
LONGEST = 72  # characters of a place shown whole

_LINE_END = re.compile(r"\r\n|\r|\n")


class Excerpt(NamedTuple):
    """One line of text and the carets under its place, aligned in a terminal."""

    line: str
    carets: str


class Lines:
    """The line starts of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def position(self, offset: int) -> str:
        """``line:column`` of an offset in code points, both 1-based."""
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"


def excerpt(text: str, place: Range) -> Excerpt:
    """The line of `place` with the place underlined; an empty one gets one caret."""
    before, inside, after = marked(text, place)
    return Excerpt(before + inside + after, " " * width(before) + "^" * max(1, width(inside)))


def marked(text: str, place: Range) -> tuple[str, str, str]:
    """The line of `place`, made visible: what stands before the place, in it and behind it.

    Looks only at the characters around the place, so it takes no longer in a line of a million. A place over several
    lines is cut at the line end.
    """
    begin, end = place
    before = _LINE_END.split(text[max(0, begin - CONTEXT - 1) : begin])[-1]
    inside, *more = _LINE_END.split(text[begin : min(end, begin + LONGEST + 1)], maxsplit=1)
    after = "" if more else _LINE_END.split(text[end : end + CONTEXT + 1], maxsplit=1)[0]
    if len(before) > CONTEXT:
        before = "…" + before[1:]
    if len(inside) > LONGEST:
        inside, after = inside[:LONGEST], "…"
    elif len(after) > CONTEXT:
        after = after[:CONTEXT] + "…"
    return visible(before), visible(inside), visible(after)


def quoted(text: str, place: Range, longest: int = 24) -> str:
    """The text of a place in one line without its blanks at the ends, shortened in the middle."""
    begin, end = place
    if end - begin <= longest:
        return visible(text[begin:end].strip())
    half = longest // 2
    return visible(text[begin : begin + half].lstrip() + "…" + text[end - half : end].rstrip())


def width(text: str) -> int:
    """Terminal cells."""
    return _core.display_width(text)
