"""Posts and staff, rooms and assets."""

from tests.properties.documents.template import Built, phrasing, say
from tests.properties.documents.writer import HAN, Writer

STAFF = "staff = serving + retired"
SERVING = "serving = admin + inst"
QUOTA = "quota = quota_a + quota_b"

say("quota: 其中", "B", "sum", "我单位核定编制{quota:名}，其中行政编制{quota_a:名}、事业编制{quota_b:名}。", QUOTA)
say("quota: bracket", "B", "sum", "核定编制{quota:名}（行政编制{quota_a:名}，事业编制{quota_b:名}）。", QUOTA)
say("staff: 其中", "B", "sum", "年末实有人员{staff:人}，其中：在职{serving:人}，退休{retired:人}。", STAFF)
say("staff: 包括", "B", "sum", "年末实有人员{staff:人}，包括在职人员{serving:人}和退休人员{retired:人}。", STAFF)
say(
    "staff: bracket",
    "B",
    "sum",
    "年末实有人员{staff:人}，其中在职{serving:人}（行政{admin:人}、事业{inst:人}），退休{retired:人}。",
    STAFF,
    SERVING,
)
say("staff: serving", "B", "sum", "在职人员{serving:人}，其中行政人员{admin:人}、事业人员{inst:人}。", SERVING)
say("staff: within the quota", "B", "comparison", "核定编制{quota:名}，年末在职人员{serving:人}。", "serving <= quota")
say(
    "staff: quota and staff",
    "B",
    "sum comparison",
    "核定编制{quota:名}，其中行政编制{quota_a:名}、事业编制{quota_b:名}；年末实有人员{staff:人}，其中在职{serving:人}、退休{retired:人}。",
    QUOTA,
    STAFF,
    "serving <= quota",
)
say(
    "staff: share",
    "B",
    "share",
    "在职人员{serving:人}，其中事业人员{inst:人}，占在职人员的{inst%serving}。",
)

say(
    "assets: 其中",
    "B",
    "sum",
    "年末资产总额{assets}，其中：流动资产{current}，固定资产净值{fixed}，无形资产净值{intangible}。",
    "assets = current + fixed + intangible",
)
say(
    "assets: net value",
    "B",
    "balance",
    "固定资产原值{gross}，累计折旧{worn}，固定资产净值{fixed}。",
    "fixed = gross - worn",
)


@phrasing("count: 内设N个股室", "B", "count", group="rooms")
def _rooms(writer: Writer) -> Built:
    count = writer.chooser.integer(2, 6)
    rooms = "、".join(f"<room#{each}>" for each in range(count))
    return f"内设{{n:个}}股室：{rooms}。", (f"n # {count}",)


@phrasing("count: 分别为", "B", "count", group="centres")
def _centres(writer: Writer) -> Built:
    count = writer.chooser.integer(2, 5)
    centres = "、".join(f"<centre#{each}>" for each in range(count))
    return f"下设{{n:个}}事业单位，分别为{centres}。", (f"n # {count}",)


@phrasing("count: behind the names", "B", "count", group="rooms")
def _names_first(writer: Writer) -> Built:
    count = writer.chooser.integer(3, 6)
    rooms = "、".join(f"<room#{each}>" for each in range(count))
    return f"内设{rooms}{{n:个}}股室。", (f"n # {count}",)


@phrasing("count: 一是二是", "E", "count")
def _tasks(writer: Writer) -> Built:
    count = writer.chooser.integer(2, 5)
    tasks = "；".join(f"{HAN[each]}是<task#{each}>" for each in range(1, count + 1))
    return f"全年重点做了{{n:项!}}工作：{tasks}。", (f"n # {count}",)


@phrasing("count: numbered lines", "E", "count")
def _lines(writer: Writer) -> Built:
    count = writer.chooser.integer(2, 5)
    lines = "\n".join(f"{each}.<work#{each}>" for each in range(1, count + 1))
    return f"全年办成{{n:件}}民生实事：\n{lines}", (f"n # {count}",)


@phrasing("count: problems", "Q", "count")
def _problems(writer: Writer) -> Built:
    problems = ("预算编制不够精细", "项目进度偏慢", "绩效指标量化不足", "内控制度不够健全")
    count = writer.chooser.integer(2, 4)
    told = "；".join(f"{HAN[each]}是{problems[each - 1]}" for each in range(1, count + 1))
    return f"自评中发现以下{{n:个!}}问题：{told}。", (f"n # {count}",)


@phrasing("count: 共N个", "E", "count")
def _places(writer: Writer) -> Built:
    count = writer.chooser.integer(2, 6)
    return f"示范点共{{n:个}}：{'、'.join(f'<village#{each}>' for each in range(count))}。", (f"n # {count}",)
