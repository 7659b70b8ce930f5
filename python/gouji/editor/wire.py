"""Findings as a page gets them, each with all of its places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gouji.checks import checks
from gouji.editor.units import Units
from gouji.fixing import FIGURES
from gouji.records import Json, Range

_GROUPS = {code: group for code, group, *_ in checks()}
ABSENT = frozenset({"section-missing", "element-missing"})

Finding = dict[str, Any]


def findings(entries: Iterable[Json], text: str, units: Units, dismissed: frozenset[tuple[str, str]]) -> dict[str, Finding]:
    """The findings by id. Of each, `places` are its range, those of what is related and those of its fixes."""
    return {entry["id"]: _finding(entry, text, units, dismissed) for entry in entries}


def _finding(entry: Json, text: str, units: Units, dismissed: frozenset[tuple[str, str]]) -> Finding:
    places = [span(entry["range"], units)]

    def place(range: list[int]) -> int:
        places.append(span(range, units))
        return len(places) - 1

    related = [{"place": place(each["range"]), "message": each["message"]} for each in entry["related"]]
    figure = entry["code"] in FIGURES
    fixes = [
        {
            "title": fix["title"],
            "sure": not figure or len(entry["fixes"]) == 1,
            "edits": [
                {"place": place(edit["range"]), "text": edit["text"], "expect": text[slice(*edit["range"])]}
                for edit in fix["edits"]
            ],
        }
        for fix in entry["fixes"]
    ]
    return {
        "id": entry["id"],
        "code": entry["code"],
        "group": _GROUPS.get(entry["code"], "text"),
        "severity": entry["severity"],
        "message": entry["message"],
        "places": places,
        "related": related,
        "fixes": fixes,
        "absent": entry["code"] in ABSENT,
        "dismissed": quoted(entry, text) in dismissed,
    }


def quoted(entry: Json, text: str) -> tuple[str, str]:
    """What a dismissed finding is known by: its code and the text it stands on, or its message where there is none."""
    return entry["code"], text[slice(*entry["range"])] or entry["message"]


def counts(found: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity. Dismissed ones are counted apart."""
    numbers = {"error": 0, "warning": 0, "info": 0, "dismissed": 0}
    for finding in found:
        numbers["dismissed" if finding["dismissed"] else finding["severity"]] += 1
    return numbers


def span(range: Range | list[int], units: Units) -> list[int]:
    """A range of code points in UTF-16 units."""
    return [units.unit(range[0]), units.unit(range[1])]
