// Counts of what is told in rows: values told respectively, the parts of a sum before, the rows of a table behind, the
// projects of a sum elsewhere. Each is tied where the number is that of the things; what else may be meant nobody can say.

#include <algorithm>
#include <optional>
#include <set>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/tables.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using profile::WordClass;

const number::Decimal least(2, 0), most(60, 0);
constexpr std::uint32_t table_reach = 4;   // blocks between the number and its table
constexpr std::uint32_t blocks_back = 2;   // to the sum that 以上三类 speaks of

class CountListLinker {
 public:
  CountListLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    std::set<QuantityRef> done;
    for (const Relation& relation : relations_) {
      if (relation.kind == RelationKind::count) done.insert(relation.result);
      if (relation.kind == RelationKind::count && names_items(quantity(relation.result))) counted_.push_back(quantity(relation.result).value());
      if (relation.kind == RelationKind::sum && !relation.table && relation.operands.size() > 1) sums_.push_back(&relation);
    }
    std::vector<Relation> found;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& elements = document_.blocks[block].facts->elements;
      for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind != ElementKind::quantity) continue;
        const QuantityRef ref{block, static_cast<std::uint32_t>(elements[i].value)};
        if (done.contains(ref) || !counts_things(quantity(ref))) continue;
        auto items = respectively(ref, i);
        if (items.empty()) items = between_semicolons(ref, i);
        if (items.empty()) items = of_sum_around(ref);
        if (items.empty()) items = of_table(ref);
        if (items.empty()) items = of_projects(ref);
        if (!items.empty()) emit(found, ref, std::move(items));
      }
    }
    relations_.insert(relations_.end(), found.begin(), found.end());
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool counts_things(const Quantity& value) {
    return value.kind == profile::UnitKind::count && value.exponent == 0 && value.approximation == facts::Approximation::exact && value.cell < 0 && !(value.value() < least) && value.value() <= most && value.role != facts::Role::change;
  }

  // 项, 类, 者: of what stands before as well as of what follows
  static bool counts_kinds(const Quantity& value) {
    constexpr std::u16string_view units[]{u"项", u"类", u"大类", u"部分", u"方面", u"个", u"级", u"笔"};
    return std::find(std::begin(units), std::end(units), value.base_unit) != std::end(units);
  }

  void emit(std::vector<Relation>& found, QuantityRef ref, std::vector<ListedItem> items) const {
    Relation count;
    count.kind = RelationKind::count;
    count.result = ref;
    count.items = std::move(items);
    count.because = Because::structure;
    count.verdict = judge(document_, count);
    if (count.verdict.status == Status::holds) found.push_back(std::move(count));
  }

  // 举办培训班4期，参训人数分别为58人、60人、57人和55人
  std::vector<ListedItem> respectively(QuantityRef ref, std::uint32_t element) const {
    const auto& facts = *document_.blocks[ref.block].facts;
    bool told = false;
    for (std::uint32_t i = element + 1; i < facts.elements.size(); ++i) {
      const Element& each = facts.elements[i];
      if (each.kind == ElementKind::stop || each.kind == ElementKind::item) return {};
      told |= each.kind == ElementKind::announce && each.value == 1;
      if (each.kind != ElementKind::quantity) continue;
      const Quantity& first = facts.quantities[static_cast<std::size_t>(each.value)];
      const bool in_turn = told || first.respectively || first.series > 0 || says_in_turn(first.label) || says_in_turn(first.base);
      if (!in_turn) {
        if (counts_things(first) && counts_kinds(first)) return {};   // of the nearer number
        continue;
      }
      std::vector<ListedItem> items{{ref.block, i}};
      while (i + 2 < facts.elements.size() && facts.elements[i + 1].kind == ElementKind::pause && facts.elements[i + 2].kind == ElementKind::quantity) items.push_back({ref.block, i += 2});
      if (i + 1 < facts.elements.size() && facts.elements[i + 1].kind == ElementKind::quantity) items.push_back({ref.block, i + 1});   // 3亿元和2亿元
      return items.size() > 1 ? items : std::vector<ListedItem>();
    }
    return {};
  }

  // 三项任务：管护绿地193万平方米；修剪行道树2万株；新建公园5个。
  std::vector<ListedItem> between_semicolons(QuantityRef ref, std::uint32_t element) const {
    const auto& elements = document_.blocks[ref.block].facts->elements;
    std::uint32_t i = element + 1;
    if (i < elements.size() && elements[i].kind == ElementKind::phrase) ++i;
    if (i >= elements.size() || elements[i].kind != ElementKind::colon) return {};
    std::vector<ListedItem> items;
    int depth = 0;
    for (bool begins = true; ++i < elements.size() && elements[i].kind != ElementKind::stop;) {
      depth += elements[i].kind == ElementKind::open ? 1 : elements[i].kind == ElementKind::close ? -1 : 0;
      if (begins) items.push_back({ref.block, i});
      begins = elements[i].kind == ElementKind::semicolon && depth == 0;
    }
    return items.size() > 1 ? items : std::vector<ListedItem>();
  }

  static bool says_in_turn(std::u16string_view words) { return words.find(u"分别") != std::u16string_view::npos || words.find(u"依次") != std::u16string_view::npos; }

  // 人工造林2万亩，封山育林1万亩，两项均超过任务; 以上四类支出: the parts of the nearest sum before; 由六部分组成：of the sum around
  std::vector<ListedItem> of_sum_around(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    const bool back = value.label.empty() || value.label.ends_with(u"以上") || value.label.ends_with(u"上述");
    if (!counts_kinds(value) || (!back && value.base_unit != u"部分")) return {};
    const Relation* nearest = nullptr;
    for (const Relation* sum : sums_) {
      const QuantityRef last = std::max_element(sum->operands.begin(), sum->operands.end(), [](const Operand& a, const Operand& b) { return a.quantity < b.quantity; })->quantity;
      const bool around = value.base_unit == u"部分" && sum->result.block == ref.block && sum->result < ref && ref < sum->operands.front().quantity;
      const bool near = around || last.block == ref.block ? last < ref : last.block < ref.block && last.block + blocks_back >= ref.block && !value.label.empty();
      if (near && value.value() == number::Decimal(static_cast<std::int64_t>(sum->operands.size()), 0) && (!nearest || nearest->result < sum->result)) nearest = sum;
    }
    return nearest ? items_of(*nearest) : std::vector<ListedItem>();
  }

  // 安排7个项目，明细如下：| 项目 | 预算 |
  std::vector<ListedItem> of_table(QuantityRef ref) const {
    const bool item = names_items(quantity(ref));
    if (!item) return {};
    for (const Table& table : *document_.tables) {
      if (table.parts.empty() || table.rows.front().block <= ref.block || table.rows.front().block > ref.block + table_reach) continue;
      if (table.parts.size() > 1 || table.parts.front().panels.empty()) return {};
      const TablePart& part = table.parts.front();
      std::vector<ListedItem> items;
      for (std::uint32_t row = part.first; row < part.last; ++row) {
        const RowName name = read_name(table, part, part.panels.front(), row, *document_.lexicon);
        if (name.total == Total::none && !name.words.empty() && !name.among) items.push_back({table.rows[row].block, 0});
      }
      return items;
    }
    return {};
  }

  // 8个项目; 项目8个; 五个 below 项目支出
  bool names_items(const Quantity& value) const {
    if (!counts_kinds(value)) return false;
    const auto is_item = [](const profile::Entry* entry) { return entry && (entry->word == u"项目" || entry->word == u"单位" || entry->word == u"课题"); };
    return is_item(document_.lexicon->prefix(value.after, WordClass::list_noun)) || is_item(document_.lexicon->suffix(value.label, WordClass::list_noun));
  }

  // 对6个项目全部编制绩效目标: those that a sum of the report adds up
  std::vector<ListedItem> of_projects(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    const bool told = std::find(counted_.begin(), counted_.end(), value.value()) != counted_.end();   // where they are listed
    if (told || !std::u16string_view(value.after).starts_with(u"项目") || value.base_unit != u"个") return {};
    const Relation* only = nullptr;
    for (const Relation* sum : sums_) {
      const bool fits = value.value() == number::Decimal(static_cast<std::int64_t>(sum->operands.size()), 0) && quantity(sum->result).kind == profile::UnitKind::money;
      if (!fits || !is_of_projects(*sum)) continue;
      if (!only || only->operands.size() < sum->operands.size()) only = sum;
    }
    return only ? items_of(*only) : std::vector<ListedItem>();
  }

  bool is_of_projects(const Relation& sum) const {
    const Quantity& total = quantity(sum.result);
    return has_indicator(document_, total, "project_expenditure") || total.label.find(u"项目") != std::u16string::npos || total.topic.find(u"项目") != std::u16string::npos;
  }

  std::vector<ListedItem> items_of(const Relation& sum) const {
    std::vector<ListedItem> items;
    for (const Operand& operand : sum.operands) {
      const auto& elements = document_.blocks[operand.quantity.block].facts->elements;
      for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind == ElementKind::quantity && static_cast<std::uint32_t>(elements[i].value) == operand.quantity.ordinal) items.push_back({operand.quantity.block, i});
      }
    }
    return items;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::vector<const Relation*> sums_;
  std::vector<number::Decimal> counted_;   // numbers of projects that are tied to their list
};

}  // namespace

void link_count_lists(const DocumentView& document, std::vector<Relation>& relations) { CountListLinker(document, relations).run(); }

}  // namespace gouji::relations
