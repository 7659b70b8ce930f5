// Opens one file as a document and types one character again and again, for profilers and benchmarks.
// Usage: gouji_edit_file FILE WORDS [TIMES]   types 一 behind the first WORDS of the file and deletes it, TIMES times; a digit
// behind a digit. It prints the median, the 99th of 100 and the longest time of an edit in microseconds, and what was relinked.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gouji/document.h"

namespace {

std::string read(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

double microseconds(std::chrono::steady_clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("usage: gouji_edit_file FILE WORDS [TIMES]\n", stderr);
    return 2;
  }
  std::u16string text = gouji::decode_file(read(arguments[1])).text;
  const std::u16string words = gouji::decode_file(arguments[2]).text;
  const auto found = text.find(words, text.size() / 2);
  const auto place = found == text.npos ? text.find(words) : found;
  if (place == text.npos) {
    std::fprintf(stderr, "%s is not in the text\n", arguments[2]);
    return 2;
  }
  const auto at = static_cast<std::uint32_t>(place + words.size());
  const bool digit = text[at - 1] >= u'0' && text[at - 1] <= u'9';
  const auto opening = std::chrono::steady_clock::now();
  gouji::Document document(std::move(text));
  const double opened = microseconds(std::chrono::steady_clock::now() - opening);
  std::vector<double> times;
  int relinked = 0;
  for (int left = count > 3 ? std::atoi(arguments[3]) : 20; left > 0; --left) {
    const auto begin = std::chrono::steady_clock::now();
    const gouji::Update update = left % 2 == 0 ? document.edit({at, at}, digit ? u"7" : u"一", gouji::Offsets::utf16) : document.edit({at, at + 1}, u"", gouji::Offsets::utf16);
    times.push_back(microseconds(std::chrono::steady_clock::now() - begin));
    for (const gouji::Work& work : update.work) relinked += work.stage == "relations" && work.all ? 1 : 0;
  }
  std::sort(times.begin(), times.end());
  if (times.empty()) return 0;
  std::printf("open %.0f p50 %.1f p99 %.1f max %.1f relinked %d of %zu\n", opened, times[times.size() / 2], times[times.size() * 99 / 100], times.back(), relinked, times.size());
  return 0;
}
