"""Each check has a file, a page with a reporting and a silent section, and a registration, all under one name."""

from __future__ import annotations

from gouji.checks import LEDGER
from tests.fixtures import core
from tests.fixtures.page import Page, read_page
from tests.tidy import tree

SILENT: dict[str, str] = {}  # code: why its page has no section of one kind


def sources() -> set[tuple[str, str]]:
    """(group, code) of each check's file; the one that compares with facts is no part of the core."""
    paths = [path for path in tree.below("cpp/src/checks", ".cpp") if path.parent.name != "checks"]
    return {(path.parent.name, path.stem.replace("_", "-")) for path in paths} | {("figures", LEDGER)}


def pages() -> dict[tuple[str, str], Page]:
    paths = [path for path in tree.below("tests/checks", ".md") if path.name != "README.md"]
    return {(path.parent.name, path.stem): read_page(path) for path in paths}


def test_every_check_has_a_page_and_every_page_a_check() -> None:
    assert {f"tests/checks/{group}/{code}.md" for group, code in sources()} == {
        f"tests/checks/{group}/{code}.md" for group, code in pages()
    }


def test_every_page_has_a_reporting_and_a_silent_section() -> None:
    lacking = []
    for (_, code), page in pages().items():
        names = [section.name for section in page.sections]
        for prefix in ("报：", "不报："):
            if code not in SILENT and not any(name.startswith(prefix) for name in names):
                lacking.append(f"{code}: no section “{prefix}…”")
    assert lacking == []


def test_every_check_is_registered_under_its_code_and_group() -> None:
    assert {(group, code) for code, group, *_ in core.registry()} == sources()


def test_summaries_agree_with_the_first_paragraph_of_the_pages() -> None:
    summaries = {code: summary for code, _, _, summary, _ in core.registry()}
    differ = [
        f"{code}: “{summaries[code]}”, the page says “{page.summary}”"
        for (_, code), page in pages().items()
        if code in summaries and summaries[code].rstrip("。") != page.summary.rstrip("。")
    ]
    assert not differ, "\n".join(differ)
