"""Prints agreements: by report, by kind, and each missed or extra relation with the words around its figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.agreement.lists import Relation
from tests.agreement.matching import Agreement, Answered, Tally

KINDS = (
    *("sum", "row", "column", "balance", "share", "rate", "change", "product", "score"),
    *("whole", "restatement", "comparison", "count", "possible"),
)
HEAD = (
    f"{'listed':>8}{'found':>7}{'recall':>8}{'answered':>10}{'right':>7}{'precision':>11}{'follows':>9}"
    f"{'rearranged':>12}{'status':>8}"
)


def cell(text: str, width: int) -> str:
    """Padded as a terminal shows it: a Chinese character takes two columns."""
    return text + " " * max(width - len(text) - sum("\u2e80" <= character <= "\uffef" for character in text), 1)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


def row(name: str, tally: Tally, complete: bool = True) -> str:
    precision = percent(tally.right, tally.answered) if complete else "-"
    right = str(tally.right) if complete else "-"
    return (
        f"{cell(name, 34)}{tally.listed:>8}{tally.found:>7}{percent(tally.found, tally.listed):>8}{tally.answered:>10}"
        f"{right:>7}{precision:>11}{tally.follows:>9}{tally.rearranged:>12}{percent(tally.agreed, tally.found):>8}"
    )


def total_row(name: str, agreements: Sequence[Agreement]) -> str:
    total = Tally()
    for agreement in agreements:
        total.add(agreement.total)
    return row(name, total, all(agreement.listing.complete for agreement in agreements))


def tables(agreements: Sequence[Agreement]) -> str:
    """By report and by kind."""
    rows = [f"{'report':<34}{HEAD}"]
    rows += [row(each.listing.name, each.total, each.listing.complete) for each in agreements]
    return "\n".join([*rows, "", by_kind("all", agreements)])


def by_kind(name: str, agreements: Sequence[Agreement]) -> str:
    """Kinds are the list's for what is listed and the core's for what is answered."""
    complete = all(agreement.listing.complete for agreement in agreements)
    rows = [f"{'kind':<34}{HEAD}"]
    kinds = {kind for agreement in agreements for kind in agreement.tallies}
    for kind in sorted(kinds, key=lambda kind: KINDS.index(kind) if kind in KINDS else len(KINDS)):
        tally = Tally()
        for agreement in agreements:
            tally.add(agreement.tallies.get(kind, Tally()))
        rows.append(row(kind, tally, complete))
    return "\n".join([*rows, total_row(name, agreements)])


def details(agreement: Agreement) -> Iterable[str]:
    """Extra relations, violated ones first; missed ones; those found with another status or result."""
    if agreement.listing.complete:
        for word, answered in (("extra", agreement.extra), ("follows", agreement.following)):
            for each in sorted(answered, key=lambda each: ("violated", "rounding", "holds").index(each.status)):
                yield f"  {word:<7} {each.status} {each.kind}: {_answered(agreement, each)}"
    for relation in agreement.missed:
        yield f"  missed  {relation.source}: {_quoted(agreement, relation)}"
    for relation, status in agreement.other_status:
        yield f"  {status} instead: {relation.source}: {_quoted(agreement, relation)}"
    for relation, each in agreement.rearranged:
        yield f"  rearranged {relation.source}: {each.kind} {each.item.get('formula', '')}"


def _quoted(agreement: Agreement, relation: Relation) -> str:
    return " ".join(agreement.listing.text.around(place) for place in relation.members)


def _answered(agreement: Agreement, each: Answered) -> str:
    text = agreement.listing.text
    line = text.line_of(each.result[0])
    places = " ".join(text.around(place) for place in each.members)
    return f"line {line}: {each.item.get('formula', '')}: {places}"
