"""Facts: what can be read as such, what is refused and why, and what a text is told of them."""

from __future__ import annotations

import json
import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gouji
from gouji import FactsError, FileError
from gouji.facts import factor, read_facts
from gouji.ledger import decimal

ROOT = Path(__file__).parents[2]
ROW = {"indicator": "支出合计", "period": "2024", "value": "305.20", "unit": "万元"}
TEXT = "某馆2024年度部门整体支出绩效自评报告\n2024年支出合计300.20万元。\n"


def codes(text: str, facts: Any, **options: Any) -> list[str]:
    return [found.code for found in gouji.check(text, facts=facts, **options).diagnostics if found.code == "ledger-mismatch"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_table_in_any_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "facts.csv"
    lines = ["指标,年度,金额,单位,备注", "支出合计,2024年,“,”,万元,x".replace("“,”", "305.20"), ",,,,", "公务接待费,2024,,万元,"]
    path.write_bytes("\r\n".join(lines).replace(",", separator).encode(encoding))
    (fact,) = gouji.read_facts(path)
    assert (fact.indicator, fact.period, fact.value, fact.unit, fact.basis) == ("支出合计", "2024", 3052000, "元", "actual")
    assert codes(TEXT, path) == ["ledger-mismatch"]


@pytest.mark.parametrize("content", [[ROW], {"facts": [ROW]}, [{**ROW, "value": 305.2}], [{"指标": "支出合计", "期间": 2024, "数值": "3,052,000", "单位": "元"}]])
def test_json_and_rows(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert [fact.value for fact in gouji.read_facts(path)] == [3052000]
    rows = content["facts"] if isinstance(content, dict) else content
    assert codes(TEXT, rows) == ["ledger-mismatch"] == codes(TEXT, gouji.read_facts(path))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"indicator": "决算支出", "value": "3", "unit": "万元"}, ("支出合计", Fraction(30000), "元", "actual")),
        ({"indicator": "年初预算", "value": "3", "unit": "万元"}, ("预算数", Fraction(30000), "元", "budget")),
        ({"indicator": "基本支出", "value": "3", "unit": "万元", "basis": "预算"}, ("基本支出", Fraction(30000), "元", "budget")),
        ({"indicator": "接待读者", "value": "6.2", "unit": "万人次"}, ("接待读者", Fraction(62000), "人次", "actual")),
        ({"indicator": "预算执行率", "value": "98.29%", "unit": ""}, ("预算执行率", Fraction("98.29"), "%", "actual")),
        ({"indicator": "年末结转和结余", "value": "-0.05", "unit": "万元"}, ("年末结转和结余", Fraction(-500), "元", "actual")),
    ],
)
def test_how_a_fact_is_read(row: dict[str, str], expected: tuple[object, ...]) -> None:
    (fact,) = gouji.read_facts([{"period": "2024", **row}])
    assert (fact.indicator, fact.value, fact.unit, fact.basis) == expected


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("指标,期间,数值\n支出合计,2024,3\n", "表头：缺少 单位（unit）"),
        ("指标,期间,数值,单位\n支出合计,2024,三百,万元\n", "第2行：“三百”不是数"),
        ("指标,期间,数值,单位\n支出合计,2024,3,大洋\n", "第2行：读不懂“支出合计 3 大洋”，请核对单位"),
        ("指标,期间,数值,单位\n,2024,3,万元\n", "第2行：没有写指标"),
        ("指标,期间,数值,单位,口径\n支出,2024,3,万元,估计\n", "第2行：不认识口径“估计”"),
        ("指标,期间,数值,单位\n支出,2024,3,万元\n支出合计,2024,4,万元\n", "第3行：支出合计 4万元 与第2行的 3万元 不同"),
    ],
)
def test_what_is_refused(tmp_path: Path, content: str, why: str) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FactsError, match=why.replace("（", "[（]").replace("）", "[）]")):
        gouji.read_facts(path)


@pytest.mark.parametrize("content", ["{", "3", '{"facts": 3}', "[3]", '[{"indicator": "a"}]', "[" * 100_000])
def test_json_that_is_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "facts.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FactsError):
        gouji.read_facts(path)


def test_what_is_no_facts_at_all(tmp_path: Path) -> None:
    assert read_facts(None) is None
    with pytest.raises(TypeError):
        gouji.read_facts(3)  # type: ignore[arg-type]
    with pytest.raises(FileError):
        gouji.check(TEXT, facts=tmp_path / "none.csv")


def test_a_finding_has_the_form_of_all_others() -> None:
    report = gouji.check(TEXT, facts=[ROW])
    (found,) = [each for each in report.diagnostics if each.code == "ledger-mismatch"]
    assert TEXT[slice(*found.range)] == "300.20万元" and (found.line, found.column) == (2, 10)
    assert report.summary["error"] == sum(each.severity == "error" for each in report.diagnostics)
    assert [each.range for each in report.diagnostics] == sorted(each.range for each in report.diagnostics)
    assert pickle.loads(pickle.dumps(report)) == report == gouji.check(TEXT, facts=[ROW])
    moved = gouji.check("新的一行\n" + TEXT, facts=[ROW]).diagnostics
    assert found.id in {each.id for each in moved}
    english = gouji.check(TEXT, lang="en", facts=[ROW]).diagnostics
    assert "“支出合计” of 2024 is 300.20万元 here and 305.20万元 in the facts" in next(each.message for each in english if each.id == found.id)


def test_no_facts_no_findings() -> None:
    assert codes(TEXT, None) == codes(TEXT, []) == []
    assert codes(TEXT, [{**ROW, "period": "2023"}]) == []


def test_a_report_of_the_project_agrees_with_what_it_says_itself() -> None:
    """The first mention of each indicator, taken for a fact, contradicts no other figure of a consistent report."""
    known = {name for name, *_ in gouji._core.indicators()}
    for path in sorted((ROOT / "tests/reports").glob("*hunan*-clean.txt")):
        rows: dict[tuple[str, ...], dict[str, Any]] = {}
        report = gouji.check_file(path)
        for each in report.quantities:
            if each.indicator in known and each.approximation == "exact" and not each.scope and (each.period or "").isdigit():
                basis = "actual" if each.basis in ("unknown", "previous") else each.basis
                row = {"indicator": each.indicator, "period": each.period, "basis": basis, "value": each.printed, "unit": each.printed_unit}
                if each.printed[0].isdigit():
                    rows.setdefault((each.indicator, str(each.period), basis, each.unit), row)
        assert len(rows) > 15
        assert [f.message for f in gouji.check_file(path, facts=rows.values()).diagnostics if f.code == "ledger-mismatch"] == []


CELL = st.text(st.sampled_from("支出合计“三公”0123456789.,-+%万元。，\n|\t（）=\x00\ud800𠮷年"), max_size=12)


@given(st.lists(st.fixed_dictionaries({"indicator": CELL, "period": CELL, "value": CELL | st.floats() | st.integers(), "unit": CELL}), max_size=4))
def test_rows_of_any_content_are_facts_or_refused(rows: list[dict[str, object]]) -> None:
    try:
        facts = gouji.read_facts(rows)
    except FactsError:
        return
    gouji.check(TEXT, facts=facts)
    gouji.new("generic", facts)


@given(st.binary(max_size=200), st.sampled_from([".csv", ".json"]))
def test_files_of_any_content_are_facts_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes("指标,期间,数值,单位\n".encode() + content if suffix == ".csv" else content)
    try:
        gouji.read_facts(path)
    except (FactsError, FileError):
        pass


@given(st.integers(100_000, 10**12), st.integers(0, 4))
def test_rounding_is_no_mismatch_and_one_more_is(cents: int, places: int) -> None:
    """A fact in 元 with two places against a text in 万元 with up to four, rounded half up."""
    step = 10 ** (6 - places)  # 分 in a unit of the last place
    rounded = (cents + step // 2) // step
    facts = [{"indicator": "基本支出", "period": "2024", "value": f"{cents // 100}.{cents % 100:02d}", "unit": "元"}]
    for more in (0, 1, 7):
        printed = decimal(Fraction(rounded + more, 10**places), places)
        assert codes(f"某馆2024年度报告\n2024年基本支出{printed}万元。\n", facts) == ["ledger-mismatch"] * bool(more)


def test_many_files_are_compared(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (report,) = gouji.check_files(tmp_path, facts=[ROW])
    assert "ledger-mismatch" in {found.code for found in report.diagnostics} and report == gouji.check_file(tmp_path / "a.txt", facts=[ROW])


def test_units_and_decimals() -> None:
    assert factor("万元") == ("元", 10000) and factor("万人次") == ("人次", 10000) and factor("大洋") is None
    assert [decimal(Fraction(each)) for each in ("0", "-1/4", "3052", "1/3")] == ["0", "-0.25", "3052", None]
    assert decimal(Fraction("-0.5"), 2) == "-0.50"
