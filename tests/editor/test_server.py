"""What a hostile page or program can ask the server of `gouji edit`, and gets refused."""

from __future__ import annotations

import http.client
import json
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.editor.server import PageServer, unpacked
from tests.editor.conftest import serving


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PageServer]:
    path = tmp_path / "draft.txt"
    path.write_text("支出300万元。\n", encoding="utf-8")
    with serving(path) as running:
        yield running


def ask(server: PageServer, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    sent = {"Host": f"127.0.0.1:{server.server_port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def message(**content: object) -> bytes:
    text = json.dumps(content).encode()
    return struct.pack(">I", len(text)) + text


def test_a_message_with_the_token_is_answered(server: PageServer) -> None:
    status, content = ask(server, "POST", "/message", message(t="hello", me="a", proto=1), X_Gouji_Token=server.token)
    assert status == 200 and b"utf" not in content and b'"t":"doc"' in content


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"X_Gouji_Token": "x"}, 403),
        ({"X_Gouji_Token": "é"}, 403),
        ({"X_Gouji_Token": "TOKEN", "Origin": "http://evil.example"}, 403),
        ({"X_Gouji_Token": "TOKEN", "Origin": "null"}, 403),
        ({"X_Gouji_Token": "TOKEN", "Host": "evil.example"}, 403),
        ({"X_Gouji_Token": "TOKEN", "Content_Length": "99999999999"}, 400),
        ({"X_Gouji_Token": "TOKEN", "Content_Length": "-1"}, 400),
    ],
)
def test_other_messages_are_refused(server: PageServer, headers: dict[str, str], status: int) -> None:
    sent = {name: server.token if value == "TOKEN" else value for name, value in headers.items()}
    assert ask(server, "POST", "/message", message(t="hello", me="a", proto=1), **sent)[0] == status
    assert server.host.text == "支出300万元。\n"


@pytest.mark.parametrize("path", ["/../../etc/passwd", "/%2e%2e/draft.txt", "/draft.txt", "/message", "/page.js?x"])
def test_only_the_page_is_served(server: PageServer, path: str) -> None:
    assert ask(server, "GET", path)[0] == 404


def test_the_page_is_not_served_under_another_name(server: PageServer) -> None:
    assert ask(server, "GET", "/", Host=f"evil.example:{server.server_port}")[0] == 403
    assert ask(server, "GET", "/")[0] == 200


@pytest.mark.parametrize("body", [b"", b"abc", b"\xff\xff\xff\xff{}", struct.pack(">I", 2) + b"{]", message()[:-1] + b"\xff", struct.pack(">I", 400000) + b"[" * 400000])
def test_garbage_is_refused_and_the_next_message_is_answered(server: PageServer, body: bytes) -> None:
    assert ask(server, "POST", "/message", body, X_Gouji_Token=server.token)[0] == 400
    assert ask(server, "POST", "/message", message(t="hello", me="a", proto=1), X_Gouji_Token=server.token)[0] == 200


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"t": 3},
        {"t": "edit"},
        {"t": "edit", "e": 1, "b": 0, "v": 1, "ch": [[5, 2, "x"]], "len": 9},
        {"t": "edit", "e": 1, "b": 0, "v": 1, "ch": [[0, 99, "x"]], "len": 9},
        {"t": "edit", "e": 1, "b": 0, "v": 1, "ch": [[-2, 0, "x"]], "len": 9},
        {"t": "edit", "e": 1, "b": 0, "v": 1, "ch": [[0, 0, 7]], "len": 9},
        {"t": "edit", "e": 1, "b": 7, "v": 8, "ch": [], "len": 9},
        {"t": "edit", "e": 1, "b": 0, "v": "x", "ch": "abc", "len": None},
        {"t": "load", "e": 1, "v": 1},
        {"t": "req", "e": 1, "id": 1, "name": "../../etc/passwd"},
        {"t": "req", "e": 1, "id": 1, "name": "dismiss", "args": 3},
    ],
)
def test_a_wrong_message_never_changes_the_text(server: PageServer, content: dict[str, object]) -> None:
    ask(server, "POST", "/message", message(t="hello", me="a", proto=1), X_Gouji_Token=server.token)
    before = server.host.text
    status, _ = ask(server, "POST", "/message", message(**content), X_Gouji_Token=server.token)
    assert status == 200 and server.host.text == before


@pytest.mark.parametrize("content", [b"", b"\0", struct.pack(">I", 9) + b"{}"])
def test_cut_off_messages_are_errors(content: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(content)
