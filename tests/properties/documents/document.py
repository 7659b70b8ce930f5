"""A document: its text in pieces, its printed figures, and the ties between them that its words state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tests.properties import verdicts
from tests.properties.documents.figures import HAN_DIGITS
from tests.properties.verdicts import Printed


@dataclass(frozen=True)
class Figure:
    """`number` is what stands in the text: Arabic digits or one Chinese digit."""

    key: str
    number: str
    unit: str
    phrasing: str

    def printed(self, number: str | None = None) -> Printed:
        number = self.number if number is None else number
        return Printed(str(HAN_DIGITS.index(number)) if number in HAN_DIGITS else number, self.unit)


@dataclass(frozen=True)
class Tie:
    """A relation: the indices of its figures, the result first, and the status that printed values give it."""

    kind: str
    figures: tuple[int, ...]
    judge: Callable[[Sequence[Printed]], str]
    near: bool  # all its figures stand in one phrasing
    formula: str


@dataclass
class Document:
    pieces: list[str | int] = field(default_factory=list)  # text, or the index of a figure
    figures: list[Figure] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    phrasings: list[tuple[str, int, int]] = field(default_factory=list)  # name and pieces

    def text(self, slip: tuple[int, str] | None = None) -> str:
        return "".join(self.texts(slip))

    def texts(self, slip: tuple[int, str] | None) -> list[str]:
        """`slip`: a figure and what is typed instead."""
        texts = [piece if isinstance(piece, str) else self.figures[piece].number for piece in self.pieces]
        if slip:
            texts[self.pieces.index(slip[0])] = slip[1]
        return texts

    def places(self, slip: tuple[int, str] | None = None) -> dict[int, tuple[int, int]]:
        """The range of each figure's number, in code points."""
        places, at = {}, 0
        for piece, text in zip(self.pieces, self.texts(slip), strict=True):
            if isinstance(piece, int):
                places[piece] = (at, at + len(text))
            at += len(text)
        return places

    @cached_property
    def ranges(self) -> list[tuple[str, int, int]]:
        """Each phrasing with its range in the text without slips."""
        ends = [0]
        for text in self.texts(None):
            ends.append(ends[-1] + len(text))
        return [(name, ends[first], ends[last]) for name, first, last in self.phrasings]

    def violated(self, slip: tuple[int, str]) -> list[Tie]:
        """The ties that no rounding explains once the slip is made."""
        index, typed = slip
        return [
            tie for tie in self.ties if index in tie.figures and self._status(tie, index, typed) == verdicts.VIOLATED
        ]

    def _status(self, tie: Tie, index: int, typed: str) -> str:
        return tie.judge([self.figures[each].printed(typed if each == index else None) for each in tie.figures])

    def untrue(self) -> list[Tie]:
        """Ties that do not hold as printed; there must be none."""
        known = [[self.figures[each].printed() for each in tie.figures] for tie in self.ties]
        statuses = [tie.judge(printed) for tie, printed in zip(self.ties, known, strict=True)]
        return [tie for tie, status in zip(self.ties, statuses, strict=True) if status == verdicts.VIOLATED]
