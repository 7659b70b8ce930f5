// text-repaired: characters that could not be decoded stand as U+FFFD.

#include "checks/check.h"

#include <algorithm>

namespace gouji::checks {
namespace {

constexpr char16_t replacement = 0xFFFD;

void run(const BlockSubject& block, Collector& report) {
  const auto first = block.printed.find(replacement);
  if (first == std::u16string_view::npos) return;
  const auto begin = static_cast<std::uint32_t>(first);
  const auto count = std::count(block.printed.begin(), block.printed.end(), replacement);
  const std::uint32_t end = std::min(begin + 8, static_cast<std::uint32_t>(block.printed.size()));
  report.at(block.place({begin, begin + 1})).message("此处起有 {} 个无法识别的字符，已用“\uFFFD”代替，请核对原文的编码", count).identity(block.quote({begin, end}));
}

}  // namespace

extern const Check text_repaired{
    .code = "text-repaired",
    .summary = "无法识别的字符必须指出位置",
    .severity = Severity::warning,
    .run = on_block(run),
};

}  // namespace gouji::checks
