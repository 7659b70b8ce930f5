"""Where results go: standard output, or a file that is replaced in one step."""

from __future__ import annotations

import io
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, TextIO

from gouji.files import shown_path

# What an encoding cannot hold is written as an escape, which inside JSON is the right one.
_UNENCODABLE = "backslashreplace"


class OutputError(Exception):
    """The results cannot be written; the message is for the user."""


def prepare_streams() -> None:
    """Makes the standard streams write UTF-8 whatever the locale is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=_UNENCODABLE)


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Standard output, or a new file that takes the place of `path` when everything was written.

    Raises OutputError. If the block raises, the old file stays as it was.
    """
    if path is None:
        if sys.stdout is None:
            raise OutputError("没有标准输出可写")
        yield sys.stdout
        return
    with _replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", errors=_UNENCODABLE)
        yield text
        text.flush()
        text.detach()


def write_bytes(path: str | None, content: bytes) -> None:
    """Writes to standard output, or makes `content` the content of `path` in one step. Raises OutputError."""
    if path is not None:
        with _replacing(path) as file:
            file.write(content)
        return
    if sys.stdout is None:
        raise OutputError("没有标准输出可写")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def rewrite(path: str, content: bytes) -> None:
    """Gives an existing file new content in one step; its rights stay, and a link stays a link. Raises OutputError."""
    if not os.path.isfile(path):
        raise OutputError(f"无法写入 {shown_path(path)}：不是普通文件")
    if not os.access(path, os.W_OK):
        raise OutputError(f"无法写入 {shown_path(path)}：没有写入权限")
    write_bytes(path, content)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at the stream."""
    return stream is not None and stream.isatty()


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "文件夹不存在"
    if isinstance(error, IsADirectoryError):
        return "这是文件夹，不是文件"
    if isinstance(error, PermissionError):
        return "没有写入权限"
    return error.strerror or str(error)


@contextmanager
def _replacing(path: str) -> Iterator[BinaryIO]:
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isfile(target):  # a device, a pipe, or a folder, which open() refuses
            with open(target, "wb") as file:
                yield file
        else:
            with _new_file(target) as file:
                yield file
    except OSError as error:
        raise OutputError(f"无法写入 {shown_path(path)}：{_reason(error)}") from error


@contextmanager
def _new_file(target: str) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place, with the owner and the rights of an old one."""
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:100]}.{secrets.token_hex(8)}.tmp")
    old = os.stat(target) if os.path.exists(target) else None
    try:
        with open(temporary, "xb", opener=None if old is None else _private) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            _give_rights(temporary, old)
        os.replace(temporary, target)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _private(path: str, flags: int) -> int:
    """Opens a file that nobody else can read while it is written."""
    return os.open(path, flags, 0o600)


def _give_rights(path: str, old: os.stat_result) -> None:
    if hasattr(os, "chown") and (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(OSError):  # only the superuser gives files away
            os.chown(path, old.st_uid, old.st_gid)
    os.chmod(path, stat.S_IMODE(old.st_mode))
