"""The arguments of the command line, with help and errors in Chinese."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable
from typing import Any, NoReturn

from gouji import _core
from gouji.phrases import LANGUAGES
from gouji.selection import CodeError, did_you_mean, parse_codes

_EXIT_STATUS = "退出状态：0 没有达到 --fail-on 的问题；1 有问题；2 有文件无法读取，或用法错误。"

_FIX = (
    "采用每个问题的第一个修改建议，直到没有可改的为止；不写选项时只显示改动，不改文件。"
    "缺少的部分和要素（section-missing、element-missing）要补的是带【请填写：…】的提纲，用 --select 写明代码才插入。"
    "数目（sum-mismatch 等）改成算出的数之前要核对原始数据，也要写明代码才改。"
)
_EDIT = "在本机的浏览器里起草报告，问题随时显示在旁边；只打开这一个文件，内容不离开本机。"
_NEW = "写出一类报告的提纲：标题、各部分、要写明的内容；已知数据里有的数填好，其余写成【请填写：…】。"
_FIX_STATUS = "退出状态：0 完成（包括没有可改的）；2 有文件无法读取或不能改写，或用法错误。"

# What argparse says in English, by pattern.
_ERRORS = [
    (r"the following arguments are required: (.+)", r"缺少参数 \1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (\S+): expected (?:one|at least one) argument", r"\1 后面要写一个值"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1 后面不能写值：\2"),
    (r"ambiguous option: (\S+) could match (.+)", r"参数 \1 不明确，可能是 \2"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 和 \2 不能同时写"),
    (r"argument (\S+): (.+)", r"\1：\2"),
]
_WRONG_CHOICE = (
    r"argument COMMAND: invalid choice: ['\"](?P<word>.*?)['\"](?:, maybe .*)? \(choose from (?P<known>.+)\)"
)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self.named = self.add_argument_group("参数")
        self.optional = self.add_argument_group("选项")
        self.optional.add_argument("-h", "--help", action="help", help="显示这份说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        if match := re.fullmatch(_WRONG_CHOICE, message, re.DOTALL):
            self._no_command(match["word"], re.findall(r"[a-z]+", match["known"]))
        for pattern, chinese in _ERRORS:
            if match := re.fullmatch(pattern, message, re.DOTALL):
                message = match.expand(chinese)
                break
        self.exit(2, f"gouji：{message}\n{self.format_usage()}")

    def _no_command(self, word: str, known: list[str]) -> NoReturn:
        hint = did_you_mean(word, known)
        if not hint and os.path.exists(word):
            hint = f"；要检查它，请写 gouji check {word}"
        self.exit(2, f"gouji：没有“{word}”这个命令{hint}\n{self.format_usage()}")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The arguments of one call; `command` is the first word, "check" for example.

    Exits with status 2 and a message for wrong ones.
    """
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gouji", description="检查预算绩效报告里的数字和内容是否相符。", epilog=_EXIT_STATUS)
    parser.optional.add_argument("--version", action="version", version=f"gouji {_core.__version__}", help="显示版本")
    commands = parser.add_subparsers(title="命令", metavar="COMMAND", dest="command", required=True, prog="gouji")
    _add_check(commands.add_parser("check", help="检查报告", description="检查报告，列出问题。", epilog=_EXIT_STATUS))
    _add_fix(commands.add_parser("fix", help="改正报告", description=_FIX, epilog=_FIX_STATUS))
    for name, what in (("outline", "标题"), ("quantities", "数量"), ("relations", "勾稽关系")):
        _add_listing(commands.add_parser(name, help=f"列出{what}", description=f"列出报告里的{what}。"))
    _add_explain(commands.add_parser("explain", help="说明一个检查", description="说明检查为什么、怎么改，并举例。"))
    _add_profiles(
        commands.add_parser("profiles", help="列出报告类型", description="列出内置的报告类型，或其中的一个。")
    )
    _add_new(commands.add_parser("new", help="写出一份报告的提纲", description=_NEW))
    _add_edit(commands.add_parser("edit", help="在浏览器里起草报告", description=_EDIT))
    return parser


def _add_edit(parser: Any) -> None:
    parser.named.add_argument("path", metavar="FILE", help=".txt 或 .md 文件；没有就新建")
    add = parser.optional.add_argument
    add("--port", metavar="PORT", type=_port, default=0, help="页面的端口，默认任取一个空的")
    add("--no-browser", action="store_true", help="只写出网址，不打开浏览器")
    _add_profile(parser)
    _add_facts(parser)


def _add_new(parser: Any) -> None:
    add = parser.optional.add_argument
    add("--profile", metavar="PROFILE", required=True, help="报告类型：gouji profiles 列出的名字，或自己写的 .json 文件")
    _add_facts(parser)
    add("--year", metavar="YEAR", type=_year, help="报告的年度，默认是已知数据里最近的一年")
    add("-o", "--output", metavar="FILE", help="写入这个新文件，不写到标准输出")
    _add_lang(parser)


def _add_facts(parser: Any) -> None:
    parser.optional.add_argument(
        "--facts", metavar="FILE", help="已知数据：有指标、期间、数值、单位四列的 .csv 文件，或同样内容的 .json 文件"
    )


def _add_profiles(parser: Any) -> None:
    parser.named.add_argument("name", metavar="NAME", nargs="?", help="报告类型的名字；不写就列出全部")
    _add_format(parser, ("text", "json"))
    _add_lang(parser)


def _add_explain(parser: Any) -> None:
    parser.named.add_argument("codes", metavar="CODE", nargs="*", help="检查的代码；不写就列出全部检查")
    _add_lang(parser)


def _add_check(parser: Any) -> None:
    _add_paths(parser)
    _add_format(parser, ("text", "json", "jsonl"))
    add = parser.optional.add_argument
    add("--output", metavar="FILE", help="结果写入这个文件，不写到标准输出")
    _add_codes(parser, "看")
    levels = ("error", "warning", "info", "never")
    add("--fail-on", metavar="LEVEL", type=_one_of(levels), default="error",
        help="有这一级别以上的问题时退出状态为 1：error（默认）、warning、info、never")  # fmt: skip
    _add_profile(parser)
    _add_facts(parser)
    add("--jobs", metavar="N", type=_count, help="同时检查几个文件，默认与处理器数目相同")
    _add_color(parser)


def _add_fix(parser: Any) -> None:
    parser.named.add_argument("paths", metavar="FILE", nargs="+", help="文件，或 -（标准输入）")
    target = parser.optional.add_mutually_exclusive_group()
    target.add_argument("--diff", action="store_true", help="显示改动，不改文件（默认）")
    target.add_argument("--output", metavar="FILE", help="改正后的全文写入这个文件，- 表示标准输出；只能有一个文件")
    target.add_argument("--in-place", action="store_true", help="改写文件本身，编码和换行不变")
    _add_codes(parser, "改")
    _add_profile(parser)
    _add_color(parser)


def _add_listing(parser: Any) -> None:
    _add_paths(parser)
    _add_format(parser, ("text", "json"))
    _add_profile(parser)


def _add_codes(parser: Any, verb: str) -> None:
    for name, words in (("--select", f"只{verb}这些检查"), ("--ignore", f"不{verb}这些检查")):
        parser.optional.add_argument(
            name, metavar="CODES", action="append", type=_codes, default=[], help=f"{words}，用逗号分开"
        )


def _add_color(parser: Any) -> None:
    parser.optional.add_argument(
        "--color", metavar="WHEN", type=_one_of(("auto", "always", "never")), default="auto",
        help="使用颜色：auto（默认，仅在终端）、always、never",
    )  # fmt: skip


def _add_profile(parser: Any) -> None:
    parser.optional.add_argument(
        "--profile", metavar="PROFILE", default="auto",
        help="报告类型：auto（默认，自动识别）、gouji profiles 列出的名字，或自己写的 .json 文件",
    )  # fmt: skip
    _add_lang(parser)


def _add_lang(parser: Any) -> None:
    parser.optional.add_argument(
        "--lang", metavar="LANG", type=_one_of(LANGUAGES), default="zh", help="结果的语言：zh（默认）、en"
    )


def _add_paths(parser: Any) -> None:
    parser.named.add_argument("paths", metavar="PATH", nargs="+", help="文件、文件夹，或 -（标准输入）")


def _add_format(parser: Any, formats: tuple[str, ...]) -> None:
    parser.optional.add_argument(
        "--format", metavar="FORMAT", type=_one_of(formats), default="text", help=f"{'、'.join(formats)}，默认 text"
    )


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            hint = did_you_mean(text, choices)
            raise argparse.ArgumentTypeError(f"不能是“{text}”，只能是 {'、'.join(choices)}{hint}")
        return text

    return parse


def _codes(text: str) -> frozenset[str]:
    try:
        return parse_codes(text)
    except CodeError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"不能是“{text}”，应为 0 到 65535 的整数")
    return int(text)


def _year(text: str) -> int:
    if not re.fullmatch(r"[12][0-9]{3}", text):
        raise argparse.ArgumentTypeError(f"不能是“{text}”，应为四位年份")
    return int(text)


def _count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"不能是“{text}”，应为 1 到 9999 的整数")
    return int(text)
