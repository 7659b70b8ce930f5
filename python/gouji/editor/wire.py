"""What a page shows, made of a report: findings with all of their places, and the lists of the panels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gouji.checks import checks
from gouji.editor.units import Units
from gouji.fixing import FIGURES
from gouji.records import Json, Range
from gouji.report import Report

_GROUPS = {code: group for code, group, *_ in checks()}
_ABSENT = frozenset({"section-missing", "element-missing"})

Finding = dict[str, Any]


def findings(entries: Iterable[Json], text: str, units: Units, dismissed: frozenset[tuple[str, str]]) -> dict[str, Finding]:
    """The findings by id. Of each, `places` are its range, those of what is related and those of its fixes."""
    return {entry["id"]: _finding(entry, text, units, dismissed) for entry in entries}


def _finding(entry: Json, text: str, units: Units, dismissed: frozenset[tuple[str, str]]) -> Finding:
    places = [_span(entry["range"], units)]

    def place(range: list[int]) -> int:
        places.append(_span(range, units))
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
        "absent": entry["code"] in _ABSENT,
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


def outline(report: Report, units: Units) -> list[Json]:
    """The headings, and between them the sections that the text lacks, each where it belongs."""
    entry = report.to_dict()
    rows: list[Json] = [
        {
            "title": heading["title"],
            "label": heading["label"],
            "level": heading["level"],
            "part": heading["part"],
            "at": _span(heading["range"], units),
            "findings": [],
        }
        for heading in entry["outline"]
    ]
    absences = []
    for found in entry["diagnostics"]:
        at = _span(found["range"], units)
        if found["code"] in _ABSENT:
            absences.append({"title": found["message"], "absent": found["id"], "at": at})
            continue
        for row in rows:
            if row["at"][0] <= at[0] and at[1] <= row["at"][1]:
                row["findings"].append(found["id"])
    for absence in reversed(absences):
        before = [row for row in rows if "absent" not in row and row["at"][0] < absence["at"][0]]
        level = before[-1]["level"] if before else 1
        index = rows.index(before[-1]) + 1 if before else 0
        rows.insert(index, {**absence, "level": level})
    return rows


def relations(report: Report, units: Units) -> list[Json]:
    """The relations, each with the places of its members, the result first."""
    entry = report.to_dict()
    quantities = entry["quantities"]
    rows = []
    for relation in entry["relations"]:
        result = quantities[relation["result"]]
        members = [relation["result"], *(operand["quantity"] for operand in relation["operands"])]
        rows.append(
            {
                "kind": relation["kind"],
                "status": relation["status"],
                "formula": relation["formula"],
                "expected": relation["expected"],
                "printed": result["printed"] + result["printed_unit"],
                "difference": relation["difference"],
                "label": result["indicator"] or "",
                "members": [_span(quantities[each]["number_range"], units) for each in members]
                + [_span(item, units) for item in relation.get("items", ())],
            }
        )
    return rows


def ledger(report: Report, units: Units) -> list[Json]:
    """The indicators with their values: one row for each indicator, scope, period and basis, in text order."""
    rows: dict[tuple[Any, ...], Json] = {}
    for quantity in report.to_dict()["quantities"]:
        if quantity["indicator"] is None:
            continue
        key = tuple(quantity[name] for name in ("indicator", "scope", "period", "basis", "kind"))
        row = rows.setdefault(
            key,
            {
                "indicator": quantity["indicator"],
                "scope": quantity["scope"],
                "period": quantity["period"] or "",
                "basis": "" if quantity["basis"] == "unknown" else quantity["basis"],
                "values": {},
            },
        )
        value = row["values"].setdefault(
            quantity["value"], {"printed": quantity["printed"] + quantity["printed_unit"], "at": []}
        )
        value["at"].append(_span(quantity["number_range"], units))
    return [{**row, "values": list(row["values"].values())} for row in rows.values()]


def _span(range: Range | list[int], units: Units) -> list[int]:
    return [units.unit(range[0]), units.unit(range[1])]
