"""The stub of the C++ module says what the module has: the same names, the same signatures."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from gouji import _core

ROOT = Path(__file__).parents[2]
STUB = ast.parse((ROOT / "python/gouji/_core.pyi").read_text(encoding="utf-8"))


def signature(function: ast.FunctionDef) -> str:
    assert function.returns is not None
    return f"({ast.unparse(function.args)}) -> {ast.unparse(function.returns)}"


def functions_of(body: list[ast.stmt]) -> dict[str, str]:
    return {node.name: signature(node) for node in body if isinstance(node, ast.FunctionDef)}


def stub_functions() -> dict[str, str]:
    return functions_of(STUB.body)


def stub_class(name: str) -> ast.ClassDef:
    (found,) = [node for node in STUB.body if isinstance(node, ast.ClassDef) and node.name == name]
    return found


def documented(function: Any) -> str:
    """The signature in the first line of the doc string, which pybind11 makes from the C++ types."""
    line = function.__doc__.strip().splitlines()[0].replace("gouji._core.", "")
    parsed = ast.parse(f"def {line}: ...").body[0]
    assert isinstance(parsed, ast.FunctionDef)
    return signature(parsed)


def test_the_functions_are_the_same() -> None:
    found = {name: value for name, value in vars(_core).items() if callable(value) and not name.startswith("_")}
    functions = {name: documented(value) for name, value in found.items() if not isinstance(value, type)}
    assert functions == stub_functions()
    classes = {name for name, value in found.items() if isinstance(value, type)}
    assert classes == {node.name for node in STUB.body if isinstance(node, ast.ClassDef)} == {"Document", "Profile", "ProfileError"}


def test_the_class_profile_is_the_same() -> None:
    stub = stub_class("Profile")
    public = {name for name in vars(_core.Profile) if not name.startswith("_")}
    assert public | {"__init__"} == set(functions_of(stub.body))
    init = documented(_core.Profile.__init__).replace("self: Profile", "self")
    assert init == functions_of(stub.body)["__init__"]
    assert documented(_core.Profile.built_in) == functions_of(stub.body)["built_in"]
    assert isinstance(vars(_core.Profile)["built_in"], staticmethod)
    assert isinstance(vars(_core.Profile)["name"], property)
    assert [ast.unparse(each) for node in stub.body for each in getattr(node, "decorator_list", [])] == [
        "staticmethod",
        "property",
    ]


def test_the_class_document_is_the_same() -> None:
    stub = stub_class("Document")
    public = {name for name in vars(_core.Document) if not name.startswith("_")}
    assert public | {"__init__"} == set(functions_of(stub.body))
    for name in ("__init__", "edit_json", "snapshot"):
        found = documented(getattr(_core.Document, name)).replace("self: Document", "self")
        assert found == functions_of(stub.body)[name]


def test_a_wrong_profile_is_a_value_error() -> None:
    assert [ast.unparse(base) for base in stub_class("ProfileError").bases] == ["ValueError"]
    assert issubclass(_core.ProfileError, ValueError)
    with pytest.raises(_core.ProfileError, match="^/nane: "):
        _core.Profile('{"nane": ""}')
    with pytest.raises(KeyError, match="火星"):
        _core.Profile.built_in("火星")
    for name, _, _, source in _core.profiles():
        assert _core.Profile.built_in(name).name == _core.Profile(source).name == name


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
