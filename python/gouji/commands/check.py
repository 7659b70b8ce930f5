"""``gouji check`` and the lists ``gouji outline``, ``quantities`` and ``relations``."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from functools import partial
from typing import TextIO

from gouji import batch
from gouji.api import default_jobs
from gouji.batch import Input
from gouji.commands.common import UsageError, codes, complain, options, protect
from gouji.files import read_stdin
from gouji.output import json as json_output
from gouji.output import tables
from gouji.output import text as text_output
from gouji.output.colours import painter
from gouji.output.target import is_terminal, opened
from gouji.phrases import phrase
from gouji.report import Report
from gouji.selection import reaches, selected
from gouji.words import visible

MANY = 10  # files from which on progress is shown


class Outcome:
    """What the exit status depends on."""

    def __init__(self, fail_on: str) -> None:
        self._fail_on = fail_on
        self._found = False
        self._failed = False

    def watch(self, reports: Iterator[Report]) -> Iterator[Report]:
        """Passes everything on; says on standard error what could not be read."""
        for report in reports:
            self._found = self._found or reaches(report, self._fail_on)
            if report.error is not None:
                self._failed = True
                complain(phrase(report.language, "named", name=report.path, text=report.error), report.language)
            yield report

    def status(self) -> int:
        """0, 1 or 2, see DESIGN section 7."""
        return 2 if self._failed else int(self._found)


def run(arguments: Namespace) -> int:
    """Does what the arguments say and returns the exit status."""
    named = _inputs(arguments.paths, arguments.lang)
    if arguments.command == "check":
        return _check(arguments, named)
    return _list(arguments, named)


def _check(arguments: Namespace, named: list[Input]) -> int:
    protect([item.name for item in named], arguments.output, "请写到别处")
    choice = options(arguments)
    select, ignore = codes(arguments.select), codes(arguments.ignore)
    jobs = min(arguments.jobs or default_jobs(), max(1, len(named)))
    outcome = Outcome(arguments.fail_on)
    with opened(arguments.output) as target:
        quiet = arguments.output is None and is_terminal(sys.stdout)
        reports = _with_progress(batch.check_each(named, jobs, choice), 0 if quiet else len(named))
        chosen = (selected(report, select, ignore) for report in reports)
        for piece in _pieces(arguments, target, outcome.watch(chosen), len(named)):
            target.write(piece)
        target.flush()
    return outcome.status()


def _pieces(arguments: Namespace, target: TextIO, reports: Iterator[Report], count: int) -> Iterator[str]:
    if arguments.format == "text":
        return _text(arguments, target, reports, count)
    return json_output.object_parts(reports) if arguments.format == "json" else json_output.lines(reports)


def _text(arguments: Namespace, target: TextIO, reports: Iterator[Report], count: int) -> Iterator[str]:
    paint = painter(arguments.color, target)
    total = text_output.Total(arguments.lang)
    for report in reports:
        total.add(report)
        if report.error is None:
            for line in text_output.report_lines(report, paint):
                yield line + "\n"
            yield text_output.summary_line(report, paint, count > 1) + "\n"
            if count > 1 and report.diagnostics:
                yield "\n"
    if count > 1:
        yield total.line() + "\n"


def _list(arguments: Namespace, named: list[Input]) -> int:
    outcome = Outcome("never")
    reports = outcome.watch(batch.check_each(named, 1, options(arguments)))
    with opened(None) as target:
        if arguments.format == "json":
            for piece in json_output.object_parts(reports, ("path", arguments.command)):
                target.write(piece)
        else:
            for report in reports:
                _write_table(arguments.command, target, report, len(named) > 1)
        target.flush()
    return outcome.status()


def _write_table(command: str, target: TextIO, report: Report, name: bool) -> None:
    if report.error is not None:
        return
    if name:
        heading = phrase(report.language, "named", name=visible(report.path or "-"), text="")
        target.write(heading.rstrip() + "\n")
    for line in tables.aligned(tables.TABLES[command](report, getattr(report, command))):
        target.write(line + "\n")
    if name:
        target.write("\n")


def _inputs(paths: list[str], language: str) -> list[Input]:
    if paths.count("-") > 1:
        raise UsageError("标准输入（-）只能写一次")
    named: list[Input] = []
    for path in paths:
        named += [Input("-", partial(read_stdin, language))] if path == "-" else batch.inputs(path)
    return named


def _with_progress(reports: Iterator[Report], count: int) -> Iterator[Report]:
    """Shows how many are done on a terminal's standard error, if there are many."""
    if count < MANY or not is_terminal(sys.stderr):
        yield from reports
        return
    for done, report in enumerate(reports, 1):
        said = phrase(report.language, "progress", done=done, count=count)
        print(f"\r{said}", end="", file=sys.stderr, flush=True)
        if report.error is not None or done == count:
            print("\r" + " " * 24 + "\r", end="", file=sys.stderr, flush=True)
        yield report
