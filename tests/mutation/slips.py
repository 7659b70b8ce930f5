"""Slips of the pen in one figure of a listed report, and those that are left out because no reviewer could see them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tests.agreement.figures import HAN_DIGITS, Figure, Text
from tests.agreement.lists import FAILS, Listing
from tests.agreement.oracle import verdict
from tests.fixtures.places import Range

DIGIT, TRANSPOSED, DROPPED, POINT, UNIT = "digit", "transposed", "dropped", "point", "unit"
KINDS = (DIGIT, TRANSPOSED, DROPPED, POINT, UNIT)
OTHER_UNITS = {"元": "万元", "万元": "元", "亿元": "万元"}

# Slips that a reviewer could not see; each is counted under its reason.
KEPT = "the value is the same"
TOLERATED = "every listed relation of the figure still holds or has a tail"
FAILING = "the figure is only in listed relations that fail already"


@dataclass(frozen=True)
class Slip:
    """`text[start:end]` of the report becomes `new`; `place` and `quantity` are the figure in the altered text."""

    report: int  # index of its listing
    kind: str
    figure: Figure
    start: int
    end: int
    new: str
    place: Range = (0, 0)
    quantity: Range = (0, 0)  # with its unit
    broken: tuple[str, ...] = ()  # kinds of the listed relations that no longer hold
    meeting: int = 0  # listed relations that held and name the figure
    excluded: str = ""

    def altered(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


def slips(listings: Sequence[Listing]) -> Iterator[Slip]:
    for report, listing in enumerate(listings):
        for place in sorted(listing.figures):
            figure = listing.figures[place]
            for kind in KINDS:
                chance = random.Random(f"{listing.name} {place[0]} {kind}")
                if kind == UNIT:
                    if slip := _other_unit(listing, report, figure):
                        yield _judged(listing, slip)
                elif new := SLIPPED[kind](figure, chance):
                    yield _judged(listing, Slip(report, kind, figure, *place, new))


def _judged(listing: Listing, slip: Slip) -> Slip:
    """With the figure as it stands in the altered text, what it breaks, and the reason to leave it out."""
    place = slip.figure.place if slip.kind == UNIT else (slip.start, slip.start + len(slip.new))
    figure = Text(slip.altered(listing.text.text)).figure(place)
    told = [each for each in listing.relations_of(slip.figure.place) if each.mark != FAILS]
    broken = [each.kind for each in told if verdict(listing, each, {slip.figure.place: figure}) == FAILS]
    reason = "" if broken else TOLERATED if told else FAILING
    return replace(
        slip,
        place=place,
        quantity=(place[0], figure.end),
        broken=tuple(sorted(broken)),
        meeting=len(told),
        excluded=KEPT if figure.value == slip.figure.value else reason,
    )


def _other_unit(listing: Listing, report: int, figure: Figure) -> Slip | None:
    start, end = figure.place[1], figure.end
    printed = listing.text.text[start:end]
    if printed not in OTHER_UNITS:
        return None
    return Slip(report, UNIT, figure, start, end, OTHER_UNITS[printed])


def _other_digit(figure: Figure, chance: random.Random) -> str:
    """One digit becomes another one; not the leading one 0."""
    printed = figure.printed
    places = [place for place, character in enumerate(printed) if character in "0123456789" or character in HAN_DIGITS]
    if not places:
        return ""
    place = chance.choice(places)
    digits = "一二三四五六七八九" if printed[place] in HAN_DIGITS else "0123456789"
    whole = printed.lstrip("-").partition(".")[0]
    if place == places[0] and (len(whole) > 1 or "." not in printed):
        digits = digits.replace("0", "")
    new = chance.choice([digit for digit in digits if digit != printed[place]])
    return printed[:place] + new + printed[place + 1 :]


def _transposed(figure: Figure, chance: random.Random) -> str:
    """Two different digits that stand side by side."""
    sign, digits = _bare(figure)
    found = [
        digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        for place in range(len(digits) - 1)
        if "." not in digits[place : place + 2] and digits[place] != digits[place + 1]
    ]
    return _one_of([sign + _grouped(each, figure) for each in found], chance)


def _dropped(figure: Figure, chance: random.Random) -> str:
    sign, digits = _bare(figure)
    places = [place for place, character in enumerate(digits) if character in "0123456789"]
    found = [digits[:place] + digits[place + 1 :] for place in places]
    return _one_of([sign + _grouped(each.removesuffix("."), figure) for each in found], chance)


def _point(figure: Figure, chance: random.Random) -> str:
    """The decimal point one place to the left or right; where things are counted only to the right."""
    sign, digits = _bare(figure)
    if not digits:
        return ""
    whole, _, decimals = digits.partition(".")
    right = (whole + (decimals[:1] or "0")).lstrip("0") or "0"
    found = [right + (f".{decimals[1:]}" if decimals[1:] else "")]
    if decimals or not figure.unit.counts:
        found.append(f"{whole[:-1] or '0'}.{whole[-1]}{decimals}")
    return _one_of([sign + _grouped(each, figure) for each in found], chance)


SLIPPED = {DIGIT: _other_digit, TRANSPOSED: _transposed, DROPPED: _dropped, POINT: _point}


def _bare(figure: Figure) -> tuple[str, str]:
    """Sign and digits without commas; no digits where the number is a Chinese numeral."""
    sign = "-" if figure.printed.startswith("-") else ""
    digits = figure.printed.removeprefix("-").replace(",", "")
    return sign, digits if re.fullmatch("[0-9.]+", digits) else ""


def _grouped(digits: str, figure: Figure) -> str:
    """With commas where the figure has them."""
    whole, point, decimals = digits.partition(".")
    if "," in figure.printed and whole:
        whole = f"{int(whole):,}" if not whole.startswith("0") else whole
    return whole + point + decimals


def _one_of(candidates: Sequence[str], chance: random.Random) -> str:
    """One that is written as a number is; an empty string where none is."""
    good = [each for each in candidates if re.fullmatch(r"-?(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?", each)]
    return chance.choice(good) if good else ""
