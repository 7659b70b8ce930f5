#!/usr/bin/env python3
"""检查一个文件夹里的全部报告，把问题写成一张 CSV 表（可以用 Excel 打开）。

用法：python check_folder.py 报告文件夹 问题.csv
"""

import csv
import sys

import gouji

COLUMNS = ["文件", "行", "列", "级别", "代码", "原文", "说明", "建议"]


def rows(report: gouji.Report):
    """一份报告的每个问题一行；读不了的文件也占一行，免得漏掉。"""
    if report.error is not None:
        yield [report.path, "", "", "无法检查", "", "", report.error, ""]
    for found in report.diagnostics:
        # range 是文本里的字符下标，左闭右开，可以直接用来切片。
        words = report.text[slice(*found.range)]
        # 不是每个问题都有修改建议；有几个时取第一个，gouji fix 用的也是它。缺少内容的，建议是插入待填写的提纲。
        advice = found.fixes[0].title if found.fixes else ""
        yield [report.path, found.line, found.column, found.severity, found.code, words, found.message, advice]


def plain(cell):
    """Excel 会把以 = + - @ 开头的单元格当作公式，前面加一个单引号就只是文字。"""
    return "'" + cell if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def main(folder: str, output: str) -> int:
    checked = failed = found = 0
    # utf-8-sig 带有字节序标记，Excel 才认得出是 UTF-8。
    with open(output, "w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        # check_files 自己找出文件夹里的报告，并行检查，按路径的次序一份一份给出结果。
        for report in gouji.check_files(folder):
            table.writerows([plain(cell) for cell in row] for row in rows(report))
            failed += report.error is not None
            checked += report.error is None
            found += len(report.diagnostics)
    print(f"检查了 {checked} 份报告，{failed} 份无法检查，共 {found} 个问题，写入 {output}")
    return 2 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
