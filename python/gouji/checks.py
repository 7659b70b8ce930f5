"""All checks: those of the core, and the one that compares a text with facts that somebody brought."""

from __future__ import annotations

from functools import cache

from gouji import _core

LEDGER = "ledger-mismatch"

CheckRow = tuple[str, str, str, str, str]

_LEDGER_ROW: CheckRow = (
    LEDGER,
    "figures",
    "error",
    "文中的数应当与已知数据（--facts）里同一指标、同一期间的数相同",
    "A figure agrees with the facts (--facts) for its indicator and period",
)


@cache
def checks() -> tuple[CheckRow, ...]:
    """(code, group, severity, summary, English summary) of every check, in order of group and code."""
    return tuple(sorted([*_core.checks(), _LEDGER_ROW], key=lambda row: (row[1], row[0])))
