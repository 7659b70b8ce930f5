// bracket-unbalanced: brackets come in pairs of one kind and one width.

#include "checks/check.h"
#include "checks/text/characters.h"

namespace gouji::checks {
namespace {

constexpr text::UnitSet openers(u"(（[［【〔《〈{｛﹝﹙"), closers(u")）]］】〕》〉}｝﹞﹚"), brackets(u"(（[［【〔《〈{｛﹝﹙)）]］】〕》〉}｝﹞﹚");

constexpr std::u16string_view kinds = u"(([[【〔《〈{{﹝﹙";  // one kind for both widths

void run(const BlockSubject& block, Collector& report) {
  struct Open {
    std::size_t kind;
    std::uint32_t position;
  };
  std::vector<Open> open;
  for (std::uint32_t i = 0; i < block.printed.size(); ++i) {
    const char16_t unit = block.printed[i];
    if (!brackets.contains(unit)) continue;
    if (const std::size_t residue = unit == u'[' ? syntax::residue_length(block.block->folded, i) : 0) {
      i += static_cast<std::uint32_t>(residue) - 1;
      continue;
    }
    if (const auto kind = openers.find(unit); kind != openers.npos) open.push_back({kind, i});
    const auto kind = closers.find(unit);
    if (kind == closers.npos) continue;
    const text::Range here{i, i + 1};
    if (open.empty()) {
      if (!closes_item_number(block.printed, i)) report.at(block.place(here)).message("“{}”前面没有与它成对的左括号，请删去或补上左括号", block.quote(here)).identity(block.quote({i > 8 ? i - 8 : 0, i + 1}));
      continue;
    }
    const Open opening = open.back();
    open.pop_back();
    if (opening.kind == kind) continue;
    const text::Range there{opening.position, opening.position + 1};
    const bool one_kind = kinds[opening.kind] == kinds[kind];
    report.at(block.place(here))
        .severity(one_kind ? Severity::warning : Severity::error)
        .message("“{}”与“{}”{}，请改成一对", block.quote(there), block.quote(here), one_kind ? report.text("全角、半角不一") : report.text("不是一对括号"))
        .related(block.place(there), "左括号")
        .identity(block.quote({opening.position, i + 1}));
  }
  if (open.empty()) return;
  const text::Range first{open.front().position, open.front().position + 1};
  report.at(block.place(first)).message("“{}”没有与它成对的右括号（本段共 {} 处），请补上", block.quote(first), open.size())
      .identity(block.quote({first.begin, std::min(first.begin + 8, static_cast<std::uint32_t>(block.printed.size()))}));
}

}  // namespace

extern const Check bracket_unbalanced{
    .code = "bracket-unbalanced",
    .summary = "括号必须成对，且种类、宽度一致",
    .severity = Severity::error,
    .run = on_block(run),
};

}  // namespace gouji::checks
