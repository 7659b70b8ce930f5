"""The page's session, run by Node, against the real host: `python -m tests.editor.protocol_fuzz SEED SESSIONS EDITS [CONTROL]`.

Controls break one rule, and must then diverge: "dirty" (the host keeps what an edit touched), "unseen" (the page does not
carry findings over edits that the host had not seen).
"""

from __future__ import annotations

import json
import random
import struct
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gouji
from gouji.editor import host, wire
from gouji.editor.host import Host
from gouji.editor.live import Change
from gouji.editor.server import packed, unpacked
from gouji.editor.store import Draft
from gouji.editor.units import Units
from gouji.facts import Facts, FactsError, read_facts

ROOT = Path(__file__).resolve().parents[2]
FRONT_END = ROOT / "python" / "frontend"
REPORTS = sorted((ROOT / "tests" / "reports").glob("*.txt"))


def bundled(folder: Path) -> Path:
    """The page's side as one module for Node."""
    target = folder / "fuzz.mjs"
    command = [str(FRONT_END / "node_modules/.bin/esbuild"), "test/fuzz.ts", "--bundle", "--format=esm", "--platform=node"]
    subprocess.run([*command, "--log-level=warning", f"--outfile={target}"], cwd=FRONT_END, check=True)
    return target


def run(seed: int, sessions: int, edits: int, control: str = "none") -> dict[str, Any]:
    """The result of the sessions: how many ended with the two sides apart, and the first of those."""
    moved = host._moved
    if control == "dirty":
        host._moved = _shifted
    try:
        with tempfile.TemporaryDirectory() as folder:
            command = ["node", str(bundled(Path(folder))), str(seed), str(sessions), str(edits), control]
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as page:
                try:
                    return _serve(page)
                finally:
                    page.kill()
    finally:
        host._moved = moved


def _shifted(places: list[list[int]], changes: Sequence[Change]) -> list[list[int]]:
    """What the host would do without the rule: take places at the border of a change for moved."""
    moved = []
    for begin, end in places:
        moved.append([at + sum(longer for _, last, longer in changes if last <= at) for at in (begin, end)])
    return moved


def _serve(page: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert page.stdin is not None and page.stdout is not None
    current: Host | None = None
    facts = Facts()
    while True:
        head = page.stdout.read(4)
        if len(head) < 4:
            raise RuntimeError("the page is gone")
        message, buffer = unpacked(page.stdout.read(struct.unpack(">I", head)[0]))
        if message["t"] == "fuzz-done":
            return dict(message)
        if message["t"] == "fuzz-new":
            text = _text(message["number"])
            facts = _facts(text, message["number"])
            current = Host(Draft(text), facts=facts)
            answer = packed([host.Reply({"text": text})])
        elif message["t"] == "fuzz-fresh":
            assert current is not None
            entry = gouji.check(current.text, facts=facts).to_dict()
            found = wire.findings(entry["diagnostics"], current.text, Units(current.text), frozenset())
            answer = packed([host.Reply({"text": current.text, "findings": found})])
        else:
            assert current is not None
            answer = packed(current.receive(message, buffer))
        page.stdin.write(struct.pack(">I", len(answer)) + answer)
        page.stdin.flush()


def _text(number: int) -> str:
    """Some paragraphs of a report of the project."""
    chosen = random.Random(number)
    lines = chosen.choice(REPORTS).read_text(encoding="utf-8").splitlines()
    begin = chosen.randrange(max(1, len(lines) - 12))
    return "\n".join(lines[begin : begin + 12])


def _facts(text: str, number: int) -> Facts:
    """What the text says of some of its indicators, of every other one wrongly."""
    rows: dict[tuple[object, ...], dict[str, object]] = {}
    for index, each in enumerate(gouji.check(text).quantities):
        value = each.printed.replace(",", "")
        if each.indicator and each.period and each.approximation == "exact" and value.replace(".", "").isdigit() and value.isascii():
            basis = "actual" if each.basis in ("unknown", "previous") else each.basis
            row = {"indicator": each.indicator, "period": each.period, "value": value + "7" * ((index + number) % 2), "unit": each.printed_unit, "basis": basis}
            try:
                (fact,) = read_facts([row]) or ()
            except FactsError:
                continue
            rows.setdefault(fact.key, row)
    return read_facts(rows.values()) or Facts()


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:4]), *sys.argv[4:]), ensure_ascii=False))  # type: ignore[arg-type]
