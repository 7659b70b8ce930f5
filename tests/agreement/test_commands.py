"""The commands that read lists: what they print, what they keep to themselves of frozen reports, and bad lists."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "支出合计10.50万元，其中：基本支出8.00万元，项目支出2.50万元。人均2万元，共3人。"
LIST = "sum 1:10.50 = 1:8.00 + 1:2.50\nproduct 1:10.50 = 1:2 * 1:3 !\n"
COMMANDS = ("tests.agreement", "tests.mutation.figures")


def folder(path: Path, source: str = LIST) -> Path:
    path.mkdir()
    (path / "report.txt").write_text(TEXT, encoding="utf-8")
    (path / "report.relations").write_text(source, encoding="utf-8")
    return path


def run(*arguments: object, status: int = 0) -> str:
    """What is printed; on standard error where the command fails."""
    call = [sys.executable, "-m", *map(str, arguments)]
    result = subprocess.run(call, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert result.returncode == status, result.stderr
    return result.stderr if status else result.stdout


def row(printed: str, name: str) -> list[str]:
    return next(line for line in printed.split("\n") if line.startswith(name)).removeprefix(name).split()


def test_agreement(tmp_path: Path) -> None:
    printed = run("tests.agreement", folder(tmp_path / "some"), "--misses")
    assert row(printed, "report ")[:3] == ["listed", "found", "recall"]
    assert row(printed, "sum ")[:3] == ["1", "1", "100.0%"]
    assert row(printed, "product ")[:3] == ["1", "0", "0.0%"]
    missed = next(line for line in printed.split("\n") if "missed" in line)
    assert (
        "product 1:10.50 = 1:2 * 1:3 !" in missed
        and "支出合计【10.50】万元，其" in missed
        and "人均【2】万元，共" in missed
    )
    assert row(printed, "developed: 1 reports")[:3] == ["2", "1", "50.0%"]


def test_figures(tmp_path: Path) -> None:
    printed = run("tests.mutation.figures", folder(tmp_path / "some"), "--misses", "3")
    every = row(printed, "all ")
    # 10.50 and 2.50 have five slips each, 8.00 four (no transposition), 2 three and 3 two (another digit, another point)
    assert int(every[0]) + int(every[4]) == 19 and every[1] == every[0]
    assert row(printed, "unaltered report") == ["expected", "false", "errors", "listed", "mistakes", "told"]
    assert row(printed, "report ")[3:] == ["1", "0"]  # the product is a listed mistake that nobody tells


@pytest.mark.parametrize("command", COMMANDS)
def test_frozen_reports_are_not_named(command: str, tmp_path: Path) -> None:
    path = folder(tmp_path / "frozen-a")
    hidden = run(command, path, *(["--misses"] if command == COMMANDS[0] else ["--misses", "9"]))
    assert "frozen: 1 reports" in hidden
    assert "支出合计" not in hidden and "report  " not in hidden.replace("unaltered report", "")
    assert "report  " in run(command, path, "--open").replace("unaltered report", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_list_is_told(command: str, tmp_path: Path) -> None:
    path = folder(tmp_path / "some", "sum 1:10.50 = 1:8.00 + 1:2.05\n")
    assert "report.relations:1: line 1 has no number 2.05" in run(command, path, status=2)
    assert "has no .relations file" in run(command, tmp_path, status=2)


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    path = folder(tmp_path / "some")
    one, two = (run("tests.mutation.figures", path, "--misses", "9", "--jobs", jobs) for jobs in (1, 2))
    assert one == two
