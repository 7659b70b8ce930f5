"""Every file: its opening sentence, its length, its place, and nothing of one machine in it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.tidy import tree

LONGEST = 300  # lines
LONGER: dict[str, str] = {}  # file: why it is longer
TOP_LEVEL = {"CMakeLists.txt", "LICENSE", "README.md", "cpp", "examples", "pyproject.toml", "python", "tests"}
SOURCES = (".cpp", ".h", ".py", ".pyi", ".sh", ".cmake", ".ts")
OPENINGS = {  # the first line of a file of this kind, after a #! line
    ".cpp": r"// \S",
    ".h": r"// \S",
    ".ts": r"// \S",
    ".py": r'[rR]?"""\S|# \S',
    ".pyi": r'[rR]?"""\S|# \S',
    ".sh": r"# \S",
    ".cmake": r"# \S",
}
MACHINE_PATHS = re.compile("(?<![A-Za-z0-9_.])/(" + "|".join(("work", "root", "home")) + ")/")


def kind(path: Path) -> str:
    """The suffix; scripts without one count as .sh."""
    if path.name == "CMakeLists.txt":
        return ".cmake"
    return ".sh" if not path.suffix and tree.text(path).startswith("#!/") else path.suffix


def sources() -> list[Path]:
    candidates = [path for path in tree.files() if path.suffix in (*SOURCES, "") or path.name == "CMakeLists.txt"]
    return [path for path in candidates if kind(path) in SOURCES]


def test_every_source_file_says_what_it_is() -> None:
    silent = []
    for path in sources():
        lines = [line for line in tree.text(path).split("\n")[:2] if not line.startswith("#!")]
        if lines[0] and not re.match(OPENINGS[kind(path)], lines[0]):
            silent.append(tree.name(path))
    assert silent == []


def test_files_are_short() -> None:
    lengths = {tree.name(path): tree.text(path).count("\n") for path in sources()}
    long = {name: length for name, length in lengths.items() if length >= LONGEST and name not in LONGER}
    assert long == {}
    assert [name for name in LONGER if lengths.get(name, 0) < LONGEST] == [], "exceptions no longer needed"


def test_the_top_level_is_fixed() -> None:
    names = {name.partition("/")[0] for name in tree.tracked() or []}
    if names:
        assert {name for name in names if not name.startswith(".")} == TOP_LEVEL


def test_no_path_of_one_machine() -> None:
    found = []
    for path in tree.files():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{tree.name(path)}: {match[0]}" for match in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_every_skip_has_a_reason() -> None:
    found = [place for path in tree.below("tests", ".py") for place in _silent_skips(path)]
    for path in tree.below("tests", ".cpp"):
        found += [
            f"{tree.name(path)}: {match[0]}"
            for match in re.finditer(r"GTEST_SKIP\(\)\s*;|\bDISABLED_\w+", tree.text(path))
        ]
    assert found == []


def _silent_skips(path: Path) -> list[str]:
    """Calls and decorators that skip a test or expect its failure without saying why."""
    found = []
    tree_of_file = ast.parse(tree.text(path))
    called = {node.func for node in ast.walk(tree_of_file) if isinstance(node, ast.Call)}
    for node in ast.walk(tree_of_file):
        if isinstance(node, ast.Call) and _is_skip(node.func):
            keywords = {keyword.arg for keyword in node.keywords}
            reasoned = "reason" in keywords or (node.args and ast.unparse(node.func).endswith((".skip", ".xfail")))
            found += [] if reasoned else [f"{tree.name(path)}:{node.lineno}"]
        elif isinstance(node, ast.Attribute) and node not in called and _is_skip(node):
            found.append(f"{tree.name(path)}:{node.lineno}")
    return found


def _is_skip(node: ast.expr) -> bool:
    return ast.unparse(node) in {
        f"pytest{mark}.{name}" for mark in ("", ".mark") for name in ("skip", "skipif", "xfail")
    }
