"""The page of tests/corpus_report.py: one line a finding, totals, and the same page for the same texts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def corpus_report(*arguments: object) -> str:
    call = [sys.executable, "-m", "tests.corpus_report", *map(str, arguments)]
    return subprocess.run(call, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


def test_page(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/a.txt").write_text(
        "支出合计10.50万元，其中：基本支出8.00万元，项目支出3.50万元。", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("支出合计10.50万元，\n其中：基本支出8.00万元，项目支出2.50万元。", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    page = corpus_report(tmp_path)
    assert re.findall("^## (.*)", page, re.MULTILINE) == ["b.txt", "empty.txt", "sub/a.txt", "Totals"]
    assert page.count("sum-mismatch error, line 1: `10.50万元` ") == 1
    assert page.count("| sum | 1 | 0 | 0 |") == 1 and page.count("| sum | 0 | 0 | 1 |") == 1
    totals = page.partition("## Totals")[2]
    assert "2 of 3 texts read, 6 of 6 quantities related (100%)" in totals
    assert "| sum | 1 | 0 | 1 |" in totals and "| sum-mismatch | 1 | 0 | 0 |" in totals
    assert str(tmp_path) not in page

    corpus_report(tmp_path, "--output", tmp_path / "page.md")
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == page
