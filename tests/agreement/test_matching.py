"""Which relations of a core say the same as a listed one. The answers are made up here; no core is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.agreement.lists import Listing, parse_list
from tests.agreement.matching import Agreement, compare
from tests.agreement.tables import details, tables

TEXT = """支出合计100万元，其中：基本支出60万元，项目支出40万元，比上年的80万元增加20万元，增长25%，占75%。
全年支出100万元；收入130万元，结余30万元。
基本支出60万元、项目支出40万元。
共3项，每项7元，合计21元。"""
# By hand: which figures stand for one thing
SAME = "restatement 1:100 = 2:100\nrestatement 1:60 = 3:60\nrestatement 1:40 = 3:40\n"


def answer(listing: Listing, *relations: str) -> dict[str, Any]:
    """A core's answer with such relations: `sum holds 1:100 = + 1:60 + 1:40`; `comparison holds 1:60 <= 1:100`."""
    spans: list[tuple[int, int]] = []

    def quantity(name: str) -> int:
        line, _, number = name.partition(":")
        number, _, nth = number.partition("#")
        span = listing.text.find(int(line), number, int(nth or 1))
        if span not in spans:
            spans.append(span)
        return spans.index(span)

    items = []
    for number, relation in enumerate(relations):
        kind, status, result, operator, *rest = relation.split()
        signs = [-1 if sign == "-" else 1 for sign in rest[::2]]
        operands = [{"quantity": quantity(name), "sign": sign} for sign, name in zip(signs, rest[1::2], strict=True)]
        item = {"id": number, "kind": kind, "status": status, "result": quantity(result), "operands": operands}
        if kind == "comparison":  # lists the stated quantity first
            item |= {"operator": operator, "operands": [{"quantity": item["result"], "sign": 1}, *operands]}
        items.append({**item, "formula": relation})
    quantities = [{"id": number, "number_range": list(span)} for number, span in enumerate(spans)]
    return {"relations": items, "quantities": quantities}


def agreement(listed: str, *answered: str) -> Agreement:
    listing = parse_list("name", SAME + listed, TEXT)
    return compare(listing, answer(listing, *answered))


FOUND = [
    ("sum 1:100 = 1:60 + 1:40", "sum holds 1:100 = + 1:40 + 1:60"),
    ("sum 1:100 = 1:60 + 1:40", "row holds 1:100 = + 1:60 + 1:40"),
    ("sum 1:100 = 1:60 + 1:40", "sum holds 2:100 = + 3:60 + 1:40"),  # restated members stand for each other
    ("balance 2:30 = 2:130 - 2:100", "balance holds 2:30 = + 2:130 - 1:100"),
    ("share 1:75 = 1:60 / 1:80", "rate holds 1:75 = + 1:60 / 1:80"),
    ("rate 1:75 = 1:60 / 1:80", "share holds 1:75 = + 3:60 / 1:80"),
    ("change 1:20 = 1:100 from 1:80", "change holds 1:20 = + 2:100 + 1:80"),
    # A rate of change: any form that a listed amount links
    ("change 1:25 = 1:20 on 1:80", "change holds 1:25 = + 1:20 + 1:80"),
    ("change 1:20 = 1:100 from 1:80\nchange 1:25 = 1:20 on 1:80", "change holds 1:25 = + 1:100 + 1:80"),
    ("change 1:20 = 1:100 from 1:80\nchange 1:25 = 1:20 on 1:80", "change holds 1:25 = + 1:20 + 1:100"),
    ("change 1:20 = 1:100 from 1:80\nchange 1:25 = 1:20 to 1:100", "change holds 1:25 = + 1:20 + 1:80"),
    ("comparison 1:60 <= 1:80", "comparison holds 1:60 < + 1:80"),
    ("comparison 1:60 <= 1:80", "comparison holds 1:80 >= + 1:60"),
    ("count 4:3 = 3", "count holds 4:3 ="),
    ("product 4:21 = 4:3 * 4:7", "product holds 4:21 = + 4:7 + 4:3"),
    ("score 4:21 = 4:3 * 4:7", "score holds 4:21 = + 4:3 + 4:7"),
    ("whole 1:60 + 1:40", "whole holds 1:40 = + 1:60"),
    ("possible 1:75 of 1:40", "possible holds 1:75 = + 1:40"),
]
REARRANGED = [
    ("balance 2:30 = 2:130 - 2:100", "sum holds 2:130 = + 2:30 + 2:100"),
    ("balance 2:30 = 2:130 - 2:100", "change holds 2:30 = + 2:130 + 2:100"),
    ("change 1:20 = 1:100 from 1:80", "balance holds 1:20 = + 1:100 - 1:80"),
    ("product 4:21 = 4:3 * 4:7", "product holds 4:7 = + 4:21 + 4:3"),
]
OTHER = [
    ("sum 1:100 = 1:60 + 1:40", "sum holds 1:100 = + 1:60 + 1:20"),
    ("sum 1:100 = 1:60 + 1:40", "sum holds 1:100 = + 1:60"),
    ("sum 1:100 = 1:60 + 1:40", "balance holds 1:100 = + 1:60 - 1:40"),
    ("share 1:75 = 1:60 / 1:80", "share holds 1:75 = + 1:80 / 1:60"),
    ("change 1:20 = 1:100 from 1:80", "change holds 1:20 = + 1:80 + 1:100"),
    ("change 1:25 = 1:20 on 1:80", "change holds 1:25 = + 1:20 + 1:100"),
    ("balance 2:30 = 2:130 - 2:100", "balance holds 2:30 = + 2:100 - 2:130"),
    ("comparison 1:60 <= 1:80", "comparison holds 1:80 <= + 1:60"),
    ("count 4:3 = 3", "count holds 4:7 ="),
    ("count 4:3 = 3", "sum holds 4:3 = + 4:7 + 4:21"),
]


def counts(result: Agreement) -> tuple[int, int, int]:
    """Found, right, rearranged."""
    return result.total.found, result.total.right, result.total.rearranged


@pytest.mark.parametrize(("listed", "answered"), FOUND)
def test_the_same_said_otherwise_is_found(listed: str, answered: str) -> None:
    assert counts(agreement(listed, answered)) == (1, 1, 0)


@pytest.mark.parametrize(("listed", "answered"), REARRANGED)
def test_another_member_as_the_result_is_found_and_told(listed: str, answered: str) -> None:
    assert counts(agreement(listed, answered)) == (1, 1, 1)


@pytest.mark.parametrize(("listed", "answered"), OTHER)
def test_another_relation_is_missed_and_extra(listed: str, answered: str) -> None:
    result = agreement(listed, answered)
    assert counts(result) == (0, 0, 0)
    assert len(result.extra) == 1 and len(result.missed) == 1 + 3


def test_restatements_count_by_link_under_transitive_closure() -> None:
    text = "支出100万元。支出100万元。支出100万元。支出100万元。收入100万元。"
    listing = parse_list("name", "restatement 1:100#1 = 1:100#2 = 1:100#3 = 1:100#4", text)
    # 1-3 and 3-4 are tied, 2 is not; 5 is another thing.
    result = compare(
        listing,
        answer(listing, "restatement holds 1:100#3 = + 1:100#4", "restatement holds 1:100#1 = + 1:100#3 + 1:100#5"),
    )
    tally = result.tallies["restatement"]
    assert (tally.listed, tally.found, tally.answered, tally.right) == (3, 2, 3, 2)
    assert len(result.missed) == 1 and len(result.extra) == 1


def test_a_total_of_one_term_is_a_restatement() -> None:
    text = "收入总计100万元，支出总计100万元。"
    listing = parse_list("name", "balance 1:100#1 = 1:100#2", text)
    for answered in ("balance holds 1:100#2 = + 1:100#1", "restatement holds 1:100#1 = + 1:100#2"):
        total = compare(listing, answer(listing, answered)).total
        assert (total.found, total.right, total.answered) == (1, 1, 1)


def test_a_total_that_follows_from_listed_ones_is_neither_right_nor_extra() -> None:
    text = "年初结转10万元，收入90万元，总计100万元，支出80万元，年末结转20万元。"
    listing = parse_list("name", "sum 1:100 = 1:10 + 1:90\nbalance 1:20 = 1:100 - 1:80", text)
    result = compare(
        listing,
        answer(listing, "balance holds 1:20 = + 1:10 + 1:90 - 1:80", "balance holds 1:20 = + 1:10 + 1:90 - 1:100"),
    )
    tally = result.tallies["balance"]
    assert (tally.answered, tally.right, tally.follows, len(result.extra)) == (2, 0, 1, 1)


def test_a_quantity_that_covers_a_listed_figure_is_that_figure() -> None:
    listing = parse_list("name", "sum 1:100 = 1:60 + 1:40", TEXT)
    answered = answer(listing, "sum holds 1:100 = + 1:60 + 1:40")
    answered["quantities"][0]["number_range"][1] += 1  # 100万
    assert compare(listing, answered).total.found == 1


def test_the_status_is_compared_with_the_mark() -> None:
    result = agreement("sum 1:100 = 1:60 + 1:40", "sum violated 1:100 = + 1:60 + 1:40")
    assert result.total.agreed == 0 and [status for _, status in result.other_status] == ["violated"]
    result = agreement("sum 1:100 = 1:60 + 1:40 !", "sum violated 1:100 = + 1:60 + 1:40")
    assert result.total.agreed == 1 and result.other_status == []


def test_misses_are_printed_violated_extras_first() -> None:
    result = agreement(
        "sum 2:130 = 2:100 + 2:30",
        "sum holds 4:21 = + 4:3 + 4:7",
        "sum violated 1:100 = + 1:60 + 1:20",
        "balance holds 2:100 = + 2:130 - 2:30",
        "restatement holds 1:100 = + 2:100",
    )
    lines = list(details(result))
    assert [line.split()[:2] for line in lines] == [
        ["extra", "violated"],
        ["extra", "holds"],
        ["missed", "restatement"],
        ["missed", "restatement"],
        ["rearranged", "sum"],
    ]
    assert "line 1:" in lines[0] and "支出合计【100】万元，其" in lines[0]
    # listed: 3 links and the sum; answered: 4, of which the balance and the restatement are right
    assert tables([result]).split("\n")[-1].split() == [
        *("all", "4", "2", "50.0%", "4", "2", "50.0%", "0", "1", "100.0%")
    ]
