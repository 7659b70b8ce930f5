"""What the core says about a mutation, against what it says about the unaltered text; the verdict and the table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.fixtures import core
from tests.mutation import mutations
from tests.mutation.mutations import KINDS, Mutation
from tests.mutation.reports import HAN, Line, Report

Diagnostic = dict[str, Any]

DEMANDED, INEXACT, SILENT = "as demanded", "not exactly", "silent"
FIX_OF = {
    mutations.DELETED: mutations.FIXED,
    mutations.DELETED_RENUMBERED: mutations.FIXED_RENUMBERED,
}


@dataclass(frozen=True)
class Outcome:
    mutation: Mutation
    kind: str
    verdict: str
    found: tuple[Diagnostic, ...]  # new ones that count
    beside: bool = False  # a new error or warning of another kind stands beside them
    family: str = ""  # where the text is no longer recognised as of its profile: as which


@cache
def analyse(text: str) -> tuple[str, list[Diagnostic]]:
    """The profile and the diagnostics."""
    answer = core.analyse(text)
    return answer["profile"], answer["diagnostics"]


def diagnostics(text: str) -> list[Diagnostic]:
    return analyse(text)[1]


def about_parts(diagnostic: Diagnostic) -> bool:
    code: str = diagnostic["code"]
    return code.startswith(("section-", "heading-")) and code != "heading-style"


def new_ones(
    before: Sequence[Diagnostic], lines_before: Sequence[Line], now: Sequence[Diagnostic], lines: Sequence[Line]
) -> list[Diagnostic]:
    """Those of `now` that `before` has not.

    The same: of one id; or, because an id may depend on the number of a heading, of one code, one line of the unaltered
    text and one message without its numbers. An absent part is told by its id alone.
    """
    known = Counter(each["id"] for each in before)
    fresh = []
    for each in now:
        if known[each["id"]] > 0:
            known[each["id"]] -= 1
        else:
            fresh.append(each)
    gone = Counter(_likeness(each, lines_before) for each in before if known[each["id"]] > 0)
    result = []
    for each in fresh:
        place = _likeness(each, lines)
        if each["code"] != "section-missing" and gone[place] > 0:
            gone[place] -= 1
        else:
            result.append(each)
    return result


def _likeness(diagnostic: Diagnostic, lines: Sequence[Line]) -> tuple[str, int, str]:
    message = re.sub(rf"[{HAN}\d（）、.]", "", diagnostic["message"])
    return diagnostic["code"], lines[diagnostic["line"] - 1].origin, message


def lines_of(diagnostic: Diagnostic, text: str) -> range:
    start, end = diagnostic["range"]
    first = text.count("\n", 0, start) + 1
    return range(first, first + text.count("\n", start, end) + 1)


def judge(mutation: Mutation) -> list[Outcome]:
    """The outcome of the mutation, and of the first fix where an absent part was found."""
    text = "\n".join(line.text for line in mutation.lines)
    now = diagnostics(text)
    report = mutation.report
    new = new_ones(diagnostics(report.text), report.numbered_lines(), now, mutation.lines)
    counted = new if mutation.kind == mutations.NUMBER else [each for each in new if about_parts(each)]
    beside = any(each not in counted and each["severity"] != "info" for each in new)
    family = analyse(text)[0]
    family = "" if family == report.profile else family
    outcomes = [Outcome(mutation, mutation.kind, _verdict(mutation, counted, text), tuple(counted), beside, family)]
    if mutation.kind in FIX_OF:
        for title in mutation.titles:
            absent = [each for each in counted if each["code"] == "section-missing" and title in each["message"]]
            if len(absent) == 1:
                outcomes.append(_judge_fix(mutation, absent[0], now))
    return outcomes


def _verdict(mutation: Mutation, counted: list[Diagnostic], text: str) -> str:
    if not mutation.places:
        return INEXACT if counted else DEMANDED
    if not counted:
        return SILENT
    right = [each for each in counted if mutation.code in ("", each["code"])]
    right = [each for each in right if mutation.places & set(lines_of(each, text))]
    told = all(sum(title in each["message"] for each in right) == 1 for title in mutation.titles)
    return DEMANDED if told and len(counted) == len(right) == len(mutation.titles) else INEXACT


def _judge_fix(mutation: Mutation, absent: Diagnostic, before: list[Diagnostic]) -> Outcome:
    kind, report = FIX_OF[mutation.kind], mutation.report
    if not absent["fixes"]:
        return Outcome(mutation, kind, SILENT, (absent,))
    fixed = apply(mutation.lines, absent["fixes"][0]["edits"])
    now = diagnostics("\n".join(line.text for line in fixed))
    if any(each["id"] == absent["id"] for each in now):
        return Outcome(mutation, kind, SILENT, (absent,))
    new = new_ones(before, mutation.lines, now, fixed)
    unknown = new_ones(diagnostics(report.text), report.numbered_lines(), now, fixed)
    codes = "section-missing", "heading-number"
    new = [each for each in new if each in unknown and each["code"].startswith(codes)]
    return Outcome(mutation, kind, INEXACT if new else DEMANDED, tuple(new))


def apply(lines: Sequence[Line], edits: Iterable[dict[str, Any]]) -> list[Line]:
    """A line keeps the origin of its last character that is not new."""
    characters = [(character, line.origin) for line in lines for character in line.text + "\n"]
    for edit in sorted(edits, key=lambda edit: edit["range"], reverse=True):
        characters[slice(*edit["range"])] = [(character, 0) for character in edit["text"]]
    result, text, origin = [], "", 0
    for character, source in characters:
        origin = source or origin
        if character == "\n":
            result.append(Line(origin, text))
            text, origin = "", 0
        else:
            text += character
    return result


def judge_all(reports: Sequence[Report]) -> tuple[list[Outcome], list[Mutation]]:
    """Outcomes in the order of the reports; the mutations that a rule leaves out."""
    all_mutations = [mutation for report in reports for mutation in mutations.mutations(report)]
    outcomes = [outcome for mutation in all_mutations if not mutation.excluded for outcome in judge(mutation)]
    return outcomes, [mutation for mutation in all_mutations if mutation.excluded]


def rate(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.verdict == DEMANDED for outcome in outcomes) / len(outcomes)


def unaltered_table(reports: Sequence[Report]) -> str:
    rows = ["unaltered report                 profile             found as            errors  warnings"]
    for report in reports:
        severities = Counter(each["severity"] for each in diagnostics(report.text))
        names = f"{report.name:<32} {report.profile:<19} {analyse(report.text)[0]:<19}"
        rows.append(f"{names} {severities['error']:>6} {severities['warning']:>9}")
    return "\n".join(rows)


def table(outcomes: Sequence[Outcome], excluded: Sequence[Mutation]) -> str:
    verdicts = f"{DEMANDED:>12} {INEXACT:>12} {SILENT:>7}"
    rows = [f"{'kind':<28} {'all':>5} {verdicts} {'rate':>7} {'excluded':>9} {'beside':>7}"]
    groups = [(kind, [each for each in outcomes if each.kind == kind]) for kind in KINDS]
    for kind, group in [*groups, ("all kinds", list(outcomes))]:
        count = Counter(outcome.verdict for outcome in group)
        left_out = sum(mutation.kind == kind or kind == "all kinds" for mutation in excluded)
        rows.append(
            f"{kind:<{28 - kind.count('无')}} {len(group):>5} {count[DEMANDED]:>12} {count[INEXACT]:>12}"
            f" {count[SILENT]:>7} {rate(group) if group else 1:>7.1%} {left_out:>9}"
            f" {sum(outcome.beside for outcome in group):>7}"
        )
    reasons = Counter(mutation.excluded for mutation in excluded)
    rows += ["excluded:", *(f"{count:>5} {reason}" for reason, count in sorted(reasons.items()))]
    rows.append("beside: a new error or warning of a code that is not about parts or numbers of headings")
    return "\n".join(rows)


def misses(outcomes: Sequence[Outcome], most: int) -> str:
    """The first `most` outcomes that are not as demanded: report, kind, line, heading and what was said instead."""
    missed = [outcome for outcome in outcomes if outcome.verdict != DEMANDED]
    rows = []
    for outcome in missed[:most]:
        mutation = outcome.mutation
        family = f", read as {outcome.family}" if outcome.family else ""
        place = f"{mutation.report.name}: {outcome.kind}: line {mutation.line} {mutation.heading}"
        rows.append(f"{place}: {outcome.verdict}{family}")
        rows += [f"    {each['line']} {each['code']} {each['message']}" for each in outcome.found]
    rest = len(missed) - most
    return "\n".join([*rows, *([f"... and {rest} more"] if rest > 0 else [])])
