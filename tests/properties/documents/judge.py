"""What the core says about a document: false findings on a consistent one, and whether a planted slip is found."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.fixtures import core
from tests.properties.documents.chooser import Chooser, pick
from tests.properties.documents.document import Document, Tie
from tests.properties.documents.figures import slips
from tests.properties.documents.template import KINDS

Diagnostic = dict[str, Any]
ATTEMPTS = 20  # figures tried for a slip that can be seen


@dataclass(frozen=True)
class Slip:
    figure: int
    kind: str
    typed: str
    violated: tuple[Tie, ...]  # the relations in which anyone who calculates sees it

    @property
    def near(self) -> bool:
        """One of them stands in one phrasing."""
        return any(tie.near for tie in self.violated)


@cache
def figure_codes() -> frozenset[str]:
    return frozenset(code for code, group, *_ in core.registry() if group == "figures")


def findings(text: str) -> list[Diagnostic]:
    """Those at warning or above that speak of figures."""
    found: list[Diagnostic] = core.analyse(text)["diagnostics"]
    return [each for each in found if each["severity"] != "info" and each["code"] in figure_codes()]


def plant(document: Document, chooser: Chooser, kinds: Collection[str] = KINDS) -> Slip | None:
    """A slip that violates at least one tie of `kinds`, for good."""
    tied = sorted({index for tie in document.ties if tie.kind in kinds for index in tie.figures})
    for _ in range(ATTEMPTS if tied else 0):
        index = pick(chooser, tied)
        figure = document.figures[index]
        counted = figure.printed().counted
        able = [each for each in slips(figure.number) if not (counted and "." in each[1])]
        if not able:
            continue
        kind = pick(chooser, sorted({kind for kind, _ in able}))
        typed = pick(chooser, [number for other, number in able if other == kind])
        violated = tuple(tie for tie in document.violated((index, typed)) if tie.kind in kinds)
        if violated:
            return Slip(index, kind, typed, violated)
    return None


def is_found(document: Document, slip: Slip, before: list[Diagnostic]) -> bool:
    """A new finding stands on the figure, or on another member of a violated tie and relates the figure."""
    known = {each["id"] for each in before}
    places = document.places((slip.figure, slip.typed))
    at = places[slip.figure]
    members = [places[index] for tie in slip.violated for index in tie.figures if index in places]
    for each in findings(document.text((slip.figure, slip.typed))):
        if each["id"] in known:
            continue
        related = any(_meet(place["range"], at) for place in each["related"])
        if _meet(each["range"], at) or (related and any(_meet(each["range"], member) for member in members)):
            return True
    return False


def _meet(one: Collection[int], other: Collection[int]) -> bool:
    (begin, end), (start, stop) = one, other
    return begin < stop and start < end
