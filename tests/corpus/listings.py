"""The relations of the seed reports as lists, beside those that people write by hand for other reports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.agreement.figures import Text
from tests.agreement.lists import FAILS, HOLDS, TAIL, Listing, Relation
from tests.agreement.oracle import verdict
from tests.corpus import seeds

KINDS = {"ratio": "share", "equal": "restatement", "compare": "comparison"}


def seed_listings() -> list[Listing]:
    """None of them is complete. Empty without GOUJI_CORPUS."""
    return [_listing(name) for name in seeds.names()]


def _listing(name: str) -> Listing:
    relations = [_relation(number, entry) for number, entry in enumerate(seeds.seed_entries(name), 1)]
    listing = Listing(name, Text(seeds.text_of(name)), relations, complete=False)
    for number, relation in enumerate(relations):
        if relation.mark == FAILS and verdict(listing, relation) == TAIL:  # the corpus has one word for both
            relations[number] = replace(relation, mark=TAIL)
    return listing


def _relation(number: int, entry: dict[str, Any]) -> Relation:
    kind = KINDS.get(entry["kind"], entry["kind"])
    operands = tuple((tuple(operand["span"]), operand["sign"]) for operand in entry.get("operands", []))
    form = ">" if kind == "comparison" else ""
    mark = HOLDS if entry["status"] == "holds" else FAILS
    source = f"{kind} {entry['result']['text']}"
    return Relation(number, source, kind, tuple(entry["result"]["span"]), operands, form, entry.get("n", 0), mark)
