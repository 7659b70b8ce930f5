"""`gouji profiles`: the list of families, one of them, and its JSON to start an own one from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from gouji import _core
from gouji.profiles import families

Run = Callable[..., CompletedProcess[bytes]]

NAMES = [family.name for family in families()]


def test_the_list(gouji_command: Run) -> None:
    result = gouji_command("profiles")
    assert (result.returncode, result.stderr) == (0, b"")
    lines = result.stdout.decode().splitlines()
    assert lines[0].split() == ["名字", "名称", "部分数"]
    assert [line.split()[0] for line in lines[1:]] == NAMES
    assert gouji_command("profiles", "--lang", "en").stdout.decode().splitlines()[0].split() == [
        "name",
        "title",
        "parts",
    ]


def test_the_list_as_json(gouji_command: Run) -> None:
    written = json.loads(gouji_command("profiles", "--format", "json").stdout)
    assert [row["name"] for row in written["profiles"]] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_one_family(gouji_command: Run, name: str) -> None:
    family = next(family for family in families() if family.name == name)
    lines = gouji_command("profiles", name).stdout.decode().splitlines()
    assert lines[0] == f"{name}  {family.title}"
    assert len(lines) > 1


@pytest.mark.parametrize("name", NAMES)
def test_the_json_of_a_family_is_one_to_start_from(gouji_command: Run, tmp_path: Path, name: str) -> None:
    result = gouji_command("profiles", name, "--format", "json")
    (own,) = [row[3] for row in _core.profiles() if row[0] == name]
    assert json.loads(result.stdout) == json.loads(own)
    (tmp_path / "own.json").write_bytes(result.stdout)
    (tmp_path / "a.txt").write_text("没有数字。\n", encoding="utf-8")
    assert gouji_command("check", "a.txt", "--profile", "own.json", "--fail-on", "never").returncode == 0


def test_an_unknown_family(gouji_command: Run) -> None:
    result = gouji_command("profiles", "generik")
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode() == "gouji：没有“generik”这个报告类型，是不是“generic”？\n"
    message = gouji_command("profiles", "火星").stderr.decode()
    assert message == f"gouji：没有“火星”这个报告类型，有 {'、'.join(NAMES)}\n"
