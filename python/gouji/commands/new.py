"""``gouji new``: the skeleton of a report, on standard output or in a new file."""

from __future__ import annotations

import os
from argparse import Namespace

from gouji.commands.common import UsageError, complain, facts_of, options
from gouji.files import shown_path
from gouji.output.target import opened, write_bytes
from gouji.phrases import phrase
from gouji.profiles import AUTO


def run(arguments: Namespace) -> int:
    """Writes the skeleton; a file that is there is never overwritten."""
    from gouji.skeleton import skeleton

    if arguments.profile == AUTO:
        raise UsageError("--profile：不能是 auto，请写 gouji profiles 列出的名字，或自己写的 .json 文件")
    options(arguments)  # complains about a wrong profile
    facts = facts_of(arguments)
    if arguments.output is not None and arguments.output != "-" and os.path.lexists(arguments.output):
        raise UsageError(f"{shown_path(arguments.output)} 已经存在，没有覆盖；请用 -o 写成别的文件")
    made = skeleton(arguments.profile, facts, arguments.year)
    if arguments.output in (None, "-"):
        with opened(None) as target:
            target.write(made.text)
            target.flush()
    else:
        write_bytes(arguments.output, made.text.encode())
    if facts is not None:
        names = phrase(arguments.lang, "list").join(dict.fromkeys(f"{fact.period} {fact.given}" for fact in made.unused))
        key = "facts_filled" if not made.unused else "facts_left"
        complain(phrase(arguments.lang, key, used=len(made.used), count=len(made.unused), names=names), arguments.lang)
    return 0
