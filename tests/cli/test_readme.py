"""README.md shows what the program does: its example, its Python lines, its picture and its table of checks."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from gouji import _core

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
FENCE = re.compile(r"^```(text|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"^\| 代码 \| 级别 \| 说明 \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)*)", re.MULTILINE)

Run = Callable[..., CompletedProcess[bytes]]
Agree = Callable[[re.Match[str], int, str], None]


def readme() -> str:
    return README.read_text(encoding="utf-8")


def fences() -> list[re.Match[str]]:
    """The input, its output, the Python lines, their output."""
    found = list(FENCE.finditer(readme()))
    assert [fence[1] for fence in found] == ["text", "text", "python", "text"]
    return found


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The example as the file that the README names."""
    path = tmp_path / "自评报告.txt"
    path.write_text(fences()[0][2], encoding="utf-8")
    return path


@pytest.fixture
def agree(request: pytest.FixtureRequest) -> Agree:
    """Compares a group of a match in the README with the truth; with --update it writes the truth there."""

    def compare(match: re.Match[str], group: int, truth: str) -> None:
        if request.config.getoption("--update"):
            changed = match.string[: match.start(group)] + truth + match.string[match.end(group) :]
            README.write_text(changed, encoding="utf-8")
        else:
            assert match[group] == truth

    return compare


def test_the_example_gives_the_output_shown(gouji_command: Run, report: Path, agree: Agree) -> None:
    result = gouji_command("check", report.name)
    assert (result.returncode, result.stderr) == (1, b"")
    agree(fences()[1], 2, result.stdout.decode())


def test_the_python_lines_give_the_output_shown(report: Path, agree: Agree) -> None:
    command = [sys.executable, "-X", "utf8", "-c", fences()[2][2]]
    result = subprocess.run(command, cwd=report.parent, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()
    agree(fences()[3], 2, result.stdout.decode())


def test_the_picture_says_what_the_example_says() -> None:
    picture = (ROOT / "examples/relations.svg").read_text(encoding="utf-8")
    answers = re.findall(r'class="answer"[^>]*>([^<]+)<', picture)
    assert len(answers) == 2
    assert [answer for answer in answers if answer not in fences()[1][2]] == []
    sentences = "".join(re.findall(r"textLength=[^>]*>([^<]+)<", picture)).split("……")
    assert [part for part in sentences if part not in fences()[0][2]] == []


@pytest.mark.parametrize(("ordinal", "group"), [(0, "figures"), (1, "numbering"), (2, "text")])
def test_the_checks_are_those_of_the_program(ordinal: int, group: str, agree: Agree) -> None:
    assert {each[1] for each in _core.checks()} == {"figures", "numbering", "text"}
    rows = [
        f"| [`{code}`](tests/checks/{group}/{code}.md) | {severity} | {summary} |\n"
        for code, of, severity, summary in _core.checks()
        if of == group
    ]
    agree(list(TABLE.finditer(readme()))[ordinal], 1, "".join(rows))
