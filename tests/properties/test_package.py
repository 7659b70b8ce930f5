"""What holds for every text in the package: corrections end and are stable, bytes are restored, tables are well-formed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import gouji
from gouji import FileError, Report
from gouji.encoding import EncodedText
from gouji.fixing import MOST_ROUNDS, fixed, prevailing_end
from tests.properties.test_core import TEXTS
from tests.python.report_entries import entry
from tests.python.test_fixing import finding
from tests.python.test_html import Page

EDIT = st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("ab\n", max_size=2)).map(
    lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
)
FINDINGS = st.lists(st.lists(EDIT, min_size=1, max_size=3), max_size=6)
LINES = TEXTS.map(lambda text: text.encode("utf-16", "replace").decode("utf-16").lstrip("\ufeff"))
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])


@given(TEXTS)
def test_corrections_end_and_stay(text: str) -> None:
    result = gouji.fix(text)
    assert result.report == gouji.check(result.text)
    assert (result.text == text) == (not result.applied)
    if not result.left:
        assert gouji.fix(result.text).applied == []


@given(st.text("abc\r\n", max_size=16), FINDINGS)
def test_of_each_fix_all_or_nothing_is_applied(text: str, drawn: list[list[tuple[int, int, str]]]) -> None:
    """Each round is what the edits of its findings give one by one, from the last place to the first."""
    rounds: list[str] = []

    def check(seen: str, family: str | None = None) -> Report:
        rounds.append(seen)
        return Report(entry(*(finding(*edits) for edits in drawn)) if len(rounds) == 1 else entry(), seen)

    result = fixed(text, check)
    assert len(rounds) <= MOST_ROUNDS + 1
    edits = sorted(
        (
            (*edit.range, order, place, edit.text)
            for order, each in enumerate(result.applied)
            for place, edit in enumerate(each.fixes[0].edits)
        ),
        reverse=True,
    )
    expected, limit = text, len(text)
    for begin, stop, _, _, new in edits:
        assert stop <= limit
        expected, limit = expected[:begin] + new.replace("\n", prevailing_end(text)) + expected[stop:], begin
    assert result.text == expected


@given(LINES, ENCODINGS, st.sampled_from(["", "。", "𠮷\r\n"]))
def test_bytes_are_restored_or_refused(text: str, encoding: str, more: str) -> None:
    data = text.encode(encoding)
    try:
        file = EncodedText(data, "a.txt")
        written = file.encode(file.text + more)
    except FileError:
        return
    assert written.startswith(data)
    assert file.encode(file.text) == data


@given(st.binary(max_size=60))
def test_any_bytes_are_restored_or_refused(data: bytes) -> None:
    try:
        file = EncodedText(data, "a.txt")
        assert file.encode(file.text + "a").startswith(data)
    except FileError:
        return


@given(TEXTS)
def test_tables_are_well_formed(text: str) -> None:
    report = gouji.check(text)
    for shown in (report, report.diagnostics, report.quantities, report.relations, report.outline):
        Page(shown._repr_html_())
