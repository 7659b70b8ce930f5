"""Report families as a list and as an outline, from JSON written by hand."""

from __future__ import annotations

import json
from typing import Any

from gouji.output.families import list_json, list_lines, outline_lines
from gouji.profiles import Family

SECTIONS: list[Any] = [
    {
        "id": "basics",
        "title": "基本情况",
        "source": "湘财绩〔2020〕7号",
        "elements": [
            {"id": "posts", "name": "编制", "name_en": "posts", "source": "附件2\x1b", "severity": "warning"},
            {"id": "three", "name": "三公经费", "severity": "info", "source": "附件2\x1b"},
            {"id": "ledger", "name": "台账", "name_en": "ledger", "source": "湘财绩〔2020〕7号"},
        ],
        "sections": [{"id": "duties", "title": "职能", "elements": [{"id": "offices", "name": "内设机构"}]}],
    },
    {"id": "funds", "title": "基金", "none": "allowed"},
    {"id": "annex", "title": "附件", "severity": "none"},
]
WHOLE = {"source": "公开的提纲", "sections": SECTIONS, "elements": [{"id": "date", "name": "日期", "name_en": "date"}]}
FAMILY = Family("hunan-2", "湖南（两部分）", "Hunan, two parts", json.dumps(WHOLE))
EMPTY = Family("generic", "通用", "Generic", "{}")


def test_the_list() -> None:
    assert list(list_lines([FAMILY, EMPTY], "zh")) == [
        "名字     名称            部分数",
        "hunan-2  湖南（两部分）  3",
        "generic  通用            0",
    ]
    assert list(list_lines([FAMILY], "en")) == ["name     title             parts", "hunan-2  Hunan, two parts  3"]


def test_the_list_as_json() -> None:
    written = json.loads(list_json([FAMILY, EMPTY]))
    assert written["version"] == 1
    assert written["profiles"] == [
        {"name": "hunan-2", "title": "湖南（两部分）", "title_en": "Hunan, two parts", "parts": 3},
        {"name": "generic", "title": "通用", "title_en": "Generic", "parts": 0},
    ]


def test_the_outline() -> None:
    assert list(outline_lines(FAMILY, "zh")) == [
        "hunan-2  湖南（两部分）",
        "  来源：公开的提纲",
        "  基本情况（必写）  来源：湘财绩〔2020〕7号",
        "    · 编制（必写）  来源：附件2·",
        "    · 三公经费（宜写）",
        "    · 台账（必写）  来源：湘财绩〔2020〕7号",
        "    职能（必写）",
        "      · 内设机构（必写）",
        "  基金（必写、可写“无”）",
        "  附件（可不写）",
        "  全文",
        "    · 日期（必写）",
    ]


def test_the_outline_in_english() -> None:
    lines = list(outline_lines(FAMILY, "en"))
    assert lines[:6] == [
        "hunan-2  Hunan, two parts",
        "  source: 公开的提纲",
        "  基本情况 (required)  source: 湘财绩〔2020〕7号",
        "    · posts (required)  source: 附件2·",
        "    · 三公经费 (advised)",
        "    · ledger (required)  source: 湘财绩〔2020〕7号",
    ]
    assert lines[8:] == ["  基金 (required, may say “none”)", "  附件 (optional)", "  the whole document", "    · date (required)"]


def test_a_family_without_parts() -> None:
    assert list(outline_lines(EMPTY, "zh")) == ["generic  通用", "  不要求任何部分"]
    table = Family("table", "表", "Table", json.dumps({"elements": [{"id": "score", "name": "得分", "severity": "info"}]}))
    assert list(outline_lines(table, "zh")) == ["table  表", "  全文", "    · 得分（宜写）"]
