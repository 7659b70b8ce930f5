"""``gouji edit``: the editor as a page of this machine, for one file.

The server of the standard library is enough: one page, one file, loopback only. Every request must name this host, every
message must carry the token that only the opened address holds, and pages of other origins are refused.
"""

from __future__ import annotations

import hmac
import json
import secrets
import struct
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any

from gouji.editor.host import Host, Reply

LOOPBACK = "127.0.0.1"
LARGEST = 256 * 1024 * 1024  # bytes of one message
IDLE = 60.0  # seconds that a connection may say nothing

_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>gouji</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script></head><body></body></html>
"""
_STYLE = "html,body{margin:0;height:100%}#editor{height:100%}@media(prefers-color-scheme:dark){body{background:#16191d}}"


class PageServer(ThreadingHTTPServer):
    """Serves the page of one host. `address` is what the user opens: it holds the token behind the #."""

    daemon_threads = True
    allow_reuse_address = False  # or two programs could share a port
    request_queue_size = 16

    def __init__(self, host: Host, port: int = 0) -> None:
        """Raises OSError where the port is taken."""
        super().__init__((LOOPBACK, port), _Handler)
        self.host = host
        self.token = secrets.token_urlsafe(24)
        self.static: dict[str, tuple[str, bytes]] = {
            "/": ("text/html; charset=utf-8", _PAGE.encode()),
            "/page.css": ("text/css; charset=utf-8", _STYLE.encode()),
            "/page.js": ("text/javascript; charset=utf-8", script("page.js")),
        }

    @property
    def address(self) -> str:
        """The URL of the page."""
        return f"http://{LOOPBACK}:{self.server_port}/#token={self.token}"

    @property
    def names(self) -> frozenset[str]:
        """What a request may name as its host."""
        return frozenset({f"{LOOPBACK}:{self.server_port}", f"localhost:{self.server_port}"})

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that goes away in the middle of a request is no error of ours."""


def script(name: str) -> bytes:
    """A file of the front end. Raises FileNotFoundError where the package was built without it."""
    return files("gouji.editor").joinpath("static", name).read_bytes()


def serve(host: Host, port: int, ready: Callable[[PageServer], None]) -> None:
    """Serves until it is interrupted. Raises OSError where the port is taken."""
    with PageServer(host, port) as server:
        threading.Thread(target=ready, args=(server,), daemon=True).start()
        server.serve_forever(poll_interval=0.2)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits for the acknowledgement of the one before
    wbufsize = -1  # head and body leave together
    timeout = IDLE
    server: PageServer
    server_version, sys_version = "gouji", ""

    def do_GET(self) -> None:
        found = self.server.static.get(self.path)
        if not self._is_ours():
            return
        if found is None:
            return self._answer(HTTPStatus.NOT_FOUND, "text/plain", b"not found")
        self._answer(HTTPStatus.OK, *found)

    def do_POST(self) -> None:
        if not self._is_ours():
            return
        if self.path != "/message":
            return self._refuse(HTTPStatus.NOT_FOUND, "not found")
        origin = self.headers.get("Origin")
        if origin is not None and origin.removeprefix("http://") not in self.server.names:
            return self._refuse(HTTPStatus.FORBIDDEN, "another origin")
        if not hmac.compare_digest(self.headers.get("X-Gouji-Token", "").encode(), self.server.token.encode()):
            return self._refuse(HTTPStatus.FORBIDDEN, "wrong token")
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST:
            return self._refuse(HTTPStatus.BAD_REQUEST, "bad length")
        content = self.rfile.read(int(length))
        try:
            message, buffer = unpacked(content)
        except ValueError as error:
            return self._refuse(HTTPStatus.BAD_REQUEST, str(error))
        self._answer(HTTPStatus.OK, "application/octet-stream", packed(self.server.host.receive(message, buffer)))

    def _is_ours(self) -> bool:
        """A name that points to this machine from elsewhere (DNS rebinding) is refused."""
        if self.headers.get("Host") in self.server.names:
            return True
        self._refuse(HTTPStatus.FORBIDDEN, "another host")
        return False

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True  # its body was not read
        self._answer(status, "text/plain; charset=utf-8", why.encode())

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
        self.wfile.flush()

    def log_message(self, format: str, *values: object) -> None:
        """Nothing is logged: addresses hold no secrets, but drafts are nobody's business."""


def unpacked(content: bytes) -> tuple[Any, bytes | None]:
    """A message of the page: 4 bytes with the length of its JSON, the JSON, and a text behind it. Raises ValueError."""
    if len(content) < 4:
        raise ValueError("no message")
    (length,) = struct.unpack_from(">I", content)
    if 4 + length > len(content):
        raise ValueError("the message is cut off")
    try:
        message = json.loads(content[4 : 4 + length])
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return message, content[4 + length :] or None


def packed(replies: list[Reply]) -> bytes:
    """Answers for the page: for each the lengths of its JSON and of the text behind it, and both."""
    pieces = []
    for content, buffer in replies:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        pieces += [struct.pack(">II", len(text), len(buffer or b"")), text, buffer or b""]
    return b"".join(pieces)
