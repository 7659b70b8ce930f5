"""The lists of the panels, made of a report: the outline, the relations, the data, and the values to complete with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gouji import _core
from gouji.editor.units import Units
from gouji.editor.wire import ABSENT, span
from gouji.output.names import BASES
from gouji.records import Json
from gouji.report import Report

if TYPE_CHECKING:
    from gouji.facts import Fact, Facts

MOST_OPTIONS = 8  # values that one indicator offers


def outline(report: Report, units: Units, facts: Facts | None = None) -> list[Json]:
    """The headings, and between them the sections that the text lacks, each where it belongs."""
    entry = report.entry
    rows: list[Json] = [
        {
            "title": heading["title"],
            "label": heading["label"],
            "level": heading["level"],
            "part": heading["part"],
            "at": span(heading["range"], units),
            "findings": [],
        }
        for heading in entry["outline"]
    ]
    absences = []
    for found in entry["diagnostics"]:
        at = span(found["range"], units)
        if found["code"] in ABSENT:
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


def relations(report: Report, units: Units, facts: Facts | None = None) -> list[Json]:
    """The relations, each with the places of its members, the result first."""
    entry = report.entry
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
                "members": [span(quantities[each]["number_range"], units) for each in members]
                + [span(item, units) for item in relation.get("items", ())],
            }
        )
    return rows


def ledger(report: Report, units: Units, facts: Facts | None = None) -> list[Json]:
    """The indicators with their values: one row for each indicator, scope, period and basis, in text order.

    A row that a fact speaks of has it as `known`; facts that the text does not state come last, without values. `conflict`
    is whether there are several values, or one that the fact contradicts.
    """
    rows: dict[tuple[Any, ...], Json] = {}
    entry, text = report.entry, report.text or ""
    wrong = _contradicted(entry, text, facts)
    used: set[Fact] = set()
    for quantity in entry["quantities"]:
        if quantity["indicator"] is None:
            continue
        key = tuple(quantity[name] for name in ("indicator", "scope", "period", "basis", "kind"))
        row = rows.get(key)
        if row is None:
            fact = _fact(quantity, facts)
            used |= {fact} if fact is not None else set()
            row = rows[key] = {
                "indicator": quantity["indicator"],
                "scope": quantity["scope"],
                "period": quantity["period"] or "",
                "basis": _basis(quantity["basis"], report.language),
                "known": fact.printed + fact.printed_unit if fact is not None else "",
                "conflict": False,
                "values": {},
            }
        printed = quantity["printed"] + quantity["printed_unit"]
        value = row["values"].setdefault(quantity["value"], {"printed": printed, "at": []})
        value["at"].append(span(quantity["number_range"], units))
        row["conflict"] = row["conflict"] or quantity["id"] in wrong or len(row["values"]) > 1
    unstated = [
        {
            "indicator": fact.given,
            "scope": fact.scope,
            "period": fact.period,
            "basis": _basis(fact.basis, report.language),
            "known": fact.printed + fact.printed_unit,
            "conflict": False,
            "values": [],
        }
        for fact in facts or ()
        if fact not in used
    ]
    return [*({**row, "values": list(row["values"].values())} for row in rows.values()), *unstated]


def values(report: Report, units: Units, facts: Facts | None = None) -> list[Json]:
    """What can be written behind an indicator's words: for each the words, and its known values, those of the facts first."""
    from gouji.facts import name_of

    synonyms = {name: others for name, others, _ in _core.indicators()}
    found: dict[str, Json] = {}

    def offer(indicator: str, given: str, text: str, about: list[str], known: bool) -> None:
        entry = found.setdefault(indicator, {"names": [indicator, *synonyms.get(indicator, ())], "options": {}})
        if given not in entry["names"]:
            entry["names"].append(given)
        option = entry["options"].setdefault((text, *about), {"text": text, "about": about, "known": known, "count": 0})
        option["known"] = option["known"] or known
        option["count"] += not known

    for fact in facts or ():
        about = [fact.period, _basis(fact.basis, report.language)]
        offer(fact.indicator, fact.given, fact.printed + fact.printed_unit, about, True)
    for quantity in report.entry["quantities"]:
        if quantity["indicator"] is None or quantity["scope"] or quantity["approximation"] != "exact":
            continue
        if not quantity["printed_unit"]:  # a cell of a table
            continue
        name = name_of(quantity["indicator"])
        basis = "actual" if quantity["basis"] in ("unknown", "previous") else quantity["basis"]
        about = [quantity["period"] or "", _basis(basis, report.language)]
        offer(name, name, quantity["printed"] + quantity["printed_unit"], about, False)
    return [
        {
            "names": each["names"],
            "options": [
                {**option, "about": [part for part in option["about"] if part]}
                for option in sorted(each["options"].values(), key=_first_offered)[:MOST_OPTIONS]
            ],
        }
        for each in found.values()
    ]


def _first_offered(option: Json) -> tuple[Any, ...]:
    """Facts, then later periods, then what was said more often."""
    period = option["about"][0]
    return not option["known"], -int(period[:4]) if period[:4].isdigit() else 0, -option["count"]


def _basis(basis: str, language: str) -> str:
    return "" if basis == "unknown" else basis if language == "en" else BASES.get(basis, basis)


def _fact(quantity: Json, facts: Facts | None) -> Fact | None:
    if not facts:
        return None
    from gouji.ledger import fact_of

    return fact_of(quantity, facts)


def _contradicted(entry: Json, text: str, facts: Facts | None) -> set[int]:
    """The quantities that state another value than a fact."""
    if not facts:
        return set()
    from gouji.ledger import agrees, stated

    return {quantity["id"] for quantity, fact in stated(entry, text, facts) if not agrees(quantity, fact)}


LISTS = {"outline": outline, "relations": relations, "quantities": ledger, "values": values}
