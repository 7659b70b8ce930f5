"""What the program itself says around the findings, in Chinese and in English; the findings come from the core."""

from __future__ import annotations

LANGUAGES = ("zh", "en")

_PHRASES = {
    # the findings
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "named": ("{name}：{text}", "{name}: {text}"),
    "counts": (
        "错误 {error}，警告 {warning}，提示 {info}；数量 {quantities} 个，已勾稽 {related} 个",
        "errors {error}, warnings {warning}, info {info}; quantities {quantities}, tied {related}",
    ),
    "total": ("合计 {files} 个文件：{counts}", "{files} files in all: {counts}"),
    "total_failed": ("；{failed} 个无法检查", "; {failed} could not be checked"),
    "checked_as": ("按“{title}”（{name}）检查：{reason}", "checked as “{title}” ({name}): {reason}"),
    "checked_as_own": ("按 {name} 检查：{reason}", "checked as {name}: {reason}"),
    "same_places": ("共 {count} 处，其余在第 {lines}行", "{count} places in all, the others in line {lines}"),
    "same_place": ("共 {count} 处，都在这一行", "{count} places in all, all in this line"),
    "list": ("、", ", "),
    "and_more": ("等", ", ..."),
    "and_no_more": (" ", ""),
    "ledger-mismatch": (
        "{period}“{indicator}”文中为 {printed}，已知数据为 {known}，相差 {difference}，请核对",
        "“{indicator}” of {period} is {printed} here and {known} in the facts, a difference of {difference}; please compare them",
    ),
    "change_to": ("改为“{text}”", "change to “{text}”"),
    "year": ("{year}年", "{year}"),
    "related": ("关联 {place}{message}", "related {place}{message}"),
    "fix": ("可{title}", "fix: {title}"),
    "quoted": ("“{words}” ", "“{words}” "),
    "more_findings": ("另有 {count} 条没有列出", "{count} more are not listed"),
    "more_lines": ("另有 {count} 行没有列出", "{count} more lines are not listed"),
    "no_findings": ("没有发现问题", "nothing found"),
    "progress": ("已检查 {done}/{count} ", "checked {done}/{count} "),
    # corrections
    "fixed": ("改正 {applied} 处，还有 {left} 处问题", "{applied} fixed, {left} findings left"),
    "unfixed": ("，其中 {count} 处可以再改", ", {count} of them could be fixed in another run"),
    "suggested": (
        "；其中 {count} 处可以插入待填写的提纲，要插入请加 --select {codes}",
        "; for {count} of them --select {codes} inserts a skeleton to fill in",
    ),
    "suggested_figures": (
        "；其中 {count} 处可以改成算出的数，请先核对原始数据，要改请加 --select {codes}",
        "; for {count} of them --select {codes} changes a figure to the value computed; compare it with the books first",
    ),
    "fixed_total": ("合计 {files} 个文件：{text}", "{files} files in all: {text}"),
    "repaired": (
        "有无法还原的字节（编码 {encoding}），改写会丢失内容，没有改动；请先用原来的编码另存为 UTF-8",
        "some bytes cannot be restored (encoding {encoding}), writing would lose them; please save it as UTF-8 first",
    ),
    "not_encodable": (
        "“{character}”不能用文件的编码 {encoding} 表示，没有改动；请先另存为 UTF-8",
        "“{character}” cannot be written in the file's encoding {encoding}; please save it as UTF-8 first",
    ),
    # new reports
    "facts_filled": ("填入 {used} 个已知数据", "{used} facts filled in"),
    "facts_left": (
        "填入 {used} 个已知数据；{count} 个提纲里没有写到：{names}",
        "{used} facts filled in; {count} are not asked for: {names}",
    ),
    # explanations
    "why": ("为什么", "why"),
    "how": ("怎么改", "how to correct it"),
    "reported": ("报", "reported"),
    "not_reported": ("不报", "not reported"),
    "sentence": ("{text}。", "{text}."),
    "explain_more": (
        "gouji explain 代码 说明为什么、怎么改，并举例",
        "gouji explain CODE says why, how to correct it, and gives examples (in Chinese)",
    ),
    # report families
    "name": ("名字", "name"),
    "title": ("名称", "title"),
    "parts": ("部分数", "parts"),
    "no_parts": ("不要求任何部分", "no parts are asked for"),
    "required": ("必写", "required"),
    "advised": ("宜写", "advised"),
    "optional": ("可不写", "optional"),
    "none_allowed": ("可写“无”", "may say “none”"),
    "remarked": ("{text}（{remarks}）", "{text} ({remarks})"),
    "source": ("来源：{source}", "source: {source}"),
    "whole_document": ("全文", "the whole document"),
    # the headings of tables
    "line": ("位置", "place"),
    "severity": ("级别", "severity"),
    "code": ("代码", "code"),
    "finding": ("说明", "finding"),
    "id": ("序号", "no."),
    "level": ("层级", "level"),
    "heading": ("标题", "heading"),
    "part": ("部分", "part"),
    "printed": ("原文", "printed"),
    "value": ("数值", "value"),
    "approximation": ("近似", "approximation"),
    "indicator": ("指标", "indicator"),
    "period": ("期间", "period"),
    "basis": ("口径", "basis"),
    "scope": ("范围", "scope"),
    "kind": ("种类", "kind"),
    "status": ("结论", "status"),
    "difference": ("相差", "difference"),
    "formula": ("算式", "formula"),
    "because": ("依据", "because"),
    # inputs that cannot be checked
    "not_found": ("找不到文件", "no such file"),
    "no_permission": ("没有读取权限", "no permission to read it"),
    "is_folder": ("这是文件夹，不是文件", "this is a folder, not a file"),
    "bad_name": ("文件名无效", "not a valid file name"),
    "read_failed": ("读取失败：{reason}", "reading failed: {reason}"),
    "no_stdin": ("没有标准输入可读", "there is no standard input to read"),
    "type_here": (
        "从键盘读入文本，以 Ctrl-D（Windows 为 Ctrl-Z 加回车）结束",
        "reading text from the keyboard, end it with Ctrl-D (Windows: Ctrl-Z and Enter)",
    ),
    "no_reports": ("文件夹里没有可检查的文件（{kinds}）", "no files to check in this folder ({kinds})"),
    "too_large": ("文件超过 {limit} MB，太大了，请拆分后再检查", "larger than {limit} MB, please split it first"),
    "empty": ("文件是空的，没有可检查的内容", "the file is empty"),
    "blank": ("文件里只有空白，没有可检查的内容", "there is nothing but blanks in the file"),
    "binary": ("不是文本文件（内容是二进制数据）", "not a text file (its content is binary)"),
    "office": (
        "这是 {kind} 文件，目前只能检查纯文本，请另存为 .txt 后再检查",
        "this is a file of {kind}; only plain text can be checked, please save it as .txt first",
    ),
    "no_memory": ("内存不足，无法检查", "not enough memory to check it"),
    "defect": (
        "检查时发生内部错误，请报告给开发者：{error}",
        "an internal error occurred, please report it to the developers: {error}",
    ),
}  # fmt: skip


def phrase(language: str, key: str, **values: object) -> str:
    """The phrase in "zh" or "en", with its values filled in."""
    chinese, english = _PHRASES[key]
    return (english if language == "en" else chinese).format(**values)


def known_language(language: str) -> str:
    """`language` itself. Raises ValueError for one that is not spoken here."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}, known are: {', '.join(LANGUAGES)}")
    return language
