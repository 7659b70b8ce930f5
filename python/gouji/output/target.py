"""Where results go: standard output, or a file that is replaced in one step."""

from __future__ import annotations

import io
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

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
    try:
        with _replacing(path) as file:
            yield file
    except OSError as error:
        raise OutputError(f"无法写入 {shown_path(path)}：{_reason(error)}") from error


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
def _replacing(path: str) -> Iterator[TextIO]:
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):  # a device, a pipe, or a folder, which open() refuses
        with open(target, "w", encoding="utf-8", errors=_UNENCODABLE) as file:
            yield file
        return
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:100]}.{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "x", encoding="utf-8", errors=_UNENCODABLE) as file:
            yield file
        if os.path.exists(target):
            os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
        os.replace(temporary, target)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
