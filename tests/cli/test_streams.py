"""Where results go: files, pipes, encodings, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]

WRONG = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"
posix = pytest.mark.skipif(os.name == "nt", reason="signals, pipes and devices of POSIX")


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> Path:
    path = tmp_path / "错.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_output_is_the_same_in_a_file(gouji_command: Run, tmp_path: Path) -> None:
    result = gouji_command("check", "错.txt", "--output", "结果.json", "--format", "json")
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")
    assert (tmp_path / "结果.json").read_bytes() == gouji_command("check", "错.txt", "--format", "json").stdout
    assert sorted(os.listdir(tmp_path)) == sorted(["错.txt", "结果.json"])


def test_a_file_has_no_colours_unless_asked(gouji_command: Run, tmp_path: Path) -> None:
    gouji_command("check", "错.txt", "--output", "结果.txt")
    assert b"\x1b" not in (tmp_path / "结果.txt").read_bytes()


@posix
def test_an_old_result_is_replaced_with_its_rights(gouji_command: Run, tmp_path: Path) -> None:
    old = tmp_path / "结果.json"
    old.write_text("旧")
    old.chmod(0o640)
    gouji_command("check", "错.txt", "--output", "结果.json", "--format", "json")
    assert json.loads(old.read_bytes())["version"] == 1
    assert old.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_stays_a_link(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "结果").symlink_to("别处.txt")
    gouji_command("check", "错.txt", "--output", "结果")
    assert (tmp_path / "结果").is_symlink()
    assert (tmp_path / "别处.txt").is_file()


@pytest.mark.parametrize("paths", [["错.txt"], ["."], ["./错.txt", "-"]])
def test_a_report_is_never_overwritten(gouji_command: Run, report: Path, paths: list[str]) -> None:
    result = gouji_command("check", *paths, "--output", "错.txt")
    assert result.returncode == 2
    assert result.stderr.decode() == "gouji：--output 写的 错.txt 也是要检查的文件，会被覆盖，请写到别处\n"
    assert report.read_text(encoding="utf-8") == WRONG


def test_output_that_cannot_be_written(gouji_command: Run, tmp_path: Path) -> None:
    (tmp_path / "文件夹").mkdir()
    for target, reason in (("文件夹", "这是文件夹，不是文件"), ("缺/结果.txt", "文件夹不存在")):
        result = gouji_command("check", "错.txt", "--output", target)
        assert result.returncode == 2
        assert result.stderr.decode() == f"gouji：无法写入 {target}：{reason}\n"
    assert sorted(os.listdir(tmp_path)) == sorted(["错.txt", "文件夹"])


@posix
def test_a_device_is_written_to_and_not_replaced(gouji_command: Run) -> None:
    result = gouji_command("check", "错.txt", "--output", "/dev/null")
    assert (result.returncode, result.stderr) == (1, b"")
    assert not os.path.isfile("/dev/null")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
def test_a_full_disk_is_an_error(tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "gouji", "check", "错.txt"]
        result = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert result.returncode == 2
    assert result.stderr.decode().startswith("gouji：无法写出结果：")
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "gb18030", "latin-1"])
def test_the_output_is_utf_8_whatever_the_locale(gouji_command: Run, encoding: str) -> None:
    expected = gouji_command("check", "错.txt").stdout
    result = gouji_command("check", "错.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
    assert (result.returncode, result.stdout, result.stderr) == (1, expected, b"")
    assert "错误 sum-mismatch" in expected.decode()


@posix
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    process = start(tmp_path, "check", "错.txt")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


@posix
@pytest.mark.parametrize("output", [[], ["--output", "结果.txt"]])
def test_an_interruption_ends_quietly_and_at_once(tmp_path: Path, output: list[str]) -> None:
    os.mkfifo(tmp_path / "管道")
    process = start(tmp_path, "check", "错.txt", "管道", *output)
    with open(tmp_path / "管道", "wb"):  # returns when the command reads from the pipe, which stays empty
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors == b""
    assert process.returncode == 130
    assert sorted(os.listdir(tmp_path)) == sorted(["错.txt", "管道"])


@posix
def test_progress_only_on_a_terminal(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(WRONG, encoding="utf-8")
    terminal, other_end = open_terminal()
    command = [sys.executable, "-m", "gouji", "check", "."]
    result = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=other_end, timeout=60, check=False)
    os.close(other_end)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert "已检查 1/13" in shown and "已检查 13/13" in shown
    assert shown.endswith("\r")
    piped = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert (piped.stderr, piped.stdout) == (b"", result.stdout)


@posix
def test_a_terminal_gets_colours_unless_no_color(tmp_path: Path) -> None:
    assert "\x1b[1;31m错误\x1b[0m" in on_terminal(tmp_path, TERM="xterm")
    assert "\x1b" not in on_terminal(tmp_path, TERM="xterm", NO_COLOR="1")
    assert "\x1b" not in on_terminal(tmp_path, TERM="dumb")


def on_terminal(folder: Path, **environment: str) -> str:
    """What a terminal gets as standard output."""
    terminal, other_end = open_terminal()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    command = [sys.executable, "-m", "gouji", "check", "错.txt"]
    subprocess.run(command, cwd=folder, stdout=other_end, env={**inherited, **environment}, timeout=60, check=False)
    os.close(other_end)
    written = os.read(terminal, 100_000).decode()
    os.close(terminal)
    return written


def open_terminal() -> tuple[int, int]:
    """Both ends of a terminal."""
    import pty

    try:
        return pty.openpty()
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"this system gives out no terminals: {error}")


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command with pipes, and with an interruptible process even where the tests run in the background."""
    return subprocess.Popen(
        [sys.executable, "-m", "gouji", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
