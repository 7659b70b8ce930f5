"""Which report family a text is read as: a built-in one by its name, or one of the user's in JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from gouji import _core
from gouji.files import read_text, shown_path
from gouji.selection import did_you_mean

AUTO = "auto"  # the profile that is detected

AnyProfile = str | os.PathLike[str] | Mapping[str, Any]


class ProfileError(ValueError):
    """A profile that is unknown or wrong; the message names its file, the place in it as a JSON pointer, and why."""


class Family(NamedTuple):
    """A built-in profile; `json` is its text."""

    name: str
    title: str
    title_en: str
    json: str


@cache
def families() -> tuple[Family, ...]:
    """The built-in profiles."""
    return tuple(Family(*row) for row in _core.profiles())


def names() -> list[str]:
    """What can be written as a profile: "auto" and the names of the built-in ones."""
    return [AUTO, *(family.name for family in families())]


def resolve(profile: AnyProfile) -> _core.Profile | None:
    """What the core takes: a profile, or None for one that is detected.

    `profile` is "auto" or the name of a built-in one, the path of a JSON file (any path-like, or a str that ends in
    .json), or the content of such a file as a dict. Raises FileError for an unreadable file, ProfileError for a wrong
    profile and TypeError for another type.
    """
    if isinstance(profile, Mapping):
        return _parsed(_dumped(profile), "profile")
    if is_path(profile):
        return _parsed(read_text(profile), shown_path(profile))
    if not isinstance(profile, str):
        raise TypeError(f"profile must be a str, a path or a dict, not {type(profile).__name__}")
    if profile == AUTO:
        return None
    if profile not in names():
        hint = did_you_mean(profile, names()) or f"，有 {'、'.join(names())}；自己的类型写成 .json 文件"
        raise ProfileError(f"没有“{profile}”这个报告类型{hint}")
    return _core.Profile.built_in(profile)


def is_path(profile: object) -> bool:
    """Whether a profile is named by a file."""
    return isinstance(profile, os.PathLike) or (isinstance(profile, str) and profile.lower().endswith(".json"))


def _dumped(profile: Mapping[str, Any]) -> str:
    try:
        return json.dumps(dict(profile), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise ProfileError(f"profile：{error}") from error


def _parsed(text: str, name: str) -> _core.Profile:
    try:
        return _core.Profile(text)
    except _core.ProfileError as error:
        raise ProfileError(f"{name}：{error}") from error
