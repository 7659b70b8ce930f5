"""``gouji explain``: what a check is about, or the list of all checks."""

from __future__ import annotations

from argparse import Namespace

from gouji.commands.common import UsageError
from gouji.explanations import explain, overview
from gouji.output.target import opened
from gouji.selection import CodeError


def run(arguments: Namespace) -> int:
    """Writes the explanations in the order of the codes and returns 0."""
    try:
        texts = [str(explain(code, arguments.lang)) for code in arguments.codes]
    except CodeError as error:
        raise UsageError(str(error)) from error
    with opened(None) as target:
        target.write("\n\n".join(texts or ["\n".join(overview(arguments.lang))]) + "\n")
        target.flush()
    return 0
