"""Compares the relations of the core with a list: found and missed ones, right and extra ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.agreement.consequences import Consequences
from tests.agreement.lists import FAILS, HOLDS, TAIL, Listing, Relation
from tests.agreement.meanings import LINEAR, Groups, Key, Meanings, is_equality
from tests.fixtures.places import Range
from tests.fixtures.relations import kind_of, stated_operands

STATUSES = {HOLDS: "holds", TAIL: "rounding", FAILS: "violated"}


@dataclass(frozen=True)
class Answered:
    """A relation of the core, by the figures of a listing; `item` is the relation of the contract."""

    kind: str
    status: str
    result: Range
    operands: tuple[tuple[Range, int], ...]
    item: dict[str, Any] = field(compare=False)

    @property
    def members(self) -> tuple[Range, ...]:
        return (self.result, *(place for place, _ in self.operands))


@dataclass
class Tally:
    """`found` of `listed` relations, `right` of `answered` ones; a restatement counts once for each link it makes."""

    listed: int = 0
    found: int = 0
    answered: int = 0
    right: int = 0
    follows: int = 0  # of those not right: totals that follow from listed ones
    rearranged: int = 0  # of those found
    agreed: int = 0  # of those found: the status is that of the list

    def add(self, other: Tally) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Agreement:
    listing: Listing
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))  # by kind
    missed: list[Relation] = field(default_factory=list)
    extra: list[Answered] = field(default_factory=list)
    following: list[Answered] = field(default_factory=list)  # not right, but following from what is listed
    rearranged: list[tuple[Relation, Answered]] = field(default_factory=list)
    other_status: list[tuple[Relation, str]] = field(default_factory=list)

    @property
    def total(self) -> Tally:
        total = Tally()
        for tally in self.tallies.values():
            total.add(tally)
        return total


def answered_relations(listing: Listing, answer: dict[str, Any]) -> list[Answered]:
    """A quantity that covers a listed figure is that figure."""
    listed = {offset: place for place in listing.figures for offset in range(*place)}
    places = {}
    for item in answer["quantities"]:
        start, end = item["number_range"]
        places[item["id"]] = next((listed[each] for each in range(start, end) if each in listed), (start, end))
    return [
        Answered(
            kind_of(item),
            item["status"],
            places[item["result"]],
            tuple((places[operand["quantity"]], operand["sign"]) for operand in stated_operands(item)),
            item,
        )
        for item in answer["relations"]
    ]


def compare(listing: Listing, answer: dict[str, Any]) -> Agreement:
    answered = answered_relations(listing, answer)
    agreement, meanings = Agreement(listing), Meanings(listing)
    _count_listed(agreement, answered, meanings)
    _count_answered(agreement, answered, meanings)
    return agreement


def _keys(each: Answered, meanings: Meanings) -> tuple[set[Key], set[Key]]:
    return meanings.answered(each.kind, each.result, each.operands, each.item.get("operator", ""))


# Found and missed
def _count_listed(agreement: Agreement, answered: list[Answered], meanings: Meanings) -> None:
    told: dict[Key, list[Answered]] = defaultdict(list)
    rearranged: dict[Key, list[Answered]] = defaultdict(list)
    equal = Groups()
    for each in answered:
        if is_equality(each):
            equal.join(each.members)
        for table, keys in zip((told, rearranged), _keys(each, meanings), strict=True):
            for key in keys:
                table[key].append(each)
    for relation in agreement.listing.relations:
        if is_equality(relation):
            _count_links(agreement, relation, equal, answered)
        else:
            as_told = _all_of(told, meanings.told(relation))
            _count(agreement, relation, as_told, as_told or _all_of(rearranged, meanings.rearranged(relation)))


def _all_of(table: dict[Key, list[Answered]], keys: Iterable[Key]) -> list[Answered]:
    return [each for key in sorted(keys, key=str) for each in table.get(key, ())]


def _count(agreement: Agreement, relation: Relation, as_told: list[Answered], found: list[Answered]) -> None:
    tally = agreement.tallies[relation.kind]
    tally.listed += 1
    if not found:
        agreement.missed.append(relation)
        return
    tally.found += 1
    if not as_told:
        tally.rearranged += 1
        agreement.rearranged.append((relation, found[0]))
    _count_status(agreement, relation, [each.status for each in found])


def _count_links(agreement: Agreement, relation: Relation, equal: Groups, answered: list[Answered]) -> None:
    tally = agreement.tallies[relation.kind]
    links = equal.links(relation.members)
    tally.listed += len(relation.members) - 1
    tally.found += links
    if links < len(relation.members) - 1:
        agreement.missed.append(relation)
    if links:
        group = {equal.of(place) for place in relation.members}
        told = [each for each in answered if each.kind == "restatement" and equal.of(each.result) in group]
        _count_status(agreement, relation, sorted((each.status for each in told), reverse=True)[:1], links)


def _count_status(agreement: Agreement, relation: Relation, found: list[str], weight: int = 1) -> None:
    wanted = STATUSES[relation.mark]
    if wanted in found or (not found and wanted == "holds"):
        agreement.tallies[relation.kind].agreed += weight
    else:
        agreement.other_status.append((relation, found[0] if found else "holds"))


# Right and extra
def _count_answered(agreement: Agreement, answered: list[Answered], meanings: Meanings) -> None:
    relations = agreement.listing.relations
    wanted = {key for relation in relations for key in meanings.told(relation) | meanings.rearranged(relation)}
    consequences = Consequences(agreement.listing, meanings.groups)
    for each in answered:
        tally = agreement.tallies[each.kind]
        links, right = 1, 0
        if is_equality(each):
            links = len(each.members) - 1
            right = meanings.groups.links(each.members)
        else:
            told, rearranged = _keys(each, meanings)
            right = int(bool((told | rearranged) & wanted))
        tally.answered += links
        tally.right += right
        if right < links:
            follows = each.kind in LINEAR and consequences.follows(each.result, each.operands)
            tally.follows += follows
            (agreement.following if follows else agreement.extra).append(each)
