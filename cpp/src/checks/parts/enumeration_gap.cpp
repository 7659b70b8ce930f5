// enumeration-gap: the items of a list count on from one.

#include "checks/check.h"
#include "checks/renumber.h"

namespace gouji::checks {
namespace {

// Items that are counted on after the first one that is wrong, up to one that is right already.
std::vector<Edit> renumbered(const EnumerationSubject& list, std::size_t first, int number) {
  std::vector<Edit> edits;
  for (std::size_t i = first; i < list.items.size(); ++i, ++number) {
    const EnumerationItem& item = list.items[i];
    if (i > first && (item.number == number || item.number == 1)) break;
    std::string label = relabelled(item.printed, number);
    if (label.empty()) return {};
    edits.push_back({item.label, std::move(label)});
  }
  return edits;
}

std::string shown(const EnumerationItem& item, int number) {
  const std::string label = relabelled(item.printed, number);
  return label.empty() ? std::to_string(number) : label;
}

void run(const EnumerationSubject& list, Collector& report) {
  int last = 0;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const EnumerationItem& item = list.items[i];
    const bool restarts = item.number == 1;
    if (item.number == last + 1 || restarts) {
      last = item.number;
      continue;
    }
    auto diagnostic = report.at(item.label);
    diagnostic.identity(item.printed + std::to_string(i));
    if (last == 0) diagnostic.message("列举从“{}”开始，缺少“{}”，请补上或重新编号", item.printed, shown(item, 1));
    else if (item.number > last) diagnostic.message("列举从“{}”跳到“{}”，缺少“{}”，请补上或重新编号", list.items[i - 1].printed, item.printed, shown(item, last + 1));
    else diagnostic.message("列举的“{}”在“{}”之后又出现，请重新编号", item.printed, list.items[i - 1].printed);
    if (i > 0) diagnostic.related(list.items[i - 1].label, "上一项");
    std::vector<Edit> edits = renumbered(list, i, last + 1);
    const bool repeated = item.number <= last;
    if (!edits.empty()) diagnostic.fix(edits, "改为“{}”", edits.front().text);
    last = repeated ? last + 1 : item.number;
    if (!repeated) continue;
    while (i + 1 < list.items.size() && list.items[i + 1].number == list.items[i].number + 1) ++i, ++last;   // the items behind a repeated one count on from it
  }
}

}  // namespace

extern const Check enumeration_gap{
    .code = "enumeration-gap",
    .summary = "列举的各项应当从一开始依次编号",
    .severity = Severity::warning,
    .run = on_enumeration(run),
};

}  // namespace gouji::checks
