"""The little language of phrasings: a sentence with places for figures, names and words of direction.

    全年支出{total}，其中：基本支出{basic}，项目支出{project}。     and the tie   total = basic + project

`{total}` is a figure of the books (ledger.py) or, unknown there, one drawn for this sentence. `{n:人}` has its own
unit, `{n:人!}` is a Chinese numeral, `{t:_}` has no unit behind it (a table's header has it), `{u:每元}` is a standard
in 元.
Derived figures tie themselves: `{a%b}` share, `{a@b}` rate, `{a-b}` difference without sign, `{a^b}` rate of change
without sign, `{a//n}` average. `[增加|减少:a-b]` is the word of its direction. `<work>` is a name not used before,
`<work#1>` the same one each time, `<p1>` the name of a project of the books, `<#>` the next number of a sub-heading.

Ties are `t = a + b - c`, `t = a * b`, `a ~ b` (one value twice), `a <= b` and the like, `t >= a + b` (a partial list),
`n # 3` (so many things are listed). What is not known yet is computed from the others or drawn so that the tie holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.properties.documents.writer import Writer

TOKEN = re.compile(
    r"\{(?P<key>[^{}:]+)(?::(?P<unit>[^{}!]*))?(?P<han>!)?\}"
    r"|<(?P<name>[^<>]+)>"
    r"|\[(?P<up>[^\[\]|]*)\|(?P<down>[^\[\]|:]*):(?P<direction>[^\[\]]+)\]"
)
DERIVED = re.compile(r"(?P<left>\w+)(?P<operator>//|[%@^-])(?P<right>\w+)")
KINDS = (
    *("sum", "balance", "share", "rate", "change", "restatement", "count", "comparison", "product", "table"),
    "partial",
)
Built = tuple[str, tuple[str, ...]]  # a template and its ties


@dataclass(frozen=True)
class Phrasing:
    """`sections` where it may stand; `kinds` of its ties, the first one of those that are sums or differences."""

    name: str
    sections: str
    kinds: tuple[str, ...]
    build: Callable[[Writer], Built]
    group: str = ""  # only one of a group stands in a document: they tell the same
    often: bool = False  # may be told of several things
    last: bool = False  # ends its section
    after: str = ""  # what must have been told before


PHRASINGS: dict[str, Phrasing] = {}


def say(name: str, sections: str, kinds: str, template: str, *ties: str, **options: object) -> None:
    """A phrasing that always has the same words."""
    _add(Phrasing(name, sections, tuple(kinds.split()), lambda _: (template, ties), **options))  # type: ignore[arg-type]


def phrasing(
    name: str, sections: str, kinds: str, **options: object
) -> Callable[[Callable[[Writer], Built]], Callable[[Writer], Built]]:
    """A phrasing that is built anew each time."""

    def register(build: Callable[[Writer], Built]) -> Callable[[Writer], Built]:
        _add(Phrasing(name, sections, tuple(kinds.split()), build, **options))  # type: ignore[arg-type]
        return build

    return register


def _add(added: Phrasing) -> None:
    assert added.name not in PHRASINGS, added.name
    assert set(added.kinds) <= set(KINDS), added.name
    PHRASINGS[added.name] = added
