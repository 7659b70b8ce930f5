// Staff against quota, in total and kind by kind; serving staff against those present.

#include <algorithm>

#include "facts/label.h"
#include "relations/identity_linker.h"
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
  relations_.push_back(within_quota(serving, *quota));
}

// 编制61名，其中行政32名、事业28名; 在职57人（行政29人、事业27人）: kind by kind.
void IdentityLinker::link_staff_categories() {
  std::vector<Relation> found;
  const auto sums_of = [&](std::string_view indicator) {
    std::vector<const Relation*> sums;
    for (const Relation& relation : relations_) {
      if (relation.kind == RelationKind::sum && has_indicator(document_, quantity(relation.result), indicator)) sums.push_back(&relation);
    }
    return sums;
  };
  const auto all_serving = sums_of("staff_serving");
  for (const Relation* each_quota : sums_of("staff_quota")) {
    const Relation& quota = *each_quota;
    for (const Relation* each_serving : all_serving) {
      const Relation& serving = *each_serving;
      if (mentions_.distance_class(quota.result, serving.result) > 1) continue;
      for (const Operand& allowed : quota.operands) {
        for (const Operand& actual : serving.operands) {
          if (category(allowed.quantity) != category(actual.quantity) || category(actual.quantity).empty()) continue;
          found.push_back(within_quota(actual.quantity, allowed.quantity));
        }
      }
    }
  }
  relations_.insert(relations_.end(), found.begin(), found.end());
}

std::u16string IdentityLinker::category(QuantityRef ref) const {
  const Quantity& value = quantity(ref);
  std::u16string words = value.indicator == profile::no_concept ? facts::content_words(value.label, *document_.lexicon) : value.qualifier;
  for (const std::u16string_view ending : {u"编制", u"人员", u"在职"}) {
    if (words.ends_with(ending)) words.resize(words.size() - ending.size());
  }
  return words;
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
  if (!scope_a.empty()) return false;
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
      relations_.push_back(relation);
      return;
    }
  }
}

bool IdentityLinker::counts_others(std::uint32_t block) const {
  const auto& quantities = document_.blocks[block].facts->quantities;
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& value) { return has_indicator(document_, value, "staff_retired") || has_indicator(document_, value, "staff_retired_ordinary") || has_indicator(document_, value, "staff_retired_veteran") || has_indicator(document_, value, "staff_other"); });
}

bool IdentityLinker::tied_together(QuantityRef a, QuantityRef b) const {
  const auto total_of = [&](QuantityRef ref) {
    const auto found = part_of_.find(ref);
    return found == part_of_.end() ? ref : found->second;
  };
  return total_of(a) == b || total_of(b) == a || (total_of(a) != a && total_of(a) == total_of(b));
}

}  // namespace gouji::relations
