"""`gouji.Editor`: the editor as a widget of a notebook.

Transport: anywidget (MIT), which carries one ES module and messages to JupyterLab, Notebook, VS Code, Colab and marimo alike.
"""

from __future__ import annotations

import os
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from gouji.editor.host import Host
from gouji.editor.store import Draft, FileDraft
from gouji.facts import AnyFacts, read_facts
from gouji.files import AnyPath
from gouji.output.target import write_bytes
from gouji.profiles import AUTO, AnyProfile
from gouji.records import Diagnostic
from gouji.report import Report


class Editor(anywidget.AnyWidget):
    """An editor of a report with its findings beside it.

    `text_or_path` is the text (a str with a line end or that names no file) or the path of a .txt or .md file. Shown in a
    notebook it is live: `text`, `report` and `diagnostics` follow what is typed, and ``editor.observe(f, "text")`` is told
    of it. `profile`, `lang` and `facts` as in `gouji.check`. Raises what `gouji.check_file` raises.
    """

    _esm = str(files("gouji.editor").joinpath("static", "widget.js"))

    height = traitlets.Int(460, help="Height in pixels.").tag(sync=True)
    text = traitlets.Unicode("", help="The text as it is now.")

    def __init__(
        self,
        text_or_path: str | AnyPath = "",
        profile: AnyProfile = AUTO,
        lang: str = "zh",
        *,
        facts: AnyFacts | None = None,
        **traits: Any,
    ) -> None:
        draft = FileDraft(text_or_path) if _is_path(text_or_path) else Draft(str(text_or_path))
        self._draft = draft
        self._host = Host(draft, profile, lang, read_facts(facts))
        self._following = False
        super().__init__(text=draft.text, **traits)
        self.on_msg(self._received)

    @property
    def report(self) -> Report:
        """The report of the text as it is now."""
        return self._host.report

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Its findings."""
        return self.report.diagnostics

    def save(self, path: AnyPath | None = None) -> None:
        """Writes the text to its file, or as UTF-8 to another one. Raises StoreError, FileError or OutputError."""
        if path is None:
            self._draft.save(self._host.text)
        else:
            write_bytes(os.fspath(path), self._host.text.encode())

    @traitlets.observe("text")
    def _assigned(self, change: Any) -> None:
        if not self._following and change["new"] != self._host.text:
            for reply in self._host.load(change["new"]):
                self.send(reply.content, [reply.buffer] if reply.buffer else None)

    def _received(self, _widget: Any, content: Any, buffers: list[Any]) -> None:
        for reply in self._host.receive(content, bytes(buffers[0]) if buffers else None):
            self.send(reply.content, [reply.buffer] if reply.buffer is not None else None)
        self._following = True
        try:
            self.text = self._host.text
        finally:
            self._following = False


def _is_path(given: object) -> bool:
    if isinstance(given, os.PathLike):
        return True
    return isinstance(given, str) and 0 < len(given) < 1024 and "\n" not in given and os.path.isfile(given)


__all__ = ["Editor"]
