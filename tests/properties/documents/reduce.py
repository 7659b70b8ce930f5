"""The shortest part of a document that still shows a fault: phrasings are left out as long as it is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.properties.documents import judge
from tests.properties.documents.document import Document, Tie
from tests.properties.documents.judge import Diagnostic, Slip

Left = tuple[tuple[str, ...], str]  # the phrasings that are left, and the text


def of_finding(document: Document, finding: Diagnostic) -> Left:
    """A false finding: a text without some phrasings is consistent too."""

    def seen(part: Document) -> bool:
        found = ((each["code"], each["severity"]) for each in judge.findings(part.text()))
        return (finding["code"], finding["severity"]) in found

    part = _reduced(document, set(), seen)
    return tuple(name for name, _, _ in part.phrasings), part.text()


def of_miss(document: Document, slip: Slip) -> Left:
    """A slip that is missed; the phrasings of the relation in which it is seen most easily stay."""

    def phrasings(tie: Tie) -> set[int]:
        return {_phrasing_of(document, index) for index in tie.figures}

    kept = phrasings(min(slip.violated, key=lambda tie: (not tie.near, len(tie.figures))))
    alone = replace(slip, violated=tuple(tie for tie in slip.violated if phrasings(tie) <= kept))

    def seen(part: Document) -> bool:
        return not judge.is_found(part, alone, judge.findings(part.text()))

    part = _reduced(document, kept, seen)
    return tuple(name for name, _, _ in part.phrasings), part.text((slip.figure, slip.typed))


def _phrasing_of(document: Document, figure: int) -> int:
    piece = document.pieces.index(figure)
    return next(at for at, (_, first, last) in enumerate(document.phrasings) if first <= piece < last)


def _reduced(document: Document, kept: set[int], seen: Callable[[Document], bool]) -> Document:
    left = set(range(len(document.phrasings)))
    for each in sorted(left - kept):
        if seen(_part(document, left - {each})):
            left.remove(each)
    return _part(document, left)


def _part(document: Document, left: set[int]) -> Document:
    """With the title and the headings, but without noise and empty sections."""
    part = Document(figures=document.figures)
    heads: list[str] = []
    at = 0
    for number, (name, first, last) in enumerate(document.phrasings):
        between = [piece for piece in document.pieces[at:first] if isinstance(piece, str)]
        lines = "".join(between).split("\n")
        titles = [line for line in lines if at == 0 and line[1:2] != "、" and lines.index(line) < 2]
        heads = [line for line in lines if line[1:2] == "、"] or heads
        part.pieces += ["\n".join(titles)] if titles else []
        if number in left:
            part.pieces += [f"\n{head}" for head in heads] + ["\n"]
            heads = []
            part.phrasings.append((name, len(part.pieces), len(part.pieces) + last - first))
            part.pieces += document.pieces[first:last]
        at = last
    return part
