"""Command: `python -m tests.fuzz.seeds FOLDER` writes what the fuzzers begin with: fixtures, reports and profiles, one file each."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fixtures.page import is_page, read_page
from tests.fixtures.runner import export

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "gb18030", "utf-16")


def main(folder: Path) -> int:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples/reports").glob("*.txt"))] + fixtures()
    write(folder / "decode", [text.encode(ENCODINGS[i % 3], "replace") for i, text in enumerate(texts)])
    write(folder / "edit", [bytes([i % 251]) + text.encode("utf-8", "replace") for i, text in enumerate(texts)])
    write(folder / "profile", [path.read_bytes() for path in sorted((ROOT / "cpp/profiles/families").glob("*.json"))])
    return 0


def fixtures() -> list[str]:
    """The texts of all pages."""
    pages = [page for page in sorted((ROOT / "tests").rglob("*.md")) if is_page(page, ROOT)]
    return [entry["text"] for page in pages for entry in export(page.relative_to(ROOT), read_page(page))]


def write(folder: Path, seeds: list[bytes]) -> None:
    """The seeds as numbered files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (folder / f"{number:04}").write_bytes(seed)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.fuzz.seeds FOLDER")
    sys.exit(main(Path(sys.argv[1])))
