"""README.md shows what the program does: its example, its Python lines, its picture and its table of checks."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from gouji import _core
from gouji.checks import checks
from gouji.explanations import GROUPS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
FENCE = re.compile(r"^```(text|python|diff|json)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TABLE = re.compile(r"^\| 代码 \| 级别 \| 说明 \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)*)", re.MULTILINE)

Run = Callable[..., CompletedProcess[bytes]]
Agree = Callable[[re.Match[str], int, str], None]


def readme() -> str:
    return README.read_text(encoding="utf-8")


def fences() -> list[re.Match[str]]:
    """The input, its output, the Python lines, their output, two corrections, the families, a family of one's own."""
    found = list(FENCE.finditer(readme()))
    assert [fence[1] for fence in found] == ["text", "text", "python", "text", "diff", "diff", "text", "json"]
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


def test_the_corrections_are_those_shown(gouji_command: Run, report: Path, agree: Agree) -> None:
    result = gouji_command("fix", report.name)
    assert result.returncode == 0
    agree(fences()[4], 2, result.stdout.decode())


def test_the_skeletons_are_those_shown(gouji_command: Run, report: Path, agree: Agree) -> None:
    result = gouji_command("fix", report.name, "--select", "section-missing")
    assert result.returncode == 0
    agree(fences()[5], 2, result.stdout.decode())


def test_the_families_are_those_shown(gouji_command: Run, agree: Agree) -> None:
    result = gouji_command("profiles")
    assert result.returncode == 0
    agree(fences()[6], 2, result.stdout.decode())
    assert f"({len(_core.profiles())} families are built in" in readme()


def test_the_own_family_is_the_example_and_finds_what_it_adds(gouji_command: Run, report: Path, agree: Agree) -> None:
    path = ROOT / "examples/profile.json"
    agree(fences()[7], 2, path.read_text(encoding="utf-8"))
    result = gouji_command("check", report.name, "--profile", str(path), "--format", "jsonl")
    found = json.loads(result.stdout)
    assert found["profile"] == "chengxi-2025"
    messages = [each["message"] for each in found["diagnostics"] if each["code"].endswith("-missing")]
    assert [message for message in messages if "政府采购执行情况" in message or "服务网点数" in message] == messages[:2]
    fixed = gouji_command("fix", report.name, "--profile", str(path), "--select", "section-missing,element-missing")
    assert "\n+【请填写：服务网点__个】\n" in fixed.stdout.decode()
    assert "\n+三、政府采购执行情况\n+【请填写：采购预算、实际采购金额和节约的金额】\n" in fixed.stdout.decode()


def test_the_picture_says_what_the_example_says() -> None:
    picture = (ROOT / "examples/relations.svg").read_text(encoding="utf-8")
    answers = re.findall(r'class="answer"[^>]*>([^<]+)<', picture)
    assert len(answers) == 2
    assert [answer for answer in answers if answer not in fences()[1][2]] == []
    sentences = "".join(re.findall(r"textLength=[^>]*>([^<]+)<", picture)).split("……")
    assert [part for part in sentences if part not in fences()[0][2]] == []


@pytest.mark.parametrize(("ordinal", "group"), list(enumerate(GROUPS)))
def test_the_checks_are_those_of_the_program(ordinal: int, group: str, agree: Agree) -> None:
    assert {each[1] for each in checks()} == set(GROUPS)
    assert readme().count(f"\n{GROUPS[group]}：\n\n| 代码") == 1
    rows = [
        f"| [`{code}`](tests/checks/{group}/{code}.md) | {severity} | {summary} |\n"
        for code, of, severity, summary, _ in checks()
        if of == group
    ]
    agree(list(TABLE.finditer(readme()))[ordinal], 1, "".join(rows))
