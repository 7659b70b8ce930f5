// Staff against quota, in total and kind by kind; serving staff against those present.

#include <algorithm>
#include <set>

#include "facts/label.h"
#include "relations/identity_linker.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using profile::Identity;
using profile::Reach;
using profile::Term;

// 在职 <= 编制. Several quotas in one place are compared only with staff of the same description.
void IdentityLinker::link_staff(const Identity& identity, QuantityRef serving) {
  std::optional<QuantityRef> quota;
  for (const std::uint16_t indicator : identity.terms.front().concepts) {
    const auto [begin, end] = mentions_.between(indicator, serving.block > longest_section ? serving.block - longest_section : 0, serving.block + longest_section);
    for (const QuantityRef candidate : std::vector<QuantityRef>(begin, end)) {
      const int place = mentions_.distance_class(serving, candidate);
      if (place > most_distant(identity.reach) || !comparable_staff(serving, candidate)) continue;
      if (!quota || mentions_.distance_class(serving, *quota) > place) quota = candidate;
    }
  }
  if (!quota) return;
  found_.push_back(within_quota(serving, *quota));
}

// 编制61名，其中行政32名、事业28名; 在职57人（行政29人、事业27人）: kind by kind.
void IdentityLinker::link_staff_categories() {
  std::vector<Relation> found;
  const auto all_serving = staff_groups("staff_serving");
  for (const StaffGroup& quota : staff_groups("staff_quota")) {
    for (const StaffGroup& serving : all_serving) {
      if (mentions_.distance_class(quota.total, serving.total) > 1) continue;
      for (const auto& [name, allowed] : quota.kinds) {
        const auto actual = serving.kinds.find(name);
        if (actual != serving.kinds.end() && actual->second != allowed) found.push_back(within_quota(actual->second, allowed));
      }
    }
  }
  relations_.insert(relations_.end(), found.begin(), found.end());
}

// A total and its kinds: of a sum, or named one behind the other. A kind that is named twice is none.
std::vector<IdentityLinker::StaffGroup> IdentityLinker::staff_groups(std::string_view indicator) const {
  std::vector<StaffGroup> groups;
  const auto take = [&](StaffGroup& group, std::set<std::u16string>& twice, QuantityRef part, bool of_sum) {
    std::u16string name = category(part);
    if (name.empty() && of_sum) name = description(part);
    if (!name.empty() && !group.kinds.emplace(name, part).second) twice.insert(name);
    return !name.empty();
  };
  const auto add = [&](StaffGroup group, const std::set<std::u16string>& twice) {
    for (const auto& name : twice) group.kinds.erase(name);
    if (!group.kinds.empty()) groups.push_back(std::move(group));
  };
  for (const Relation& relation : relations_) {
    if (relation.kind != RelationKind::sum || !has_indicator(document_, quantity(relation.result), indicator)) continue;
    StaffGroup group{relation.result, {}};
    std::set<std::u16string> twice;
    for (const Operand& operand : relation.operands) take(group, twice, operand.quantity, true);
    add(std::move(group), twice);
  }
  const auto concept_index = document_.lexicon->concept_by_id(std::string(indicator));
  if (!concept_index) return groups;
  for (const QuantityRef total : mentions_.of(*concept_index)) {
    if (!category(total).empty() || total_of(total)) continue;
    StaffGroup group{total, {}};
    std::set<std::u16string> twice;
    const auto count = static_cast<std::uint32_t>(document_.blocks[total.block].facts->quantities.size());
    for (std::uint32_t i = total.ordinal + 1; i < count && same_measure(quantity(total), quantity({total.block, i})) && take(group, twice, {total.block, i}, false); ++i) continue;
    add(std::move(group), twice);
  }
  return groups;
}

std::u16string IdentityLinker::description(QuantityRef ref) const {
  std::u16string words = facts::content_words(quantity(ref).label, *document_.lexicon);
  for (const std::u16string_view ending : {u"编制", u"人员", u"在职"}) {
    if (words.ends_with(ending)) words.resize(words.size() - ending.size());
  }
  return words;
}

// 机关工勤编制, 工勤人员: 工勤.
std::u16string IdentityLinker::category(QuantityRef ref) const {
  const std::u16string words = description(ref);
  const profile::Entry* kind = document_.lexicon->suffix(words, profile::WordClass::staff_category);
  return kind && kind->word.size() >= 2 ? kind->word.substr(kind->word.size() - 2) : std::u16string();
}

Relation IdentityLinker::within_quota(QuantityRef serving, QuantityRef quota) const {
  Relation relation;
  relation.kind = RelationKind::comparison;
  relation.comparison = "<=";
  relation.quota = true;
  relation.result = serving;
  relation.operands = {{quota, 1}};
  relation.because = Because::identity;
  relation.verdict = judge(document_, relation);
  return relation;
}

bool IdentityLinker::comparable_staff(QuantityRef serving, QuantityRef quota) const {
  const Quantity& a = quantity(serving);
  const Quantity& b = quantity(quota);
  if (resolved_year(document_, a) != resolved_year(document_, b)) return false;
  const auto scope_a = scope_of(document_, a), scope_b = scope_of(document_, b);
  if (scope_a == scope_b) return true;
  const bool one_kind = document_.lexicon->suffix(scope_b, profile::WordClass::staff_category) && serving.block == quota.block;   // 核定事业编制40名，现有教职工78人，其中在编36人
  if (!scope_a.empty() && !one_kind) return false;
  const auto [first, last] = mentions_.between(a.indicator, serving.block, serving.block);
  if (!scope_a.empty() && last - first != 1) return false;
  const auto [begin, end] = mentions_.between(b.indicator, serving.block > longest_section ? serving.block - longest_section : 0, serving.block + longest_section);
  return std::none_of(begin, end, [&](QuantityRef other) { return other != quota && mentions_.distance_class(serving, other) <= 1 && quantity(other).value() != b.value(); });
}

// 在职 = 实有 where nobody else is counted in.
void IdentityLinker::link_equal(const Identity& identity, QuantityRef result) {
  for (const std::uint16_t indicator : identity.terms.front().concepts) {
    const auto [begin, end] = mentions_.between(indicator, result.block, result.block);
    for (const QuantityRef member : std::vector<QuantityRef>(begin, end)) {
      if (mentions_.distance_class(result, member) != 0 || key_of(document_, result) != key_of(document_, member)) continue;
      if (counts_others(result.block) || tied_together(result, member)) continue;
      Relation relation;
      relation.kind = RelationKind::restatement;
      relation.result = std::min(result, member);
      relation.operands = {{std::max(result, member), 1}};
      relation.because = Because::identity;
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status == Status::violated && (difference_is_told(result, member) || is_listed_below(result, member))) return;
      found_.push_back(std::move(relation));
      return;
    }
  }
}

// 实有14人，其中在职12人: some of them, though nobody says who the others are
bool IdentityLinker::is_listed_below(QuantityRef total, QuantityRef member) const {
  const auto& elements = document_.blocks[total.block].facts->elements;
  const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(document_.layout->element(std::min(total, member)));
  const auto end = elements.begin() + static_cast<std::ptrdiff_t>(document_.layout->element(std::max(total, member)));
  return total < member && std::any_of(begin, end, [](const facts::Element& element) { return element.kind == facts::ElementKind::announce || element.kind == facts::ElementKind::announce_open; });
}

// 在岗486人，在编218人、编外268人
bool IdentityLinker::difference_is_told(QuantityRef a, QuantityRef b) const {
  const auto difference = (quantity(a).value() - quantity(b).value()).abs();
  const auto& quantities = document_.blocks[a.block].facts->quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& value) { return same_measure(value, quantity(a)) && value.value() == difference; });
}

bool IdentityLinker::counts_others(std::uint32_t block) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& value) { return has_indicator(document_, value, "staff_retired") || has_indicator(document_, value, "staff_retired_ordinary") || has_indicator(document_, value, "staff_retired_veteran") || has_indicator(document_, value, "staff_other"); });
}

bool IdentityLinker::tied_together(QuantityRef a, QuantityRef b) const {
  const auto first = total_of(a), second = total_of(b);
  return first == b || second == a || (first && first == second);
}

}  // namespace gouji::relations
