"""Command: `python -m tests.mutation.figures [FOLDER...]` alters the figures of listed reports one at a time.

The reports are those with a `.relations` file in FOLDER (format: tests/README.md); without FOLDER those of the project
and, where GOUJI_CORPUS names them, the seed reports. `--sample N` takes N slips by chance, the same for one `--seed`.
`--misses N` names so many slips that were not caught. Folders whose name begins with `frozen` have tables of their own,
which name no report, unless `--open`. Exit status 2: a list cannot be read.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.agreement.lists import Listing
from tests.agreement.sources import named_or_all
from tests.mutation import figure_judge, figure_tables
from tests.mutation.slips import Slip
from tests.mutation.slips import slips as all_slips


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.figures")
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--sample", type=int, metavar="N", help="only N slips")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the sample")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--open", action="store_true", help="name frozen reports as well")
    arguments = parser.parse_args()
    try:
        sources = named_or_all(arguments.folders)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    for frozen, name in ((False, "developed"), (True, "frozen")):
        listings = [listing for source in sources for listing in source.listings if source.frozen == frozen]
        if listings:
            print(f"{name}: {len(listings)} reports")
            misses = arguments.misses if arguments.open or not frozen else None
            judge_listings(listings, misses, choose(listings, arguments.sample, arguments.seed), arguments.jobs)
    return 0


def judge_listings(listings: list[Listing], most: int | None, slips: tuple[list[Slip], list[Slip]], jobs: int) -> None:
    """Prints the tables; `most` misses, and no report's name where it is None."""
    started = time.monotonic()
    outcomes = list(figure_judge.judge_all(listings, slips[0], jobs))
    seconds = time.monotonic() - started
    judge = figure_judge.Judge(listings)
    unaltered = [figure_judge.unaltered(each, judge.unaltered(number)) for number, each in enumerate(listings)]
    print(figure_tables.table(outcomes, slips[1]), "", sep="\n")
    print(figure_tables.unaltered_table(unaltered, most is not None), "", sep="\n")
    if most and (missed := figure_tables.misses(outcomes, listings, most)):
        print(missed, "", sep="\n")
    print(f"{len(outcomes)} slips in {seconds:.0f} s", file=sys.stderr)


def choose(listings: Sequence[Listing], sample: int | None = None, seed: int = 0) -> tuple[list[Slip], list[Slip]]:
    """Slips to be judged, in the order of the reports; all that a rule leaves out."""
    every = list(all_slips(listings))
    judged = [slip for slip in every if not slip.excluded]
    if sample is not None and sample < len(judged):
        numbers = sorted(random.Random(seed).sample(range(len(judged)), sample))
        judged = [judged[number] for number in numbers]
    return judged, [slip for slip in every if slip.excluded]


if __name__ == "__main__":
    sys.exit(main())
