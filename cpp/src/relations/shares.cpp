// Shares: 基本支出 92 万元，占支出合计的 66%.

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "facts/label.h"
#include "relations/amount_finder.h"
#include "relations/linkers.h"
#include "relations/memory.h"
#include "relations/part_list.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr int most_nested = 4;              // totals of totals
constexpr std::uint32_t near_blocks = 1;   // back to the whole that a share without a base is of
constexpr std::uint32_t far_blocks = 60;   // to one that its words are like

/// Words for a denominator that name no amount of their own: the total of the list that the part stands in.
bool names_the_whole(std::u16string_view base) {
  constexpr std::u16string_view words[]{u"", u"总额", u"总数", u"总量", u"全部", u"总", u"总计", u"合计", u"其", u"总金额", u"总人数", u"总规模", u"整体", u"年", u"总体", u"该项经费", u"该项资金", u"该项支出", u"该项目"};
  return std::find(std::begin(words), std::end(words), base) != std::end(words);
}

class ShareLinker {
 public:
  ShareLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        const bool exact = quantities[i].approximation == facts::Approximation::exact;
        if (quantities[i].role == Role::share && exact) link_unit(document_, Linker::shares, {block, i}, relations_, [&] { link({block, i}); });
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef share) {
    const auto part = find_part(share);
    if (!part) return;
    const auto base = find_base(share, *part);
    if (!base) return link_likely(share, *part);
    if ( *base == *part || quantity(*base).value().is_zero() || !same_measure(quantity(*part), quantity(*base))) return;
    Relation relation = make(share, *part, *base);
    auto whole = finder_.whole_of(*base);
    for (int i = 0; relation.verdict.status == Status::violated && whole && i < most_nested; ++i, whole = finder_.whole_of(*whole)) {   // 县本级支出53亿元, part of 全县支出
      const profile::Entry* named = document_.lexicon->concept_suffix(quantity(share).base);
      const bool general = named && named->word.size() == 2 && quantity(*base).label.find(quantity(share).base) == std::u16string::npos;   // of 支出, whatever stands before it
      if (!general || !same_measure(quantity(*part), quantity(*whole))) break;
      const Relation wider = make(share, *part, *whole);
      if (wider.verdict.status == Status::holds) relation = wider;
    }
    relations_.push_back(std::move(relation));
  }

  Relation make(QuantityRef share, QuantityRef part, QuantityRef base, bool proof = true) const {
    Relation relation;
    relation.kind = RelationKind::share;
    relation.result = share;
    relation.operands = {{part, 1}, {base, 1}};
    relation.because = Because::words;
    relation.proof = proof;
    relation.derived = true;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  // 占新收案件的49.98%: an amount before it that shares words with the base. 应迁移37座，已迁移22座，占59.46%: one before
  // it in its measure. Of several the one that holds is meant, and where none does the share is of something else.
  void link_likely(QuantityRef share, QuantityRef part) {
    std::u16string words = facts::content_words(quantity(share).base, *document_.lexicon);
    if (quantity(share).base.ends_with(u"支出") && !words.ends_with(u"支出")) words += u"支出";   // 项目实际支出
    const bool unnamed = words.empty() || names_the_whole(quantity(share).base);
    std::vector<QuantityRef> bases;
    std::set<std::string> values;
    for (std::uint32_t block = share.block + 1; block-- > 0 && block + (unnamed ? near_blocks : far_blocks) >= share.block;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const QuantityRef candidate{block, i};
        if (!(candidate < part) || !is_amount(quantities[i]) || quantities[i].cell >= 0 || !same_measure(quantities[i], quantity(part)) || quantities[i].value() < quantity(part).value()) continue;
        if (!unnamed && !shares_words(quantities[i], words)) continue;
        bases.push_back(candidate);
        values.insert(quantities[i].value().to_string());
      }
    }
    for (const QuantityRef base : bases) {
      Relation relation = make(share, part, base);
      if (relation.verdict.status == Status::violated) continue;
      return relations_.push_back(std::move(relation)), void();
    }
    const bool only = values.size() == 1 && bases.front().block == share.block && quantity(part).kind != profile::UnitKind::money && finder_.layout().sentence(bases.front()) == finder_.layout().sentence(share);
    if (only) relations_.push_back(make(share, part, bases.front(), false));
  }

  // 新收 in 新收案件, 承担 in 承担机构
  bool shares_words(const Quantity& value, std::u16string_view words) const {
    std::u16string told = value.label + value.after + value.qualifier;
    if (value.indicator != profile::no_concept) told += document_.lexicon->vocabulary().concepts[value.indicator].name;
    const bool of_money = value.kind == profile::UnitKind::money;
    if (of_money && value.indicator != profile::no_concept && words.size() >= 2 && told.ends_with(words.substr(words.size() - 2))) return true;   // 一般公共预算支出: all that was spent
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const auto pair = words.substr(i, 2);
      const bool general = of_money && (document_.lexicon->prefix(pair, profile::WordClass::tail) || document_.lexicon->prefix(pair, profile::WordClass::generic));
      if (!general && told.find(pair) != std::u16string::npos) return true;
    }
    return false;
  }

  // The part is the amount before the share in its sentence, unless the words before 占 name another one.
  std::optional<QuantityRef> find_part(QuantityRef share) const {
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
    for (std::size_t i = element_of(share); i-- > 0;) {
      const Element& element = facts.elements[i];
      if (element.kind == ElementKind::close) ++depth;
      if (element.kind == ElementKind::open && depth > 0) --depth;
      if (element.kind == ElementKind::stop && depth == 0) return std::nullopt;
      if (element.kind != ElementKind::quantity || depth > 0) continue;
      const QuantityRef candidate{share.block, static_cast<std::uint32_t>(element.value)};
      const Role role = quantity(candidate).role;
      if (role == Role::base || role == Role::share || role == Role::rate || role == Role::change) continue;
      if (quantity(candidate).kind == profile::UnitKind::percent) continue;
      const bool planned = value.basis == facts::Basis::actual && basis_class(quantity(candidate).basis) == 1;   // 预算4.5万元，实际支出占预算的85%
      if (planned || !is_amount(quantity(candidate))) return std::nullopt;
      if (!ends_a_row(i, share.block)) return candidate;
      return finder_.whole_of(candidate);
    }
    return std::nullopt;
  }

  // 甲72万元、乙18万元，分别占80%和20%: as many amounts before the shares as there are shares.
  std::uint32_t series_length(QuantityRef share) const {
    const auto& quantities = document_.blocks[share.block].facts->quantities;
    std::uint32_t begin = share.ordinal - static_cast<std::uint32_t>(quantities[share.ordinal].series);
    std::uint32_t length = 1;
    while (begin + length < quantities.size() && quantities[begin + length].series == static_cast<int>(length)) ++length;
    return length;
  }

  std::optional<QuantityRef> part_in_series(QuantityRef share) const {
    const std::uint32_t length = series_length(share);
    const auto series = static_cast<std::uint32_t>(quantity(share).series);
    const auto& facts = *document_.blocks[share.block].facts;
    std::vector<QuantityRef> amounts;   // nearest first
    int depth = 0;
    for (std::size_t i = element_of({share.block, share.ordinal - series}); i-- > 0 && amounts.size() < length;) {
      const Element& element = facts.elements[i];
      depth += element.kind == ElementKind::close ? 1 : element.kind == ElementKind::open ? -1 : 0;
      if (depth < 0 || (element.kind == ElementKind::stop && depth == 0)) return std::nullopt;
      if (element.kind != ElementKind::quantity || depth > 0) continue;
      const QuantityRef candidate{share.block, static_cast<std::uint32_t>(element.value)};
      if (is_amount(quantity(candidate)) && quantity(candidate).kind != profile::UnitKind::percent) amounts.push_back(candidate);
    }
    if (amounts.size() < length) return std::nullopt;
    return amounts[length - 1 - series];
  }

  // The last of several amounts in a row: 各为5万元、3万元和2万元，占…% speaks of all of them.
  bool ends_a_row(std::size_t element, std::uint32_t block) const {
    const auto& elements = document_.blocks[block].facts->elements;
    return element >= 2 && elements[element - 1].kind == ElementKind::pause && elements[element - 2].kind == ElementKind::quantity;
  }

  std::size_t element_of(QuantityRef ref) const {
    const auto& elements = document_.blocks[ref.block].facts->elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (elements[i].kind == ElementKind::quantity && static_cast<std::uint32_t>(elements[i].value) == ref.ordinal) return i;
    }
    return 0;
  }

  std::optional<QuantityRef> find_base(QuantityRef share, QuantityRef part) const {
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
      if (const auto named = finder_.by_label(words, share, part)) return named;
      const std::u16string content = facts::content_words(words, *document_.lexicon);
      if (!content.empty()) return std::nullopt;
    }
    const auto whole = finder_.whole_of(part);
    return whole ? whole : whole_by_words(part);
  }

  // 本年收入130万元，其中财政拨款收入117万元，占比90%: a list of one part, or an indicator that is known as a part.
  std::optional<QuantityRef> whole_by_words(QuantityRef part) const {
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

  std::optional<QuantityRef> by_indicator(std::u16string_view words, QuantityRef share, QuantityRef part) const {
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
  std::optional<QuantityRef> nearest(std::uint16_t indicator, QuantityRef share, std::u16string_view qualifier, bool named) const {
    return finder_.nearest(indicator, share, qualifier, basis_class(quantity(share).basis), resolved_year(document_, quantity(share)), named);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
};

}  // namespace

void link_shares(const DocumentView& document, std::vector<Relation>& relations) { ShareLinker(document, relations).run(); }

}  // namespace gouji::relations
