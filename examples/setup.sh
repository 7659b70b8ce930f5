# Shared by examples/quickstart.sh and tests/run.sh: installs what is missing and builds gouji into .venv.
# Source it from the root of the project with `set -euo pipefail`; everything it prints in between goes to build/*.log.

system_packages=(g++ cmake ninja-build libicu-dev rapidjson-dev libboost-dev libfmt-dev)
python=.venv/bin/python

say() { printf '· %s\n' "$*"; }
fail() { printf '错误：%s\n' "$*" >&2; exit 1; }

# step LOG TEXT COMMAND...: says TEXT, runs COMMAND quietly, shows the end of its output only if it fails.
step() {
  local log=build/$1.log
  say "$2"
  shift 2
  mkdir -p build
  "$@" >"$log" 2>&1 </dev/null && return
  tail -n 40 "$log" >&2
  fail "上一步没有成功，完整记录在 $log"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

apt_install() {
  as_root apt-get install -y --no-install-recommends "$@" && return
  as_root apt-get update
  as_root apt-get install -y --no-install-recommends "$@"
}

# install_packages NAME...: installs those that are missing; asks for a password only if something is.
install_packages() {
  local name missing=()
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${Status}' "$name" 2>/dev/null)" = "install ok installed" ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "缺少软件包 ${missing[*]}：请用 root 身份运行本脚本，或先安装 sudo"
    sudo -v
  fi
  step apt "安装系统软件包：${missing[*]}" apt_install "${missing[@]}"
}

# install_system NAME...: the compiler, the libraries and NAME...
install_system() {
  if command -v apt-get >/dev/null && command -v dpkg >/dev/null; then
    install_packages "${system_packages[@]}" "$@"
    return
  fi
  printf '这台机器没有 apt-get。请自行安装 C++20 编译器、CMake、Ninja，以及 ICU、RapidJSON、Boost、fmt、GoogleTest 的开发文件，并准备 Python 3.10 以上版本\n' >&2
  command -v cmake >/dev/null && command -v ninja >/dev/null || fail "找不到 cmake 和 ninja"
}

# usable_python COMMAND: CPython 3.10 or later that can make environments and compile extension modules.
usable_python() {
  "$1" - >/dev/null 2>&1 <<'PYTHON'
import pathlib, sys, sysconfig
import ensurepip, venv
header = pathlib.Path(sysconfig.get_path("include"), "Python.h")
sys.exit(not (sys.version_info >= (3, 10) and sys.implementation.name == "cpython" and header.exists()))
PYTHON
}

# Makes .venv, or keeps the one that is there; Debian's Python is installed only if no other will do.
make_environment() {
  local candidate
  if usable_python "$python"; then return; fi
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10 /usr/bin/python3; do
    if usable_python "$candidate"; then break; fi
    candidate=
  done
  if [ -z "$candidate" ]; then
    candidate=/usr/bin/python3
    command -v apt-get >/dev/null || fail "需要 Python 3.10 以上版本，并带有 venv 模块和头文件 Python.h"
    install_packages python3 python3-venv python3-dev
    usable_python "$candidate" || fail "系统自带的 $("$candidate" --version) 不能用：需要 Python 3.10 以上版本"
  fi
  step venv "建立 Python 环境 .venv（$("$candidate" --version)）" "$candidate" -m venv --clear .venv
}

# install_gouji EXTRAS: builds in build/<tag>, again only what changed, and installs into .venv. EXTRAS is "" or "[test]".
# Without build isolation the build tools keep their paths, so that the second build is incremental.
install_gouji() {
  local pip=("$python" -m pip --disable-pip-version-check install)
  export CMAKE_GENERATOR=${CMAKE_GENERATOR:-Ninja}
  export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(getconf _NPROCESSORS_ONLN)}
  step tools "准备构建工具" "${pip[@]}" 'scikit-build-core>=0.10' 'pybind11>=3.0,<4'
  step install "编译并安装 gouji（第一次要几分钟）" "${pip[@]}" --no-build-isolation ".$1"
}
