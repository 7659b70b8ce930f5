"""What is kept of a draft: its file with encoding and line ends as they were, an autosave beside it, and what was dismissed."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable

from gouji.editor.units import with_line_ends
from gouji.encoding import EncodedText
from gouji.files import AnyPath, FileError, read_bytes, shown_path
from gouji.fixing import prevailing_end
from gouji.output.target import OutputError, rewrite, write_bytes

AUTOSAVE_AFTER = 2.0  # seconds without a further change

Known = tuple[str, str]


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

    def save(self, text: str, force: bool = False) -> None:
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

    def __init__(self, path: AnyPath, later: Callable[[float, Callable[[], None]], threading.Timer] | None = None) -> None:
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

    def save(self, text: str, force: bool = False) -> None:
        if not force and self._differs():
            raise StoreError(f"{self.name} 已被别的程序改动，没有覆盖；再按一次保存即以此处文字覆盖它")
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
        if self._warned or not self._differs():
            return None
        self._warned = True
        return f"{self.name} 已被别的程序改动；保存前请先核对"

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _differs(self) -> bool:
        """Whether the file no longer holds what was read or saved here; asked a second time after a refusal, it does."""
        try:
            now = read_bytes(self.path) if os.path.exists(self.path) else b""
        except FileError:
            return True
        if now == self._data:
            return False
        return True

    def _encoded(self, text: str) -> bytes:
        """The bytes of the text with the line ends of the file: lines that were kept keep theirs."""
        if self._source is None:
            return with_line_ends(text, self._end).encode("utf-8")
        if text == with_line_ends(self._source.text):
            return self._source.encode(self._source.text)
        return self._source.encode(with_line_ends(text, self._end))

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
