"""What a correction changes, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouji.output.colours import Painter
from gouji.words import visible

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ROLES = {"+": "added", "-": "removed", "@": "hunk"}


def diff_lines(path: str, old: str, new: str, paint: Painter) -> Iterator[str]:
    r"""The lines of the diff with their ends; nothing for equal texts.

    Without colours every character stands as it is, so that ``patch`` can apply it (except that a line that ends with a
    lone "\r" gets a "\n"); with colours, for a terminal, what a terminal would obey is shown as ``·``.
    """
    from difflib import unified_diff

    if old == new:
        return
    for role in ("---", "+++"):
        yield paint("path", f"{role} {visible(path)}") + "\n"
    for line in list(unified_diff(_LINE.findall(old), _LINE.findall(new)))[2:]:
        content = line.rstrip("\r\n")
        shown = visible(content) if paint.active else content
        role = _ROLES.get(line[0], "")
        yield (paint(role, shown) if role else shown) + ("\r\n" if line.endswith("\r\n") and not paint.active else "\n")
        if content == line:
            yield "\\ No newline at end of file\n"
