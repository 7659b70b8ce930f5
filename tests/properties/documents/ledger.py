"""The books of one department in one year: every figure that a document can state more than once, and its names.

Whatever two sentences say about these figures agrees, so no two phrasings can contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.properties.documents import figures
from tests.properties.documents.chooser import Chooser, chance, pick, sample
from tests.properties.documents.figures import Style

PLACES = "东湖 西岭 南桥 北关 柳溪 石坪 梅溪 龙泉 青山 双河 新塘 凤凰 白沙 大桥 永兴 太平".split()
OBJECTS = """堤防加固 河道清淤 危桥改造 路灯更新 公厕改建 管网维修 泵站扩建 文物普查 林区防火 档案整理 农田整治 古树养护
惠民演出 校舍维修 污水处理 渠道衬砌""".split()
WORKS = [place + thing for thing in OBJECTS for place in PLACES]
ITEMS = "印刷费 差旅费 会议费 劳务费 咨询费 租赁费 材料费 邮电费 宣传费 专家评审费 设备购置费 场地布置费".split()
VILLAGES = [f"{place}村" for place in PLACES]
FOREIGN = [f"{village}{thing}" for thing in OBJECTS for village in VILLAGES]  # not of the department's budget
ROOMS = "办公室 规划股 执法股 财务股 人事股 法规股 信访股 宣教股 监测股".split()
CENTRES = "县文化馆 县图书馆 县普查中心 县救助站 县林业站 县水文站 县体育馆".split()
TASKS = "完善制度 整治隐患 培训骨干 排查风险 优化流程 充实队伍 加强督导 规范采购".split()
NAMES = {"work": FOREIGN, "item": ITEMS, "village": VILLAGES, "room": ROOMS, "centre": CENTRES, "task": TASKS}

TITLES = (
    "{unit}{year}年度部门整体支出绩效自评报告",
    "{year}年度{unit}部门整体绩效自评报告",
    "{unit}\n{year}年度部门整体支出绩效自评报告",
)
UNITS = "清溆县统计局 岷坪县文化和旅游局 陇泉县残疾人联合会 云溪县水利局 安丰县林业局 平阳县档案馆".split()


class Ledger:
    def __init__(self, chooser: Chooser, style: Style) -> None:
        self.chooser, self.style = chooser, style
        self.unit, self.year = pick(chooser, UNITS), chooser.integer(2021, 2024)
        self.values: dict[str, Fraction] = {}
        self.names: dict[str, str] = {}  # of the projects
        self._spent()
        self._funded()
        self._budgeted()
        self._travelled()
        self._staffed()
        self._owned()

    def _amount(self, *sizes: int) -> Fraction:
        return figures.draw_amount(self.chooser, self.style, sizes or figures.SIZES)

    def _near(self, value: Fraction) -> Fraction:
        """Another amount, up to three tenths more or less."""
        delta = self._part(value)
        return value + delta if value <= delta or not chance(self.chooser, 40) else value - delta

    def _part(self, value: Fraction) -> Fraction:
        return self.chooser.integer(1, max(1, int(value / self.style.last) * 3 // 10)) * self.style.last

    def _split(self, value: Fraction, count: int) -> list[Fraction]:
        units = int(value / self.style.last)
        rest, parts = units, []
        for left in range(count - 1, 0, -1):
            part = self.chooser.integer(1, max(1, rest * 2 // (left + 2)))
            parts.append(part * self.style.last)
            rest -= part
        return [rest * self.style.last, *parts]

    def _spent(self) -> None:
        values = self.values
        values["wages"], values["family"] = self._amount(10000, 30000), self._amount(1000)
        values["goods"] = values["run"] = self._amount(10000)
        values["pay"] = values["wages"] + values["family"]
        values["basic"] = values["pay"] + values["run"]
        works = sample(self.chooser, WORKS, self.chooser.integer(3, 5))
        for number, work in enumerate(works, 1):
            values[f"p{number}"], self.names[f"p{number}"] = self._amount(10000, 30000), work
        values["project"] = sum((values[name] for name in self.names), Fraction(0))
        values["total"] = values["basic"] + values["project"]
        for name in ("basic", "project"):
            values[f"{name}0"] = self._near(values[name])
        values["total0"] = values["basic0"] + values["project0"]
        if values["total0"] == values["total"]:
            values["basic0"] += self.style.last
            values["total0"] += self.style.last

    def _funded(self) -> None:
        values = self.values
        values["open"], values["close"] = self._amount(1000), self._amount(1000)
        if values["open"] == values["close"]:
            values["open"] += self.style.last
        values["income"] = values["total"] + values["close"] - values["open"]
        values["funds"] = values["income"] + values["open"]
        parts = self._split(values["income"], 4)
        values.update(zip(("grant", "aid", "business", "other"), parts, strict=True))
        if chance(self.chooser, 10):
            values["grant"] += values["business"]
            values["business"] = Fraction(0)
        values["income0"] = self._near(values["income"])

    def _budgeted(self) -> None:
        values = self.values
        values["adjusted"] = values["total"] + values["close"]
        values["basic_b"] = self._near(values["basic"])
        for name in self.names:  # no project spends more than its budget
            values[f"{name}_b"] = values[name] + self._part(values[name])
        values["project_b"] = sum((values[f"{name}_b"] for name in self.names), Fraction(0))
        values["initial"] = values["basic_b"] + values["project_b"]
        if values["initial"] == values["adjusted"]:
            values["basic_b"] += self.style.last
            values["initial"] += self.style.last

    def _travelled(self) -> None:
        values = self.values
        none = Fraction(0)
        values["abroad"] = self._amount(100) if chance(self.chooser, 20) else none
        values["reception"], values["carrun"] = self._amount(100), self._amount(1000)
        values["carbuy"] = self._amount(1000) if chance(self.chooser, 20) else none
        values["cars"] = values["carbuy"] + values["carrun"]
        values["three"] = values["abroad"] + values["reception"] + values["cars"]
        for name in ("three", "reception", "carrun"):
            values[f"{name}0"] = self._near(values[name])
        values["three_b"] = values["three"] + self._amount(100)
        values["reception_b"] = values["reception"] + self._amount(100)

    def _staffed(self) -> None:
        values, number = self.values, self.chooser.integer
        for name, low, high in (("admin", 4, 30), ("inst", 3, 40), ("retired", 2, 30)):
            values[name] = Fraction(number(low, high))
        values["quota_a"] = values["admin"] + number(0, 4)
        values["quota_b"] = values["inst"] + number(0, 4)
        values["quota"] = values["quota_a"] + values["quota_b"]
        values["serving"] = values["admin"] + values["inst"]
        values["staff"] = values["serving"] + values["retired"]

    def _owned(self) -> None:
        values = self.values
        for name in ("current", "fixed", "intangible", "worn", "goods_p", "works_p", "services_p"):
            values[name] = self._amount(1000, 10000)
        values["assets"] = values["current"] + values["fixed"] + values["intangible"]
        values["gross"] = values["fixed"] + values["worn"]
        values["bought"] = values["goods_p"] + values["works_p"] + values["services_p"]

    def projects(self) -> Sequence[str]:
        return list(self.names)
