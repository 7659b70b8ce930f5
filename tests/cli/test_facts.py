"""`gouji new` and `--facts` from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import gouji

Run = Callable[..., CompletedProcess[bytes]]

FACTS = "指标,期间,数值,单位\n支出合计,2024,305.20,万元\n政府采购支出总额,2024,8.00,万元\n"
TEXT = "某馆2024年度部门整体支出绩效自评报告\n2024年支出合计300.20万元。\n"


def test_check_with_facts(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(FACTS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert gouji_command("check", "a.txt", "--select", "ledger-mismatch").returncode == 0
    result = gouji_command("check", "a.txt", "--facts", "f.csv", "--select", "ledger-mismatch", "--format", "jsonl")
    (found,) = json.loads(result.stdout)["diagnostics"]
    assert result.returncode == 1 and found["code"] == "ledger-mismatch" and found["fixes"][0]["edits"][0]["text"] == "305.20"
    assert "相差 5万元" in gouji_command("check", "a.txt", "--facts", "f.csv").stdout.decode()


def test_wrong_facts_are_a_usage_error(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "f.csv").write_text("指标,期间,数值,单位\n支出合计,2024,三,万元\n", encoding="utf-8")
    for name, said in (("f.csv", "f.csv：第2行：“三”不是数"), ("none.csv", "none.csv：找不到文件")):
        for command in (("check", "a.txt"), ("new", "--profile", "generic"), ("edit", "a.txt")):
            result = gouji_command(*command, "--facts", name)
            assert result.returncode == 2 and f"gouji：--facts：{said}" in result.stderr.decode()


def test_new(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text(FACTS, encoding="utf-8")
    result = gouji_command("new", "--profile", "hunan-10", "--facts", "f.csv")
    assert result.returncode == 0 and result.stdout.decode() == gouji.new("hunan-10", tmp_path / "f.csv")
    assert result.stderr.decode() == "gouji：填入 1 个已知数据；1 个提纲里没有写到：2024 政府采购支出总额\n"
    assert gouji_command("new", "--profile", "hunan-10", "-o", "r.txt").returncode == 0
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == gouji.new("hunan-10")


def test_new_overwrites_nothing_and_asks_for_a_family(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("我的", encoding="utf-8")
    assert gouji_command("new", "--profile", "generic", "-o", "r.txt").returncode == 2
    assert (tmp_path / "r.txt").read_text(encoding="utf-8") == "我的"
    assert gouji_command("new").returncode == 2
    assert "不能是 auto" in gouji_command("new", "--profile", "auto").stderr.decode()
    assert "是不是“hunan-10”" in gouji_command("new", "--profile", "hunan-1").stderr.decode()
    assert gouji_command("new", "--profile", "generic", "--year", "24").returncode == 2
