"""`gouji.new`: the skeleton of every family, with facts where they are known, and nothing to find but what is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import gouji
from gouji.profiles import families
from gouji.skeleton import han, label

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "examples/figures.csv"


@pytest.mark.parametrize("facts", [None, FACTS])
@pytest.mark.parametrize("family", [each.name for each in families()])
def test_a_skeleton_lacks_nothing_but_what_is_to_be_written(family: str, facts: Path | None) -> None:
    report = gouji.check(gouji.new(family, facts, year=2024), profile=family, facts=facts)
    assert {found.code for found in report.diagnostics} == {"placeholder-left"}
    assert report.year == 2024


def test_known_figures_are_filled_in() -> None:
    text = gouji.new("hunan-10", FACTS)
    assert text.startswith("【请填写：单位名称】2024年度部门整体支出绩效自评报告\n\n一、部门（单位）基本情况\n")
    for sentence in (
        "核定编制15名。",
        "【请填写：年末实有__人】，其中在职12人。",
        "全年总支出305.20万元，其中：基本支出205.20万元，项目支出100.00万元。",
        "年初预算298.00万元，调整后预算310.50万元。",
        "“三公”经费支出1.95万元，其中：因公出国（境）费0万元，公务接待费0.45万元，公务用车购置及运行维护费1.50万元。",
        "【请填写：发放问卷__份】，【请填写：收回__份】，满意度96.5%。",
        "【请填写：年末结转结余__万元】",
    ):
        assert f"\n{sentence}\n" in text


def test_a_word_for_anything_is_not_filled_where_the_sentence_is_about_something_else() -> None:
    text = gouji.new("three-public", FACTS)
    assert "“三公”经费支出1.95万元，【请填写：年初预算__万元】。" in text and "298" not in text


def test_what_opens_a_report_stands_before_its_parts() -> None:
    lines = gouji.new("transfer-payment").splitlines()
    assert lines[2] == "【请填写：××县财政局：】" and lines[3].startswith("【请填写：根据××财政局") and lines[4].startswith("一、")


def test_parts_stand_in_order_with_their_numbers() -> None:
    headings = gouji.check(gouji.new("hunan-10"), profile="hunan-10").outline
    assert [each.label for each in headings if each.level == 1] == [f"{each}、" for each in "一二三四五六七八九十"]
    assert [each.label for each in headings if each.level == 2][-6:] == [f"（{each}）" for each in "一二三四五六"]


def test_a_family_of_ones_own() -> None:
    text = gouji.new(ROOT / "examples/profile.json")
    assert "政府采购执行情况" in text and "服务网点__个" in text
    own: dict[str, Any] = {"name": "own", "extends": "generic", "omit": ["basics"], "sections": [{"id": "more", "after": "money", "title": "补充情况", "source": "x", "evidence": "background"}]}
    headings = [each.title for each in gouji.check(gouji.new(own), profile=own).outline]
    assert headings[:3] == ["收支及预算执行情况", "补充情况", "绩效目标完成情况"]


def test_without_a_year_it_is_asked_for() -> None:
    assert "【请填写：年份】年度" in gouji.new("generic")
    assert "2021年度" in gouji.new("generic", year=2021)


@pytest.mark.parametrize("profile", ["auto", "hunan", {"name": ""}])
def test_what_is_no_family(profile: Any) -> None:
    with pytest.raises(ValueError):
        gouji.new(profile)


def test_numbers() -> None:
    assert [han(each) for each in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]
    assert [label(12, level) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]
