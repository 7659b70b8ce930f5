"""What the commands share: wrong usage, lines on standard error, the choice of inputs, codes and profile."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gouji.batch import Options
from gouji.files import FileError, shown_path
from gouji.phrases import phrase
from gouji.profiles import ProfileError, resolve
from gouji.words import visible

if TYPE_CHECKING:
    from gouji.facts import Facts


class UsageError(Exception):
    """Arguments that cannot be followed; the message is for the user."""


def complain(message: str, language: str = "zh") -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        print(visible(phrase(language, "named", name="gouji", text=message)), file=sys.stderr)


def options(arguments: Namespace) -> Options:
    """How to check. Raises UsageError for a profile or facts that cannot be read or are wrong."""
    try:
        return Options(resolve(arguments.profile), arguments.lang, facts_of(arguments))
    except FileError as error:
        text = phrase(arguments.lang, "named", name=error.path, text=error.said(arguments.lang))
        raise UsageError(f"--profile：{text}") from error
    except ProfileError as error:
        raise UsageError(f"--profile：{error}") from error


def facts_of(arguments: Namespace) -> Facts | None:
    """What --facts names, on the commands that have it. Raises UsageError."""
    if getattr(arguments, "facts", None) is None:
        return None
    from gouji.facts import FactsError, read_facts

    try:
        return read_facts(arguments.facts)
    except FileError as error:
        text = phrase(arguments.lang, "named", name=error.path, text=error.said(arguments.lang))
        raise UsageError(f"--facts：{text}") from error
    except FactsError as error:
        raise UsageError(f"--facts：{error}") from error


def codes(chosen: list[frozenset[str]]) -> frozenset[str]:
    """All codes of an option that may be written several times."""
    return frozenset().union(*chosen)


def protect(names: Sequence[str], output: str | None, advice: str) -> None:
    """A report is never overwritten by what was made of it. Raises UsageError."""
    if output is None or not os.path.isfile(output):
        return
    for name in names:
        if os.path.exists(name) and os.path.samefile(name, output):
            raise UsageError(f"--output 写的 {shown_path(output)} 也是要检查的文件，会被覆盖，{advice}")
