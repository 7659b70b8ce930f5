// Finds the part and the base of a share by the words around it.

#include <algorithm>

#include "facts/label.h"
#include "relations/part_list.h"
#include "relations/share_linker.h"
#include "relations/ties.h"
#include "text/text.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

namespace {

constexpr int most_nested = 4;          // totals of totals
constexpr std::uint32_t most_blocks_back = 12;   // to the list that a row of shares is of
constexpr std::size_t longest_back = 2;  // units of 上述, 以上
constexpr int sentences_to_whole = 2;   // back from 占该项目的
constexpr std::size_t most_wholes = 3;

// 燃油费是最大的一块, 系金额最大的一项
bool is_one_of_them(const Quantity& value) { return value.kind == profile::UnitKind::count && value.printed == u"一"; }

// 三项, 两类: a number of what was listed, and no amount
bool counts_what_is_listed(const Quantity& value) {
  return value.kind == profile::UnitKind::count && !value.printed.empty() && text::is_han(value.printed.front()) && value.label.size() <= longest_back;   // 上述四项
}

}  // namespace

bool names_the_whole(std::u16string_view base) {
  constexpr std::u16string_view words[]{u"", u"总额", u"总数", u"总量", u"全部", u"总", u"总计", u"合计", u"其", u"总金额", u"总人数", u"总规模", u"整体", u"年", u"总体", u"该项经费", u"该项资金", u"该项支出", u"该项目"};
  return std::find(std::begin(words), std::end(words), base) != std::end(words);
}

// The part is the amount before the share in its sentence, unless the words before 占 name another one.
std::optional<QuantityRef> ShareLinker::find_part(QuantityRef share) const {
  const Quantity& value = quantity(share);
  if (series_length(share) > 1) return part_in_series(share);
  if (value.indicator != profile::no_concept) {
    if (const auto named = nearest(value.indicator, share, value.qualifier, true)) return named;
    if (document_.lexicon->vocabulary().concepts[value.indicator].generic) return std::nullopt;   // 支出占预算的97%: what was spent is told elsewhere
  }
  if (!facts::content_words(value.label, *document_.lexicon).empty()) {
    if (const auto named = finder_.by_label(value.label, share, std::nullopt)) return named;
    std::u16string_view words = value.label;   // 调增部分
    if (words.ends_with(u"部分")) words.remove_suffix(2);
    const profile::Entry* entry = words.size() < value.label.size() ? document_.lexicon->concept_suffix(words) : nullptr;
    return entry ? nearest(entry->concept_index, share, {}, true) : std::nullopt;
  }
  const auto& facts = *document_.blocks[share.block].facts;
  int depth = 0;
  for (std::size_t i = finder_.layout().element(share); i-- > 0;) {
    const Element& element = facts.elements[i];
    if (element.kind == ElementKind::close) ++depth;
    if (element.kind == ElementKind::open && depth > 0) --depth;
    if (element.kind == ElementKind::stop && depth == 0) return std::nullopt;
    if (element.kind != ElementKind::quantity || depth > 0) continue;
    const QuantityRef candidate{share.block, static_cast<std::uint32_t>(element.value)};
    const Role role = quantity(candidate).role;
    if (role == Role::base || role == Role::share || role == Role::rate || role == Role::change || role == Role::average) continue;
    if (quantity(candidate).kind == profile::UnitKind::percent) continue;
    if (is_one_of_them(quantity(candidate))) continue;
    if (counts_what_is_listed(quantity(candidate))) return std::nullopt;   // 两类占…: both together
    const bool planned = value.basis == facts::Basis::actual && basis_class(quantity(candidate).basis) == 1;   // 预算4.5万元，实际支出占预算的85%
    if (planned || !is_amount(quantity(candidate))) return std::nullopt;
    if (!ends_a_row(i, share.block)) return candidate;
    return finder_.whole_of(candidate);
  }
  return std::nullopt;
}

// 甲72万元、乙18万元，分别占80%和20%: as many amounts before the shares as there are shares.
std::uint32_t ShareLinker::series_length(QuantityRef share) const {
  const auto& quantities = document_.blocks[share.block].facts->quantities;
  std::uint32_t begin = share.ordinal - static_cast<std::uint32_t>(quantities[share.ordinal].series);
  std::uint32_t length = 1;
  while (begin + length < quantities.size() && quantities[begin + length].series == static_cast<int>(length)) ++length;
  return length;
}

std::optional<QuantityRef> ShareLinker::part_in_series(QuantityRef share) const {
  const std::uint32_t length = series_length(share);
  const auto series = static_cast<std::uint32_t>(quantity(share).series);
  const auto& facts = *document_.blocks[share.block].facts;
  std::vector<QuantityRef> amounts;   // nearest first
  int depth = 0;
  bool marked = false;
  for (std::size_t i = finder_.layout().element({share.block, share.ordinal - series}); i-- > 0 && amounts.size() < length;) {
    const Element& element = facts.elements[i];
    depth += element.kind == ElementKind::close ? 1 : element.kind == ElementKind::open ? -1 : 0;
    marked = marked || (element.kind >= ElementKind::pause && element.kind <= ElementKind::close);
    if (depth < 0 || (element.kind == ElementKind::stop && depth == 0)) break;
    if (element.kind != ElementKind::quantity || depth > 0) continue;
    const QuantityRef candidate{share.block, static_cast<std::uint32_t>(element.value)};
    if (!marked && quantity(candidate).kind == profile::UnitKind::count) continue;   // 三项占比依次为
    if (is_amount(quantity(candidate)) && quantity(candidate).kind != profile::UnitKind::percent && !counts_what_is_listed(quantity(candidate)) && !is_one_of_them(quantity(candidate))) amounts.push_back(candidate);
  }
  if (amounts.size() < length) {
    const auto listed = part_of_list(share, series, length);
    return listed ? listed : part_above(share, length, series);
  }
  return amounts[length - 1 - series];
}

// 细分为四类：…。四类的份额分别是57%、25%、12%、6%: the parts of the last sum of as many.
std::optional<QuantityRef> ShareLinker::part_of_list(QuantityRef share, std::uint32_t series, std::uint32_t length) const {
  for (std::uint32_t block = share.block + 1; block-- > 0 && block + most_blocks_back >= share.block;) {
    std::optional<QuantityRef> found;
    for (const Relation& sum : document_.ties->in_block(block)) {
      const bool fits = sum.kind == RelationKind::sum && !sum.whole && !sum.partial && sum.operands.size() == length && sum.operands.back().quantity < share && sum.operands.front().quantity < sum.operands.back().quantity;
      if (fits && !is_percentage(quantity(sum.result))) found = sum.operands[series].quantity;
    }
    if (found) return found;
  }
  return std::nullopt;
}

// ——甲412万元；\n——乙356万元；\n上述两项占项目支出的比重依次是…: the first amounts of as many lines above
std::optional<QuantityRef> ShareLinker::part_above(QuantityRef share, std::uint32_t length, std::uint32_t series) const {
  const std::uint32_t up = length - series;
  if (share.block < length) return std::nullopt;
  std::optional<QuantityRef> part;
  for (std::uint32_t i = 1; i <= length; ++i) {
    const std::uint32_t block = share.block - i;
    const auto& quantities = document_.blocks[block].facts->quantities;
    const auto first = std::find_if(quantities.begin(), quantities.end(), [](const Quantity& value) { return is_amount(value) && value.kind == profile::UnitKind::money; });
    if (first == quantities.end() || first->cell >= 0) return std::nullopt;
    if (i == up) part = QuantityRef{block, static_cast<std::uint32_t>(first - quantities.begin())};
  }
  return part;
}

// The last of several amounts in a row: 各为5万元、3万元和2万元，占…% speaks of all of them.
bool ShareLinker::ends_a_row(std::size_t element, std::uint32_t block) const {
  const auto& elements = document_.blocks[block].facts->elements;
  return element >= 2 && elements[element - 1].kind == ElementKind::pause && elements[element - 2].kind == ElementKind::quantity;
}

std::optional<QuantityRef> ShareLinker::find_base(QuantityRef share, QuantityRef part) const {
  const Quantity& value = quantity(share);
  if (value.base_quantity >= 0) return QuantityRef{share.block, static_cast<std::uint32_t>(value.base_quantity)};
  std::u16string_view words = value.base;
  if (const auto whole = finder_.whole_of(part); whole && words.size() >= 2) {
    const profile::Entry* named = document_.lexicon->concept_suffix(words);
    const bool same = named && named->word.size() == words.size() && named->concept_index == quantity(*whole).indicator;
    if (same || quantity(*whole).label.ends_with(words)) return whole;
  }
  if (!names_the_whole(words)) {
    if (const auto named = by_indicator(words, share, part)) return named;
    const auto told = told_bases(share, part);
    if (!told.empty() && told.front().match == Ledger::Match::same && document_.ledger->one_value(told)) return told.front().ref;
    if (const auto named = finder_.by_label(words, share, part)) return named;
    const std::u16string content = facts::content_words(words, *document_.lexicon);
    if (!content.empty()) return std::nullopt;
  }
  const auto whole = finder_.whole_of(part);
  return whole ? whole : whole_by_words(part);
}

// 本年收入130万元，其中财政拨款收入117万元，占比90%: a list of one part, or an indicator that is known as a part.
std::optional<QuantityRef> ShareLinker::whole_by_words(QuantityRef part) const {
  for (const PartList& list : read_lists(document_, part.block).lists) {
    if (!list.total || std::find(list.parts.begin(), list.parts.end(), part) == list.parts.end()) continue;
    number::Decimal sum(0, 0);
    for (const QuantityRef each : list.parts) sum = sum + quantity(each).value();
    if (list.parts.size() < 2 || sum <= quantity(*list.total).value()) return list.total;   // else its total stands elsewhere
    return std::nullopt;
  }
  const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
  std::optional<QuantityRef> best;
  for (const profile::Identity& identity : document_.lexicon->vocabulary().identities) {
    const bool knows = (identity.kind == "sum" || identity.kind == "part") && std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, quantity(part).indicator); });
    if (!knows) continue;
    for (const std::uint16_t indicator : identity.result.concepts) {
      const auto [begin, end] = finder_.mentions().between(indicator, part.block, part.block);
      for (const QuantityRef candidate : std::vector<QuantityRef>(begin, end)) {
        const bool before = candidate < part && quantity(candidate).indicator == indicator;
        if (before && (!best || *best < candidate)) best = candidate;
      }
    }
  }
  return best;
}

std::optional<QuantityRef> ShareLinker::by_indicator(std::u16string_view words, QuantityRef share, QuantityRef part) const {
  const auto& lexicon = *document_.lexicon;
  for (auto rest = words; !rest.empty();) {
    if (const profile::Entry* entry = lexicon.concept_suffix(rest)) {
      const auto qualifier = facts::content_words(rest.substr(0, rest.size() - entry->word.size()), lexicon);
      auto found = nearest(entry->concept_index, share, qualifier, true);
      if (found == part) found = finder_.nearest(entry->concept_index, part, qualifier, basis_class(quantity(share).basis), resolved_year(document_, quantity(share)), true);   // 项目支出有98万元在四季度，占项目支出的48%
      if (!found) {   // 三公经费支出 of its own budget
        found = nearest(entry->concept_index, share, qualifier, false);
        if (found && quantity(*found).indicator != quantity(part).indicator) found.reset();
      }
      if (found && same_measure(quantity(*found), quantity(part))) return found;
      return std::nullopt;
    }
    const profile::Entry* tail = lexicon.suffix(rest, profile::WordClass::tail);
    if (!tail) return std::nullopt;
    rest.remove_suffix(tail->word.size());
  }
  return std::nullopt;
}

// On the basis and in the year of the share.
std::optional<QuantityRef> ShareLinker::nearest(std::uint16_t indicator, QuantityRef share, std::u16string_view qualifier, bool named) const {
  return finder_.nearest(indicator, share, qualifier, basis_class(quantity(share).basis), resolved_year(document_, quantity(share)), named);
}

// 燃油费占运行维护费的55%: what the words before 占 name, wherever it is told; 两类占…的60%，合计206万元: told behind
std::vector<Ledger::Told> ShareLinker::told_parts(QuantityRef share) const {
  const Ledger& ledger = *document_.ledger;
  const Quantity& value = quantity(share);
  const int year = resolved_year(document_, value);
  auto told = ledger.told(ledger.named(value.label), share, [&](QuantityRef ref) { return ledger.year_of(ref) == year && quantity(ref).role != Role::base; });
  const QuantityRef behind{share.block, share.ordinal + 1};
  if (!told.empty() || behind.ordinal >= document_.blocks[share.block].facts->quantities.size()) return told;
  const bool sums_up = quantity(behind).role == Role::total && finder_.layout().sentence(behind) == finder_.layout().sentence(share);
  if (sums_up) told.push_back({behind, Ledger::Match::alike});
  return told;
}

// The amounts that the words behind 占 name, on the side that they name; the base of the share before it where none do.
std::vector<Ledger::Told> ShareLinker::told_bases(QuantityRef share, QuantityRef part) const {
  const Ledger& ledger = *document_.ledger;
  const Quantity& value = quantity(share);
  if (value.base_quantity >= 0) return {{{share.block, static_cast<std::uint32_t>(value.base_quantity)}, Ledger::Match::same}};
  if (names_the_whole(value.base) || document_.lexicon->prefix(value.base, profile::WordClass::back) || value.base.starts_with(u"该") || value.base.starts_with(u"其")) return told_wholes(share, part);   // 该项目全年支出
  if (facts::content_words(value.base, *document_.lexicon).empty()) return told_plans(share, part);
  const bool planned = document_.lexicon->contains(value.base, profile::WordClass::budget) || document_.lexicon->contains(value.base, profile::WordClass::adjusted_budget);
  const int year = document_.lexicon->contains(value.base, profile::WordClass::previous_period) ? document_.year - 1 : ledger.year_of(part);
  return ledger.told(ledger.named(value.base), share, [&](QuantityRef ref) {
    return ref != part && same_measure(quantity(ref), quantity(part)) && ledger.year_of(ref) == year && (ledger.side_of(ref) == Side::planned) == planned;
  });
}

// 占预算的86%: what was planned for the part
std::vector<Ledger::Told> ShareLinker::told_plans(QuantityRef share, QuantityRef part) const {
  const Ledger& ledger = *document_.ledger;
  return ledger.told(ledger.thing_of(part), share, [&](QuantityRef ref) { return same_measure(quantity(ref), quantity(part)) && ledger.year_of(ref) == ledger.year_of(part) && ledger.side_of(ref) == Side::planned; });
}

// 占总额的56%: of the list, of the list around it, of what the share before it is of, of the last amount with this name.
std::vector<Ledger::Told> ShareLinker::told_wholes(QuantityRef share, QuantityRef part) const {
  std::vector<Ledger::Told> told;
  const auto add = [&](QuantityRef ref) {
    if (ref != part && same_measure(quantity(ref), quantity(part))) told.push_back({ref, Ledger::Match::alike});
  };
  auto whole = finder_.whole_of(part);
  for (int i = 0; whole && i < most_nested; ++i, whole = finder_.whole_of(*whole)) add(*whole);
  const facts::Facts& facts = *document_.blocks[share.block].facts;
  for (std::size_t i = finder_.layout().element(share); i-- > 0;) {   // 机构运转支出中：人员类54万元，比重88%
    const Element& element = facts.elements[i];
    if (element.kind == ElementKind::stop) break;
    if (element.name < 0) continue;
    for (const Ledger::Told& named : document_.ledger->told(document_.ledger->named(facts.names[static_cast<std::size_t>(element.name)]), share, [&](QuantityRef ref) { return ref != part && same_measure(quantity(ref), quantity(part)) && quantity(part).value() < quantity(ref).value(); })) add(named.ref);
    break;
  }
  if (last_base_ && last_base_->block == share.block) add(last_base_->base);
  const std::u16string& words = quantity(share).base;
  for (std::uint32_t i = share.ordinal; i-- > 0 && words.size() >= 2;) {
    if (is_amount(quantity({share.block, i})) && quantity({share.block, i}).label.ends_with(words)) add({share.block, i});
  }
  std::size_t larger = 0;
  for (const QuantityRef before : finder_.layout().before(part, sentences_to_whole)) {   // 项目862万元，…。其中583万元用于抚育，占该项目的68%
    const bool larger_one = is_amount(quantity(before)) && same_measure(quantity(before), quantity(part)) && quantity(part).value() < quantity(before).value();
    if (larger_one && !words.empty() && ++larger <= most_wholes) add(before);
  }
  return told;
}

}  // namespace gouji::relations
