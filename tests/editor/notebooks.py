"""Servers of notebooks for the tests, in folders of their own, and what a user does in their pages."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START = 60  # seconds that a server may take
SETTINGS = {
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {"checkForUpdates": False, "fetchNews": "false", "doNotDisturbMode": True},
    "@jupyter-notebook/tree-extension/file-actions.jupyterlab-settings": {},
}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    """Nothing of the user's own configuration, and nothing written there."""
    made = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    settings = folder / "settings"
    for name, content in SETTINGS.items():
        path = settings / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    return {**os.environ, **made, "JUPYTERLAB_SETTINGS_DIR": str(settings), "IPYTHONDIR": str(folder / "ipython"), "XDG_CONFIG_HOME": str(folder / "xdg")}


@contextmanager
def running(command: list[str], ready: str, folder: Path) -> Iterator[None]:
    """A server, from its first answer at `ready` until the tests are done."""
    log = folder / "server.log"
    with log.open("wb") as output, subprocess.Popen(command, env=environment(folder), stdout=output, stderr=subprocess.STDOUT, cwd=folder) as process:
        try:
            end = time.monotonic() + START
            while True:
                try:
                    with urllib.request.urlopen(ready, timeout=5):
                        break
                except OSError:
                    if process.poll() is not None or time.monotonic() > end:
                        raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:]) from None
                    time.sleep(0.2)
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def jupyter(folder: Path, root: Path) -> Iterator[str]:
    """The address of a Jupyter server without a password, of this machine only, with JupyterLab and what else is installed."""
    address = f"http://127.0.0.1:{free_port()}"
    port = address.rpartition(":")[2]
    options = [
        "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
        "--ServerApp.password=", f"--ServerApp.root_dir={root}", "--LabApp.news_url=", "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate", "--LabApp.expose_app_in_browser=True",
        "--JupyterNotebookApp.expose_app_in_browser=True",
    ]  # fmt: skip
    with running([sys.executable, "-m", "jupyterlab", *options], f"{address}/api/status", folder):
        yield address


def write_notebook(path: Path, *cells: str) -> None:
    made = [{"cell_type": "code", "id": f"c{index}", "metadata": {}, "execution_count": None, "outputs": [], "source": source} for index, source in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.write_text(json.dumps({"cells": made, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")


class Notebook:
    """A notebook in a page of JupyterLab or Notebook."""

    def __init__(self, page: Any, address: str, path: str) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("request", lambda request: self._request(request.url, address))
        page.goto(f"{address}/{path}")
        page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'", timeout=90_000)

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:")):
            self.problems.append(f"request to {url}")

    def run(self, cell: int) -> None:
        """Runs a cell and waits until it is done."""
        self.page.evaluate(
            "async cell => { const { content, context } = jupyterapp.shell.currentWidget; content.activeCellIndex = cell; await jupyterapp.commands.execute('notebook:run-cell'); }",
            cell,
        )

    def output(self, cell: int) -> str:
        """What a cell printed, after all that was typed has reached the kernel, which hears cells and editors apart."""
        self.page.wait_for_timeout(300)
        self.page.locator('.g-state[data-state="checked"]').first.wait_for(timeout=30_000)
        self.page.wait_for_timeout(300)
        self.run(cell)
        script = "cell => jupyterapp.shell.currentWidget.content.widgets[cell].model.outputs.toJSON().map(each => each.text ?? JSON.stringify(each)).join('')"
        for _ in range(100):
            found = str(self.page.evaluate(script, cell))
            if found:
                return found
            self.page.wait_for_timeout(50)
        return ""

    def cells(self) -> list[int | None]:
        """How often each cell ran."""
        found: list[int | None] = self.page.evaluate("jupyterapp.shell.currentWidget.content.widgets.map(each => each.model.executionCount)")
        return found


def editor(page: Any, number: int = 0) -> Any:
    """The text of an editor in a page."""
    page.locator('.g-state[data-state="checked"]').nth(number).wait_for(timeout=30_000)
    return page.locator(".g-text .cm-content").nth(number)


def click_behind(page: Any, content: Any, line: int) -> None:
    """Puts the caret behind the last character of a line (from 0), with the mouse."""
    place = content.locator(".cm-line").nth(line)
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    page.mouse.click(box["x"] + 30, box["y"] + box["height"] / 2)
    page.keyboard.press("End")
