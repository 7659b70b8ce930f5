"""A document that is edited answers like a check from scratch, and tells what each edit changed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gouji

ROOT = Path(__file__).parents[2]
SAMPLE = "2024年支出100万元，其中：基本支出60万元，项目支出40万元。"
REPORTS = sorted([*(ROOT / "examples/reports").glob("*.txt"), *(ROOT / "tests/reports").glob("*.txt")])


def is_right(document: gouji.Document) -> None:
    assert document.report() == gouji.check(document.text)


def test_an_edit_tells_what_it_changed() -> None:
    document = gouji.Document(SAMPLE)
    assert (document.revision, document.text, list(document.report().diagnostics)) == (0, SAMPLE, [])
    place = SAMPLE.index("40万元")
    update = document.edit(place, place + 1, "3")
    assert (update.revision, document.revision) == (1, 1)
    assert update.quantities and update.relations and not update.outline
    assert [update.diagnostics[each].code for each in update.added] == ["sum-mismatch"]
    assert update.removed == update.changed == ()
    is_right(document)
    undone = document.edit(place, place + 1, "4")
    assert undone.removed == update.added
    assert document.report() == gouji.check(SAMPLE)


def test_a_finding_that_only_moves_is_in_no_list() -> None:
    document = gouji.Document("引言。\n" + SAMPLE.replace("40", "30"))
    update = document.edit(0, 0, "本报告的")
    assert (update.added, update.removed, update.changed) == ((), (), ())
    assert not (update.quantities or update.relations or update.outline)
    is_right(document)


def test_a_finding_with_another_message_is_changed() -> None:
    document = gouji.Document("（一）甲\n（二）乙\n（四）丁")
    update = document.edit(7, 8, "")
    is_right(document)
    assert set(update.changed).isdisjoint(update.added)


def test_the_work_of_an_edit_without_figures_is_one_block() -> None:
    text = SAMPLE + "\n大家认真学习。" * 6
    document = gouji.Document(text)
    end = len(text)
    update = document.edit(end - 1, end - 1, "规范")
    assert {stage: (work.all, work.blocks) for stage, work in update.work.items() if stage in ("blocks", "facts", "outline", "relations")} == {
        "blocks": (False, ((end - 7, end + 2),)),
        "facts": (False, ()),
        "outline": (False, ()),
        "relations": (False, ()),
    }


def test_several_edits_are_one_revision() -> None:
    document = gouji.Document(SAMPLE)
    update = document.apply([(6, 8, "10"), (0, 4, "2023"), (len(SAMPLE), len(SAMPLE), "完。"), (0, 0, "在")])
    assert update.revision == 1
    assert document.text == "在2023" + SAMPLE[4:6] + "10" + SAMPLE[8:] + "完。"
    is_right(document)


def test_positions_are_code_points_or_utf16_units() -> None:
    document = gouji.Document("𠮷𠮷" + SAMPLE)
    document.edit(1, 2, "吉")
    assert document.text == "𠮷吉" + SAMPLE
    document.apply([(2, 3, "")], utf16=True)
    assert document.text == "𠮷" + SAMPLE
    document.apply([(1, 2, "")], utf16=True)
    assert document.text == "\ufffd" + SAMPLE
    is_right(document)


def test_lone_surrogates_are_repaired() -> None:
    document = gouji.Document("\ud842支出")
    assert document.text == "\ufffd支出"
    update = document.edit(1, 1, "\udfb7\ud842")
    assert document.text == "\ufffd\ufffd\ufffd支出"
    assert [each.code for each in document.report().diagnostics] == ["text-repaired"] * len(document.report().diagnostics)
    assert update.revision == 1
    is_right(document)


@pytest.mark.parametrize("wrong", [[(2, 1, "")], [(0, 99, "")], [(-1, 0, "")], [(0, 2, ""), (1, 3, "")], [(99, 99, "x")]])
def test_a_wrong_range_changes_nothing(wrong: list[tuple[int, int, str]]) -> None:
    document = gouji.Document(SAMPLE)
    with pytest.raises(ValueError):
        document.apply([*wrong, (4, 5, "x")])
    assert (document.text, document.revision) == (SAMPLE, 0)
    is_right(document)
    document.edit(0, 0, "在")
    is_right(document)


@pytest.mark.parametrize("wrong", [b"x", None, 1])
def test_wrong_types_are_type_errors(wrong: object) -> None:
    with pytest.raises(TypeError):
        gouji.Document(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        gouji.Document(SAMPLE).edit(0, 0, wrong)  # type: ignore[arg-type]


def test_profile_and_language_are_those_of_a_check() -> None:
    document = gouji.Document(SAMPLE.replace("40", "30"), profile="hunan-5", lang="en")
    document.edit(0, 0, "在")
    assert document.report() == gouji.check(document.text, profile="hunan-5", lang="en")
    with pytest.raises(ValueError):
        gouji.Document(SAMPLE, profile="火星")


def test_readers_see_whole_states_while_a_text_is_edited() -> None:
    text = REPORTS[0].read_text(encoding="utf-8")
    document = gouji.Document(text)
    stop = threading.Event()
    wrong: list[str] = []

    def read() -> None:
        while not stop.is_set():
            report = document.report()
            if report != gouji.check(report.text or ""):
                wrong.append(report.text or "")

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    place = text.index("支出")
    for digit in "12345678" * 3:
        document.edit(place, place, digit)
    stop.set()
    for reader in readers:
        reader.join()
    assert not wrong
    is_right(document)


def test_a_later_edit_supersedes_a_check() -> None:
    document = gouji.Document("\n".join(path.read_text(encoding="utf-8") for path in REPORTS))
    before = {each.id for each in document.report().diagnostics}
    updates: list[gouji.Update] = []
    threads = [threading.Thread(target=lambda: updates.append(document.edit(0, 0, "支出10万元，其中：甲4万元。"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    is_right(document)
    assert sorted(update.revision for update in updates) == [1, 2, 3, 4, 5, 6]
    assert not max(updates, key=lambda update: update.revision).superseded
    for update in sorted(updates, key=lambda each: each.revision):
        before = (before - set(update.removed)) | set(update.added)
    assert before == {each.id for each in document.report().diagnostics}


PIECES = """其中： 合计 支出 收入 基本支出60万元 万元 元 % 个 ， 。 ； ： （ ） 、 “ 1 0 9 . 2023年 一、 （二） 3. ① 一是 | \t
 目录 报告 单位：万元 尾差 无 附件2 zhi c 𠮷 第一章""".split() + ["\n", "\r", "\r\n", "\n\n", "", "\ud842", "\ufffd", "\u3000"]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.lists(st.sampled_from(PIECES), max_size=4).map("".join)), max_size=12)


@settings(max_examples=60, deadline=None, print_blob=True)
@given(st.sampled_from(REPORTS), st.integers(0, 400), EDITS)
def test_any_session_gives_the_answer_of_a_check_from_scratch(path: Path, length: int, edits: list[tuple[float, int, str]]) -> None:
    """Positions are drawn as shares of the text, so that a shrunk example keeps its edits near one another."""
    text = path.read_text(encoding="utf-8")[: length * 10]
    document = gouji.Document(text)
    undo: list[tuple[int, int, str]] = []
    for share, size, put in edits:
        before = document.text
        begin = int(share * len(before))
        end = min(begin + size, len(before)) if size > 20 else begin
        document.edit(begin, end, put)
        assert document.text == before[:begin] + gouji_text(put) + before[end:]
        undo.append((begin, begin + len(put), before[begin:end]))
        is_right(document)
    for begin, end, removed in reversed(undo):
        document.edit(begin, end, removed)
        is_right(document)
    assert document.report() == gouji.check(text)


def gouji_text(text: str) -> str:
    """A str as the core keeps it."""
    return "".join("\ufffd" if 0xD800 <= ord(each) <= 0xDFFF else each for each in text)
