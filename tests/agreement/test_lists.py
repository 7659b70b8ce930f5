"""`.relations` files: their reader and its errors; those of the project agree with the figures of their texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agreement.lists import ListError, parse_list, read_list
from tests.agreement.oracle import disagreements
from tests.agreement.sources import PROJECT, TEXTS

LISTS = sorted(PROJECT.rglob("*.relations"))
NAMES = [path.relative_to(PROJECT).as_posix() for path in LISTS]


@pytest.mark.skipif(not LISTS, reason="no report of the project has a list yet")
@pytest.mark.parametrize("path", LISTS, ids=NAMES)
def test_list_agrees_with_its_text(path: Path) -> None:
    try:
        wrong = disagreements(read_list(path, TEXTS))
    except ListError as error:
        pytest.fail(str(error), pytrace=False)
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.skipif(not LISTS, reason="no report of the project has a list yet")
def test_every_report_has_a_list() -> None:
    reports = {path.stem for folder in TEXTS for path in folder.glob("*.txt")}
    assert reports - {path.stem for path in LISTS} == set()


TEXT = """自评报告
在编15人、临聘5人，共2.5万元、1,234.50元。
三项工作：一是三定，二是十二项，三是其他三项。
本年-3.20万元，增长５０％，2020-2022年
\r最后一行5人"""


def places(relation: str) -> list[str]:
    """The figures that a line names, each with the character behind it."""
    listing = parse_list("list", relation, TEXT)
    return [TEXT[start : end + 1] for start, end in listing.relations[0].members]


@pytest.mark.parametrize(
    ("relation", "found"),
    [
        ("sum 2:15 = 2:5 + 2:2.5", ["15人", "5人", "2.5万"]),  # no number is found within another one
        ("sum 2:1,234.50 = 2:5 + 6:5", ["1,234.50元", "5人", "5人"]),  # a lone \r ends a line as well
        ("sum 3:三 = 3:三#2 + 3:十二", ["三项", "三定", "十二项"]),
        ("sum 3:三#4 = 3:三#3 + 4:2022", ["三项", "三是", "2022年"]),
        ("sum 4:-3.20 = 4:50 + 4:2020", ["-3.20万", "５０％", "2020-"]),
        ("count 3:三 = 3", ["三项"]),
    ],
)
def test_figures_are_named_by_line_and_number(relation: str, found: list[str]) -> None:
    assert places(relation) == found


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("sum 2:16 = 2:5 + 2:2.5", "line 2 has no number 16"),
        ("sum 2:5#2 = 2:15 + 2:2.5", "line 2 has 5 only 1 times"),
        ("sum 9:5 = 2:15 + 2:2.5", "there is no line 9"),
        ("sum 2:234.50 = 2:15 + 2:5", "line 2 has no number 234.50"),
        ("total 2:15 = 2:5 + 2:2.5", "unknown kind total"),
        ("sum 2:15 = 2:5 - 2:2.5", "expected = and then +"),
        ("sum 2:15 = 2:5 +", "one sign between each two"),
        ("sum 2:15 = 2:5 + 2:2.5人", "no LINE:NUMBER"),
        ("sum 2:15 = 2:5 + 2:15", "one figure twice"),
        ("share 2:15 = 2:5 / 2:2.5 / 3:三", "a share has a result and two figures"),
        ("change 2:15 = 2:5 of 2:2.5", "expected = and then from or on or to"),
        ("comparison 2:15 = 2:5", "< <= > >="),
        ("count 3:三 = 三", "NUMBER OF THINGS"),
        ("possible 2:15 = 2:5", "expected RATE of NUMBER"),
        ("sum 2:15 = 2:5 + 2:2.5 ! 2:15 10", "expected FIGURE -> NUMBER behind !"),
        ("sum 2:15 = 2:5 + 2:2.5 ! 3:三 -> 10", "does not take part"),
    ],
)
def test_a_mistake_in_a_list_is_told_with_its_file_and_line(line: str, problem: str) -> None:
    with pytest.raises(ListError) as error:
        parse_list("name", f"# comment\n\n{line}\n", TEXT)
    message = str(error.value)
    assert message.startswith("name.relations:3: ") and problem in message and message.endswith(line)


def test_all_mistakes_of_a_list_are_told_at_once() -> None:
    with pytest.raises(ListError) as error:
        parse_list("name", "sum 2:15 = 2:5 + 2:2.5\nsum 1:1 = 2:5\nsum 2:15 = 2:2.5 + 2:5\n", TEXT)
    assert str(error.value).split("\n") == [
        "name.relations:2: line 1 has no number 1: sum 1:1 = 2:5",
        "name.relations:3: stands in line 1 already: sum 2:15 = 2:2.5 + 2:5",
    ]


def test_a_list_without_its_text_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "report.relations").write_text("", encoding="utf-8")
    with pytest.raises(ListError, match=r"report\.txt stands nowhere near it"):
        read_list(tmp_path / "report.relations")


def test_marks() -> None:
    source = "sum 2:15 = 2:5 + 2:2.5 ~\nsum 2:5 = 2:15 + 2:2.5 !\nsum 2:2.5 = 2:15 + 2:5 ! 2:2.5 -> 20"
    relations = parse_list("name", source, TEXT).relations
    assert [(each.mark, each.wrong and each.wrong[1]) for each in relations] == [("~", None), ("!", None), ("!", "20")]
