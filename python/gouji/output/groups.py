"""Which findings a reader sees as one: style and punctuation that say the same in many places.

The JSON has each of them, and so has the editor.
"""

from __future__ import annotations

from collections.abc import Iterable

from gouji.phrases import phrase
from gouji.records import Diagnostic

GROUPED = {"heading-style", "punctuation-halfwidth", "punctuation-doubled", "document-number-form", "year-stale"}
MOST_LINES = 20  # that are named


def grouped(diagnostics: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """Findings of one code of GROUPED with one severity and message together, at the place of the first."""
    groups: dict[object, list[Diagnostic]] = {}
    for index, found in enumerate(diagnostics):
        key = (found.code, found.severity, found.message) if found.code in GROUPED else index
        groups.setdefault(key, []).append(found)
    return list(groups.values())


def other_places(group: list[Diagnostic], language: str) -> str:
    """``共 3 处，其余在第 4、9 行``; nothing for one finding."""
    if len(group) == 1:
        return ""
    lines = list(dict.fromkeys(str(found.line) for found in group[1:]))
    if lines == [str(group[0].line)]:
        return phrase(language, "same_place", count=len(group))
    shown = phrase(language, "list").join(lines[:MOST_LINES])
    more = phrase(language, "and_more" if len(lines) > MOST_LINES else "and_no_more")
    return phrase(language, "same_places", count=len(group), lines=shown + more)
