// Google Benchmark (Apache-2.0; medians, repetitions and units as people know them): opening, checking and editing of files.
// Usage: gouji_benchmarks [--benchmark_…] FILE...   `python -m tests.bench.make_report CHARACTERS --output FILE` writes one.

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "gouji/document.h"

namespace {

struct Place {
  const char* name;
  std::u16string words;   // behind which a character is typed, in the middle of the text
  std::u16string typed;
};

const Place places[] = {
    {"sentence", u"主要负责开展", u"一"}, {"figure", u"其中行政编制2", u"7"}, {"heading", u"（三）", u"新"}, {"unit", u"（单位：", u"千"}};

void check(benchmark::State& state, const std::u16string& text) {
  for (auto _ : state) benchmark::DoNotOptimize(gouji::check(text));
}

void open(benchmark::State& state, const std::u16string& text) {
  for (auto _ : state) gouji::Document document(text);
}

// One character is typed, then deleted: two edits an iteration.
void edit(benchmark::State& state, const std::u16string& text, const Place& place) {
  auto found = text.find(place.words, text.size() / 2);
  if (found == text.npos) found = text.find(place.words);
  if (found == text.npos) return state.SkipWithError("the words are not in the text");
  const auto at = static_cast<std::uint32_t>(found + place.words.size());
  const auto behind = static_cast<std::uint32_t>(at + place.typed.size());
  gouji::Document document(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(document.edit({at, at}, place.typed, gouji::Offsets::utf16));
    benchmark::DoNotOptimize(document.edit({at, behind}, u"", gouji::Offsets::utf16));
  }
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::u16string text = gouji::decode_file(bytes).text;
    const std::string size = "/" + std::to_string(text.size());
    benchmark::RegisterBenchmark(("check" + size).c_str(), [text](benchmark::State& state) { check(state, text); })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark(("open" + size).c_str(), [text](benchmark::State& state) { open(state, text); })->Unit(benchmark::kMicrosecond);
    for (const Place& place : places) {
      benchmark::RegisterBenchmark(("edit/" + std::string(place.name) + size).c_str(), [text, &place](benchmark::State& state) { edit(state, text, place); })
          ->Unit(benchmark::kMicrosecond);
    }
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
