// Comparability of quantities.

#include "relations/match.h"

#include "facts/label.h"
#include "text/text.h"

namespace gouji::relations {

using facts::Basis;
using facts::PeriodKind;
using facts::Quantity;
using facts::Role;

bool same_measure(const Quantity& a, const Quantity& b) { return a.kind == b.kind && a.base_unit == b.base_unit; }

bool can_split(const Quantity& total, const Quantity& part) { return same_measure(total, part) || (total.base_unit == u"人次" && part.base_unit == u"人"); }

bool is_percentage(const Quantity& quantity) { return quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille; }

bool is_amount(const Quantity& quantity) {
  return quantity.approximation == facts::Approximation::exact && (quantity.role == Role::level || quantity.role == Role::total);
}

int resolved_year(const DocumentView& document, const Quantity& quantity) {
  switch (quantity.period.kind) {
    case PeriodKind::year: return quantity.period.year;
    case PeriodKind::previous: return document.year - 1;
    default: return document.year;
  }
}

bool basis_fits(const Quantity& total, const Quantity& part) {
  if (part.basis == Basis::unknown || part.basis == total.basis) return true;
  return total.basis == Basis::unknown && part.basis == Basis::actual;
}

bool same_basis(const Quantity& a, const Quantity& b) {
  const auto budgeted = [](Basis basis) { return basis == Basis::budget || basis == Basis::adjusted_budget; };
  return budgeted(a.basis) == budgeted(b.basis);
}

// 县财政预算安排 names a source; 年初预算 alone names another basis of the same thing.
bool is_other_basis(const DocumentView& document, const Quantity& total, const Quantity& part) {
  const bool bare = part.qualifier.empty() && (has_indicator(document, part, "budget") || has_indicator(document, part, "adjusted_budget") || has_indicator(document, part, "executed"));
  return bare && !basis_fits(total, part);
}

bool is_other_valuation(const DocumentView& document, const Quantity& total, const Quantity& part) {
  const auto valuation = [&](const Quantity& quantity) -> std::u16string_view {
    for (const auto& word : document.lexicon->vocabulary().words[static_cast<std::size_t>(profile::WordClass::valuation)]) {
      if (quantity.label.find(word) != std::u16string::npos) return word;
    }
    return {};
  };
  const auto a = valuation(total), b = valuation(part);
  return !a.empty() && !b.empty() && a != b;
}

bool can_add(const DocumentView& document, const Quantity& total, const Quantity& part, bool any_basis) {
  if (total.flow != 0 && (part.moment != 0 || part.flow == -total.flow)) return false;   // 新增200万元，其中购置120万元，处置50万元，年末1150万元
  const bool weight = part.kind == profile::UnitKind::score && (part.basis == Basis::target) != (total.basis == Basis::target);
  if (weight || !is_amount(part) || !can_split(total, part) || (!any_basis && is_other_basis(document, total, part)) || is_other_valuation(document, total, part)) return false;
  const bool dated = part.period.kind == PeriodKind::previous || (total.period.kind != PeriodKind::unstated && part.period.kind != PeriodKind::unstated);
  return !dated || resolved_year(document, total) == resolved_year(document, part);
}

std::u16string_view scope_of(const DocumentView& document, const Quantity& quantity) {
  const std::u16string& scope = quantity.qualifier.empty() ? quantity.topic : quantity.qualifier;
  if (scope.empty()) return {};
  const bool names_body = scope.size() >= 3 || document.lexicon->suffix(scope, profile::WordClass::organization) || document.lexicon->suffix(scope, profile::WordClass::topic);   // 旅游收入 is not that of the 旅游局
  const bool own_body = names_body && document.title.find(scope) != std::u16string::npos;
  return own_body ? std::u16string_view() : scope;
}

bool has_indicator(const DocumentView& document, const Quantity& quantity, std::string_view id) {
  return quantity.indicator != profile::no_concept && document.lexicon->vocabulary().concepts[quantity.indicator].id == id;
}

bool is_spent_on_things(const DocumentView& document, QuantityRef ref) {
  const Quantity& quantity = document.quantity(ref);
  if (!has_indicator(document, quantity, "expenditure") || quantity.label != u"支出" || ref.ordinal == 0) return false;
  const Quantity& before = document.quantity({ref.block, ref.ordinal - 1});
  const auto& elements = document.blocks[ref.block].facts->elements;
  for (std::size_t i = 2; i < elements.size(); ++i) {
    if (elements[i].kind != facts::ElementKind::quantity || static_cast<std::uint32_t>(elements[i].value) != ref.ordinal) continue;
    return elements[i - 1].kind == facts::ElementKind::comma && elements[i - 2].kind == facts::ElementKind::quantity && before.kind != profile::UnitKind::money && !is_percentage(before);
  }
  return false;
}

bool names_all_that_is_left(const DocumentView& document, const Quantity& quantity) {
  if (has_indicator(document, quantity, "closing_balance")) return quantity.qualifier.empty();
  std::u16string_view words = quantity.label;
  if (words.ends_with(u"的")) words.remove_suffix(1);
  if (const profile::Entry* left = document.lexicon->suffix(words, profile::WordClass::remainder)) words.remove_suffix(left->word.size());
  return facts::content_words(words, *document.lexicon).empty();
}

std::string name_of(const DocumentView& document, const Quantity& quantity) {
  if (!quantity.label.empty()) return text::to_utf8(quantity.label);
  if (quantity.indicator != profile::no_concept) return text::to_utf8(document.lexicon->vocabulary().concepts[quantity.indicator].name);
  return text::to_utf8(quantity.after);
}

}  // namespace gouji::relations
