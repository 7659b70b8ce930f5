// What the numbers of a row take from the one before them: the base of shares, the basis of weights, the end of a range.

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"

namespace gouji::facts {

// 500元至2000元: neither end is an amount of its own.
void Extractor::note_range(Quantity& quantity, std::u16string_view before) {
  if (!has_quantity_ || out_.facts.quantities.empty()) return;
  Quantity& start = out_.facts.quantities.back();
  const std::u16string_view words = trim(before);
  const bool between = words == u"至" || words == u"到" || words == u"~" || words == u"～";
  const bool moves = text_.substr(clause_start_, out_.places.quantities.back().begin - std::min(clause_start_, out_.places.quantities.back().begin)).find_first_of(u"由从自") != std::u16string_view::npos;
  if (!between || moves || start.kind != quantity.kind || start.base_unit != quantity.base_unit || start.approximation != Approximation::exact || quantity.approximation != Approximation::exact) return;
  start.approximation = Approximation::at_least;
  quantity.approximation = Approximation::at_most;
}

// 燃油费是最大的一块，占运行维护费的55%: the first share of a sentence without amounts is of what the clause before it names
void Extractor::name_by_lead(Quantity& quantity) const {
  if (quantity.role != Role::share || !quantity.label.empty() || quantity.indicator != profile::no_concept || lead().empty()) return;
  const auto& elements = out_.facts.elements;
  for (auto element = elements.rbegin(); element != elements.rend() && element->kind != ElementKind::stop; ++element) {
    if (element->kind == ElementKind::quantity) return;
  }
  quantity.label = trim(lead());
  quantity.by_lead = true;
}

// 占比分别为72.93%、15.74%和11.33%: one base, as many parts.
void Extractor::continue_shares(Quantity& quantity, std::u16string_view before) {
  if (quantity.kind != profile::UnitKind::percent || out_.facts.quantities.empty() || !is_blank_or_conjunction(before)) return;
  const Quantity& previous = out_.facts.quantities.back();
  const auto& elements = out_.facts.elements;
  const bool joined = elements.size() >= 2 && elements.back().kind == ElementKind::pause && elements[elements.size() - 2].kind == ElementKind::quantity;
  if (!joined || previous.role != Role::share) return;
  quantity.role = Role::share;
  quantity.base = previous.base;
  quantity.base_quantity = previous.base_quantity;
  quantity.series = previous.series + 1;
}

// 分值分别为10分、50分、30分和10分: all of them are weights.
void Extractor::continue_weights(Quantity& quantity, std::u16string_view before) const {
  if (quantity.kind != profile::UnitKind::score || out_.facts.quantities.empty() || !is_blank_or_conjunction(before)) return;
  const auto& elements = out_.facts.elements;
  const bool joined = elements.size() >= 2 && elements.back().kind == ElementKind::pause && elements[elements.size() - 2].kind == ElementKind::quantity;
  if (joined && out_.facts.quantities.back().kind == profile::UnitKind::score) quantity.basis = out_.facts.quantities.back().basis;
}

}  // namespace gouji::facts
