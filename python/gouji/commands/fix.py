"""``gouji fix``: corrections as a diff, into another file or into the file itself."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from gouji.batch import Options, check_as
from gouji.commands.common import UsageError, codes, complain, options, protect
from gouji.encoding import EncodedText
from gouji.files import FileError, read_bytes, read_stdin_bytes, shown_path
from gouji.fixing import FIGURES, WRITING, Choice, Fixed, fixed
from gouji.output.colours import painter
from gouji.output.diff import diff_lines
from gouji.output.target import OutputError, rewrite, write_bytes
from gouji.phrases import phrase
from gouji.words import visible

Write = Callable[[str, EncodedText, str], None]  # the path, the old text, the new one


def run(arguments: Namespace) -> int:
    """Corrects every file and returns the exit status: 2 if one was not read or not written, else 0."""
    _refuse_wrong_targets(arguments)
    choice = options(arguments)
    write = _writer(arguments)
    results = [_fix_one(path, choice, arguments, write) for path in arguments.paths]
    done = [result for result in results if result is not None]
    if len(arguments.paths) > 1:
        _say(phrase(choice.language, "fixed_total", files=len(done), text=_summary(done, choice.language)))
    return 0 if len(done) == len(results) else 2


def _refuse_wrong_targets(arguments: Namespace) -> None:
    if arguments.paths.count("-") > 1:
        raise UsageError("标准输入（-）只能写一次")
    if arguments.in_place and "-" in arguments.paths:
        raise UsageError("标准输入（-）不能用 --in-place 改写，请用 --output -")
    if arguments.output is not None and len(arguments.paths) > 1:
        raise UsageError("有几个文件时不能用 --output，请用 --in-place 或分开改正")
    protect(arguments.paths, arguments.output, "要改写它请用 --in-place")


def _writer(arguments: Namespace) -> Write:
    if arguments.in_place:
        return _rewrite
    if arguments.output is not None:
        target = None if arguments.output == "-" else arguments.output
        return lambda path, old, text: write_bytes(target, old.encode(text))
    return lambda path, old, text: _show(path, old.text, text, arguments.color)


def _rewrite(path: str, old: EncodedText, text: str) -> None:
    if text != old.text:
        rewrite(path, old.encode(text))


def _show(path: str, old: str, text: str, color: str) -> None:
    if sys.stdout is None:
        raise OutputError("没有标准输出可写")
    for line in diff_lines(shown_path(path), old, text, painter(color, sys.stdout)):
        sys.stdout.write(line)
    sys.stdout.flush()


def _fix_one(path: str, choice: Options, arguments: Namespace, write: Write) -> Fixed | None:
    """None where the file could not be read or must not be written, which is said."""
    name, language = shown_path(path), choice.language
    wanted = Choice(codes(arguments.select), codes(arguments.ignore))
    try:
        data = read_stdin_bytes(language) if path == "-" else read_bytes(path)
        old = EncodedText(data, name)
        result = fixed(old.text, lambda text, family=None: check_as(text, family, name, choice), wanted)
        write(path, old, result.text)
    except FileError as error:
        complain(phrase(language, "named", name=name, text=error.said(language)), language)
        return None
    except OutputError as error:
        complain(str(error), language)
        return None
    _say(phrase(language, "named", name=name, text=_summary([result], language)))
    return result


def _summary(results: list[Fixed], language: str) -> str:
    applied = sum(len(result.applied) for result in results)
    findings = sum(len(result.report.diagnostics) for result in results)
    unfixed = sum(len(result.left) for result in results)
    suggested = [found.code for result in results for found in result.suggested]
    line = phrase(language, "fixed", applied=applied, left=findings)
    if unfixed:
        line += phrase(language, "unfixed", count=unfixed)
    for kind, codes_of_kind in (("suggested", WRITING), ("suggested_figures", FIGURES)):
        found = [code for code in suggested if code in codes_of_kind]
        if found:
            line += phrase(language, kind, count=len(found), codes=",".join(sorted(set(found))))
    return line


def _say(line: str) -> None:
    if sys.stderr is not None:
        print(visible(line), file=sys.stderr)
