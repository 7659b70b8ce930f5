"""Where lists are: beside the reports of the project, in folders named by the caller, and with the seed reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tests.agreement.figures import Text
from tests.agreement.lists import FAILS, HOLDS, TAIL, Listing, Relation, read_folder
from tests.agreement.oracle import verdict
from tests.corpus import seeds

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests/reports"
TEXTS = (ROOT / "examples/reports", PROJECT)  # of lists that stand apart from their texts
FROZEN = "frozen"  # how the name of a folder begins whose reports nobody looks at while the core is worked on
KINDS = {"ratio": "share", "equal": "restatement", "compare": "comparison"}


class Source(NamedTuple):
    name: str
    listings: list[Listing]
    frozen: bool = False


def folder_source(folder: Path, frozen: bool = False) -> Source:
    """Raises ListError, OSError, and ValueError for a folder without lists."""
    listings = read_folder(folder, TEXTS)
    if not listings:
        raise ValueError(f"{folder} has no .relations file")
    return Source(folder.name, listings, frozen or folder.name.startswith(FROZEN))


def project_sources() -> list[Source]:
    """The folder of the project's reports and those below it that have lists."""
    folders = sorted({path.parent for path in PROJECT.rglob("*.relations")})
    return [folder_source(folder) for folder in folders]


def seed_source() -> Source | None:
    """The seed reports, whose lists are not complete; None without GOUJI_CORPUS."""
    names = seeds.names()
    return Source("seeds", [_seed_listing(name) for name in names]) if names else None


def _seed_listing(name: str) -> Listing:
    entries = seeds.seed_entries(name)
    listing = Listing(
        name, Text(seeds.text_of(name)), list(map(_relation, range(1, len(entries) + 1), entries)), complete=False
    )
    for number, relation in enumerate(listing.relations):
        if relation.mark == FAILS and verdict(listing, relation) == TAIL:  # the corpus has one word for both
            listing.relations[number] = replace(relation, mark=TAIL)
    return listing


def _relation(number: int, entry: dict[str, Any]) -> Relation:
    kind = KINDS.get(entry["kind"], entry["kind"])
    operands = tuple((tuple(operand["span"]), operand["sign"]) for operand in entry.get("operands", []))
    form = ">" if kind == "comparison" else ""
    mark = HOLDS if entry["status"] == "holds" else FAILS
    source = f"{kind} {entry['result']['text']}"
    return Relation(number, source, kind, tuple(entry["result"]["span"]), operands, form, entry.get("n", 0), mark)
