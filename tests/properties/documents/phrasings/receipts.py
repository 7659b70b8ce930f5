"""Income by source, expenditure, and what it is made of."""

from tests.properties.documents.template import say

SOURCES = "income = grant + aid + business + other"
SPENT = "total = basic + project"
BASIC = "basic = pay + run"
KIND = "basic = wages + goods + family"

# --- income ---

say(
    "income: 其中",
    "R",
    "sum",
    "本年收入合计{income}，其中：财政拨款收入{grant}，上级补助收入{aid}，事业收入{business}，其他收入{other}。",
    SOURCES,
)
say(
    "income: 由…构成",
    "R",
    "sum",
    "本年收入合计{income}，由财政拨款收入{grant}、上级补助收入{aid}、事业收入{business}和其他收入{other}构成。",
    SOURCES,
)
say(
    "income: 其中 with shares",
    "R",
    "sum share",
    "全年收入合计{income}，其中：财政拨款收入{grant}，占{grant%income}；上级补助收入{aid}，占{aid%income}；"
    "事业收入{business}，占{business%income}；其他收入{other}，占{other%income}。",
    SOURCES,
)
say(
    "income: numbered lines",
    "R",
    "sum",
    "本年收入合计{income}，具体如下：\n1.财政拨款收入{grant}；\n2.上级补助收入{aid}；\n3.事业收入{business}；\n4.其他收入{other}。",
    SOURCES,
)
say(
    "income: bracket",
    "R",
    "sum",
    "全年收入合计{income}（财政拨款收入{grant}、上级补助收入{aid}、事业收入{business}、其他收入{other}）。",
    SOURCES,
)
say(
    "income: parts before 合计",
    "R",
    "sum",
    "全年取得财政拨款收入{grant}、上级补助收入{aid}、事业收入{business}、其他收入{other}，收入合计{income}。",
    SOURCES,
)
say(
    "income: 包括",
    "R",
    "sum",
    "本年收入合计{income}，包括财政拨款收入{grant}、上级补助收入{aid}、事业收入{business}、其他收入{other}。",
    SOURCES,
)

# --- expenditure ---

say("spent: 其中", "R", "sum", "本年支出合计{total}，其中：基本支出{basic}，项目支出{project}。", SPENT)
say("spent: 其中 without colon", "R", "sum", "全年总支出{total}，其中基本支出{basic}、项目支出{project}。", SPENT)
say(
    "spent: 其中 in the next sentence",
    "R",
    "sum",
    "全年支出合计{total}。其中：基本支出{basic}，项目支出{project}。",
    SPENT,
)
say(
    "spent: 其中 on the next line",
    "R",
    "sum",
    "本年支出合计{total}。\n其中：基本支出{basic}，项目支出{project}。",
    SPENT,
)
say("spent: the next sentence", "R", "sum", "全年总支出{total}。基本支出{basic}，项目支出{project}。", SPENT)
say(
    "spent: sub-headings",
    "R",
    "sum",
    "全年支出合计{total}。\n<#>基本支出{basic}，用于保障机构正常运转。\n<#>项目支出{project}，用于完成专项工作。",
    SPENT,
    last=True,
)
say(
    "spent: sub-headings announced",
    "R",
    "sum",
    "全年支出合计{total}，支出情况如下：\n<#>基本支出\n全年基本支出{basic}，用于在职人员工资和日常公用开支。\n"
    "<#>项目支出\n全年项目支出{project}，用于专项工作。",
    SPENT,
    last=True,
)
say(
    "spent: nested 其中",
    "R",
    "sum",
    "全年支出合计{total}，其中：项目支出{project}，基本支出{basic}，其中：人员经费{pay}，公用经费{run}。",
    SPENT,
    BASIC,
)
say(
    "spent: bracket in a list",
    "R",
    "sum",
    "本年支出合计{total}，其中：基本支出{basic}（人员经费{pay}、公用经费{run}），项目支出{project}。",
    SPENT,
    BASIC,
)
say(
    "spent: bracket with 其中",
    "R",
    "sum",
    "本年支出合计{total}，其中：基本支出{basic}（其中：人员经费{pay}，公用经费{run}）；项目支出{project}。",
    SPENT,
    BASIC,
)
say("spent: 按…分", "R", "sum", "全年支出合计{total}，按支出性质分，基本支出{basic}，项目支出{project}。", SPENT)
say("spent: 分别为", "R", "sum", "全年基本支出、项目支出分别为{basic}和{project}，支出合计{total}。", SPENT)
say(
    "spent: parts with shares",
    "R",
    "sum share",
    "全年支出合计{total}，其中：基本支出{basic}，占{basic%total}；项目支出{project}，占{project%total}。",
    SPENT,
)
say(
    "spent: 占支出合计的",
    "R",
    "sum share",
    "本年支出合计{total}。其中：基本支出{basic}，占支出合计的{basic%total}；项目支出{project}，占支出合计的{project%total}。",
    SPENT,
)

# --- basic expenditure ---

say("basic: 其中", "R", "sum", "基本支出{basic}，其中：人员经费{pay}，公用经费{run}。", BASIC)
say("basic: 包括", "R", "sum", "基本支出{basic}，包括人员经费{pay}和公用经费{run}。", BASIC)
say("basic: 基本支出中", "R", "sum", "全年基本支出{basic}。基本支出中，人员经费{pay}，公用经费{run}。", BASIC)
say(
    "basic: by economic class",
    "R",
    "sum",
    "基本支出{basic}，其中：工资福利支出{wages}，商品和服务支出{goods}，对个人和家庭的补助{family}。",
    KIND,
)
say(
    "basic: 按经济分类",
    "R",
    "sum",
    "按经济分类划分，基本支出包括工资福利支出{wages}、商品和服务支出{goods}、对个人和家庭的补助{family}。",
    KIND,
    after="basic",
)
say(
    "basic: shares before the bracket",
    "R",
    "sum share",
    "基本支出{basic}，占总支出的{basic%total}（其中：人员经费{pay}，占基本支出的{pay%basic}；公用经费{run}，占基本支出的{run%basic}）。",
    BASIC,
    after="total",
)
say(
    "pay: 其中",
    "R",
    "sum",
    "人员经费{pay}，其中：工资福利支出{wages}，对个人和家庭的补助{family}。",
    "pay = wages + family",
)

# --- shares ---

say("share: 占 with its base", "R", "share", "基本支出{basic}，占支出合计{total}的{basic%total}。")
say("share: 占比", "R", "share", "全年支出合计{total}，其中项目支出{project}，占比{project%total}。")
say(
    "share: 分别占",
    "R",
    "share",
    "基本支出{basic}、项目支出{project}，分别占总支出{total}的{basic%total}和{project%total}。",
)
say("share: base told before", "R", "share", "人员经费{pay}，占总支出的{pay%total}。", after="total")
say("share: 占基本支出的比重为", "R", "share", "公用经费{run}，占基本支出的比重为{run%basic}。", after="basic")
