#!/usr/bin/env bash
# Builds the fuzz targets with clang++ and runs each for a bounded time, from the fixtures as seeds.
# Usage: bash tests/fuzz/run.sh [SECONDS [TARGET...]]   by default 30 seconds of decode, profile and edit
# With FUZZ_RUNS=N each runs N inputs drawn from one seed, so that two runs of one commit do the same.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-30}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(decode profile edit)
build=build/fuzz
python=.venv/bin/python
[ -x "$python" ] || python=python3

cmake -S . -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=RelWithDebInfo -DGOUJI_FUZZ=ON -DGOUJI_INSTALL=OFF >/dev/null
cmake --build "$build" --target "${targets[@]/#/gouji_fuzz_}"
"$python" -m tests.fuzz.seeds "$build/seeds"
for target in "${targets[@]}"; do
  corpus="$build/corpus/$target"
  mkdir -p "$corpus" "$build/found"
  bounds=(-max_total_time="$seconds")
  [ -z "${FUZZ_RUNS:-}" ] || bounds+=(-seed=1 -runs="$FUZZ_RUNS")
  "$build/tests/fuzz/gouji_fuzz_$target" "$corpus" "$build/seeds/$target" "${bounds[@]}" -timeout=20 -rss_limit_mb=2000 \
    -print_final_stats=0 -verbosity=0 -artifact_prefix="$build/found/$target-"
  echo "$target: $seconds seconds, nothing found"
done
