"""python collect_explanations.py OUTPUT PAGE...: the explanations of the checks, from their pages, as one JSON file.

Runs at build time; the format of the pages is known to tests/fixtures alone.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.fixtures.annotations import split  # noqa: E402
from tests.fixtures.page import Page, read_page  # noqa: E402

TITLED = re.compile(r"\*\*(为什么|怎么改)\*\*[：:]\s*(.*)", re.DOTALL)
KEYS = {"为什么": "why", "怎么改": "how"}


def explanation(path: Path) -> dict[str, Any]:
    """What a page says about its check, with the first reporting and the first silent section as examples."""
    page = read_page(path)
    prose = re.split(r"^## ", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    _, _, *paragraphs = [joined(part) for part in re.split(r"\n[ \t]*\n", prose.strip())]
    found: dict[str, Any] = {"why": "", "how": "", "notes": []}
    for paragraph in (line for part in paragraphs for line in re.split(r"\n(?=\*\*)", part)):
        if match := TITLED.fullmatch(paragraph):
            found[KEYS[match[1]]] = match[2]
        else:
            found["notes"].append(paragraph)
    return {**found, "wrong": example(page, "报："), "right": example(page, "不报：")}


def joined(paragraph: str) -> str:
    """The lines of a paragraph as one, except before bold words; a blank only where a Latin word would touch."""
    text = re.sub(r"(?<=\w)\n(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\n(?=\w)", " ", paragraph)
    return re.sub(r"\n(?!\*\*)", "", text)


def example(page: Page, prefix: str) -> dict[str, Any] | None:
    """The first section whose name begins so."""
    for section in page.sections:
        if section.name.startswith(prefix):
            text = split(section.report, f"{page.path} {section.name}").lines.text
            found = {"title": section.name.removeprefix(prefix), "text": text}
            return {**found, "facts": json.loads("\n".join(section.facts.lines))} if section.facts else found
    return None


def main(output: str, *pages: str) -> None:
    """Writes the file; the pages are ordered by group and code."""
    paths = sorted(map(Path, pages), key=lambda path: (path.parent.name, path.stem))
    text = json.dumps({path.stem: explanation(path) for path in paths}, ensure_ascii=False, indent=1)
    Path(output).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
