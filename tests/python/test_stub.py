"""The stub of the C++ module says what the module has: the same names, the same signatures."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from gouji import _core

ROOT = Path(__file__).parents[2]
STUB = ast.parse((ROOT / "python/gouji/_core.pyi").read_text(encoding="utf-8"))


def signature(function: ast.FunctionDef) -> str:
    assert function.returns is not None
    return f"({ast.unparse(function.args)}) -> {ast.unparse(function.returns)}"


def stub_functions() -> dict[str, str]:
    return {node.name: signature(node) for node in STUB.body if isinstance(node, ast.FunctionDef)}


def module_functions() -> dict[str, str]:
    """Signatures from the first line of the doc strings, which pybind11 makes from the C++ types."""
    found = {}
    for name, value in vars(_core).items():
        if callable(value) and not name.startswith("_"):
            assert value.__doc__ is not None
            function = ast.parse(f"def {value.__doc__.splitlines()[0]}: ...").body[0]
            assert isinstance(function, ast.FunctionDef)
            found[name] = signature(function)
    return found


def test_the_functions_are_the_same() -> None:
    assert module_functions() == stub_functions()


def test_the_other_names_are_the_same() -> None:
    stub = [ast.unparse(node.target) for node in STUB.body if isinstance(node, ast.AnnAssign)]
    module = [name for name, value in vars(_core).items() if isinstance(value, (str, int)) and not is_machinery(name)]
    assert stub == module == ["__version__"]


def test_every_function_is_described() -> None:
    for name in stub_functions():
        assert len(getattr(_core, name).__doc__.strip().splitlines()) > 1, name


def test_the_version_is_that_of_the_project() -> None:
    project = re.search(r"project\(gouji VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert project is not None
    assert _core.__version__ == project[1]


def is_machinery(name: str) -> bool:
    """Names that every module has."""
    return name in {"__name__", "__doc__", "__package__", "__file__"} or "pybind11" in name
