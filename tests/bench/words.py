"""The words of which the benchmark report is made: places, bodies, projects, sentences without figures."""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
CITY = "沅澜市"

FIRST = "清临安永新平望江云石长桃松溪桂"
SECOND = "溆澧宁岭洲乡湘渡坪泉岗"

TOWNS = ("塘镇", "坝镇", "坪乡", "渡镇", "口乡", "冲乡", "桥镇", "田乡")

BUREAUS = (
    "统计局", "财政局", "教育局", "民政局", "司法局", "审计局", "水利局", "林业局", "商务局", "交通运输局", "农业农村局",
    "卫生健康局", "应急管理局", "自然资源局", "生态环境局", "市场监督管理局", "医疗保障局", "退役军人事务局", "乡村振兴局", "机关事务服务中心",
)  # fmt: skip

PROJECTS = (
    "信息系统运行维护经费", "业务培训经费", "档案数字化经费", "办公楼维修改造经费", "基层站所建设经费", "专项普查经费", "法治宣传经费",
    "安全生产检查经费", "政务公开经费", "便民服务大厅运行经费", "执法装备购置经费", "农村饮水工程经费", "困难群众慰问经费",
    "乡村道路养护经费", "森林防火经费", "学生营养改善经费", "疫苗冷链管理经费", "河道清淤经费", "招商推介经费", "人才引进经费",
)  # fmt: skip

DUTIES = (
    "贯彻执行本行业的法律法规", "编制中长期发展规划", "组织实施重点项目", "指导乡镇开展业务", "受理群众来信来访", "监督检查资金使用",
    "开展行业统计和分析", "推进信息化建设", "管理所属事业单位", "组织业务培训和考核",
)  # fmt: skip

REASONS = (
    "新增项目集中在下半年支付", "在职人员调整了津贴标准", "上级下达的任务比往年增多", "信息系统完成了升级改造", "老旧设备到期更换",
)  # fmt: skip

PURPOSES = (
    "设备更换和软件升级", "聘请专业机构开展服务", "印制资料和租用场地", "支付劳务费和差旅费", "采购材料和维修设施", "补贴基层站所的日常运转",
)  # fmt: skip

OUTCOMES = (
    "资金拨付手续齐全，账务处理及时", "项目已通过验收，资料归档完整", "按照合同约定分期支付，未出现超范围列支", "实施过程公开透明，群众反映良好",
    "完成了年初确定的任务，达到了预期效果",
)  # fmt: skip

WORKS = (  # what was done, its unit, and what it consists of
    ("新建改建站点", "处", ("城区", "集镇", "村组")),
    ("举办业务培训", "期", ("新任干部班", "骨干提升班")),
    ("组织执法检查", "次", ("日常检查", "专项检查", "联合检查")),
    ("整治隐患", "处", ("一般隐患", "较大隐患")),
    ("受理群众诉求", "件", ("咨询", "投诉", "建议")),
    ("帮扶企业", "家", ("工业企业", "商贸企业", "农业企业")),
    ("修订管理制度", "项", ("财务制度", "采购制度", "资产制度")),
    ("播发宣传稿件", "篇", ("报刊稿件", "网络稿件")),
)

PROBLEMS = (
    "年初预算编制不够精细，部分项目的测算依据不充分", "个别项目支出进度偏慢，资金集中在年底支付", "绩效指标设置偏重数量，效益指标不够具体",
    "固定资产盘点后账务调整不及时", "内部控制制度执行不够严格，审批环节较多", "业务人员对绩效管理的认识不足",
)  # fmt: skip

STEPS = (
    "提前开展项目论证，按季度通报支出进度", "组织绩效管理专题培训，把绩效目标分解到各股室", "完善内部控制流程，把评价结果与预算安排挂钩",
    "健全资产管理台账，定期核对账实",
)  # fmt: skip


def counties() -> Iterator[str]:
    """Their names; no name begins another one."""
    for second in SECOND:
        for first in FIRST:
            yield f"{first}{second}县"


def project_names() -> Iterator[list[str]]:
    """One list after another, of names of their own: none is told twice, and the longest report needs most of them."""
    for second in ("", *SECOND):
        yield [f"{first}{second}{town}{project}" for project in PROJECTS for town in TOWNS for first in FIRST]
