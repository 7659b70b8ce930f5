"""Command: `python -m tests.mutation.parts FOLDER` mutates the reports that FOLDER/parts.json lists.

Without FOLDER: the reports of the project. `--misses N` lists so many misses, all of them by default. The format of
parts.json is that of tests/mutation/parts.json: {report: {"profile": name, "sections": [[line, heading, paths]]}},
where the paths are those of the profile's parts that the heading tells (`results/cost`), divided by spaces, or null.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.mutation import judge
from tests.mutation.reports import project_reports, read_reports


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.parts")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--misses", type=int, default=sys.maxsize, metavar="N")
    arguments = parser.parse_args()
    folder = arguments.folder
    try:
        reports = read_reports(folder / "parts.json", (folder,)) if folder else project_reports()
    except (OSError, ValueError) as error:
        parser.error(str(error))
    outcomes, excluded = judge.judge_all(reports)
    print(judge.unaltered_table(reports), judge.table(outcomes, excluded), sep="\n\n")
    if missed := judge.misses(outcomes, arguments.misses):
        print("", missed, sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
