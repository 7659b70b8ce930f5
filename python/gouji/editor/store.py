"""What is kept of a draft: its file with encoding and line ends as they were, an autosave beside it, and what was dismissed."""

from __future__ import annotations

import contextlib
import json
import os
import re
import threading
from itertools import takewhile

from gouji.editor.units import with_line_ends
from gouji.encoding import EncodedText
from gouji.files import AnyPath, FileError, read_bytes, shown_path
from gouji.fixing import prevailing_end
from gouji.output.target import OutputError, rewrite, write_bytes

AUTOSAVE_AFTER = 2.0  # seconds without a further change

Known = tuple[str, str]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class StoreError(Exception):
    """A draft that cannot be kept as asked; the message is for the user."""


class Draft:
    """The text that an editor begins with, and where it is kept; one that has no file is kept nowhere."""

    name = ""

    def __init__(self, text: str = "") -> None:
        self.text = with_line_ends(text)
        self.dismissed: frozenset[Known] = frozenset()

    def note(self, text: str) -> None:
        """The text was changed."""

    def dismiss(self, known: Known, dismissed: bool) -> None:
        """Remembers that a finding is not to be shown any more, or again."""
        self.dismissed = self.dismissed | {known} if dismissed else self.dismissed - {known}

    def save(self, text: str) -> None:
        """Writes the text to its file. Raises StoreError, FileError or OutputError."""
        raise StoreError("这份草稿不来自文件，请用 editor.save(路径) 保存")

    def changed_on_disk(self) -> str | None:
        """A message, once, where another program has changed the file."""
        return None

    def close(self) -> None:
        """Nothing more will come."""


class FileDraft(Draft):
    """A draft in a file.

    `.NAME.gouji.json` beside it keeps what was dismissed, and `.NAME.gouji-autosave` what was typed and not yet saved.
    """

    def __init__(self, path: AnyPath) -> None:
        self.path = os.path.abspath(os.fspath(path))
        folder, self.name = os.path.split(self.path)
        self._notes = os.path.join(folder, f".{self.name}.gouji.json")
        self._autosave = os.path.join(folder, f".{self.name}.gouji-autosave")
        self._data = read_bytes(path) if os.path.exists(path) else b""
        self._source = EncodedText(self._data, shown_path(path)) if self._data else None
        super().__init__(self._source.text if self._source else "")
        self._end = prevailing_end(self._source.text) if self._source else "\n"
        self.recovered = self._recover()
        self.dismissed = self._read_notes()
        self._timer: threading.Timer | None = None
        self._warned = False
        self._refused: bytes | None = self._data  # what the user was asked about before it is overwritten

    def note(self, text: str) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(AUTOSAVE_AFTER, self._keep, (text,))
        self._timer.daemon = True
        self._timer.start()

    def dismiss(self, known: Known, dismissed: bool) -> None:
        super().dismiss(known, dismissed)
        content = {"version": 1, "dismissed": [{"code": code, "text": text} for code, text in sorted(self.dismissed)]}
        write_bytes(self._notes, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())

    def save(self, text: str) -> None:
        now = self._on_disk()
        if now not in (self._data, self._refused):
            self._refused = now
            raise StoreError(f"{self.name} 已被别的程序改动，没有覆盖；再保存一次，就以此处文字覆盖它")
        content = self._encoded(text)
        if os.path.exists(self.path):
            rewrite(self.path, content)
        else:
            write_bytes(self.path, content)
        self._data = content
        self._source = EncodedText(content, self.name) if content else None
        self._warned = False
        if self._timer is not None:
            self._timer.cancel()
        with contextlib.suppress(OSError):
            os.unlink(self._autosave)

    def changed_on_disk(self) -> str | None:
        if self._warned or self._on_disk() in (self._data, self._refused):
            return None
        self._warned = True
        return f"{self.name} 已被别的程序改动；保存前请先核对"

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _on_disk(self) -> bytes | None:
        """What the file holds now, nothing where there is none; None where it cannot be read."""
        try:
            return read_bytes(self.path) if os.path.exists(self.path) else b""
        except FileError:
            return None

    def _encoded(self, text: str) -> bytes:
        """The bytes of the text in the encoding of the file; lines that were kept before and behind a change keep their ends."""
        if self._source is None:
            return with_line_ends(text, self._end).encode("utf-8")
        old, new = _lines(self._source.text), _lines(text)
        before = _common(old, new)
        behind = _common(old[before:][::-1], new[before:][::-1])
        changed = new[before : len(new) - behind]
        kept = "".join(old[:before]), "".join(old[len(old) - behind :])
        return self._source.encode(with_line_ends("".join(changed), self._end).join(kept))

    def _keep(self, text: str) -> None:
        with contextlib.suppress(OutputError):
            write_bytes(self._autosave, text.encode("utf-8", "replace"))

    def _recover(self) -> bool:
        """Takes up what was typed and not saved when the editor was last closed."""
        try:
            kept = read_bytes(self._autosave).decode("utf-8")
        except (FileError, UnicodeDecodeError):
            return False
        if kept == self.text:
            return False
        self.text = with_line_ends(kept)
        return True

    def _read_notes(self) -> frozenset[Known]:
        try:
            content = json.loads(read_bytes(self._notes))
            return frozenset((each["code"], each["text"]) for each in content["dismissed"])
        except (FileError, ValueError, TypeError, KeyError):
            return frozenset()


def _lines(text: str) -> list[str]:
    """The lines with their ends."""
    return [found.group() for found in _LINE.finditer(text)]


def _common(old: list[str], new: list[str]) -> int:
    """How many of the first lines are equal but for their ends."""
    pairs = takewhile(lambda pair: with_line_ends(pair[0]) == with_line_ends(pair[1]), zip(old, new, strict=False))
    return sum(1 for _ in pairs)
