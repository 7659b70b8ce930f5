"""Checking many inputs, in the order they were named; an input that fails gives a report with an error."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from gouji import _core
from gouji.files import AnyPath, FileError, file_error, find_reports, read_text, shown_path
from gouji.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Future

    from gouji.facts import Facts


class Input(NamedTuple):
    """Something to check: its name, for a file its path, and how to get its text (may raise FileError)."""

    name: str
    read: Callable[[], str]


class Options(NamedTuple):
    """How to check: `profile` is what `profiles.resolve` gives, None for a detected one; `language` is "zh" or "en".

    `facts` are figures that the text is compared with. A profile is an object of the core, equal to itself alone and for
    this process: reports do not keep it.
    """

    profile: _core.Profile | None = None
    language: str = "zh"
    facts: Facts | None = None


DEFAULT = Options()


def check_text(text: str, path: str | None = None, options: Options = DEFAULT) -> Report:
    """The report of a text."""
    entry = _core.check_json(text, path, options.profile, options.language)
    if not options.facts:
        return Report(entry, text, options.language)
    from gouji.ledger import with_ledger

    return Report(with_ledger(json.loads(entry), text, options.facts, options.language), text, options.language)


def check_as(text: str, family: str | None, path: str | None, options: Options) -> Report:
    """The report of a text, read as a built-in family where one is named and `options` leave it open."""
    if family is not None and options.profile is None:
        options = options._replace(profile=_core.Profile.built_in(family))
    return check_text(text, path, options)


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


def check_each(named: Iterable[Input], jobs: int, options: Options = DEFAULT) -> Iterator[Report]:
    """Checks in `jobs` threads (the core works without the interpreter lock), in order, a few inputs ahead at most.

    One job has a thread too: the caller's can be interrupted while it waits.
    """
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Future[Report]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for item in named:
            waiting.append(pool.submit(_check, item, options))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _check(item: Input, options: Options) -> Report:
    name = shown_path(item.name)
    try:
        return check_text(item.read(), name, options)
    except FileError as error:
        failure = error
    except MemoryError:
        failure = file_error(name, "no_memory")
    except Exception as error:  # a defect of gouji must not stop the other files
        failure = file_error(name, "defect", error=f"{type(error).__name__}: {error}")
    return Report({"path": name, "error": failure.said(options.language)}, None, options.language)


def _fail(error: FileError) -> NoReturn:
    raise error
