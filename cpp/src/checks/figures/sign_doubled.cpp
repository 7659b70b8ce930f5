// sign-doubled: a fall is told by its word or by a minus, not by both.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const BlockSubject& block, Collector& report) {
  for (std::size_t i = 0; i < block.facts->quantities.size(); ++i) {
    const facts::Quantity& quantity = block.facts->quantities[i];
    const bool doubled = quantity.role == facts::Role::change && quantity.direction < 0 && quantity.number.is_negative();
    if (!doubled) continue;
    const text::Range number = block.places->numbers[i];
    const std::string printed = text::to_utf8(quantity.printed);
    report.at({block.index, block.places->quantities[i]})
        .message("已写下降或减少，{} 又带负号，方向说了两次，请去掉负号或改用“变动”", printed)
        .fix({{{block.index, number}, printed.substr(printed.find_first_of("0123456789"))}}, "去掉负号")
        .identity(printed);
  }
}

}  // namespace

extern const Check sign_doubled{
    .code = "sign-doubled",
    .summary = "下降、减少之后的数不再带负号",
    .severity = Severity::warning,
    .run = on_block(run),
};

}  // namespace gouji::checks
