"""A real browser for the editor's tests: the distribution's Chromium, driven by Playwright (Apache-2.0)."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from gouji.editor.host import Host
from gouji.editor.server import PageServer
from gouji.editor.store import FileDraft
from gouji.facts import read_facts

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="the page is tested with Playwright: pip install playwright")
    if CHROMIUM is None:
        pytest.skip("the page is tested in Chromium, which is not installed")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    made.grant_permissions(["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@contextmanager
def serving(path: Path, lang: str = "zh", facts: Any = None) -> Iterator[PageServer]:
    """The server of `gouji edit` for a file, in this process."""
    draft = FileDraft(path)
    host = Host(draft, language=lang, facts=read_facts(facts))
    with PageServer(host) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
            draft.close()


class Tab:
    """One page of the editor and what a user does in it."""

    def __init__(self, context: Any, server: PageServer) -> None:
        self.server = server
        self.problems: list[str] = []
        self.page = context.new_page()
        self.page.on("console", lambda message: self._console(message))
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", lambda request: self._request(request.url))
        self.page.goto(server.address)
        self.content = self.page.locator(".cm-content")
        self.wait_state("checked")

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{message.type}: {message.text}")

    def _request(self, url: str) -> None:
        if not url.startswith((f"http://127.0.0.1:{self.server.server_port}/", "data:", "blob:")):
            self.problems.append(f"request to {url}")

    def wait_state(self, state: str) -> None:
        self.page.wait_for_selector(f'.g-state[data-state="{state}"]', timeout=10000)

    def settled(self) -> None:
        """Waits until everything typed was checked."""
        self.page.wait_for_timeout(60)
        self.wait_state("checked")
        self.page.wait_for_timeout(60)

    def place(self, line: int, column: int = 0) -> None:
        """Puts the caret into a line (from 1), with keys alone."""
        self.content.focus()
        self.page.keyboard.press("Control+Home")
        for _ in range(line - 1):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Home")
        for _ in range(column):
            self.page.keyboard.press("ArrowRight")

    @property
    def text(self) -> str:
        return "\n".join(self.page.locator(".cm-line").evaluate_all("lines => lines.map(line => line.textContent)"))

    def marks(self, severity: str) -> list[str]:
        return self.page.locator(f".g-mark.g-{severity}").all_inner_texts()

    def rows(self) -> list[str]:
        return self.page.locator(".g-panel:not([hidden]) .g-row-main").all_inner_texts()


@pytest.fixture
def open_tab(context: Any) -> Iterator[Callable[[PageServer], Tab]]:
    tabs: list[Tab] = []

    def opened(server: PageServer) -> Tab:
        tabs.append(Tab(context, server))
        return tabs[-1]

    yield opened
    for tab in tabs:
        assert tab.problems == []
