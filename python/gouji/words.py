"""Words and characters that every text for a reader is made of."""

from __future__ import annotations

import unicodedata

SEVERITIES = ("error", "warning", "info")  # in falling order

# Controls, formatting (direction marks, zero-width characters), surrogates, separators of lines and paragraphs.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """`text` with every character that a terminal would obey or hide replaced by ``·``; a tab becomes four spaces.

    A text cannot send escape sequences, start lines or reverse the direction of writing through this.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    return "·" if unicodedata.category(character) in _UNSEEN else character
