"""The cell magic ``%%gouji``: after ``%load_ext gouji`` a cell that begins so is checked as a text."""

from __future__ import annotations

import argparse
import shlex
from typing import Any, NoReturn

from gouji.report import Report


class _UsageError(ValueError):
    """A line of the magic that cannot be followed."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"%%gouji：{message}；写法：%%gouji [变量名] [--profile 类型] [--facts 文件] [--lang zh|en]")


def checked(line: str, cell: str, variables: dict[str, Any]) -> Report:
    """The report of a cell. `line` is ``[NAME] [--profile P] [--facts F] [--lang L]``: the variable that the report is put in, and
    the options of `gouji.check`; the facts are a file, or the name of a variable. Raises what `gouji.check` raises.
    """
    from gouji.api import check

    parser = _Parser(prog="%%gouji", add_help=False, allow_abbrev=False)
    parser.add_argument("name", nargs="?")
    for option, default in (("--profile", "auto"), ("--facts", None), ("--lang", "zh")):
        parser.add_argument(option, default=default)
    try:
        given = parser.parse_args(shlex.split(line))
    except ValueError as error:
        raise error if isinstance(error, _UsageError) else _UsageError(f"%%gouji：{error}") from None
    if given.name is not None and not given.name.isidentifier():
        raise _UsageError(f"%%gouji：“{given.name}”不是变量名")
    facts = variables.get(given.facts, given.facts) if given.facts else None
    report = check(cell, given.profile, given.lang, facts=facts)
    if given.name is not None:
        variables[given.name] = report
    return report


def load(shell: Any) -> None:
    """Registers the magic in an IPython shell."""

    def gouji(line: str, cell: str) -> Report:
        """%%gouji [变量名] [--profile 类型] [--facts 文件] [--lang zh|en]：检查这一格里的文字。"""
        return checked(line, cell, shell.user_ns)

    shell.register_magic_function(gouji, "cell", "gouji")
