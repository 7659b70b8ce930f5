"""The scripts of the editor: small, whole, and with the notices of what they contain."""

from __future__ import annotations

import gzip
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

LARGEST = 150_000  # bytes with gzip
FRONT_END = Path(__file__).resolve().parents[2] / "python/frontend"


@pytest.mark.parametrize("name", ["page.js", "widget.js"])
def test_a_script_is_small_and_whole(name: str) -> None:
    code = files("gouji.editor").joinpath("static", name).read_bytes()
    assert len(gzip.compress(code, 9)) <= LARGEST
    text = code.decode()
    assert not re.search(r"(?<![.\w])(?:import|eval)\s*\(|new Function|https?://(?!www\.w3\.org)", text)


def test_the_notices_name_every_package() -> None:
    notices = files("gouji.editor").joinpath("static", "NOTICES.txt").read_text(encoding="utf-8")
    for name, version in json.loads((FRONT_END / "package.json").read_text(encoding="utf-8"))["dependencies"].items():
        assert f"{name} {version} (MIT)" in notices
