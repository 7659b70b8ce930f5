"""What the README files name exists: paths, scripts and commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.tidy import tree

CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s#]+)")
PATH = re.compile(r"[\w.\-]+(/[\w.\-]+)*/?")
KNOWN = (".h", ".cpp", ".py", ".md", ".json", ".cmake", ".sh", ".txt", ".toml", ".def")
FENCE = re.compile(r"^```(?:bash|sh|console)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def is_path(word: str) -> bool:
    """A word of code that names a file or folder; `<name>` and `*` stand for many."""
    return bool(PATH.fullmatch(word)) and (word.endswith("/") or word.endswith(KNOWN) or "/" in word)


def missing(path: Path, bases: tuple[str, ...]) -> list[str]:
    """Paths that a document names and that are in none of the folders `bases`; a bare file name may be anywhere."""
    names = {file.name for file in tree.files()}
    source = re.sub(r"```.*?```", "", tree.text(path), flags=re.DOTALL)
    words = [word for word in CODE.findall(source) if is_path(word)]
    words += [link for link in LINK.findall(source) if "://" not in link]
    return [
        word for word in words if word not in names and not any((tree.ROOT / base / word).exists() for base in bases)
    ]


def test_paths_in_the_architecture_exist() -> None:
    assert missing(tree.ROOT / "cpp/README.md", ("", "cpp", "cpp/src", "cpp/include", "python")) == []


def test_links_in_all_documents_exist() -> None:
    for path in tree.below("", ".md"):
        links = [link for link in LINK.findall(tree.text(path)) if "://" not in link]
        assert [link for link in links if not (path.parent / link).exists()] == [], tree.name(path)


def commands() -> list[list[str]]:
    """The command lines of README.md, without prompts and comments."""
    path = tree.ROOT / "README.md"
    blocks = FENCE.findall(tree.text(path)) if path.exists() else []
    lines = [re.sub(r"^\$ |\s#.*$", "", line).strip() for block in blocks for line in block.split("\n")]
    return [line.split() for line in lines if line and not line.startswith("#")]


def test_scripts_in_the_readme_exist() -> None:
    named = {word for words in commands() for word in words[1:2] if words[0] in ("bash", "sh", "python", "python3")}
    scripts = {word for word in named if word.endswith((".sh", ".py"))}
    assert [word for word in scripts if not (tree.ROOT / word).is_file()] == []
    assert {"examples/quickstart.sh", "tests/run.sh"} <= scripts


def test_commands_in_the_readme_exist() -> None:
    named = {words[1] for words in commands() if words[0].rpartition("/")[2] == "gouji" and len(words) > 1}
    assert named, "README.md shows no gouji command"
    for command in sorted(named):
        call = [sys.executable, "-m", "gouji", command, "--help"]
        result = subprocess.run(call, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
