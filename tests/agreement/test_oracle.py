"""Verdicts of the oracle on short texts: each is worked out by hand in the comment or from the rules of the verdicts."""

from __future__ import annotations

import pytest

from tests.agreement.lists import FAILS, HOLDS, TAIL, parse_list
from tests.agreement.oracle import MEETS, disagreements, verdict

CASES = [
    # Totals: at the finest precision; half a last unit a member, at most two
    ("合计19.84万元，其中8万元、11.84万元", "sum 1:19.84 = 1:8 + 1:11.84", HOLDS),
    ("合计19.85万元，其中8万元、11.84万元", "sum 1:19.85 = 1:8 + 1:11.84", TAIL),  # 0.01 of at most 0.015
    ("合计19.86万元，其中8万元、11.84万元", "sum 1:19.86 = 1:8 + 1:11.84", FAILS),
    ("共1.05、1.01、1.01、1.01、1.00万元", "sum 1:1.05 = 1:1.01#1 + 1:1.01#2 + 1:1.01#3 + 1:1.00", FAILS),
    ("共4.05、1.01、1.01、1.01、1.00万元", "sum 1:4.05 = 1:1.01#1 + 1:1.01#2 + 1:1.01#3 + 1:1.00", TAIL),  # 0.02
    ("共4.06、1.01、1.01、1.01、1.00万元", "sum 1:4.06 = 1:1.01#1 + 1:1.01#2 + 1:1.01#3 + 1:1.00", FAILS),  # 0.03
    ("共20万元：8万元、11万元", "sum 1:20 = 1:8 + 1:11", FAILS),  # no decimal: no tolerance
    ("共20.5万人：8.2万人、12.4万人", "sum 1:20.5 = 1:8.2 + 1:12.4", FAILS),  # people: no tolerance
    ("结余0.09万元，收入8万元，支出7.91万元", "balance 1:0.09 = 1:8 - 1:7.91", HOLDS),
    # Several units: intervals of half a last unit
    ("1.28亿元，即12,815.33万元", "restatement 1:1.28 = 1:12,815.33", MEETS),
    ("1.28亿元，即12,850.01万元", "restatement 1:1.28 = 1:12,850.01", FAILS),  # 50.01 of at most 50.005
    ("共3万元，其中12000元、18000元", "sum 1:3 = 1:12000 + 1:18000", HOLDS),
    ("共113.8万元，前文113.80万元", "restatement 1:113.8 = 1:113.80", HOLDS),
    ("共113.8万元，前文113.84万元", "restatement 1:113.8 = 1:113.84", FAILS),
    ("减少1.16万元，表中-1.16万元", "restatement 1:1.16 = 1:-1.16", HOLDS),
    ("减少1.16万元，表中-1.61万元", "restatement 1:1.16 = 1:-1.61", FAILS),
    # The unit of a list stands behind its last number, that of a table above it
    ("分别为1.5、2.5万元，共4万元", "sum 1:4 = 1:1.5 + 1:2.5", HOLDS),
    ("表1（单位：元）\n项目\t金额\n甲\t15000\n共1.5万元", "restatement 4:1.5 = 3:15000", HOLDS),
    ("表1（单位：万元）\n项目\t金额\t执行率\n甲\t15000\t96.5\n执行率96.5%", "restatement 4:96.5 = 3:96.5", HOLDS),
    # Quotients: rounded half up; a tail where truncated, less than one last unit off or within the operands' intervals
    ("占83.41%，100.53万元，120.53万元", "share 1:83.41 = 1:100.53 / 1:120.53", HOLDS),  # 83.4066
    ("占83.40%，100.53万元，120.53万元", "share 1:83.40 = 1:100.53 / 1:120.53", TAIL),
    ("占83.42%，100.53万元，120.53万元", "share 1:83.42 = 1:100.53 / 1:120.53", FAILS),  # operands: up to 83.4142
    ("占8.6%，0.5万元，6.0万元", "share 1:8.6 = 1:0.5 / 1:6.0", TAIL),  # operands: 0.45 / 6.05 to 0.55 / 5.95 = 9.24%
    ("占9.3%，0.5万元，6.0万元", "share 1:9.3 = 1:0.5 / 1:6.0", FAILS),
    ("合格率97.2%，35台，36台", "rate 1:97.2 = 1:35 / 1:36", HOLDS),
    ("合格率97.4%，35台，36台", "rate 1:97.4 = 1:35 / 1:36", FAILS),  # 97.22: things have no interval
    ("受灾率0.9‰，9亩，10000亩", "rate 1:0.9 = 1:9 / 1:10000", HOLDS),
    ("占百分之九十，9人，10人", "share 1:九十 = 1:9 / 1:10", HOLDS),
    ("占5%，5元，0元", "share 1:5 = 1:5#2 / 1:0", FAILS),
    # Changes: the direction is told by a word or a sign
    ("增加18.17万元，320.95万元，302.78万元", "change 1:18.17 = 1:320.95 from 1:302.78", HOLDS),
    ("减少18.17万元，320.95万元，302.78万元", "change 1:18.17 = 1:320.95 from 1:302.78", FAILS),
    ("减少18.17万元，302.78万元，320.95万元", "change 1:18.17 = 1:302.78 from 1:320.95", HOLDS),
    ("增减额-18.17万元，302.78万元，320.95万元", "change 1:-18.17 = 1:302.78 from 1:320.95", HOLDS),
    ("相差18.17万元，302.78万元，320.95万元", "change 1:18.17 = 1:302.78 from 1:320.95", HOLDS),
    ("增长6.00%，增加18.17万元，上年302.78万元", "change 1:6.00 = 1:18.17 on 1:302.78", HOLDS),  # 6.0011
    ("下降6.00%，增加18.17万元，上年302.78万元", "change 1:6.00 = 1:18.17 on 1:302.78", FAILS),
    ("增长5.66%，增加18.17万元，上年302.78万元", "change 1:5.66 = 1:18.17 on 1:302.78", FAILS),  # on the current year
    ("增长6.00%，320.95万元，上年302.78万元", "change 1:6.00 = 1:320.95 from 1:302.78", HOLDS),
    ("增长6.00%，增加18.17万元，达到320.95万元", "change 1:6.00 = 1:18.17 to 1:320.95", HOLDS),
    ("下降10%，减少1万元，降至9万元", "change 1:10 = 1:1 to 1:9", HOLDS),
    ("提高2.5个百分点，95.5%，93%", "change 1:2.5 = 1:95.5 from 1:93", HOLDS),
    # Products and scores
    ("60户，每户200元，共1.2万元", "product 1:1.2 = 1:60 * 1:200", HOLDS),
    ("人均41.67元，12人，共500元", "product 1:500 = 1:41.67 * 1:12", HOLDS),  # 500 / 12 = 41.667
    ("人均41.76元，12人，共500元", "product 1:500 = 1:41.76 * 1:12", FAILS),
    ("3.2公里，每公里45.00万元，共144.00万元", "product 1:144.00 = 1:3.2 * 1:45.00", HOLDS),
    ("10分，执行率98.13%，得9.81分", "score 1:9.81 = 1:10 * 1:98.13", HOLDS),
    ("10分，执行率103%，得10分", "score 1:10#2 = 1:10#1 * 1:103", HOLDS),  # capped
    ("10分，执行率98.13%，得9.18分", "score 1:9.18 = 1:10 * 1:98.13", FAILS),
    # Shares of a whole
    ("占73.58%、26.42%", "whole 1:73.58 + 1:26.42", HOLDS),
    ("占33.33%、33.33%、33.33%", "whole 1:33.33#1 + 1:33.33#2 + 1:33.33#3", TAIL),
    ("占73.85%、26.42%", "whole 1:73.85 + 1:26.42", FAILS),
    # Comparisons and counts: no tolerance
    ("编制7名，在职7人", "comparison 1:7#2 <= 1:7#1", HOLDS),
    ("编制7名，在职8人", "comparison 1:8 <= 1:7", FAILS),
    ("目标95%，满意度95%", "comparison 1:95#2 > 1:95#1", FAILS),
    ("1.2万人，超过9000人", "comparison 1:1.2 > 1:9000", HOLDS),
    ("以下三项工作", "count 1:三 = 3", HOLDS),
    ("以下三项工作", "count 1:三 = 4", FAILS),
    ("满意度95.6%，问卷40份", "possible 1:95.6 of 1:40", FAILS),  # 38 of 40 are 95.0, 39 are 97.5
    ("满意度97.5%，问卷40份", "possible 1:97.5 of 1:40", HOLDS),
    ("满意度66.6%，问卷3份", "possible 1:66.6 of 1:3", TAIL),  # truncated
]


@pytest.mark.parametrize(("text", "relation", "expected"), CASES)
def test_verdict(text: str, relation: str, expected: str) -> None:
    listing = parse_list("name", relation, text)
    assert verdict(listing, listing.relations[0]) == expected


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("sum 1:19.84 = 1:8 + 1:11.84", None),
        ("sum 1:19.84 = 1:8 + 1:11.84 !", "holds"),
        ("sum 1:19.84 = 1:8 + 1:11.84 ~", "holds"),
        ("sum 1:30 = 1:8 + 1:11.84", "does not hold"),
        ("sum 1:30 = 1:8 + 1:11.84 !", None),
        ("sum 1:30 = 1:8 + 1:11.84 ! 1:30 -> 19.84", None),
        ("sum 1:30 = 1:8 + 1:11.84 ! 1:30 -> 19.48", "does not hold with the value named as right"),
    ],
)
def test_a_wrong_mark_is_told(relation: str, said: str | None) -> None:
    found = disagreements(parse_list("name", relation, "合计19.84万元，其中8万元、11.84万元，不是30万元"))
    assert found == ([] if said is None else [f"name.relations:1: {said}: {relation}"])
