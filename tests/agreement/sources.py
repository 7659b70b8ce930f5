"""Where lists are: beside the reports of the project, in folders named by the caller, and with the seed reports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from tests.agreement.lists import Listing, read_folder

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "tests/reports"
TEXTS = (ROOT / "examples/reports", PROJECT)  # of lists that stand apart from their texts
FROZEN = "frozen"  # how the name of a folder begins whose reports nobody looks at while the core is worked on


class Source(NamedTuple):
    name: str
    listings: list[Listing]
    frozen: bool = False


def folder_source(folder: Path, frozen: bool = False) -> Source:
    """Raises ListError, OSError, and ValueError for a folder without lists."""
    listings = read_folder(folder, TEXTS)
    if not listings:
        raise ValueError(f"{folder} has no .relations file")
    return Source(folder.name, listings, frozen or folder.resolve().name.startswith(FROZEN))


def project_sources() -> list[Source]:
    """The folder of the project's reports and those below it that have lists."""
    folders = sorted({path.parent for path in PROJECT.rglob("*.relations")})
    return [folder_source(folder) for folder in folders]


def seed_source() -> Source | None:
    """The seed reports, whose lists are not complete; None without GOUJI_CORPUS."""
    if not os.environ.get("GOUJI_CORPUS"):
        return None
    from tests.corpus.listings import seed_listings  # a source distribution has no tests/corpus

    listings = seed_listings()
    return Source("seeds", listings) if listings else None


def named_or_all(folders: list[Path], frozen: bool = False) -> list[Source]:
    """What a command is asked for: these folders, else all that is there. Raises as `folder_source` does."""
    if folders:
        return [folder_source(folder, frozen) for folder in folders]
    return [*project_sources(), *filter(None, [seed_source()])]
