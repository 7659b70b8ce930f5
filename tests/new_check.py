"""python tests/new_check.py GROUP CODE: begins a check with its C++ file and its page.

The file compiles and finds nothing; the page fails until both are written.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = "cpp/src/checks"
PAGES = "tests/checks"

NAME = re.compile(r"[a-z]+")
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
KEYWORDS = {  # of C++, with an underscore
    "and_eq", "const_cast", "dynamic_cast", "not_eq", "or_eq", "reinterpret_cast", "static_assert", "static_cast",
    "thread_local", "xor_eq",
}  # fmt: skip

SOURCE = """// {code}: what must hold, in one sentence (to be written).

#include "checks/check.h"

namespace gouji::checks {{
namespace {{

void run(const BlockSubject&, Collector&) {{}}

}}  // namespace

extern const Check {symbol}{{
    .code = "{code}",
    .summary = "{summary}",
    .severity = Severity::warning,
    .run = on_block(run),
}};

}}  // namespace gouji::checks
"""

PAGE = """# {code}

{summary}。

**为什么**：待写。
**怎么改**：待写。

## 报：待写

```report
待写：应当报的一段。
^ warning[{code}] `应当报` 待写
```

## 不报：待写

```report
待写：不应当报的一段。
```
"""
SUMMARY = "待写"


class Refused(Exception):
    """Why no check is begun."""


def begin(group: str, code: str, root: Path = ROOT) -> list[Path]:
    """Writes both files and returns them. Raises Refused for a bad name and for a code that exists in any group."""
    if not NAME.fullmatch(group):
        raise Refused(f"组名“{group}”只能是小写字母")
    if not CODE.fullmatch(code):
        raise Refused(f"代码“{code}”应为两个以上的小写英文词，用连字符连接，说出毛病，如 sum-mismatch")
    symbol = code.replace("-", "_")
    if symbol in KEYWORDS:
        raise Refused(f"“{symbol}”是 C++ 的关键字，不能作代码")
    for folder, name in ((CHECKS, f"{symbol}.cpp"), (PAGES, f"{code}.md")):
        for existing in sorted((root / folder).glob(f"*/{name}")):
            raise Refused(f"已经有 {existing.relative_to(root).as_posix()}")
    written = {
        root / CHECKS / group / f"{symbol}.cpp": SOURCE.format(code=code, symbol=symbol, summary=SUMMARY),
        root / PAGES / group / f"{code}.md": PAGE.format(code=code, summary=SUMMARY),
    }
    for path, content in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    return list(written)


def main(arguments: list[str]) -> int:
    """Says what was written or why nothing was; 0 or 2."""
    if len(arguments) != 2:
        print("用法：python tests/new_check.py 组 代码", file=sys.stderr)
        return 2
    group, code = arguments
    try:
        paths = begin(group, code)
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    for path in paths:
        print(path.relative_to(ROOT).as_posix())
    print("写好两个文件，并在 cpp/messages/en.json 里写上英文以后：bash tests/run.sh --update，再逐行看 diff")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
