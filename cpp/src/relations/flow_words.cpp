// Reads the place of an amount in a balance from its words.

#include "relations/flow_words.h"

#include <algorithm>

namespace gouji::relations {

using facts::Basis;
using facts::Quantity;
using facts::Role;

namespace {

const profile::Concept* indicator_of(const DocumentView& document, const Quantity& value) { return value.indicator == profile::no_concept ? nullptr : &document.lexicon->vocabulary().concepts[value.indicator]; }

}  // namespace

bool is_stock(const Quantity& value) { return value.role == Role::level || value.role == Role::total || value.role == Role::detail; }

bool closes_balance(const DocumentView& document, const Quantity& value) {
  if (value.net) return value.role == Role::change || is_stock(value);
  if (!is_stock(value) || value.step > 0 || value.moment < 0) return false;
  if (value.basis == Basis::adjusted_budget) return true;
  const profile::Concept* told = indicator_of(document, value);
  const bool closing = told && told->closes;
  if (value.basis == Basis::target || (value.basis == Basis::budget && !closing)) return false;
  const bool held = value.held || document.lexicon->prefix(value.label, profile::WordClass::held);
  const auto& standing = document.lexicon->vocabulary().lists.standing;
  return value.moment > 0 || held || value.remainder || closing || std::any_of(standing.begin(), standing.end(), [&](const std::u16string& word) { return value.label.ends_with(word); });
}

bool opens_balance(const DocumentView& document, const Quantity& value) {
  if (value.moment < 0 && (is_stock(value) || value.role == Role::base)) return true;
  if (closes_balance(document, value) && !value.net) return true;   // 当年结余2万元，加上历年滚存5万元，滚存结余7万元
  const profile::Concept* told = indicator_of(document, value);
  return is_stock(value) && (value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.allotted || (told && told->id == "opening_balance"));
}

int way_in_balance(const DocumentView& document, const Quantity& value) {
  if (value.role == Role::change) return value.against.empty() && !value.net ? value.direction : 0;
  if (!is_stock(value)) return 0;
  if (value.step != 0) return value.step;
  if (value.flow != 0) return value.flow;
  const profile::Concept* told = indicator_of(document, value);
  return told ? told->enters : 0;
}

}  // namespace gouji::relations
