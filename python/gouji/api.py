"""The functions of the package: check a text, a file, many files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain

from gouji import batch
from gouji.files import AnyPath, read_text, shown_path
from gouji.report import Report

_PROFILES = ("auto", "generic")


def check(text: str, profile: str = "auto") -> Report:
    """Checks a text of any content and length; never raises on content, and runs in parallel in threads.

    `profile` names the report family; "auto" detects it. Raises ValueError for an unknown profile and TypeError for
    anything that is no str.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}; check_file reads files in any encoding")
    if profile not in _PROFILES:
        raise ValueError(f"unknown profile {profile!r}, known are: {', '.join(_PROFILES)}")
    return batch.check_text(text)


def check_file(path: AnyPath) -> Report:
    """Checks a text file in UTF-8, UTF-16 or GB18030 of at most 64 MB. Raises FileError if it cannot be read."""
    return batch.check_text(read_text(path), shown_path(path))


def check_files(paths: AnyPath | Iterable[AnyPath], jobs: int | None = None) -> Iterator[Report]:
    """Checks files and folders (see `find_reports`) and yields their reports in the order of `paths`.

    A file that cannot be read yields a report with an `error`; nothing is raised for it. `jobs` is the number of
    threads, by default one per CPU. Raises ValueError for less than one job.
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    inputs = chain.from_iterable(map(batch.inputs, named))
    return (checked.report for checked in batch.check_each(inputs, jobs or default_jobs()))


def default_jobs() -> int:
    """The number of CPUs."""
    return os.cpu_count() or 1
