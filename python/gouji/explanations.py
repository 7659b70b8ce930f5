"""What each check is about: why it matters, how to put it right, a wrong and a right example.

The texts are the pages tests/checks/<group>/<code>.md of the project, collected into explanations.json when the package
is built.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from gouji.batch import Options, check_text
from gouji.checks import checks
from gouji.phrases import known_language, phrase
from gouji.selection import known_codes
from gouji.words import visible

GROUPS = {"figures": "数字", "parts": "部分", "numbering": "编号", "text": "文字"}


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the case that it shows, and what the check says about it."""

    title: str
    text: str
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A check explained; prints as text, and as a page in a notebook.

    In English (`language` is "en") the summary and the messages are; the pages and their examples are Chinese.
    """

    code: str
    group: str
    severity: str
    summary: str
    why: str
    how: str
    notes: tuple[str, ...]
    wrong: Example | None
    right: Example | None
    language: str = "zh"

    def __str__(self) -> str:
        lines = [f"{self.code}  {self._say(self.severity)}  {group_name(self.group, self.language)}", self._sentence(), ""]
        for title, text in self._prose():
            lines += [self._named(title, text), ""]
        for title, example in self._examples():
            lines += [title, *(f"    {line}".rstrip() for line in _lines(example))]
            lines += [f"  → {message}" for message in example.messages] + [""]
        return "\n".join(lines[:-1])

    def _repr_markdown_(self) -> str:
        parts = [f"### `{self.code}`", self._named(self._say(self.severity), self._sentence())]
        parts += [self._named(f"**{title}**", text) if title else text for title, text in self._prose()]
        for title, example in self._examples():
            parts += [f"**{title}**", "\n".join(["````text", *_lines(example), "````"])]
            parts += [f"→ {_plain(message)}" for message in example.messages]
        return "\n\n".join(parts)

    def _repr_html_(self) -> str:
        from gouji.output.html import explanation_html

        return explanation_html(self.code, str(self))

    def _prose(self) -> Iterator[tuple[str, str]]:
        """(title, text) of each paragraph that there is."""
        prose = [(self._say("why"), self.why), (self._say("how"), self.how), *(("", note) for note in self.notes)]
        return ((title, text) for title, text in prose if text)

    def _examples(self) -> Iterator[tuple[str, Example]]:
        examples = ((self._say("reported"), self.wrong), (self._say("not_reported"), self.right))
        return ((self._named(title, example.title), example) for title, example in examples if example is not None)

    def _say(self, key: str) -> str:
        return phrase(self.language, key)

    def _sentence(self) -> str:
        return phrase(self.language, "sentence", text=self.summary)

    def _named(self, name: str, text: str) -> str:
        return phrase(self.language, "named", name=name, text=text) if name else text


def explain(code: str, lang: str = "zh") -> Explanation:
    """What a check is about. Raises ValueError for an unknown code, with the nearest one, or an unknown language."""
    known_codes([code])
    language = known_language(lang)
    _, group, severity, *summaries = next(row for row in checks() if row[0] == code)
    page = _pages().get(code, {})
    return Explanation(
        code=code,
        group=group,
        severity=severity,
        summary=summaries[language == "en"].rstrip("。."),
        why=page.get("why", ""),
        how=page.get("how", ""),
        notes=tuple(page.get("notes", ())),
        wrong=_example(code, page.get("wrong"), language),
        right=_example(code, page.get("right"), language),
        language=language,
    )


def group_name(group: str, language: str = "zh") -> str:
    """The name of a group of checks for a reader."""
    return group if language == "en" else GROUPS.get(group, group)


def overview(language: str = "zh") -> Iterator[str]:
    """Lines that list all checks by group."""
    rows = checks()
    wide = max((len(row[0]) for row in rows), default=0)
    groups = {row[1] for row in rows}
    for group in [*(known for known in GROUPS if known in groups), *sorted(groups - set(GROUPS))]:
        yield phrase(language, "named", name=group_name(group, language), text="").rstrip()
        for code, of, severity, *summaries in rows:
            if of == group:
                yield f"  {code:<{wide}}  {phrase(language, severity)}  {summaries[language == 'en']}"
        yield ""
    yield phrase(language, "explain_more")


@cache
def _pages() -> dict[str, dict[str, Any]]:
    path = os.path.join(os.path.dirname(__file__), "explanations.json")
    with open(path, encoding="utf-8") as file:
        pages: dict[str, dict[str, Any]] = json.load(file)
    return pages


def _example(code: str, example: dict[str, Any] | None, language: str) -> Example | None:
    if example is None:
        return None
    from gouji.facts import read_facts

    facts = read_facts(example.get("facts"))
    report = check_text(example["text"], None, Options(language=language, facts=facts))
    found = [found for found in report.diagnostics if found.code == code]
    known = "、".join(f"{fact.period}年{fact.given} {fact.printed}{fact.printed_unit}" for fact in facts or ())
    title = f"{example['title']}（已知{known}）" if known else example["title"]
    return Example(title, example["text"], tuple(each.message for each in found))


def _lines(example: Example) -> list[str]:
    return [visible(line) for line in example.text.splitlines()]


def _plain(text: str) -> str:
    """Text in which Markdown finds no markup."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|~$&" else character for character in visible(text))
