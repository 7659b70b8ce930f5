"""The commands: from parsed arguments to what is written, and the exit status."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TextIO

from gouji import batch
from gouji.api import default_jobs
from gouji.batch import Checked, Input
from gouji.files import read_stdin, shown_path
from gouji.output import json as json_output
from gouji.output import tables
from gouji.output import text as text_output
from gouji.output.colours import painter
from gouji.output.target import is_terminal, opened
from gouji.report import Report
from gouji.selection import reaches, selected
from gouji.words import visible

MANY = 10  # files from which on progress is shown


class UsageError(Exception):
    """Arguments that cannot be followed; the message is for the user."""


class Outcome:
    """What the exit status depends on."""

    def __init__(self, fail_on: str) -> None:
        self._fail_on = fail_on
        self._found = False
        self._failed = False

    def watch(self, checked: Iterator[Checked]) -> Iterator[Checked]:
        """Passes everything on; says on standard error what could not be read."""
        for each in checked:
            self._found = self._found or reaches(each.report, self._fail_on)
            if each.report.error is not None:
                self._failed = True
                complain(f"{each.report.path}：{each.report.error}")
            yield each

    def status(self) -> int:
        """0, 1 or 2, see DESIGN section 7."""
        return 2 if self._failed else int(self._found)


def complain(message: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        print(f"gouji：{visible(message)}", file=sys.stderr)


def run(arguments: Namespace) -> int:
    """Does what the arguments say and returns the exit status."""
    named = _inputs(arguments.paths)
    if arguments.command == "check":
        return _check(arguments, named)
    return _list(arguments, named)


def _check(arguments: Namespace, named: list[Input]) -> int:
    _protect(named, arguments.output)
    select = frozenset().union(*arguments.select)
    ignore = frozenset().union(*arguments.ignore)
    jobs = min(arguments.jobs or default_jobs(), max(1, len(named)))
    outcome = Outcome(arguments.fail_on)
    with opened(arguments.output) as target:
        quiet = arguments.output is None and is_terminal(sys.stdout)
        checked = _with_progress(batch.check_each(named, jobs), 0 if quiet else len(named))
        chosen = (Checked(each.text, selected(each.report, select, ignore)) for each in checked)
        for piece in _pieces(arguments, target, outcome.watch(chosen), len(named)):
            target.write(piece)
        target.flush()
    return outcome.status()


def _pieces(arguments: Namespace, target: TextIO, checked: Iterator[Checked], count: int) -> Iterator[str]:
    if arguments.format == "text":
        return _text(arguments.color, target, checked, count)
    reports = (each.report for each in checked)
    return json_output.object_parts(reports) if arguments.format == "json" else json_output.lines(reports)


def _text(color: str, target: TextIO, checked: Iterator[Checked], count: int) -> Iterator[str]:
    paint = painter(color, target)
    total = text_output.Total()
    for content, report in checked:
        total.add(report)
        if report.error is None:
            for line in text_output.report_lines(content, report, paint):
                yield line + "\n"
            yield text_output.summary_line(report, paint, count > 1) + "\n"
            if count > 1 and report.diagnostics:
                yield "\n"
    if count > 1:
        yield total.line() + "\n"


def _list(arguments: Namespace, named: list[Input]) -> int:
    outcome = Outcome("never")
    checked = outcome.watch(batch.check_each(named, 1))
    with opened(None) as target:
        if arguments.format == "json":
            for piece in json_output.object_parts((each.report for each in checked), ("path", arguments.command)):
                target.write(piece)
        else:
            for content, report in checked:
                _write_table(arguments.command, target, content, report, len(named) > 1)
        target.flush()
    return outcome.status()


def _write_table(command: str, target: TextIO, content: str, report: Report, name: bool) -> None:
    if report.error is not None:
        return
    if name:
        target.write(f"{visible(report.path or '-')}：\n")
    for line in tables.aligned(tables.TABLES[command](content, report)):
        target.write(line + "\n")
    if name:
        target.write("\n")


def _inputs(paths: list[str]) -> list[Input]:
    if paths.count("-") > 1:
        raise UsageError("标准输入（-）只能写一次")
    named: list[Input] = []
    for path in paths:
        named += [Input("-", read_stdin)] if path == "-" else batch.inputs(path)
    return named


def _protect(named: list[Input], output: str | None) -> None:
    """A report is never overwritten by what was found in it."""
    if output is None or not os.path.isfile(output):
        return
    for item in named:
        if os.path.exists(item.name) and os.path.samefile(item.name, output):
            raise UsageError(f"--output 写的 {shown_path(output)} 也是要检查的文件，会被覆盖，请写到别处")


def _with_progress(checked: Iterator[Checked], count: int) -> Iterator[Checked]:
    """Shows how many are done on a terminal's standard error, if there are many."""
    if count < MANY or not is_terminal(sys.stderr):
        yield from checked
        return
    for done, each in enumerate(checked, 1):
        print(f"\r已检查 {done}/{count} ", end="", file=sys.stderr, flush=True)
        if each.report.error is not None or done == count:
            print("\r" + " " * 24 + "\r", end="", file=sys.stderr, flush=True)
        yield each
