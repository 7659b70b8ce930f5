"""ANSI colours of the text output; the words say everything that the colours say."""

from __future__ import annotations

import os
from typing import TextIO

from gouji.output.target import is_terminal

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "path": "1", "fix": "32",
          "added": "32", "removed": "31", "hunk": "36"}  # fmt: skip


class Painter:
    """Paints text by the role that it has, or leaves it as it is."""

    def __init__(self, active: bool) -> None:
        self.active = active

    def __call__(self, role: str, text: str) -> str:
        """`text` in the colour of `role`: a severity or another key of the table above."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self.active else text


def painter(choice: str, stream: TextIO) -> Painter:
    """The painter for `--color` ("auto", "always", "never"); see https://no-color.org for the variable."""
    if choice != "auto":
        return Painter(choice == "always")
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Painter(wanted and is_terminal(stream))
