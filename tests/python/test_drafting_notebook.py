"""examples/drafting.ipynb runs from top to bottom, and its static export is readable without a kernel and without scripts of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.python.test_html import Page

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def executed() -> Any:
    nbformat = pytest.importorskip("nbformat", reason="the notebook is run with nbclient, of the test extra")
    nbclient = pytest.importorskip("nbclient", reason="the notebook is run with nbclient, of the test extra")
    pytest.importorskip("ipykernel", reason="the notebook runs in ipykernel, of the test extra")
    pytest.importorskip("anywidget", reason="the notebook shows the editor, which needs anywidget")
    notebook = nbformat.read(EXAMPLES / "drafting.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.get("outputs") for cell in notebook.cells), "the notebook is kept without outputs"
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    return notebook


def output(notebook: Any, begins: str) -> Any:
    (cell,) = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith(begins)]
    return cell.outputs[0]


def test_it_drafts_corrects_and_reports(executed: Any) -> None:
    assert "2024年度部门整体支出绩效自评报告" in output(executed, "import gouji").text
    assert "application/vnd.jupyter.widget-view+json" in output(executed, "editor = ").data
    told = output(executed, "editor.text = ").data["text/plain"]
    assert "文中为 302.50万元，已知数据为 305.20万元" in told and "302.50" in told
    report = Page(output(executed, "editor.report").data["text/html"])
    assert report.marks[0] and any("302.50" in mark for mark in report.marks)
    codes = output(executed, "[found.code").data["text/plain"]
    assert codes.count("ledger-mismatch") == 2 and codes.count("sum-mismatch") == 2


def test_its_static_export_needs_no_kernel_and_no_script(executed: Any) -> None:
    nbconvert = pytest.importorskip("nbconvert", reason="the export is made with nbconvert, of the test extra")
    page, _ = nbconvert.HTMLExporter(template_name="basic").from_notebook_node(executed)
    blocks = re.findall(r'<div class="gouji".*?</table>.*?</div></div>', page, re.DOTALL)
    assert len(blocks) == 2 and not re.search("<script|<link|<img", "".join(blocks))
    assert all("<mark" in block and "<sup>1</sup>" in block for block in blocks)
    words = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", blocks[0])
    assert "全年总支出302.50万元，其中：基本支出205.20万元" in words
    assert "【请填写：单位名称】2024年度部门整体支出绩效自评报告" in words
