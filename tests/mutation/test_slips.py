"""Slips of one figure: what they write, which are left out, and when a finding counts as new and as about the figure."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from tests.agreement.lists import Listing, parse_list
from tests.fixtures import core
from tests.mutation import slips as kinds
from tests.mutation.figure_judge import Judge, unaltered
from tests.mutation.slips import FAILING, KEPT, TOLERATED, Slip, slips

TEXT = """2023年，支出合计10.50万元，其中：基本支出8.00万元，项目支出2.50万元。
编制13名，在职12人。完成率33.3%，1件，3件。
资产合计90万元，其中：房屋50万元，车辆30万元。"""
LIST = """sum 1:10.50 = 1:8.00 + 1:2.50
comparison 2:12 <= 2:13
rate 2:33.3 = 2:1 / 2:3
sum 3:90 = 3:50 + 3:30 ! 3:90 -> 80"""


def listing() -> Listing:
    return parse_list("name", LIST, TEXT)


def slip(kind: str, printed: str) -> Slip:
    return next(each for each in slips([listing()]) if each.kind == kind and each.figure.printed == printed)


def handmade(printed: str, new: str) -> Slip:
    """A slip that writes `new` for a number of TEXT that stands there once."""
    found = listing()
    figure = next(found.figures[place] for place in found.figures if found.figures[place].printed == printed)
    start, end = figure.place
    place = (start, start + len(new))
    return Slip(0, kinds.DIGIT, figure, start, end, new, place, (start, place[1] + figure.end - end), ("sum",), 1)


POSSIBLE = [  # by hand: everything that a slip may write
    (kinds.TRANSPOSED, "10.50万元", {"10.05"}),  # not 01.50
    (kinds.TRANSPOSED, "1,234万元", {"2,134", "1,324", "1,243"}),
    (kinds.TRANSPOSED, "8.00万元", set()),
    (kinds.TRANSPOSED, "三项", set()),
    (kinds.DROPPED, "10.50万元", {"0.50", "1.50", "10.0", "10.5"}),
    (kinds.DROPPED, "1,234万元", {"234", "134", "124", "123"}),
    (kinds.DROPPED, "2.5万元", {"2"}),
    (kinds.DROPPED, "7人", set()),
    (kinds.POINT, "10.50万元", {"105.0", "1.050"}),
    (kinds.POINT, "0.5万元", {"5", "0.05"}),
    (kinds.POINT, "12人", {"120"}),
    (kinds.POINT, "12万元", {"120", "1.2"}),
    (kinds.POINT, "9,876.5万元", {"98,765", "987.65"}),
    (kinds.POINT, "-3.20万元", {"-32.0", "-0.320"}),
    (kinds.DIGIT, "7人", {"1", "2", "3", "4", "5", "6", "8", "9"}),
    (kinds.DIGIT, "三项", {"一", "二", "四", "五", "六", "七", "八", "九"}),
]


@pytest.mark.parametrize(("kind", "printed", "possible"), POSSIBLE)
def test_what_a_slip_may_write(kind: str, printed: str, possible: set[str]) -> None:
    number = printed.rstrip("万元人项")
    figure = parse_list("name", f"whole 1:{number} + 2:1", f"{printed}\n1元").figures[(0, len(number))]
    written = {kinds.SLIPPED[kind](figure, random.Random(seed)) for seed in range(200)}
    assert written - {""} == possible


def test_other_units() -> None:
    text = "1万元，2元，3亿元，4人，5%"
    found = list(slips([parse_list("name", "whole 1:1 + 1:2 + 1:3 + 1:4 + 1:5", text)]))
    units = [each.altered(text) for each in found if each.kind == kinds.UNIT]
    assert units == ["1元，2元，3亿元，4人，5%", "1万元，2万元，3亿元，4人，5%", "1万元，2元，3万元，4人，5%"]


def test_slips_are_the_same_each_time() -> None:
    assert list(slips([listing()])) == list(slips([listing()]))


def test_a_slip_knows_what_it_breaks() -> None:
    found = slip(kinds.UNIT, "2.50")
    assert (found.broken, found.meeting, found.excluded) == (("sum",), 1, "")
    assert TEXT.replace("2.50万元", "2.50元") == found.altered(TEXT)
    assert found.altered(TEXT)[slice(*found.quantity)] == "2.50元"


def test_what_no_reviewer_could_see_is_left_out() -> None:
    reasons = {(each.figure.printed, each.new): each.excluded for each in slips([listing()])}
    assert {reason for (printed, _), reason in reasons.items() if printed in ("90", "50", "30")} == {FAILING}
    assert {reasons[key] for key in reasons if key[0] == "13" and int(key[1]) > 12} == {TOLERATED}
    assert all(reason == KEPT for (printed, new), reason in reasons.items() if (printed, new) == ("8.00", "8.0"))
    assert not any(reason for (printed, _), reason in reasons.items() if printed == "10.50")


class Said(NamedTuple):
    """An error of a made-up core; `fix` is written for the number of the quoted amount."""

    quoted: str
    related: tuple[str, ...] = ()
    fix: str = ""


def answer(text: str, said: Sequence[Said]) -> dict[str, Any]:
    def place(quoted: str) -> tuple[int, int]:
        start = text.index(quoted)
        return start, start + len(quoted)

    diagnostics = []
    for each in said:
        start, end = place(each.quoted)
        edits = [{"range": (start, end - len("万元")), "text": each.fix}]
        diagnostics.append(
            {
                "code": "sum-mismatch",
                "severity": "error",
                "message": "",
                "line": text.count("\n", 0, start) + 1,
                "range": (start, end),
                "related": [{"range": place(quoted)} for quoted in each.related],
                "fixes": [{"edits": edits}] if each.fix else [],
            }
        )
    return {"diagnostics": diagnostics, "quantities": []}


JUDGED = [  # what is said about 8.00万元 written as 9.00万元; caught, culprit, corrected
    ([], (False, False, False)),
    ([Said("10.50万元", ("9.00万元", "2.50万元"))], (True, False, False)),
    ([Said("9.00万元", ("10.50万元",))], (True, True, False)),
    ([Said("9.00万元", fix="8.00")], (True, True, True)),
    ([Said("9.00万元", fix="8")], (True, True, True)),
    ([Said("9.00万元", fix="80.0")], (True, True, False)),
    ([Said("10.50万元", ("9.00万元",), fix="11.50")], (True, False, False)),
    ([Said("9.00万元"), Said("10.50万元", ("9.00万元",))], (True, False, False)),  # two stories
    ([Said("9.00万元"), Said("90万元")], (True, True, False)),  # the other one is about something else
    ([Said("90万元")], (False, False, False)),
]


@pytest.mark.parametrize(("said", "expected"), JUDGED)
def test_what_is_said_about_a_slip(
    said: list[Said], expected: tuple[bool, bool, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core, "analyse", lambda text: answer(text, said if "9.00" in text else []))
    outcome = Judge([listing()]).judge(handmade("8.00", "9.00"))
    assert (outcome.caught, outcome.culprit, outcome.corrected) == expected
    assert len(outcome.new) == len(said)


def test_a_slip_is_seen_by_the_core() -> None:
    outcome = Judge([listing()]).judge(handmade("10.50", "10.05"))
    assert outcome.caught and outcome.culprit
    assert [said.split()[:2] for said in outcome.new] == [["1", "sum-mismatch"]]


def test_findings_of_the_unaltered_text_are_not_new() -> None:
    """The finding about line 3 stands behind the figure and moves with it."""
    judge = Judge([listing()])
    assert [each["line"] for each in judge.unaltered(0)] == [3]
    assert judge.judge(handmade("33.3", "33.33")).new == ()
    assert judge.judge(handmade("90", "91")).new == ()  # the same finding with another number
    assert not judge.judge(handmade("90", "91")).caught


def test_findings_of_the_unaltered_text_are_expected_where_a_listed_mistake_is() -> None:
    findings = Judge([listing()]).unaltered(0)
    found = unaltered(listing(), findings)
    assert (len(found.expected), len(found.false), found.told, found.planted) == (1, 0, 1, 1)
    found = unaltered(parse_list("name", LIST.replace(" ! 3:90 -> 80", ""), TEXT), findings)
    assert (len(found.expected), len(found.false), found.told, found.planted) == (0, 1, 0, 0)
