"""A report with the hand-written list of its parts: headings, sections, siblings; reads nothing from the core."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FAMILIES = ROOT / "cpp/profiles/families"
FOLDERS = (ROOT / "examples/reports", ROOT / "tests/reports")
MORE_FOLDERS = "GOUJI_MUTATION_REPORTS"  # environment variable: further folders of reports

HAN = "一二三四五六七八九十"
LABELS = (  # of each rank; the outermost first
    re.compile(rf"第([{HAN}]+)(?:部分|章)[ \u3000]*"),
    re.compile(rf"([{HAN}]+)、"),
    re.compile(rf"（([{HAN}]+)）"),
    re.compile(r"(\d{1,2})[.．、](?!\d)"),
    re.compile(r"（(\d{1,2})）"),
)
LONGEST_LOCAL = 30  # characters of a heading that is not in the list


class Line(NamedTuple):
    origin: int  # line of the unaltered text, from 1; 0: it has none
    text: str


@dataclass(frozen=True)
class Part:
    """A section of a profile."""

    path: str
    title: str
    asked: bool  # its absence is reported
    none_allowed: bool
    mentions: tuple[str, ...]
    order: int


@dataclass
class Heading:
    """A numbered line. `listed`: of the hand-written list; `local`: looks like a heading; else an item of a list."""

    line: int
    rank: int
    label: str
    number: str  # as printed
    title: str
    body: str = ""  # what follows on the same line
    listed: bool = False
    local: bool = False
    parts: tuple[Part, ...] = ()
    parent: Heading | None = None
    end: int = 0  # the line behind the section

    @property
    def printed(self) -> str:
        return self.label + self.title


@dataclass
class Report:
    name: str
    profile: str
    lines: list[str]
    headings: list[Heading] = field(default_factory=list)
    tail: int = 0  # the line behind the last section: attachments and signature begin there

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def planted(self) -> bool:
        return not self.name.endswith("-clean")

    def numbered_lines(self) -> list[Line]:
        return [Line(number, text) for number, text in enumerate(self.lines, 1)]

    def siblings(self, heading: Heading) -> list[Heading]:
        return [other for other in self.headings if other.parent is heading.parent and other.rank == heading.rank]

    def running_text(self, first: int, end: int, without: range) -> str:
        """The lines from `first` up to `end`, without headings and without the lines of `without`."""
        titles = {heading.line: heading for heading in self.headings if heading.listed or heading.local}
        texts = []
        for line in range(first, end):
            if line not in without:
                texts.append(titles[line].body if line in titles else self.lines[line - 1])
        return "\n".join(texts)


def number_of(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    return ((HAN.index(tens) + 1 if tens else 1) * 10 if ten else 0) + (HAN.index(ones) + 1 if ones else 0)


def relabelled(heading: Heading, number: int) -> str:
    """The label of `heading` with another number."""
    han = (HAN[number // 10 - 1] if number >= 20 else "") + ("十" if number >= 10 else "")
    han += HAN[number % 10 - 1] if number % 10 else ""
    return heading.label.replace(heading.number, str(number) if heading.number.isdigit() else han, 1)


def parts_of(profile: str) -> dict[str, Part]:
    parts: dict[str, Part] = {}

    def add(sections: list[dict[str, Any]], above: str) -> None:
        for section in sections:
            path = above + section["id"]
            parts[path] = Part(
                path,
                section["title"],
                section.get("severity", "warning") != "none",
                section.get("none", "defect") == "allowed",
                tuple(section.get("mentions", ())),
                len(parts),
            )
            add(section.get("sections", []), path + "/")

    if not (FAMILIES / f"{profile}.json").is_file():
        raise ValueError(f"there is no profile {profile!r}")
    add(json.loads((FAMILIES / f"{profile}.json").read_text(encoding="utf-8"))["sections"], "")
    return parts


def read_reports(list_file: Path, folders: tuple[Path, ...]) -> list[Report]:
    """Raises ValueError where the list is malformed, where it and a text do not agree, and for a text not found."""
    reports = []
    for name, entry in json.loads(list_file.read_text(encoding="utf-8")).items():
        found = [folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").is_file()]
        if not found:
            raise ValueError(f"{name}.txt is in none of: {', '.join(map(str, folders))}")
        text = found[0].read_bytes().decode("utf-8-sig")
        reports.append(make_report(name, entry, text.split("\n")))
    return reports


def project_reports() -> list[Report]:
    more = [Path(folder) for folder in os.environ.get(MORE_FOLDERS, "").split(os.pathsep) if folder]
    return read_reports(HERE / "parts.json", (*FOLDERS, *more))


def make_report(name: str, entry: dict[str, Any], lines: list[str]) -> Report:
    if not all(isinstance(row, list) and len(row) == 3 for row in entry.get("sections", [{}])):
        raise ValueError(f"{name}: sections must be a list of [line, heading, paths]")
    report = Report(name, entry.get("profile", ""), lines)
    parts = parts_of(report.profile)
    listed = {line: (title, tuple((paths or "").split())) for line, title, paths in entry["sections"]}
    for line, (title, paths) in listed.items():
        if line > len(lines) or not lines[line - 1].startswith(title):
            raise ValueError(f"{name}: line {line} is not {title!r}")
        if unknown := [path for path in paths if path not in parts]:
            raise ValueError(f"{name}: line {line}: {report.profile} has no part {unknown}")
    last = max(listed)
    behind = (line for line in range(last + 1, len(lines) + 1) if not lines[line - 1].strip())
    report.tail = next(behind, len(lines) + 1)
    for line in range(min(listed), report.tail):
        heading = _heading(line, lines[line - 1])
        if heading is None:
            if line in listed:
                raise ValueError(f"{name}: line {line} has no number")
            continue
        if line in listed:
            title, paths = listed[line]
            heading.listed, heading.parts = True, tuple(parts[path] for path in paths)
            heading.title = title[len(heading.label) :]
            heading.body = lines[line - 1][len(title) :].strip("。：: \u3000")
        report.headings.append(heading)
    _set_structure(report)
    return report


def _heading(line: int, text: str) -> Heading | None:
    for rank, pattern in enumerate(LABELS):
        if match := pattern.match(text):
            rest = text[match.end() :]
            title = re.split("[。：:]", rest, maxsplit=1)[0]
            return Heading(line, rank, match[0], match[1], title, rest[len(title) + 1 :])
    return None


def _set_structure(report: Report) -> None:
    """Parents and ends; then which unlisted lines are headings: those of a group in which every line looks like one."""
    open_headings: list[Heading] = []
    for heading in report.headings:
        while open_headings and open_headings[-1].rank >= heading.rank:
            open_headings.pop().end = heading.line
        heading.parent = open_headings[-1] if open_headings else None
        open_headings.append(heading)
    for heading in open_headings:
        heading.end = report.tail
    for heading in report.headings:
        group = report.siblings(heading)
        heading.local = not heading.listed and all(other.listed or _looks_like_one(report, other) for other in group)


def _looks_like_one(report: Report, heading: Heading) -> bool:
    listed_item = report.lines[heading.line - 1].endswith(("；", ";"))
    return len(heading.title) <= LONGEST_LOCAL and not re.search(r"\d", heading.title) and not listed_item
