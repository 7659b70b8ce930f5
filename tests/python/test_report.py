"""Report: records, comparison, pickling, printing."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from typing import Any

import pytest

import gouji
from gouji import Diagnostic, Edit, Fix, Heading, Operand, Quantity, Related, Relation, Report
from tests.python.report_entries import TEXT, diagnostic, entry, sample_entry

FAILED = Report({"path": "缺.txt", "error": "找不到文件"})


def test_records_have_the_names_and_values_of_the_contract() -> None:
    report = Report(sample_entry())
    assert (report.path, report.profile, report.title, report.year) == ("a.txt", "generic", None, 2024)
    assert report.summary == {"error": 1, "warning": 0, "info": 0}
    assert report.coverage == {"quantities": 3, "related": 3}
    assert report.error is None
    assert report.outline == [Heading(0, None, 1, "", None, "支出", None, (5, 7))]
    assert report.relations == [
        Relation(0, "sum", "violated", 0, (Operand(1, 1), Operand(2, 1)), "90", "10", "60 + 30 = 90", "words")
    ]
    assert report.quantities[2] == Quantity(
        2, (29, 33), (29, 31), "30", "万元", "300000", "元", 0, "money", "exact", None, "2024", "actual", ""
    )
    assert report.diagnostics == [
        Diagnostic(
            "f7", "sum-mismatch", "error", "60 + 30 = 90，与 100 相差 10 万元", (7, 12), 1, 8,
            (Related((20, 24), "基本支出"), Related((29, 33), "项目支出")), 0,
            (Fix("改为 90", (Edit((7, 10), "90"),)),),
        )
    ]  # fmt: skip


def test_optional_members_of_relations() -> None:
    base = sample_entry()["relations"][0]
    counted = {**base, "kind": "count", "operands": [], "items": [[1, 2], [4, 6]]}
    compared = {**base, "kind": "comparison", "operator": "<="}
    first, second = Report(entry(relations=[counted, compared])).relations
    assert (first.items, first.operator) == (((1, 2), (4, 6)), None)
    assert (second.items, second.operator) == ((), "<=")


def test_ranges_cut_the_text() -> None:
    found = Report(sample_entry()).diagnostics[0]
    assert TEXT[slice(*found.range)] == "100万元"
    assert [TEXT[slice(*place.range)] for place in found.related] == ["60万元", "30万元"]


def test_json_of_the_core_reads_like_its_dict() -> None:
    text = "一、概况\n2024年支出100万元，其中：“基本支出”60万元，项目支出30万元（见\"relations\":[）。\n"
    lazy = gouji.check(text)
    whole = Report(lazy.to_dict(), text)
    for name in ("path", "profile", "profile_reason", "title", "year", "summary", "coverage", "error"):
        assert getattr(gouji.check(text), name) == getattr(whole, name)
    for name in ("diagnostics", "relations", "quantities", "outline"):
        assert getattr(gouji.check(text), name) == getattr(whole, name)
    assert lazy == whole and pickle.loads(pickle.dumps(gouji.check(text))) == whole
    assert gouji.check(text).to_json() == whole.to_json()


def test_a_violated_product_spells_its_factors_once() -> None:
    (relation,) = gouji.check("印制台账每册12.50元，印制640册，共支付8200元。").relations
    assert relation.formula == "12.50 × 640 = 8000元"


def test_lists_are_built_once() -> None:
    report = Report(sample_entry())
    assert report.diagnostics is report.diagnostics


def test_records_cannot_be_changed() -> None:
    found = Report(sample_entry()).diagnostics[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.line = 2  # type: ignore[misc]
    assert not hasattr(found, "__dict__")
    assert len({found, found}) == 1


def test_to_dict_is_a_copy() -> None:
    report = Report(sample_entry())
    report.to_dict()["quantities"].clear()
    assert report.to_dict() == sample_entry()


def test_to_json_is_one_line_with_chinese_as_it_is() -> None:
    line = Report(sample_entry()).to_json()
    assert json.loads(line) == sample_entry()
    assert "基本支出" in line
    assert "\n" not in line


def test_reports_compare_by_content() -> None:
    assert Report(sample_entry()) == Report(sample_entry())
    assert Report(sample_entry()) != Report(entry())
    assert Report(sample_entry()) != sample_entry()
    with pytest.raises(TypeError):
        hash(Report(sample_entry()))


@pytest.mark.parametrize("report", [Report(sample_entry()), FAILED])
def test_reports_pickle_and_copy(report: Report) -> None:
    assert report.diagnostics == pickle.loads(pickle.dumps(report)).diagnostics
    assert pickle.loads(pickle.dumps(report)) == report
    assert copy.deepcopy(report) == report


def test_a_failed_report_is_empty() -> None:
    assert (FAILED.path, FAILED.error, FAILED.profile) == ("缺.txt", "找不到文件", None)
    assert FAILED.summary == {"error": 0, "warning": 0, "info": 0}
    assert FAILED.coverage == {"quantities": 0, "related": 0}
    assert FAILED.diagnostics == FAILED.quantities == FAILED.relations == FAILED.outline == []
    assert FAILED.to_dict() == {"path": "缺.txt", "error": "找不到文件"}


def test_printing() -> None:
    assert str(Report(sample_entry())) == (
        "1:8 错误 sum-mismatch\n"
        "  60 + 30 = 90，与 100 相差 10 万元\n"
        "a.txt：错误 1，警告 0，提示 0；数量 3 个，已勾稽 3 个"
    )
    assert str(Report(entry(path=None))) == "错误 0，警告 0，提示 0；数量 0 个，已勾稽 0 个"
    assert str(FAILED) == "缺.txt：找不到文件"
    assert str(Report(sample_entry(), TEXT, "en")) == (
        "1:8 error sum-mismatch\n"
        "  60 + 30 = 90，与 100 相差 10 万元\n"
        "a.txt: errors 1, warnings 0, info 0; quantities 3, tied 3"
    )
    assert repr(Report(sample_entry())) == (
        "<Report 'a.txt' generic: 1 error, 0 warning, 0 info, 3 quantities, 3 related>"
    )
    assert repr(FAILED) == "<Report '缺.txt': 找不到文件>"


def test_printing_sends_no_escape_sequences() -> None:
    assert "\x1b" not in str(Report(entry(diagnostic(0, 1, message="引文“\x1b[2J”"), path="\x1b.txt")))


def test_check_reads_a_text() -> None:
    report = gouji.check(TEXT)
    errors = [(found.code, TEXT[slice(*found.range)]) for found in report.diagnostics if found.severity == "error"]
    assert errors == [("sum-mismatch", "100万元")]
    assert report.path is None
    assert [quantity.printed for quantity in report.quantities if quantity.kind == "money"] == ["100", "60", "30"]
    assert report.profile == "generic"


def test_the_text_is_kept_beside_the_contract() -> None:
    report = gouji.check(TEXT, lang="en")
    assert (report.text, report.language) == (TEXT, "en")
    assert "text" not in report.to_dict()
    again = pickle.loads(pickle.dumps(report))
    assert (again.text, again.language) == (TEXT, "en")
    assert Report(sample_entry()).text is None
    assert FAILED.text is None


def test_the_reason_of_the_profile() -> None:
    assert FAILED.profile_reason is None
    assert gouji.check(TEXT).profile_reason == "没有认出具体的报告类型"
    assert gouji.check(TEXT, lang="en").profile_reason == "no particular type of report was recognised"
    assert gouji.check(TEXT, profile="hunan-10").profile_reason == "由使用者指定"
    assert Report(entry(profile_reason="标题有“一、部门概况”")).profile_reason == "标题有“一、部门概况”"


@pytest.mark.parametrize("wrong", [b"bytes", None, 1])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {type(wrong).__name__}"):
        gouji.check(wrong)
