"""Fills phrasings with figures of the books or drawn ones, and records what they tie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from tests.properties import verdicts
from tests.properties.documents import figures, judging
from tests.properties.documents.chooser import Chooser, chance, pick
from tests.properties.documents.document import Document, Figure, Tie
from tests.properties.documents.figures import EACH, HAN_DIGITS, Style
from tests.properties.documents.ledger import NAMES, Ledger
from tests.properties.documents.template import DERIVED, TOKEN, Phrasing

HAN = "零一二三四五六七八九十"
UNITLESS = "_"


@dataclass
class Told:
    """One phrasing as told: its own values, its figures by key, and the ties still to be made."""

    phrasing: Phrasing
    number: int
    values: dict[str, Fraction]
    units: dict[str, str]
    figures: dict[str, int]
    ties: tuple[str, ...] = ()


class Writer:
    def __init__(self, chooser: Chooser, style: Style) -> None:
        self.chooser, self.style = chooser, style
        self.ledger = Ledger(chooser, style)
        self.document = Document()
        self._told: list[Told] = []
        self._mentions: dict[str, list[int]] = {}
        self._used: dict[str, set[str]] = {}
        self._subheadings = 0

    # --- text ---

    def section(self) -> None:
        self._subheadings = 0

    def write(self, text: str) -> None:
        self.document.pieces.append(text)

    def has_told(self, key: str) -> bool:
        return key in self._mentions

    def tell(self, phrasing: Phrasing) -> None:
        template, ties = phrasing.build(self)
        units = {match["key"]: match["unit"] or "" for match in TOKEN.finditer(template) if match["key"]}
        told = Told(phrasing, len(self._told), {}, units, {}, ties)
        self._told.append(told)
        for tie in ties:
            self._settle(told, tie)
        first, names, at = len(self.document.pieces), dict[str, str](), 0
        for match in TOKEN.finditer(template):
            self.write(template[at : match.start()])
            at = match.end()
            if match["key"]:
                self._write_figure(told, match["key"], match["unit"], bool(match["han"]))
            elif match["name"]:
                self.write(self._name(match["name"], names))
            else:
                left, _, right = _derived(match["direction"])
                self.write(match["up"] if self.value(told, left) >= self.value(told, right) else match["down"])
        self.write(template[at:])
        self.document.phrasings.append((phrasing.name, first, len(self.document.pieces)))

    def _name(self, name: str, names: dict[str, str]) -> str:
        if name == "#":
            self._subheadings += 1
            return f"（{HAN[self._subheadings]}）"
        if name in self.ledger.names:
            return self.ledger.names[name]
        if name not in names:
            kind = name.partition("#")[0]
            used = self._used.setdefault(kind, set(self.ledger.names.values()))
            scope = used if kind == "work" else set(names.values())
            names[name] = pick(self.chooser, [each for each in NAMES[kind] if each not in scope])
            used.add(names[name])
        return names[name]

    def _write_figure(self, told: Told, key: str, unit: str | None, han: bool) -> None:
        value = self.value(told, key)
        shown = self._unit(told, key)
        if key.isdecimal():
            number = key
        elif han:
            number = HAN_DIGITS[int(value)]
        else:
            number = figures.print_figure(self.chooser, self.style, value, shown).number
        index = len(self.document.figures)
        self.document.figures.append(Figure(key, number, shown, told.phrasing.name))
        told.figures.setdefault(key, index)
        if key in self.ledger.values:
            self._mentions.setdefault(key, []).append(index)
        bare = (unit or "").endswith(UNITLESS)
        spaced = self.style.spaced and not han and not bare
        broken = not bare and shown in verdicts.MONEY and chance(self.chooser, self.style.broken)
        self.write(" " if spaced else "")
        self.document.pieces.append(index)
        self.write("" if bare else f" {shown}" if spaced else f"\n{shown}" if broken else shown)

    def _unit(self, told: Told, key: str) -> str:
        unit = told.units.get(key, "").rstrip(UNITLESS)
        if unit:
            return "元" if unit == EACH else unit
        match = DERIVED.fullmatch(key)
        if match and match["operator"] in ("%", "@", "^"):
            return "%"
        return self.style.unit

    # --- values ---

    def value(self, told: Told, key: str) -> Fraction:
        """Drawn where nothing is known of it."""
        known = self._known(told, key)
        if known is None:
            known = told.values[key] = figures.draw(self.chooser, self.style, self._drawn_as(told, key))
        return known

    def _drawn_as(self, told: Told, key: str) -> str:
        return told.units.get(key, "").rstrip(UNITLESS) or self.style.unit

    def _known(self, told: Told, key: str) -> Fraction | None:
        if key.isdecimal():
            return Fraction(key)
        if key in told.values:
            return told.values[key]
        if key in self.ledger.values:
            return self.ledger.values[key]
        if DERIVED.fullmatch(key):
            left, operator, right = _derived(key)
            return judging.derive(operator, self.value(told, left), self.value(told, right))
        return None

    def _settle(self, told: Told, tie: str) -> None:
        """Draws and computes what `tie` speaks of, so that it holds."""
        result, operator, rest = tie.split(" ", 2)
        if operator == "#":
            told.values[result] = Fraction(rest)
        elif operator == "~":
            told.values[rest] = self.value(told, result)
        elif operator != "=":
            self._settle_comparison(told, result, operator, rest)
        elif "*" in rest:
            product = Fraction(1)
            for factor in rest.split(" * "):
                product *= self.value(told, factor)
            told.values[result] = product
        elif self._known(told, result) is None:
            told.values[result] = self._total(told, rest)

    def _total(self, told: Told, signed: str) -> Fraction:
        """What is taken away is drawn so that something is left."""
        members = judging.members(signed)
        total = sum((self.value(told, key) for sign, key in members if sign > 0), Fraction(0))
        for key in (key for sign, key in members if sign < 0):
            known = self._known(told, key)
            told.values[key] = known if known is not None else self._share_of(total)
            total -= told.values[key]
        return total

    def _share_of(self, amount: Fraction) -> Fraction:
        """At least a tenth, at most nine tenths."""
        last = self.style.last if amount >= 10 * self.style.last else Fraction(1)
        units = int(amount / last)
        return self.chooser.integer(max(1, units // 10), max(1, units * 9 // 10)) * last

    def _settle_comparison(self, told: Told, result: str, operator: str, rest: str) -> None:
        if self._known(told, result) is not None and len(judging.members(rest)) == 1:
            self.value(told, rest)
            return
        base, step = self._total(told, rest), self._step(told, result)
        more = self.chooser.integer(1, max(1, int(base / step) // 3)) * step
        told.values[result] = base + more if operator.startswith(">") else max(base - more, Fraction(0))

    def _step(self, told: Told, key: str) -> Fraction:
        unit = self._drawn_as(told, key)
        return self.style.last if unit in verdicts.MONEY else Fraction(1)

    # --- ties ---

    def finish(self) -> Document:
        for told in self._told:
            kinds = told.phrasing.kinds
            for key in told.figures:
                if DERIVED.fullmatch(key):
                    self._tie_derived(told, key)
            for tie in told.ties:
                result, operator, rest = tie.split(" ", 2)
                kind, keys = judging.kind_of(operator, rest, kinds), judging.keys_of(rest, operator)
                self._tie(told, kind, [result, *keys], judging.judge_of(operator, rest), tie)
        self._tie_mentions()
        return self.document

    def _tie_derived(self, told: Told, key: str) -> None:
        left, operator, right = _derived(key)
        rising = self.value(told, left) >= self.value(told, right)
        for kind, keys, judge in judging.derived(left, operator, right, rising, told.phrasing.kinds):
            self._tie(told, kind, [key, *keys], judge, key)

    def _tie(self, told: Told, kind: str, keys: Sequence[str], judge: judging.Judge, formula: str) -> None:
        places = [self._mention(told, key) for key in keys]
        if None not in places:
            found = tuple(place for place in places if place is not None)
            near = all(key in told.figures for key in keys)
            self.document.ties.append(Tie(kind, found, judge, near, formula))

    def _mention(self, told: Told, key: str) -> int | None:
        """In this phrasing, else the nearest one."""
        if key in told.figures:
            return told.figures[key]
        here = min(told.figures.values(), default=0)
        return min(self._mentions.get(key, []), key=lambda index: abs(index - here), default=None)

    def _tie_mentions(self) -> None:
        for key, mentions in self._mentions.items():
            for pair in combinations(mentions, 2):
                if pair[0] == mentions[0]:
                    judge = judging.judge_of("~", key)
                    self.document.ties.append(Tie("restatement", pair, judge, False, f"{key} ~ {key}"))


def _derived(key: str) -> tuple[str, str, str]:
    match = re.fullmatch(DERIVED, key)
    assert match, key
    return match["left"], match["operator"], match["right"]
