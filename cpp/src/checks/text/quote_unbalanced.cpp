// quote-unbalanced: quotation marks open and close in turn.

#include "checks/check.h"
#include "text/unit_set.h"

namespace gouji::checks {
namespace {

constexpr std::uint32_t context = 8;  // units around a mark that identify it

std::string around(const BlockSubject& block, std::uint32_t position) {
  const auto size = static_cast<std::uint32_t>(block.printed.size());
  return block.quote({position > context ? position - context : 0, std::min(position + context, size)});
}

// Reports the first fault of a block: the marks behind it cannot be told apart any more.
void run_pair(const BlockSubject& block, Collector& report, char16_t open, char16_t close) {
  bool inside = false;
  std::uint32_t opened = 0;
  for (std::uint32_t i = 0; i < block.printed.size(); ++i) {
    const char16_t unit = block.printed[i];
    if (unit != open && unit != close) continue;
    const text::Range here{i, i + 1};
    if (unit == open && inside) {
      report.at(block.place(here))
          .message("前面的“{}”还没有结束又出现“{}”，请把其中一个改为右引号或补上右引号", block.quote({opened, opened + 1}), block.quote(here))
          .related(block.place({opened, opened + 1}), "前一个左引号")
          .identity(around(block, i));
      return;
    }
    if (unit == close && !inside) {
      report.at(block.place(here)).message("“{}”前面没有与它成对的左引号，请补上左引号", block.quote(here)).identity(around(block, i));
      return;
    }
    inside = unit == open;
    opened = i;
  }
  if (!inside) return;
  const text::Range there{opened, opened + 1};
  report.at(block.place(there)).message("“{}”没有与它成对的右引号，请补上右引号", block.quote(there)).identity(around(block, opened));
}

void run(const BlockSubject& block, Collector& report) {
  constexpr text::UnitSet marks(u"“”「」");
  if (!marks.any_in(block.printed)) return;
  run_pair(block, report, u'“', u'”');
  run_pair(block, report, u'「', u'」');
}

}  // namespace

extern const Check quote_unbalanced{
    .code = "quote-unbalanced",
    .summary = "引号必须成对，左右分明",
    .severity = Severity::error,
    .run = on_block(run),
};

}  // namespace gouji::checks
