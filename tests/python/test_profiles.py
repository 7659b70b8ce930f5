"""The choice of a report family and of the language, and how a wrong one is refused."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jsonschema
import pytest

import gouji
from gouji import _core, batch, profiles
from tests.python.report_entries import TEXT

ROOT = Path(__file__).parents[2]
OWN = '{"name": "own", "extends": "generic"}'
NAMES = [row[0] for row in _core.profiles()]
Calls = list[tuple[str | None, str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """(name of the profile, language) of every check of TEXT."""
    seen: Calls = []
    check_json = _core.check_json

    def watched(
        text: str, path: str | None = None, profile: _core.Profile | None = None, language: str = "zh"
    ) -> str:
        if text == TEXT:
            seen.append((profile and profile.name, language))
        return check_json(text, path, profile, language)

    monkeypatch.setattr(_core, "check_json", watched)
    return seen


@pytest.mark.parametrize("name", NAMES)
def test_built_in_families_by_their_names(calls: Calls, name: str) -> None:
    assert gouji.check(TEXT, profile=name).profile == name
    assert calls == [(name, "zh")]


def test_the_family_is_detected_unless_one_is_named(calls: Calls) -> None:
    assert gouji.check(TEXT) == gouji.check(TEXT, profile="auto")
    assert calls == [(None, "zh")] * 2


def test_own_families_from_files(calls: Calls, tmp_path: Path) -> None:
    path = tmp_path / "本县.JSON"
    path.write_text("\ufeff" + OWN, encoding="utf-8")
    for profile in (path, str(path)):
        gouji.check(TEXT, profile=profile, lang="en")
        assert calls.pop() == ("own", "en")
    (tmp_path / "本县").write_text(OWN, encoding="utf-8")
    assert gouji.check(TEXT, profile=tmp_path / "本县").profile == "own"
    assert calls == [("own", "zh")]


def test_own_families_as_dicts() -> None:
    own: dict[str, Any] = {"name": "本县", "extends": "generic", "sections": [{"id": "new", "title": "采购情况"}]}
    report = gouji.check(TEXT, profile=own)
    assert report.profile == "本县"
    assert any("采购情况" in found.message for found in report.diagnostics if found.code == "section-missing")
    assert gouji.check(TEXT, profile=MappingProxyType(own)) == report


def test_every_way_to_check_takes_both(calls: Calls, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    own: dict[str, Any] = json.loads(OWN)
    gouji.check_file(tmp_path / "a.txt", profile=own, lang="en")
    (report,) = gouji.check_files(tmp_path, profile=own, lang="en")
    assert gouji.fix(TEXT, profile=own, lang="en", select="sum-mismatch").report.profile == "own"
    assert calls == [("own", "en")] * 3
    assert report.language == "en"


def test_one_profile_serves_many_threads(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(TEXT, encoding="utf-8")
    reports = [report.to_dict() | {"path": None} for report in gouji.check_files(tmp_path, jobs=4, profile="hunan-10")]
    assert reports == [gouji.check(TEXT, profile="hunan-10").to_dict()] * 20


def test_reports_of_an_own_family_pickle() -> None:
    """The profile itself, an object of the core, is no part of them."""
    report = gouji.check(TEXT, profile=json.loads(OWN))
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_wrong_profile_is_refused_before_anything_is_checked(calls: Calls, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"name": "own", "sections": [{"id": "a", "title": 1}]}', encoding="utf-8")
    with pytest.raises(gouji.ProfileError, match=r"a\.json：/sections/0/title: 应当是字符串"):
        gouji.check_files(tmp_path, profile=path)
    with pytest.raises(ValueError, match="^profile：/nane: "):
        gouji.check(TEXT, profile={"nane": 1})
    assert calls == []


@pytest.mark.parametrize(
    ("content", "message"),
    [("generic", "不是正确的 JSON"), ("auto", "不是正确的 JSON"), ("[]", "应当是对象"), ('"auto"', "应当是对象")],
)
def test_a_file_that_is_no_object_is_no_name_either(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(gouji.ProfileError, match=rf"a\.json：/: {message}"):
        gouji.check(TEXT, profile=path)


@pytest.mark.parametrize("wrong", [{"a": float("nan")}, {"a": {1}}, {"a": b"x"}])
def test_a_dict_that_is_no_json_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(gouji.ProfileError, match="^profile："):
        gouji.check(TEXT, profile=wrong)


def test_an_unreadable_profile_is_a_file_error(tmp_path: Path) -> None:
    with pytest.raises(gouji.FileError, match="缺.json：找不到文件"):
        gouji.check(TEXT, profile=tmp_path / "缺.json")
    with pytest.raises(gouji.FileError, match="缺.json：找不到文件"):
        gouji.check(TEXT, profile="缺.json")


def test_an_unknown_name_is_refused_with_the_nearest_or_all() -> None:
    with pytest.raises(ValueError, match="没有“generik”这个报告类型，是不是“generic”？"):
        gouji.check(TEXT, profile="generik")
    with pytest.raises(ValueError, match="没有“火星”这个报告类型，有 auto、.*generic"):
        gouji.check(TEXT, profile="火星")


@pytest.mark.parametrize("wrong", [None, 1, ["generic"], b"generic"])
def test_what_is_no_profile_is_a_type_error(wrong: Any) -> None:
    with pytest.raises(TypeError, match="profile must be a str, a path or a dict"):
        gouji.check(TEXT, profile=wrong)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown language 'fr', known are: zh, en"):
        gouji.check(TEXT, lang="fr")


def test_the_published_schema_describes_every_family() -> None:
    schema = json.loads((Path(gouji.__file__).parent / "schema/profile.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    example = json.loads((ROOT / "examples/profile.json").read_text(encoding="utf-8"))
    for content in (example, *(json.loads(family.json) for family in profiles.families())):
        validator.validate(content)
    assert not validator.is_valid({**example, "nane": 1})


def test_the_example_adds_a_section_and_an_element() -> None:
    report = gouji.check("一、基本情况\n职责明确。\n二、收支情况\n支出5万元。\n", profile=ROOT / "examples/profile.json")
    found = [each.message for each in report.diagnostics]
    assert "“一、基本情况”没有写明服务网点数，请补写" in found
    assert "缺少“政府采购执行情况”，应当写在此处，请补写" in found


def test_the_built_in_families_are_named_once() -> None:
    names = [family.name for family in profiles.families()]
    assert "generic" in names
    assert len(set(names)) == len(names)
    assert all(family.title and family.title_en for family in profiles.families())
    assert all(isinstance(json.loads(family.json), dict) for family in profiles.families())
    assert batch.Options() == (None, "zh", None)
