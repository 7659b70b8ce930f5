"""Which findings are shown: codes that were selected or ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gouji.checks import checks
from gouji.report import Report
from gouji.words import SEVERITIES


AnyCodes = str | Iterable[str]


class CodeError(ValueError):
    """An unknown or missing code; the message is for the user."""


def parse_codes(text: str) -> frozenset[str]:
    """The codes in ``a,b``; Chinese commas and blanks separate as well. Raises CodeError."""
    codes = [code for code in re.split(r"[\s,，、;；]+", text) if code]
    if not codes:
        raise CodeError("没有写检查代码")
    return known_codes(codes)


def known_codes(codes: AnyCodes | None) -> frozenset[str]:
    """The codes as a set; a str stands for codes as `parse_codes` reads them. Raises CodeError for an unknown one."""
    if codes is None:
        return frozenset()
    if isinstance(codes, str):
        return parse_codes(codes)
    known = [row[0] for row in checks()]
    chosen = frozenset(codes)
    for code in sorted(chosen):
        if code not in known:
            raise CodeError(f"没有“{code}”这个检查代码{did_you_mean(code, known)}")
    return chosen


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``，是不是“sum-mismatch”？`` for the nearest known word, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), known, n=1)
    return f"，是不是“{near[0]}”？" if near else ""


def selected(report: Report, select: frozenset[str], ignore: frozenset[str]) -> Report:
    """The report with the findings of the codes in `select` (empty: all) but not in `ignore`, counted anew."""
    if report.error is not None or not (select or ignore):
        return report
    entry = report.to_dict()
    entry["diagnostics"] = [each for each in entry["diagnostics"] if is_wanted(each["code"], select, ignore)]
    severities = [each["severity"] for each in entry["diagnostics"]]
    entry["summary"] = {severity: severities.count(severity) for severity in SEVERITIES}
    return Report(entry, report.text, report.language)


def is_wanted(code: str, select: frozenset[str], ignore: frozenset[str]) -> bool:
    """Whether a code is in `select` (empty: all) but not in `ignore`."""
    return (not select or code in select) and code not in ignore


def reaches(report: Report, limit: str) -> bool:
    """Whether there is a finding at or above the severity `limit`; never for "never"."""
    if limit == "never":
        return False
    return any(report.summary[severity] for severity in SEVERITIES[: SEVERITIES.index(limit) + 1])
