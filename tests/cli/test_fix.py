"""`gouji fix`: diffs, files rewritten in place with their encoding, line ends and rights, refusals, summaries."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from gouji.profiles import families

Run = Callable[..., CompletedProcess[bytes]]

GAP = "一、基本情况\n职责明确。\n二、支出情况\n支出合规。\n四、存在问题\n进度偏慢。\n"
FIXED = GAP.replace("四、", "三、")
CLEAN = (Path(__file__).parents[2] / "examples/reports/hunan-2024-clean.txt").read_text(encoding="utf-8")
WITHOUT_MEASURES = re.sub(r"八、.*\n(1\..*\n2\..*\n)", "", CLEAN)
HUNAN = next(json.loads(family.json) for family in families() if family.name == "hunan-10")
MEASURES = next(part for part in HUNAN["sections"] if part["id"] == "measures")
posix = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX")
ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-16-le", b""),
    ("gb18030", b""),
    ("gb18030", b"\x84\x31\x95\x33"),
]


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(GAP.encode())
    return path


def test_the_default_is_a_diff(gouji_command: Run, report: Path) -> None:
    result = gouji_command("fix", "a.txt")
    assert result.returncode == 0
    assert result.stdout.decode() == (
        "--- a.txt\n+++ a.txt\n@@ -2,5 +2,5 @@\n 职责明确。\n 二、支出情况\n 支出合规。\n"
        "-四、存在问题\n+三、存在问题\n 进度偏慢。\n"
    )
    assert result.stderr.decode() == "a.txt：改正 1 处，还有 0 处问题\n"
    assert gouji_command("fix", "a.txt", "--diff").stdout == result.stdout
    assert report.read_bytes() == GAP.encode()


def test_nothing_to_fix(gouji_command: Run, report: Path) -> None:
    for options in ([], ["--in-place"]):
        result = gouji_command("fix", "a.txt", "--ignore", "heading-number-gap", *options)
        assert (result.returncode, result.stdout) == (0, b"")
        assert result.stderr.decode() == "a.txt：改正 0 处，还有 1 处问题\n"
    assert report.read_bytes() == GAP.encode()
    assert gouji_command("fix", "a.txt", "--lang", "en").stderr == b"a.txt: 1 fixed, 0 findings left\n"


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch on this system")
@pytest.mark.parametrize("text", [GAP, GAP.replace("\n", "\r\n"), GAP.rstrip("\n"), "\x1b" + GAP])
def test_patch_applies_the_diff(gouji_command: Run, report: Path, text: str) -> None:
    report.write_bytes(text.encode())
    diff = gouji_command("fix", "a.txt").stdout
    applied = subprocess.run(["patch", "--binary", "a.txt"], input=diff, cwd=report.parent, check=False)
    assert applied.returncode == 0
    assert report.read_bytes() == text.replace("四、", "三、").encode()


def test_a_diff_for_a_terminal_sends_no_commands(gouji_command: Run, report: Path) -> None:
    report.write_text(GAP.replace("支出合规", "\x1b[2J"), encoding="utf-8")
    shown = gouji_command("fix", "a.txt", "--color", "always").stdout.decode()
    assert "\x1b[31m-四、存在问题\x1b[0m\n\x1b[32m+三、存在问题\x1b[0m\n" in shown
    assert "·[2J" in shown and "\x1b[2J" not in shown


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_in_place_changes_nothing_but_the_fix(
    gouji_command: Run, report: Path, encoding: str, mark: bytes, end: str
) -> None:
    report.write_bytes(mark + GAP.replace("\n", end).encode(encoding))
    result = gouji_command("fix", "a.txt", "--in-place")
    assert result.returncode == 0, result.stderr.decode()
    assert report.read_bytes() == mark + FIXED.replace("\n", end).encode(encoding)


def test_mixed_line_ends_stay(gouji_command: Run, report: Path) -> None:
    text = "一、甲\r\n二、乙\r说明了乙。\n\r\n四、丁\r"
    report.write_bytes(text.encode("gb18030"))
    gouji_command("fix", "a.txt", "--in-place")
    assert report.read_bytes() == text.replace("四", "三").encode("gb18030")


@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_skeleton_takes_the_line_ends_of_the_file(
    gouji_command: Run, report: Path, encoding: str, mark: bytes, end: str
) -> None:
    """The section is taken out of the middle of a clean report; the numbers behind it are right as they stand."""
    report.write_bytes(mark + WITHOUT_MEASURES.replace("\n", end).encode(encoding))
    result = gouji_command("fix", "a.txt", "--in-place", "--select", "section-missing")
    assert result.returncode == 0, result.stderr.decode()
    skeleton = f"八、{MEASURES['title']}\n【请填写：{MEASURES['prompt']}】\n"
    expected = WITHOUT_MEASURES.replace("九、", skeleton + "九、")
    assert report.read_bytes() == mark + expected.replace("\n", end).encode(encoding)


def test_skeletons_are_inserted_only_where_they_are_asked_for(gouji_command: Run, report: Path) -> None:
    report.write_text(WITHOUT_MEASURES, encoding="utf-8")
    result = gouji_command("fix", "a.txt", "--in-place", "--ignore", "element-missing")
    assert report.read_text(encoding="utf-8") == WITHOUT_MEASURES
    said = r"a\.txt：改正 0 处，还有 \d+ 处问题；其中 1 处可以插入待填写的提纲，要插入请加 --select section-missing\n"
    assert re.fullmatch(said, result.stderr.decode())
    said = r"a\.txt：.*；其中 \d+ 处可以插入待填写的提纲，要插入请加 --select element-missing,section-missing\n"
    assert re.fullmatch(said, gouji_command("fix", "a.txt").stderr.decode())
    said = r".*; for \d+ of them --select element-missing,section-missing inserts a skeleton to fill in\n"
    assert re.fullmatch(said, gouji_command("fix", "a.txt", "--lang", "en").stderr.decode())
    for options in (["--ignore", "section-missing,element-missing"], ["--select", "heading-number-gap"]):
        assert "提纲" not in gouji_command("fix", "a.txt", *options).stderr.decode()


def test_figures_are_changed_only_where_they_are_asked_for(gouji_command: Run, report: Path) -> None:
    text = "全年支出合计318.87万元，其中：基本支出201.35万元，项目支出117.25万元。\n全年项目支出117.52万元。\n"
    report.write_text(text, encoding="utf-8")
    result = gouji_command("fix", "a.txt", "--in-place")
    assert report.read_text(encoding="utf-8") == text
    said = "a.txt：改正 0 处，还有 1 处问题；其中 1 处可以改成算出的数，请先核对原始数据，要改请加 --select sum-mismatch\n"
    assert result.stderr.decode() == said
    result = gouji_command("fix", "a.txt", "--in-place", "--select", "sum-mismatch")
    assert result.stderr.decode() == "a.txt：改正 1 处，还有 0 处问题\n"
    assert report.read_text(encoding="utf-8") == text.replace("117.25", "117.52")


def test_the_help_says_that_skeletons_are_chosen(gouji_command: Run) -> None:
    words = re.sub(r"\s", "", gouji_command("fix", "--help").stdout.decode())
    assert "section-missing、element-missing" in words and "用--select写明代码才插入" in words
    assert "数目（sum-mismatch等）" in words and "也要写明代码才改" in words


@posix
def test_rights_and_links_stay(gouji_command: Run, report: Path, tmp_path: Path) -> None:
    report.chmod(0o640)
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert gouji_command("fix", "link.txt", "--in-place").returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert report.read_bytes() == FIXED.encode()
    assert report.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "link.txt"]


@posix
def test_a_file_without_a_fix_is_not_touched(gouji_command: Run, report: Path) -> None:
    report.write_bytes(FIXED.encode())
    before = report.stat()
    gouji_command("fix", "a.txt", "--in-place")
    after = report.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "content",
    [
        GAP.encode() + b"\xe6\x94",  # a character that is cut
        b"\xff\xfe" + GAP.encode("utf-16-le") + b"\x00\xd8",  # a lone surrogate
        b"\xff\xfe" + GAP.encode("utf-16-le") + b"\x00",
        GAP.encode("gb18030") + b"\x81",
    ],
    ids=["utf-8", "utf-16", "odd", "gb18030"],
)
@pytest.mark.parametrize("options", [["--in-place"], ["--output", "b.txt"], ["--output", "-"]])
def test_repaired_text_is_never_written(
    gouji_command: Run, report: Path, tmp_path: Path, content: bytes, options: list[str]
) -> None:
    report.write_bytes(content)
    result = gouji_command("fix", "a.txt", *options)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().startswith("gouji：a.txt：有无法还原的字节（编码 ")
    assert report.read_bytes() == content
    assert os.listdir(tmp_path) == ["a.txt"]
    assert gouji_command("fix", "a.txt").returncode == 0


def test_output_into_another_file(gouji_command: Run, report: Path, tmp_path: Path) -> None:
    report.write_bytes(b"\xff\xfe" + GAP.encode("utf-16-le"))
    result = gouji_command("fix", "a.txt", "--output", "b.txt")
    assert (result.returncode, result.stdout) == (0, b"")
    assert (tmp_path / "b.txt").read_bytes() == b"\xff\xfe" + FIXED.encode("utf-16-le")
    assert report.read_bytes() == b"\xff\xfe" + GAP.encode("utf-16-le")
    gouji_command("fix", "b.txt", "--output", "c.txt")
    assert (tmp_path / "c.txt").read_bytes() == (tmp_path / "b.txt").read_bytes()


def test_standard_streams(gouji_command: Run) -> None:
    for encoding in ("utf-8-sig", "gb18030"):
        result = gouji_command("fix", "-", "--output", "-", stdin=GAP.encode(encoding))
        assert (result.returncode, result.stdout) == (0, FIXED.encode(encoding))
        assert result.stderr.decode() == "-：改正 1 处，还有 0 处问题\n"
    assert gouji_command("fix", "-", stdin=GAP.encode()).stdout.startswith(b"--- -\n+++ -\n")


def test_several_files(gouji_command: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(FIXED, encoding="utf-8")
    result = gouji_command("fix", "a.txt", "缺.txt", "b.txt", ".", "--in-place")
    assert result.returncode == 2
    assert result.stderr.decode().splitlines() == [
        "a.txt：改正 1 处，还有 0 处问题",
        "gouji：缺.txt：找不到文件",
        "b.txt：改正 0 处，还有 0 处问题",
        "gouji：.：这是文件夹，不是文件",
        "合计 2 个文件：改正 1 处，还有 0 处问题",
    ]
    assert report.read_bytes() == FIXED.encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "缺少参数 FILE"),
        (["a.txt", "--diff", "--in-place"], "--in-place 和 --diff 不能同时写"),
        (["a.txt", "--output", "b.txt", "--in-place"], "--in-place 和 --output 不能同时写"),
        (["a.txt", "b.txt", "--output", "c.txt"], "有几个文件时不能用 --output，请用 --in-place 或分开改正"),
        (["-", "--in-place"], "标准输入（-）不能用 --in-place 改写，请用 --output -"),
        (["-", "-"], "标准输入（-）只能写一次"),
        (["a.txt", "--output", "./a.txt"],
         "--output 写的 ./a.txt 也是要检查的文件，会被覆盖，要改写它请用 --in-place"),
        (["a.txt", "--select", "sum-mismach"],
         "--select：没有“sum-mismach”这个检查代码，是不是“sum-mismatch”？"),
    ],
)  # fmt: skip
def test_wrong_usage(gouji_command: Run, report: Path, arguments: list[str], message: str) -> None:
    result = gouji_command("fix", *arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode().splitlines()[0] == f"gouji：{message}"
    assert report.read_bytes() == GAP.encode()


def test_a_target_that_cannot_be_written(gouji_command: Run, report: Path) -> None:
    result = gouji_command("fix", "a.txt", "--output", "缺/b.txt")
    assert (result.returncode, result.stderr.decode()) == (2, "gouji：无法写入 缺/b.txt：文件夹不存在\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
@pytest.mark.parametrize("options", [[], ["--output", "-"]])
def test_a_full_disk_is_an_error(report: Path, options: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "gouji", "fix", "a.txt", *options]
        result = subprocess.run(command, cwd=report.parent, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert result.stderr.decode().startswith("gouji：无法写出结果：")
