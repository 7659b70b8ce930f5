"""Checking many files: order, failures, threads."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import gouji
from gouji import batch

RIGHT = "2024年支出90万元，其中：基本支出60万元，项目支出30万元。\n"
WRONG = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty reports, every third one wrong, and two that cannot be checked."""
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(WRONG if number % 3 == 0 else RIGHT, encoding="utf-8")
    (tmp_path / "07.txt").write_bytes(b"")
    (tmp_path / "11.txt").write_bytes(bytes(range(256)))
    return tmp_path


def test_reports_come_in_the_order_of_the_paths(folder: Path) -> None:
    paths = [folder / name for name in ("09.txt", "01.txt", "缺.txt", "00.txt", "01.txt")]
    reports = list(gouji.check_files(paths, jobs=2))
    assert [report.path for report in reports] == [str(path) for path in paths]
    assert [report.summary["error"] for report in reports] == [1, 0, 0, 1, 0]
    assert [report.error for report in reports] == [None, None, "找不到文件", None, None]


def test_folders_are_walked(folder: Path) -> None:
    reports = list(gouji.check_files(folder))
    assert [os.path.basename(report.path or "") for report in reports] == [f"{number:02}.txt" for number in range(20)]
    failed = {os.path.basename(report.path or ""): report.error for report in reports if report.error}
    assert failed == {"07.txt": "文件是空的，没有可检查的内容", "11.txt": "不是文本文件（内容是二进制数据）"}


@pytest.mark.parametrize("jobs", [None, 2, 7, 50])
def test_the_number_of_threads_changes_nothing(folder: Path, jobs: int | None) -> None:
    assert list(gouji.check_files([folder], jobs=jobs)) == list(gouji.check_files([folder], jobs=1))


def test_one_file_is_as_in_many(folder: Path) -> None:
    assert list(gouji.check_files(str(folder / "03.txt"))) == [gouji.check_file(folder / "03.txt")]


def test_a_single_file_that_fails_raises(folder: Path) -> None:
    with pytest.raises(gouji.FileError, match="07.txt：文件是空的"):
        gouji.check_file(folder / "07.txt")


def test_it_is_a_generator_that_takes_what_it_needs(folder: Path) -> None:
    taken = []

    def endless() -> Iterator[Path]:
        while True:
            taken.append(1)
            yield folder / "00.txt"

    reports = gouji.check_files(endless(), jobs=2)
    assert inspect.isgenerator(reports)
    assert not taken
    assert next(reports).summary["error"] == 1
    assert 1 <= len(taken) <= 6
    reports.close()


def test_a_folder_without_reports_is_a_failure(tmp_path: Path) -> None:
    (report,) = gouji.check_files([tmp_path])
    assert report.path == str(tmp_path)
    assert report.error == "文件夹里没有可检查的文件（.txt、.md、.text）"


def test_a_defect_does_not_stop_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_text = batch.check_text

    def defective(text: str, path: str | None, options: batch.Options) -> gouji.Report:
        if path == str(folder / "00.txt"):
            raise RuntimeError("defect")
        if path == str(folder / "01.txt"):
            raise MemoryError
        return check_text(text, path, options)

    monkeypatch.setattr(batch, "check_text", defective)
    reports = list(gouji.check_files([folder / f"0{number}.txt" for number in range(3)]))
    assert [report.error for report in reports] == [
        "检查时发生内部错误，请报告给开发者：RuntimeError: defect",
        "内存不足，无法检查",
        None,
    ]


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_jobs_are_refused_at_once(jobs: int) -> None:
    with pytest.raises(ValueError, match="jobs must be at least 1"):
        gouji.check_files([], jobs=jobs)


def test_no_paths_give_nothing() -> None:
    assert list(gouji.check_files([])) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows file names are Unicode")
def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        with open(path, "wb") as file:
            file.write(WRONG.encode())
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (report,) = gouji.check_files([os.fsdecode(path)])
    assert report.path == str(tmp_path) + r"/a\xff.txt"
    assert report.summary["error"] == 1
