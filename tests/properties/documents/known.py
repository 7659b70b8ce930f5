"""What the core is known to do wrong today, by phrasing; take an entry out once it is put right."""

# Relations of these kinds are tied at all.
BUILT = (
    *("sum", "balance", "share", "rate", "change", "product", "restatement", "count", "comparison", "partial"),
    "table",
)

# A consistent sentence that gives a false finding, alone or beside another one.
FALSE = {
    "change: 分别增长": "上年收入合计…、支出合计…: the second amount is taken for this year's",
    "project: contract paid": "已支付 and 尚未支付 are taken for the expenditure of the whole department",
    "project: partial list": "the items of a list that ends in 等 are taken for those of another project",
    "spent: 分别为": "基本支出、项目支出分别为…和…: the first amount is taken for the second name",
    "restatement: 收、支分别为": "收入、支出分别为…和…: the first amount is taken for the second name",
    "projects: budgets and rates in lines": "the lines are tied to an amount of the paragraph before them",
    "basic: shares before the bracket": "占总支出的 takes the 支出决算 of another item: the total has another name",
    "share: base told before": "占总支出的 takes the 支出决算 of another item: the total has another name",
    "balance: lines": "the members of a balance in lines are not tied to one another where the income is told again",
    "balance: carried over in 元": "as of other balances in lines",
    "three: cars changed": "购置费 told beside 运行维护费 is left out of the “三公” total",
    "table: balances, Markdown": "支出数 and 合计 of a table of projects are taken for those of the department",
    "table: balances, tabs": "as of Markdown",
    "table: expenditure, tabs": "a whole number in the last cell of a row between tabs is not read",
    "product: 单价": "共计 below the heading 项目支出情况 is taken for 项目支出",
    "balance: county in 亿元": "全县 is not the scope of 收入总计 at the end of its sentence",
}

# A slip that is not found, though another figure of the same sentence contradicts it.
MISSED = {
    "score: 其中": "scores are not added up",
    "survey: satisfied": "a list between a total and its rate: not added up",
    "purchase: saved": "a budget, what was bought and what was saved are no balance",
    "balance: 差值": "差值 is no balance",
    "balance: income and expenditure in all": "支出总计…，其中：… takes 收入总计 where its parts add up to that",
    "balance: one sentence": "a closing balance that another sentence explains is not held against this one",
    "balance: adjusted budget spent": "as above",
    "count: numbered lines": "件 is no counter of what numbered lines list",
    "income: parts before 合计": "收入合计 behind its parts does not close the list of them",
    "basic: 按经济分类": "基本支出包括 does not take the 基本支出 told in another sentence",
    "projects: 共N个": "what 共N个 announces is not counted behind 分别为",
    "spent: sub-headings": "a total that stands in the paragraph before too does not take the parts under sub-headings",
    "staff: quota and staff": "在职 and 退休 that happen to add up to the quota are taken for its parts",
    "change: parts of a change": "the parts of a change are not added up",
    "change: points": "百分点 are not tied to the rates before them",
    "change: 持平": "与上年持平 is not held against last year's figure",
    "change: nothing to nothing": "比上年减少0万元 is not held against what is told of both years",
    "product: average": "按…人计算 does not name the number",
    "product: each month": "a product with 12个月 is not tied",
    "product: length": "每米造价 is no price of each",
    "product: per household": "户均 is not tied to 惠及…户",
    "product: sessions": "每期…人 is not multiplied to 人次",
    "product: 每人 in 万元": "a total before its factors is not tied",
}
