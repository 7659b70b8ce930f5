"""``gouji edit``: one file in the editor, as a page of this machine."""

from __future__ import annotations

import errno
import os
import webbrowser
from argparse import Namespace

from gouji.commands.common import UsageError, complain, options
from gouji.files import SUFFIXES, FileError, shown_path


def run(arguments: Namespace) -> int:
    """Serves the page until it is interrupted; 2 where the file, the port or the page cannot be had."""
    from gouji.editor.host import Host
    from gouji.editor.server import LOOPBACK, PageServer, serve
    from gouji.editor.store import FileDraft

    name = shown_path(arguments.path)
    choice = options(arguments)  # complains about a wrong profile and wrong facts
    if not arguments.path.lower().endswith(SUFFIXES):
        raise UsageError(f"{name}：编辑器只打开 {'、'.join(SUFFIXES)} 文件")
    if not os.path.isdir(os.path.dirname(os.path.abspath(arguments.path))):
        raise UsageError(f"{name}：文件夹不存在")
    try:
        draft = FileDraft(arguments.path)
    except FileError as error:
        raise UsageError(f"{name}：{error.said(arguments.lang)}") from error
    host = Host(draft, arguments.profile, arguments.lang, choice.facts)

    def ready(server: PageServer) -> None:
        if draft.recovered:
            complain(f"{name}：已取回上次没有保存的文字")
        print(f"正在编辑 {name}，请在浏览器打开：\n{server.address}\n按 Ctrl+C 结束", flush=True)
        if not arguments.no_browser:
            webbrowser.open(server.address)

    try:
        serve(host, arguments.port, ready)
    except FileNotFoundError as error:
        raise UsageError("安装时没有 Node，编辑器页面没有构建；请安装发布的 wheel，或装好 Node 后重新安装") from error
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError(f"端口 {arguments.port} 已被占用，请用 --port 换一个，或不写 --port") from error
        if error.errno == errno.EACCES:
            raise UsageError(f"没有权限使用端口 {arguments.port}") from error
        raise UsageError(f"无法打开 {LOOPBACK}:{arguments.port}：{error.strerror or error}") from error
    finally:
        draft.close()
    return 0
