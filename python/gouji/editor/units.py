"""UTF-16 units, in which pages count, and code points, in which Python does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Units:
    """Converts positions of one text; for a text of the basic plane, which nearly all reports are, nothing changes."""

    def __init__(self, text: str) -> None:
        self.points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self.points)]
        self.length = len(text) + len(self.points)

    def unit(self, point: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        return point + bisect_left(self.points, point) if self.points else point

    def point(self, unit: int) -> int | None:
        """The code point that begins at a unit; None for one inside of a surrogate pair."""
        if not self._units:
            return unit
        before = bisect_right(self._units, unit - 1)
        return None if before and self._units[before - 1] == unit - 1 else unit - before


def is_whole(text: str) -> bool:
    """Whether a text holds no half of a surrogate pair."""
    return _SURROGATE.search(text) is None


def with_line_ends(text: str, end: str = "\n") -> str:
    r"""The text with each "\r\n", "\r" and "\n" as `end`."""
    return _LINE_END.sub(end, text)
