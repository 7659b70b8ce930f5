"""Names of the values in quantities and relations, for a reader."""

from __future__ import annotations


def named(language: str, names: dict[str, str], value: str) -> str:
    """The Chinese name of a value, the value itself where it has none; in English the value in words.

    What says nothing (an exact number, an unknown basis) has an empty name in both.
    """
    name = names.get(value, value)
    return value.replace("_", " ") if name and language == "en" else name


KINDS = {
    "sum": "合计", "balance": "平衡", "share": "占比", "rate": "比率", "change": "增减", "restatement": "重述",
    "product": "乘积", "count": "计数", "comparison": "比较", "score": "得分", "row": "表行", "column": "表列",
}  # fmt: skip
STATUSES = {"holds": "相符", "rounding": "尾差", "violated": "不符"}
REASONS = {"words": "文字", "structure": "结构", "identity": "恒等式"}
BASES = {
    "actual": "实际", "budget": "预算", "adjusted_budget": "调整预算", "target": "目标", "previous": "上年",
    "cumulative": "累计", "unknown": "",
}  # fmt: skip
APPROXIMATIONS = {
    "exact": "", "about": "约", "over": "超过", "under": "不足", "at_least": "不少于", "at_most": "不超过",
}  # fmt: skip
