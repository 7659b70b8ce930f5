"""The page of `gouji edit` in a real browser: what a drafter does, from the first key to the saved file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gouji.editor.server import PageServer
from tests.editor.conftest import Tab, serving

Open = Callable[[PageServer], Tab]

DRAFT = """某县文化馆2024年度部门整体支出绩效自评报告

一、部门基本情况
本馆核定编制15名，实有在职人员12人。

二、部门整体支出情况
2024年支出300万元，其中：基本支出200万元，项目支出90万元。
（一）基本支出
基本支出200万元，其中人员经费150万元、公用经费50万元。
（三）项目支出
项目支出90万元。
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_opens_with_its_findings(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        assert tab.text == DRAFT
        assert tab.marks("error") == ["300万元", "（三）"]
        assert tab.rows()[0].startswith("基本支出 200 + 项目支出 90 = 290，与")


def test_a_typed_figure_settles_its_finding_and_undo_brings_it_back(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(7, DRAFT.splitlines()[6].index("90"))
        tab.page.keyboard.press("Delete")
        tab.page.keyboard.type("10")
        tab.settled()
        assert server.host.text == DRAFT.replace("项目支出90万元。\n（一）", "项目支出100万元。\n（一）")
        assert "300万元" not in tab.marks("error")
        tab.page.keyboard.press("Control+z")
        tab.settled()
        assert tab.text == DRAFT == server.host.text
        assert "300万元" in tab.marks("error")


def test_what_is_typed_at_the_caret_is_drawn_quietly_until_the_caret_leaves(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(7, DRAFT.splitlines()[6].index("300") + 3)
        tab.page.keyboard.type("1")
        tab.settled()
        assert tab.page.locator(".g-quiet").all_inner_texts() == ["3001万元"]
        tab.page.keyboard.press("ArrowUp")
        assert tab.page.locator(".g-quiet").count() == 0


def test_walks_by_keyboard_and_fixes_as_one_undo_step(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Control+Home")
        tab.page.keyboard.press("F8")
        assert tab.page.locator(".g-cards code").all_inner_texts() == ["sum-mismatch"]
        tab.page.keyboard.press("F8")
        assert tab.page.locator(".g-cards code").all_inner_texts() == ["heading-number-gap"]
        tab.page.keyboard.press("Control+.")
        tab.page.wait_for_timeout(100)
        tab.page.keyboard.press("Enter")
        tab.settled()
        assert "（二）项目支出" in tab.text and server.host.text == DRAFT.replace("（三）", "（二）")
        tab.page.keyboard.press("Control+z")
        tab.settled()
        assert tab.text == DRAFT
        tab.page.keyboard.press("Shift+F8")
        tab.page.keyboard.press("Escape")
        assert tab.page.locator(".g-cards").count() == 0


def test_absent_parts_stand_in_the_outline_and_a_click_inserts_one(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        assert not any("请补写" in row for row in tab.rows())
        tab.content.focus()
        tab.page.keyboard.press("Alt+2")
        tab.page.wait_for_selector(".g-absent")
        row = tab.page.locator(".g-absent", has_text="存在的问题").first
        row.locator("button").click()
        tab.settled()
        assert "存在的问题" in server.host.text and tab.text == server.host.text
        tab.page.get_by_role("button", name="校核全文").click()
        tab.page.wait_for_timeout(100)
        assert any("请补写" in row for row in tab.rows())


def test_relations_light_their_figures_in_the_text(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Alt+3")
        tab.page.wait_for_selector(".g-violated")
        first = tab.page.locator(".g-panel:not([hidden]) .g-row").first
        assert "200 + 90 = 290" in first.inner_text()
        first.hover()
        assert tab.page.locator(".g-lit").all_inner_texts() == ["300", "200", "90"]


def test_a_composition_is_not_interrupted(draft: Path, open_tab: Open, context: Any) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        messages: list[str] = []
        tab.page.on("request", lambda request: messages.append(request.post_data_buffer[4:].decode("utf-8", "replace")))
        tab.place(5)
        devtools = context.new_cdp_session(tab.page)
        for letters in ("z", "zh", "zhi", "zhi'c", "zhi'chu"):
            devtools.send("Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)})
            tab.page.wait_for_timeout(30)
        assert not [each for each in messages if '"edit"' in each]
        assert server.host.text == DRAFT
        devtools.send("Input.insertText", {"text": "支出"})
        tab.page.wait_for_timeout(200)
        tab.settled()
        assert len([each for each in messages if '"edit"' in each]) == 1
        assert server.host.text == DRAFT.replace("12人。\n\n", "12人。\n支出\n") == tab.text


def test_reload_keeps_what_was_typed_and_a_second_tab_takes_over(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(5)
        tab.page.keyboard.type("新写的一句。")
        tab.settled()
        tab.page.reload()
        tab.wait_state("checked")
        assert "新写的一句。" in tab.text
        second = open_tab(server)
        assert "新写的一句。" in second.text
        tab.wait_state("readonly")
        tab.content.focus()
        tab.page.keyboard.type("不该进来")
        assert "不该进来" not in tab.text and "不该进来" not in server.host.text
        second.place(5)
        second.page.keyboard.type("再一句。")
        second.settled()
        assert "再一句。" in server.host.text


@pytest.mark.parametrize(("encoding", "end"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\r\n"), ("utf-16", "\n")])
def test_saves_with_the_encoding_and_line_ends_of_the_file(draft: Path, open_tab: Open, encoding: str, end: str) -> None:
    draft.write_bytes(DRAFT.replace("\n", end).encode(encoding))
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(5)
        tab.page.keyboard.type("补充说明。")
        tab.settled()
        tab.page.keyboard.press("Control+s")
        tab.page.wait_for_selector(".g-spring:text-is('已保存')")
    assert draft.read_bytes() == DRAFT.replace("12人。\n\n", "12人。\n补充说明。\n").replace("\n", end).encode(encoding)


def test_a_file_that_another_program_changed_is_not_overwritten(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(5)
        tab.page.keyboard.type("我的话。")
        tab.settled()
        draft.write_text("别人写的", encoding="utf-8")
        tab.page.keyboard.press("Control+s")
        tab.page.wait_for_selector(".g-spring.g-bad")
        assert draft.read_text(encoding="utf-8") == "别人写的"
        assert "我的话。" in tab.text


def test_dismissed_findings_stay_away(draft: Path, open_tab: Open) -> None:
    with serving(draft) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Control+Home")
        tab.page.keyboard.press("F8")
        tab.page.get_by_role("button", name="忽略").click()
        tab.settled()
        assert tab.marks("error") == ["（三）"]
    with serving(draft) as server:
        tab = open_tab(server)
        assert tab.marks("error") == ["（三）"]


def test_a_pasted_table_becomes_a_pipe_table(draft: Path, open_tab: Open) -> None:
    html = "<table><tr><th>项目</th><th>金额</th></tr><tr><td>基本支出</td><td>200</td></tr></table>"
    with serving(draft) as server:
        tab = open_tab(server)
        tab.place(5)
        tab.page.evaluate(
            """html => { const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "x");
            document.querySelector("#editor").shadowRoot.querySelector(".cm-content").dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
            html,
        )
        tab.settled()
        assert "| 项目 | 金额 |\n| --- | --- |\n| 基本支出 | 200 |" in server.host.text


def test_text_is_never_markup(draft: Path, open_tab: Open) -> None:
    hostile = '一、<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>\n支出300万元，其中：基本支出200万元，项目支出90万元<b>。\n'
    draft.write_text(hostile, encoding="utf-8")
    with serving(draft) as server:
        tab = open_tab(server)
        for panel in range(1, 5):
            tab.content.focus()
            tab.page.keyboard.press(f"Alt+{panel}")
            tab.page.wait_for_timeout(300)
        assert tab.page.title() == "gouji" and tab.text == hostile


def test_a_megabyte_is_typed_into(draft: Path, open_tab: Open) -> None:
    paragraph = "某某工程已经完工，质量合格，群众反映良好，后续管护责任已经落实到人。" * 8
    draft.write_text("\n".join([paragraph] * 1300), encoding="utf-8")
    with serving(draft) as server:
        tab = open_tab(server)
        tab.content.focus()
        tab.page.keyboard.press("Control+End")
        tab.page.keyboard.type("2024年支出3万元。")
        tab.page.wait_for_timeout(500)
        tab.wait_state("checked")
        assert server.host.text.endswith("落实到人。2024年支出3万元。")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_for_assistive_technology(draft: Path, browser: Any, scheme: str) -> None:
    axe = Path(__file__).resolve().parents[2] / "python/frontend/node_modules/axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core is not installed: npm ci in python/frontend")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 800}, bypass_csp=True)
    with serving(draft) as server:
        tab = Tab(context, server)
        for panel in range(1, 5):
            tab.content.focus()
            tab.page.keyboard.press(f"Alt+{panel}")
            tab.page.wait_for_timeout(500)
            if panel == 1:
                tab.content.focus()
                tab.page.keyboard.press("F8")
            tab.page.add_script_tag(path=str(axe))
            found = tab.page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']})")
            wrong = [(each["id"], [node["html"][:90] for node in each["nodes"]]) for each in found["violations"] if each["id"] != "scrollable-region-focusable"]
            assert wrong == []
    context.close()
