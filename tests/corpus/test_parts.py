"""The published seed reports: their families, the defects verified by hand, and where 无 is an answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.corpus import seeds
from tests.fixtures import core

DEFECTS = json.loads((Path(__file__).parent / "seeds.defects.json").read_text(encoding="utf-8"))
FAMILIES = {"000": "hunan-10", "001": "hunan-5", "002": "hunan-10", "003": "sichuan-4", "004": "gansu-3"}
EMPTY = {"000": [], "001": [], "002": [66, 68], "003": [25, 26], "004": []}  # lines; 无 elsewhere is lawful
MISSING = {  # by hand: parts that the five reports lack, as their messages name them
    "000": ["社会效应"],
    "001": ["可持续发展能力", "服务对象满意度", "社会效应", "管理效率"],
    "002": ["运行成本"],
    "003": ["改进建议"],
    "004": ["履职效果情况", "社会满意度及可持续性影响"],
}
NUMBER = re.compile(
    r"^[ \t\u3000]*(\[bookmark: [^\]]*\])?"
    r"(第[一二三四五六七八九十]+(部分|章)|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]、?|\d+[、．.])[ \u3000]*(?!\d)",
    re.MULTILINE,
)

pytestmark = pytest.mark.skipif(not seeds.names(), reason="GOUJI_CORPUS names no folder with seeds/*.txt")


@pytest.mark.parametrize("name", seeds.names())
def test_the_family_is_recognised(name: str) -> None:
    assert seeds.answer_of(name)["profile"] == FAMILIES[name[:3]]


@pytest.mark.parametrize("name", seeds.names())
def test_the_family_is_recognised_without_the_numbers_of_headings(name: str) -> None:
    text = NUMBER.sub("", seeds.text_of(name))
    assert text != seeds.text_of(name)
    assert core.analyse(text)["profile"] == FAMILIES[name[:3]]


def test_every_defect_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    missed, table = [], []
    for name, rows in DEFECTS.items():
        found = {(item["code"], item["line"]) for item in seeds.answer_of(name)["diagnostics"]}
        for kind, lines, codes in rows:
            hits = sorted((line, code) for code, line in found if code in codes and line in lines)
            table.append(f"  {name[:3]}  {kind:<15} {', '.join(f'{code} at {line}' for line, code in hits) or 'not found'}")
            missed += [] if hits else [f"{name[:3]} {kind} {lines}"]
    with capsys.disabled():
        print("", "defects of the seeds:", *table, sep="\n")
    assert not missed


@pytest.mark.parametrize("name", seeds.names())
def test_none_is_judged_by_section(name: str) -> None:
    found = [item["line"] for item in seeds.answer_of(name)["diagnostics"] if item["code"] == "section-empty"]
    assert found == EMPTY[name[:3]]


@pytest.mark.parametrize("name", seeds.names())
def test_the_missing_parts_are_those_listed(name: str) -> None:
    messages = [item["message"] for item in seeds.answer_of(name)["diagnostics"] if item["code"] == "section-missing"]
    wanted = MISSING[name[:3]]
    assert len(messages) == len(wanted)
    assert all(any(part in message for message in messages) for part in wanted)
