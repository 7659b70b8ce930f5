"""``gouji profiles``: the built-in report families, or one of them."""

from __future__ import annotations

from argparse import Namespace

from gouji.commands.common import UsageError
from gouji.output import families as output
from gouji.output.target import opened
from gouji.profiles import Family, families
from gouji.selection import did_you_mean


def run(arguments: Namespace) -> int:
    """Writes the list or the family and returns 0."""
    text = _list(arguments) if arguments.name is None else _one(arguments)
    with opened(None) as target:
        target.write(text.rstrip("\n") + "\n")
        target.flush()
    return 0


def _list(arguments: Namespace) -> str:
    if arguments.format == "json":
        return output.list_json(families())
    return "\n".join(output.list_lines(families(), arguments.lang))


def _one(arguments: Namespace) -> str:
    family = _named(arguments.name)
    return family.json if arguments.format == "json" else "\n".join(output.outline_lines(family, arguments.lang))


def _named(name: str) -> Family:
    known = {family.name: family for family in families()}
    if name not in known:
        hint = did_you_mean(name, known) or f"，有 {'、'.join(known)}"
        raise UsageError(f"没有“{name}”这个报告类型{hint}")
    return known[name]
