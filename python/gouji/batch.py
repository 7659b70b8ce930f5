"""Checking many inputs, in the order they were named; an input that fails gives a report with an error."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from gouji import _core
from gouji.files import AnyPath, FileError, find_reports, read_text, shown_path
from gouji.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Future


class Input(NamedTuple):
    """Something to check: its name, for a file its path, and how to get its text (may raise FileError)."""

    name: str
    read: Callable[[], str]


class Checked(NamedTuple):
    """A report and the text that its positions point into; "" where the input failed."""

    text: str
    report: Report


def check_text(text: str, path: str | None = None) -> Report:
    """The report of a text."""
    return Report(json.loads(_core.check_json(text, path)))


def inputs(path: AnyPath) -> Iterator[Input]:
    """The file that `path` names, or the reports in the folder that it names."""
    name = os.fspath(path)
    try:
        files = find_reports(path) if os.path.isdir(path) else [name]
    except FileError as error:
        yield Input(name, partial(_fail, error))
        return
    for file in files:
        yield Input(file, partial(read_text, file))


def check_each(named: Iterable[Input], jobs: int) -> Iterator[Checked]:
    """Checks in `jobs` threads (the core works without the interpreter lock), in order, a few inputs ahead at most.

    One job has a thread too: the caller's can be interrupted while it waits.
    """
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Future[Checked]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for item in named:
            waiting.append(pool.submit(_check, item))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _check(item: Input) -> Checked:
    try:
        text = item.read()
        return Checked(text, check_text(text, shown_path(item.name)))
    except FileError as error:
        return _failed(item, error.message)
    except MemoryError:
        return _failed(item, "内存不足，无法检查")
    except Exception as error:  # a defect of gouji must not stop the other files
        return _failed(item, f"检查时发生内部错误，请报告给开发者：{type(error).__name__}: {error}")


def _failed(item: Input, message: str) -> Checked:
    return Checked("", Report({"path": shown_path(item.name), "error": message}))


def _fail(error: FileError) -> NoReturn:
    raise error
