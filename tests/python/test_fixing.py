"""Corrections, from checks written by hand: which fixes are applied together, line ends, and that it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import gouji
from gouji import Report
from gouji.fixing import MOST_ROUNDS, Check, Choice, edited, fixed, prevailing_end
from gouji.records import Edit
from tests.python.report_entries import diagnostic, entry

Edits = list[tuple[int, int, str]]

CLEAN = Path(__file__).parents[2] / "examples/reports/hunan-2024-clean.txt"
SHORT = "某局2024年度部门整体支出绩效自评报告\n一、基本情况\n职责明确。\n二、收支情况\n支出合规。\n三、存在的问题\n进度偏慢。\n"
GAP = "一、基本情况\n职责明确。\n二、支出情况\n支出合规。\n四、存在问题\n进度偏慢。\n"


def finding(*edits: tuple[int, int, str], code: str = "heading-number-gap") -> dict[str, Any]:
    """A finding with a fix of these edits, and a second fix that must never be used."""
    fixes = [
        {"title": "改", "edits": [{"range": [begin, end], "text": text} for begin, end, text in edits]},
        {"title": "别改", "edits": [{"range": [0, 0], "text": "错"}]},
    ]
    return diagnostic(edits[0][0], edits[0][1], fixes=fixes, code=code, id=f"{code}{edits}")


def checks(**findings: list[dict[str, Any]]) -> Check:
    """A check that finds in each text what is written here for it."""
    return lambda text, family=None: Report(entry(*findings.get(text, [])), text)


def apply(check: Check, text: str, *codes: str) -> tuple[str, int, int]:
    """The text, the number of fixes applied and of those left."""
    result = fixed(text, check, Choice(frozenset(codes)))
    assert result.report == check(result.text)
    return result.text, len(result.applied), len(result.left)


def test_fixes_that_are_apart_are_applied_at_once() -> None:
    check = checks(abcd=[finding((0, 1, "X")), finding((2, 4, "YZ"))])
    assert apply(check, "abcd") == ("XbYZ", 2, 0)


def test_of_overlapping_fixes_the_earlier_in_the_text_wins() -> None:
    check = checks(abcd=[finding((2, 4, "Y")), finding((1, 3, "X"))])
    assert apply(check, "abcd") == ("aXd", 1, 0)


def test_the_other_one_may_be_applied_in_the_next_round() -> None:
    check = checks(abcd=[finding((1, 3, "X")), finding((2, 4, "Y"))], aXd=[finding((2, 3, "Y"))])
    assert apply(check, "abcd") == ("aXY", 2, 0)


def test_the_edits_of_one_fix_are_applied_all_or_none() -> None:
    check = checks(abcdef=[finding((0, 2, "X")), finding((1, 2, "Y"), (5, 6, "Z"))])
    assert apply(check, "abcdef") == ("Xcdef", 1, 0)
    check = checks(abcdef=[finding((0, 1, "X"), (5, 6, "Z")), finding((4, 6, "Y")), finding((2, 3, "W"))])
    assert apply(check, "abcdef") == ("XbWdeZ", 2, 0)


def test_fixes_side_by_side_do_not_overlap() -> None:
    check = checks(abcd=[finding((0, 2, "X")), finding((2, 4, "Y"))])
    assert apply(check, "abcd") == ("XY", 2, 0)


def test_insertions_at_one_place_keep_the_order_of_the_findings() -> None:
    check = checks(ab=[finding((1, 1, "X")), finding((0, 0, "Z"), (1, 1, "Y")), finding((1, 2, "B"))])
    assert apply(check, "ab") == ("ZaXYB", 3, 0)


def test_an_insertion_inside_a_replacement_overlaps_it() -> None:
    check = checks(abcd=[finding((1, 3, "X")), finding((2, 2, "Y")), finding((1, 1, "Z")), finding((3, 3, "W"))])
    assert apply(check, "abcd") == ("aZXWd", 3, 0)


@pytest.mark.parametrize(
    "edits",
    [
        [(0, 1, "a")],  # nothing changes
        [(3, 5, "X")],  # behind the end
        [(2, 1, "X")],  # backwards
        [(0, 2, "X"), (1, 3, "Y")],  # overlaps itself
        [(0, 3, "X"), (1, 1, "Y")],
    ],
)
def test_fixes_that_cannot_be_applied_are_passed_over(edits: Edits) -> None:
    assert apply(checks(abcd=[finding(*edits)]), "abcd") == ("abcd", 0, 0)


def test_findings_without_fixes_are_passed_over() -> None:
    assert apply(checks(ab=[diagnostic(0, 1), finding((1, 2, "X"))]), "ab") == ("aX", 1, 0)


def test_only_wanted_findings_are_fixed() -> None:
    check = checks(ab=[finding((0, 1, "X"), code="one"), finding((1, 2, "Y"), code="two")])
    assert apply(check, "ab", "two") == ("aY", 1, 0)


def test_skeletons_are_applied_only_where_their_code_is_selected() -> None:
    section, element = finding((0, 0, "X"), code="section-missing"), finding((2, 2, "Y"), code="element-missing")
    check = checks(ab=[section, element, finding((1, 2, "B"))], aB=[section, element])
    result = fixed("ab", check)
    assert (result.text, len(result.applied), result.left) == ("aB", 1, [])
    assert [found.code for found in result.suggested] == ["section-missing", "element-missing"]
    ignoring = fixed("ab", check, Choice(ignore=frozenset({"section-missing"})))
    assert [found.code for found in ignoring.suggested] == ["element-missing"]
    result = fixed("ab", check, Choice(frozenset({"element-missing"})))
    assert (result.text, result.suggested) == ("abY", [])


def test_figures_are_changed_only_where_they_are_selected() -> None:
    text = "全年支出合计318.87万元，其中：基本支出201.35万元，项目支出117.25万元。\n全年项目支出117.52万元。\n"
    asked = gouji.fix(text)
    assert (asked.text, asked.applied, asked.left) == (text, [], [])
    assert [found.code for found in asked.suggested] == ["sum-mismatch"]
    assert gouji.fix(text, ignore="sum-mismatch").suggested == []
    assert gouji.fix(text, select="restatement-mismatch").text == text
    result = gouji.fix(text, select="sum-mismatch")
    assert result.text == text.replace("117.25", "117.52")
    assert (len(result.applied), result.report.diagnostics, result.suggested) == (1, [], [])


def test_sections_are_inserted_before_elements_and_each_skeleton_once() -> None:
    section, element = finding((1, 1, "X"), code="section-missing"), finding((1, 1, "Y"), code="element-missing")
    moved = finding((2, 2, "Y"), code="element-missing") | {"id": element["id"]}
    check = checks(a=[element, section], aX=[moved], aXY=[moved])
    assert apply(check, "a", "section-missing", "element-missing") == ("aXY", 2, 0)


def test_the_family_stays_while_skeletons_are_inserted() -> None:
    families: list[str | None] = []

    def check(text: str, family: str | None = None) -> Report:
        families.append(family)
        found = [finding((0, 0, "X"), code="section-missing")] if text == "a" else []
        return Report(entry(*found, profile="hunan-5"), text)

    assert fixed("a", check, Choice(frozenset({"section-missing"}))).text == "Xa"
    assert families == [None, "hunan-5", None]
    families.clear()
    assert fixed("a", check).text == "a"
    assert families == [None]


def test_it_never_runs_in_circles() -> None:
    check = checks(a=[finding((0, 1, "b"))], b=[finding((0, 1, "c"))], c=[finding((0, 1, "a"))])
    assert apply(check, "a") == ("c", 2, 1)


def test_it_ends_after_ten_rounds() -> None:
    def check(text: str, family: str | None = None) -> Report:
        return Report(entry(finding((0, 0, "X"))), text)

    assert MOST_ROUNDS == 10
    assert apply(check, "a") == ("X" * 10 + "a", 10, 1)


def test_ten_thousand_fixes_at_once() -> None:
    text = "ab" * 10_000
    found = [finding((place, place + 1, "X")) for place in range(0, len(text), 2)]
    assert apply(checks(**{text: found}), text) == ("Xb" * 10_000, 10_000, 0)


@pytest.mark.parametrize(
    ("text", "end"),
    [("", "\n"), ("a", "\n"), ("a\nb\r\nc\r\n", "\r\n"), ("a\rb\r\nc\r", "\r"), ("a\r\nb\n", "\n"), ("\r\n\r", "\r\n")],
)
def test_the_prevailing_line_end(text: str, end: str) -> None:
    assert prevailing_end(text) == end


def test_only_inserted_line_ends_follow_the_prevailing_one() -> None:
    assert edited("甲\r\n乙\n丙\r丁\r\n", [Edit((5, 6), "一\n二\r三")]) == "甲\r\n乙\n一\r\n二\r\n三\r丁\r\n"


def test_fix_of_a_text() -> None:
    result = gouji.fix(GAP)
    assert result.text == GAP.replace("四、", "三、")
    assert [found.code for found in result.applied] == ["heading-number-gap"]
    assert [GAP[slice(*found.range)] for found in result.applied] == ["四、"]
    assert result.report == gouji.check(result.text)
    assert result.left == []
    assert repr(result) == "<Fixed: 1 applied, 0 findings left>"


def test_fix_with_a_choice_of_codes() -> None:
    assert gouji.fix(GAP, ignore=["heading-number-gap"]).text == GAP
    assert gouji.fix(GAP, ignore="heading-number-gap").applied == []
    assert gouji.fix(GAP, select="sum-mismatch、count-mismatch").text == GAP
    assert gouji.fix(GAP, select={"heading-number-gap"}).text != GAP
    with pytest.raises(ValueError, match="没有“heading-number-gab”这个检查代码，是不是“heading-number-gap”？"):
        gouji.fix(GAP, select=["heading-number-gab"])


def test_fix_inserts_skeletons_where_they_are_selected() -> None:
    clean = CLEAN.read_text(encoding="utf-8")
    begin, end = clean.index("三、政府"), clean.index("四、国有")
    text = (clean[:begin] + clean[end:]).replace("\n", "\r\n")
    assert gouji.fix(text).text == text
    assert "section-missing" in [found.code for found in gouji.fix(text).suggested]
    result = gouji.fix(text, select="section-missing")
    assert [found.code for found in result.applied] == ["section-missing"]
    assert "\r\n三、政府性基金预算支出情况\r\n【请填写" in result.text
    assert result.text.count("\n") == result.text.count("\r\n") == text.count("\r\n") + 2
    assert (result.suggested, result.left) == ([], [])
    assert "section-missing" not in [found.code for found in result.report.diagnostics]


@pytest.mark.parametrize("profile", ["auto", "generic", "hunan-10", "sichuan-4"])
def test_skeletons_of_everything_are_inserted_once(profile: str) -> None:
    both = "section-missing,element-missing"
    result = gouji.fix(SHORT, profile=profile, select=both)
    assert "\n【请填写：" in result.text
    assert len({found.id for found in result.applied}) == len(result.applied) > 0
    assert {found.code for found in result.applied} <= set(both.split(","))
    assert result.report == gouji.check(result.text, profile=profile)


def test_fix_refuses_what_check_refuses() -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        gouji.fix(b"")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown language"):
        gouji.fix("", lang="fr")
    with pytest.raises(gouji.ProfileError):
        gouji.fix("", profile="火星")


def test_a_text_without_findings_stays_as_it_is() -> None:
    for text in ("", "没有数字。\r\n\r", "\ud800"):
        assert gouji.fix(text).text == text
