// limit-reached: something was too large to be read as what it looks like.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const BlockSubject& block, Collector& report) {
  if (block.facts->crowded) {
    const text::Range& first = block.places->quantities.front();
    report.at(block.place(first))
        .message("本段有 {} 个数量，超过 {} 个，只列出而未勾稽，请分段", block.facts->quantities.size(), facts::most_quantities)
        .identity(block.quote(first));
  }
  for (const text::Range& digits : block.places->oversized) {
    report.at(block.place(digits))
        .message("数字长达 {} 位，超过 {} 位，未作为数量核对，请确认是否误输入", digits.size(), syntax::most_digits)
        .identity(block.quote({digits.begin, digits.begin + static_cast<std::uint32_t>(syntax::most_digits)}));
  }
}

}  // namespace

extern const Check limit_reached{
    .code = "limit-reached",
    .summary = "超出处理限度的内容必须告知，不得静默略过",
    .severity = Severity::warning,
    .run = on_block(run),
};

}  // namespace gouji::checks
