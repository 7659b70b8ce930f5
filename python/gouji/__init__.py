"""gouji (勾稽): checks the figures and the parts of Chinese budget-performance reports.

    import gouji
    report = gouji.check("2024年支出100万元，其中：基本支出60万元，项目支出30万元。")
    print(report)

All positions are code points of the text, half open, as in Python slices: ``text[slice(*diagnostic.range)]``.
"""

from typing import TYPE_CHECKING, Any

from gouji._core import __version__
from gouji.api import check, check_file, check_files, fix, new
from gouji.document import Document, Update
from gouji.explanations import Explanation, explain
from gouji.files import FileError, find_reports
from gouji.fixing import Fixed
from gouji.profiles import ProfileError
from gouji.report import Diagnostic, Edit, Fix, Heading, Operand, Quantity, Related, Relation, Report

if TYPE_CHECKING:
    from gouji.editor.widget import Editor
    from gouji.facts import Fact, Facts, FactsError, read_facts

__all__ = [
    "Diagnostic",
    "Document",
    "Edit",
    "Explanation",
    "Fact",
    "Facts",
    "FactsError",
    "FileError",
    "Fix",
    "Fixed",
    "Heading",
    "Operand",
    "ProfileError",
    "Quantity",
    "Related",
    "Relation",
    "Report",
    "Update",
    "__version__",
    "check",
    "check_file",
    "check_files",
    "explain",
    "find_reports",
    "fix",
    "new",
    "read_facts",
]


def load_ipython_extension(shell: Any) -> None:
    """``%load_ext gouji``: the cell magic ``%%gouji`` checks the text of its cell."""
    from gouji.notebook import load

    load(shell)


def __getattr__(name: str) -> Any:
    """Loads what scripts mostly do without when it is asked for: facts, and the editor, which needs anywidget."""
    if name in ("Fact", "Facts", "FactsError", "read_facts"):
        from gouji import facts

        return getattr(facts, name)
    if name != "Editor":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from gouji.editor.widget import Editor
    except ModuleNotFoundError as error:
        if error.name not in ("anywidget", "traitlets"):
            raise
        raise ImportError("编辑器需要 anywidget：pip install 'gouji[editor]'") from error
    except FileNotFoundError as error:
        raise ImportError("安装时没有 Node，编辑器没有构建；请安装发布的 wheel，或装好 Node 后重新安装") from error
    return Editor
