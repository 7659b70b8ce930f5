"""The package as a whole: its types, its names, what its import costs."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import gouji

ROOT = Path(__file__).parents[2]


def test_mypy_is_strict_and_silent(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "python/gouji"]
    environment = {**os.environ, "MYPYPATH": "python"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_import_is_light() -> None:
    """Counted in modules, not in time: these are the slow ones, and the command line alone needs them."""
    heavy = ["argparse", "asyncio", "concurrent.futures", "difflib", "email", "html", "http", "logging", "tempfile"]
    code = f"import sys, gouji; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_every_exported_name_exists() -> None:
    assert len(gouji.__all__) == len(set(gouji.__all__))
    assert all(hasattr(gouji, name) for name in gouji.__all__)


def test_what_is_installed() -> None:
    """The Python files with their types, the schemas, the explanations, the editor's page and the module; no sources, no tests and no C++ library."""
    files = metadata.files("gouji") or []
    outside = [file for file in files if file.parts[0] != "gouji" and not file.parts[0].endswith(".dist-info")]
    assert {file.name for file in outside} <= {"gouji", "gouji.exe"}  # the command
    names = {file.as_posix() for file in files if file.parts[0] == "gouji" and "__pycache__" not in file.parts}
    module = {name for name in names if Path(name).name.startswith("_core.") and not name.endswith(".pyi")}
    package = [path for suffix in ("*.py", "*.pyi") for path in (ROOT / "python/gouji").rglob(suffix)]
    assert len(module) == 1
    assert names - module == {
        "gouji/py.typed",
        *(f"gouji/editor/static/{name}" for name in ("widget.js", "page.js", "NOTICES.txt")),
        "gouji/explanations.json",
        "gouji/schema/profile.schema.json",
        "gouji/schema/report.schema.json",
        *(path.relative_to(ROOT / "python").as_posix() for path in package),
    }
