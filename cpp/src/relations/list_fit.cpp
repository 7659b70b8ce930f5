// Completeness of part lists, and the slip that would explain one that does not add up.

#include "relations/list_fit.h"

#include <algorithm>
#include <optional>

#include "relations/match.h"
#include "relations/slips.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using number::Decimal;

namespace {

constexpr int least_digits = 1;    // that the roundest member leaves of the largest one, or a slip tells nothing
constexpr int enough_digits = 2;   // for two parts of different kinds that are no money

bool starts_with_one_of(std::u16string_view words, const std::vector<std::u16string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::u16string& beginning) { return words.starts_with(beginning); });
}

// 男 and 女, 在职 and 退休: two words that stand side by side in the vocabulary.
bool are_halves(const DocumentView& document, const PartList& list) {
  if (list.parts.size() != 2) return false;
  const auto& halves = document.lexicon->vocabulary().lists.halves;
  const std::u16string_view a = document.quantity(list.parts[0]).label, b = document.quantity(list.parts[1]).label;
  for (std::size_t i = 0; i + 1 < halves.size(); i += 2) {
    const bool in_order = a.starts_with(halves[i]) && b.starts_with(halves[i + 1]);
    const bool turned = a.starts_with(halves[i + 1]) && b.starts_with(halves[i]);
    if (in_order || turned) return true;
  }
  return false;
}

// 30万元，占60%；20万元，占40%: whether the shares of all parts say that there are no others; nothing where they are not told.
std::optional<bool> shares_make_a_whole(const DocumentView& document, const PartList& list) {
  const auto& quantities = document.blocks[list.parts.front().block].facts->quantities;
  Decimal sum(0, 0);
  for (const QuantityRef part : list.parts) {
    if (part.block != list.parts.front().block || part.ordinal + 1 >= quantities.size()) return std::nullopt;
    const Quantity& share = quantities[part.ordinal + 1];
    if (share.role != Role::share || !is_percentage(share)) return std::nullopt;
    sum = sum + share.value();
  }
  return (sum - Decimal(100, 0)).abs() <= Decimal(1, 1);
}

Decimal largest_unit(const DocumentView& document, const Relation& sum) {
  for (int exponent = 12; exponent > -4; --exponent) {
    const auto is_multiple = [&](QuantityRef ref) { return document.quantity(ref).value().shifted(-exponent).shortest().places() <= 0; };
    const auto members = members_of(sum);
    if (std::all_of(members.begin(), members.end(), is_multiple)) return Decimal(1, 0).shifted(exponent);
  }
  return Decimal(1, 4);
}

// 参公编制8名，事业编制14名: kinds of one thing.
bool share_last_word(const DocumentView& document, const Relation& sum) {
  const auto last = [&](const Operand& operand) {
    const std::u16string_view label = document.quantity(operand.quantity).label;
    return label.empty() ? u'\0' : label.back();
  };
  return last(sum.operands.front()) != u'\0' && std::all_of(sum.operands.begin(), sum.operands.end(), [&](const Operand& operand) { return last(operand) == last(sum.operands.front()); });
}

}  // namespace

bool is_identity_list(const DocumentView& document, const PartList& list) {
  const auto& identities = document.lexicon->vocabulary().identities;
  const auto indicator = [&](QuantityRef ref) { return document.quantity(ref).indicator; };
  const auto has = [](const profile::Term& term, std::uint16_t index) { return std::find(term.concepts.begin(), term.concepts.end(), index) != term.concepts.end(); };
  return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
    if (identity.kind != "sum" || !has(identity.result, indicator(*list.total))) return false;
    const bool all_required = std::all_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return term.optional || std::any_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return has(term, indicator(part)); }); });
    return all_required && std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, indicator(part)); }); });
  });
}

bool is_whole_list(const DocumentView& document, const PartList& list) {
  if (list.whole || list.announcement || is_identity_list(document, list)) return true;
  const Quantity& total = document.quantity(*list.total);
  if (const auto told = shares_make_a_whole(document, list)) return *told;
  const auto& sums = document.lexicon->vocabulary().lists.sums;
  const bool summed = total.announced || std::any_of(sums.begin(), sums.end(), [&](const std::u16string& word) { return total.label.ends_with(word); });
  if (summed && total.kind == profile::UnitKind::money) return true;   // 支出合计, 共计: what follows makes it up
  const Quantity& last = document.quantity(list.parts.back());
  if (total.kind == profile::UnitKind::score || last.complement || are_halves(document, list)) return true;
  if (starts_with_one_of(last.label, document.lexicon->vocabulary().lists.rest)) return true;
  const bool by_post = total.base_unit == u"人" && list.parts.size() >= 2;
  return by_post && std::all_of(list.parts.begin(), list.parts.end(), [&](QuantityRef part) { return document.lexicon->prefix(document.quantity(part).label, profile::WordClass::staff_category) != nullptr; });
}

bool is_one_slip_away(const DocumentView& document, const Relation& sum) {
  const Decimal difference = signed_sum(document, sum) - document.quantity(sum.result).value();
  const Decimal unit = largest_unit(document, sum);
  const auto members = members_of(sum);
  Decimal largest(0, 0);
  for (const QuantityRef ref : members) largest = std::max(largest, document.quantity(ref).value().abs());
  const bool alike = document.quantity(sum.result).kind == profile::UnitKind::money || sum.operands.size() >= 3 || share_last_word(document, sum);
  if (largest < unit.shifted(alike ? least_digits : enough_digits)) return false;
  Decimal tolerance(0, 0);   // where the members have several units, half of the coarsest last unit
  for (const QuantityRef ref : members) {
    const Quantity& value = document.quantity(ref);
    if (value.exponent == document.quantity(sum.result).exponent) continue;
    for (const QuantityRef other : members) {
      const Quantity& printed = document.quantity(other);
      tolerance = std::max(tolerance, Decimal(5, 1).shifted(printed.exponent - printed.number.places()));
    }
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Quantity& value = document.quantity(members[i]);
    const int sign = i == 0 ? -1 : sum.operands[i - 1].sign;
    const Decimal needed = sign > 0 ? value.value() - difference : value.value() + difference;
    if (needed.is_negative()) continue;
    bool found = false;
    each_slip(value.number, [&](const Decimal& number, Slip) {
      found = (number.shifted(value.exponent) - needed).abs() <= tolerance;
      return found;
    });
    if (found) return true;
  }
  return false;
}

}  // namespace gouji::relations
