"""The commands: from parsed arguments to what is written, and the exit status."""

from __future__ import annotations

from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Does what the arguments say and returns the exit status."""
    if arguments.command == "fix":
        from gouji.commands import fix

        return fix.run(arguments)
    if arguments.command == "explain":
        from gouji.commands import explain

        return explain.run(arguments)
    if arguments.command == "profiles":
        from gouji.commands import profiles

        return profiles.run(arguments)
    if arguments.command == "new":
        from gouji.commands import new

        return new.run(arguments)
    if arguments.command == "edit":
        from gouji.commands import edit

        return edit.run(arguments)
    from gouji.commands import check

    return check.run(arguments)
