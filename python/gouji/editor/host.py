"""The host's side of the protocol: it answers a page's messages and knows nothing of how they travel.

The page owns the text while it is edited; the host follows its edits and answers with what they changed in the findings.
Versions count batches of edits, an epoch begins with each page that says hello; messages of older epochs are ignored.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from gouji.editor import wire
from gouji.editor.store import Draft, StoreError
from gouji.editor.units import Units, is_whole
from gouji.files import FileError
from gouji.output.target import OutputError
from gouji.records import Json
from gouji.report import Report

Message = dict[str, Any]
Change = tuple[int, int, int]


class Reply(NamedTuple):
    """A message to the page, with the bytes behind it (a text as UTF-16LE) or none."""

    content: Message
    buffer: bytes | None = None


class Live:
    """A text that is edited and checked: what the host needs of a document."""

    def __init__(self, text: str, check: Callable[[str], Report]) -> None:
        self._check = check
        self.replace(text)

    def replace(self, text: str) -> None:
        """Another text altogether."""
        self.text = text
        self.units = Units(text)
        self._report: Report | None = None

    def edit(self, changes: list[tuple[int, int, str]]) -> None:
        """Applies ascending, disjoint changes, in code points of the text before them."""
        pieces, position = [], 0
        for begin, end, inserted in changes:
            pieces += [self.text[position:begin], inserted]
            position = end
        self.replace("".join([*pieces, self.text[position:]]))

    @property
    def report(self) -> Report:
        """The report of the text as it is."""
        if self._report is None:
            self._report = self._check(self.text)
        return self._report


class Host:
    """One document and the page that edits it. Any thread may bring messages."""

    def __init__(self, draft: Draft, check: Callable[[str], Report], language: str = "zh") -> None:
        self._lock = threading.RLock()
        self._draft = draft
        self._live = Live(draft.text, check)
        self._language = language
        self._epoch = 0
        self._version = 0
        self._owner: str | None = None
        self._sent: dict[str, wire.Finding] = {}
        self._waiting: list[Message] = []

    @property
    def text(self) -> str:
        """The text as the page last sent it."""
        with self._lock:
            return self._live.text

    @property
    def report(self) -> Report:
        """The report of `text`."""
        with self._lock:
            return self._live.report

    def receive(self, message: Any, buffer: bytes | None = None) -> list[Reply]:
        """Answers one message of a page. Never raises: what cannot be understood is answered with an error."""
        with self._lock:
            try:
                return self._receive(message, buffer)
            except (FileError, OutputError, StoreError) as error:
                return [Reply({"t": "error", "e": self._epoch, "msg": str(error)})]
            except (KeyError, TypeError, ValueError, IndexError) as error:
                if isinstance(message, dict) and message.get("t") in ("edit", "load"):
                    return [Reply({"t": "resync", "e": self._epoch})]
                return [Reply({"t": "error", "e": self._epoch, "msg": f"{type(error).__name__}: {error}"})]

    def load(self, text: str) -> list[Reply]:
        """Puts another text in place, as a program does: the page gets it whole."""
        with self._lock:
            self._live.replace(text)
            self._draft.note(text)
            return [] if self._owner is None else self._hello(self._owner)

    def _receive(self, message: Message, buffer: bytes | None) -> list[Reply]:
        kind = message["t"]
        if kind == "hello":
            return self._hello(str(message["me"]))
        if message.get("e") != self._epoch:
            return [Reply({"t": "taken", "e": message.get("e")})]
        if kind == "edit":
            return self._edit(message)
        if kind == "load":
            if buffer is None:
                raise ValueError("no text")
            self._live.replace(bytes(buffer).decode("utf-16-le", "replace"))
            return self._changed(int(message["v"]), full=True)
        if kind == "ping":
            told, self._waiting = self._waiting, []
            changed = self._draft.changed_on_disk()
            if changed:
                told.append({"t": "note", "e": self._epoch, "text": changed, "level": "error"})
            return [*map(Reply, told), Reply({"t": "pong", "e": self._epoch})]
        if kind == "req":
            return self._request(message)
        raise ValueError(f"unknown message {kind!r}")

    def _hello(self, me: str) -> list[Reply]:
        self._epoch += 1
        self._version = 0
        self._owner = me
        self._sent = {}
        about = {"me": me, "name": self._draft.name, "lang": self._language}
        delta = self._delta(True)
        content = {"t": "doc", "e": self._epoch, "v": 0, **about, **delta}
        return [Reply(content, self._live.text.encode("utf-16-le", "surrogatepass"))]

    def _edit(self, message: Message) -> list[Reply]:
        units = self._live.units
        changes, last = [], 0
        for begin, end, inserted in message["ch"]:
            points = units.point(begin), units.point(end)
            whole = isinstance(inserted, str) and is_whole(inserted)
            if message["b"] != self._version or not last <= begin <= end <= units.length or None in points or not whole:
                return [Reply({"t": "resync", "e": self._epoch})]  # half a pair, or a message was lost
            changes.append((*points, inserted))
            last = end
        self._live.edit(changes)  # type: ignore[arg-type]
        if self._live.units.length != message["len"]:
            return [Reply({"t": "resync", "e": self._epoch})]
        return self._changed(int(message["v"]), changes=_lengths(message["ch"]))

    def _changed(self, version: int, full: bool = False, changes: Sequence[Change] = ()) -> list[Reply]:
        self._version = version
        self._draft.note(self._live.text)
        delta = self._delta(full, changes)
        return [Reply({"t": "diag", "e": self._epoch, "v": version, **delta})]

    def _delta(self, full: bool, changes: Sequence[Change] = ()) -> Json:
        """What the page must delete and add: what changed, and all that touches a changed place of the text.

        The page carries along everything else, so a finding that is elsewhere than where the edit moved it is told anew.
        """
        report = self._live.report
        entry = report.to_dict()
        now = wire.findings(entry["diagnostics"], self._live.text, self._live.units, self._draft.dismissed)
        gone = [id for id in self._sent if id not in now]
        add = []
        for id, finding in now.items():
            old = self._sent.get(id)
            if full or old is None:
                add.append(finding)
            elif _said(old) != _said(finding) or _moved(old["places"], changes) != finding["places"]:
                gone.append(id)
                add.append(finding)
        self._sent = now
        numbers = wire.counts(entry["summary"], entry["coverage"], now.values())
        return {"full": full, "del": [] if full else gone, "add": add, "n": numbers, "profile": entry["profile"]}

    def _request(self, message: Message) -> list[Reply]:
        name, arguments = message["name"], message.get("args")
        answer: Message = {"t": "res", "id": message["id"], "e": self._epoch, "v": self._version}
        extra: list[Reply] = []
        try:
            if name == "outline":
                answer["data"] = wire.outline(self._live.report, self._live.units)
            elif name == "relations":
                answer["data"] = wire.relations(self._live.report, self._live.units)
            elif name == "quantities":
                answer["data"] = wire.ledger(self._live.report, self._live.units)
            elif name == "save":
                self._draft.save(self._live.text, force=bool((arguments or {}).get("force")))
                answer["data"] = True
            elif name == "dismiss":
                answer["data"] = self._dismiss(arguments["id"], bool(arguments["dismissed"]))
                extra = self._changed(self._version)
            else:
                answer["error"] = f"unknown request {name!r}"
        except (FileError, OutputError, StoreError) as error:
            answer["error"] = str(error)
        return [*extra, Reply(answer)]

    def _dismiss(self, id: str, dismissed: bool) -> bool:
        for found in self._live.report.to_dict()["diagnostics"]:
            if found["id"] == id:
                self._draft.dismiss(wire.quoted(found, self._live.text), dismissed)
                return True
        return False


def _said(finding: wire.Finding) -> tuple[Any, ...]:
    """All of a finding but where it stands."""
    return tuple(value for key, value in finding.items() if key != "places")


def _lengths(changes: list[list[Any]]) -> list[Change]:
    """Of changes of a page: where they begin and end, and how much longer they make the text, in UTF-16 units."""
    return [(begin, end, len(text) + len(Units(text).points) - (end - begin)) for begin, end, text in changes]


def _moved(places: list[list[int]], changes: Sequence[Change]) -> list[list[int]] | None:
    """Where the page carries places to; None where a change touches one of them, so that the two sides need not agree."""
    moved = []
    for begin, end in places:
        shift = 0
        for first, last, longer in changes:
            if first <= end and begin <= last:
                return None
            if last < begin:
                shift += longer
        moved.append([begin + shift, end + shift])
    return moved
