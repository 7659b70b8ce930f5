// What a change is measured against: 较上年302万元增加18万元，增长6%; 由12件增加到15件.

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"
#include "text/text.h"

namespace gouji::facts {

using profile::WordClass;

namespace {

constexpr std::size_t longest_way = 2;   // units of 扩, 压减 before 到

// 上升到, 降至, 压减为: the words between the two amounts of a change.
bool leads_on(std::u16string_view words, const profile::Lexicon& lexicon) {
  words = trim(words);
  if (lexicon.suffix(words, WordClass::arrive)) return true;
  if (words.size() < 2 || std::u16string_view(u"到至为成").find(words.back()) == std::u16string_view::npos) return false;
  words.remove_suffix(1);
  if (words.size() <= longest_way) return true;   // 由40张[扩到]64张: 由 is asked for elsewhere
  if (words.size() > 1 && words.back() == u'了') words.remove_suffix(1);
  return lexicon.suffix(words, WordClass::increase) || lexicon.suffix(words, WordClass::decrease);
}

}  // namespace

// 较, 比: another comparison begins, unless the word stands behind what it compares with: 与上年302万元相比.
void Extractor::begin_comparison() {
  comparing_ = true;
  const bool behind = has_quantity_ && !out_.facts.quantities.empty() && out_.facts.quantities.back().role == Role::base;
  if (behind) return;
  compared_with_ = -1;
  comparison_words_.clear();
}

void Extractor::end_comparison() {
  comparing_ = false;
  compared_with_ = -1;
  comparison_words_.clear();
}

// 分别增长21%[和18%]
bool Extractor::continues_changes(const Quantity& quantity, std::u16string_view before) const {
  if (out_.facts.quantities.empty() || !is_blank_or_conjunction(before)) return false;
  const Quantity& previous = out_.facts.quantities.back();
  const auto& elements = out_.facts.elements;
  const bool joined = elements.size() >= 2 && elements.back().kind == ElementKind::pause && elements[elements.size() - 2].kind == ElementKind::quantity;
  return joined && previous.role == Role::change && (previous.respectively || previous.series > 0) && previous.base_unit == quantity.base_unit;
}

// 高出95%的目标1.05个百分点: by how much the target was exceeded
bool Extractor::exceeds(const Quantity& quantity, std::u16string_view before) const {
  const Quantity& target = out_.facts.quantities.back();
  const bool by_rate = quantity.kind == profile::UnitKind::percent && (target.kind != profile::UnitKind::percent || before.starts_with(u"的"));   // 超出8500人的任务5%
  if ((target.limit != 1 && target.limit != -1) || !(quantity.kind == profile::UnitKind::point || quantity.base_unit == target.base_unit || by_rate)) return false;
  before = trim(before);
  if (before.starts_with(u"的")) before.remove_prefix(1);
  const profile::Entry* word = lexicon_.suffix(before, WordClass::target);
  return (before.empty() && !by_rate) || (word && content_words(before.substr(0, before.size() - word->word.size()), lexicon_).empty());
}

// The change that stands before, with nothing but a pause, a comma or a bracket between; -1 where none does.
int Extractor::change_before() const {
  const auto& elements = out_.facts.elements;
  std::size_t end = elements.size();
  while (end > 0 && (elements[end - 1].kind == ElementKind::pause || elements[end - 1].kind == ElementKind::comma || elements[end - 1].kind == ElementKind::open)) --end;
  if (end == 0 || elements[end - 1].kind != ElementKind::quantity) return -1;
  const int last = elements[end - 1].value;
  return out_.facts.quantities[static_cast<std::size_t>(last)].role == Role::change ? last : -1;
}

// 减少1.39万元、10.03%; 减少1.39万元，幅度为10.03%: the rate of that change
bool Extractor::is_of_that_change(const Quantity& quantity, std::u16string_view before) const {
  const int last = change_before();
  if (!quantity.base.empty() || last < 0 || quantity.kind != profile::UnitKind::percent || quantity.number.is_negative() || out_.facts.quantities[static_cast<std::size_t>(last)].kind == quantity.kind) return false;
  before = trim(before);
  while (!before.empty() && std::u16string_view(u"为是达到约近").find(before.back()) != std::u16string_view::npos) before = trim(before.substr(0, before.size() - 1));
  const auto& elements = out_.facts.elements;
  const Quantity& amount = out_.facts.quantities[static_cast<std::size_t>(last)];
  const bool right_behind = elements.size() > 1 && elements[elements.size() - 2].kind == ElementKind::quantity && amount.series == 0 && !amount.respectively && amount.kind != profile::UnitKind::point;
  if (before.empty()) return elements.back().kind != ElementKind::comma || right_behind;
  return before.ends_with(u"幅度") || before.ends_with(u"幅");
}

// 较上年（302万元）增加18万元: a bracket right behind what is compared with
bool Extractor::is_compared_with(std::u16string_view before) const {
  if (!comparing_ || last_boundary_ != ElementKind::open || outer_.empty() || !is_blank(before) || outer_.back().has_quantity || !out_.places.elements.size()) return false;
  const auto opened = out_.places.elements.back().begin;
  if (out_.facts.elements.back().kind != ElementKind::open) return false;
  const auto words = trim(text_.substr(outer_.back().clause_begin, opened - std::min(opened, outer_.back().clause_begin)));
  const Cues cues = find_cues(words, lexicon_);
  return cues.compare != std::u16string_view::npos && cues.change == std::u16string_view::npos && content_words(words.substr(cues.compare_end), lexicon_).empty();
}

// Called before `quantity` is added to the facts.
void Extractor::note_comparison(Quantity& quantity, std::u16string_view before) {
  const int ordinal = static_cast<int>(out_.facts.quantities.size());
  if (is_compared_with(before)) {
    const auto words = text_.substr(outer_.back().clause_begin, clause_begin_ - std::min(clause_begin_, outer_.back().clause_begin));
    quantity.role = Role::base;
    quantity.against = trim(words.substr(find_cues(words, lexicon_).compare_end));
    while (quantity.against.ends_with(u"(")) quantity.against.pop_back();
    name_by(quantity, words.substr(0, find_cues(words, lexicon_).compare));   // 本年会费收入较上年（80万元）
  }
  if (quantity.role == Role::base) {
    compared_with_ = ordinal;
    comparison_words_ = quantity.against;
  } else if (continues_changes(quantity, before)) {
    const Quantity& previous = out_.facts.quantities.back();
    quantity.role = Role::change;
    quantity.direction = previous.direction;
    quantity.against = previous.against;
    quantity.base_quantity = previous.base_quantity;
    quantity.series = previous.series + 1;
  } else if (quantity.role != Role::change && is_of_that_change(quantity, before)) {
    const Quantity& amount = out_.facts.quantities[static_cast<std::size_t>(change_before())];
    quantity.role = Role::change;
    quantity.direction = amount.direction;
    quantity.against = amount.against;
    quantity.base_quantity = amount.base_quantity;
    quantity.label.clear();
    quantity.base.clear();
  } else if (quantity.role == Role::change) {
    quantity.respectively = before.find(u"分别") != std::u16string_view::npos;
    if (quantity.against.empty()) quantity.against = comparison_words_;
    else if (compared_with_ < 0) comparison_words_ = quantity.against;
    quantity.base_quantity = compared_with_;
  } else if (has_quantity_ && ordinal > 0 && exceeds(quantity, before)) {
    quantity.role = Role::change;
    quantity.direction = out_.facts.quantities.back().limit;
    quantity.against = before;
    quantity.base_quantity = ordinal - 1;
  } else if (has_quantity_ && ordinal > 0 && leads_on(before, lexicon_)) {
    arrive(quantity, out_.facts.quantities.back());
  }
}

void Extractor::name_by(Quantity& quantity, std::u16string_view words) const {
  Quantity named = quantity;
  read_label(named, trim(words), quantity.after, {period_, false, false, {}}, lexicon_);
  quantity.label = named.label;
  quantity.indicator = named.indicator;
  quantity.qualifier = named.qualifier;
  quantity.general = named.general;
}

// 由12件增加到15件: the first amount is what the second one is compared with; both are of what stands before 由.
void Extractor::arrive(Quantity& quantity, Quantity& start) {
  const auto clause = text_.substr(clause_start_, out_.places.quantities.back().begin - clause_start_);
  const auto from = clause.find_last_of(u"由从");
  if (from == std::u16string_view::npos || start.base_unit != quantity.base_unit) return;
  start.role = Role::base;
  start.against = trim(clause.substr(from + 1));
  const std::u16string_view name = trim(clause.substr(0, from));
  if (!name.empty()) name_by(quantity, name);
  quantity.base_quantity = static_cast<int>(out_.facts.quantities.size()) - 1;
  quantity.arrived = true;
  if (period_.kind == PeriodKind::previous) period_ = quantity.period = {};   // 由上年的3.96万元降到3.12万元
  comparing_ = true;
  compared_with_ = quantity.base_quantity;
  comparison_words_ = start.against;
}

}  // namespace gouji::facts
