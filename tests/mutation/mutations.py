"""The mutations of a report, what must be said about each, and the rules by which some are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.reports import Heading, Line, Part, Report, number_of, relabelled

DELETED, DELETED_RENUMBERED = "part deleted", "part deleted, renumbered"
FIXED, FIXED_RENUMBERED = "first fix", "first fix, renumbered"
NUMBER = "number deleted"
SWAPPED, SWAPPED_RENUMBERED = "parts swapped", "parts swapped, renumbered"
EMPTIED = "part emptied"
NONE_DEFECT, NONE_OPTIONAL, NONE_ALLOWED = "无 a defect", "无 a defect, optional part", "无 allowed"
KINDS = (
    *(DELETED, FIXED, DELETED_RENUMBERED, FIXED_RENUMBERED, NUMBER, SWAPPED, SWAPPED_RENUMBERED, EMPTIED),
    *(NONE_DEFECT, NONE_OPTIONAL, NONE_ALLOWED),
)

# Mutations that a reviewer could not see either; each is counted under its reason.
MENTIONED = "one of the part's `mentions` stands in the running text of the part around it"
TOLD_ELSEWHERE = "another heading of the list tells the same part"
LAST_LOCAL = "the last heading of a group that the profile does not know: without a number it is a line of text"
UNORDERED = "the siblings do not stand in the profile's order in the unaltered text"
UNCONNECTED = "the two siblings are not numbered one after the other in the unaltered text"
EMPTY = "the part is empty or 无 in the unaltered text"


@dataclass(frozen=True)
class Mutation:
    report: Report
    kind: str
    line: int  # of the heading in the unaltered text
    heading: str
    lines: tuple[Line, ...] = ()
    code: str = ""  # demanded; empty: any code where there are places, else silence
    places: frozenset[int] = frozenset()  # lines of the altered text where it may stand
    titles: tuple[str, ...] = ("",)  # one diagnostic with each of these in its message
    excluded: str = ""


def mutations(report: Report) -> Iterator[Mutation]:
    for heading in report.headings:
        if heading.listed:
            yield from _deleted(report, heading)
            yield from _swapped(report, heading)
            yield from _emptied(report, heading)
            yield from _answered_none(report, heading)
        if heading.listed or heading.local:
            yield _without_number(report, heading)


def _asked(heading: Heading) -> list[Part]:
    return [part for part in heading.parts if part.asked]


def _section(heading: Heading) -> slice:
    return slice(heading.line - 1, heading.end - 1)


def _position(lines: list[Line], origin: int) -> int:
    """The line of the altered text that was `origin`."""
    return next(number for number, line in enumerate(lines, 1) if line.origin == origin)


def _renamed(line: Line, heading: Heading, label: str) -> Line:
    return Line(line.origin, label + line.text[len(heading.label) :])


# 1. A required section is deleted, up to the next heading of its rank or an outer one.
def _deleted(report: Report, heading: Heading) -> Iterator[Mutation]:
    asked = _asked(heading)
    if not asked:
        return
    lines = report.numbered_lines()
    del lines[_section(heading)]
    renumbered = list(lines)
    for other in report.siblings(heading):
        if other.line > heading.line and number_of(other.number) > 1:
            place = _position(lines, other.line) - 1
            renumbered[place] = _renamed(lines[place], other, relabelled(other, number_of(other.number) - 1))
    reasons = {part: _why_not_missed(report, heading, part) for part in asked}
    missed = tuple(part.title for part in asked if not reasons[part])
    places, reason = _places_of_absent(report, heading, lines), "" if missed else reasons[asked[0]]
    for kind, altered in ((DELETED, lines), (DELETED_RENUMBERED, renumbered)):
        if kind == DELETED or altered != lines:
            yield Mutation(
                *(report, kind, heading.line, heading.printed, tuple(altered)),
                *("section-missing", places, missed, reason),
            )


def _why_not_missed(report: Report, heading: Heading, part: Part) -> str:
    section = range(heading.line, heading.end)
    if any(part in other.parts for other in report.headings if other.line not in section):
        return TOLD_ELSEWHERE
    around = heading.parent if "/" in part.path else None
    first, end = (around.line + 1, around.end) if around else (report.headings[0].line, report.tail)
    text = report.running_text(first, end, section)
    text += around.body if around else ""
    return MENTIONED if any(word in text for word in part.mentions) else ""


def _places_of_absent(report: Report, heading: Heading, lines: list[Line]) -> frozenset[int]:
    """The next sibling's heading; the next sibling that is a part; the first one that the profile puts behind.

    Without a next sibling: the end of the part around it, that is the line before the gap or the one behind it; before
    the closing of the report (attachments, signature) up to its first line.
    """
    siblings = [other for other in report.siblings(heading) if other is not heading]
    after = [other for other in siblings if other.line > heading.line]
    order = heading.parts[0].order
    found = after[:1]
    found += [other for other in after if other.parts][:1]
    found += [other for other in siblings if other.parts and other.parts[0].order > order][:1]
    places = {_position(lines, other.line) for other in found}
    if not after:
        behind = (number for number in range(heading.line, len(lines) + 1) if lines[number - 1].text.strip())
        places |= set(range(heading.line - 1, next(behind, len(lines)) + 1))
    return frozenset(places)


# 2. The number of one heading is deleted.
def _without_number(report: Report, heading: Heading) -> Mutation:
    lines = report.numbered_lines()
    lines[heading.line - 1] = _renamed(lines[heading.line - 1], heading, "")
    after = [other for other in report.siblings(heading) if other.line > heading.line]
    invisible = not heading.parts and not after
    places = frozenset({heading.line, *(other.line for other in after[:1])})
    reason = LAST_LOCAL if invisible else ""
    return Mutation(report, NUMBER, heading.line, heading.printed, tuple(lines), places=places, excluded=reason)


# 3. Two neighbouring required sections are swapped, with their numbers or between them.
def _swapped(report: Report, heading: Heading) -> Iterator[Mutation]:
    siblings = report.siblings(heading)
    after = [other for other in siblings if other.line > heading.line]
    if not after or not _asked(heading) or not _asked(after[0]):
        return
    other = after[0]
    orders = [sibling.parts[0].order for sibling in siblings if sibling.parts]
    reason = UNCONNECTED if number_of(other.number) != number_of(heading.number) + 1 else ""
    reason = UNORDERED if orders != sorted(orders) else reason
    lines = report.numbered_lines()
    first, second = lines[_section(heading)], lines[_section(other)]
    kept = [*lines[: heading.line - 1], *second, *first, *lines[other.end - 1 :]]
    second[0], first[0] = _renamed(second[0], other, heading.label), _renamed(first[0], heading, other.label)
    renumbered = [*lines[: heading.line - 1], *second, *first, *lines[other.end - 1 :]]
    places = frozenset({_position(kept, heading.line), _position(kept, other.line)})
    for kind, swapped in ((SWAPPED, kept), (SWAPPED_RENUMBERED, renumbered)):
        if kind == SWAPPED or swapped != kept:
            yield Mutation(
                *(report, kind, heading.line, f"{heading.printed} ⇄ {other.printed}", tuple(swapped)),
                *("section-order", places, ("",), reason),
            )


# 4. A required section keeps its heading alone.
def _emptied(report: Report, heading: Heading) -> Iterator[Mutation]:
    if _asked(heading):
        yield _with_body(report, heading, "", EMPTIED, "section-empty")


# 5. A section of the profile says 无。 and nothing else.
def _answered_none(report: Report, heading: Heading) -> Iterator[Mutation]:
    if not heading.parts:
        return
    if all(part.none_allowed for part in heading.parts):
        yield _with_body(report, heading, "无。", NONE_ALLOWED, "")
    else:
        # Nobody asks for an optional part, so nobody misses what it could say.
        kind, code = (NONE_DEFECT, "section-empty") if _asked(heading) else (NONE_OPTIONAL, "")
        yield _with_body(report, heading, "无。", kind, code)


def _with_body(report: Report, heading: Heading, body: str, kind: str, code: str) -> Mutation:
    lines = report.numbered_lines()
    told = [heading.body, *(line.text for line in lines[heading.line : heading.end - 1])]
    reason = EMPTY if "".join(told).strip("。 \u3000") in ("", "无") else ""
    new = [Line(heading.line, heading.printed)]
    places = {heading.line} if code else set()
    if body and heading.body:
        new = [Line(heading.line, f"{heading.printed}。{body}")]
    elif body:
        new.append(Line(0, body))
        places |= {heading.line + 1} if code else set()
    lines[_section(heading)] = new
    return Mutation(report, kind, heading.line, heading.printed, tuple(lines), code, frozenset(places), excluded=reason)
