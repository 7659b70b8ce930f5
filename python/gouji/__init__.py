"""gouji (勾稽): checks the figures and the parts of Chinese budget-performance reports.

    import gouji
    report = gouji.check("2024年支出100万元，其中：基本支出60万元，项目支出30万元。")
    print(report)

All positions are code points of the text, half open, as in Python slices: ``text[slice(*diagnostic.range)]``.
"""

from gouji._core import __version__
from gouji.api import check, check_file, check_files, fix
from gouji.document import Document, Update
from gouji.explanations import Explanation, explain
from gouji.files import FileError, find_reports
from gouji.fixing import Fixed
from gouji.profiles import ProfileError
from gouji.report import Diagnostic, Edit, Fix, Heading, Operand, Quantity, Related, Relation, Report

__all__ = [
    "Diagnostic",
    "Document",
    "Edit",
    "Explanation",
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
]
