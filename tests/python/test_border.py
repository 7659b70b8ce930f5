"""The border of the C++ module: what goes in and comes out, and that no content is refused."""

from __future__ import annotations

import json
import threading
from typing import Any

import pytest

from gouji import _core

SAMPLE = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。"


def findings(text: str) -> list[tuple[str, str]]:
    """(code, the marked text) of every error."""
    entry = json.loads(_core.check_json(text))
    return [
        (found["code"], text[slice(*found["range"])]) for found in entry["diagnostics"] if found["severity"] == "error"
    ]


def places(text: str) -> list[str]:
    """The printed numbers, cut from `text` by their ranges."""
    entry = json.loads(_core.check_json(text))
    return [text[slice(*quantity["number_range"])] for quantity in entry["quantities"]]


@pytest.mark.parametrize("wrong", [b"bytes", 1, None, ["text"], bytearray(b"x")])
def test_wrong_types_are_type_errors(wrong: Any) -> None:
    with pytest.raises(TypeError):
        _core.check_json(wrong)
    with pytest.raises(TypeError):
        _core.display_width(wrong)


@pytest.mark.parametrize("wrong", ["text", 1, None, [1]])
def test_only_bytes_can_be_decoded(wrong: Any) -> None:
    with pytest.raises(TypeError):
        _core.decode(wrong)


@pytest.mark.parametrize("wrong", [b"path", 1])
def test_the_path_is_a_str(wrong: Any) -> None:
    with pytest.raises(TypeError):
        _core.check_json("", wrong)


def test_the_path_comes_back() -> None:
    assert json.loads(_core.check_json("", '年报"1"\n.txt'))["path"] == '年报"1"\n.txt'
    assert json.loads(_core.check_json("", "𠮷\x00.txt"))["path"] == "𠮷\x00.txt"
    assert json.loads(_core.check_json("", None))["path"] is None
    assert json.loads(_core.check_json(""))["path"] is None


def test_a_path_that_is_no_unicode_comes_back_escaped() -> None:
    assert json.loads(_core.check_json("", "a\udcff.txt"))["path"] == r"a\udcff.txt"


def test_positions_are_code_points_after_characters_outside_the_bmp() -> None:
    assert findings(SAMPLE) == [("sum-mismatch", "100万元")]
    assert places("𠮷𠮷" + SAMPLE) == places(SAMPLE)
    assert findings("𠮷𠮷。\n" + SAMPLE) == [("sum-mismatch", "100万元")]


@pytest.mark.parametrize(
    "surrogates",
    ["\ud842", "\udfb7", "\ud842\udfb7", "\udfb7\ud842", "\ud842\ud842\udfb7\udfb7", "𠮷\ud842", "\ud842𠮷"],
    ids=ascii,
)
def test_lone_surrogates_keep_their_number(surrogates: str) -> None:
    # A pair of lone ones in a str is two code points; joined to one, it would shift the places after it.
    text = surrogates + "。\n" + SAMPLE
    assert findings(text) == [("sum-mismatch", "100万元")]


def test_lone_surrogates_are_reported() -> None:
    codes = [found["code"] for found in json.loads(_core.check_json("支出\ud800万元。"))["diagnostics"]]
    assert codes == ["text-repaired"]


def test_a_nul_is_a_character() -> None:
    assert findings("\x00。\n" + SAMPLE) == [("sum-mismatch", "100万元")]


def test_a_byte_order_mark_keeps_its_place() -> None:
    assert findings("\ufeff" + SAMPLE) == [("sum-mismatch", "100万元")]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_count_as_they_stand(end: str) -> None:
    text = "说明。" + end + end + SAMPLE
    found = json.loads(_core.check_json(text))["diagnostics"][0]
    assert text[slice(*found["range"])] == "100万元"
    assert (found["line"], found["column"]) == (3, 8)


def test_a_megabyte_of_text() -> None:
    text = "没有数字的一段话，只是为了占地方。\n" * 60_000 + SAMPLE
    assert len(text) > 1_000_000
    assert findings(text) == [("sum-mismatch", "100万元")]


def test_no_text() -> None:
    entry = json.loads(_core.check_json(""))
    assert (entry["diagnostics"], entry["quantities"], entry["outline"]) == ([], [], [])


def test_threads_get_the_same_answer() -> None:
    text = SAMPLE * 200
    expected = _core.check_json(text)
    answers: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(_core.check_json(text))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4


def test_decode_gives_text_encoding_and_whether_binary() -> None:
    assert _core.decode("支出𠮷".encode()) == ("支出𠮷", "utf-8", False)
    assert _core.decode(b"")[0] == ""
    assert _core.decode(bytes(range(32)) * 8)[::2] == ("", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
def test_decode_of_other_encodings(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    text, found, binary = _core.decode(marks.get(encoding, b"") + SAMPLE.encode(encoding))
    assert (text, found, binary) == (SAMPLE, encoding, False)


def test_decode_repairs_ill_formed_bytes() -> None:
    text, encoding, binary = _core.decode("2024年支出合计".encode() + b"\xed\xa0\x80" + "万元，其中".encode())
    assert text == "2024年支出合计\ufffd\ufffd\ufffd万元，其中"
    assert (encoding, binary) == ("utf-8", False)


def test_display_width() -> None:
    assert _core.display_width("") == 0
    assert _core.display_width("abc") == 3
    assert _core.display_width("支出") == 4
    assert _core.display_width("，（") == 4
    assert _core.display_width("𠮷a") == 3
    assert _core.display_width("e\u0301") == 1  # a combining accent
    assert _core.display_width("“”") == 2  # ambiguous
    assert _core.display_width("“”", ambiguous_is_wide=True) == 4
    assert _core.display_width("\ud800a") == 2


def test_checks_are_named_once_and_described() -> None:
    rows = _core.checks()
    codes = [row[0] for row in rows]
    assert "sum-mismatch" in codes
    assert len(set(codes)) == len(codes)
    assert rows == sorted(rows, key=lambda row: (row[1], row[0]))
    assert {severity for _, _, severity, _, _ in rows} <= {"error", "warning", "info"}
    assert all(summary and english for _, _, _, summary, english in rows)
