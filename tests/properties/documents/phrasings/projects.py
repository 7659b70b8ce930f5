"""Projects: lists, money of each from budget to balance, sources and uses, purchases."""

from tests.properties.documents.template import Built, phrasing, say
from tests.properties.documents.writer import HAN, Writer


def _listed(writer: Writer, mark: str, form: str) -> str:
    """`form` has {number}, {name} and {figure} of each project, and what else is known of it."""
    told = []
    for number, key in enumerate(writer.ledger.projects(), 1):
        figures = {"figure": key, "budget": f"{key}_b", "rate": f"{key}@{key}_b", "left": f"{key}_b-{key}"}
        placed = {name: f"{{{figure}}}" for name, figure in figures.items()}
        told.append(form.format(number=number, han=HAN[number], name=f"<{key}>", **placed))
    return mark.join(told)


def _projects(writer: Writer) -> tuple[str, ...]:
    return (f"project = {' + '.join(writer.ledger.projects())}",)


@phrasing("projects: inline numbers", "J", "sum")
def _inline(writer: Writer) -> Built:
    return f"全年项目支出{{project}}，其中：{_listed(writer, '；', '{number}.{name}{figure}')}。", _projects(writer)


@phrasing("projects: 其中", "J", "sum")
def _among(writer: Writer) -> Built:
    return f"项目支出{{project}}，其中：{_listed(writer, '，', '{name}经费{figure}')}。", _projects(writer)


@phrasing("projects: numbered lines", "J", "sum")
def _lines(writer: Writer) -> Built:
    listed = _listed(writer, "；\n", "{number}.{name}项目{figure}")
    return f"项目支出{{project}}，具体如下：\n{listed}。", _projects(writer)


@phrasing("projects: bracketed numbers", "J", "sum")
def _brackets(writer: Writer) -> Built:
    listed = _listed(writer, "\n", "（{number}）{name}{figure}。")
    return f"项目支出{{project}}，其中：\n{listed}", _projects(writer)


@phrasing("projects: 一是二是", "J", "sum")
def _first_second(writer: Writer) -> Built:
    return f"全年项目支出{{project}}。{_listed(writer, '；', '{han}是{name}{figure}')}。", _projects(writer)


@phrasing("projects: 包括", "J", "sum")
def _including(writer: Writer) -> Built:
    return f"项目支出{{project}}，包括{_listed(writer, '、', '{name}支出{figure}')}。", _projects(writer)


@phrasing("projects: 共N个", "J", "sum count")
def _counted(writer: Writer) -> Built:
    count = len(writer.ledger.projects())
    text = f"部门预算安排项目共{{n:个}}，项目支出{{project}}，分别为：{_listed(writer, '、', '{name}{figure}')}。"
    return text, (*_projects(writer), f"n # {count}")


@phrasing("projects: shares", "J", "sum share")
def _shares(writer: Writer) -> Built:
    projects = writer.ledger.projects()
    told = "；".join(f"<{key}>{{{key}}}，占项目支出的{{{key}%project}}" for key in projects)
    return f"全年项目支出{{project}}，其中：{told}。", _projects(writer)


@phrasing("projects: budgets and rates in lines", "J", "rate")
def _rates(writer: Writer) -> Built:
    form = "{number}.{name}，预算{budget}，支出{figure}，执行率{rate}。"
    return f"各项目预算执行情况如下：\n{_listed(writer, chr(10), form)}", ()


@phrasing("projects: balances in a line", "J", "balance")
def _balances(writer: Writer) -> Built:
    listed = _listed(writer, "；", "（{number}）{name}，预算{budget}，支出{figure}，结余{left}")
    return f"各项目收支情况：{listed}。", ()


say(
    "project: budget to balance",
    "J",
    "balance",
    "<work>项目年初预算{b}，年中调增{u}，实际支出{s}，年末结余{r}。",
    "r = b + u - s",
    often=True,
)
say(
    "project: cut budget",
    "J",
    "balance",
    "<work>项目年初预算{b}，调减{u}，实际支出{s}，结余{r}。",
    "r = b - u - s",
    often=True,
)
say(
    "project: adjusted budget",
    "J",
    "balance",
    "<work>项目调整后预算{b}，实际支出{s}，结转下年{r}。",
    "r = b - s",
    often=True,
)
say(
    "project: adjustment alone",
    "J",
    "balance",
    "<work>项目年初预算{b}，追加{u}，调整后预算{a}。",
    "a = b + u",
    often=True,
)
say("project: rate", "J", "rate", "<work>项目预算数{b}，决算数{s}，执行率{s@b}。", "s <= b", often=True)
say(
    "project: balance and rate",
    "J",
    "balance rate",
    "<work>项目预算{b}，实际支出{s}，结余{r}，预算执行率{s@b}。",
    "r = b - s",
    often=True,
)
say("project: 完成预算的", "J", "rate", "<work>项目支出{s}，完成预算{b}的{s@b}。", "s <= b", often=True)
say(
    "project: sources",
    "J",
    "sum",
    "<work>项目总投资{t}，其中：中央资金{a}，省级资金{b}，县级配套资金{c}。",
    "t = a + b + c",
    often=True,
)
say(
    "project: source and use",
    "J",
    "sum",
    "<work>项目资金{t}，按来源分，上级资金{a}，本级资金{b}；按用途分，<item>{c}，<item#1>{d}，<item#2>{e}。",
    "t = a + b",
    "e = t - c - d",
    "t = c + d + e",
)
say(
    "project: items",
    "J",
    "sum",
    "<work>项目支出{t}，其中：<item>{a}，<item#1>{b}，<item#2>{c}。",
    "t = a + b + c",
    often=True,
)
say(
    "project: items in a bracket",
    "J",
    "sum",
    "<work>项目支出{t}（<item>{a}、<item#1>{b}、<item#2>{c}）。",
    "t = a + b + c",
    often=True,
)
say(
    "project: items in another unit",
    "J",
    "sum",
    "<work>项目支出{t:万元}，其中：<item>{a:元}，<item#1>{b:元}。",
    "t = a + b",
    often=True,
)
say(
    "project: contract paid",
    "J",
    "balance",
    "<work>项目合同金额{t}，已支付{a}，尚未支付{b}。",
    "b = t - a",
    often=True,
)
say(
    "project: villages",
    "J",
    "sum",
    "<work>项目下达资金共计{t}，<village>、<village#1>、<village#2>分别为{a}、{b}和{c}。",
    "t = a + b + c",
)
say(
    "project: 亿元",
    "J",
    "sum",
    "全县水利建设总投资{t:亿元}，由中央资金{a:亿元}、省级资金{b:亿元}和县级配套资金{c:亿元}构成。",
    "t = a + b + c",
)
say(
    "project: partial list",
    "J",
    "partial",
    "<work>项目支出{t}，其中：<item>{a}、<item#1>{b}等。",
    "t >= a + b",
    often=True,
)
say(
    "purchase: 其中",
    "J",
    "sum",
    "全年政府采购支出{bought}，其中：货物支出{goods_p}，工程支出{works_p}，服务支出{services_p}。",
    "bought = goods_p + works_p + services_p",
    group="purchase",
)
say(
    "purchase: 分别为",
    "J",
    "sum",
    "全年政府采购货物、工程、服务分别为{goods_p}、{works_p}和{services_p}，共计{bought}。",
    "bought = goods_p + works_p + services_p",
    group="purchase",
)
say(
    "purchase: saved",
    "J",
    "balance",
    "<work>项目采购预算{b}，中标金额{s}，节约资金{r}。",
    "r = b - s",
    often=True,
)
