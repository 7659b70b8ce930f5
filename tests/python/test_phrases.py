"""What the program says: every phrase has both languages with the same values, and is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from gouji import phrases
from gouji.phrases import phrase

PACKAGE = Path(__file__).parents[2] / "python/gouji"
TABLE = phrases._PHRASES
VALUE = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_say_the_same(key: str) -> None:
    chinese, english = TABLE[key]
    assert sorted(VALUE.findall(chinese)) == sorted(VALUE.findall(english))
    assert not re.search("[\u4e00-\u9fff，。；：（）]", english)


def test_every_word_of_the_program_is_a_phrase_and_every_phrase_is_said() -> None:
    said = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name != "phrases.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                said |= {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()
    assert set(TABLE) - said == set()


def test_phrases_are_filled_in_as_they_are() -> None:
    assert phrase("zh", "named", name="{text}", text="{0}") == "{text}：{0}"
    assert phrase("en", "error") == "error"
    with pytest.raises(KeyError):
        phrase("zh", "no such phrase")
