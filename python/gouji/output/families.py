"""Report families for a reader: their list, and the parts of one as an indented outline.

A family is JSON. Of its keys these are read here:

    {"source": "...",
     "sections": [{"title": "基本情况", "severity": "warning", "none": "allowed", "source": "...",
                   "elements": [{"name": "编制", "name_en": "posts", "severity": "info", "source": "..."}],
                   "sections": [...]}],
     "elements": [...]}

schema/profile.schema.json describes all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from gouji import _core
from gouji.output.tables import aligned
from gouji.phrases import phrase
from gouji.profiles import Family
from gouji.records import Json
from gouji.words import visible

VERSION = 1

_INDENT = "  "
_IMPORTANCE = {"warning": "required", "info": "advised", "none": "optional"}


def list_lines(families: Sequence[Family], language: str) -> Iterator[str]:
    """A table of the families: name, title, number of outermost parts."""
    rows = [(family.name, _title(family, language), str(_count(family))) for family in families]
    return aligned(iter([[phrase(language, key) for key in ("name", "title", "parts")], *rows]))


def list_json(families: Sequence[Family]) -> str:
    """The same as one JSON object."""
    rows = [
        {"name": each.name, "title": each.title, "title_en": each.title_en, "parts": _count(each)} for each in families
    ]
    tool = {"name": "gouji", "version": _core.__version__}
    return json.dumps({"version": VERSION, "tool": tool, "profiles": rows}, ensure_ascii=False, indent=1)


def outline_lines(family: Family, language: str) -> Iterator[str]:
    """The title, then each part under the one that contains it, with the elements that it must state.

    A source is that of all lines until the next one.
    """
    yield f"{visible(family.name)}  {visible(_title(family, language))}"
    yield from _Outline(language).lines(_content(family))


class _Outline:
    """Writes the parts of one family, and each source where it is another one than that of the line before."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._last_source = ""

    def lines(self, content: Json) -> Iterator[str]:
        parts, elements = _entries(content, "sections"), _entries(content, "elements")
        if source := self._source(content):
            yield _INDENT + source
        if not parts and not elements:
            yield _INDENT + phrase(self._language, "no_parts")
        for part in parts:
            yield from self._part_lines(part, 1)
        if elements:
            yield _INDENT + phrase(self._language, "whole_document")
            yield from self._element_lines(elements, 2)

    def _part_lines(self, part: Json, depth: int) -> Iterator[str]:
        yield _INDENT * depth + self._entry(part)
        yield from self._element_lines(_entries(part, "elements"), depth + 1)
        for inner in _entries(part, "sections"):
            yield from self._part_lines(inner, depth + 1)

    def _element_lines(self, elements: list[Json], depth: int) -> Iterator[str]:
        return (f"{_INDENT * depth}· {self._entry(element)}" for element in elements)

    def _entry(self, entry: Json) -> str:
        """``基本情况（必写、可写“无”）  来源：…``"""
        remarks = [phrase(self._language, _IMPORTANCE[entry.get("severity", "warning")])]
        if entry.get("none") == "allowed":
            remarks.append(phrase(self._language, "none_allowed"))
        joined = phrase(self._language, "list").join(remarks)
        line = phrase(self._language, "remarked", text=_name(entry, self._language), remarks=joined)
        source = self._source(entry)
        return f"{line}  {source}" if source else line

    def _source(self, entry: Json) -> str:
        source = str(entry.get("source", ""))
        if source in ("", self._last_source):
            return ""
        self._last_source = source
        return phrase(self._language, "source", source=visible(source))


def _name(entry: Json, language: str) -> str:
    """The title of a part, which is Chinese in both languages, or the name of an element."""
    name = entry.get("title") or (language == "en" and entry.get("name_en")) or entry["name"]
    return visible(str(name))


def _title(family: Family, language: str) -> str:
    return family.title_en if language == "en" else family.title


def _count(family: Family) -> int:
    return len(_entries(_content(family), "sections"))


def _content(family: Family) -> Json:
    content: Json = json.loads(family.json)
    return content


def _entries(entry: Json, key: str) -> list[Json]:
    found: list[Json] = entry.get(key, [])
    return found
