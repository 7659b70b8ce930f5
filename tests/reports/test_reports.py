"""Whole reports: each diagnostic of examples/reports/*.txt and tests/reports/*.txt is in its .expect file."""

from pathlib import Path

import pytest

from tests.fixtures import core
from tests.fixtures.expect import differences, found_entries, read_expect, update_expect
from tests.fixtures.plugin import UPDATED

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEXTS = {path.stem: path for folder in (ROOT / "examples/reports", HERE) for path in sorted(folder.glob("*.txt"))}


@pytest.mark.parametrize("name", TEXTS)
def test_report(name: str, request: pytest.FixtureRequest) -> None:
    text = TEXTS[name].read_bytes().decode("utf-8-sig")
    found = found_entries(text, core.analyse(text))
    expect = HERE / f"{name}.expect"
    if request.config.getoption("--update"):
        if update_expect(expect, found):
            request.config.stash[UPDATED].append(str(expect.relative_to(ROOT)))
        return
    if not expect.exists():
        pytest.fail(f"{expect.name} is missing, write it with: pytest --update tests/reports", pytrace=False)
    if text := differences(read_expect(expect), found):
        pytest.fail(f"{TEXTS[name].relative_to(ROOT)}\n{text}", pytrace=False)


def test_every_expect_file_has_its_text() -> None:
    assert {path.stem for path in HERE.glob("*.expect")} <= set(TEXTS)


def test_names_are_unique() -> None:
    names = [path.stem for folder in (ROOT / "examples/reports", HERE) for path in folder.glob("*.txt")]
    assert len(names) == len(set(names))
