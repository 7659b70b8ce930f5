"""What all Python tests share: the option --long and a way to run the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

HANG = 300  # seconds after which a command counts as hanging, on the slowest machine


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run also the tests marked `long`: huge inputs, many documents")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long(reason): takes much time or memory; runs only with --long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if marker := item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason=f"{marker.args[0]}; run it with --long"))


@pytest.fixture
def gouji_command(tmp_path: Any) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs ``gouji ARGUMENTS`` in a fresh interpreter and an empty folder; all streams are bytes."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
        return subprocess.run(
            [sys.executable, "-m", "gouji", *arguments],
            input=stdin,
            capture_output=True,
            timeout=HANG,
            cwd=tmp_path,
            env={**inherited, **environment},
            check=False,
        )

    return run
