"""Command: `python -m tests.corpus_report FOLDER` prints what the core says about every text of a folder, as Markdown.

For each text: its family, how many quantities took part in a relation, the relations by kind and status, and every
finding in one line; at the end the totals. `--output FILE` writes a file. The order depends on the texts alone, so
that the pages of two versions of the core can be compared with `diff`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import gouji

STATUSES = ("holds", "rounding", "violated")
SEVERITIES = ("error", "warning", "info")
LONGEST = 40  # characters of a quotation


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus_report")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"), key=lambda path: path.relative_to(arguments.folder).as_posix())
    if not paths:
        parser.error(f"{arguments.folder} has no .txt file")
    names = [path.relative_to(arguments.folder).as_posix() for path in paths]
    text = page(zip(names, gouji.check_files(paths), strict=True))
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def page(reports: Iterable[tuple[str, gouji.Report]]) -> str:
    """Of named reports; ends with a line break."""
    texts, checked = [], []
    for name, report in reports:
        texts.append("\n".join([f"## {name}", "", *([f"not read: {report.error}"] if report.error else _text(report))]))
        checked += [] if report.error else [report]
    return "\n\n".join(["# Findings", *texts, "\n".join(["## Totals", "", *_totals(checked, len(texts))])]) + "\n"


def _text(report: gouji.Report) -> Iterator[str]:
    yield f"{report.profile}, {_coverage([report])}"
    yield from ["", *_relations([report])]
    if report.diagnostics:
        yield ""
    yield from (f"- {_finding(report, each)}" for each in report.diagnostics)


def _finding(report: gouji.Report, finding: gouji.Diagnostic) -> str:
    start, end = finding.range
    quoted = (report.text or "")[start:end].replace("\n", "⏎").replace("\r", "⏎").replace("`", "'")
    if len(quoted) > LONGEST:
        quoted = f"{quoted[: LONGEST // 2]}…{quoted[-LONGEST // 2 :]}"
    message = " ".join(finding.message.split())
    return f"{finding.code} {finding.severity}, line {finding.line}: `{quoted or ' '}` {message}"


def _coverage(reports: list[gouji.Report]) -> str:
    quantities = sum(report.coverage["quantities"] for report in reports)
    related = sum(report.coverage["related"] for report in reports)
    return f"{related} of {quantities} quantities related" + (f" ({related / quantities:.0%})" if quantities else "")


def _relations(reports: list[gouji.Report]) -> Iterator[str]:
    counts = Counter((relation.kind, relation.status) for report in reports for relation in report.relations)
    yield f"| relation | {' | '.join(STATUSES)} |"
    yield "| --- | --- | --- | --- |"
    for kind in sorted({kind for kind, _ in counts}):
        yield f"| {kind} | {' | '.join(str(counts[kind, status]) for status in STATUSES)} |"


def _totals(reports: list[gouji.Report], texts: int) -> Iterator[str]:
    yield f"{len(reports)} of {texts} texts read, {_coverage(reports)}"
    families = Counter(report.profile for report in reports)
    yield "families: " + ", ".join(f"{family} {count}" for family, count in sorted(families.items(), key=str))
    yield from ["", *_relations(reports), ""]
    counts = Counter((finding.code, finding.severity) for report in reports for finding in report.diagnostics)
    yield f"| finding | {' | '.join(SEVERITIES)} |"
    yield "| --- | --- | --- | --- |"
    for code in sorted({code for code, _ in counts}):
        yield f"| {code} | {' | '.join(str(counts[code, severity]) for severity in SEVERITIES)} |"


if __name__ == "__main__":
    sys.exit(main())
