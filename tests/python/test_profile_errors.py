"""Profiles of users: each kind of mistake is answered with its JSON pointer, and large or hostile ones at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gouji import _core

SECTION = {"id": "a", "title": "基本情况"}
ELEMENT = {"id": "b", "name": "编制", "phrases": ["编制"]}


def profile(**more: Any) -> str:
    return json.dumps({"name": "x", **more}, ensure_ascii=False)


def nested(depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = dict(SECTION)
    for _ in range(depth):
        inner = {**SECTION, "sections": [inner]}
    return inner


@pytest.mark.parametrize(
    ("text", "pointer", "said"),
    [
        ("", "/", "不是正确的 JSON"),
        ("{", "/", "不是正确的 JSON"),
        ("[]", "/", "应当是对象"),
        ("{}", "/", "缺少“name”"),
        ('{"name": "x", "name": "y"}', "/name", "写了两次"),
        ('{"name": "\\ud800"}', "/", "不是正确的 JSON"),
        (profile(sectons=[]), "/sectons", "是不是“sections”"),
        (profile(sections={}), "/sections", "应当是数组"),
        (profile(sections=[3]), "/sections/0", "应当是对象"),
        (profile(sections=[{"title": "基本情况"}]), "/sections/0", "缺少“id”"),
        (profile(sections=[{"id": "a"}]), "/sections/0", "缺少“title”"),
        (profile(sections=[{"id": "a", "title": " "}]), "/sections/0/title", "不能为空"),
        (profile(sections=[{"id": "a", "title": 3}]), "/sections/0/title", "应当是字符串"),
        (profile(sections=[{"id": "A b", "title": "x"}]), "/sections/0/id", "只能用小写字母"),
        (profile(sections=[SECTION, SECTION]), "/sections/1/id", "已经用过"),
        (profile(sections=[{**SECTION, "titel": "x"}]), "/sections/0/titel", "是不是“title”"),
        (profile(sections=[{**SECTION, "a/b~c": 1}]), "/sections/0/a~1b~0c", "没有"),
        (profile(sections=[{**SECTION, "severity": "eror"}]), "/sections/0/severity", "只能是 none、info、warning"),
        (profile(sections=[{**SECTION, "none": "yes"}]), "/sections/0/none", "只能是 defect、allowed"),
        (profile(sections=[{**SECTION, "indicator": "staf_quota"}]), "/sections/0/indicator", "是不是“staff_quota”"),
        (profile(sections=[{**SECTION, "after": "zz"}]), "/sections/0/after", "没有“zz”这个部分"),
        (profile(sections=[{**SECTION, "elements": [{"id": "b", "name": "编制"}]}]), "/sections/0/elements/0", "怎样认出"),
        (profile(sections=[{**SECTION, "elements": [ELEMENT, ELEMENT]}]), "/sections/0/elements/1/id", "已经用过"),
        (profile(elements=[{**ELEMENT, "phrases": ["…"]}]), "/elements/0/phrases/0", "不能只有"),
        (profile(elements=[{**ELEMENT, "line": "dat"}]), "/elements/0/line", "是不是“date”"),
        (profile(recognise={"title": []}), "/recognise/title", "是不是“titles”"),
        (profile(extends="hunan10"), "/extends", "是不是“hunan-10”"),
        (profile(extends="hunan-10", omit=["basic"]), "/omit/0", "是不是“basics”"),
        (profile(sections=[nested(4)]), "/sections/0/sections/0/sections/0/sections/0/sections", "最多嵌套 4 层"),
        (profile(title="x" * 3000), "/title", "字符串太长"),
        (profile(title="x" * 5_000_000), "/", "超过 4 MB"),
        ('{"name": ' + "[" * 500_000 + "]" * 500_000 + "}", "/name", "应当是字符串"),
        ('{"sections": ' + '[{"sections": ' * 100_000 + "[]" + "}]" * 100_000 + "}", "/sections/0", "缺少“id”"),
        (profile(sections=[{"id": f"s{i}", "title": f"第{i}项"} for i in range(20_001)]), "/sections/20000", "部分太多"),
        (json.dumps({"k" * 100_000: 1}), "/" + "k" * 40 + "…", "没有"),
    ],
)
def test_a_mistake_is_named_with_its_pointer(text: str, pointer: str, said: str) -> None:
    with pytest.raises(_core.ProfileError) as raised:
        _core.Profile(text)
    message = str(raised.value)
    assert message.startswith(f"{pointer}: ")
    assert said in message


@pytest.mark.parametrize(("title", "missing"), [("第{}项工作开展情况说明", 10_000), ("一般公共预算支出情况", 0)])
def test_ten_thousand_sections_are_checked(title: str, missing: int) -> None:
    """Sections with one name share the headings of that name."""
    sections = [{"id": f"s{i}", "title": title.format(i)} for i in range(10_000)]
    profile_of_many = _core.Profile(profile(sections=sections))
    text = "一、基本情况\n职责明确。\n二、一般公共预算支出情况\n支出10万元。\n" * 100
    found = json.loads(_core.check_json(text, None, profile_of_many))
    assert found["profile"] == "x"
    assert sum(item["code"] == "section-missing" for item in found["diagnostics"]) == missing


def test_ten_thousand_sections_in_a_chain() -> None:
    sections = [
        {"id": f"s{i}", "title": f"第{i}项", "after": f"s{i - 1}" if i else "problems"} for i in range(10_000)
    ]
    assert _core.Profile(profile(extends="hunan-10", sections=sections)).name == "x"
