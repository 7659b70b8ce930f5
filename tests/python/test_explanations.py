"""Explanations of checks: collected from the pages, complete, printed as text, Markdown and HTML."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gouji
from gouji import Explanation
from gouji.checks import checks
from gouji.explanations import Example, overview
from tests.python.test_html import Page

ROOT = Path(__file__).parents[2]
CODES = [code for code, *_ in checks()]

PAGE = """# sum-mismatch

合计必须等于所列各分项之和。

**为什么**：对不上
就是有错。
**怎么改**：写明
error 或
其他。

第一段说明。

第二段说明。

## 怎样写

不是例子。

## 报：加不出

```report,escapes
支出1万元。\\t
^ error[sum-mismatch] `1万元`
+ #one 分项
= `2万元`
^ #one `支出`
其中：
```

## 不报：正好

```report
支出2万元。
```
"""


@pytest.fixture
def collected(tmp_path: Path) -> dict[str, Any]:
    """What the build makes of PAGE."""
    page = tmp_path / "figures/sum-mismatch.md"
    page.parent.mkdir()
    page.write_text(PAGE, encoding="utf-8")
    script = ROOT / "python/collect_explanations.py"
    subprocess.run([sys.executable, "-I", "-B", script, tmp_path / "out.json", page], check=True)
    entries: dict[str, Any] = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    return entries


def test_what_is_collected_from_a_page(collected: dict[str, Any]) -> None:
    assert collected == {
        "sum-mismatch": {
            "why": "对不上就是有错。",
            "how": "写明 error 或其他。",
            "notes": ["第一段说明。", "第二段说明。"],
            "wrong": {"title": "加不出", "text": "支出1万元。\t\n其中："},
            "right": {"title": "正好", "text": "支出2万元。"},
        }
    }


@pytest.mark.parametrize("code", CODES)
def test_every_check_is_explained(code: str) -> None:
    found = gouji.explain(code)
    assert (found.code, found.group, found.severity) == next(row for row in checks() if row[0] == code)[:3]
    assert found.why and found.how and found.summary
    assert found.wrong is not None and found.right is not None
    assert found.wrong.text.strip() and found.right.text.strip()
    assert found.right.messages == ()


def test_printing() -> None:
    found = Explanation(
        "sum-mismatch", "figures", "error", "合计必须等于各分项之和", "对不上就是有错。", "重新加。", ("说明。",),
        Example("加不出", "支出1万元。\n\n  其\x1b中", ("相差 1 万元",)), Example("正好", "支出2万元。", ()),
    )  # fmt: skip
    assert str(found) == (
        "sum-mismatch  错误  数字\n"
        "合计必须等于各分项之和。\n"
        "\n"
        "为什么：对不上就是有错。\n"
        "\n"
        "怎么改：重新加。\n"
        "\n"
        "说明。\n"
        "\n"
        "报：加不出\n"
        "    支出1万元。\n"
        "\n"
        "      其·中\n"
        "  → 相差 1 万元\n"
        "\n"
        "不报：正好\n"
        "    支出2万元。"
    )
    assert found._repr_markdown_() == (
        "### `sum-mismatch`\n\n错误：合计必须等于各分项之和。\n\n**为什么**：对不上就是有错。\n\n**怎么改**：重新加。\n\n说明。\n\n"
        "**报：加不出**\n\n````text\n支出1万元。\n\n  其·中\n````\n\n→ 相差 1 万元\n\n"
        "**不报：正好**\n\n````text\n支出2万元。\n````"
    )


def test_the_example_says_what_the_check_says() -> None:
    found = gouji.explain("sum-mismatch")
    assert found.wrong is not None
    expected = [each.message for each in gouji.check(found.wrong.text).diagnostics if each.code == "sum-mismatch"]
    assert list(found.wrong.messages) == expected != []


@pytest.mark.parametrize("code", CODES)
def test_in_a_notebook(code: str) -> None:
    found = gouji.explain(code)
    assert found.summary in Page(found._repr_html_()).words


def test_in_english() -> None:
    found = gouji.explain("sum-mismatch", lang="en")
    assert found.summary == next(row[4] for row in checks() if row[0] == "sum-mismatch").rstrip(".")
    assert found.wrong is not None and "differs from" in found.wrong.messages[0]
    assert str(found).splitlines()[0] == "sum-mismatch  error  figures"
    assert found.why == gouji.explain("sum-mismatch").why
    with pytest.raises(ValueError, match="unknown language 'fr'"):
        gouji.explain("sum-mismatch", lang="fr")


def test_messages_are_no_markup() -> None:
    found = Explanation("a-b", "text", "info", "总要", "", "", (), Example("例", "<b>", ("*`<b>`*",)), None)
    assert "→ \\*\\`\\<b\\>\\`\\*" in found._repr_markdown_()
    assert "<b>" in Page(found._repr_html_()).words
    assert "为什么" not in str(found)


def test_unknown_codes_are_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match="没有“sum-mismach”这个检查代码，是不是“sum-mismatch”？"):
        gouji.explain("sum-mismach")
    with pytest.raises(ValueError, match="没有“”这个检查代码"):
        gouji.explain("")


def test_the_overview_names_every_check_once() -> None:
    lines = list(overview())
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(CODES)
    assert "数字：" in lines
