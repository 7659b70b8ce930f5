// Numbered items with paragraphs of their own: the first amounts of all of them against an amount told before the first item.

#include <algorithm>
#include <optional>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using syntax::BlockKind;
using syntax::MarkerStyle;

constexpr std::size_t longest_total = 16;   // units of the words that begin a line of totals
constexpr std::uint32_t blocks_looked_back = 6;   // from the first item to the paragraph that tells the total
constexpr std::uint32_t most_lines = 12;          // of one item

class ItemTotalLinker {
 public:
  ItemTotalLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const syntax::Marker& marker = document_.blocks[block].block->marker;
      if (marker.style == MarkerStyle::none || marker.number != 1 || document_.blocks[block].block->kind == BlockKind::table_row) continue;
      link_unit(document_, Linker::item_totals, {block, 0}, relations_, [&] {
        const std::vector<std::uint32_t> items = items_from(block);
        if (items.size() >= 2) link(items);
      });
    }
    for (std::uint32_t block = 1; block < document_.blocks.size(); ++block) {
      if (document_.blocks[block].block->kind == BlockKind::table_row) continue;
      if (document_.blocks[block].facts->quantities.size() < 2) continue;
      link_unit(document_, Linker::lines_with_totals, {block, 0}, relations_, [&] {
        link_total_line(block);
        link_headed(block);
        link_known_parts(block);
      });
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // The blocks of the items 1, 2, 3 …; items of lower styles and plain paragraphs stand between them.
  std::vector<std::uint32_t> items_from(std::uint32_t first) const {
    const syntax::Marker& marker = document_.blocks[first].block->marker;
    std::vector<std::uint32_t> items{first};
    for (std::uint32_t block = first + 1; block < document_.blocks.size() && block <= items.back() + most_lines; ++block) {
      const syntax::Marker& here = document_.blocks[block].block->marker;
      if (here.style == MarkerStyle::none || here.style > marker.style) continue;
      if (here.style != marker.style || here.number != marker.number + static_cast<int>(items.size())) break;
      items.push_back(block);
    }
    return items;
  }

  // The first amount of each item, in its line or the paragraph below it.
  void link(const std::vector<std::uint32_t>& items) {
    for (const facts::Basis basis : {facts::Basis::unknown, facts::Basis::budget}) {
      std::vector<QuantityRef> parts;
      for (std::size_t i = 0; i < items.size(); ++i) {
        const auto end = i + 1 < items.size() ? items[i + 1] : items[i] + 2;
        const auto part = first_amount(items[i], std::min({end, items[i] + 3, static_cast<std::uint32_t>(document_.blocks.size())}), basis);
        if (!part || (!parts.empty() && !same_measure(quantity(parts.front()), quantity(*part)))) break;
        parts.push_back(*part);
      }
      if (parts.size() < 2 || parts.size() + 1 < items.size()) continue;
      if (keep(items.front(), parts) || keep_behind(items.back() + 1, parts)) continue;
      if (parts.size() == items.size() && parts.size() > 2) {   // 1.基本支出 2.项目支出 3.“三公”经费
        parts.pop_back();
        keep(items.front(), parts);
      }
    }
  }

  std::optional<QuantityRef> first_amount(std::uint32_t begin, std::uint32_t end, facts::Basis basis) const {
    for (std::uint32_t block = begin; block < end; ++block) {
      if (document_.blocks[block].block->kind == BlockKind::table_row) return std::nullopt;
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].kind != profile::UnitKind::money || !is_amount(quantities[i])) continue;
        if (basis == facts::Basis::budget && quantities[i].basis != basis) continue;
        return QuantityRef{block, i};
      }
    }
    return std::nullopt;
  }

  Relation sum_of(QuantityRef total, const std::vector<QuantityRef>& parts) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  bool is_told(QuantityRef total, const std::vector<QuantityRef>& parts) const {
    const auto is_good = [](const Relation& relation) { return relation.kind == RelationKind::sum && relation.verdict.status != Status::violated; };
    return document_.ties->with_result(total).any(is_good) || document_.ties->any_with(parts[0], [&](const Relation& relation) { return relation.kind == RelationKind::sum && is_member(relation, parts[1]); });
  }

  // 履职效能：分值35，得分33.5； … 合计：分值100，得分96.7。: lines of as many figures, and their total; a column that does not add
  // up is told where another one does.
  void link_total_line(std::uint32_t block) {
    const auto& lexicon = *document_.lexicon;
    const auto& totals = document_.blocks[block].facts->quantities;
    if (totals.size() < 2 || totals.size() > 4) return;
    const syntax::Block& of_block = *document_.blocks[block].block;
    const std::u16string_view text = of_block.folded.slice(of_block.content, longest_total);
    const auto& words = lexicon.vocabulary().tables;
    const auto begins = [&](const std::vector<std::u16string>& list) { return std::any_of(list.begin(), list.end(), [&](const std::u16string& word) { return text.starts_with(word); }); };
    if (!(begins(words.total) || begins(words.grand) || begins(words.score_total))) return;
    std::vector<std::uint32_t> lines;
    for (std::uint32_t line = block; line-- > 0 && lines.size() < most_lines;) {
      const auto& values = document_.blocks[line].facts->quantities;
      const bool alike = document_.blocks[line].block->kind != BlockKind::table_row && values.size() == totals.size() && std::equal(values.begin(), values.end(), totals.begin(), [](const Quantity& a, const Quantity& b) { return same_measure(a, b) && a.approximation == facts::Approximation::exact; });
      if (!alike) break;
      lines.insert(lines.begin(), line);
    }
    if (lines.size() < 2) return;
    std::vector<Relation> columns;
    bool good = false;
    for (std::uint32_t i = 0; i < totals.size(); ++i) {
      if (is_percentage(totals[i])) continue;
      std::vector<QuantityRef> parts;
      for (const std::uint32_t line : lines) parts.push_back({line, i});
      columns.push_back(sum_of({block, i}, parts));
      good = good || columns.back().verdict.status == Status::holds;
    }
    for (Relation& relation : columns) {
      if (good && !is_told(relation.result, {relation.operands[0].quantity, relation.operands[1].quantity})) relations_.push_back(std::move(relation));
    }
  }

  // 1.医疗收入12,154.60万元 / 门诊收入4,218.60万元，住院收入7,936.00万元。: a line of one amount, and the first sentence below it.
  void link_headed(std::uint32_t block) {
    const auto& above = document_.blocks[block - 1].facts->quantities;
    if (above.size() != 1 || !is_amount(above.front()) || above.front().kind != profile::UnitKind::money || document_.blocks[block - 1].block->kind == BlockKind::table_row) return;
    std::vector<QuantityRef> parts;
    for (const facts::Element& element : document_.blocks[block].facts->elements) {
      if (element.kind == facts::ElementKind::stop) break;
      if (element.kind != facts::ElementKind::quantity) continue;
      const Quantity& value = quantity({block, static_cast<std::uint32_t>(element.value)});
      if (is_percentage(value)) continue;
      if (!is_amount(value) || !same_measure(value, above.front()) || value.label.empty()) return;
      parts.push_back({block, static_cast<std::uint32_t>(element.value)});
    }
    if (parts.size() < 2 || is_told({block - 1, 0}, parts)) return;
    Relation relation = sum_of({block - 1, 0}, parts);
    if (relation.verdict.status == Status::holds) relations_.push_back(std::move(relation));
  }

  // “三公”经费支出8.6万元，…；公务接待1.4万元，公车运行7.2万元: terms of one identity behind their total, where they add up.
  void link_known_parts(std::uint32_t block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
    for (std::uint32_t total = 0; total + 2 < quantities.size(); ++total) {
      if (!is_amount(quantities[total]) || quantities[total].indicator == profile::no_concept || quantities[total].kind != profile::UnitKind::money) continue;
      for (const profile::Identity& identity : document_.lexicon->vocabulary().identities) {
        if (identity.kind != "sum" || !has(identity.result, quantities[total].indicator)) continue;
        std::vector<QuantityRef> parts;
        std::vector<const profile::Term*> told;
        for (std::uint32_t i = total + 1; i < quantities.size(); ++i) {
          if (!is_amount(quantities[i]) || quantities[i].indicator == profile::no_concept || !same_basis(quantities[i], quantities[total]) || resolved_year(document_, quantities[i]) != resolved_year(document_, quantities[total])) continue;
          const auto term = std::find_if(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& each) { return has(each, quantities[i].indicator); });
          if (term == identity.terms.end() || std::find(told.begin(), told.end(), &*term) != told.end()) continue;
          told.push_back(&*term);
          parts.push_back({block, i});
        }
        const auto filled = std::count_if(parts.begin(), parts.end(), [&](QuantityRef part) { return !quantity(part).value().is_zero(); });
        if (filled < 2 || is_told({block, total}, parts)) continue;
        Relation relation = sum_of({block, total}, parts);
        if (relation.verdict.status == Status::holds) relations_.push_back(std::move(relation));
      }
    }
  }

  bool keep(std::uint32_t first, const std::vector<QuantityRef>& parts) {
    if (std::count_if(parts.begin(), parts.end(), [&](QuantityRef part) { return !quantity(part).value().is_zero(); }) < 2) return false;
    const bool told = document_.ties->any_with(parts[0], [&](const Relation& relation) { return relation.kind == RelationKind::sum && is_member(relation, parts[1]) && relation.verdict.status != Status::violated && relation.result < parts[0]; });
    if (told) return true;
    for (std::uint32_t block = first + 1; block-- > 0 && block + blocks_looked_back >= first;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (auto i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const QuantityRef total{block, i};
        if (!(total < parts.front()) || !is_amount(quantities[i]) || quantities[i].cell >= 0 || !same_measure(quantities[i], quantity(parts.front()))) continue;
        Relation relation = sum_of(total, parts);
        if (relation.verdict.status != Status::holds) continue;
        relations_.push_back(std::move(relation));
        return true;
      }
    }
    return false;
  }

  // 以上5个项目已全部执行完毕，合计927.95万元。
  bool keep_behind(std::uint32_t block, const std::vector<QuantityRef>& parts) {
    if (block >= document_.blocks.size() || document_.blocks[block].block->kind == BlockKind::table_row) return false;
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const bool sums = quantities[i].role == facts::Role::total || quantities[i].announced;
      if (!sums || !same_measure(quantities[i], quantity(parts.front())) || is_told({block, i}, parts)) continue;
      Relation relation = sum_of({block, i}, parts);
      if (relation.verdict.status != Status::holds) continue;
      relations_.push_back(std::move(relation));
      return true;
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_item_totals(const DocumentView& document, std::vector<Relation>& relations) { ItemTotalLinker(document, relations).run(); }

}  // namespace gouji::relations
