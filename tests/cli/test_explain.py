"""`gouji explain`: the explanation of checks, and the list of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from subprocess import CompletedProcess

import gouji
from gouji import _core
from gouji.checks import checks

Run = Callable[..., CompletedProcess[bytes]]


def test_one_check(gouji_command: Run) -> None:
    result = gouji_command("explain", "heading-number-gap")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode()
    assert text == str(gouji.explain("heading-number-gap")) + "\n"
    assert text.startswith("heading-number-gap  错误  编号\n同级标题的编号必须连续。\n\n为什么：")
    assert "\n    四、存在问题\n" in text
    assert "  → 标题编号从“二、”跳到“四、”，中间缺少“三、”" in text


def test_in_english(gouji_command: Run) -> None:
    text = gouji_command("explain", "heading-number-gap", "--lang", "en").stdout.decode()
    assert text == str(gouji.explain("heading-number-gap", lang="en")) + "\n"
    (english,) = [row[4] for row in checks() if row[0] == "heading-number-gap"]
    assert text.startswith(f"heading-number-gap  error  numbering\n{english}.\n\nwhy: ")
    assert re.search(r"^  → [A-Z][a-z]+ .*“二、”", text, re.MULTILINE), "what the check says of the example"
    listed = gouji_command("explain", "--lang", "en").stdout.decode()
    assert listed.startswith("figures:\n")
    assert all(f"  {row[0]} " in listed and row[4] in listed for row in checks())


def test_several_checks_in_the_order_named(gouji_command: Run) -> None:
    lines = gouji_command("explain", "sum-mismatch", "heading-level").stdout.decode().splitlines()
    assert lines.index("sum-mismatch  错误  数字") < lines.index("heading-level  错误  编号")


def test_without_a_code_all_are_listed(gouji_command: Run) -> None:
    result = gouji_command("explain")
    assert result.returncode == 0
    for code, _, _, summary, _ in checks():
        assert f"  {code} " in result.stdout.decode()
        assert summary in result.stdout.decode()


def test_an_unknown_code(gouji_command: Run) -> None:
    result = gouji_command("explain", "sum-mismatch", "sum-mismach")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == "gouji：没有“sum-mismach”这个检查代码，是不是“sum-mismatch”？\n"
