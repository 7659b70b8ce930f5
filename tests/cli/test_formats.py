"""What the command line writes: text, JSON, JSON lines, tables; JSON is held against the published schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import jsonschema
import pytest

import gouji

Run = Callable[..., CompletedProcess[bytes]]

WRONG = "一、基本情况\n2024年支出100万元，其中：基本支出60万元，项目支出30万元。\n"
SCHEMA: dict[str, Any] = json.loads(
    (Path(gouji.__file__).parent / "schema/report.schema.json").read_text(encoding="utf-8")
)
# Texts that exercise many kinds of facts, relations and findings; what they find is not the matter here.
TEXTS = [
    WRONG,
    "",
    "某县2023年度部门整体支出绩效自评报告\n一、部门概况\n（一）编制60人，实有58人。\n三、收支情况\n"
    "年初预算1,200.50万元，全年执行1,180.25万元，执行率98.3%。比上年增加80.25万元，增长7.3%。\n"
    "共完成3项工作：一是修路；三是植树。\n三公经费8.00万元，占比约0.7%（其中：公务接待费3万元。\n",
    "满意度不低于90%，实际95%。得分：投入10分，过程25分，产出40分，效果20分，合计95分。2.1万人次，第45届，电话0731-1234567。",
    "\x1b[31m\u202e\ufffd“（【𠮷支出1，2万元",
]


def whole() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(SCHEMA)


def part(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_reports_follow_the_schema(text: str) -> None:
    part("document").validate(gouji.check(text).to_dict())


def test_json_follows_the_schema(gouji_command: Run, folder: Path) -> None:
    result = gouji_command("check", ".", "缺.txt", "--format", "json")
    written = json.loads(result.stdout)
    whole().validate(written)
    assert [document["path"] for document in written["documents"]] == [f"./{n}.txt" for n in (0, 2, 3, 4)]
    assert written["tool"] == {"name": "gouji", "version": gouji.__version__}
    assert written["errors"] == [
        {"path": "./1.txt", "message": "文件是空的，没有可检查的内容"},
        {"path": "缺.txt", "message": "找不到文件"},
    ]
    assert "基本支出".encode() in result.stdout
    assert written["documents"][0] == gouji.check_file(folder / "0.txt").to_dict() | {"path": "./0.txt"}


def test_json_of_nothing_follows_the_schema(gouji_command: Run) -> None:
    written = json.loads(gouji_command("check", "缺.txt", "--format", "json").stdout)
    whole().validate(written)
    assert written["documents"] == []


def test_every_json_line_is_a_document_or_a_failure(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("check", ".", "--format", "jsonl").stdout.decode().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["path"] for entry in entries] == [f"./{number}.txt" for number in range(5)]
    for number, entry in enumerate(entries):
        part("failure" if number == 1 else "document").validate(entry)


def test_the_schema_is_strict() -> None:
    document = gouji.check(WRONG).to_dict()
    assert part("document").is_valid(document)
    for wrong in (
        {**document, "profile_reason": ""},
        {key: value for key, value in document.items() if key != "profile_reason"},
        {**document, "more": 1},
        {**document, "year": "2024"},
        {key: value for key, value in document.items() if key != "coverage"},
        {**document, "diagnostics": [{**document["diagnostics"][0], "severity": "fatal"}]},
        {**document, "diagnostics": [{**document["diagnostics"][0], "range": None}]},
        {**document, "relations": [{**document["relations"][0], "operator": "<="}]},
        {**document, "quantities": [{**document["quantities"][0], "value": "1e6"}]},
    ):
        assert not part("document").is_valid(wrong)


def test_text_for_one_file(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("check", "0.txt", "--select", "sum-mismatch").stdout.decode().splitlines()
    first = lines.index("0.txt:2:8 错误 sum-mismatch")
    assert lines[first + 2 : first + 4] == [
        "    2024年支出100万元，其中：基本支出60万元，项目支出30万元。",
        "              ^^^^^^^",
    ]
    assert lines[-2] == ""
    assert lines[-1].startswith("错误 1，警告 0，提示 0；数量 ")


def test_text_is_plain_unless_colour_is_asked_for(gouji_command: Run, folder: Path) -> None:
    assert b"\x1b" not in gouji_command("check", "0.txt").stdout
    assert b"\x1b[1;31m" in gouji_command("check", "0.txt", "--color", "always", NO_COLOR="1").stdout


def test_a_file_without_findings_is_not_silent(gouji_command: Run) -> None:
    result = gouji_command("check", "-", stdin="没有数字。\n".encode())
    assert result.stdout.decode().splitlines()[-1] == "错误 0，警告 0，提示 0；数量 0 个，已勾稽 0 个"


def test_standard_input(gouji_command: Run) -> None:
    result = gouji_command("check", "-", stdin=WRONG.encode("utf-8-sig"))
    assert result.returncode == 1
    assert "-:2:8 错误 sum-mismatch" in result.stdout.decode().splitlines()
    result = gouji_command("check", "-", "--format", "jsonl", stdin=b"")
    assert json.loads(result.stdout) == {"path": "-", "error": "文件是空的，没有可检查的内容"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_change_nothing(gouji_command: Run, folder: Path, jobs: str) -> None:
    assert gouji_command("check", ".", "--jobs", jobs).stdout == gouji_command("check", ".").stdout


def test_a_table_of_quantities(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("quantities", "0.txt").stdout.decode().splitlines()
    assert lines[0].split() == ["序号", "位置", "原文", "数值", "近似", "指标", "期间", "口径", "范围"]
    cells = [line.split("  ") for line in lines[1:]]
    assert ["2:8", "100万元", "1000000 元"] in [[cell.strip() for cell in row if cell.strip()][1:4] for row in cells]


def test_a_table_of_relations(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("relations", "0.txt").stdout.decode().splitlines()
    assert lines[0].split() == ["序号", "位置", "种类", "结论", "相差", "算式", "依据"]
    assert lines[1].split()[:6] == ["0", "2:8", "合计", "不符", "10", "万元"]


def test_a_table_of_headings(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("outline", "0.txt").stdout.decode().splitlines()
    assert lines[0].split() == ["位置", "层级", "标题", "部分"]
    assert lines[1].split()[:3] == ["1:1", "1", "一、基本情况"]


def test_several_tables_have_names(gouji_command: Run, folder: Path) -> None:
    lines = gouji_command("outline", "0.txt", "-", stdin=WRONG.encode()).stdout.decode().splitlines()
    assert [line for line in lines if line.endswith("：")] == ["0.txt：", "-："]


@pytest.mark.parametrize("command", ["outline", "quantities", "relations"])
def test_lists_as_json(gouji_command: Run, folder: Path, command: str) -> None:
    result = gouji_command(command, "0.txt", "缺.txt", "--format", "json")
    assert result.returncode == 2
    written = json.loads(result.stdout)
    report = gouji.check(WRONG).to_dict()
    assert written == {
        "version": 1,
        "tool": {"name": "gouji", "version": gouji.__version__},
        "documents": [{"path": "0.txt", command: report[command]}],
        "errors": [{"path": "缺.txt", "message": "找不到文件"}],
    }
