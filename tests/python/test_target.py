"""Writing files in one step: rights, owners, failures halfway."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from gouji.output.target import OutputError, opened, rewrite, write_bytes

posix = pytest.mark.skipif(os.name == "nt", reason="rights and links of POSIX")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    return path


def test_new_content(old: Path) -> None:
    rewrite(str(old), b"\xff\r\nnew")
    assert old.read_bytes() == b"\xff\r\nnew"
    write_bytes(str(old), b"newer")
    assert old.read_bytes() == b"newer"
    write_bytes(str(old.parent / "b.txt"), b"b")
    assert sorted(os.listdir(old.parent)) == ["a.txt", "b.txt"]


@posix
def test_nobody_else_can_read_what_is_half_written(old: Path) -> None:
    old.chmod(0o604)
    with opened(str(old)) as file:
        file.write("新")
        (half,) = [path for path in old.parent.iterdir() if path != old]
        assert half.stat().st_mode & 0o777 == 0o600
    assert old.stat().st_mode & 0o777 == 0o604
    assert old.read_text(encoding="utf-8") == "新"


@posix
def test_the_owner_stays(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    owner, group = old.stat().st_uid, old.stat().st_gid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    monkeypatch.setattr(os, "chown", lambda path, uid, gid: given.append((uid, gid)))
    rewrite(str(old), b"new")
    assert given == [(owner, group)]

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "refused")

    monkeypatch.setattr(os, "chown", refuse)
    rewrite(str(old), b"newer")
    assert old.read_bytes() == b"newer"


def test_what_must_not_be_rewritten(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OutputError, match="缺.txt：不是普通文件"):
        rewrite(str(old.parent / "缺.txt"), b"new")
    with pytest.raises(OutputError, match="不是普通文件"):
        rewrite(str(old.parent), b"new")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the tests may run as root, who may write everything
    with pytest.raises(OutputError, match="a.txt：没有写入权限"):
        rewrite(str(old), b"new")
    assert old.read_bytes() == b"old"


def test_a_failure_halfway_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="无法写入 .*a.txt：no space"):
        rewrite(str(old), b"new")
    with pytest.raises(ZeroDivisionError), opened(str(old)) as file:
        file.write("half")
        raise ZeroDivisionError
    assert old.read_bytes() == b"old"
    assert os.listdir(old.parent) == ["a.txt"]
