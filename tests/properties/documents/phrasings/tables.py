"""Tables: Markdown and tabs, with a row of totals, a column of totals, or a column of rates."""

from tests.properties.documents.template import Built, phrasing
from tests.properties.documents.writer import Writer


def _table(writer: Writer, rows: list[list[str]], markdown: bool) -> str:
    if not markdown:
        return "\n".join("\t".join(row) for row in rows)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _unit(writer: Writer) -> str:
    return writer.style.unit


def _works(writer: Writer) -> range:
    return range(1, writer.chooser.integer(2, 5) + 1)


def _total(name: str, numbers: range) -> str:
    return f"{name} = {' + '.join(f'{name}{each}' for each in numbers)}"


def _amounts(writer: Writer, markdown: bool) -> Built:
    works = _works(writer)
    rows = [["项目名称", f"预算数（{_unit(writer)}）", f"决算数（{_unit(writer)}）"]]
    rows += [[f"<work#{each}>", f"{{b{each}:_}}", f"{{s{each}:_}}"] for each in works]
    rows.append(["合计", "{b:_}", "{s:_}"])
    return f"项目支出明细见下表。\n{_table(writer, rows, markdown)}", (_total("b", works), _total("s", works))


def _rates(writer: Writer, markdown: bool) -> Built:
    works = _works(writer)
    rows = [["项目", "预算数", "执行数", "执行率"]]
    rows += [[f"<work#{each}>", f"{{b{each}:_}}", f"{{s{each}:_}}", f"{{s{each}@b{each}}}"] for each in works]
    rows.append(["合计", "{b:_}", "{s:_}", "{s@b}"])
    ties = (*(f"s{each} <= b{each}" for each in works), _total("b", works), _total("s", works))
    return f"单位：{_unit(writer)}\n{_table(writer, rows, markdown)}", ties


def _across(writer: Writer, markdown: bool) -> Built:
    works = _works(writer)
    rows = [["项目", "上级资金", "本级资金", "合计"]]
    rows += [[f"<work#{each}>", f"{{a{each}:_}}", f"{{c{each}:_}}", f"{{t{each}:_}}"] for each in works]
    rows.append(["合计", "{a:_}", "{c:_}", "{t:_}"])
    ties = [*(f"t{each} = a{each} + c{each}" for each in works), *(_total(name, works) for name in "act"), "t = a + c"]
    return f"资金来源如下表（单位：{_unit(writer)}）。\n{_table(writer, rows, markdown)}", tuple(ties)


def _balance(writer: Writer, markdown: bool) -> Built:
    works = _works(writer)
    rows = [["项目", "预算数", "支出数", "结余数"]]
    rows += [[f"<work#{each}>", f"{{b{each}:_}}", f"{{s{each}:_}}", f"{{r{each}:_}}"] for each in works]
    rows.append(["合计", "{b:_}", "{s:_}", "{r:_}"])
    ties = [*(f"r{each} = b{each} - s{each}" for each in works), *(_total(name, works) for name in "bsr"), "r = b - s"]
    return f"单位：{_unit(writer)}\n{_table(writer, rows, markdown)}", tuple(ties)


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
