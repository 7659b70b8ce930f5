"""The exit status of the command line, and what is said about wrong usage."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]

RIGHT = "2024年支出90万元，其中：基本支出60万元，项目支出30万元。\n"
WRONG = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"


@pytest.fixture(autouse=True)
def reports(tmp_path: Path) -> None:
    (tmp_path / "对.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "错.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "空文件夹").mkdir()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["check", "对.txt"], 0),
        (["check", "错.txt"], 1),
        (["check", "."], 1),
        (["check", "对.txt", "错.txt", "--fail-on", "info"], 1),
        (["check", "错.txt", "--fail-on", "never"], 0),
        (["check", "错.txt", "--ignore", "sum-mismatch"], 0),
        (["check", "错.txt", "--select", "sum-mismatch"], 1),
        (["check", "缺.txt"], 2),
        (["check", "缺.txt", "--fail-on", "never"], 2),
        (["check", "错.txt", "缺.txt"], 2),
        (["check", "空文件夹"], 2),
        (["check", "对.txt", "空文件夹", "--format", "jsonl"], 2),
        (["outline", "错.txt"], 0),
        (["quantities", "错.txt", "缺.txt"], 2),
        (["relations", "空文件夹"], 2),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
    ],
)
def test_status(gouji_command: Run, arguments: list[str], status: int) -> None:
    result = gouji_command(*arguments)
    assert result.returncode == status, result
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "缺少参数 COMMAND"),
        (["check"], "缺少参数 PATH"),
        (["chek", "对.txt"], "没有“chek”这个命令，是不是“check”？"),
        (["对.txt"], "没有“对.txt”这个命令；要检查它，请写 gouji check 对.txt"),
        (["check", "错.txt", "--jsonl"], "不认识的参数：--jsonl"),
        (["check", "错.txt", "--select"], "--select 后面要写一个值"),
        (["check", "错.txt", "--select", "sum-mismach"],
         "--select：没有“sum-mismach”这个检查代码，是不是“sum-mismatch”？"),
        (["check", "错.txt", "--ignore", "sum-mismatch，zzzz"], "--ignore：没有“zzzz”这个检查代码"),
        (["check", "错.txt", "--select", ""], "--select：没有写检查代码"),
        (["check", "错.txt", "--format", "jsonn"],
         "--format：不能是“jsonn”，只能是 text、json、jsonl，是不是“json”？"),
        (["check", "错.txt", "--fail-on", "严重"], "--fail-on：不能是“严重”，只能是 error、warning、info、never"),
        (["check", "错.txt", "--jobs", "0"], "--jobs：不能是“0”，应为 1 到 9999 的整数"),
        (["check", "错.txt", "--jobs", "二"], "--jobs：不能是“二”，应为 1 到 9999 的整数"),
        (["check", "-", "对.txt", "-"], "标准输入（-）只能写一次"),
        (["quantities", "错.txt", "--format", "jsonl"], "--format：不能是“jsonl”，只能是 text、json，是不是“json”？"),
    ],
)  # fmt: skip
def test_wrong_usage_is_explained(gouji_command: Run, arguments: list[str], message: str) -> None:
    result = gouji_command(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.decode().splitlines()[0] == f"gouji：{message}"


def test_the_version(gouji_command: Run) -> None:
    assert re.fullmatch(r"gouji \d+\.\d+\.\d+\n", gouji_command("--version").stdout.decode())


def test_the_rest_is_checked_when_an_input_fails(gouji_command: Run) -> None:
    result = gouji_command("check", "缺.txt", "错.txt", "空文件夹")
    assert result.stderr.decode().splitlines() == [
        "gouji：缺.txt：找不到文件",
        "gouji：空文件夹：文件夹里没有可检查的文件（.txt、.md、.text）",
    ]
    lines = result.stdout.decode().splitlines()
    assert "错.txt:1:8 错误 sum-mismatch" in lines
    assert re.fullmatch(
        r"合计 1 个文件：错误 1，警告 \d+，提示 \d+；数量 \d+ 个，已勾稽 \d+ 个；2 个无法检查", lines[-1]
    )


def test_a_file_named_like_an_option(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "-错.txt").write_text(WRONG, encoding="utf-8")
    assert gouji_command("check", "--", "-错.txt").returncode == 1
