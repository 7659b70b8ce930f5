"""The host's side of the protocol: it answers a page's messages and knows nothing of how they travel.

The page owns the text while it is edited; the host follows its edits and answers with what they changed in the findings.
Versions count batches of edits, an epoch begins with each page that says hello; messages of older epochs are ignored.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from gouji.editor import lists, wire
from gouji.editor.live import AT_ONCE, Change, Live
from gouji.editor.renumber import renumbered
from gouji.editor.store import Draft, StoreError
from gouji.editor.units import Units, is_whole
from gouji.files import FileError
from gouji.output.target import OutputError
from gouji.phrases import known_language
from gouji.profiles import AUTO, AnyProfile
from gouji.records import Json
from gouji.report import Report

if TYPE_CHECKING:
    from gouji.facts import Facts

Message = dict[str, Any]


class Reply(NamedTuple):
    """A message to the page, with the bytes behind it (a text as UTF-16LE) or none."""

    content: Message
    buffer: bytes | None = None


class Host:
    """One document and the page that edits it. Any thread may bring messages."""

    def __init__(
        self, draft: Draft, profile: AnyProfile = AUTO, language: str = "zh", facts: Facts | None = None
    ) -> None:
        """Raises what `gouji.check` raises for the profile and the language."""
        self._lock = threading.RLock()
        self._draft = draft
        self._live = Live(draft.text, profile, known_language(language), facts)
        self._language = language
        self._epoch = 0
        self._version = 0
        self._owner: str | None = None
        self._sent: dict[str, wire.Finding] = {}  # by id, where they stand now
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
                    return self._resync()
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
            return self._answer(int(message["v"]), self._whole())
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
        content = {"t": "doc", "e": self._epoch, "v": 0, **about, **self._whole()}
        return [Reply(content, self._live.text.encode("utf-16-le", "surrogatepass"))]

    def _edit(self, message: Message) -> list[Reply]:
        length, last, changes = self._live.length, 0, []
        for begin, end, inserted in message["ch"]:
            if message["b"] != self._version or not last <= begin <= end <= length or not is_whole(inserted):
                return self._resync()  # a message was lost, or half a surrogate pair was typed
            changes.append((begin, end, inserted))
            last = end
        if self._live.cuts_a_pair(changes) or length + sum(map(_longer, changes)) != message["len"]:
            return self._resync()
        update = self._live.edit(changes)
        return self._answer(int(message["v"]), self._difference(update, [(b, e, _longer((b, e, i))) for b, e, i in changes]))

    def _resync(self) -> list[Reply]:
        return [Reply({"t": "resync", "e": self._epoch})]

    def _answer(self, version: int, delta: Json) -> list[Reply]:
        self._version = version
        self._draft.note(self._live.text)
        return [Reply({"t": "diag", "e": self._epoch, "v": version, **delta})]

    def _whole(self) -> Json:
        """All findings, for a page that knows none."""
        self._sent = self._wired(self._live.diagnostics())
        return {"full": True, "del": [], "add": list(self._sent.values()), **self._numbers()}

    def _difference(self, update: Json, changes: Sequence[Change]) -> Json:
        """What the page must delete and add: what changed, and all that an edit touches.

        The page carries along everything else, and need not agree with the core about places at the border of an edit.
        """
        gone = [*update["removed"], *(each["id"] for each in update["changed"])]
        moved = {id: _moved(finding["places"], changes) for id, finding in self._sent.items()}
        touched = [id for id, places in moved.items() if places is None]
        for id, places in moved.items():
            self._sent[id]["places"] = places if places is not None else self._sent[id]["places"]
        known = {id for id in gone if self._sent.pop(id, None) is not None}
        add = self._wired([*update["added"], *update["changed"]])
        # of two findings that say the same, one may be gone, and its id be that of the other
        displaced = [id for id, place in self._live.ledger().items() if id in self._sent and self._sent[id]["places"][0] != place]
        again = [id for id in dict.fromkeys([*touched, *displaced]) if id in self._sent]
        if again:
            all = {each["id"]: each for each in self._live.diagnostics()}
            add.update(self._wired([all[id] for id in again if id in all]))
        self._sent.update(add)
        return {"del": [*known, *again], "add": list(add.values()), **self._numbers()}

    def _wired(self, entries: list[Json]) -> dict[str, wire.Finding]:
        return wire.findings(entries, self._live.text, self._live.units, self._draft.dismissed)

    def _numbers(self) -> Json:
        return {"n": wire.counts(self._sent.values())}

    def _request(self, message: Message) -> list[Reply]:
        name, arguments = message["name"], message.get("args") or {}
        answer: Message = {"t": "res", "id": message["id"], "e": self._epoch, "v": self._version}
        extra: list[Reply] = []
        try:
            if name in lists.LISTS:
                answer["data"] = lists.LISTS[name](self._live.report, self._live.units, self._live.facts)
            elif name == "coverage":
                if self._live.facts and self._live.length > AT_ONCE:
                    extra = self._late()
                answer["data"] = {"profile": self._live.report.profile, **self._live.report.coverage}
            elif name == "renumber":
                answer["data"] = renumbered(self._live.report, self._live.units)
            elif name == "save":
                self._draft.save(self._live.text)
                answer["data"] = True
            elif name == "dismiss":
                answer["data"] = self._dismiss(arguments["id"], bool(arguments["dismissed"]))
                extra = self._answer(self._version, self._whole())
            else:
                answer["error"] = f"unknown request {name!r}"
        except (FileError, OutputError, StoreError) as error:
            answer["error"] = str(error)
        return [*extra, Reply(answer)]

    def _late(self) -> list[Reply]:
        """What the comparison with the facts finds now that the writer pauses."""
        delta = self._difference(self._live.settle(), [])
        return self._answer(self._version, delta) if delta["del"] or delta["add"] else []

    def _dismiss(self, id: str, dismissed: bool) -> bool:
        for found in self._live.diagnostics():
            if found["id"] == id:
                self._draft.dismiss(wire.quoted(found, self._live.text), dismissed)
                return True
        return False


def _longer(change: tuple[int, int, str]) -> int:
    """How many UTF-16 units a change adds."""
    begin, end, text = change
    return Units(text).length - (end - begin)


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
