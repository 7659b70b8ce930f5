"""A new report: the skeleton of its family, with the figures that are known filled in.

The families ask for what must be stated in sentences with blanks, such as 核定编制__名. What a blank stands for is read by the
core: it gets a figure, and the core says of which indicator, period and unit that figure is, in this place of the report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gouji import _core
from gouji.facts import Fact, Facts, name_of
from gouji.files import read_text
from gouji.ledger import fact_of, is_generic, naming
from gouji.profiles import AnyProfile, ProfileError, families, is_path, resolve
from gouji.records import Json

BLANK = "__"
_PROVINCE = re.compile(r"^[\u4e00-\u9fff]{2,3}省")
_REMARK = re.compile(r"（[^（）]*）$")
_PROBE = 3100  # the figures that blanks get to be read: large enough to be no numbers of parts and no years
_LONG = 30  # characters of a heading that the next line could be taken to go on
_HAN = "〇一二三四五六七八九"


class Skeleton(NamedTuple):
    """The text, the facts that stand in it and those that do not."""

    text: str
    used: tuple[Fact, ...]
    unused: tuple[Fact, ...]


class _Line(NamedTuple):
    """A line of the skeleton; a sentence has blanks that may be filled, anything else is taken as it is."""

    text: str
    sentence: bool = False


def skeleton(profile: AnyProfile, facts: Facts | None = None, year: int | None = None) -> Skeleton:
    """The skeleton of a report of a family. Raises ProfileError for "auto", and what `resolve` raises."""
    facts = facts or Facts()
    core = resolve(profile)
    if core is None:
        raise ProfileError("没有写明报告类型；gouji profiles 列出全部")
    content = family_content(profile)
    if year is None:
        year = max((int(fact.period) for fact in facts if re.fullmatch("[12][0-9]{3}", fact.period)), default=None)
    lines = list(_lines(content, year))
    known = _blanks(lines, core, facts) if len(facts) else {}
    text = "\n".join(_written(line, number, known) for number, line in enumerate(lines)) + "\n"
    used = tuple(dict.fromkeys(fact for fact in known.values() if fact is not None))
    return Skeleton(text, used, tuple(fact for fact in facts if fact not in used))


def family_content(profile: AnyProfile) -> Json:
    """The parts of a family; one that extends another is merged with it."""
    if isinstance(profile, str) and not is_path(profile):
        return _built_in(profile)
    content: Json = dict(profile) if isinstance(profile, Mapping) else json.loads(read_text(profile))
    if "extends" not in content:
        return content
    base = _built_in(content["extends"])
    omitted = set(content.get("omit", ()))
    kept = [each for each in base["sections"] if each["id"] not in omitted]
    return {
        **base,
        **content,
        "sections": _merged(kept, content.get("sections", [])),
        "elements": _merged(base.get("elements", []), content.get("elements", [])),
    }


def _built_in(name: str) -> Json:
    content: Json = json.loads(next(family.json for family in families() if family.name == name))
    return content


def _merged(base: list[Json], own: list[Json]) -> list[Json]:
    """The entries of the extended family, changed by those of the same id, and the new ones where they belong."""
    merged = [dict(each) for each in base]
    for entry in own:
        index = next((i for i, each in enumerate(merged) if each["id"] == entry["id"]), None)
        if index is not None:
            before = merged[index]
            changed: Json = {**before, **entry}
            for key in ("sections", "elements"):
                if key in entry:
                    changed[key] = _merged(before.get(key, []), entry[key])
            merged[index] = changed
            continue
        after = next((i for i, each in enumerate(merged) if each["id"] == entry.get("after")), len(merged) - 1)
        merged.insert(after + 1, dict(entry))
    return merged


def _lines(content: Json, year: int | None) -> Iterator[_Line]:
    title = _REMARK.sub("", _PROVINCE.sub("", str(content.get("title") or content["name"])))
    yield _Line(f"{_asked('单位名称')}{year or _asked('年份')}年度{title}")
    yield _Line("")
    whole = [each for each in content.get("elements", ()) if each.get("prompt")]
    heads = [each for each in whole if each.get("line") == "addressee" or each["id"] == "lead-in"]
    for each in heads:
        yield from _element(each)
    number = 0
    for section in content.get("sections", ()):
        if section.get("severity", "warning") != "none":
            number += 1
            yield from _section(section, number, 1)
    for each in whole:
        if each not in heads:
            yield from _element(each)


def _section(section: Json, number: int, level: int) -> Iterator[_Line]:
    yield _Line(label(number, level) + str(section["title"]))
    if len(section["title"]) > _LONG:
        yield _Line("")
    elements = [each for each in section.get("elements", ()) if each.get("prompt")]
    inner = [each for each in section.get("sections", ()) if each.get("severity", "warning") != "none"]
    if len(elements) < 2 and not inner and not any(BLANK in str(each["prompt"]) for each in elements):
        yield _Line(_asked(str(section.get("prompt") or section["title"])))
    for element in elements:
        yield from _element(element)
    for count, each in enumerate(inner, 1):
        yield from _section(each, count, level + 1)


def _element(element: Json) -> Iterator[_Line]:
    prompt = str(element["prompt"])
    sentence = BLANK in prompt and not prompt.startswith("例如") and "____" not in prompt and "line" not in element
    yield _Line(prompt if sentence else _asked(prompt), sentence)


def label(number: int, level: int) -> str:
    """The number of a heading in official documents: 一、 （一） 1. （1）, and so on."""
    return (f"{han(number)}、", f"（{han(number)}）", f"{number}.", f"（{number}）")[min(level, 4) - 1]


def han(number: int) -> str:
    """A number below 100 in Chinese: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    return (_HAN[tens] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones] if ones else "")


def _asked(what: str) -> str:
    return f"【请填写：{what}】"


def _blanks(lines: list[_Line], core: _core.Profile, facts: Facts) -> dict[tuple[int, int], Fact | None]:
    """The fact that belongs in each blank, by line and ordinal in it; every blank gets a figure and the core reads them."""
    pieces: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    length = 0
    for number, line in enumerate(lines):
        parts = line.text.split(BLANK) if line.sentence else [line.text]
        for ordinal, part in enumerate(parts):
            if ordinal:
                places[length] = (number, ordinal - 1)
                pieces.append(str(_PROBE + len(places)))
                length += len(pieces[-1])
            pieces.append(part)
            length += len(part)
        pieces.append("。\n" if line.sentence else "\n")
        length += len(pieces[-1])
    text = "".join(pieces)
    found: dict[tuple[int, int], Fact | None] = dict.fromkeys(places.values())
    particular: set[int] = set()  # lines whose sentence is already about something of its own: “三公”经费支出__万元，年初预算__万元
    for quantity in json.loads(_core.check_json(text, None, core))["quantities"]:
        place = places.get(quantity["number_range"][0])
        if place is None:
            continue
        generic = is_generic(name_of(quantity["indicator"] or ""), quantity["kind"])
        fact = fact_of(quantity, facts)
        if fact is not None and naming(quantity, fact, text) and not (generic and place[0] in particular):
            found[place] = fact
        if not generic:
            particular.add(place[0])
    return found


def _written(line: _Line, number: int, known: dict[tuple[int, int], Fact | None]) -> str:
    """The sentence with its facts; clauses with a blank that is left are asked for, or all of it where nothing is known."""
    if not line.sentence:
        return line.text
    facts = iter([known.get((number, ordinal)) for ordinal in range(line.text.count(BLANK))])
    written, any_known, any_left = [], False, False
    for clause in re.findall(r"[^，：；、]+[，：；、]?", line.text):
        words = clause.rstrip("，：；、")
        filled = [next(facts) for _ in range(words.count(BLANK))]
        any_known = any_known or any(filled)
        any_left = any_left or None in filled
        written.append((_asked(words) if None in filled else _filled(words, filled)) + clause[len(words) :])
        if not filled and any_known and not any_left and written[-2].endswith("；"):
            written[-2:] = [written[-2].rstrip("；")]  # 低于90%的说明原因: an advice, and no part of the sentence
    if not any_known:
        return _asked(line.text)
    return "".join(written).rstrip("。") + "。"


def _filled(words: str, facts: list[Fact | None]) -> str:
    """Words with their facts, each with its own unit, in place of the blanks and the units behind them."""
    for fact in facts:
        if fact is not None:
            words = re.sub(rf"{BLANK}(?:[%‰]|[^\W\d_]*)", lambda _, known=fact: known.printed + known.printed_unit, words, count=1)  # type: ignore[misc]
    return words
