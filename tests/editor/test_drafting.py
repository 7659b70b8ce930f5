"""What helps to draft, in a real browser: facts beside the text, known values to complete with, renumbering."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import gouji
from gouji.editor import live
from gouji.editor.host import Host
from gouji.editor.renumber import renumbered
from gouji.editor.server import PageServer
from gouji.editor.store import Draft
from gouji.editor.units import Units
from tests.editor.conftest import Tab, serving

Open = Callable[[PageServer], Tab]

DRAFT = """某县文化馆2024年度部门整体支出绩效自评报告

一、部门基本情况
核定编制15名，年末在职12人。

三、部门整体支出情况
2024年支出合计300.20万元，其中：基本支出205.20万元，项目支出95.00万元。
（一）基本支出
2024年基本支出205.20万元，其中人员经费150.10万元、公用经费55.10万元。
（一）项目支出
项目支出用于送戏下乡。
"""
FACTS = [
    {"indicator": "支出合计", "period": "2024", "value": "305.20", "unit": "万元"},
    {"indicator": "支出合计", "period": "2023", "value": "290.00", "unit": "万元"},
    {"indicator": "项目支出", "period": "2024", "value": "100.00", "unit": "万元"},
    {"indicator": "公务接待费", "period": "2024", "value": "0.45", "unit": "万元"},
]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def until(holds: Callable[[], bool], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def options(tab: Tab) -> list[str]:
    return tab.page.locator(".g-complete li").all_inner_texts()


def test_facts_contradict_and_correct_the_text(draft: Path, open_tab: Open) -> None:
    with serving(draft, facts=FACTS) as server:
        tab = open_tab(server)
        assert tab.marks("error").count("300.20万元") == 1 and "95.00万元" in tab.marks("error")
        tab.place(7, DRAFT.splitlines()[6].index("95.00") + 5)
        tab.page.keyboard.press("Backspace")
        tab.page.keyboard.press("Backspace")
        tab.page.keyboard.press("Backspace")
        tab.page.keyboard.press("Backspace")
        tab.page.keyboard.press("Backspace")
        tab.page.keyboard.type("100.00")
        tab.page.keyboard.press("Escape")
        tab.settled()
        assert "100.00万元" not in tab.marks("error")
        found = [each.message for each in server.host.report.diagnostics if each.code == "ledger-mismatch"]
        assert len(found) == 1
        tab.page.locator(".g-row", has_text="已知数据为 305.20万元").get_by_role("button", name="改正").click()
        tab.settled()
        assert "支出合计305.20万元" in server.host.text
        assert [each for each in server.host.report.diagnostics if each.severity == "error" and each.code != "heading-number-gap" and each.code != "heading-number-repeat"] == []


def test_facts_stand_beside_the_values_of_the_text(draft: Path, open_tab: Open) -> None:
    with serving(draft, facts=FACTS) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Alt+4")
        tab.page.wait_for_selector(".g-known")
        rows = tab.rows()
        assert [row.replace("\n", "") for row in rows[:2]] == ["支出合计　300.20万元已知 305.20万元", "项目支出　95.00万元已知 100.00万元"]
        assert tab.page.locator(".g-row.g-conflict").count() == 2
        assert any(row.startswith("公务接待费") for row in rows[-2:])
        row = tab.page.locator(".g-row", has_text="公务接待费")
        assert "文中未写" in row.inner_text()
        tab.place(5)
        row.get_by_role("button", name="插入").click()
        tab.settled()
        assert server.host.text == DRAFT.replace("12人。\n\n", "12人。\n2024年公务接待费0.45万元\n")
        tab.page.keyboard.press("Control+z")
        tab.settled()
        assert server.host.text == DRAFT


def test_known_values_are_offered_behind_the_words(draft: Path, open_tab: Open) -> None:
    with serving(draft, facts=FACTS) as server:
        tab = open_tab(server)
        tab.page.wait_for_timeout(600)
        tab.place(5)
        tab.page.keyboard.insert_text("2023年支出合计")
        tab.page.wait_for_selector(".g-complete")
        assert [each.split("\n")[0] for each in options(tab)] == ["290.00万元", "305.20万元", "300.20万元"]
        assert "已知" in options(tab)[0] and "1 处" in options(tab)[2]
        tab.page.keyboard.press("Enter")  # nothing is chosen before an arrow is pressed
        assert "2023年支出合计\n" in tab.text
        tab.page.keyboard.press("Control+z")
        tab.page.keyboard.press("Control+Space")
        tab.page.wait_for_selector(".g-complete")
        tab.page.keyboard.press("ArrowDown")
        tab.page.wait_for_timeout(100)
        tab.page.keyboard.press("Enter")
        tab.settled()
        assert "\n2023年支出合计290.00万元\n" in server.host.text
        tab.page.keyboard.insert_text("，公务接待费0")
        tab.page.wait_for_selector(".g-complete")
        assert [each.split("\n")[0] for each in options(tab)] == ["0.45万元"]
        tab.page.keyboard.press("Escape")
        assert tab.page.locator(".g-complete").count() == 0
        tab.page.keyboard.insert_text("，培训支出")
        tab.page.wait_for_timeout(400)
        assert tab.page.locator(".g-complete").count() == 0


def test_headings_are_renumbered_as_one_undo_step(draft: Path, open_tab: Open) -> None:
    wanted = DRAFT.replace("三、", "二、").replace("（一）项目", "（二）项目")
    with serving(draft) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Alt+r")
        tab.page.wait_for_selector(".g-spring:text-is('已重排 2 处序号')")
        tab.settled()
        assert server.host.text == wanted == tab.text
        tab.page.keyboard.press("Control+z")
        tab.settled()
        assert server.host.text == DRAFT
        tab.page.keyboard.press("Alt+2")
        tab.page.get_by_role("button", name="重排标题序号").click()
        tab.settled()
        assert until(lambda: server.host.text == wanted)
        tab.page.get_by_role("button", name="重排标题序号").click()
        tab.page.wait_for_selector(".g-spring:text-is('序号没有断开或重复，无需重排')")


def test_in_english(draft: Path, open_tab: Open) -> None:
    with serving(draft, lang="en", facts=FACTS) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Alt+4")
        tab.page.wait_for_selector(".g-known")
        assert "known 305.20万元" in tab.rows()[0]
        tab.content.focus()
        tab.page.keyboard.press("Alt+2")
        assert tab.page.get_by_role("button", name="Renumber headings").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_for_assistive_technology(draft: Path, browser: Any, scheme: str) -> None:
    axe = Path(__file__).resolve().parents[2] / "python/frontend/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci in python/frontend")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800}, bypass_csp=True)
    with serving(draft, facts=FACTS) as server:
        tab = Tab(context, server)
        tab.page.add_script_tag(path=str(axe))
        for panel in (2, 4, 1):
            tab.content.focus()
            tab.page.keyboard.press(f"Alt+{panel}")
            tab.page.wait_for_timeout(500)
            if panel == 1:
                tab.place(5)
                tab.page.keyboard.insert_text("2024年支出合计")
                tab.page.wait_for_selector(".g-complete")
                tab.page.keyboard.press("ArrowDown")
            found = tab.page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']})")
            wrong = [(each["id"], [node["html"][:90] for node in each["nodes"]]) for each in found["violations"] if each["id"] != "scrollable-region-focusable"]
            assert wrong == []
    context.close()


def asked(host: Host, name: str) -> Any:
    return host.receive({"t": "req", "e": 1, "id": 1, "name": name})[-1].content["data"]


def test_a_long_text_is_compared_with_the_facts_when_the_writer_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in (20_000, 10):
        monkeypatch.setattr(live, "AT_ONCE", limit)
        monkeypatch.setattr("gouji.editor.host.AT_ONCE", limit)
        host = Host(Draft(DRAFT), facts=gouji.read_facts(FACTS))
        host.receive({"t": "hello", "me": "a", "proto": 1})
        at = DRAFT.index("300.20")
        (answer,) = host.receive({"t": "edit", "e": 1, "b": 0, "v": 1, "ch": [[at, at + 6, "310.20"]], "len": len(DRAFT)})
        assert ("文中为 310.20万元" in str(answer.content["add"])) is (limit > 10)
        asked(host, "coverage")
        assert any("文中为 310.20万元" in each["message"] for each in host._sent.values())
        fresh = gouji.check(host.text, facts=FACTS)
        assert {each.id for each in host.report.diagnostics} == {each.id for each in fresh.diagnostics} == set(host._sent)
        assert host.report == fresh


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("一、甲 三、乙 四、丙", "一、甲 二、乙 三、丙"),
        ("一、甲 （一）子 （三）丑 二、乙 （一）寅 （一）卯", "一、甲 （一）子 （二）丑 二、乙 （一）寅 （二）卯"),
        ("一、甲 1.子 2.丑 4．寅", "一、甲 1.子 2.丑 3．寅"),
        ("第一章甲 第二章乙 第二章丙", "第一章甲 第二章乙 第三章丙"),
        ("一、甲 二、乙 三、丙", "一、甲 二、乙 三、丙"),
    ],
)
def test_how_headings_are_renumbered(headings: str, expected: str) -> None:
    text = "报告\n" + "".join(f"{each}\n这一部分说明有关情况。\n" for each in headings.split())
    report = gouji.check(text, profile="generic")
    for edit in reversed(renumbered(report, Units(text))):
        begin, end = edit["at"]
        assert text[begin:end] == edit["expect"]
        text = text[:begin] + edit["text"] + text[end:]
    assert text == "报告\n" + "".join(f"{each}\n这一部分说明有关情况。\n" for each in expected.split())


def test_consistent_reports_are_in_order() -> None:
    folder = Path(__file__).resolve().parents[1] / "reports"
    for path in sorted(folder.glob("*-clean.txt")):
        report = gouji.check_file(path)
        assert renumbered(report, Units(report.text or "")) == [], path.name
