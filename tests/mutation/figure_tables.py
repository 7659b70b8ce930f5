"""Tables of outcomes: by kind of slip, by kind of relation, culprits and corrections, and the unaltered reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from tests.agreement.lists import KINDS as RELATIONS
from tests.agreement.lists import Listing
from tests.agreement.tables import cell, percent
from tests.mutation.figure_judge import Outcome, Unaltered
from tests.mutation.slips import FAILING, KEPT, KINDS, TOLERATED, Slip

REASONS = (KEPT, TOLERATED, FAILING)


def rate(outcomes: Sequence[Outcome], good: Callable[[Outcome], bool] = lambda outcome: outcome.caught) -> float:
    return sum(map(good, outcomes)) / len(outcomes) if outcomes else 1.0


def met(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Caught ones where two or more listed relations meet at the figure."""
    return [outcome for outcome in outcomes if outcome.caught and outcome.slip.meeting > 1]


def table(outcomes: Sequence[Outcome], excluded: Sequence[Slip]) -> str:
    rows = [f"{'slip':<14}{'all':>7}{'caught':>8}{'rate':>8}{'elsewhere':>11}{'excluded':>10}"]
    for kind in (*KINDS, "all"):
        group = [each for each in outcomes if kind in (each.slip.kind, "all")]
        caught = sum(each.caught for each in group)
        elsewhere = sum(not each.caught and bool(each.new) for each in group)
        left_out = sum(kind in (each.kind, "all") for each in excluded)
        share = percent(caught, len(group))
        rows.append(f"{kind:<14}{len(group):>7}{caught:>8}{share:>8}{elsewhere:>11}{left_out:>10}")
    reasons = Counter(slip.excluded for slip in excluded)
    rows += ["elsewhere: something new is said, but not about the figure", "excluded:"]
    rows += [f"{reasons[reason]:>7} {reason}" for reason in REASONS if reasons[reason]]
    return "\n".join([*rows, "", by_relation(outcomes), "", culprits(outcomes)])


def by_relation(outcomes: Sequence[Outcome]) -> str:
    """A slip counts for each kind of relation that it breaks."""
    rows = [f"{'caught of':<14}{''.join(f'{kind:>14}' for kind in (*KINDS, 'all'))}{'rate':>8}"]
    for relation in RELATIONS:
        groups = [
            [each for each in outcomes if relation in each.slip.broken and each.slip.kind == kind] for kind in KINDS
        ]
        groups.append([each for group in groups for each in group])
        if groups[-1]:
            counts = [(sum(each.caught for each in group), len(group)) for group in groups]
            cells = "".join(f"{f'{caught}/{every}':>14}" for caught, every in counts)
            rows.append(f"{relation:<14}{cells}{percent(*counts[-1]):>8}")
    return "\n".join(rows)


def culprits(outcomes: Sequence[Outcome]) -> str:
    groups = {
        "two or more listed relations meet at the figure": met(outcomes),
        "the slip breaks two or more": [each for each in met(outcomes) if len(each.slip.broken) > 1],
    }
    rows = [f"{'of those caught, where':<50}{'all':>7}{'culprit right':>21}{'correction right':>21}"]
    for name, group in groups.items():
        cells = []
        for count in (sum(each.culprit for each in group), sum(each.corrected for each in group)):
            cells.append(f"{f'{count} {percent(count, len(group))}':>21}")
        rows.append(f"{name:<50}{len(group):>7}{''.join(cells)}")
    return "\n".join(rows)


def unaltered_table(found: Sequence[Unaltered], shown: bool = True) -> str:
    """By report and in all; not `shown`: only in all."""
    rows = [f"{'unaltered report':<34}{'expected':>9}{'false':>7}{'errors':>8}{'listed mistakes':>17}{'told':>6}"]
    for each in found if shown else ():
        rows.append(_unaltered_row(each.name, [each]))
    rows.append(_unaltered_row("all", found))
    for each in found if shown else ():
        rows += [f"  false: {each.name}: {one['line']} {one['code']} {one['message']}" for one in each.false]
    return "\n".join(rows)


def _unaltered_row(name: str, found: Sequence[Unaltered]) -> str:
    """What a list that is not complete does not expect is not false."""
    false = [finding for each in found for finding in each.false]
    errors = sum(finding["severity"] == "error" for finding in false)
    return (
        f"{cell(name, 34)}{sum(len(each.expected) for each in found):>9}{len(false):>7}{errors:>8}"
        f"{sum(each.planted for each in found):>17}{sum(each.told for each in found):>6}"
    )


def misses(outcomes: Sequence[Outcome], listings: Sequence[Listing], most: int) -> str:
    """The first `most` slips that were not caught: report, line, the words around the figure, and what was said."""
    missed = [outcome for outcome in outcomes if not outcome.caught]
    rows = []
    for outcome in missed[:most]:
        slip = outcome.slip
        listing = listings[slip.report]
        figure, kinds = listing.text.around(slip.figure.place), ", ".join(sorted(set(slip.broken)))
        rows.append(f"{listing.name}: line {slip.figure.line}: {slip.kind}: {figure} -> {slip.new}: breaks {kinds}")
        rows += [f"    {said}" for said in outcome.new]
    rest = len(missed) - most
    return "\n".join([*rows, *([f"... and {rest} more"] if rest > 0 else [])])
