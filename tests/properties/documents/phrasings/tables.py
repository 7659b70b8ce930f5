"""Tables: Markdown and tabs, with a row of totals, a column of totals, or a column of rates."""

from collections.abc import Iterable

from tests.properties.documents.template import Built, phrasing
from tests.properties.documents.writer import Writer


def _table(writer: Writer, rows: list[list[str]], markdown: bool) -> str:
    if not markdown:
        return "\n".join("\t".join(row) for row in rows)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _unit(writer: Writer) -> str:
    return writer.style.unit


def _total(name: str, numbers: Iterable[int]) -> str:
    return f"{name} = {' + '.join(f'{name}{each}' for each in numbers)}"


def _spent_in_all(writer: Writer) -> str:
    return f"project = {' + '.join(writer.ledger.projects())}"


def _budgeted(writer: Writer) -> str:
    return f"project_b = {' + '.join(f'{key}_b' for key in writer.ledger.projects())}"


def _amounts(writer: Writer, markdown: bool) -> Built:
    rows = [["项目名称", f"预算数（{_unit(writer)}）", f"决算数（{_unit(writer)}）"]]
    rows += [[f"<{key}>", f"{{{key}_b:_}}", f"{{{key}:_}}"] for key in writer.ledger.projects()]
    rows.append(["合计", "{project_b:_}", "{project:_}"])
    return f"项目支出明细见下表。\n{_table(writer, rows, markdown)}", (_budgeted(writer), _spent_in_all(writer))


def _rates(writer: Writer, markdown: bool) -> Built:
    rows = [["项目", "预算数", "执行数", "执行率"]]
    rows += [[f"<{key}>", f"{{{key}_b:_}}", f"{{{key}:_}}", f"{{{key}@{key}_b}}"] for key in writer.ledger.projects()]
    rows.append(["合计", "{project_b:_}", "{project:_}", "{project@project_b}"])
    return f"单位：{_unit(writer)}\n{_table(writer, rows, markdown)}", (_budgeted(writer), _spent_in_all(writer))


def _across(writer: Writer, markdown: bool) -> Built:
    numbered = list(enumerate(writer.ledger.projects(), 1))
    rows = [["项目", "上级资金", "本级资金", "合计"]]
    rows += [[f"<{key}>", f"{{a{n}:_}}", f"{{c{n}:_}}", f"{{{key}:_}}"] for n, key in numbered]
    rows.append(["合计", "{a:_}", "{c:_}", "{project:_}"])
    ties = [tie for n, key in numbered for tie in (f"a{n} <= {key}", f"c{n} = {key} - a{n}", f"{key} = a{n} + c{n}")]
    totals = [_total(name, (n for n, _ in numbered)) for name in "ac"]
    told = f"资金来源如下表（单位：{_unit(writer)}）。\n{_table(writer, rows, markdown)}"
    return told, (*ties, *totals, _spent_in_all(writer), "project = a + c")


def _balance(writer: Writer, markdown: bool) -> Built:
    rows = [["项目", "预算数", "支出数", "结余数"]]
    left = [f"{key}_b-{key}" for key in writer.ledger.projects()]
    rows += [
        [f"<{key}>", f"{{{key}_b:_}}", f"{{{key}:_}}", f"{{{rest}:_}}"]
        for key, rest in zip(writer.ledger.projects(), left, strict=True)
    ]
    rows.append(["合计", "{project_b:_}", "{project:_}", "{project_b-project:_}"])
    ties = (_budgeted(writer), _spent_in_all(writer), f"project_b-project = {' + '.join(left)}")
    return f"单位：{_unit(writer)}\n{_table(writer, rows, markdown)}", ties


def _spent(writer: Writer, markdown: bool) -> Built:
    rows = [
        ["支出构成", f"金额（{_unit(writer)}）"],
        ["基本支出", "{basic:_}"],
        ["项目支出", "{project:_}"],
        ["支出合计", "{total:_}"],
    ]
    return f"全年支出构成如下表。\n{_table(writer, rows, markdown)}", ("total = basic + project",)


def _people(writer: Writer, markdown: bool) -> Built:
    rows = [["站点", "男（人）", "女（人）", "合计（人）"]]
    rows += [[f"<village#{n}>", f"{{a{n}:人_}}", f"{{c{n}:人_}}", f"{{t{n}:人_}}"] for n in range(1, 4)]
    rows.append(["合计", "{a:人_}", "{c:人_}", "{t:人_}"])
    numbers = range(1, 4)
    ties = [*(f"t{n} = a{n} + c{n}" for n in numbers), *(_total(name, numbers) for name in "act"), "t = a + c"]
    return f"各站点参训人员情况如下表。\n{_table(writer, rows, markdown)}", tuple(ties)


def _scores(writer: Writer, markdown: bool) -> Built:
    rows = [
        ["指标", "分值", "得分"],
        ["预算执行", "20", "{a:分_}"],
        ["产出指标", "40", "{b:分_}"],
        ["效益指标", "40", "{c:分_}"],
    ]
    rows.append(["总分", "100", "{t:分_}"])
    return f"自评得分情况如下表。\n{_table(writer, rows, markdown)}", ("a <= 20", "b <= 40", "c <= 40", "t = a + b + c")


for _name, _section, _build in (
    ("amounts", "J", _amounts),
    ("rates", "J", _rates),
    ("totals across", "J", _across),
    ("balances", "J", _balance),
    ("expenditure", "R", _spent),
    ("people", "E", _people),
    ("scores", "E", _scores),
):
    for _form, _markdown in (("Markdown", True), ("tabs", False)):
        phrasing(f"table: {_name}, {_form}", _section, "table", group=f"table {_name}")(
            lambda writer, build=_build, markdown=_markdown: build(writer, markdown)  # type: ignore[misc]
        )
