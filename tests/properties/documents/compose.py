"""Puts a report together: a title, its sections, and in each some phrasings and sentences that tie nothing."""

from __future__ import annotations

from collections.abc import Collection

from tests.properties.documents import phrasings
from tests.properties.documents.chooser import Chooser, RandomChooser, chance, pick
from tests.properties.documents.document import Document
from tests.properties.documents.figures import draw_style
from tests.properties.documents.ledger import TITLES
from tests.properties.documents.phrasings.noise import TEXTS
from tests.properties.documents.template import KINDS, PHRASINGS, Phrasing
from tests.properties.documents.writer import HAN, Writer

__all__ = ["compose", "of_seed", "phrasings"]

SECTIONS = {
    "B": ("部门（单位）基本情况", "部门概况"),
    "R": ("部门整体收支情况", "部门预算收支情况"),
    "J": ("项目支出情况", "项目组织实施情况"),
    "T": ("“三公”经费情况", "“三公”经费支出情况"),
    "E": ("部门整体支出绩效情况", "履职完成情况"),
    "Q": ("存在的问题及改进措施", "存在的主要问题和下一步打算"),
}
MOST = 5  # phrasings of a section


def of_seed(seed: int, kinds: Collection[str] = KINDS, without: Collection[str] = ()) -> Document:
    return compose(RandomChooser(seed), kinds, without)


def compose(
    chooser: Chooser, kinds: Collection[str] = KINDS, without: Collection[str] = (), most: int = MOST
) -> Document:
    """Phrasings of these `kinds`, `without` some by name; at `most` so many in a section."""
    writer = Writer(chooser, draw_style(chooser))
    chosen = [each for each in PHRASINGS.values() if set(each.kinds) <= set(kinds) and each.name not in without]
    writer.write(pick(chooser, TITLES).format(unit=writer.ledger.unit, year=writer.ledger.year))
    number, groups, told = 0, set[str](), set[str]()
    for section, headings in SECTIONS.items():
        mine = [each for each in chosen if section in each.sections]
        if not mine or (section not in "RE" and not chance(chooser, 70)):
            continue
        number += 1
        writer.section()
        writer.write(f"\n{HAN[number]}、{pick(chooser, headings)}")
        noise = list(TEXTS[section])
        ended = False
        for _ in range(chooser.integer(1, most)):
            if noise and chance(chooser, 30):
                writer.write("\n" + noise.pop(chooser.integer(0, len(noise) - 1)))
            able = [each for each in mine if _may_stand(writer, each, groups, told)]
            if not able:
                break
            phrasing = pick(chooser, able)
            told.add(phrasing.name)
            groups.add(phrasing.group)
            writer.write("\n")
            writer.tell(phrasing)
            ended = phrasing.last
            if ended:
                break
        if noise and not ended and chance(chooser, 30):
            writer.write("\n" + pick(chooser, noise))
    return writer.finish()


def _may_stand(writer: Writer, phrasing: Phrasing, groups: set[str], told: set[str]) -> bool:
    repeated = phrasing.name in told and not phrasing.often
    if repeated or (phrasing.group and phrasing.group in groups):
        return False
    return not phrasing.after or writer.has_told(phrasing.after)
