"""Reading of files: every failure is a FileError with a message for the user."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO, NamedTuple

from gouji import _core
from gouji.phrases import phrase

SUFFIXES = (".txt", ".md", ".text")
LIMIT = 64 * 1024 * 1024  # bytes

_OFFICE = {
    ".doc": "Word", ".docx": "Word", ".wps": "WPS", ".pdf": "PDF", ".xls": "Excel", ".xlsx": "Excel", ".rtf": "RTF",
}  # fmt: skip

AnyPath = str | os.PathLike[str]


class FileError(Exception):
    """A file that cannot be checked. `path` is the file as named, `message` says why in Chinese, `english` in English."""

    def __init__(self, path: str, message: str, english: str = "") -> None:
        super().__init__(path, message, english)
        self.path = path
        self.message = message
        self.english = english or message

    def said(self, language: str) -> str:
        """The message in "zh" or "en"."""
        return self.english if language == "en" else self.message

    def __str__(self) -> str:
        return f"{self.path}：{self.message}"


class Decoded(NamedTuple):
    """A text without BOM, and the encoding that its bytes were read in: "utf-8-sig", "gb18030", ..."""

    text: str
    encoding: str


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
    return decoded(read_bytes(path), shown_path(path)).text


def read_bytes(path: AnyPath) -> bytes:
    """The content of a file of at most LIMIT bytes. Raises FileError."""
    name = shown_path(path)
    try:
        if os.path.isdir(path):
            raise file_error(name, "is_folder" if os.access(path, os.R_OK | os.X_OK) else "no_permission")
        with open(path, "rb") as file:
            return _read(file, name)
    except OSError as error:
        raise _system_error(name, error) from error
    except ValueError as error:  # a NUL in the path
        raise file_error(name, "bad_name") from error


def read_stdin(language: str = "zh") -> str:
    """The decoded text of standard input, read to its end. Raises FileError as `read_text` does."""
    return decoded(read_stdin_bytes(language), "-").text


def read_stdin_bytes(language: str = "zh") -> bytes:
    """Standard input to its end; tells a person at the keyboard how to end it. Raises FileError."""
    if sys.stdin is None:
        raise file_error("-", "no_stdin")
    if sys.stdin.isatty():
        print(phrase(language, "type_here"), file=sys.stderr)
    try:
        return _read(sys.stdin.buffer, "-")
    except OSError as error:
        raise _system_error("-", error) from error


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
            raise _system_error(name, error)
        found.append(os.fspath(error.filename))
    if not found:
        raise file_error(name, "no_reports", kinds="、".join(SUFFIXES))
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
        raise file_error(name, "too_large", limit=LIMIT // 1024 // 1024)
    return data


def decoded(data: bytes, name: str) -> Decoded:
    """The text in a file's bytes. Raises FileError if there is none; `name` is for its message."""
    if not data:
        raise file_error(name, "empty")
    text, encoding, binary = _core.decode(data)
    if binary:
        kind = _OFFICE.get(os.path.splitext(name)[1].lower())
        raise file_error(name, "binary") if kind is None else file_error(name, "office", kind=kind)
    if not text.strip("\ufeff").strip():
        raise file_error(name, "blank")
    return Decoded(text, encoding)


def file_error(name: str, key: str, **values: object) -> FileError:
    """The error that a phrase speaks of."""
    return FileError(name, phrase("zh", key, **values), phrase("en", key, **values))


def _system_error(name: str, error: OSError) -> FileError:
    if isinstance(error, FileNotFoundError):
        return file_error(name, "not_found")
    if isinstance(error, PermissionError):
        return file_error(name, "no_permission")
    return file_error(name, "read_failed", reason=error.strerror or error)
