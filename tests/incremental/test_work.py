"""What one edit ran again: the pages of this folder, in the format that tests/README.md tells.

A section has a `report`, then pairs of an `edit` and a `work`. Work is told by stage and by the quoted lines it was done for.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import gouji

PAGES = sorted(Path(__file__).parent.glob("*.md"))
STAGES = ("blocks", "facts", "outline", "relations", "parts", "checks")
QUOTED = r"`([^`]*)`"
EDITS = (
    (re.compile(rf"{QUOTED} -> {QUOTED}$"), lambda old, new: (old, 0, len(old), new)),
    (re.compile(rf"after {QUOTED} insert {QUOTED}$"), lambda old, new: (old, len(old), len(old), new)),
    (re.compile(rf"before {QUOTED} insert {QUOTED}$"), lambda old, new: (old, 0, 0, new)),
    (re.compile(rf"delete {QUOTED}$"), lambda old: (old, 0, len(old), "")),
)


class Section(NamedTuple):
    name: str
    fences: list[tuple[str, list[str]]]  # kind and lines

    @property
    def report(self) -> str:
        return "\n".join(self.fences[0][1])


def sections() -> list[Section]:
    found: list[Section] = []
    for page in PAGES:
        fence: list[str] | None = None
        for line in page.read_text(encoding="utf-8").split("\n"):
            if line.startswith("```"):
                fence = [] if fence is None else None
                if fence is not None:
                    found[-1].fences.append((line[3:], fence))
            elif fence is not None:
                fence.append(line)
            elif line.startswith("## "):
                found.append(Section(f"{page.stem}::{line[3:]}", []))
    return found


def unescape(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t")


def edit_of(line: str, text: str) -> tuple[int, int, str]:
    """The one edit that a line tells."""
    for pattern, make in EDITS:
        if match := pattern.match(line):
            old, begin, end, new = make(*map(unescape, match.groups()))
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            at = text.index(old)
            return at + begin, at + end, new
    raise AssertionError(f"no edit: {line}")


def told(update: gouji.Update, text: str) -> list[str]:
    """The lines of a `work` fence."""
    lines = []
    for stage in STAGES:
        work = update.work[stage]
        blocks = [f"`{text[slice(*block)]}`" for block in work.blocks]
        lines.append(f"{stage}: " + ("all" if work.all else " ".join(blocks) or "none"))
    return lines


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.name)
def test_an_edit_does_this_work(section: Section) -> None:
    document = gouji.Document(section.report)
    kinds = [kind for kind, _ in section.fences]
    assert kinds == ["report"] + ["edit", "work"] * (len(kinds) // 2)
    for (_, edits), (_, work) in zip(section.fences[1::2], section.fences[2::2]):
        text = document.text
        update = document.apply([edit_of(line, text) for line in edits])
        assert told(update, document.text) == work
        assert document.report() == gouji.check(document.text)
