#!/usr/bin/env bash
# Runs every test: installs what is missing, builds with the C++ tests, then ctest and pytest.
# Arguments go to pytest: --long, --update, a file, a section such as tests/checks/...md::报：...
set -euo pipefail
cd "$(dirname "$0")/.."
source examples/setup.sh

# The build tree of the interpreter in .venv, which pip has just built in.
build_tree() {
  local tag
  tag=$("$python" -c 'import sys; print("cp%d%d" % sys.version_info[:2])')
  ls -td build/"$tag"-*/ | head -n 1
}

# The editor: Node bundles its page, Chromium shows it. Where there is no apt-get, its tests say what they miss.
editor_packages() {
  command -v npm >/dev/null || echo nodejs npm
  command -v chromium >/dev/null || echo chromium fonts-noto-cjk
}

# shellcheck disable=SC2046
install_system libgtest-dev $(editor_packages)
make_environment
export GOUJI_TESTS=ON
install_gouji "[test]"
step ctest "C++ 测试：ctest" ctest --test-dir "$(build_tree)" --output-on-failure --parallel "$CMAKE_BUILD_PARALLEL_LEVEL"
say "$(grep -E 'tests passed' build/ctest.log)"
say "Python 测试：pytest $*"
exec "$python" -m pytest "$@"
