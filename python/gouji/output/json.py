"""The JSON formats: one object for all documents, or one line per document.

Documents are written when they come, so memory does not grow with their number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gouji import _core
from gouji.report import Report

VERSION = 1


def object_parts(documents: Iterable[Report], keep: Iterable[str] | None = None) -> Iterator[str]:
    """The pieces of the JSON object of DESIGN section 7; schema/report.schema.json describes it.

    `keep` names the keys of a document that are written, by default all.
    """
    tool = _dump({"name": "gouji", "version": _core.__version__})
    yield f'{{"version": {VERSION}, "tool": {tool},\n "documents": ['
    separator = "\n  "
    errors = []
    for report in documents:
        if report.error is not None:
            errors.append({"path": report.path, "message": report.error})
            continue
        yield separator + (report.to_json() if keep is None else _dump(_kept(report, keep)))
        separator = ",\n  "
    yield f'],\n "errors": {_dump(errors)}}}\n'


def lines(documents: Iterable[Report]) -> Iterator[str]:
    """One line of JSON per document, a failure as ``{"path": ..., "error": ...}``."""
    return (report.to_json() + "\n" for report in documents)


def _kept(report: Report, keep: Iterable[str]) -> dict[str, Any]:
    entry = report.to_dict()
    return {key: entry[key] for key in keep}


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
