// What the numbers of a row take from the one before them: the base of shares, the basis of weights, the end of a range.

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"

namespace gouji::facts {

using profile::WordClass;

namespace {

constexpr std::size_t longest_counted = 10;  // units of a counted noun with 的

}  // namespace

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

// 比例为15.81%、35.35%和48.84%: a row of shares, where one percentage alone would be a rate.
void Extractor::begin_shares(Quantity& quantity, std::u16string_view before, std::uint32_t end) {
  if (quantity.kind != profile::UnitKind::percent || (quantity.role != Role::level && quantity.role != Role::rate) || end >= text_.size() || text_[end] != u'、') return;
  auto words = trim(before);
  for (bool peeled = true; peeled;) {
    peeled = false;
    for (const std::u16string_view ending : {u"为", u"是", u"分别", u"依次", u"各"}) {
      if (!words.ends_with(ending)) continue;
      words.remove_suffix(ending.size());
      peeled = true;
    }
  }
  if (!words.ends_with(u"比例") && !words.ends_with(u"构成") && !words.ends_with(u"结构")) return;
  quantity.role = Role::share;
  quantity.base.clear();
  quantity.label.clear();
  quantity.indicator = profile::no_concept;
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
  const bool rates = previous.role == Role::rate && previous.base_quantity < 0 && quantity.label.empty();   // 执行率分别为98%、100%
  if (!joined || (previous.role != Role::share && !rates)) return;
  quantity.role = previous.role;
  if (rates) {
    quantity.label = previous.label;
    if (previous.series == 0) out_.facts.quantities.back().respectively = true;
  }
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

// 占年计划500万元的104%: the amount before 的 is the denominator
void Extractor::link_base(Quantity& quantity, std::u16string_view before) {
  const bool percent = quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille;
  if (!percent || !has_quantity_ || out_.facts.quantities.empty() || quantity.role == Role::change) return;
  if (text_.substr(clause_begin_, 1) != before.substr(0, 1)) return;   // the name of a row of them
  Quantity& base = out_.facts.quantities.back();
  const bool counted = base.kind == profile::UnitKind::count && before.size() <= longest_counted && trim(before).ends_with(u"的") && !lexicon_.contains(before, WordClass::share);   // 占全县16个乡镇的31.25%
  if ((!before.starts_with(u"的") && !counted) || lexicon_.contains(before, WordClass::share)) return;   // 三类的份额依次是60%
  if (base.kind == profile::UnitKind::percent) return;
  quantity.base_quantity = static_cast<int>(out_.facts.quantities.size()) - 1;
  const auto& range = out_.places.quantities.back();
  const auto clause = text_.substr(clause_start_, range.begin - clause_start_);
  quantity.role = lexicon_.contains(clause, WordClass::share) ? Role::share : Role::rate;
  base.role = Role::base;
  if (base.basis == Basis::actual && lexicon_.suffix(trim(clause), WordClass::target)) base.basis = Basis::target;   // 完成目标40次的120%
  quantity.label = part_of_ratio(clause);   // 员额法官占编制86名的37%
  if (const profile::Entry* share = lexicon_.prefix(base.label, WordClass::share)) base.label.erase(0, share->word.size());
}

// The words before 占, 完成 and the like name what is measured by the amount behind them.
std::u16string Extractor::part_of_ratio(std::u16string_view clause) const {
  constexpr std::u16string_view verbs[]{u"占", u"相当于", u"完成", u"执行", u"达到", u"为", u"是"};
  std::size_t first = clause.size();
  for (const std::u16string_view verb : verbs) first = std::min(first, clause.find(verb));
  const auto part = trim(clause.substr(0, first));
  const bool told = part.find_first_of(u"0123456789") != std::u16string_view::npos;   // 支出50万元为预算100万元的50%
  return first < clause.size() && !told ? std::u16string(part) : std::u16string();
}

}  // namespace gouji::facts
