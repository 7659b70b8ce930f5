"""Command: `python -m tests.bench.keys` times keys in the page of `gouji edit`, in headless Chromium, from the key to the painted frame.

For each report: until a finding that a typed figure makes or mends is painted (`finding`), and until the typed character is
(`key`), beside a bare CodeMirror with the same text in the same browser (`bare`); in milliseconds, half of the keys and
19 of 20 took no longer. A frame takes 16.7 ms. Wanted: 50 ms for 19 of 20 findings, and keys within one and a half frames of
the bare ones. The page is served by a process of its own, as for a user. Ends with the sizes of the bundles. Quote ratios: the
times depend on the machine and its load.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.bench.make_report import make_report
from tests.editor.conftest import CHROMIUM, FLAGS
from tests.editor.protocol_fuzz import FRONT_END

FRAME = 1000 / 60
PROBE = (Path(__file__).parent / "keys.js").read_text(encoding="utf-8")
FIGURE, DIGIT = "其中行政编制", "7"  # a member of a sum, and what makes it wrong
SENTENCE = "班子集体研究决定"  # far from any figure
LENGTHS = (5_000, 350_000)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.keys")
    parser.add_argument("--keys", type=int, default=40, metavar="N", help="keys of each kind; at least 20")
    arguments = parser.parse_args()
    print(f"{'report':<28}{'characters':>12}{'findings':>10}   {'':8}{'p50':>8}{'p95':>8}")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, text in reports():
            context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
            shown, lines = measured(context.new_page(), text, arguments.keys)
            for number, (kind, times) in enumerate([*lines, ("bare", bare(context.new_page(), text, arguments.keys))]):
                head = f"{name:<28}{len(text):>12,}{shown:>10}" if number == 0 else " " * 50
                print(f"{head}   {kind:8}{at(times, 0.5):>8.1f}{at(times, 0.95):>8.1f}", flush=True)
            context.close()
        browser.close()
    for name in ("page.js", "widget.js"):
        code = files("gouji.editor").joinpath("static", name).read_bytes()
        print(f"{name}: {len(code):,} bytes, {len(gzip.compress(code, 9)):,} with gzip")
    return 0


def reports() -> Iterator[tuple[str, str]]:
    """Names and texts: consistent ones, and one with 2,000 findings all over it."""
    for length in LENGTHS:
        yield "consistent", make_report(length)
    text = make_report(LENGTHS[-1])
    pieces = text.split("，")
    step = max(1, len(pieces) // 2000)
    yield "2,000 half-width commas", "".join(piece + ("," if index % step == step - 1 else "，") for index, piece in enumerate(pieces))[:-1]


def measured(page: Page, text: str, keys: int) -> tuple[int, list[tuple[str, list[float]]]]:
    """How many findings there are at first, and the times of the editor."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        with served(path) as address:
            page.goto(address)
            page.wait_for_selector('.g-state[data-state="checked"]', timeout=60_000)
            page.wait_for_timeout(1500)
            page.evaluate(PROBE)
            counts = page.locator(".g-counts").get_attribute("title") or ""
            times = [("finding", findings(page, behind(text, FIGURE), keys)), ("key", typed(page, text, keys))]
            return sum(int(part.split()[-1]) for part in counts.split("，")), times


def findings(page: Page, place: int, keys: int) -> list[float]:
    """From a digit, or its removal, to the painted change of the findings in sight."""
    page.evaluate(f"measure.place({place})")
    page.wait_for_timeout(500)
    times: list[float] = []
    page.evaluate("measure.take()")
    for number in range(keys):
        page.keyboard.press("Backspace" if number % 2 else DIGIT)
        page.wait_for_function("measure.found() > 0", timeout=10_000)
        page.wait_for_timeout(100 + 77 * (number % 5))  # also while the panels fetch their lists
        times += page.evaluate("measure.take()")["findings"][:1]
    return times


def typed(page: Page, text: str, keys: int) -> list[float]:
    """From a key to the painted character, at about 20 keys a second."""
    page.evaluate(f"measure.place({behind(text, SENTENCE)})")
    page.wait_for_timeout(500)
    page.evaluate("measure.take()")
    for number in range(keys):
        page.keyboard.press("abcdefghij"[number % 10])
        page.wait_for_timeout(40)
    page.wait_for_timeout(300)
    return list(page.evaluate("measure.take()")["keys"])


def behind(text: str, words: str) -> int:
    """The place behind words, in the middle of the text where they stand there."""
    found = text.find(words, len(text) // 2)
    return (found if found >= 0 else text.rindex(words)) + len(words)


def bare(page: Page, text: str, keys: int) -> list[float]:
    """The same in a CodeMirror alone."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(FRONT_END / "node_modules/.bin/esbuild"), "test/bare.ts", "--bundle", "--format=iife", "--log-level=warning"]
        subprocess.run([*command, f"--outfile={folder}/bare.js"], cwd=FRONT_END, check=True)
        page.goto("about:blank")
        page.add_script_tag(path=f"{folder}/bare.js")
    page.evaluate("text => bare(text)", text)
    page.evaluate(PROBE)
    return typed(page, text, keys)


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of `gouji edit` for a file."""
    command = [sys.executable, "-X", "utf8", "-m", "gouji", "edit", str(path), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            yield next(line.strip() for line in process.stdout if line.startswith("http"))
        finally:
            process.terminate()


def at(times: list[Any], part: float) -> float:
    """The time that this part of all do not exceed."""
    return float(sorted(times)[min(len(times) - 1, int(part * len(times)))])


if __name__ == "__main__":
    sys.exit(main())
