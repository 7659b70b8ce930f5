"""What is kept of a draft: its bytes as they were, an autosave, what was dismissed, and never somebody else's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouji.editor import store
from gouji.editor.store import Draft, FileDraft, StoreError
from gouji.files import FileError


def test_line_ends_of_lines_that_were_kept_stay_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一\r\n二\n三\r四\r\n五".encode())
    draft = FileDraft(path)
    assert draft.text == "一\n二\n三\n四\n五"
    draft.save("一\n二\n三改\n新\n四\n五")
    assert path.read_bytes() == "一\r\n二\n三改\r\n新\r\n四\r\n五".encode()
    draft.close()


@pytest.mark.parametrize("content", [b"", "一\n".encode(), "\ufeff一\r\n".encode(), "支出\r\n".encode("gb18030"), "一\n\n".encode("utf-16")])
def test_saving_what_was_read_changes_no_byte(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    draft = FileDraft(path)
    draft.save(draft.text)
    assert path.read_bytes() == content


def test_a_new_file_is_made_when_it_is_saved(tmp_path: Path) -> None:
    draft = FileDraft(tmp_path / "new.txt")
    assert draft.text == "" and not draft.recovered
    draft.save("支出3万元。\n")
    assert (tmp_path / "new.txt").read_text(encoding="utf-8") == "支出3万元。\n"


def test_a_file_changed_meanwhile_is_overwritten_only_when_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一\n", encoding="utf-8")
    draft = FileDraft(path)
    path.write_text("别人的\n", encoding="utf-8")
    assert draft.changed_on_disk() and draft.changed_on_disk() is None
    with pytest.raises(StoreError):
        draft.save("我的\n")
    assert path.read_text(encoding="utf-8") == "别人的\n"
    path.write_text("又改了\n", encoding="utf-8")
    with pytest.raises(StoreError):
        draft.save("我的\n")
    draft.save("我的\n")
    assert path.read_text(encoding="utf-8") == "我的\n"


def test_a_character_that_the_encoding_lacks_is_an_error_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    content = "支出三百万元，其中基本支出二百万元。\n".encode("big5")
    path.write_bytes(content)
    draft = FileDraft(path)
    with pytest.raises(FileError):
        draft.save(draft.text + "😀\n")
    assert path.read_bytes() == content


def test_what_was_not_saved_is_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "AUTOSAVE_AFTER", 0.0)
    path = tmp_path / "a.txt"
    path.write_text("一\n", encoding="utf-8")
    draft = FileDraft(path)
    draft.note("一\n二\n")
    assert draft._timer is not None
    draft._timer.join()
    again = FileDraft(path)
    assert again.recovered and again.text == "一\n二\n" and path.read_text(encoding="utf-8") == "一\n"
    again.save(again.text)
    assert not FileDraft(path).recovered


def test_dismissed_findings_are_kept_beside_the_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一\n", encoding="utf-8")
    FileDraft(path).dismiss(("sum-mismatch", "300万元"), True)
    again = FileDraft(path)
    assert again.dismissed == {("sum-mismatch", "300万元")}
    again.dismiss(("sum-mismatch", "300万元"), False)
    assert FileDraft(path).dismissed == frozenset()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"dismissed": 3}', '{"dismissed": [{"code": 1}]}'])
def test_broken_notes_are_no_notes(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("一\n", encoding="utf-8")
    (tmp_path / ".a.txt.gouji.json").write_text(content, encoding="utf-8")
    assert FileDraft(tmp_path / "a.txt").dismissed == frozenset()


def test_a_draft_without_a_file_cannot_be_saved() -> None:
    with pytest.raises(StoreError):
        Draft("支出\r\n").save("x")
    assert Draft("支出\r\n").text == "支出\n"
