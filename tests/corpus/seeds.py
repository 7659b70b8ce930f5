"""The seed reports outside the project (folder GOUJI_CORPUS) and their relations, in the words of the contract."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.fixtures import core
from tests.fixtures.places import Range
from tests.fixtures.relations import stated_operands

KINDS = {"ratio": {"share", "rate"}, "equal": {"restatement"}, "compare": {"comparison"}}
STATUSES = {"violated": {"violated", "rounding"}, "holds": {"holds"}}


def folder() -> Path | None:
    name = os.environ.get("GOUJI_CORPUS")
    return Path(name) if name else None


def names() -> list[str]:
    base = folder()
    return sorted(path.name for path in (base / "seeds").glob("*.txt")) if base else []


@cache
def text_of(name: str) -> str:
    base = folder()
    assert base
    return (base / "seeds" / name).read_bytes().decode("utf-8-sig")


@cache
def answer_of(name: str) -> dict[str, Any]:
    return core.analyse(text_of(name))


def surroundings(name: str, place: Range) -> str:
    """Line number and the words around a range, for messages."""
    text, (begin, end) = text_of(name), place
    line = text.count("\n", 0, begin) + 1
    around = text[max(begin - 12, 0) : begin] + "【" + text[begin:end] + "】" + text[end : end + 8]
    return f"{name} line {line}: {around}".replace("\n", "⏎")


@dataclass(frozen=True)
class Seed:
    """A relation verified by hand. `operands` are number spans with signs; `items` is the number of things counted."""

    kinds: frozenset[str]
    statuses: frozenset[str]
    result: Range
    operands: frozenset[tuple[Range, int]]
    items: int | None
    optional: bool

    def found_in(self, relations: list[Found]) -> bool:
        return any(self._is(relation) for relation in relations)

    def _is(self, found: Found) -> bool:
        if found.kind not in self.kinds or found.status not in self.statuses or found.result != self.result:
            return False
        if "restatement" in self.kinds:
            return self.operands <= found.operands
        return self.operands == found.operands and self.items in (None, found.items)

    def __str__(self) -> str:
        return f"{'/'.join(sorted(self.kinds))} {self.result} of {sorted(self.operands)}"


@dataclass(frozen=True)
class Found:
    """A relation of the answer, by number spans."""

    kind: str
    status: str
    result: Range
    operands: frozenset[tuple[Range, int]]
    items: int


def seed_entries(name: str) -> list[dict[str, Any]]:
    """The relations of a report as the corpus lists them."""
    base = folder()
    assert base
    reports = json.loads((base / "seeds.relations.json").read_text(encoding="utf-8")).values()
    return next(report["relations"] for report in reports if report["file"] == name)


def seed_relations(name: str) -> list[Seed]:
    return [_seed(entry) for entry in seed_entries(name)]


def _seed(entry: dict[str, Any]) -> Seed:
    return Seed(
        kinds=frozenset(KINDS.get(entry["kind"], {entry["kind"]})),
        statuses=frozenset(STATUSES[entry["status"]]),
        result=tuple(entry["result"]["span"]),
        operands=frozenset((tuple(operand["span"]), operand["sign"]) for operand in entry.get("operands", [])),
        items=entry.get("n"),
        optional=entry.get("optional", False),
    )


def found_relations(name: str) -> list[Found]:
    answer = answer_of(name)
    spans = {item["id"]: tuple(item["number_range"]) for item in answer["quantities"]}
    return [
        Found(
            kind=item["kind"],
            status=item["status"],
            result=spans[item["result"]],
            operands=frozenset((spans[operand["quantity"]], operand["sign"]) for operand in stated_operands(item)),
            items=len(item.get("items", [])),
        )
        for item in answer["relations"]
    ]
