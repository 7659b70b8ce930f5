"""Command: `python -m tests.properties.documents --count N --seed S` checks N documents and plants slips into each.

Prints false findings and slips found by phrasing, with the seeds. `--kinds sum balance` takes only phrasings of these
kinds; `--without-known` leaves out those of known.FALSE; `--examples` adds the shortest text of each fault; `--show
SEED` prints a document and what is found in it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Collection, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from tests.properties.documents import judge, known, reduce
from tests.properties.documents.chooser import RandomChooser
from tests.properties.documents.compose import of_seed
from tests.properties.documents.document import Document
from tests.properties.documents.judge import Diagnostic, Slip
from tests.properties.documents.template import KINDS

SLIPS = 4  # planted into each document, one at a time
SEEDS = 5  # listed of each


@dataclass
class Outcome:
    """Of one document: its phrasings, the codes and places of false findings, and its slips."""

    seed: int
    phrasings: list[str] = field(default_factory=list)
    false: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)  # severity, code, phrasings
    slips: list[tuple[str, str, str, bool, bool]] = field(default_factory=list)  # phrasing, tie, kind, near, found
    misses: list[tuple[str, str]] = field(default_factory=list)  # phrasing and tie, text
    examples: list[str] = field(default_factory=list)  # of false findings


def slips_of(seed: int, document: Document, kinds: Collection[str]) -> list[Slip]:
    chooser = RandomChooser(seed)
    planted = (judge.plant(document, chooser, kinds) for _ in range(SLIPS))
    return [slip for slip in planted if slip]


def examine_all(
    seeds: Iterable[int], kinds: Collection[str] = KINDS, without: Collection[str] = (), jobs: int = 1
) -> list[Outcome]:
    one = partial(examine, kinds=tuple(kinds), without=frozenset(without))
    if jobs == 1:
        return [one(seed) for seed in seeds]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(one, seeds, chunksize=50))


def examine(seed: int, kinds: Collection[str], without: Collection[str]) -> Outcome:
    document = of_seed(seed, kinds, without)
    names = [name for name, _, _ in document.phrasings]
    if document.untrue():
        raise AssertionError(f"the document of seed {seed} is not consistent")
    before = judge.findings(document.text())
    outcome = Outcome(seed, names)
    for each in before:
        left, text = reduce.of_finding(document, each)
        outcome.false.append((each["severity"], each["code"], left))
        outcome.examples.append(text)
    for slip in slips_of(seed, document, kinds):
        figure = document.figures[slip.figure]
        found = judge.is_found(document, slip, before)
        tie = next((tie for tie in slip.violated if tie.near), slip.violated[0])
        outcome.slips.append((figure.phrasing, tie.kind, slip.kind, slip.near, found))
        if not found:
            number, typed = figure.number, slip.typed
            _, text = reduce.of_miss(document, slip)
            outcome.misses.append((f"{figure.phrasing}, {tie.kind}", f"{text}\n    {number} -> {typed}"))
    return outcome


def summary(outcomes: list[Outcome]) -> str:
    """The table of phrasings, and each kind of false finding with seeds."""
    severities = Counter(severity for outcome in outcomes for severity, _, _ in outcome.false)
    planted, found = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    missed: dict[str, list[int]] = {}
    for outcome in outcomes:
        for name, tie, kind, near, caught in outcome.slips:
            keys: list[tuple[str, ...]] = [(), ("phrasing", name), ("tie", tie), ("slip", kind)]
            for key in (*keys, ("near" if near else "far",)):
                planted[key] += 1
                found[key] += caught
            if not caught:
                missed.setdefault(name, []).append(outcome.seed)
    told = Counter(name for outcome in outcomes for name in set(outcome.phrasings))
    lines = [
        f"documents {len(outcomes)}, false errors {severities['error']}, false warnings {severities['warning']}",
        f"slips found {found[()]} of {planted[()]} ({_percent(found[()], planted[()])})",
        "",
    ]
    for key in sorted(key for key in planted if key and key[0] != "phrasing"):
        lines.append(f"{' '.join(key):24} {found[key]:6} of {planted[key]:6} {_percent(found[key], planted[key]):>7}")
    lines += ["", f"{'phrasing':44} {'told':>6} {'found':>6} {'of':>6} {'':>7}  seeds of slips missed"]
    for name in sorted(told):
        key = ("phrasing", name)
        some = " ".join(map(str, missed.get(name, [])[:SEEDS]))
        rate = _percent(found[key], planted[key])
        lines.append(f"{name:44} {told[name]:6} {found[key]:6} {planted[key]:6} {rate:>7}  {some}")
    if outcomes and severities:
        lines += ["", "false findings, by the phrasing that most of them have in common, with seeds"]
    for (severity, code, name), seeds in common(outcomes).items():
        some = " ".join(map(str, seeds[:SEEDS]))
        lines.append(f"{len(seeds):6} {severity:7} {code:22} {name:44} {some}")
    return "\n".join(lines)


def common(outcomes: list[Outcome]) -> dict[tuple[str, str, str], list[int]]:
    """The seeds of false findings by severity, code and the phrasing that explains most of them."""
    left = [(*each, outcome.seed) for outcome in outcomes for each in outcome.false]
    found: dict[tuple[str, str, str], list[int]] = {}
    while left:
        counts = Counter((severity, code, name) for severity, code, names, _ in left for name in set(names))
        key, _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
        taken = [each for each in left if each[:2] == key[:2] and key[2] in each[2]]
        found[key] = [seed for _, _, _, seed in taken]
        left = [each for each in left if each not in taken]
    return found


def examples(outcomes: list[Outcome]) -> str:
    """The shortest text of each kind of false finding, and of each phrasing in which slips are missed."""
    shortest: dict[tuple[str, ...], str] = {}
    explained = {(seed, *key[:2]): key for key, seeds in common(outcomes).items() for seed in seeds}
    for outcome in outcomes:
        told: list[tuple[tuple[str, ...], str]] = []
        for (severity, code, names), text in zip(outcome.false, outcome.examples, strict=True):
            key = explained[outcome.seed, severity, code]
            told += [(("false", *key), text)] if key[2] in names else []
        told += [(("missed", name), text) for name, text in outcome.misses]
        for each, text in told:
            if each not in shortest or len(text) < len(shortest[each]):
                shortest[each] = text
    return "\n".join(f"\n--- {' '.join(key)}\n{shortest[key]}" for key in sorted(shortest))


def _percent(part: int, base: int) -> str:
    return f"{100 * part / base:.1f}%" if base else "-"


def show(seed: int, kinds: Collection[str], without: Collection[str]) -> str:
    document = of_seed(seed, kinds, without)
    text = document.text()
    before = judge.findings(text)
    lines = [text, "", "found in it:", *(_told(each, text) for each in before)]
    for slip in slips_of(seed, document, kinds):
        figure = document.figures[slip.figure]
        slipped = document.text((slip.figure, slip.typed))
        lines += ["", f"{slip.kind} in {figure.phrasing}: {figure.number} -> {slip.typed}"]
        lines += [f"  violates {tie.kind} {tie.formula}{'' if tie.near else ', far'}" for tie in slip.violated]
        lines.append("  found" if judge.is_found(document, slip, before) else "  MISSED")
        known = {each["id"] for each in before}
        lines += [f"  {_told(each, slipped)}" for each in judge.findings(slipped) if each["id"] not in known]
    return "\n".join(lines)


def _told(diagnostic: Diagnostic, text: str) -> str:
    begin, end = diagnostic["range"]
    return f"{diagnostic['severity']} {diagnostic['code']} at {text[begin:end]!r}: {diagnostic['message']}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.properties.documents")
    parser.add_argument("--count", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--without-known", action="store_true")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    parser.add_argument("--examples", action="store_true")
    parser.add_argument("--show", type=int, metavar="SEED")
    arguments = parser.parse_args()
    without = known.FALSE if arguments.without_known else {}
    if arguments.show is not None:
        print(show(arguments.show, arguments.kinds, without))
        return 0
    seeds = range(arguments.seed, arguments.seed + arguments.count)
    outcomes = examine_all(seeds, arguments.kinds, without, arguments.jobs)
    print(f"seeds {seeds.start} to {seeds.stop - 1}, kinds {' '.join(arguments.kinds)}")
    print(summary(outcomes))
    if arguments.examples:
        print(examples(outcomes))
    return int(any(outcome.false for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
