"""The scripts in examples/ run and do what they say."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import gouji

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples/check_folder.py"


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", SCRIPT, *map(str, arguments)], capture_output=True, check=False
    )


def table(path: Path) -> list[list[str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_folder_becomes_a_table(tmp_path: Path) -> None:
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "一.txt").write_text("一、基本情况\n职责明确。\n三、存在问题\n进度偏慢。\n", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    result = run(folder, tmp_path / "问题.csv")
    assert result.returncode == 2
    assert result.stdout.decode().startswith("检查了 1 份报告，1 份无法检查，共 1 个问题")
    heading, gap, empty = table(tmp_path / "问题.csv")
    assert heading == ["文件", "行", "列", "级别", "代码", "原文", "说明", "建议"]
    assert gap[1:6] == ["3", "1", "error", "heading-number-gap", "三、"]
    assert gap[7] == "改为“二、”"
    assert (Path(empty[0]).name, empty[3], empty[6]) == ("空.txt", "无法检查", "文件是空的，没有可检查的内容")


def test_the_example_reports(tmp_path: Path) -> None:
    folder = ROOT / "examples/reports"
    assert run(folder, tmp_path / "a.csv").returncode == 0
    expected = [found.code for report in gouji.check_files(folder) for found in report.diagnostics]
    assert [row[4] for row in table(tmp_path / "a.csv")[1:]] == expected != []


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    (tmp_path / "=1.txt").write_text("一、甲\n三、乙\n", encoding="utf-8")
    command = [sys.executable, "-X", "utf8", SCRIPT, ".", "a.csv"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert [cell for row in table(tmp_path / "a.csv") for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def test_its_usage() -> None:
    result = run()
    assert result.returncode == 1
    assert "用法：python check_folder.py" in result.stderr.decode()
