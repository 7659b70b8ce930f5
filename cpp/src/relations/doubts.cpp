// Tables, paragraphs, funds and goals that tell different things under one name.

#include "relations/doubts.h"

#include <algorithm>
#include <set>

#include "relations/layout.h"
#include "relations/match.h"
#include "relations/tables.h"

namespace gouji::relations {

using facts::Quantity;

namespace {

constexpr std::size_t longest_lead = 10;   // units of 1.限额
constexpr std::size_t longest_vague = 5;   // of a name that different items may give to different things

}  // namespace

bool Doubts::any(const std::vector<QuantityRef>& mentions) const {
  return in_one_paragraph(mentions) || in_tables_of_one_title(mentions) || of_several_funds(mentions) || of_several_levels(mentions) || in_items_of_different_leads(mentions) || is_goal_of_another(mentions);
}

// 新加坡团4人次，支出10万元；马来西亚团2人次，支出5万元
bool Doubts::in_one_paragraph(const std::vector<QuantityRef>& mentions) const {
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    for (std::size_t j = i + 1; j < mentions.size() && mentions[j].block == mentions[i].block; ++j) {
      const Quantity &first = document_.quantity(mentions[i]), &second = document_.quantity(mentions[j]);
      if (first.cell < 0 && second.cell < 0 && first.value() != second.value()) return true;
    }
  }
  return false;
}

// 支出情况表 of one body and 支出情况表 of another
bool Doubts::in_tables_of_one_title(const std::vector<QuantityRef>& mentions) const {
  std::set<std::u16string> titles;
  std::set<const Table*> seen;
  for (const QuantityRef mention : mentions) {
    const Table* table = document_.quantity(mention).cell < 0 ? nullptr : table_of(mention);
    if (table && seen.insert(table).second && !titles.insert(table->title).second) return true;
  }
  return false;
}

// The budgets of a government are told one after another, each with its own income, spending and balance; below 财政拨款支出
// stands what was paid from that.
bool Doubts::of_several_funds(const std::vector<QuantityRef>& mentions) const {
  int fund = -1;
  const auto granted = std::count_if(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return stands_below(mention, u"财政拨款"); });
  if (granted != 0 && static_cast<std::size_t>(granted) != mentions.size()) return true;
  for (const QuantityRef mention : mentions) {
    const int other = fund_of(mention);
    if (other >= 0 && fund >= 0 && other != fund) return true;
    fund = std::max(fund, other);
  }
  return false;
}

int Doubts::fund_of(QuantityRef ref) const {
  constexpr std::u16string_view funds[]{u"一般公共预算", u"政府性基金", u"国有资本经营", u"社会保险基金", u"社保基金"};
  const auto find = [&](std::u16string_view words) {
    for (int i = 0; i < 5; ++i) {
      if (words.find(funds[i]) != std::u16string_view::npos) return std::min(i, 3);
    }
    return -1;
  };
  const Quantity& quantity = document_.quantity(ref);
  int fund = find(quantity.label + quantity.topic);
  for (int i = 0; i < 5 && fund < 0; ++i) {
    if (stands_below(ref, funds[i])) fund = std::min(i, 3);
  }
  return fund;
}

// 全县收入18.64亿元，县本级收入14.92亿元
bool Doubts::of_several_levels(const std::vector<QuantityRef>& mentions) const {
  bool own = false, all = false;
  for (const QuantityRef mention : mentions) {
    const std::u16string& label = document_.quantity(mention).label;
    own |= label.find(u"本级") != std::u16string::npos;
    all |= label.starts_with(u"全") || label.find(u"全县") != std::u16string::npos || label.find(u"全市") != std::u16string::npos || label.find(u"全区") != std::u16string::npos;
  }
  return own && all;
}

// 1.限额。…专项债务41亿元。 and 3.余额。…专项债务33亿元。: what no indicator tells, its item tells
bool Doubts::in_items_of_different_leads(const std::vector<QuantityRef>& mentions) const {
  const Quantity& named = document_.quantity(mentions.front());
  if (named.indicator != profile::no_concept || named.label.size() > longest_vague) return false;
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const auto first = lead_of(mentions[i - 1]), second = lead_of(mentions[i]);
    const bool siblings = section_of(mentions[i - 1].block) == section_of(mentions[i].block);
    if (siblings && !first.empty() && !second.empty() && first != second) return true;
  }
  return false;
}

bool Doubts::stands_below(QuantityRef ref, std::u16string_view words) const {
  const auto& outline = *document_.outline;
  for (int heading = outline.heading_of_block[ref.block]; heading >= 0; heading = outline.headings[static_cast<std::size_t>(heading)].parent) {
    const syntax::Block& block = *document_.blocks[outline.headings[static_cast<std::size_t>(heading)].block].block;
    if (block.title_words().find(words) != std::u16string_view::npos) return true;
  }
  return false;
}

int Doubts::section_of(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  if (heading < 0) return -1;
  const auto& entry = document_.outline->headings[static_cast<std::size_t>(heading)];
  return entry.block == block ? entry.parent : heading;
}

// The words of an item before its first sentence: 1.限额。
std::u16string_view Doubts::lead_of(QuantityRef ref) const {
  const syntax::Block& block = *document_.blocks[ref.block].block;
  const auto words = block.folded.slice(0, longest_lead + 1);
  const std::size_t end = words.find(u'。');
  if (end == std::u16string_view::npos || end > longest_lead) return {};
  return words.substr(0, end);
}

// 普查37处，比计划35处多2处: the 35 elsewhere are what was planned.
bool Doubts::is_goal_of_another(const std::vector<QuantityRef>& mentions) const {
  for (const QuantityRef mention : mentions) {
    const auto& quantities = document_.blocks[mention.block].facts->quantities;
    for (std::uint32_t i = mention.ordinal + 1; i < quantities.size() && i <= mention.ordinal + 2; ++i) {
      const Quantity& goal = quantities[i];
      const bool measured = goal.limit != 0 || goal.basis == facts::Basis::target || (goal.role == facts::Role::base && same_measure(goal, quantities[mention.ordinal]));
      if (!measured || document_.layout->sentence({mention.block, i}) != document_.layout->sentence(mention)) continue;
      const auto equals = [&](QuantityRef other) { return other != mention && same_measure(document_.quantity(other), goal) && document_.quantity(other).value() == goal.value(); };
      if (goal.value() != quantities[mention.ordinal].value() && std::any_of(mentions.begin(), mentions.end(), equals)) return true;
    }
  }
  return false;
}

bool Doubts::in_one_table(const std::vector<QuantityRef>& mentions) const {
  const Table* first = table_of(mentions.front());
  return first && std::all_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return document_.quantity(mention).cell >= 0 && table_of(mention) == first; });
}

const Table* Doubts::table_of(QuantityRef mention) const {
  const auto& tables = *document_.tables;
  const auto behind = std::upper_bound(tables.begin(), tables.end(), mention.block, [](std::uint32_t block, const Table& table) { return block < table.rows.front().block; });
  return behind == tables.begin() || mention.block > std::prev(behind)->rows.back().block ? nullptr : &*std::prev(behind);
}

}  // namespace gouji::relations
