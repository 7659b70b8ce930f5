"""The text output, from entries written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from gouji import Report
from gouji.output import text
from gouji.output.colours import Painter
from gouji.output.text import Total, report_lines, summary_line
from gouji.profiles import Family
from gouji.selection import CodeError, parse_codes, reaches, selected
from tests.python.report_entries import TEXT, diagnostic, entry, sample_entry

PLAIN = Painter(False)


def shown(content: str, document: dict[str, Any], painter: Painter = PLAIN, language: str = "zh") -> str:
    return "\n".join(report_lines(Report(document, content, language), painter))


def test_a_finding_with_everything() -> None:
    assert shown(TEXT, sample_entry()) == (
        "a.txt:1:8 错误 sum-mismatch\n"
        "  60 + 30 = 90，与 100 相差 10 万元\n"
        "    2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"
        "              ^^^^^^^\n"
        "  关联 1:21 “60万元” 基本支出\n"
        "  关联 1:30 “30万元” 项目支出\n"
        "  可改为 90\n"
    )


def test_no_findings_no_lines() -> None:
    assert shown(TEXT, entry()) == ""


def test_an_empty_place_is_not_quoted() -> None:
    found = diagnostic(0, 0, related=[{"range": [5, 5], "message": "这里缺少内容"}])
    assert "  关联 1:6 这里缺少内容\n" in shown(TEXT, entry(found))


def test_style_that_says_the_same_is_one_entry() -> None:
    hints = [diagnostic(place, place + 1, code="punctuation-halfwidth", severity="info") for place in (3, 5, 9)]
    hints[1]["line"], hints[2]["line"] = 4, 9
    other = diagnostic(7, 8, code="punctuation-halfwidth", severity="info", message="另一句")
    assert shown(TEXT, entry(hints[0], hints[1], other, hints[2])) == (
        "a.txt:1:4 提示 punctuation-halfwidth\n"
        "  合计不符\n"
        "    2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"
        "       ^\n"
        "  共 3 处，其余在第 4、9 行\n"
        "\n"
        "a.txt:1:8 提示 punctuation-halfwidth\n"
        "  另一句\n"
        "    2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"
        "              ^\n"
    )


@pytest.mark.parametrize(
    "code", ["heading-style", "punctuation-halfwidth", "punctuation-doubled", "document-number-form", "year-stale"]
)
def test_what_is_grouped(code: str) -> None:
    found = [diagnostic(place, place + 1, code=code, severity="warning") for place in (3, 5)]
    assert shown(TEXT, entry(*found)).count(code) == 1
    assert "  共 2 处，都在这一行\n" in shown(TEXT, entry(*found))
    found[1]["severity"] = "info"
    assert shown(TEXT, entry(*found)).count(code) == 2
    found[1].update(severity="warning", message="另一句")
    assert shown(TEXT, entry(*found)).count(code) == 2


def test_at_most_twenty_lines_of_a_group_are_named() -> None:
    hints = [diagnostic(0, 1, code="year-stale", severity="info", line=line) for line in range(1, 31)]
    line = shown(TEXT, entry(*hints)).splitlines()[4]
    assert line == "  共 30 处，其余在第 " + "、".join(map(str, range(2, 22))) + "等行"


def test_a_line_of_a_group_is_named_once() -> None:
    hints = [diagnostic(0, 1, code="year-stale", severity="info", line=line) for line in (1, 3, 3, 7)]
    assert "  共 4 处，其余在第 3、7 行\n" in shown(TEXT, entry(*hints))


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_findings_of_other_checks_are_never_grouped(severity: str) -> None:
    found = [diagnostic(place, place + 1, severity=severity) for place in (3, 5)]
    assert shown(TEXT, entry(*found)).count("sum-mismatch") == 2


def test_the_family_is_named_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "families", lambda: [Family("generic", "通用", "Generic", "{}")])
    document = entry(profile_reason="标题里没有任何一类报告特有的部分")
    assert shown(TEXT, document) == "a.txt：按“通用”（generic）检查：标题里没有任何一类报告特有的部分\n"
    assert shown(TEXT, document, language="en").startswith("a.txt: checked as “Generic” (generic): ")
    own = entry(profile="本县", profile_reason="由 --profile 指定\x1b")
    assert shown(TEXT, own) == "a.txt：按 本县 检查：由 --profile 指定·\n"


def test_a_finding_in_english() -> None:
    lines = shown(TEXT, sample_entry(), language="en").splitlines()
    assert lines[0] == "a.txt:1:8 error sum-mismatch"
    assert lines[4:] == ["  related 1:21 “60万元” 基本支出", "  related 1:30 “30万元” 项目支出", "  fix: 改为 90"]
    hints = [diagnostic(0, 1, code="year-stale", severity="info", line=line) for line in (1, 3, 7)]
    assert "  3 places in all, the others in line 3, 7\n" in shown(TEXT, entry(*hints), language="en")


def test_colours_only_add_to_the_words() -> None:
    coloured = shown(TEXT, sample_entry(), Painter(True))
    assert "\x1b[1;31m错误\x1b[0m" in coloured
    assert "              \x1b[1;31m^^^^^^^\x1b[0m" in coloured
    for code in ("\x1b[1;31m", "\x1b[1m", "\x1b[32m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == shown(TEXT, sample_entry())


def test_nothing_from_the_text_reaches_the_terminal_as_a_command() -> None:
    text = "\x1b[2J" + TEXT[4:]
    found = diagnostic(
        0, 4, message="引文“\x1b[2J”", related=[{"range": [0, 4], "message": "\x1b"}],
        fixes=[{"title": "改为“\x1b\n”", "edits": []}],
    )  # fmt: skip
    written = shown(text, entry(found, path="\x1b]0;.txt")) + summary_line(
        Report(entry(path="\x1b.txt")), PLAIN, name=True
    )
    assert "\x1b" not in written
    assert written.count("\n") == 6


def test_summaries() -> None:
    report = Report(sample_entry(), TEXT)
    assert summary_line(Report(sample_entry(), TEXT, "en"), PLAIN, name=True) == (
        "a.txt: errors 1, warnings 0, info 0; quantities 3, tied 3"
    )
    assert summary_line(report, PLAIN, name=False) == "错误 1，警告 0，提示 0；数量 3 个，已勾稽 3 个"
    assert summary_line(report, PLAIN, name=True) == "a.txt：错误 1，警告 0，提示 0；数量 3 个，已勾稽 3 个"
    total = Total()
    total.add(report)
    total.add(Report(entry(diagnostic(0, 1, severity="info"), coverage={"quantities": 41, "related": 30})))
    assert total.line() == "合计 2 个文件：错误 1，警告 0，提示 1；数量 44 个，已勾稽 33 个"
    failed = Report({"path": "b.txt", "error": "找不到文件"})
    english = Total("en")
    english.add(failed)
    assert (
        english.line() == "0 files in all: errors 0, warnings 0, info 0; quantities 0, tied 0; 1 could not be checked"
    )
    total.add(failed)
    assert total.line() == "合计 2 个文件：错误 1，警告 0，提示 1；数量 44 个，已勾稽 33 个；1 个无法检查"


def test_selection_counts_anew() -> None:
    report = Report(
        entry(
            diagnostic(0, 1, severity="error", code="sum-mismatch"),
            diagnostic(1, 2, severity="warning", code="section-missing"),
            diagnostic(2, 3, severity="info", code="punctuation-halfwidth"),
        ),
        TEXT,
        "en",
    )
    none: frozenset[str] = frozenset()
    only = selected(report, frozenset({"sum-mismatch", "section-missing"}), frozenset({"sum-mismatch"}))
    assert [found.code for found in only.diagnostics] == ["section-missing"]
    assert (only.text, only.language) == (TEXT, "en")
    assert only.summary == {"error": 0, "warning": 1, "info": 0}
    assert selected(report, none, frozenset({"section-missing"})).summary == {"error": 1, "warning": 0, "info": 1}
    assert selected(report, none, none) is report
    assert report.summary == {"error": 1, "warning": 1, "info": 1}


@pytest.mark.parametrize(
    ("severity", "limits"),
    [("error", {"error", "warning", "info"}), ("warning", {"warning", "info"}), ("info", {"info"})],
)
def test_the_limit_of_fail_on(severity: str, limits: set[str]) -> None:
    report = Report(entry(diagnostic(0, 1, severity=severity)))
    assert {limit for limit in ("error", "warning", "info", "never") if reaches(report, limit)} == limits


def test_codes_may_be_separated_as_a_chinese_keyboard_does() -> None:
    assert parse_codes("sum-mismatch") == {"sum-mismatch"}
    assert parse_codes(" sum-mismatch，sum-mismatch、sum-mismatch ") == {"sum-mismatch"}
    with pytest.raises(CodeError, match="没有写检查代码"):
        parse_codes(" , ")
