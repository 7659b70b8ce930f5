"""cpp/src/checks/README.md, the catalogue of checks, is generated: `pytest --update` writes it, else it is fresh."""

from __future__ import annotations

import pytest

from tests.fixtures import core
from tests.fixtures.plugin import UPDATED
from tests.tidy import tree

CATALOGUE = tree.ROOT / "cpp/src/checks/README.md"
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
HEAD = """# 检查目录

由 `pytest --update` 按注册的检查生成，请不要手改。点开代码是它的说明页。级别是通常的级别，有的情形会更轻。
"""


def catalogue(rows: list[tuple[str, str, str, str, str]]) -> str:
    """The page; `rows` are (code, group, severity, summary, English summary)."""
    parts = [HEAD]
    for group in sorted({row[1] for row in rows}):
        parts.append(f"## {group}\n\n| 代码 | 级别 | 说明 |\n| --- | --- | --- |")
        for code, _, severity, summary, _ in sorted(row for row in rows if row[1] == group):
            link = f"../../../tests/checks/{group}/{code}.md"
            parts.append(f"| [`{code}`]({link}) | {SEVERITIES[severity]} | {summary} |")
        parts.append("")
    return "\n".join(parts)


def test_the_catalogue_is_fresh(request: pytest.FixtureRequest) -> None:
    written = tree.text(CATALOGUE) if CATALOGUE.exists() else ""
    truth = catalogue(core.registry())
    if request.config.getoption("--update"):
        if written != truth:
            CATALOGUE.write_text(truth, encoding="utf-8")
            request.config.stash[UPDATED].append(tree.name(CATALOGUE))
        return
    assert written == truth, "run: pytest --update tests/tidy"


def test_how_it_is_written() -> None:
    rows = [
        ("b-b", "text", "info", "乙", "b"),
        ("c-c", "figures", "error", "丙", "c"),
        ("a-a", "text", "warning", "甲", "a"),
    ]
    assert catalogue(rows) == (
        HEAD + "\n## figures\n\n| 代码 | 级别 | 说明 |\n| --- | --- | --- |\n"
        "| [`c-c`](../../../tests/checks/figures/c-c.md) | 错误 | 丙 |\n\n"
        "## text\n\n| 代码 | 级别 | 说明 |\n| --- | --- | --- |\n"
        "| [`a-a`](../../../tests/checks/text/a-a.md) | 警告 | 甲 |\n"
        "| [`b-b`](../../../tests/checks/text/b-b.md) | 提示 | 乙 |\n"
    )
