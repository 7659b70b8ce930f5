"""What the core is known to do wrong today, by phrasing; take an entry out once it is put right."""

# Relations of these kinds are tied at all.
BUILT = (
    *("sum", "balance", "share", "rate", "change", "product", "restatement", "count", "comparison", "partial"),
    "table",
)

# A consistent sentence that gives a false finding, alone or beside another one.
FALSE = {
    "projects: budgets and rates in lines": "the lines are tied to an amount of the paragraph before them that has parts of its own",
    "product: 单价": "共计 below the heading 项目支出情况 is taken for 项目支出",
    "change: nothing to nothing": "an amount of change in a paragraph of totals is taken for one of them",
    "project: partial list": "the items of a list that ends in 等 are taken for those of another project",
    "basic: shares before the bracket": "占总支出的 takes the 支出决算 of another item: the total has another name",
    "balance: lines": "the members of a balance in lines are not tied to one another where the income is told again",
    "balance: carried over in 元": "as of other balances in lines",
    "balance: county in 亿元": "全县 is not the scope of 收入总计 at the end of its sentence",
}

# A slip that is not found, though another figure of the same sentence contradicts it.
MISSED = {
    "rate: execution with the balance": "an execution rate that another sentence explains is not held against this one",
    "share: base told before": "as of shares of an amount told again elsewhere",
    "helped: nested bracket": "a list of two that falls short by no slip of one figure may name some only",
    "staff: bracket": "as above",
    "staff: within the quota": "people that stay within another number told",
    "three: rate": "a rate that another budget explains",
    "project: contract paid": "a part of the contract above the whole is not tied",
    "share: 占 with its base": "a share of an amount told again elsewhere",
    "three: within its budget": "as above, beside the “三公” total",
    "projects: budgets and rates in lines": "a rate that other amounts explain",
    "survey: satisfied": "a list between a total and its rate: not added up",
    "balance: 差值": "差值 is no balance",
    "balance: one sentence": "a closing balance that another sentence explains is not held against this one",
    "balance: adjusted budget spent": "as above",
    "count: numbered lines": "件 is no counter of what numbered lines list",
    "income: parts before 合计": "收入合计 behind its parts does not close the list of them",
    "basic: 按经济分类": "基本支出包括 does not take the 基本支出 told in another sentence",
    "projects: 共N个": "what 共N个 announces is not counted behind 分别为",
    "staff: quota and staff": "在职 and 退休 that happen to add up to the quota are taken for its parts",
    "change: parts of a change": "the parts of a change are not added up",
    "change: 持平": "与上年持平 is not held against last year's figure",
    "change: nothing to nothing": "比上年减少0万元 is not held against what is told of both years",
}
