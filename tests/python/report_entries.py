"""Entries of the JSON contract written by hand, for tests that must not depend on what the core finds."""

from __future__ import annotations

from typing import Any

TEXT = "2024年支出100万元，其中：基本支出60万元，项目支出30万元。"


def quantity(id: int, begin: int, printed: str) -> dict[str, Any]:
    """An exact amount in 万元 that begins at `begin`."""
    end = begin + len(printed)
    return {
        "id": id, "range": [begin, end + 2], "number_range": [begin, end], "printed": printed, "printed_unit": "万元",
        "value": printed + "0000", "unit": "元", "decimals": 0, "kind": "money", "approximation": "exact",
        "indicator": None, "period": "2024", "basis": "actual", "scope": "",
    }  # fmt: skip


def diagnostic(begin: int, end: int, **changes: Any) -> dict[str, Any]:
    """A diagnostic in the first line of a text without characters outside the BMP or tabs."""
    return {
        "id": f"f{begin}", "code": "sum-mismatch", "severity": "error", "message": "合计不符",
        "range": [begin, end], "line": 1, "column": begin + 1, "related": [], "relation": None, "fixes": [], **changes,
    }  # fmt: skip


def entry(*diagnostics: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A `documents` entry with these diagnostics and nothing else."""
    severities = [found["severity"] for found in diagnostics]
    return {
        "path": "a.txt", "profile": "generic", "title": None, "year": 2024,
        "summary": {name: severities.count(name) for name in ("error", "warning", "info")},
        "coverage": {"quantities": 0, "related": 0},
        "outline": [], "quantities": [], "relations": [], "diagnostics": list(diagnostics), **changes,
    }  # fmt: skip


def sample_entry() -> dict[str, Any]:
    """What a check of TEXT finds, complete."""
    found = diagnostic(
        7, 12, relation=0, message="60 + 30 = 90，与 100 相差 10 万元",
        related=[{"range": [20, 24], "message": "基本支出"}, {"range": [29, 33], "message": "项目支出"}],
        fixes=[{"title": "改为 90", "edits": [{"range": [7, 10], "text": "90"}]}],
    )  # fmt: skip
    relation = {
        "id": 0, "kind": "sum", "status": "violated", "result": 0,
        "operands": [{"quantity": 1, "sign": 1}, {"quantity": 2, "sign": 1}],
        "expected": "90", "difference": "10", "formula": "60 + 30 = 90", "because": "words",
    }  # fmt: skip
    heading = {"id": 0, "parent": None, "level": 1, "label": "", "number": None, "title": "支出", "part": None,
               "range": [5, 7]}  # fmt: skip
    return entry(
        found, outline=[heading], relations=[relation], coverage={"quantities": 3, "related": 3},
        quantities=[quantity(0, 7, "100"), quantity(1, 20, "60"), quantity(2, 29, "30")],
    )  # fmt: skip
