"""Reading of files: every failure is a FileError with a message for the user."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from gouji import _core

SUFFIXES = (".txt", ".md", ".text")
LIMIT = 64 * 1024 * 1024  # bytes

_OFFICE = {
    ".doc": "Word 文件", ".docx": "Word 文件", ".wps": "WPS 文件", ".pdf": "PDF 文件",
    ".xls": "Excel 文件", ".xlsx": "Excel 文件", ".rtf": "RTF 文件",
}  # fmt: skip

AnyPath = str | os.PathLike[str]


class FileError(Exception):
    """A file that cannot be checked. `path` is the file as named, `message` says why, in Chinese."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}：{self.message}"


def shown_path(path: AnyPath) -> str:
    """The path as it can be printed, in any locale: bytes that are no UTF-8 stand as their escapes."""
    name = os.fspath(path)
    try:
        encoded = os.fsencode(name)
    except UnicodeEncodeError:  # no file of this system can have this name
        encoded = name.encode("utf-8", "backslashreplace")
    return encoded.decode("utf-8", "backslashreplace")


def read_text(path: AnyPath) -> str:
    """The decoded text of a file, without BOM. Raises FileError, also for a file without any text."""
    name = shown_path(path)
    try:
        if os.path.isdir(path):
            raise FileError(name, _folder_message(path))
        with open(path, "rb") as file:
            data = _read(file, name)
    except OSError as error:
        raise FileError(name, _os_message(error)) from error
    except ValueError as error:  # a NUL in the path
        raise FileError(name, "文件名无效") from error
    return _decoded(data, name)


def read_stdin() -> str:
    """The decoded text of standard input, read to its end. Raises FileError as `read_text` does."""
    if sys.stdin is None:
        raise FileError("-", "没有标准输入可读")
    if sys.stdin.isatty():
        print("从键盘读入文本，以 Ctrl-D（Windows 为 Ctrl-Z 加回车）结束", file=sys.stderr)
    try:
        data = _read(sys.stdin.buffer, "-")
    except OSError as error:
        raise FileError("-", _os_message(error)) from error
    return _decoded(data, "-")


def find_reports(folder: AnyPath) -> list[str]:
    """The files of known kinds (`SUFFIXES`) in a folder and all folders below, in order of their paths.

    Hidden files and folders (a leading ".") are left out, links to folders are not followed. A folder below that
    cannot be listed stands in the answer itself, so that reading it reports why. Raises FileError if there is no file,
    or `folder` itself cannot be listed.
    """
    name = shown_path(folder)
    found: list[str] = []
    refused: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = [child for child in folders if not child.startswith(".")]
        found += filter(_is_file, (os.path.join(parent, child) for child in filter(_is_report, files)))
    for error in refused:
        if error.filename == os.fspath(folder):
            raise FileError(name, _os_message(error))
        found.append(os.fspath(error.filename))
    if not found:
        raise FileError(name, f"文件夹里没有可检查的文件（{'、'.join(SUFFIXES)}）")
    return sorted(found)


def _is_report(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _is_file(path: str) -> bool:
    """False for pipes and devices, which could be read for ever. A broken link counts: reading it says so."""
    return os.path.isfile(path) or not os.path.exists(path)


def _read(file: BinaryIO, name: str) -> bytes:
    """At most LIMIT bytes; asks for one more, so that an endless device ends as well."""
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise FileError(name, f"文件超过 {LIMIT // 1024 // 1024} MB，太大了，请拆分后再检查")
    return data


def _decoded(data: bytes, name: str) -> str:
    if not data:
        raise FileError(name, "文件是空的，没有可检查的内容")
    text, _, binary = _core.decode(data)
    if binary:
        kind = _OFFICE.get(os.path.splitext(name)[1].lower())
        if kind is not None:
            raise FileError(name, f"这是 {kind}，目前只能检查纯文本，请另存为 .txt 后再检查")
        raise FileError(name, "不是文本文件（内容是二进制数据）")
    if not text.strip("\ufeff").strip():
        raise FileError(name, "文件里只有空白，没有可检查的内容")
    return text


def _folder_message(folder: AnyPath) -> str:
    if not os.access(folder, os.R_OK | os.X_OK):
        return "没有读取权限"
    return "这是文件夹，不是文件"


def _os_message(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "找不到文件"
    if isinstance(error, PermissionError):
        return "没有读取权限"
    return f"读取失败：{error.strerror or error}"
