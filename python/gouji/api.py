"""The functions of the package: check a text, a file, many files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from gouji import batch
from gouji.batch import Options
from gouji.files import AnyPath, read_text, shown_path
from gouji.fixing import Choice, Fixed, fixed
from gouji.phrases import known_language
from gouji.profiles import AUTO, AnyProfile, resolve
from gouji.report import Report
from gouji.selection import AnyCodes, known_codes

if TYPE_CHECKING:
    from gouji.facts import AnyFacts

def check(text: str, profile: AnyProfile = AUTO, lang: str = "zh", *, facts: AnyFacts | None = None) -> Report:
    """Checks a text of any content and length; never raises on content, and runs in parallel in threads.

    `profile` is the report family: "auto" detects it; else the name of a built-in one, the path of a JSON file (a
    path-like, or a str that ends in .json) or the content of such a file as a dict. `lang` is the language of the
    messages, "zh" or "en". `facts` are figures known from the books, which the text must not contradict: the path of a
    .csv or .json file with indicator, period, value and unit, or an iterable of mappings with these keys. Raises ValueError
    for an unknown or wrong profile (the message has the place in it as a JSON pointer), language or facts, FileError for a
    file that cannot be read, and TypeError for a text that is no str.
    """
    require_text(text)
    return batch.check_text(text, None, _options(profile, lang, facts))


def check_file(
    path: AnyPath, profile: AnyProfile = AUTO, lang: str = "zh", *, facts: AnyFacts | None = None
) -> Report:
    """Checks a text file in UTF-8, UTF-16 or GB18030 of at most 64 MB. Raises FileError if it cannot be read.

    `profile`, `lang` and `facts` as in `check`.
    """
    return batch.check_text(read_text(path), shown_path(path), _options(profile, lang, facts))


def check_files(
    paths: AnyPath | Iterable[AnyPath],
    jobs: int | None = None,
    profile: AnyProfile = AUTO,
    lang: str = "zh",
    *,
    facts: AnyFacts | None = None,
) -> Iterator[Report]:
    """Checks files and folders (see `find_reports`) and yields their reports in the order of `paths`.

    A file that cannot be read yields a report with an `error`; nothing is raised for it. `jobs` is the number of
    threads, by default one per CPU. Raises ValueError for less than one job. `profile`, `lang` and `facts` as in `check`.
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    named = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    inputs = chain.from_iterable(map(batch.inputs, named))
    return batch.check_each(inputs, jobs or default_jobs(), _options(profile, lang, facts))


def fix(
    text: str,
    profile: AnyProfile = AUTO,
    select: AnyCodes | None = None,
    ignore: AnyCodes | None = None,
    lang: str = "zh",
) -> Fixed:
    """Applies the first fix of every finding, checks again, and repeats until nothing is left to apply.

    `select` and `ignore` are codes of checks, one or several. Without `select` all fixes are applied except those of
    "section-missing" and "element-missing", which insert skeletons with 【请填写：…】 that somebody has to write, and those
    that change a figure, such as "sum-mismatch", which somebody has to compare with the books. These are applied only
    where `select` names their codes; else they are in `suggested` of the result. `profile` and `lang` as in `check`.
    Raises what `check` raises, and ValueError for an unknown code.
    """
    require_text(text)
    options = _options(profile, lang)
    choice = Choice(known_codes(select), known_codes(ignore))
    return fixed(text, lambda text, family=None: batch.check_as(text, family, None, options), choice)


def require_text(text: object) -> None:
    """Raises TypeError for anything that is no str."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}; check_file reads files in any encoding")


def new(profile: AnyProfile, facts: AnyFacts | None = None, year: int | None = None) -> str:
    """The skeleton of a report: title, parts in order with their numbers, and what each must state.

    `profile` is the family as in `check`, but not "auto". Sentences whose figures are among the `facts` are written out;
    what is still to be written stands as 【请填写：…】, which `placeholder-left` reports until it is done and no other check
    takes for figures. `year` is the year reported on, by default the latest of the facts. Raises what `check` raises.
    """
    from gouji.facts import read_facts
    from gouji.skeleton import skeleton

    return skeleton(profile, read_facts(facts), year).text


def _options(profile: AnyProfile, lang: str, facts: AnyFacts | None = None) -> Options:
    if facts is None:
        return Options(resolve(profile), known_language(lang))
    from gouji.facts import read_facts

    return Options(resolve(profile), known_language(lang), read_facts(facts))


def default_jobs() -> int:
    """The number of CPUs."""
    return os.cpu_count() or 1
