"""The files of the project: what git tracks or would track, or every file where there is no git."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATED = {"build", "dist", "node_modules", "__pycache__"}


def _git(*options: str) -> list[str] | None:
    """None where there is no git or no repository."""
    try:
        result = subprocess.run(["git", "ls-files", "-z", *options], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in result.stdout.decode().split("\0") if name]


@cache
def tracked() -> list[str] | None:
    """Names relative to the root that git tracks."""
    return _git()


@cache
def files() -> list[Path]:
    """Tracked files and new ones that are not ignored."""
    names = _git("--cached", "--others", "--exclude-standard")
    if names is None:
        found = [path for path in ROOT.rglob("*") if not _is_generated(path)]
    else:
        found = [ROOT / name for name in names]
    return sorted(path for path in found if path.is_file())


def _is_generated(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return bool(GENERATED & set(parts)) or parts[0].startswith(".")


def below(folder: str, *suffixes: str) -> list[Path]:
    """Files below `folder` with one of the suffixes."""
    return [path for path in files() if path.is_relative_to(ROOT / folder) and path.suffix in suffixes]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
