"""Command: `python -m tests.incremental.long EXECUTABLE --edits N` plays N edits, each compared with a check from scratch.

EXECUTABLE is `gouji_sessions` of a build with GOUJI_TESTS. Sessions of 60 edits, which are then undone one by one, are played
over every fixture, every report of the project, and those of `GOUJI_CORPUS` where it is set; long texts get a tenth of the
edits, as each costs a check of the whole. What differs is printed with the seed that plays it again.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.seeds import ROOT, fixtures

EDITS = 60  # of a session; as many undo them
LONG = 1_200  # characters


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.incremental.long")
    parser.add_argument("executable", type=Path, metavar="EXECUTABLE")
    parser.add_argument("--edits", type=int, default=1_000_000, metavar="N", help="at least so many, with those undone")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        short, long = write(Path(folder))
        print(f"{len(short)} short texts, {len(long)} long ones, seed {arguments.seed}", flush=True)
        played, seed, wrong = 0, arguments.seed, 0
        while played < arguments.edits:
            files = short + long if (seed - arguments.seed) % 10 == 0 else short
            command = [str(arguments.executable), "--seed", str(seed), "--edits", str(EDITS), *map(str, files)]
            answer = subprocess.run(command, check=False, capture_output=True, text=True)
            if answer.returncode:
                wrong += 1
                print(answer.stdout, answer.stderr, flush=True)
            played, seed = played + 2 * EDITS * len(files), seed + 1
    print(f"{played:,} edits, seeds {arguments.seed} to {seed - 1}: {wrong} runs with differences")
    return 1 if wrong else 0


def write(folder: Path) -> tuple[list[Path], list[Path]]:
    """All texts as files: the short ones, the long ones."""
    texts = {f"fixture-{number}": text for number, text in enumerate(fixtures()) if text}
    corpus = os.environ.get("GOUJI_CORPUS")
    for source in (ROOT / "examples/reports", ROOT / "tests/reports", *([Path(corpus)] if corpus else [])):
        texts |= {f"{source.name}-{path.stem}": path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.txt"))}
    files: tuple[list[Path], list[Path]] = ([], [])
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_bytes(text.encode("utf-8", "replace"))
        files[len(text) >= LONG].append(path)
    return files


if __name__ == "__main__":
    sys.exit(main())
