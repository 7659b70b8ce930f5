"""Reads `.relations` files: the relations of a report, written by hand, one a line. The format is in tests/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.agreement.figures import HAN, Figure, FigureError, Text
from tests.fixtures.places import Range

HOLDS, TAIL, FAILS = "", "~", "!"  # marks
NUMBER = rf"-?(?:[0-9][0-9,]*(?:\.[0-9]+)?|[{HAN}]+)"
REFERENCE = re.compile(rf"([0-9]+):({NUMBER})(?:#([0-9]+))?")
BETWEEN = {"share": ("/",), "rate": ("/",), "change": ("from", "on", "to"), "product": ("*",), "score": ("*",)}
OPERATORS = ("<", "<=", ">", ">=")
KINDS = ("sum", "balance", *BETWEEN, "whole", "restatement", "comparison", "count", "possible")


@dataclass(frozen=True)
class Relation:
    """`result` is the first figure named. `form` is from, on or to, or a comparison's operator.

    `items` is the number of things a count really has; `wrong` the figure said to be wrong, with its right value.
    """

    line: int  # of the file
    source: str
    kind: str
    result: Range
    operands: tuple[tuple[Range, int], ...] = ()  # with signs
    form: str = ""
    items: int = 0
    mark: str = HOLDS
    wrong: tuple[Range, str] | None = None

    @property
    def members(self) -> tuple[Range, ...]:
        return (self.result, *(place for place, _ in self.operands))


@dataclass
class Listing:
    """The relations of one text."""

    name: str
    text: Text
    relations: list[Relation]
    complete: bool = True  # every relation of the text is listed
    figures: dict[Range, Figure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for relation in self.relations:
            for place in relation.members:
                self.figures.setdefault(place, self.text.figure(place))

    def relations_of(self, place: Range) -> list[Relation]:
        return [relation for relation in self.relations if place in relation.members]


class ListError(ValueError):
    """Lines of a `.relations` file that are malformed or name no figure: `name.relations:3: what is wrong`."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))


class _Malformed(Exception):
    pass


def read_folder(folder: Path, texts: Iterable[Path] = ()) -> list[Listing]:
    """All lists of a folder in order of their names. Raises ListError and OSError."""
    return [read_list(path, texts) for path in sorted(folder.glob("*.relations"))]


def read_list(path: Path, texts: Iterable[Path] = ()) -> Listing:
    """The text stands beside the list or in one of the folders `texts`. Raises ListError and OSError."""
    places = [folder / f"{path.stem}.txt" for folder in (path.parent, *texts)]
    found = [place for place in places if place.is_file()]
    if not found:
        raise ListError([f"{path.name}: {path.stem}.txt stands nowhere near it"])
    text = found[0].read_bytes().decode("utf-8-sig")
    return parse_list(path.stem, path.read_text(encoding="utf-8-sig"), text)


def parse_list(name: str, source: str, text: str) -> Listing:
    """Raises ListError with all problems."""
    lines = Text(text)
    relations: list[Relation] = []
    problems = []
    known: dict[object, int] = {}
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            relation = _parse(number, line.strip(), lines)
            key = (relation.kind, relation.result, frozenset(relation.operands), relation.form)
            if known.setdefault(key, number) != number:
                raise _Malformed(f"stands in line {known[key]} already")
            relations.append(relation)
        except (_Malformed, FigureError) as error:
            problems.append(f"{name}.relations:{number}: {error}: {line.strip()}")
    if problems:
        raise ListError(problems)
    return Listing(name, lines, relations)


def _parse(number: int, source: str, text: Text) -> Relation:
    words, mark, wrong = _mark(source.split(), text)
    kind, rest = words[0], words[1:]
    if kind not in KINDS:
        raise _Malformed(f"unknown kind {kind}, expected one of {', '.join(KINDS)}")
    if len(rest) < 3 or len(rest) % 2 == 0:
        raise _Malformed("expected figures with one sign between each two")
    signs, names = rest[1::2], rest[2::2]
    form, items, factors = "", 0, [1] * len(names)
    if kind in ("sum", "balance"):
        _expect(signs, "=", *(["+", "-"] if kind == "balance" else ["+"]))
        factors = [-1 if sign == "-" else 1 for sign in signs]
    elif kind in BETWEEN:
        form = signs[1] if len(signs) > 1 else ""
        _expect(signs, "=", *BETWEEN[kind])
        if len(names) != 2 and kind != "product":
            raise _Malformed(f"a {kind} has a result and two figures")
    elif kind in ("restatement", "whole"):
        _expect(signs, *({"restatement": "=", "whole": "+"}[kind],) * 2)
    elif kind == "comparison":
        form = signs[0]
        if len(names) != 1 or form not in OPERATORS:
            raise _Malformed(f"expected two figures with one of {' '.join(OPERATORS)} between them")
    elif kind == "possible":
        if signs != ["of"]:
            raise _Malformed("expected RATE of NUMBER")
    elif not (signs == ["="] and re.fullmatch("[0-9]+", names[0])):
        raise _Malformed("expected FIGURE = NUMBER OF THINGS")
    else:
        items, names, factors = int(names[0]), [], []
    result = _resolve(rest[0], text)
    operands = tuple((_resolve(name, text), factor) for name, factor in zip(names, factors, strict=True))
    form = form if kind in ("change", "comparison") else ""
    relation = Relation(number, source, kind, result, operands, form, items, mark, wrong)
    if len(set(relation.members)) < len(relation.members):
        raise _Malformed("names one figure twice")
    if wrong and wrong[0] not in relation.members:
        raise _Malformed("the figure named as wrong does not take part")
    return relation


def _expect(signs: Sequence[str], first: str, *others: str) -> None:
    if signs[0] != first or not set(signs[1:]) <= set(others):
        raise _Malformed(f"expected {first} and then {' or '.join(others)}")


def _mark(words: list[str], text: Text) -> tuple[list[str], str, tuple[Range, str] | None]:
    """The words before the mark, the mark, and what stands behind it."""
    if words[-1] == TAIL:
        return words[:-1], TAIL, None
    if FAILS not in words:
        return words, HOLDS, None
    place = words.index(FAILS)
    words, behind = words[:place], words[place + 1 :]
    if not behind:
        return words, FAILS, None
    if len(behind) != 3 or behind[1] != "->" or not re.fullmatch(NUMBER, behind[2]):
        raise _Malformed("expected FIGURE -> NUMBER behind !")
    return words, FAILS, (_resolve(behind[0], text), behind[2])


def _resolve(name: str, text: Text) -> Range:
    match = REFERENCE.fullmatch(name)
    if not match:
        raise _Malformed(f"{name} is no LINE:NUMBER or LINE:NUMBER#K")
    return text.find(int(match[1]), match[2], int(match[3] or 1))
