"""Balances, adjustments of the budget, execution, and changes against last year."""

from tests.properties.documents.template import Built, phrasing, say
from tests.properties.documents.writer import Writer

CARRIED = "close = open + income - total"

# --- balances ---

say(
    "balance: one sentence",
    "R",
    "balance",
    "年初结转{open}，本年收入{income}，本年支出{total}，年末结转{close}。",
    CARRIED,
)
say(
    "balance: lines",
    "R",
    "balance",
    "年初结转和结余{open}。\n本年收入合计{income}。\n本年支出合计{total}。\n年末结转和结余{close}。",
    CARRIED,
)
say(
    "balance: 收支相抵",
    "R",
    "balance",
    "本年收入{income}，加上年初结转{open}，减去本年支出{total}，年末结转{close}。",
    CARRIED,
)
say(
    "balance: income and expenditure in all",
    "R",
    "sum",
    "收入总计{funds}，其中：本年收入{income}，年初结转和结余{open}。支出总计{funds}，其中：本年支出{total}，年末结转和结余{close}。",
    "funds = income + open",
    "funds = total + close",
)
say(
    "balance: adjusted budget",
    "R",
    "balance",
    "年初预算{initial}，年中[追加|追减:adjusted-initial]{adjusted-initial}，调整后预算{adjusted}。",
)
say(
    "balance: adjusted budget spent",
    "R",
    "balance",
    "全年预算{adjusted}，实际支出{total}，年末结转{close}。",
    "close = adjusted - total",
)
say(
    "balance: from budget to carry-over",
    "R",
    "balance",
    "年初预算{initial}，年中[调增|调减:adjusted-initial]{adjusted-initial}，调整后预算{adjusted}，全年总支出{total}，年末结转结余{close}。",
    "close = adjusted - total",
)

say(
    "balance: carried over in 元",
    "R",
    "balance",
    "年初结转{open:元}。\n本年收入合计{income}。\n本年支出合计{total}。\n年末结转：{close:元}。",
    CARRIED,
)
say(
    "balance: 加上 in a chain",
    "R",
    "sum",
    "本年收入{income}，加上年初结转{open}，收入总计{funds}。",
    "funds = income + open",
)
say(
    "balance: county in 亿元",
    "R",
    "sum",
    "全县一般公共预算收入{a:亿元}，加上上级补助收入{b:亿元}、上年结转{c:亿元}，收入总计{t:亿元}。",
    "t = a + b + c",
)
say("balance: 差值", "R", "balance", "基本支出年初预算{basic_b}，支出决算{basic}，差值为{basic_b-basic}。")

# --- execution ---

say("rate: 执行率为", "R", "rate", "全年预算{adjusted}，实际支出{total}，预算执行率为{total@adjusted}。")
say("rate: 完成…的", "R", "rate", "全年支出合计{total}，完成全年预算{adjusted}的{total@adjusted}。")
say("rate: 为年初预算…的", "R", "rate", "支出决算{total}，为年初预算{initial}的{total@initial}。")
say(
    "rate: 预算数、决算数",
    "R",
    "rate",
    "年初预算数为{initial}，支出决算数为{total}，完成年初预算的{total@initial}。",
)
say("rate: of one kind", "R", "rate", "基本支出年初预算{basic_b}，支出决算{basic}，完成年初预算的{basic@basic_b}。")
say("rate: 预算完成率", "R", "rate", "项目支出年初预算{project_b}，支出决算{project}，预算完成率{project@project_b}。")
say(
    "rate: execution with the balance",
    "R",
    "balance rate",
    "调整后预算{adjusted}，全年总支出{total}，年末结转结余{close}，预算执行率为{total@adjusted}。",
    "close = adjusted - total",
)

# --- changes ---

CHANGED = "[增加|减少:total-total0]{total-total0}，[增长|下降:total-total0]{total^total0}"

say("change: 较上年", "R", "change", f"全年支出合计{{total}}，较上年{CHANGED}。")
say("change: 与上年相比", "R", "change", f"全年支出合计{{total}}，与上年相比{CHANGED}。")
say("change: 比上年的…", "R", "change", f"全年总支出{{total}}，比上年的{{total0}}{CHANGED}。")
say("change: bracket with last year", "R", "change", f"全年支出合计{{total}}（上年{{total0}}），同比{CHANGED}。")
say(
    "change: both years",
    "R",
    "change",
    "上年总支出{total0}，本年总支出{total}，同比[增长|下降:total-total0]{total^total0}。",
)
say(
    "change: 增幅",
    "R",
    "change",
    "本年基本支出{basic}，上年基本支出{basic0}，[增加|减少:basic-basic0]{basic-basic0}，[增幅|降幅:basic-basic0]为{basic^basic0}。",
)
say(
    "change: amount alone",
    "R",
    "change",
    "项目支出{project}，比上年的{project0}[增加|减少:project-project0]{project-project0}。",
)
say(
    "change: income with a reason",
    "R",
    "change",
    "本年收入合计{income}，比上年[增加|减少:income-income0]{income-income0}，[增长|下降:income-income0]{income^income0}，"
    "主要原因是专项资金拨付进度变化。",
)
say(
    "change: a reason with a figure of its own",
    "R",
    "change",
    "本年收入合计{income}，上年收入合计{income0}，同比[增加|减少:income-income0]{income-income0}，"
    "主要原因是<work>尾款{x}在本年结算。",
)
say(
    "change: against the budget",
    "R",
    "change",
    "支出决算{total}，比年初预算{initial}[增加|减少:total-initial]{total-initial}，[增长|下降:total-initial]{total^initial}。",
)
say(
    "change: two bases",
    "R",
    "change",
    "支出决算{total}，比上年决算数{total0}[增加|减少:total-total0]{total-total0}，[增长|下降:total-total0]{total^total0}；"
    "比年初预算数{initial}[增加|减少:total-initial]{total-initial}，[增长|下降:total-initial]{total^initial}。",
)


@phrasing("change: parts of a change", "R", "change")
def _parts(writer: Writer) -> Built:
    value = writer.ledger.values
    delta = {name: value[name] - value[f"{name}0"] for name in ("basic", "project")}
    sign = 1 if sum(delta.values()) >= 0 else -1
    signed = [("+" if delta[name] * sign >= 0 else "-", f"{name}-{name}0") for name in delta]
    if signed[0][0] == "-":
        signed.reverse()
    text = "支出合计比上年[增加|减少:total-total0]{total-total0}，其中：" + "，".join(
        f"{label}[增加|减少:{name}-{name}0]{{{name}-{name}0}}"
        for name, label in (("basic", "基本支出"), ("project", "项目支出"))
    )
    return f"{text}。", (f"total-total0 = {signed[0][1]} {signed[1][0]} {signed[1][1]}",)


@phrasing("change: 分别增长", "R", "change")
def _both(writer: Writer) -> Built:
    values = writer.ledger.values
    up = [values[name] >= values[f"{name}0"] for name in ("income", "total")]
    text = "上年收入合计{income0}、支出合计{total0}；本年收入合计{income}、支出合计{total}，"
    if up[0] == up[1]:
        return text + f"分别{'增长' if up[0] else '下降'}{{income^income0}}和{{total^total0}}。", ()
    words = ["增长" if rising else "下降" for rising in up]
    return text + f"收入{words[0]}{{income^income0}}，支出{words[1]}{{total^total0}}。", ()


say("change: 持平", "R", "change", "会议费支出{meeting}，上年会议费支出{meeting0}，与上年持平。", "meeting ~ meeting0")


@phrasing("change: nothing to nothing", "T", "change")
def _nothing(writer: Writer) -> Built:
    if writer.ledger.values["abroad"]:
        return "因公出国（境）费{abroad}，上年未发生此项支出。", ()
    return "因公出国（境）费{abroad}，比上年减少{z}，下降{r:%}。", ("z = abroad - abroad", "r = abroad - abroad")


say(
    "restatement: 收、支分别为",
    "E",
    "restatement",
    "本年收入、支出分别为{income}和{total}，收支基本平衡。",
    after="income",
)
say("restatement: in 元", "E", "restatement", "全年支出合计{total:元}，资金使用合规。", after="total")
say(
    "restatement: later on",
    "E",
    "restatement",
    "全年支出合计{total}，其中项目支出{project}，各项任务按期完成。",
    after="total",
)
say("restatement: basic", "E", "restatement", "全年基本支出{basic}，保障了机关正常运转。", after="basic")
say("restatement: income", "Q", "restatement", "本年收入合计{income}，收入来源较为单一，自筹能力不足。", after="income")
