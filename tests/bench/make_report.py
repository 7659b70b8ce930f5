"""Command: `python -m tests.bench.make_report CHARACTERS` prints a report of about so many characters, for benchmarks.

The report tells of many departments, each with its own name, amounts, projects and table. All figures agree exactly.
The same CHARACTERS and `--seed` give the same report. One report repeated would not do: its departments would contradict
each other. `--output FILE` writes a file instead.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from tests.bench import words

YEAR = 2024


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.make_report")
    parser.add_argument("characters", type=int, metavar="CHARACTERS")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--output", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    text = make_report(arguments.characters, arguments.seed)
    if arguments.output:
        arguments.output.write_bytes(text.encode())
    else:
        sys.stdout.write(text)
    return 0


def make_report(characters: int, seed: int = 0) -> str:
    """A report with the first whole department that reaches `characters`."""
    chance = random.Random(seed)
    projects = project_names(chance)
    lines = [f"{words.CITY}{YEAR}年度部门整体支出绩效自评报告汇编", ""]
    length = sum(map(len, lines)) + len(lines)
    for chapter, county in enumerate(words.counties(), 1):
        lines.append(f"{han(chapter)}、{county}")
        length += len(lines[-1]) + 1
        for number, bureau in enumerate(words.BUREAUS, 1):
            lines += (told := list(Department(f"{county}{bureau}", han(number), projects, chance).lines()))
            length += sum(map(len, told)) + len(told)
            if length >= characters:
                return "\n".join(lines) + "\n"
    raise ValueError(f"the departments give {length} characters at most")


def project_names(chance: random.Random) -> Iterator[str]:
    for names in words.project_names():
        chance.shuffle(names)
        yield from reversed(names)


def han(number: int) -> str:
    """Below a thousand, as headings are numbered: 十一, 一百零一, 一百一十一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        return ("" if tens < 2 else words.DIGITS[tens]) + ("十" if tens else "") + words.DIGITS[ones]
    return words.DIGITS[hundreds] + "百" + (words.DIGITS[tens] + "十" if tens else "零" if ones else "") + words.DIGITS[ones]


def money(cents: int) -> str:
    """An amount in 万元; `cents` are its hundredths."""
    return f"{cents // 100}.{cents % 100:02d}"


def percent(part: int, whole: int) -> str:
    return str((Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP))


class Department:
    """A department with amounts of its own, in hundredths of 万元."""

    def __init__(self, name: str, number: str, projects: Iterator[str], chance: random.Random) -> None:
        self.name, self.number, self.chance = name, number, chance
        self.wages, self.goods, self.aid = self.amount(90, 700), self.amount(20, 90), self.amount(3, 40)
        self.project_names = [next(projects) for _ in range(chance.randint(3, 6))]
        self.projects = [self.amount(5, 160) for _ in self.project_names]
        self.people, self.basic = self.wages + self.aid, self.wages + self.aid + self.goods
        self.project = sum(self.projects)
        self.spent = self.basic + self.project
        self.left = self.amount(1, 20)
        self.adjusted = self.spent + self.left
        self.added = self.amount(5, 30)
        self.budget = self.adjusted - self.added
        self.grown = self.amount(4, 40)
        self.budgets: list[int] = []
        self.reception, self.cars = self.amount(0, 3), self.amount(1, 6)

    def amount(self, least: int, most: int) -> int:
        return self.chance.randint(100 * least + 1, 100 * most)

    def lines(self) -> Iterator[str]:
        yield f"（{self.number}）{self.name}"
        yield self.duties()
        yield self.staff()
        yield self.money_in_all()
        yield self.basic_spending()
        yield self.three_public()
        yield self.project_spending()
        yield from self.project_items()
        yield from self.table()
        yield self.results()
        yield self.satisfaction()
        yield self.problems()

    def duties(self) -> str:
        duties = "、".join(self.chance.sample(words.DUTIES, 4))
        return f"{self.name}主要负责{duties}等工作，按照批复的职责开展业务，重大事项由领导班子集体研究决定。"

    def staff(self) -> str:
        officers, clerks, retired = (self.chance.randint(*span) for span in ((8, 40), (3, 60), (2, 30)))
        serving = officers + clerks - self.chance.randint(0, 3)
        return (
            f"{self.name}核定编制{officers + clerks}名，其中行政编制{officers}名、事业编制{clerks}名。"
            f"截至{YEAR}年12月31日，{self.name}实有人员{serving + retired}人，其中在职{serving}人、退休{retired}人。"
        )

    def money_in_all(self) -> str:
        before = self.spent - self.grown
        return (
            f"{YEAR}年，{self.name}年初预算{money(self.budget)}万元，年中调增{money(self.added)}万元，"
            f"调整后预算{money(self.adjusted)}万元，全年总支出{money(self.spent)}万元，年末结转结余{money(self.left)}万元，"
            f"预算执行率为{percent(self.spent, self.adjusted)}%。总支出比上年的{money(before)}万元"
            f"增加{money(self.grown)}万元，增长{percent(self.grown, before)}%，主要原因是{self.chance.choice(words.REASONS)}。"
        )

    def basic_spending(self) -> str:
        return (
            f"{self.name}全年基本支出{money(self.basic)}万元，占总支出的{percent(self.basic, self.spent)}%，其中："
            f"人员经费{money(self.people)}万元（{self.name}工资福利支出{money(self.wages)}万元、{self.name}对个人和家庭的补助{money(self.aid)}万元），"
            f"占基本支出的{percent(self.people, self.basic)}%；"
            f"公用经费{money(self.goods)}万元，占基本支出的{percent(self.goods, self.basic)}%。"
        )

    def three_public(self) -> str:
        spent = self.reception + self.cars
        batches = self.chance.randint(4, 60)
        return (
            f"{self.name}“三公”经费支出{money(spent)}万元，控制在{money(spent + self.amount(0, 1))}万元的年初预算以内，"
            f"其中：公务接待费{money(self.reception)}万元，公务用车运行维护费{money(self.cars)}万元，"
            f"未发生因公出国（境）费用。全年公务接待{batches}批{batches * 6 + 5}人次。"
        )

    def project_spending(self) -> str:
        listed = "；".join(
            f"{number}.{name}{money(amount)}万元"
            for number, (name, amount) in enumerate(zip(self.project_names, self.projects, strict=True), 1)
        )
        return f"{self.name}全年项目支出{money(self.project)}万元，占总支出的{percent(self.project, self.spent)}%，其中：{listed}。"

    def project_items(self) -> Iterator[str]:
        for name, amount in zip(self.project_names, self.projects, strict=True):
            left = self.amount(0, 9)
            self.budgets.append(amount + left)
            yield (
                f"{name}年初预算{money(amount + left)}万元，实际支出{money(amount)}万元，结余{money(left)}万元，"
                f"用于{self.chance.choice(words.PURPOSES)}，{self.chance.choice(words.OUTCOMES)}。"
            )

    def table(self) -> Iterator[str]:
        yield f"{self.name}项目支出情况表（单位：万元）"
        yield "项目名称\t年初预算\t实际支出\t执行率"
        for name, budget, amount in zip(self.project_names, self.budgets, self.projects, strict=True):
            yield f"{name}\t{money(budget)}\t{money(amount)}\t{percent(amount, budget)}%"
        budget = sum(self.budgets)
        yield f"合计\t{money(budget)}\t{money(self.project)}\t{percent(self.project, budget)}%"

    def results(self) -> str:
        works = self.chance.sample(words.WORKS, 3)
        told = []
        for marker, (work, thing, parts) in zip(("一是", "二是", "三是"), works, strict=True):
            numbers = [self.chance.randint(2, 90) for _ in parts]
            listed = "、".join(f"{part}{number}{thing[0]}" for part, number in zip(parts, numbers, strict=True))
            told.append(f"{marker}{self.name}{work}{sum(numbers)}{thing}，其中{listed}")
        return f"{self.name}全年重点推进三项工作。{'；'.join(told)}。"

    def satisfaction(self) -> str:
        sent = self.chance.randint(100, 400)
        back = sent - self.chance.randint(2, 20)
        content = back - self.chance.randint(1, 9)
        return (
            f"{self.name}向服务对象发放问卷{sent}份，收回{back}份，回收率为{percent(back, sent)}%，"
            f"其中对{self.name}表示满意的{content}份，{self.name}综合满意度为{percent(content, back)}%。"
        )

    def problems(self) -> str:
        first, second = self.chance.sample(words.PROBLEMS, 2)
        return f"{self.name}自评中发现两个问题：一是{first}；二是{second}。下一步将{self.chance.choice(words.STEPS)}。"


if __name__ == "__main__":
    sys.exit(main())
