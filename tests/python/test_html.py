"""Reports and lists in a notebook: what the tables say, and that a text never becomes markup."""

from __future__ import annotations

import pickle
import re
from html.parser import HTMLParser

import pytest

import gouji
from gouji import Report
from gouji.output import text
from gouji.output.html import MOST_ROWS
from gouji.profiles import Family
from gouji.report import RecordList
from tests.python.report_entries import TEXT, diagnostic, entry, sample_entry

TAGS = {"div", "table", "thead", "tbody", "tr", "th", "td", "span", "code", "mark", "strong", "sup"}
NASTY = '<script>alert("1")</script>&amp;\x1b[2J\u202e支出100万元<b onclick=x>'


class Page(HTMLParser):
    """The rows of a piece of HTML and its marked texts; every tag must be known and closed, and only have a style."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.marks: list[str] = []
        self.words = ""
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= {"style", "class"}
        assert "url" not in str(attrs)
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "mark":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data
        if "mark" in self.open:
            self.marks[-1] += data


def page(shown: Report | RecordList[object] | gouji.Diagnostic) -> Page:
    return Page(shown._repr_html_())


def test_a_report() -> None:
    found = page(Report(sample_entry(), TEXT))
    assert found.rows == [
        ["位置", "级别", "代码", "说明"],
        [
            "1:8 1", "错误", "sum-mismatch",
            f"60 + 30 = 90，与 100 相差 10 万元{TEXT}关联 1:21 “60万元” 基本支出关联 1:30 “30万元” 项目支出可改为 90",
        ],
    ]  # fmt: skip
    assert found.marks == ["100万元", "100万元"]  # in the text and in the table
    assert found.words.startswith(f"1{TEXT[: TEXT.index('，')]}1，")
    assert found.words.endswith("a.txt 错误 1，警告 0，提示 0；数量 3 个，已勾稽 3 个")


def test_a_report_in_english() -> None:
    found = page(Report(sample_entry(), TEXT, "en"))
    assert found.rows[0] == ["place", "severity", "code", "finding"]
    assert found.rows[1][1] == "error"
    assert found.words.endswith("a.txt errors 1, warnings 0, info 0; quantities 3, tied 3")


def test_the_family_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "families", lambda: [Family("generic", "通用", "Generic", "{}")])
    found = page(Report(entry(profile_reason="没有<特征>"), TEXT))
    assert "按“通用”（generic）检查：没有<特征>" in found.words


def test_nothing_found_and_nothing_checked() -> None:
    assert page(Report(entry(path=None), TEXT)).words == "没有发现问题错误 0，警告 0，提示 0；数量 0 个，已勾稽 0 个"
    assert page(Report({"path": "<b>.txt", "error": "找不到文件"})).words == "<b>.txt 找不到文件"


def test_a_finding_and_lists_of_findings() -> None:
    report = Report(sample_entry(), TEXT)
    for shown in (report.diagnostics[0], report.diagnostics, report.diagnostics[:1]):
        assert [row[2] for row in page(shown).rows] == ["代码", "sum-mismatch"]
        assert page(shown).marks == ["100万元"]
    assert page(report.diagnostics[1:]).words == "没有发现问题"


def test_the_other_lists() -> None:
    report = Report(sample_entry(), TEXT)
    assert [row[2] for row in page(report.quantities).rows] == ["原文", "100万元", "60万元", "30万元"]
    assert [row[2] for row in page(report.quantities[1:2]).rows] == ["原文", "60万元"]
    assert page(report.relations).rows[1][2:4] == ["合计", "不符"]
    assert page(report.outline).rows[1] == ["1:6", "1", "支出", ""]
    assert page(report.relations[1:]).rows == [page(report.relations).rows[0]]


def test_lists_stay_lists() -> None:
    report = Report(sample_entry(), TEXT)
    assert report.quantities == list(report.quantities)
    assert report.quantities[-1].id == 2
    again = pickle.loads(pickle.dumps(report.quantities))
    assert again == report.quantities
    assert again._repr_html_() == report.quantities._repr_html_()


def test_without_the_text_nothing_is_quoted() -> None:
    found = page(Report(sample_entry()))
    assert found.marks == []
    assert found.rows[1][2] == "sum-mismatch"


def test_an_empty_place_is_marked() -> None:
    assert page(Report(entry(diagnostic(5, 5)), TEXT)).marks == ["\u00a0"]


def test_nothing_in_a_text_becomes_markup() -> None:
    found = diagnostic(
        0, 8, message=NASTY, code="<i>", related=[{"range": [0, 30], "message": NASTY}],
        fixes=[{"title": NASTY, "edits": []}],
    )  # fmt: skip
    shown = page(Report(entry(found, path=NASTY, profile_reason=NASTY), NASTY))
    assert shown.words.count("<script>alert(") >= 5
    assert shown.marks == ["<script>", "<script>"]
    assert not re.search("[\x1b\u202e]", shown.words)
    checked = gouji.check(f"一、{NASTY}\n2024年支出100万元，其中：{NASTY}60万元，<u>30万元。\n")
    for each in (checked, checked.diagnostics, checked.quantities, checked.relations, checked.outline):
        page(each)


def test_style_that_says_the_same_is_one_row() -> None:
    hints = [diagnostic(0, 1, code="year-stale", severity="info", line=line) for line in (1, 3, 7)]
    rows = page(Report(entry(*hints), TEXT)).rows
    assert len(rows) == 2
    assert rows[1][3].endswith("共 3 处，其余在第 3、7 行")


def test_long_tables_are_cut_and_say_so() -> None:
    found = [diagnostic(0, 1) for _ in range(MOST_ROWS + 7)]
    shown = page(Report(entry(*found), TEXT))
    assert len(shown.rows) == MOST_ROWS + 1
    assert "另有 7 条没有列出" in shown.words


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_badges_are_readable(severity: str) -> None:
    """White on the colour of the severity has a contrast of at least 4.5 (WCAG AA), whatever the page is."""
    match = re.search(
        'color:#fff[^"]*background:#(..)(..)(..)', Report(entry(diagnostic(0, 1, severity=severity)))._repr_html_()
    )
    assert match
    linear = [(int(part, 16) / 255 + 0.055) / 1.055 for part in match.groups()]
    red, green, blue = (part**2.4 for part in linear)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5
