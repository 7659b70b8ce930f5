"""Results: things and people counted, targets, surveys, products and scores."""

from tests.properties.documents.template import say

say(
    "awards: 其中",
    "E",
    "sum",
    "全年获奖共{t:项}，其中一等奖{a:项}、二等奖{b:项}、三等奖{c:项}。",
    "t = a + b + c",
    group="awards",
)
say(
    "awards: bracket",
    "E",
    "sum",
    "报送作品获奖{t:件}（一等奖{a:件}、二等奖{b:件}、三等奖{c:件}）。",
    "t = a + b + c",
    group="awards",
)
say(
    "trained: 其中",
    "E",
    "sum",
    "培训学员{t:人}，其中：种植养殖{a:人}，电商运营{b:人}，手工编织{c:人}。",
    "t = a + b + c",
    group="trained",
)
say(
    "trained: 共",
    "E",
    "sum",
    "选聘普查指导员{a:名}、普查员{b:名}，共{t:名}。",
    "t = a + b",
)
say(
    "helped: nested bracket",
    "E",
    "sum",
    "全年救助困难群众{t:人}，其中城区{c:人}（老年人{d:人}、未成年人{e:人}），乡村{f:人}。",
    "c = d + e",
    "t = c + f",
)
say("done: done and not done", "E", "sum", "年度绩效指标共{t:项}，已完成{a:项}，未完成{b:项}。", "t = a + b")
say("target: 超过", "E", "comparison", "全年完成技能培训{x:人次}，超过年度目标{y:人次}。", "x > y")
say("target: 高于", "E", "comparison", "服务对象满意度为{x:%}，高于目标值{90:%}。", "x > 90", group="satisfied")
say("target: 占年计划的", "E", "rate", "全年完成入户走访{x:户}，占年计划{y:户}的{x@y}。", "x <= y")
say("survey: returned", "E", "rate", "发放问卷{n:份}，收回{m:份}，回收率为{m@n}。", "m <= n", group="survey")
say(
    "survey: satisfied",
    "E",
    "sum rate",
    "收回有效问卷{m:份}，其中满意{a:份}、不满意{b:份}、未作评价{c:份}，满意率为{a@m}。",
    "m = a + b + c",
    group="survey",
)
say(
    "change: visits",
    "E",
    "change",
    "全年接待群众来访{v:批}，比上年的{w:批}[增加|减少:v-w]{v-w:批}，[增长|下降:v-w]{v^w}。",
)
say(
    "change: points",
    "E",
    "change",
    "群众满意度为{x:%}，上年为{y:%}，[提高|降低:x-y]{x-y:个百分点}。",
    group="satisfied",
)
say(
    "score: 其中",
    "E",
    "sum",
    "经自评，部门整体绩效得分{t:分}，其中：预算执行{a:分}，产出指标{b:分}，效益指标{c:分}。",
    "t = a + b + c",
)
say("product: 单价", "J", "product", "采购电脑{n:台}，单价{u:每元}，共计{t:元}。", "t = n * u")
say("product: 每人", "E", "product", "为{n:名}困难群众发放慰问金，每人{u:每元}，共发放{t:元}。", "t = n * u")
say("product: 每人 in 万元", "E", "product", "发放残疾人补贴{t:万元}，共{n:人}，每人{u:每元}。", "t = n * u")
say(
    "product: each month",
    "J",
    "product",
    "聘用临聘人员{n:人}，每人每月工资{u:每元}，{12:个月}共支出{t:元}。",
    "t = n * u * 12",
)
say("product: sessions", "E", "product", "举办业务培训{n:期}，每期{m:人}，共培训{t:人次}。", "t = n * m")
say("product: average", "R", "product", "公用经费{run}，按在职人员{serving:人}计算，人均{run//serving}。")
say("product: per household", "E", "product", "发放产业奖补资金{x}，惠及{n:户}，户均{x//n:元}。")
say("product: length", "J", "product", "铺设供水管道{n:米}，每米造价{u:每元}，工程款共{t:元}。", "t = n * u")
