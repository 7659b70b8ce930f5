// Rows of amounts that follow their total with no word between: 编制床位260张，主楼180张，康复楼80张. Tied where they add up.

#include <algorithm>
#include <set>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::int64_t largest_small_count = 20;

class RowLinker {
 public:
  RowLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      if (document_.blocks[block].block->kind == syntax::BlockKind::table_row || facts.quantities.size() < 3) continue;
      link_unit(document_, Linker::rows, {block, 0}, relations_, [&] {
        parts_.clear();
        for (std::size_t i = 0; i < facts.elements.size(); ++i) {
          if (facts.elements[i].kind != ElementKind::quantity) continue;
          link(block, i);
          link_changes(block, i);
        }
      });
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  bool is_part(QuantityRef ref) const {
    const auto divides = [&](const Relation& relation) { return relation.kind == RelationKind::sum && !relation.table && relation.result < ref; };   // 前三项合计 behind them divides nothing
    return parts_.contains(ref) || document_.ties->with_part(ref).any(divides);
  }

  void link(std::uint32_t block, std::size_t place) {
    const auto& elements = document_.blocks[block].facts->elements;
    const QuantityRef total{block, static_cast<std::uint32_t>(elements[place].value)};
    if (!is_amount(quantity(total)) || quantity(total).limit != 0 || is_percentage(quantity(total)) || quantity(total).remainder) return;
    if (is_small_sibling(block, place)) return;
    std::vector<QuantityRef> row;
    ElementKind between = ElementKind::stop;   // the mark behind the first part
    for_purposes_ = false;
    int depth = 0, stops = 0;
    bool clause_has_part = true, marked = false;
    for (std::size_t i = place + 1; i < elements.size(); ++i) {
      const Element& element = elements[i];
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth < 0) break;
      if (depth > 0) continue;
      const bool is_mark = element.kind >= ElementKind::pause && element.kind <= ElementKind::stop;
      if (is_mark) {
        const bool sibling = row.empty() && (element.kind == ElementKind::semicolon || (element.kind == ElementKind::pause && stops == 0));
        if (sibling) return;
        clause_has_part = false;
        marked = true;
        if (row.size() == 1 && between == ElementKind::stop) between = element.kind;
        const bool ends = element.kind == ElementKind::stop || element.kind == ElementKind::semicolon || element.kind > between;
        if (ends && keep_if_good(total, row)) return;
        const bool sentence_ends = element.kind == ElementKind::stop && (!row.empty() || ++stops > 1);
        const bool row_ends = sentence_ends || (element.kind == ElementKind::semicolon && row.size() >= 2);
        if (row_ends && !is_part(total) && is_complete(total, row, stops > 0 && !is_behind(block, place))) {
          parts_.insert(row.begin(), row.end());
          return relations_.push_back(sum_of(total, row)), void();
        }
        if (sentence_ends) return;
        continue;
      }
      if (element.kind == ElementKind::announce || element.kind == ElementKind::item || element.kind == ElementKind::besides) break;
      if (element.kind == ElementKind::purpose && row.empty()) for_purposes_ = true;
      if (element.kind != ElementKind::quantity) continue;
      const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
      const Quantity& value = quantity(here);
      if (!same_measure(quantity(total), value)) {
        if (row.empty() && is_amount(value) && value.kind == quantity(total).kind && stops == 0 && !marked) return;
        continue;
      }
      if (value.role == Role::share || value.role == Role::rate || value.role == Role::change || value.role == Role::base) continue;
      if (value.announced || value.role == Role::total) break;
      if (!is_addend(total, here) || clause_has_part) return;
      row.push_back(here);
      clause_has_part = true;
    }
    keep_if_good(total, row);
  }

  // 净增433.78万元（基本支出26.50万元、项目支出407.28万元）; 增加96.11万元，其中基本支出增加34.12万元，项目支出增加61.99万元
  void link_changes(std::uint32_t block, std::size_t place) {
    const auto& elements = document_.blocks[block].facts->elements;
    const QuantityRef total{block, static_cast<std::uint32_t>(elements[place].value)};
    const Quantity& whole = quantity(total);
    if (whole.role != Role::change || is_percentage(whole) || whole.approximation != facts::Approximation::exact) return;
    std::vector<QuantityRef> levels, changes;
    int depth = 0;
    bool announced = false;
    for (std::size_t i = place + 1; i < elements.size(); ++i) {
      const Element& element = elements[i];
      if (element.kind == ElementKind::open) announced = true;
      if (element.kind == ElementKind::open) ++depth;
      if (element.kind == ElementKind::close && --depth <= 0) break;
      if (element.kind == ElementKind::announce || element.kind == ElementKind::announce_open) announced = true;
      if (element.kind == ElementKind::stop || element.kind == ElementKind::semicolon || element.kind == ElementKind::announce_partial) break;
      if (element.kind != ElementKind::quantity) continue;
      const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
      const Quantity& value = quantity(here);
      if (is_percentage(value)) continue;
      if (!announced || !same_measure(whole, value) || value.approximation != facts::Approximation::exact) break;
      if (value.role == Role::change) changes.push_back(here);
      else if (value.role == Role::level) levels.push_back(here);
      else break;
    }
    if (changes.empty()) keep_if_good(total, levels);
    else if (levels.empty() && std::all_of(changes.begin(), changes.end(), [&](QuantityRef part) { return quantity(part).direction == whole.direction; })) keep_if_good(total, changes);
  }

  // A small count behind others of its sentence: what follows may add up to it by chance.
  bool is_small_sibling(std::uint32_t block, std::size_t place) const {
    const auto& elements = document_.blocks[block].facts->elements;
    const Quantity& total = quantity({block, static_cast<std::uint32_t>(elements[place].value)});
    return total.value() <= number::Decimal(largest_small_count, 0) && is_behind(block, place);
  }

  // Another amount of the measure stands before it in its sentence.
  bool is_behind(std::uint32_t block, std::size_t place) const {
    const auto& elements = document_.blocks[block].facts->elements;
    const Quantity& total = quantity({block, static_cast<std::uint32_t>(elements[place].value)});
    for (std::size_t i = place; i-- > 0 && elements[i].kind != ElementKind::stop;) {
      if (elements[i].kind == ElementKind::quantity && same_measure(total, quantity({block, static_cast<std::uint32_t>(elements[i].value)}))) return true;
    }
    return false;
  }

  bool is_addend(QuantityRef total, QuantityRef part) const {
    const Quantity& value = quantity(part);
    const bool purpose = for_purposes_ && value.role == Role::detail && value.approximation == facts::Approximation::exact;
    if (!(is_amount(value) || purpose) || value.limit != 0 || value.besides || is_part(part) || !same_basis(quantity(total), value) || (!purpose && !can_add(document_, quantity(total), value))) return false;
    return value.kind == UnitKind::count || !value.remainder;
  }

  // The last part is all the rest, or the parts are all the kinds there are: 男18人，女9人; 行政22人、事业14人、工勤2人.
  bool is_complete(QuantityRef total, const std::vector<QuantityRef>& row, bool sentence_before) const {
    if (row.size() < 2 || !std::all_of(row.begin(), row.end(), [&](QuantityRef part) { return !quantity(part).label.empty() && is_amount(quantity(part)); })) return false;
    const std::u16string_view first = quantity(row.front()).label, last = quantity(row.back()).label;
    const bool rest = sentence_before && last.size() > 2 && last.starts_with(u"其他") && quantity(total).label.ends_with(last.substr(2));   // 本年收入…。…，其他收入
    const bool one_unit = std::all_of(row.begin(), row.end(), [&](QuantityRef part) { return quantity(part).printed_unit == quantity(total).printed_unit; });
    const bool by_sex = row.size() == 2 && first.starts_with(u"男") && last.starts_with(u"女");
    const std::u16string whole = facts::content_words(quantity(total).label, *document_.lexicon);
    const bool like_parts = !whole.empty() && std::all_of(row.begin(), row.end(), [&](QuantityRef part) { return quantity(part).label.back() == whole.back() && !quantity(part).label.ends_with(whole); });   // 卫生技术岗430人，行政管理岗38人，工勤岗44人
    const bool by_post = one_unit && !like_parts && quantity(total).base_unit == u"人" && std::all_of(row.begin(), row.end(), [&](QuantityRef part) { return document_.lexicon->prefix(quantity(part).label, profile::WordClass::staff_category); });
    const bool scores = row.size() >= 3 && has_indicator(document_, quantity(total), "self_score");
    return rest || by_sex || by_post || scores;
  }

  Relation sum_of(QuantityRef total, const std::vector<QuantityRef>& row) const {
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : row) relation.operands.push_back({part, 1});
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  bool keep_if_good(QuantityRef total, const std::vector<QuantityRef>& row) {
    const auto filled = std::count_if(row.begin(), row.end(), [&](QuantityRef part) { return quantity(part).value() != number::Decimal(0, 0); });
    const bool pair_with_rest = row.size() == 2 && (quantity(row[0]).remainder || quantity(row[1]).remainder);
    if (filled < 2 || pair_with_rest) return false;
    Relation relation = sum_of(total, row);
    if (relation.verdict.status == Status::violated) return false;
    for (const QuantityRef part : row) parts_.insert(part);
    relations_.push_back(std::move(relation));
    return true;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::set<QuantityRef> parts_;   // of the rows of the block
  bool for_purposes_ = false;   // 用于 stands between the total and its row
};

}  // namespace

void link_rows(const DocumentView& document, std::vector<Relation>& relations) { RowLinker(document, relations).run(); }

}  // namespace gouji::relations
