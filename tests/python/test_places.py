"""The line of a finding with the place underlined: alignment, shortening, what a text must not do to a terminal."""

from __future__ import annotations

import pytest

from gouji.output.places import Lines, excerpt, quoted
from gouji.words import visible


def place(text: str, words: str) -> tuple[int, int]:
    begin = text.index(words)
    return begin, begin + len(words)


@pytest.mark.parametrize(
    ("text", "words", "carets"),
    [
        ("ab12cd", "12", "  ^^"),
        ("支出100万元", "100万元", "    ^^^^^^^"),  # two cells for each of 支出, three digits, two wide ones
        ("𠮷a", "a", "  ^"),  # one wide character outside the BMP
        ("支\t出", "出", "      ^^"),  # a tab is shown as four blanks
        ("支\t出", "\t", "  ^^^^"),
        ("\u00e91", "1", " ^"),  # an ambiguous character is narrow
        ("e\u03011", "1", " ^"),  # a combining accent has no cell
        ("“支出”1", "1", "      ^"),  # ambiguous quotes are narrow
        ("（甲）1", "1", "      ^"),
    ],
)
def test_carets_stand_under_the_place(text: str, words: str, carets: str) -> None:
    shown = excerpt(text, place(text, words))
    assert shown.line == text.replace("\t", "    ")
    assert shown.carets == carets


def test_an_empty_place_has_one_caret() -> None:
    assert excerpt("支出", (1, 1)) == ("支出", "  ^")
    assert excerpt("支出", (2, 2)) == ("支出", "    ^")
    assert excerpt("", (0, 0)) == ("", "^")
    assert excerpt("甲\n\n乙", (2, 2)) == ("", "^")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_place_over_lines_is_cut_at_the_end_of_the_first(end: str) -> None:
    text = f"甲{end}乙丙{end}丁"
    begin = text.index("丙")
    assert excerpt(text, (begin, len(text))) == ("乙丙", "  ^^")
    assert excerpt(text, (begin + 1, len(text))) == ("乙丙", "    ^")


def test_other_separators_end_no_line() -> None:
    assert excerpt("甲\x0b乙\u2028丙", (4, 5)) == ("甲·乙·丙", "      ^^")


def test_a_long_line_is_shortened_on_both_sides() -> None:
    text = "前" * 40 + "100" + "后" * 40
    shown = excerpt(text, (40, 43))
    assert shown.line == "…" + "前" * 36 + "100" + "后" * 36 + "…"
    assert shown.carets == " " * 73 + "^^^"
    whole = "前" * 36 + "100" + "后" * 36
    assert excerpt(whole, (36, 39)).line == whole


def test_a_long_place_is_shortened() -> None:
    shown = excerpt("a" * 100 + "b", (0, 100))
    assert shown == ("a" * 72 + "…", "^" * 72)
    assert excerpt("a" * 72 + "b", (0, 72)) == ("a" * 72 + "b", "^" * 72)


def test_control_characters_are_shown_as_dots() -> None:
    text = "甲\x1b[31m\x07\x00\x7f\x9b\u202e\u200b\ufeff乙"
    shown = excerpt(text, place(text, "乙"))
    assert shown.line == "甲·[31m·······乙"
    assert shown.carets == " " * (2 + 1 + 4 + 7) + "^^"


def test_ideographic_and_fixed_spaces_stay() -> None:
    assert visible("　　支出\u00a0") == "　　支出\u00a0"


def test_surrogates_are_shown_as_dots() -> None:
    assert excerpt("\ud800支", (1, 2)) == ("·支", " ^^")


def test_positions() -> None:
    lines = Lines("甲\r\n乙\r丙\n\n丁")
    assert [lines.position(offset) for offset in (0, 1, 3, 5, 7, 8, 9)] == [
        "1:1", "1:2", "2:1", "3:1", "4:1", "5:1", "5:2",
    ]  # fmt: skip
    assert Lines("").position(0) == "1:1"


def test_quoting() -> None:
    assert quoted("支出100万元\n", (2, 8)) == "100万元"
    assert quoted("甲\n乙", (0, 3)) == "甲·乙"
    assert quoted("一" * 30, (0, 30)) == "一" * 12 + "…" + "一" * 12
