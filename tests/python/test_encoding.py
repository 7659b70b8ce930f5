"""A changed text is written in the encoding of its file, or refused."""

from __future__ import annotations

import pytest

from gouji import FileError, _core
from gouji.encoding import EncodedText

TEXT = "部门整体支出绩效自评报告\r\n支出合计114.85万元，其中：基本支出73.25万元。\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""), ("utf-16-be", b""), ("gb18030", b""), ("gb18030", b"\x84\x31\x95\x33"),
    ],
)  # fmt: skip
def test_what_was_read_is_written(encoding: str, mark: bytes) -> None:
    file = EncodedText(mark + TEXT.encode(encoding), "a.txt")
    assert file.text == TEXT
    assert file.encode(TEXT) == mark + TEXT.encode(encoding)
    assert file.encode(TEXT + "𠮷") == mark + (TEXT + "𠮷").encode(encoding)


def test_a_character_that_the_encoding_lacks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_core, "decode", lambda data: (data.decode("big5"), "big5", False))
    file = EncodedText("支出".encode("big5"), "a.txt")
    assert file.encode("出支") == "出支".encode("big5")
    with pytest.raises(FileError, match="a.txt：“个”不能用文件的编码 big5 表示") as caught:
        file.encode("支出个")
    assert "“个” cannot be written in the file's encoding big5" in caught.value.english


def test_an_encoding_that_python_lacks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_core, "decode", lambda data: ("支出", "no-such-encoding", False))
    file = EncodedText(b"xx", "a.txt")
    assert file.encode("支出") == b"xx", "nothing was changed, so nothing is lost"
    with pytest.raises(FileError, match="有无法还原的字节（编码 no-such-encoding）"):
        file.encode("支出。")


def test_a_replacement_character_that_the_file_has_is_no_repair() -> None:
    file = EncodedText("支出\ufffd万元".encode(), "a.txt")
    assert file.encode("支出1万元") == "支出1万元".encode()
