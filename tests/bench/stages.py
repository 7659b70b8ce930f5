"""Command: `python -m tests.bench.stages EXECUTABLE [CHARACTERS…]` shows where a check spends its instructions, by stage.

EXECUTABLE is `gouji_check_file` of a build with GOUJI_TESTS; it runs under valgrind's callgrind, so that the core needs no
clock and the load of the machine does not matter. Costs are millions of instructions, with what a stage calls; the last
column is the growth from the first length to the last, for ten times the text. `--functions N` lists the N functions that
cost most by themselves, for the last length.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.make_report import make_report

STAGES = {  # what is printed: the functions that begin the stage, as callgrind names them
    "decode": ("gouji::decode_file(",),
    "split": ("gouji::syntax::split_blocks(",),
    "parse": ("gouji::syntax::parse_block(",),
    "facts": ("gouji::facts::extract(",),
    "signals": ("gouji::facts::read_signals(",),
    "outline": ("gouji::syntax::find_contents(", "gouji::syntax::build_outline(", "gouji::syntax::find_title("),
    "resolve": ("gouji::relations::resolve(", "gouji::relations::heading_scope("),
    "read tables": (
        "gouji::relations::find_tables(",
        "gouji::relations::resolve_rows(",
        "gouji::relations::drop_shared_names(",
    ),
    "link, all": ("gouji::relations::link(",),
    "culprits": ("gouji::relations::find_culprits(",),
    "parts": ("gouji::parts::find_parts(",),
    "checks": ("gouji::engine::run_checks(",),
    "render": ("gouji::engine::render(",),
    "json": ("gouji::to_json(", "gouji::to_json["),
}
LINKER = re.compile(r"gouji::relations::link_\w+\(")
# Without reading the vocabulary, which is done once.
WHOLE = ("gouji::engine::analyze(", "gouji::engine::render(", "gouji::to_json(", "gouji::to_json[")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.stages")
    parser.add_argument("executable", type=Path, metavar="EXECUTABLE")
    parser.add_argument("characters", type=int, nargs="*", default=[48_000, 480_000], metavar="CHARACTERS")
    parser.add_argument("--functions", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    if not shutil.which("valgrind"):
        parser.error("valgrind is not installed")
    texts = [make_report(length) for length in arguments.characters]
    tables = []
    for text in texts:
        with tempfile.TemporaryDirectory() as folder:
            tables.append(costs(arguments.executable, text, Path(folder)))
    print(f"{'':<20}" + "".join(f"{len(text):>10,}" for text in texts) + ("    growth" if len(texts) > 1 else ""))
    linkers = sorted({match[0] for table in tables for name in table[0] if (match := LINKER.match(name))})
    stages = {
        **STAGES,
        **{linker[len("gouji::relations::") : -1].replace("_", " "): (linker,) for linker in linkers},
        "check with JSON": WHOLE,
    }
    for name, functions in stages.items():
        row = [inclusive(table[0], functions) for table in tables]
        growth = f"{10 * len(texts[0]) / len(texts[-1]) * row[-1] / row[0]:>10.1f}" if len(row) > 1 and row[0] else ""
        print(f"{name:<20}" + "".join(f"{cost / 1e6:>10.2f}" for cost in row) + growth)
    for name, cost in sorted(tables[-1][1].items(), key=lambda item: -item[1])[: arguments.functions]:
        print(f"{cost / 1e6:>10.2f}  {name[:110]}")
    return 0


Costs = dict[str, int]


def costs(executable: Path, text: str, folder: Path) -> tuple[Costs, Costs]:
    """Of each function: instructions with what it calls, and without."""
    file, output = folder / "report.txt", folder / "callgrind.out"
    file.write_bytes(text.encode())
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", str(executable), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return annotated(output, "yes"), annotated(output, "no")


def annotated(output: Path, inclusive: str) -> Costs:
    command = ["callgrind_annotate", f"--inclusive={inclusive}", "--threshold=100", "--auto=no", str(output)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: Costs = {}
    for line in printed.splitlines():
        if match := re.match(r"\s*([\d,]+) \(\s*[\d.]+%\)\s+\S*?:(.*?)(?: \[.*\])?$", line):
            name = match[2]
            found[name] = found.get(name, 0) + int(match[1].replace(",", ""))
    return found


def inclusive(table: Costs, functions: tuple[str, ...]) -> int:
    return sum(cost for name, cost in table.items() if name.startswith(functions))


if __name__ == "__main__":
    sys.exit(main())
