"""ledger-mismatch: a text states another value of an indicator and period than the facts that somebody brought.

A figure is compared only where words make it that of the fact: the indicator's own name stands right before it, alone in its
clause but for the period and the writer's own unit; a name that may be that of anything (支出, 预算) counts only at the
beginning of a sentence of a part that is about nothing else. Arithmetic is exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from hashlib import blake2b

from gouji import _core
from gouji.checks import LEDGER
from gouji.facts import Fact, Facts, basis_of, factor, name_of
from gouji.phrases import phrase
from gouji.records import Json
from gouji.words import SEVERITIES

_CLAUSE = re.compile(r"[^，。；：、（）()！？,;:|\t\r\n]*\Z")
_SENTENCE = re.compile(r"[^。；！？;\r\n]*\Z")
_LINE = re.compile(r"[^\r\n]*\Z")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BEFORE = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十0-9]+[）)、.．]\s*)?"
    r"(?:其中|另有?|现有|[12][0-9]{3}年(?:度|末|底|年末)?|全年|本年度?|当年|年度|年末|年初|截至|我们?|本|单位|部门|局|馆|院|校|委|办|中心"
    r"|实现|完成|共计?|累计|的|，|\s)*\Z"
)
_BETWEEN = re.compile(r"(?:决算数?|总额|总数|合计|金额|总计|共计?|为|是|达到?|完成|实现|[:：]|\s)*\Z")
_BETWEEN_BUDGET = re.compile(r"(?:(?:年初)?预算(?:数|安排)?|总额|为|是|共计?|[:：]|\s)*\Z")
_NO_STATEMENT = re.compile(r"^\s*(?:以[内上下]|左右|上下|增|升|提|降|减|下|上|调|[—~～-])")
_OTHER_SUBJECT = re.compile(r"项目(?!支出)|专项|工程|其中|该|镇|街道|乡|村|社区|下属|所属|补助|比|较|上年|去年|人均|平均|三公|公务|采购")
_OTHER_PART = re.compile(r"项目|专项|财政拨款|公共预算|基金|资本|三公|基本支出|结转|结余|上年|人员经费|公用经费")
_OTHER_FUND = re.compile(r"基金|资本经营|保险")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SHORT = 2  # characters
_WHOLE = re.compile(r"总|合计|整体")


@cache
def _vocabulary() -> dict[str, tuple[tuple[str, ...], bool]]:
    """The words for each indicator, the longest first, and whether it may be that of anything."""
    return {
        name: (tuple(sorted({name, *others}, key=len, reverse=True)), generic) for name, others, generic in _core.indicators()
    }


def mismatches(entry: Json, text: str, facts: Facts, language: str = "zh") -> list[Json]:
    """The diagnostics, as entries of the JSON contract, of a report's entry."""
    found: list[Json] = []
    same: dict[str, int] = {}
    starts: list[int] = []
    for quantity, fact in stated(entry, text, facts):
        if agrees(quantity, fact):
            continue
        starts = starts or [0, *(end.end() for end in _LINE_END.finditer(text))]
        known = "\0".join((LEDGER, *fact.key, quantity["printed"], quantity["printed_unit"]))
        same[known] = same.get(known, -1) + 1
        found.append(_diagnostic(quantity, fact, f"{known}\0{same[known]}", starts, language))
    return found


def with_ledger(entry: Json, text: str, facts: Facts, language: str = "zh") -> Json:
    """The entry with the diagnostics of the facts among its own, in text order, counted."""
    found = mismatches(entry, text, facts, language)
    if not found:
        return entry
    diagnostics = sorted([*entry["diagnostics"], *found], key=lambda each: each["range"][0])
    severities = [each["severity"] for each in diagnostics]
    summary = {severity: severities.count(severity) for severity in SEVERITIES}
    return {**entry, "diagnostics": diagnostics, "summary": summary}


def stated(entry: Json, text: str, facts: Facts) -> Iterator[tuple[Json, Fact]]:
    """The quantities of an entry that state a fact, right or wrong."""
    for quantity in entry["quantities"]:
        fact = fact_of(quantity, facts)
        if fact is not None and _is_stated(quantity, fact, text, entry):
            yield quantity, fact


def agrees(quantity: Json, fact: Fact) -> bool:
    """Whether the printed figure and the fact are one value, rounded to the places of the one that has fewer."""
    value = Fraction(quantity["value"])
    own, given = unit_of(quantity), factor(fact.printed_unit)
    if value == fact.value:
        return True
    places = [(own, quantity["decimals"]), (given[1] if given else None, fact.decimals)]
    step = max((unit / 10**decimals for unit, decimals in places if unit), default=Fraction(0))
    return step > 0 and _rounded(value, step) == _rounded(fact.value, step)


def unit_of(quantity: Json) -> Fraction | None:
    """How many base units the printed unit is; in a table it may stand in the caption, and the printed number tells it."""
    if quantity["printed_unit"]:
        known = factor(quantity["printed_unit"])
        return known[1] if known else None
    printed = quantity["printed"].replace(",", "")
    if not _NUMBER.fullmatch(printed) or not Fraction(printed):
        return None
    return Fraction(quantity["value"]) / Fraction(printed)


def _rounded(value: Fraction, step: Fraction) -> Fraction:
    """Half away from zero."""
    whole = (abs(value) / step + Fraction(1, 2)).__floor__() * step
    return -whole if value < 0 else whole


def fact_of(quantity: Json, facts: Facts) -> Fact | None:
    """The fact of the indicator, period, basis and scope that the core reads in a quantity."""
    if quantity["indicator"] is None or quantity["period"] is None or quantity["approximation"] != "exact":
        return None
    scope = "" if quantity["scope"].startswith(("本", "我")) else quantity["scope"]
    fact = facts.find(name_of(quantity["indicator"]), quantity["period"], basis_of(quantity["basis"]), quantity["kind"], scope)
    return fact if fact is not None and fact.unit == quantity["unit"] else None


def _is_stated(quantity: Json, fact: Fact, text: str, entry: Json) -> bool:
    begin, end = quantity["range"]
    line = _match(_LINE, text, begin)
    if "|" in line or "\t" in line:
        return quantity["basis"] not in ("unknown", "previous") and _row_name(line) in _names_of(fact)
    if _NO_STATEMENT.match(text[end : end + 8]):
        return False
    found = naming(quantity, fact, text)
    if found is None:
        return False
    at, name = found
    above = "\n".join(heading["title"] for heading in _above(begin, entry["outline"]))
    if _OTHER_FUND.search(above) and not _OTHER_FUND.search(fact.indicator):
        return False
    return not is_generic(fact.indicator, fact.kind) or _is_of_the_whole(name, _match(_SENTENCE, text, at), above)


def is_generic(indicator: str, kind: str) -> bool:
    """Whether the words for an indicator may be those of anything: 支出, 预算, and rates that the vocabulary does not know."""
    return _vocabulary().get(indicator, ((), kind == "percent"))[1]


def naming(quantity: Json, fact: Fact, text: str) -> tuple[int, str] | None:
    """The fact's own name right before a quantity, and where it stands; None where other words stand there."""
    begin, _ = quantity["range"]
    between = _BETWEEN_BUDGET if fact.basis == "budget" else _BETWEEN
    shortest = begin - len(_match(between, text, begin))  # where the words between the name and the figure begin
    for name in _names_of(fact):
        for at in range(shortest - len(name), begin - len(name) + 1):
            if text.startswith(name, max(0, at)) and _BEFORE.match(_match(_CLAUSE, text, max(0, at))):
                return max(0, at), name
    return None


def _names_of(fact: Fact) -> tuple[str, ...]:
    """The words by which a text may name a fact."""
    names, generic = _vocabulary().get(fact.indicator, ((fact.indicator,), False))
    if fact.kind == "money" and not generic:  # 结余, 接待: of anything
        names = tuple(name for name in names if len(name) > _SHORT)
    if fact.kind == "count":  # the other words for people may be those for some of them
        names = tuple(name for name in names if fact.indicator[:2] in name)
    return names if fact.given in names else (fact.given, *names)


def _is_of_the_whole(name: str, sentence: str, above: str) -> bool:
    """Whether a name that may be that of anything is that of the writer's whole unit.

    `sentence` is what of it stands before the name, `above` the headings that it stands under.
    """
    if _WHOLE.search(name):
        return not _OTHER_SUBJECT.search(sentence)
    return bool(_BEFORE.match(sentence)) and not _OTHER_PART.search(above)


def _above(place: int, outline: list[Json]) -> Iterator[Json]:
    """The headings that a place stands under, the innermost first."""
    index = bisect_right(outline, place, key=lambda heading: heading["range"][0]) - 1
    while index is not None and index >= 0:
        yield outline[index]
        index = outline[index]["parent"]


def _match(pattern: re.Pattern[str], text: str, end: int) -> str:
    found = pattern.search(text[max(0, end - 400) : end])
    return found[0] if found else ""


def _row_name(line: str) -> str:
    cells = [cell.strip() for cell in re.split(r"[|\t]", line)]
    return next((cell for cell in cells if re.search(r"[\u4e00-\u9fff]", cell)), "")


def _diagnostic(quantity: Json, fact: Fact, known: str, starts: list[int], language: str) -> Json:
    begin, end = quantity["range"]
    line = bisect_right(starts, begin)
    period = phrase(language, "year", year=fact.period) if fact.period.isdigit() else fact.period
    values = {
        "indicator": fact.indicator,
        "period": period,
        "printed": quantity["printed"] + quantity["printed_unit"],
        "known": fact.printed + fact.printed_unit,
        "difference": _difference(quantity, fact),
    }
    return {
        "id": blake2b(known.encode(), digest_size=8).hexdigest(),
        "code": LEDGER,
        "severity": "error",
        "message": phrase(language, LEDGER, **values),
        "range": [begin, end],
        "line": line,
        "column": begin - starts[line - 1] + 1,
        "related": [],
        "relation": None,
        "fixes": _fixes(quantity, fact, language),
    }


def _difference(quantity: Json, fact: Fact) -> str:
    """How far the printed figure is from the fact, in the printed unit."""
    unit = unit_of(quantity)
    apart = abs(Fraction(quantity["value"]) - fact.value)
    shown = decimal(apart / unit) if unit else None
    return f"{shown}{quantity['printed_unit']}" if shown is not None else f"{decimal(apart)}{fact.unit}"


def _fixes(quantity: Json, fact: Fact, language: str) -> list[Json]:
    """The fact in the unit and with the places of the figure, with no fewer than the books have up to two."""
    unit = unit_of(quantity)
    printed = quantity["printed"]
    if unit is None or not _NUMBER.fullmatch(printed.replace(",", "")):
        return []
    value = fact.value / unit
    known = fact.decimals if fact.printed_unit == quantity["printed_unit"] else len((decimal(value) or "0.00").partition(".")[2])
    places = max(quantity["decimals"], min(2, known))
    shown = decimal(_rounded(value, Fraction(1, 10**places)), places)
    if shown is None:
        return []
    if "," in printed:
        whole, point, rest = shown.partition(".")
        shown = f"{int(whole):,}{point}{rest}"
    return [{"title": phrase(language, "change_to", text=shown), "edits": [{"range": quantity["number_range"], "text": shown}]}]


def decimal(value: Fraction, places: int = 0) -> str | None:
    """A number as decimal text with at least so many places; None where it has none of at most 12."""
    for digits in range(places, 13):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            sign, number = "-" if scaled < 0 else "", str(abs(scaled.numerator)).zfill(digits + 1)
            return sign + (f"{number[:-digits]}.{number[-digits:]}" if digits else number)
    return None
