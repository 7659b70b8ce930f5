"""What holds for every text: the core answers, the same each time, with ranges that fit; exact sums are judged exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures import core

settings.register_profile("gouji", deadline=None, print_blob=True)
settings.load_profile("gouji")

WORDS = """其中 其中： 合计 总计 共 支出 收入 基本支出 项目支出 人员经费 公用经费 结转结余 年初预算 执行率 占 较上年 增加 减少
完成 为 分别为 等 约 余 近 万元 元 亿元 千元 % ‰ 百分点 人 人次 个 项 编制 在职 本年 上年 2023年 第三届 “三公”经费 无。
见附件 一、 二、 四、 （一） （三） （2） 1. 3、 ① 第一章 一是 三是 （ ） ( ) 【 “ ” ‘ 《 》 〔2023〕5号 : ， 。 ； 、 . , + - —
0 1 7 12 100.53 139.04 92.18 46.86 1,234.5 ０．５ 三十二 十万 余额 [bookmark: 𠮷""".split()
BLANKS = [" ", "\t", "\n", "\n\n", "\r", "\r\n", "\u3000", "\u200b", "\ufeff", "\ufffd", "\x00"]
ANY_TEXT = st.text(st.characters(), max_size=200)
REPORT_TEXT = st.lists(st.sampled_from(WORDS + BLANKS), max_size=60).map("".join)
TEXTS = st.one_of(ANY_TEXT, REPORT_TEXT, st.lists(st.one_of(REPORT_TEXT, ANY_TEXT), max_size=4).map("\n".join))


@given(TEXTS)
def test_ranges_fit_and_references_exist(text: str) -> None:
    answer = core.analyse(text)
    for place in ranges(answer):
        assert 0 <= place[0] <= place[1] <= len(text)
    for quantity in answer["quantities"]:
        begin, end = quantity["number_range"]
        assert text[begin:end] == quantity["printed"]
        assert quantity["range"][0] <= begin < end <= quantity["range"][1]
        assert Decimal(quantity["value"]).is_finite()
    known = {quantity["id"] for quantity in answer["quantities"]}
    for relation in answer["relations"]:
        assert {relation["result"], *(operand["quantity"] for operand in relation["operands"])} <= known
        assert {operand["sign"] for operand in relation["operands"]} <= {1, -1}
    relations = {None, *(relation["id"] for relation in answer["relations"])}
    assert all(diagnostic["relation"] in relations for diagnostic in answer["diagnostics"])
    headings = [heading["id"] for heading in answer["outline"]]
    assert all(heading["parent"] in {None, *headings} for heading in answer["outline"])


@given(TEXTS)
def test_diagnostics_are_well_formed(text: str) -> None:
    diagnostics = core.analyse(text)["diagnostics"]
    known = {check[0] for check in core.registry()}
    assert len({diagnostic["id"] for diagnostic in diagnostics}) == len(diagnostics)
    for diagnostic in diagnostics:
        begin = diagnostic["range"][0]
        before = re.split("\r\n|\r|\n", text[:begin])
        assert diagnostic["code"] in known
        assert (diagnostic["line"], diagnostic["column"]) == (len(before), len(before[-1]) + 1)
        assert diagnostic["message"].strip() == diagnostic["message"] != ""


@given(TEXTS, TEXTS)
def test_the_answer_does_not_depend_on_what_was_asked_before(text: str, other: str) -> None:
    first = core.analyse(text)
    core.analyse(other)
    assert core.analyse(text) == first


def ranges(value: Any) -> list[list[int]]:
    """Every `range`, `number_range` and counted item of an answer."""
    if isinstance(value, list):
        return [place for entry in value for place in ranges(entry)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("range", "number_range") if key in value] + value.get("items", [])
    return own + [place for entry in value.values() for place in ranges(entry)]


@st.composite
def parts(draw: st.DrawFn) -> list[Decimal]:
    """Two to five amounts printed with the same number of decimals."""
    decimals = draw(st.integers(0, 4))
    units = draw(st.lists(st.integers(0, 10**8), min_size=2, max_size=5))
    return [Decimal(unit).scaleb(-decimals) for unit in units]


def sentence(total: Decimal, members: list[Decimal]) -> str:
    listed = "，".join(f"{name}项目{member:f}万元" for name, member in zip("甲乙丙丁戊", members, strict=False))
    return f"2023年安排资金合计{total:f}万元，其中：{listed}。"


def codes(text: str, *severities: str) -> set[str]:
    return {item["code"] for item in core.analyse(text)["diagnostics"] if item["severity"] in severities}


@given(parts())
def test_exact_sums_give_no_error(members: list[Decimal]) -> None:
    assert codes(sentence(sum(members, Decimal(0)), members), "error", "warning") == set()


@given(parts(), st.data())
def test_a_visible_change_of_one_part_is_a_sum_mismatch(members: list[Decimal], data: st.DataObject) -> None:
    """Three last units are visible: rounding explains two at most."""
    total = sum(members, Decimal(0))
    index = data.draw(st.integers(0, len(members) - 1))
    last_unit = Decimal(1).scaleb(int(members[index].as_tuple().exponent))
    change = data.draw(st.integers(3, 10**6)) * last_unit
    members[index] += -change if members[index] >= change and data.draw(st.booleans()) else change
    assert "sum-mismatch" in codes(sentence(total, members), "error", "warning", "info")
