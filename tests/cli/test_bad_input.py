"""Every bad input gets a clear message or a finding: never a crash, a hang or silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[bytes]]

WRONG = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。"


@pytest.fixture
def check(gouji_command: Run, tmp_path: Path) -> Callable[[bytes], dict[str, Any]]:
    """Checks bytes as a file in text and in JSON and returns the `documents` entry or the failure."""

    def run(content: bytes) -> dict[str, Any]:
        (tmp_path / "a.txt").write_bytes(content)
        text = gouji_command("check", "a.txt")
        result = gouji_command("check", "a.txt", "--format", "jsonl")
        entry: dict[str, Any] = json.loads(result.stdout)
        assert text.returncode == result.returncode
        if "error" in entry:
            assert result.returncode == 2
            assert (text.stdout, text.stderr.decode()) == (b"", f"gouji：a.txt：{entry['error']}\n")
        else:
            assert result.returncode == (1 if entry["summary"]["error"] else 0)
            assert text.stderr == b""
            assert "；数量 ".encode() in text.stdout
            assert max(map(len, text.stdout.decode().splitlines())) < 1000
        return entry

    return run


def codes(entry: dict[str, Any]) -> set[str]:
    return {found["code"] for found in entry["diagnostics"]}


def test_a_missing_file(gouji_command: Run) -> None:
    result = gouji_command("check", "缺.txt")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == "gouji：缺.txt：找不到文件\n"


def test_an_empty_name(gouji_command: Run) -> None:
    result = gouji_command("check", "")
    assert (result.returncode, result.stderr.decode()) == (2, "gouji：：找不到文件\n")


def test_a_folder_without_reports(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    result = gouji_command("check", ".")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == "gouji：.：文件夹里没有可检查的文件（.txt、.md、.text）\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "文件是空的，没有可检查的内容"),
        (b"\xff\xfe", "文件里只有空白，没有可检查的内容"),
        (b"\n \n", "文件里只有空白，没有可检查的内容"),
        (b"\x7fELF" + bytes(range(256)) * 8, "不是文本文件（内容是二进制数据）"),
        (b"\x00" * 1000, "不是文本文件（内容是二进制数据）"),
    ],
)
def test_what_is_no_text(check: Callable[[bytes], dict[str, Any]], content: bytes, message: str) -> None:
    assert check(content) == {"path": "a.txt", "error": message}


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("gb18030", b""),
    ],
)
def test_encodings_change_nothing(check: Callable[[bytes], dict[str, Any]], encoding: str, mark: bytes) -> None:
    entry = check(mark + WRONG.encode(encoding))
    errors = [found for found in entry["diagnostics"] if found["severity"] == "error"]
    assert [(found["code"], found["range"]) for found in errors] == [("sum-mismatch", [7, 12])]


@pytest.mark.parametrize(
    "content",
    [
        "说明".encode() + b"\xe6\x94" + f"。\n{WRONG}".encode(),  # a character that is cut
        "说明".encode() + b"\xed\xa0\x80" + f"。\n{WRONG}".encode(),  # a surrogate in UTF-8
        "\ufeff说明\ud800。\n".encode("utf-16-le", "surrogatepass") + WRONG.encode("utf-16-le"),
    ],
    ids=["cut", "surrogate", "utf-16"],
)
def test_ill_formed_text_is_repaired_and_reported(check: Callable[[bytes], dict[str, Any]], content: bytes) -> None:
    assert {"sum-mismatch", "text-repaired"} <= codes(check(content))


def test_a_line_of_a_million(check: Callable[[bytes], dict[str, Any]]) -> None:
    entry = check(("没有数字的一段话，只是为了占地方。" * 60_000 + WRONG).encode())
    (found,) = [found for found in entry["diagnostics"] if found["code"] == "sum-mismatch"]
    assert (found["line"], found["column"]) == (1, 60_000 * 17 + 8)


def test_a_number_of_400_digits(check: Callable[[bytes], dict[str, Any]]) -> None:
    entry = check(f"支出{'9' * 400}万元。\n{WRONG}".encode())
    assert {"limit-reached", "sum-mismatch"} <= codes(entry)
    assert [quantity["printed"] for quantity in entry["quantities"] if quantity["kind"] == "money"] == [
        "100",
        "60",
        "30",
    ]


@pytest.mark.parametrize("brackets", ["（）", "()", "“”", "《》", "【】"])
def test_brackets_nested_ten_thousand_deep(check: Callable[[bytes], dict[str, Any]], brackets: str) -> None:
    opening, closing = brackets
    nested = opening * 10_000 + "说明" + closing * 10_000
    assert "sum-mismatch" in codes(check(f"{nested}。\n{WRONG}".encode()))


def test_ten_thousand_open_brackets(check: Callable[[bytes], dict[str, Any]]) -> None:
    assert "bracket-unbalanced" in codes(check(f"{'（' * 10_000}说明。\n".encode()))


def test_terminal_commands_in_a_text(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"\x1b[2J\x07{WRONG}", encoding="utf-8")
    for command in ("check", "outline", "quantities", "relations"):
        result = gouji_command(command, "a.txt")
        assert b"\x1b" not in result.stdout and b"\x07" not in result.stdout
    assert "·[2J·2024年支出100万元" in gouji_command("check", "a.txt").stdout.decode()


@pytest.mark.long("10 MB of digits")
def test_a_number_of_ten_million_digits(check: Callable[[bytes], dict[str, Any]]) -> None:
    entry = check(f"支出{'9' * 10_000_000}万元。\n{WRONG}".encode())
    assert {"limit-reached", "sum-mismatch"} <= codes(entry)


@pytest.mark.long("50 MB of text")
def test_a_file_of_fifty_megabytes(check: Callable[[bytes], dict[str, Any]]) -> None:
    line = "没有数字的一段话，只是为了占地方。\n".encode()
    entry = check(line * (50 * 1024 * 1024 // len(line)) + WRONG.encode())
    assert "sum-mismatch" in codes(entry)


@pytest.mark.long("65 MB of text")
def test_a_file_over_the_limit(check: Callable[[bytes], dict[str, Any]]) -> None:
    assert check(b"a" * (64 * 1024 * 1024 + 1))["error"] == "文件超过 64 MB，太大了，请拆分后再检查"
