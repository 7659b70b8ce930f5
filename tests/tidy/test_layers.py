"""The arrows of the architecture: which header may be included where, and what the core never touches."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.tidy import tree

LAYERS = ["number", "text", "profile", "syntax", "facts", "relations", "parts", "diagnostic", "checks", "engine", "json"]
PUBLIC = ["engine", "json", "api"]  # layers that may include the public headers
ONLY_IN = [  # headers, and the one layer that may include them
    (r"unicode/", "text"),
    (r"rapidjson/", "json"),
    (r"boost/", "number"),
]
NEVER = [  # patterns over code without comments and strings
    r"#include <(iostream|fstream|filesystem|cstdio|stdio\.h|locale|clocale|chrono|ctime|regex)>",
    r"\bpybind11\b",
    r"\b(v?f?printf|puts|fputs|fopen|getenv|setlocale|abort|terminate|exit)\s*\(",
    r"\bstd::(cout|cerr|clog|cin|regex|locale|chrono|filesystem)\b",
]
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def problems(layer: str, source: str) -> Iterator[str]:
    """What a file of cpp/src/<layer> does that it must not do."""
    for header in INCLUDE.findall(source):
        first = header.partition("/")[0]
        if first in LAYERS and (layer in LAYERS and LAYERS.index(first) > LAYERS.index(layer)):
            yield f"{layer} includes {header}, which stands right of it"
        if first == "gouji" and "/" in header and layer not in PUBLIC:
            yield f"{layer} includes the public {header}; only {', '.join(PUBLIC)} may"
        for prefix, only in ONLY_IN:
            if header.startswith(prefix) and layer != only:
                yield f"{layer} includes {header}; only {only} may"
    includes = "\n".join(f"#include <{header}>" for header in INCLUDE.findall(source))
    code = NOISE.sub(" ", source) + "\n" + includes
    for pattern in NEVER:
        if match := re.search(pattern, code):
            yield f"{layer} has {match[0].strip()}"


def test_layers() -> None:
    found = []
    for path in tree.below("cpp/src", ".cpp", ".h"):
        layer = path.relative_to(tree.ROOT / "cpp/src").parts[0]
        assert layer in [*LAYERS, "api"], f"{tree.name(path)}: no layer of that name"
        found += [f"{tree.name(path)}: {problem}" for problem in problems(layer, tree.text(path))]
    assert not found, "\n".join(found)


def test_public_headers_include_only_public_ones() -> None:
    for path in tree.below("cpp/include", ".h"):
        headers = INCLUDE.findall(tree.text(path))
        assert all(header.startswith("gouji/") or "/" not in header for header in headers), tree.name(path)


def test_no_pybind11_in_the_core() -> None:
    sources = tree.below("cpp", ".cpp", ".h", ".txt", ".cmake", ".in")
    assert [tree.name(path) for path in sources if "pybind11" in tree.text(path)] == []


def test_the_build_links_layers_in_the_same_order() -> None:
    declared = re.findall(r"^gouji_layer\((\w+)", tree.text(tree.ROOT / "cpp/CMakeLists.txt"), re.MULTILINE)
    assert [layer for layer in declared if layer in LAYERS] == LAYERS


@pytest.mark.parametrize(
    ("layer", "source", "expected"),
    [
        ("text", '#include "facts/facts.h"', "stands right of it"),
        ("text", "#include <gouji/report.h>", "public"),
        ("facts", "#include <unicode/uchar.h>", "only text may"),
        ("engine", "#include <rapidjson/document.h>", "only json may"),
        ("json", "#include <boost/rational.hpp>", "only number may"),
        ("json", "#include <iostream>", "iostream"),
        ("json", 'void f() { std::printf ("%d", 1); }', "printf"),
        ("json", "auto now = std::chrono::system_clock::now();", "chrono"),
        ("json", '#include "engine/engine.h"\n#include "gouji/report.h"', ""),
        ("json", '// printf("x")\nconst char* s = "exit(1)"; int last_exit = next_exit;', ""),
    ],
)
def test_the_rules_themselves(layer: str, source: str, expected: str) -> None:
    text = "\n".join(problems(layer, source))
    assert expected in text if expected else not text


def test_checks_stand_in_groups_of_one_level() -> None:
    folder = tree.ROOT / "cpp/src/checks"
    deep = [path for path in tree.below("cpp/src/checks", ".cpp", ".h") if len(path.relative_to(folder).parts) > 2]
    assert [tree.name(path) for path in deep] == []
