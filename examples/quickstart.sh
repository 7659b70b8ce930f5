#!/usr/bin/env bash
# From a fresh clone to the first findings: installs what is missing, builds gouji into .venv, checks examples/reports.
set -euo pipefail
cd "$(dirname "$0")/.."
source examples/setup.sh

install_system
make_environment
install_gouji ""

say "检查示例报告：.venv/bin/gouji check examples/reports"
echo
status=0
.venv/bin/gouji check examples/reports || status=$?
[ "$status" -le 1 ] || exit "$status"

cat <<'TEXT'

以上是对 examples/reports 里几篇示例报告的检查结果。示例里故意写错了一些数字和编号，漏写了一些内容，
所以能看到错误；命令的退出状态此时是 1，没有错误时是 0。

接下来可以：
  .venv/bin/gouji check 你的报告.txt      检查自己的报告，也可以给一个文件夹
  .venv/bin/gouji relations 你的报告.txt  列出报告里对上了和没有对上的勾稽关系
  .venv/bin/gouji fix 你的报告.txt        显示能自动改正的地方
  .venv/bin/gouji profiles                列出内置的报告类型
  .venv/bin/gouji --help                  看全部命令
TEXT
