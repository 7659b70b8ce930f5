"""`--lang` and `--profile`: what the command line says in English, and wrong profiles."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from gouji import _core
from gouji.cli import main

Run = Callable[..., CompletedProcess[bytes]]

WRONG = "一、基本情况\n2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"


@pytest.fixture(autouse=True)
def reports(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.txt").write_text("没有数字。\n", encoding="utf-8")


def test_english_around_the_findings(gouji_command: Run) -> None:
    result = gouji_command("check", "a.txt", "b.txt", "c.txt", "--lang", "en", "--select", "sum-mismatch")
    lines = result.stdout.decode().splitlines()
    assert "a.txt:2:8 error sum-mismatch" in lines
    assert "a.txt: errors 1, warnings 0, info 0; quantities 3, tied 3" in lines
    assert "b.txt: errors 0, warnings 0, info 0; quantities 0, tied 0" in lines
    assert lines[-1] == ("2 files in all: errors 1, warnings 0, info 0; quantities 3, tied 3; 1 could not be checked")
    assert result.stderr.decode() == "gouji: c.txt: no such file\n"
    assert result.returncode == 2


def test_english_lists(gouji_command: Run) -> None:
    rows = gouji_command("relations", "a.txt", "--lang", "en").stdout.decode().splitlines()
    assert rows[0].split() == ["no.", "place", "kind", "status", "difference", "formula", "because"]
    assert rows[1].split()[:4] == ["0", "2:8", "sum", "violated"]
    rows = gouji_command("quantities", "a.txt", "b.txt", "--lang", "en").stdout.decode().splitlines()
    assert rows[0] == "a.txt:"
    assert rows[1].split()[-3:] == ["period", "basis", "scope"]


def test_json_failures_follow_the_language(gouji_command: Run) -> None:
    result = gouji_command("check", "c.txt", "--format", "jsonl", "--lang", "en")
    assert json.loads(result.stdout) == {"path": "c.txt", "error": "no such file"}


def test_wrong_languages_and_profiles_are_explained(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text("[]", encoding="utf-8")
    for arguments, message in [
        (["--lang", "fr"], "--lang：不能是“fr”，只能是 zh、en"),
        (["--profile", "generik"], "--profile：没有“generik”这个报告类型，是不是“generic”？"),
        (["--profile", "缺.json"], "--profile：缺.json：找不到文件"),
        (["--profile", "缺.json", "--lang", "en"], "--profile：缺.json: no such file"),
        (["--profile", "d.json"], "--profile：d.json：/: 应当是对象"),
    ]:
        for command in ("check", "outline"):
            result = gouji_command(command, "a.txt", *arguments)
            assert (result.returncode, result.stdout) == (2, b"")
            assert re.split("gouji(?:：|: )", result.stderr.decode().splitlines()[0], maxsplit=1)[1] == message


def test_a_profile_changes_nothing_but_the_parts(gouji_command: Run) -> None:
    result = gouji_command("check", "a.txt", "--profile", "generic", "--format", "json")
    (document,) = json.loads(result.stdout)["documents"]
    assert document["profile"] == "generic"
    assert "sum-mismatch" in {found["code"] for found in document["diagnostics"]}


def test_a_wrong_profile_names_its_file_and_the_place_in_it(gouji_command: Run, tmp_path: Path) -> None:
    own = {"name": "own", "extends": "generic", "sections": [{"id": "new"}]}
    (tmp_path / "d.json").write_text(json.dumps(own), encoding="utf-8")
    for command in ("check", "fix", "quantities"):
        result = gouji_command(command, "a.txt", "--profile", "d.json")
        assert (result.returncode, result.stdout) == (2, b"")
        assert result.stderr.decode() == "gouji：--profile：d.json：/sections/0: 缺少“title”\n"


def test_an_own_profile_is_named(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text('{"name": "本县", "extends": "generic"}', encoding="utf-8")
    lines = gouji_command("check", "a.txt", "--profile", "d.json").stdout.decode().splitlines()
    assert lines[:2] == ["a.txt：按 本县 检查：由使用者指定", ""]
    lines = gouji_command("check", "a.txt", "--profile", "hunan-10", "--lang", "en").stdout.decode().splitlines()
    title = next(row[2] for row in _core.profiles() if row[0] == "hunan-10")
    assert lines[:2] == [f"a.txt: checked as “{title}” (hunan-10): chosen by the user", ""]


def test_the_family_and_why_stand_above_the_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    check_json = _core.check_json

    def reasoned(*arguments: Any) -> str:
        return json.dumps({**json.loads(check_json(*arguments)), "profile_reason": "没有<特征>"})

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(_core, "check_json", reasoned)
    assert main(["check", "a.txt", "--select", "sum-mismatch"]) == 1
    title = next(row[1] for row in _core.profiles() if row[0] == "generic")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [f"a.txt：按“{title}”（generic）检查：没有<特征>", "", "a.txt:2:8 错误 sum-mismatch"]
    assert main(["check", "b.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
