"""Bytes of a file to its text and back: a text that was changed is written as the file was."""

from __future__ import annotations

import codecs

from gouji.files import FileError, decoded, file_error

_MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}


class EncodedText:
    """The text of a file together with what its bytes need: their encoding, and whether a mark begins them.

    Raises FileError for bytes without text, as `files.read_text` does; `name` is for messages.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.text, self.encoding = decoded(data, name)
        self._name = name
        self._data = data
        mark = _MARKS.get(self.encoding, b"")
        self._mark = mark if data.startswith(mark) else b""

    def encode(self, text: str) -> bytes:
        """The bytes of another text in the encoding of the file.

        Raises FileError if the bytes of the file itself cannot be restored from its text, or the encoding has no bytes
        for a character of `text`.
        """
        if text == self.text:
            return self._data
        codec = self.encoding.removesuffix("-sig")
        try:
            restored = self._mark + self.text.encode(codec)
        except (LookupError, UnicodeEncodeError):
            restored = b""
        if restored != self._data:
            raise self._error("repaired")
        try:
            return self._mark + text.encode(codec)
        except UnicodeEncodeError as error:
            raise self._error("not_encodable", character=text[error.start]) from error

    def _error(self, key: str, **values: object) -> FileError:
        return file_error(self._name, key, encoding=self.encoding, **values)
