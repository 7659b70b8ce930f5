"""Each Chinese message of the core has an English one in en.json that takes the same arguments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from string import Formatter
from typing import NamedTuple

import pytest

from tests.tidy import tree

FORMATS = {"message": 0, "text": 0, "related": 1, "fix": 1, "worded": 1}  # call: its argument that is a format string
QUOTED = {"日"}  # completes quoted text, which stays Chinese in every language
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")  # with the marks of Chinese text
TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/)"
    r'|(?P<wide>(?:u8|[uUL])"(?:\\.|[^"\\\n])*")'
    r'|(?P<literal>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')"
    r"|(?P<word>\w[\w']*)"
    r"|(?P<mark>->|\S)",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
ESCAPES = {"n": "\n", "t": "\t", "0": "\0", '"': '"', "'": "'", "\\": "\\"}


class Token(NamedTuple):
    kind: str
    text: str
    line: int


@dataclass
class Scan:
    """What a C++ source says in Chinese; the lists of faults hold line numbers with what stands there."""

    formats: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)
    indirect: list[str] = field(default_factory=list)  # calls whose format string is no literal
    beside: list[str] = field(default_factory=list)  # Chinese words that are no format string and no summary


def tokens_of(source: str) -> list[Token]:
    found = []
    for match in TOKEN.finditer(source):
        if match.lastgroup != "comment":
            found.append(Token(match.lastgroup or "", match[0], source.count("\n", 0, match.start()) + 1))
    return found


def value_of(literals: list[Token]) -> str:
    """The characters of adjacent literals."""

    def character(match: re.Match[str]) -> str:
        return chr(int(match[1][1:], 16)) if len(match[1]) > 1 else ESCAPES[match[1]]

    return "".join(ESCAPE.sub(character, literal.text[1:-1]) for literal in literals)


def arguments_of(tokens: list[Token], opening: int) -> list[list[int]]:
    """Positions of the tokens of each argument of the call whose bracket stands at `opening`."""
    arguments: list[list[int]] = [[]]
    depth = 0
    for i in range(opening + 1, len(tokens)):
        text = tokens[i].text
        if depth == 0 and text == ")":
            break
        if depth == 0 and text == ",":
            arguments.append([])
            continue
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
        arguments[-1].append(i)
    return arguments


def is_call(tokens: list[Token], i: int) -> bool:
    """message, related, fix and text are members; worded is a function."""
    if tokens[i].text not in FORMATS or i == 0 or i + 1 == len(tokens) or tokens[i + 1].text != "(":
        return False
    return tokens[i].text == "worded" or tokens[i - 1].text in (".", "->")


def scan(source: str) -> Scan:
    result = Scan()
    tokens = tokens_of(source)
    told: set[int] = set()  # tokens of format strings and summaries
    for i, token in enumerate(tokens):
        if is_call(tokens, i):
            arguments = arguments_of(tokens, i + 1)
            position = FORMATS[token.text]
            here = arguments[position] if position < len(arguments) else []
            if here and all(tokens[j].kind == "literal" for j in here):
                result.formats.append(value_of([tokens[j] for j in here]))
                told.update(here)
            else:
                result.indirect.append(f"{token.line}: {token.text}({' '.join(tokens[j].text for j in here)}")
        elif token.text == "summary" and [each.text for each in (tokens[i - 1], tokens[i + 1])] == [".", "="]:
            end = next(j for j in range(i + 2, len(tokens)) if tokens[j].kind != "literal")
            result.summaries.append(value_of(tokens[i + 2 : end]))
            told.update(range(i + 2, end))
    for i, token in enumerate(tokens):
        if token.kind == "literal" and i not in told and HAN.search(token.text) and value_of([token]) not in QUOTED:
            result.beside.append(f"{token.line}: {token.text}")
    return result


def scans() -> Iterator[tuple[str, Scan]]:
    for path in tree.below("cpp/src/checks", ".cpp", ".h") + tree.below("cpp/src/engine", ".cpp", ".h"):
        yield tree.name(path), scan(tree.text(path))


def pairs_of_json() -> list[tuple[str, str]]:
    """As the file has them: a key may come twice."""
    pairs: list[tuple[str, str]] = json.loads(tree.text(tree.ROOT / "cpp/messages/en.json"), object_pairs_hook=list)
    return pairs


def placeholders(text: str) -> dict[int, str]:
    """The format specification of each argument that a format string uses."""
    used: dict[int, str] = {}
    fields = [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None]
    assert len({name == "" for name, _ in fields}) < 2, f"“{text}” has both {{}} and {{0}}"
    for position, (name, spec) in enumerate(fields):
        used[int(name) if name else position] = spec
    return used


def problems(chinese: str, english: str) -> Iterator[str]:
    """What is wrong with the English text of a message."""
    if placeholders(chinese) != placeholders(english):
        yield "other placeholders"
    words = "".join(literal for literal, *_ in Formatter().parse(english))
    if CHINESE.search(re.sub("“[^“”]*”", "", words)):
        yield "Chinese characters that are not quoted"
    if not english.strip():
        yield "nothing"
    if english.rstrip().endswith((".", "。")):
        yield "a full stop at the end"
    if '"' in english or re.sub("[^“”]", "", english).replace("“”", ""):
        yield "quotation marks other than “…”"


def test_every_message_has_a_translation_and_every_translation_a_message() -> None:
    used = {text for _, each in scans() for text in each.formats + each.summaries}
    chinese = {text for text in used if CHINESE.search(text)}  # “{}”{} may be translated as well
    translated = {key for key, _ in pairs_of_json()}
    assert chinese, "no message found"
    assert sorted(chinese - translated) == [], "messages without a translation"
    assert sorted(translated - used) == [], "translations of nothing"


def test_no_message_is_translated_twice() -> None:
    keys = [chinese for chinese, _ in pairs_of_json()]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_translations_fit_their_messages() -> None:
    found = [f"“{chinese}”: {what}" for chinese, english in pairs_of_json() for what in problems(chinese, english)]
    assert not found, "\n".join(found)


def test_format_strings_are_literals() -> None:
    assert [f"{name}:{place}" for name, each in scans() for place in each.indirect] == []


def test_no_chinese_words_beside_the_format_strings() -> None:
    """Words that reach a message as an argument, and not through report.text, stay Chinese."""
    assert [f"{name}:{place}" for name, each in scans() for place in each.beside] == []


@pytest.mark.parametrize(
    ("source", "formats"),
    [
        ('report.at(place).message("有 {} 处", n).related(there, "前文");', ["有 {} 处", "前文"]),
        ('diagnostic->message("甲"\n  "乙，" /* 丙 */ "丁");', ["甲乙，丁"]),
        ("""report.at({i, '"'}).fix({{f(a, b), "（"}, {c, "）"}}, "改为“{}”", d); // .message("戊")""", ["改为“{}”"]),
        ('b.message("{}", one ? report.text("全") : report.text("半"));', ["{}", "全", "半"]),
        (r"""b.message("用“\uFFFD”\"代替\"\\", 1'000, ',');""", ['用“\ufffd”"代替"\\']),
        ('diagnostic::worded(translations_, "；") + worded(t, "有")', ["；", "有"]),
        ('constexpr std::u16string_view words[]{u"报告"}; text("无"); a.text.find(u"尾差"); message = "";', []),
    ],
)
def test_the_scanner_finds_format_strings(source: str, formats: list[str]) -> None:
    assert scan(source).formats == formats


def test_the_scanner_finds_summaries_and_words_beside_them() -> None:
    source = 'Check c{.summary = "各部分" "应当", .run = f};\nb.message(which, "无").fix({}, "改" + x);'
    found = scan(source)
    assert found.summaries == ["各部分应当"]
    assert found.indirect == ["2: message(which", '2: fix("改" + x']
    assert found.beside == ['2: "无"', '2: "改"']


@pytest.mark.parametrize(
    ("chinese", "english", "expected"),
    [
        ("“{}”与 {}", "“{1}” and {0}, {0}", ""),
        ("{:.2f} 处", "{} places", "placeholders"),
        ("{} 处", "{1} places", "placeholders"),
        ("不加“年”", "no “年”", ""),
        ("不加年", "no 年", "not quoted"),
        ("甲，乙", "a，b", "not quoted"),
        ("请核对", "please check.", "full stop"),
        ("请核对", " ", "nothing"),
        ("“甲”", '"a"', "quotation"),
        ("“甲”", "“a", "quotation"),
    ],
)
def test_the_rules_themselves(chinese: str, english: str, expected: str) -> None:
    text = "\n".join(problems(chinese, english))
    assert expected in text if expected else not text
