"""Command: `python -m tests.agreement [FOLDER...]` compares the core's relations with the `.relations` files of folders.

Without FOLDER: the lists of the project, and those of the seed reports where GOUJI_CORPUS names them. `--misses` names
every missed and every extra relation. Of a folder whose name begins with `frozen`, or of all with `--frozen`, only
totals are printed, unless `--open`. The exit status is 2 where a list cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.agreement import tables
from tests.agreement.matching import Agreement, compare
from tests.agreement.oracle import disagreements
from tests.agreement.sources import Source, named_or_all
from tests.fixtures import core


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.agreement")
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--misses", action="store_true", help="name missed and extra relations")
    parser.add_argument("--frozen", action="store_true", help="all folders are frozen: only totals")
    parser.add_argument("--open", action="store_true", help="print frozen ones as well")
    arguments = parser.parse_args()
    try:
        sources = named_or_all(arguments.folders, arguments.frozen)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    groups: dict[bool, list[Agreement]] = {False: [], True: []}
    for source in sources:
        agreements = compared(source)
        groups[source.frozen] += [each for each in agreements if each.listing.complete]
        print_source(source, agreements, arguments.open or not source.frozen, arguments.misses)
    developed, frozen = groups[False], groups[True]
    if developed:
        print(tables.by_kind(f"developed: {len(developed)} reports", developed))
    if frozen:
        print("" if developed else f"{'':<34}{tables.HEAD}\n", end="")
        print(tables.total_row(f"frozen: {len(frozen)} reports", frozen))
    return 0


def compared(source: Source) -> list[Agreement]:
    return [compare(listing, core.analyse(listing.text.text)) for listing in source.listings]


def print_source(source: Source, agreements: list[Agreement], shown: bool, misses: bool) -> None:
    wrong = [line for listing in source.listings for line in disagreements(listing)]
    print(f"{source.name}: {len(agreements)} reports{', frozen' if source.frozen else ''}")
    if wrong:
        print(f"{len(wrong)} lines whose mark is not what their figures say")
    if shown:
        print(*wrong, tables.tables(agreements), sep="\n")
        if misses:
            for agreement in agreements:
                print(agreement.listing.name, *tables.details(agreement), sep="\n")
    print()


if __name__ == "__main__":
    sys.exit(main())
