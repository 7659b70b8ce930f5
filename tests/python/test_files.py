"""Reading files and finding them in folders."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path

import pytest

import gouji
from gouji import FileError, files, find_reports
from gouji.files import read_text


def failure(path: Path) -> str:
    with pytest.raises(FileError) as caught:
        read_text(path)
    assert caught.value.path == str(path)
    return caught.value.message


def test_text_is_decoded_without_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes("\ufeff支出\r\n".encode())
    assert read_text(path) == "支出\r\n"
    assert read_text(str(path)) == "支出\r\n"


def test_what_is_no_file(tmp_path: Path) -> None:
    assert failure(tmp_path / "缺.txt") == "找不到文件"
    assert failure(tmp_path) == "这是文件夹，不是文件"
    assert failure(Path(f"{tmp_path}/a\x00b")) == "文件名无效"


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u3000\n".encode()])
def test_files_without_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "空.txt"
    path.write_bytes(content)
    message = "文件是空的，没有可检查的内容" if not content else "文件里只有空白，没有可检查的内容"
    assert failure(path) == message


def test_binary_files(tmp_path: Path) -> None:
    for name, message in [
        ("图.txt", "不是文本文件（内容是二进制数据）"),
        ("报告.DOCX", "这是 Word 文件，目前只能检查纯文本，请另存为 .txt 后再检查"),
        ("表.xls", "这是 Excel 文件，目前只能检查纯文本，请另存为 .txt 后再检查"),
    ]:
        (tmp_path / name).write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
        assert failure(tmp_path / name) == message


def test_the_limit_is_on_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1024 * 1024)
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * 1024 * 1024)
    assert len(read_text(path)) == 1024 * 1024
    path.write_bytes(b"a" * (1024 * 1024 + 1))
    assert failure(path) == "文件超过 1 MB，太大了，请拆分后再检查"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no endless device")
def test_an_endless_device_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LIMIT", 1024 * 1024)
    assert failure(Path("/dev/zero")) == "文件超过 1 MB，太大了，请拆分后再检查"


@pytest.mark.parametrize(
    ("code", "message"),
    [(errno.EACCES, "没有读取权限"), (errno.EIO, f"读取失败：{os.strerror(errno.EIO)}"), (errno.ENOENT, "找不到文件")],
)
def test_errors_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str) -> None:
    # Simulated, since the tests may run as root, who is refused nothing.
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a.txt").write_text("支出")
    monkeypatch.setattr("builtins.open", refuse)
    assert failure(tmp_path / "a.txt") == message


def test_a_wrong_type_is_the_callers_mistake() -> None:
    with pytest.raises(TypeError):
        gouji.check_file(3)  # type: ignore[arg-type]


def test_file_errors_print_and_pickle() -> None:
    error = FileError("a.txt", "找不到文件")
    assert str(error) == "a.txt：找不到文件"
    again = pickle.loads(pickle.dumps(error))
    assert (again.path, again.message) == ("a.txt", "找不到文件")


def test_reports_are_found_in_order_of_their_paths(tmp_path: Path) -> None:
    for name in ["b.txt", "a/c.MD", "a/z/d.text", "a.txt", "a/e.docx", ".hidden.txt", ".git/f.txt", "README"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("支出")
    expected = [os.path.join("a", "c.MD"), os.path.join("a", "z", "d.text"), "a.txt", "b.txt"]
    assert [os.path.relpath(path, tmp_path) for path in find_reports(tmp_path)] == sorted(expected)


def test_links_are_not_followed_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("支出")
    try:
        (tmp_path / "again").symlink_to(tmp_path)
        (tmp_path / "broken.txt").symlink_to(tmp_path / "缺")
    except OSError:
        pytest.skip("this system cannot make links here")
    assert [os.path.basename(path) for path in find_reports(tmp_path)] == ["a.txt", "broken.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_in_a_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("支出")
    os.mkfifo(tmp_path / "b.txt")
    assert [os.path.basename(path) for path in find_reports(tmp_path)] == ["a.txt"]


def test_folders_without_reports_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("")
    with pytest.raises(FileError, match="文件夹里没有可检查的文件（.txt、.md、.text）"):
        find_reports(tmp_path)
    with pytest.raises(FileError, match="找不到文件"):
        find_reports(tmp_path / "缺")


def test_a_folder_that_cannot_be_listed_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("支出")
    (tmp_path / "b").mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if os.path.basename(path) == "b":
            raise PermissionError(errno.EACCES, "refused", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [os.path.basename(path) for path in find_reports(tmp_path)] == ["a.txt", "b"]
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert failure(tmp_path / "b") == "没有读取权限"
