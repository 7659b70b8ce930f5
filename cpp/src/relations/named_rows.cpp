// Rows of amounts whose total words name, and which was told before: 优待抚恤支出分别为：…; 上述开放经费，用于甲、乙、丙.

#include <algorithm>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

namespace {

constexpr std::uint32_t blocks_looked_back = 20;

class NamedRowLinker {
 public:
  NamedRowLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      if (document_.blocks[block].block->kind == syntax::BlockKind::table_row || facts.quantities.size() < 2) continue;
      bool starts = true;
      for (std::size_t i = 0; i < facts.elements.size(); ++i) {
        if (facts.elements[i].kind == ElementKind::stop || facts.elements[i].kind == ElementKind::semicolon) starts = true;
        if (facts.elements[i].kind != ElementKind::quantity || !starts) continue;
        starts = false;
        link(block, i);
      }
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // A sentence that begins with a row of one measure.
  void link(std::uint32_t block, std::size_t place) {
    const auto& facts = *document_.blocks[block].facts;
    const QuantityRef first{block, static_cast<std::uint32_t>(facts.elements[place].value)};
    std::u16string name;
    int announcement = -1;   // the element that announces the row
    for (std::size_t i = place; i-- > 0 && facts.elements[i].kind != ElementKind::stop && facts.elements[i].kind != ElementKind::semicolon;) {
      const Element& element = facts.elements[i];
      const bool announces = (element.kind >= ElementKind::announce && element.kind <= ElementKind::announce_partial) || element.kind == ElementKind::purpose || (element.kind == ElementKind::colon && element.name >= 0);
      if (!announces) continue;
      announcement = static_cast<int>(i);
      if (element.name >= 0) name = facts.names[static_cast<std::size_t>(element.name)];
    }
    if (announcement < 0) return;
    const bool announced = !name.empty() && facts.elements[static_cast<std::size_t>(announcement)].kind == ElementKind::announce;
    const ElementKind how = facts.elements[static_cast<std::size_t>(announcement)].kind;
    if (name.empty()) name = quantity(first).topic;
    if (name.empty()) name = quantity(first).label;   // 人员经费用于工资612.44万元、…
    const std::vector<QuantityRef> row = row_from(block, place, how == ElementKind::purpose);
    if (row.size() < 2 || document_.ties->is_part(row.front())) return;
    const bool grouped = facts.elements[static_cast<std::size_t>(announcement)].value == 2;   // 按承担机构分
    const std::vector<QuantityRef> candidates = totals(row.front(), name, grouped);
    for (const QuantityRef total : candidates) {
      if (sum_of(total, row).verdict.status != Status::violated) return relations_.push_back(sum_of(total, row)), void();
    }
    const bool sure = !candidates.empty() && announced && !grouped && row.size() >= 3 && are_alike(row) && stem(name) == stem(quantity(candidates.front()).label);   // 优待抚恤支出分别为：
    if (sure) relations_.push_back(sum_of(candidates.front(), row));
  }

  // Parts of one kind, not the budget, the spending and the rest of one thing.
  bool are_alike(const std::vector<QuantityRef>& row) const {
    return std::all_of(row.begin(), row.end(), [&](QuantityRef part) {
      const Quantity& value = quantity(part);
      const bool general = value.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[value.indicator].generic;
      return !value.label.empty() && !general && !value.remainder && same_basis(value, quantity(row.front()));
    });
  }

  std::vector<QuantityRef> row_from(std::uint32_t block, std::size_t place, bool purposes) const {
    const auto& elements = document_.blocks[block].facts->elements;
    std::vector<QuantityRef> row;
    ElementKind between = ElementKind::stop;
    int depth = 0;
    bool clause_has_part = false;
    for (std::size_t i = place; i < elements.size(); ++i) {
      const Element& element = elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth < 0) break;
      if (depth > 0) continue;
      if (element.kind >= ElementKind::pause && element.kind <= ElementKind::stop) {
        clause_has_part = false;
        if (row.size() == 1 && between == ElementKind::stop) between = element.kind;
        if (element.kind > between || element.kind == ElementKind::stop) break;
      }
      if (element.kind == ElementKind::et_cetera) return {};
      if (element.kind != ElementKind::quantity) continue;
      const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
      const Quantity& value = quantity(here);
      if (!row.empty() && !same_measure(quantity(row.front()), value)) continue;
      const bool amount = is_amount(value) || (purposes && value.role == Role::detail && value.approximation == facts::Approximation::exact);
      if (!amount || clause_has_part) continue;
      row.push_back(here);
      clause_has_part = true;
    }
    return row;
  }

  // Amounts before the row that its name may mean, nearest first.
  std::vector<QuantityRef> totals(QuantityRef first, std::u16string_view name, bool grouped) const {
    std::vector<QuantityRef> result;
    const std::u16string wanted = stem(name);
    const std::uint16_t heading = heading_indicator(first.block);
    for (std::uint32_t block = first.block + 1; block-- > 0 && block + blocks_looked_back >= first.block;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const QuantityRef candidate{block, i};
        const Quantity& value = quantities[i];
        if (!(candidate < first) || !is_amount(value) || value.cell >= 0 || !same_measure(value, quantity(first))) continue;
        const std::u16string label = stem(value.label);
        const bool named = label.size() >= 2 && wanted.size() >= 2 && (wanted.find(label) != std::u16string::npos || label.find(wanted) != std::u16string::npos);
        const bool below = heading != profile::no_concept && value.indicator == heading;
        const bool scores = value.kind == profile::UnitKind::score && has_indicator(document_, value, "self_score");
        const bool divided = block == first.block && is_whole(candidate);   // 收、支总计…。收入包括：…。支出包括：…
        const bool whole = grouped && value.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[value.indicator].generic;
        if (named || below || whole || scores || divided) result.push_back(candidate);
      }
    }
    return result;
  }

  bool is_whole(QuantityRef ref) const { return document_.ties->is_total(ref); }

  std::uint16_t heading_indicator(std::uint32_t block) const {
    const int heading = document_.outline->heading_of_block[block];
    if (heading < 0) return profile::no_concept;
    const auto& entry = document_.outline->headings[static_cast<std::size_t>(heading)];
    std::u16string_view words = document_.blocks[entry.block].block->folded.slice(entry.title.begin, entry.title.size());
    for (; words.size() >= 2; words.remove_suffix(1)) {
      const profile::Entry* found = document_.lexicon->concept_suffix(words);
      if (found && !document_.lexicon->vocabulary().concepts[found->concept_index].generic) return found->concept_index;
    }
    return profile::no_concept;
  }

  std::u16string stem(std::u16string_view words) const {
    for (const std::u16string_view beginning : {u"上述", u"以上"}) {
      if (words.starts_with(beginning)) words.remove_prefix(beginning.size());
    }
    for (auto tail = document_.lexicon->suffix(words, profile::WordClass::tail); tail && words.size() >= tail->word.size() + 2; tail = document_.lexicon->suffix(words, profile::WordClass::tail)) words.remove_suffix(tail->word.size());
    return facts::content_words(words, *document_.lexicon);
  }

  Relation sum_of(QuantityRef total, const std::vector<QuantityRef>& row) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : row) relation.operands.push_back({part, 1});
    relation.verdict = judge(document_, relation);
    return relation;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_named_rows(const DocumentView& document, std::vector<Relation>& relations) { NamedRowLinker(document, relations).run(); }

}  // namespace gouji::relations
