"""The cell magic `%%gouji` in a real IPython shell, and what a notebook shows of a report: marked text and findings, no scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

import gouji
from gouji import Report
from gouji.notebook import checked
from gouji.output.marked import WHOLE
from tests.python.report_entries import TEXT, diagnostic, entry
from tests.python.test_html import Page, page

CELL = "某馆2024年度报告\n2024年支出300万元，其中：基本支出200万元，项目支出90万元。\n"


@pytest.fixture
def shell() -> Iterator[Any]:
    testing = pytest.importorskip("IPython.core.interactiveshell", reason="the magic needs IPython, which comes with the test extra")
    made = testing.InteractiveShell()
    made.run_line_magic("load_ext", "gouji")
    yield made
    made.reset()


def test_a_cell_is_checked_and_shown(shell: Any) -> None:
    report = shell.run_cell_magic("gouji", "报告 --profile generic", CELL)
    assert report == gouji.check(CELL, profile="generic") == shell.user_ns["报告"]
    assert len(page(report).marks) > 2
    assert shell.run_cell("%%gouji --lang en\n" + CELL).result.language == "en"


def test_facts_are_a_variable_or_a_file(shell: Any, tmp_path: Any) -> None:
    shell.user_ns["known"] = [{"indicator": "项目支出", "period": "2024", "value": "100", "unit": "万元"}]
    report = shell.run_cell_magic("gouji", "--facts known", CELL)
    assert [found.code for found in report.diagnostics].count("ledger-mismatch") == 1
    path = tmp_path / "已知 数据.csv"
    path.write_text("指标,期间,数值,单位\n项目支出,2024,90,万元\n", encoding="utf-8")
    report = shell.run_cell_magic("gouji", f"--facts '{path}'", CELL)
    assert "ledger-mismatch" not in {found.code for found in report.diagnostics}


@pytest.mark.parametrize("line", ["--profil generic", "a b", "3x", "--facts", "'", "--profile nothing", "--lang fr"])
def test_wrong_lines_are_errors(line: str) -> None:
    with pytest.raises(ValueError):
        checked(line, CELL, {})


def test_marks_are_numbered_as_in_the_table() -> None:
    first, second = diagnostic(5, 10), diagnostic(16, 24, severity="warning", message="另一处")
    html = Report(entry(first, second), TEXT)._repr_html_()
    assert re.findall(r"</mark><sup>([^<]+)</sup>", html) == ["1", "2"]
    assert [row[0].split()[-1] for row in Page(html).rows[1:]] == ["1", "2"]
    assert "<script" not in html and "<style" not in html and "class=" in html


def test_findings_that_overlap_and_go_over_lines() -> None:
    text = "甲乙丙\n丁戊己"
    html = Report(entry(diagnostic(0, 5), diagnostic(1, 2, severity="warning")), text)._repr_html_()
    shown = html[: html.index("<table")]
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>(?:<sup>([^<]+)</sup>)?", shown) == [("甲", ""), ("乙", "2"), ("丙", ""), ("丁", "1")]
    assert [re.sub("<[^>]+>", "", line) for line in re.findall(r"<div style=\"white-space.*?</div>", shown)] == ["1甲乙2丙", "2丁1戊己"]


def test_a_long_text_is_shown_by_the_lines_with_findings() -> None:
    text = "没有问题的一行。\n" * WHOLE + TEXT
    begin = len(text) - len(TEXT)
    found = page(Report(entry(diagnostic(begin + 7, begin + 12)), text))
    assert found.words.startswith(f"{WHOLE + 1}2024年支出100万元1，")
    assert f"另有 {WHOLE} 行没有列出" in found.words and len(found.words) < 1000


def test_the_marked_text_of_reports_is_the_text() -> None:
    for ending in ("\n", "\r\n"):
        text = CELL.replace("\n", ending) + "　　<b>末行</b>"
        html = gouji.check(text)._repr_html_()
        lines = re.findall(r'<div style="white-space[^"]*"><span[^>]*>\d+</span>(.*?)</div>', html)
        shown = [re.sub(r"<sup>.*?</sup>|<[^>]+>", "", line).replace("&lt;", "<").replace("&gt;", ">") for line in lines]
        assert shown == text.split(ending)
