"""The editor as a widget in the notebooks that people use: JupyterLab, Notebook and marimo, in a real browser with a real kernel."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.notebooks import Notebook, click_behind, editor, free_port, jupyter, running, write_notebook

DRAFT = """某县文化馆2024年度部门整体支出绩效自评报告
一、部门整体支出情况
2024年支出300万元，其中：基本支出200万元，项目支出100万元。
（一）基本支出
（三）项目支出
"""
OPENS = "import gouji\nworks = gouji.Editor('draft.txt', profile='generic')\nworks"


def require(*modules: str) -> None:
    for module in modules:
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed; it comes with the test extra")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    require("jupyterlab", "ipykernel", "anywidget")
    root = tmp_path_factory.mktemp("notebooks")
    with jupyter(tmp_path_factory.mktemp("jupyter"), root) as address:
        yield address, root


@pytest.fixture
def notebook(server: tuple[str, Path], context: Any) -> Iterator[Notebook]:
    """A notebook in JupyterLab with an editor of a file, shown."""
    address, root = server
    (root / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (root / ".draft.txt.gouji-autosave").unlink(missing_ok=True)
    write_notebook(root / "lab.ipynb", OPENS, "works", "print(works.text)", "import time; time.sleep(4); print('woke')")
    made = Notebook(context.new_page(), address, "lab/tree/lab.ipynb?reset")
    made.run(0)
    editor(made.page)
    yield made
    made.page.evaluate("async () => { await jupyterapp.shell.currentWidget.sessionContext.shutdown(); }")
    assert made.problems == []


def test_lab_types_finds_fixes_and_undoes(notebook: Notebook) -> None:
    page = notebook.page
    text = editor(page)
    assert page.locator(".g-mark.g-error").all_inner_texts() == ["（三）"]
    click_behind(page, text, 2)
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    page.keyboard.type("9")
    page.locator(".g-row", has_text="相差").first.wait_for(timeout=10_000)
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.locator(".g-row", has_text="相差").first.wait_for(state="detached", timeout=10_000)
    page.keyboard.press("F8")
    page.keyboard.press("Control+.")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.locator(".g-mark.g-error").wait_for(state="detached", timeout=10_000)
    assert "（二）项目支出" in notebook.output(2)
    text.focus()
    page.keyboard.press("Control+z")
    page.locator(".g-mark.g-error").wait_for(timeout=10_000)
    assert notebook.output(2).strip() == DRAFT.strip()


def test_lab_leaves_its_shortcuts_outside(notebook: Notebook) -> None:
    page = notebook.page
    ran = notebook.cells()
    click_behind(page, editor(page), 3)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("ddaabb00")
    page.keyboard.press("Control+f")
    page.locator(".cm-search input").first.wait_for(timeout=5_000)
    page.keyboard.press("Escape")
    assert notebook.cells() == ran
    assert notebook.output(2).splitlines()[4] == "ddaabb00"


def test_lab_shows_a_second_view_of_the_same_text(notebook: Notebook) -> None:
    page = notebook.page
    notebook.run(1)
    second = editor(page, 1)
    click_behind(page, second, 3)
    page.keyboard.insert_text("写在第二处。")
    page.wait_for_timeout(500)
    assert "写在第二处。" in editor(page, 0).inner_text()
    click_behind(page, editor(page, 0), 4)
    page.keyboard.insert_text("写在第一处。")
    page.wait_for_timeout(500)
    assert "写在第一处。" in second.inner_text()
    told = notebook.output(2)
    assert "写在第一处。" in told and "写在第二处。" in told


def test_lab_takes_edits_while_a_cell_runs_and_keeps_the_text_over_a_restart(notebook: Notebook) -> None:
    page = notebook.page
    page.evaluate("() => { const { content } = jupyterapp.shell.currentWidget; content.activeCellIndex = 3; void jupyterapp.commands.execute('notebook:run-cell'); }")
    page.wait_for_timeout(300)
    click_behind(page, editor(page), 3)
    page.keyboard.insert_text("内核忙着也能写。")
    page.wait_for_timeout(5_000)
    assert "内核忙着也能写。" in notebook.output(2)
    page.keyboard.press("Escape")
    click_behind(page, editor(page), 4)
    page.keyboard.insert_text("重启以前写的。")
    page.wait_for_timeout(3_000)  # the draft is kept two seconds after the last key
    page.evaluate("async () => { await jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }")
    page.wait_for_function("jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'", timeout=30_000)
    assert "重启以前写的。" in page.locator(".g-text .cm-content").first.inner_text()
    notebook.run(0)
    page.wait_for_timeout(1_500)
    assert "重启以前写的。" in editor(page).inner_text()
    told = notebook.output(2)
    assert "重启以前写的。" in told and "内核忙着也能写。" in told


def test_lab_themes_are_followed(notebook: Notebook) -> None:
    page = notebook.page
    for name, dark in (("JupyterLab Dark", True), ("JupyterLab Light", False)):
        page.evaluate("async theme => { await jupyterapp.commands.execute('apputils:change-theme', { theme }); }", name)
        page.wait_for_timeout(1_000)
        assert (page.locator(".g-root.g-dark").count() == 1) is dark


def test_notebook_7_opens_and_types(server: tuple[str, Path], context: Any) -> None:
    require("notebook")
    address, root = server
    (root / "draft.txt").write_text(DRAFT, encoding="utf-8")
    write_notebook(root / "seven.ipynb", OPENS.replace("'draft.txt'", "open('draft.txt', encoding='utf-8').read()"), "print(works.text)")
    made = Notebook(context.new_page(), address, "notebooks/seven.ipynb")
    made.run(0)
    click_behind(made.page, editor(made.page), 3)
    made.page.keyboard.press("Shift+Enter")
    made.page.keyboard.type("dd支出5万元")
    made.page.wait_for_timeout(800)
    assert made.output(1).splitlines()[4] == "dd支出5万元"
    made.page.evaluate("async () => { await jupyterapp.shell.currentWidget.sessionContext.shutdown(); }")
    # Notebook's own plugins complain of settings that they do not find on a server of JupyterLab
    assert [each for each in made.problems if "request" in each or "gouji" in each] == []


def test_marimo_opens_and_types(tmp_path: Path, context: Any) -> None:
    require("marimo", "anywidget")
    path = tmp_path / "app.py"
    path.write_text(
        "import marimo\n\napp = marimo.App()\n\n\n@app.cell\ndef _():\n    import gouji\n    import marimo as mo\n\n"
        f"    works = gouji.Editor({DRAFT!r}, profile='generic')\n    shown = mo.ui.anywidget(works)\n    shown\n    return (works,)\n\n\n"
        "if __name__ == '__main__':\n    app.run()\n",
        encoding="utf-8",
    )
    port = free_port()
    command = [sys.executable, "-m", "marimo", "run", str(path), "--headless", "--host", "127.0.0.1", "--port", str(port), "--no-token"]
    with running(command, f"http://127.0.0.1:{port}/health", tmp_path):
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/")
        text = editor(page)
        assert page.locator(".g-mark.g-error").all_inner_texts() == ["（三）"]
        click_behind(page, text, 3)
        page.keyboard.insert_text("\n2024年基本支出210万元。")
        page.locator(".g-row", has_text="基本支出").first.wait_for(timeout=10_000)
        assert "2024年基本支出210万元。" in text.inner_text()
