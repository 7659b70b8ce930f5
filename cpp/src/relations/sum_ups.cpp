// Totals whose words say which amounts before them they sum up: 前两类合计, 两者合计, 优秀和良好共, 满意以上, 与在职人员合计.

#include <algorithm>
#include <optional>
#include <set>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/summed_rows.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Approximation;
using facts::Quantity;
using facts::Role;
using profile::UnitKind;

namespace {

constexpr std::size_t most_summed = 12;

class SumUpLinker {
 public:
  SumUpLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout), rows_(document) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (document_.blocks[block].block->kind == syntax::BlockKind::table_row) continue;
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      link_unit(document_, Linker::sum_ups, {block, 0}, relations_, [&] {
        dropped_ = false;
        for (std::uint32_t i = 0; i < count; ++i) link({block, i});
        return !dropped_;
      });
    }
    document_.ties->sweep();
  }

 private:
  using Row = std::vector<QuantityRef>;
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void link(QuantityRef total) {
    const Quantity& value = quantity(total);
    const bool full = value.kind == UnitKind::score && value.basis == facts::Basis::target && value.approximation == Approximation::exact && value.role == Role::detail;   // 满分100分
    if ((!is_amount(value) && !full) || value.limit != 0 || is_percentage(value)) return;
    std::vector<Row> readings;
    bool sure = true;
    if (const std::size_t number = counted(total)) {
      readings = counted_rows(total, number);
      const bool said = value.announced || value.role == Role::total;   // 后两项即本年收入: perhaps of something else
      sure = said && (is_first(total) || rows_.row_before(total, 0, false).size() == number || rows_.row_before(total, 0, true).empty());
    }
    else if (const Row joined = joined_row(total); !joined.empty()) readings = {joined};
    else if (const Row upwards = upwards_row(total); !upwards.empty()) readings = {upwards};
    else if (const Row together = together_row(total); !together.empty()) {
      readings = {together};
      sure = rows_.row_before(total, 0, false).size() == 1;
    }
    else {
      sure = false;
      readings = named_rows(total);
    }
    for (const Row& row : readings) {
      if (const Relation relation = sum_of(total, row); relation.verdict.status != Status::violated) return keep(relation);
    }
    if (sure && !readings.empty()) keep(sum_of(total, readings.front()));
  }
  Relation sum_of(QuantityRef total, Row parts) const {
    std::sort(parts.begin(), parts.end());
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = total;
    for (const QuantityRef part : parts) relation.operands.push_back({part, 1});
    relation.verdict = judge(document_, relation);
    return relation;
  }

  void keep(const Relation& relation) {
    const auto is_sum = [](const Relation& other) { return other.kind == RelationKind::sum; };
    const bool good = relation.verdict.status != Status::violated;
    const Ties::List others = document_.ties->with_result(relation.result);
    if (others.any([&](const Relation& other) { return is_sum(other) && (other.verdict.status != Status::violated || !good); })) return;
    for (const Relation& other : others) {
      if (!is_sum(other)) continue;
      document_.ties->drop(other);
      dropped_ = true;
    }
    relations_.push_back(relation);
  }

  // 两类人员合计, 前三项共, 后两项即: the number right before the amount; 两者合计.
  std::size_t counted(QuantityRef total) const {
    const Quantity& value = quantity(total);
    constexpr std::u16string_view pairs[]{u"两者", u"二者", u"两项", u"两类"};
    if (value.announced && std::find(std::begin(pairs), std::end(pairs), std::u16string_view(value.label)) != std::end(pairs)) return 2;
    if (value.announced && value.label == u"三者") return 3;
    if (total.ordinal == 0) return 0;
    const Quantity& number = quantity({total.block, total.ordinal - 1});
    constexpr std::u16string_view units[]{u"类", u"项", u"种", u"部分", u"者", u"笔"};
    const bool of_things = number.kind == UnitKind::count && number.number.places() == 0 && std::find(std::begin(units), std::end(units), std::u16string_view(number.printed_unit)) != std::end(units);
    constexpr std::u16string_view summing[]{u"共", u"合计", u"总计", u"即", u"之和", u"小计"};
    const bool sums = (value.announced && follows_directly(total)) || std::any_of(std::begin(summing), std::end(summing), [&](std::u16string_view word) { return number.after.find(word) != std::u16string::npos; });
    const bool in_order = number.label.ends_with(u"前") || number.label.ends_with(u"后") || number.label == u"上述" || number.label == u"以上";
    if (!of_things || !(sums || in_order)) return 0;
    for (std::size_t n = 2; n <= most_summed; ++n) {
      if (number.value() == number::Decimal(static_cast<std::int64_t>(n), 0)) return n;
    }
    return 0;
  }

  // 三项支出合计686万元: no mark stands between.
  bool follows_directly(QuantityRef total) const {
    const auto& all = document_.blocks[total.block].facts->elements;
    const auto found = std::find_if(all.begin(), all.end(), [&](const facts::Element& element) { return element.kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(element.value) == total.ordinal; });
    return found != all.begin() && found != all.end() && (found - 1)->kind == facts::ElementKind::quantity;
  }

  // 前两类合计
  bool is_first(QuantityRef total) const { return quantity({total.block, total.ordinal - 1}).label.ends_with(u"前"); }

  std::vector<Row> counted_rows(QuantityRef total, std::size_t number) const {
    std::vector<Row> readings;
    const std::u16string_view which = quantity({total.block, total.ordinal - 1}).label;
    if (is_first(total)) {
      if (const Row list = rows_.last_list(total); list.size() >= number) readings.emplace_back(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(number));
      for (int sentences = 0; sentences <= 1; ++sentences) {
        Row row = rows_.row_before(total, sentences, true);
        std::reverse(row.begin(), row.end());
        if (row.size() < number) continue;
        readings.emplace_back(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(number));
        if (row.size() > number) readings.emplace_back(row.begin() + 1, row.begin() + 1 + static_cast<std::ptrdiff_t>(number));   // behind the whole
      }
      return readings;
    }
    for (int sentences = 0; sentences <= 1; ++sentences) {
      for (const bool parts_too : {which.ends_with(u"后"), true}) {
        Row row = rows_.row_before(total, sentences, parts_too);
        if (row.size() < number) continue;
        row.resize(number);
        readings.push_back(std::move(row));
      }
      Row wholes = rows_.wholes_before(total, sentences);
      if (wholes.size() < number) continue;
      wholes.resize(number);
      readings.push_back(std::move(wholes));
    }
    return readings;
  }

  static std::u16string without_quotes(std::u16string_view words) {
    std::u16string result;
    for (const char16_t unit : words) {
      if (unit != u'“' && unit != u'”') result.push_back(unit);
    }
    return result;
  }

  // 优秀和良好共1,247份: every name that is joined stands before an amount of the block.
  Row joined_row(QuantityRef total) const {
    const Quantity& value = quantity(total);
    if (!value.announced) return {};
    const std::u16string label = without_quotes(value.label);
    Row parts;
    std::size_t begin = 0;
    while (begin <= label.size()) {
      const std::size_t end = std::min(label.find_first_of(u"和与及、", begin), label.size());
      const auto part = amount_named(total, std::u16string_view(label).substr(begin, end - begin));
      if (!part || std::find(parts.begin(), parts.end(), *part) != parts.end()) return {};
      parts.push_back(*part);
      begin = end + 1;
    }
    return parts.size() >= 2 ? parts : Row{};
  }

  std::optional<QuantityRef> amount_named(QuantityRef total, std::u16string_view name) const {
    if (name.size() < 2) return std::nullopt;
    for (const QuantityRef before : rows_.row_before(total, 3, true)) {
      const std::u16string label = without_quotes(quantity(before).label);
      const bool same = label == name || (label.size() > name.size() && label.ends_with(name) && label.find_first_of(u"和与及、") == std::u16string::npos && name.size() * 2 >= label.size());
      if (same) return before;
    }
    return std::nullopt;
  }

  // “满意”以上192份: the row up to the amount of that name.
  Row upwards_row(QuantityRef total) const {
    std::u16string name = without_quotes(quantity(total).label);
    if (!name.ends_with(u"以上")) return {};
    name.resize(name.size() - 2);
    if (name.ends_with(u"及")) name.pop_back();
    Row row;
    bool found = false;
    for (const QuantityRef before : rows_.row_before(total, 1, true)) {
      const std::u16string label = without_quotes(quantity(before).label);
      found |= label == name || (label.ends_with(name) && label.size() <= name.size() + 2 && row.empty());
      if (!found) continue;
      if (is_whole(before)) break;
      row.push_back(before);
    }
    return row.size() >= 2 ? row : Row{};
  }

  bool is_whole(QuantityRef ref) const { return document_.ties->is_total(ref); }

  // 退休72人，与在职人员合计151人: the amount before it and the one that is named.
  Row together_row(QuantityRef total) const {
    const Quantity& value = quantity(total);
    const profile::Entry* entry = value.announced && value.indicator == profile::no_concept ? document_.lexicon->concept_suffix(value.label) : nullptr;
    if (!entry || entry->word.size() != value.label.size()) return {};
    const Row row = rows_.row_before(total, 0, false);
    if (row.empty()) return {};
    for (const QuantityRef before : rows_.row_before(total, 3, false)) {
      if (before != row.front() && quantity(before).indicator == entry->concept_index) return {row.front(), before};
    }
    return {};
  }

  // 下转634人次，上转1087人次，双向转诊共1721人次; 财政供养人员共49人: what stands before it, where that adds up.
  std::vector<Row> named_rows(QuantityRef total) const {
    const Quantity& value = quantity(total);
    const bool of_staff = value.base_unit == u"人" && (value.label.ends_with(u"人数") || value.label.find(u"实际") != std::u16string::npos);
    const bool of_scores = value.kind == UnitKind::score && (value.basis == facts::Basis::target || has_indicator(document_, value, "self_score")) && layout_.before(total, 0).size() >= 3;   // 决策20分、过程20分、…，满分100分
    const bool of_money = value.kind == UnitKind::money && value.label.find(u'总') != std::u16string::npos;   // 加上补助、结转，收入总量
    std::vector<Row> readings;
    const auto add = [&](Row row) {
      if (row.size() >= 2) readings.push_back(std::move(row));
    };
    if (of_scores) {
      Row row = rows_.row_before(total, 0, true);   // 分值分别为…，满分100分；得分分别为…，总分96分
      std::erase_if(row, [&](QuantityRef part) { return (quantity(part).basis == facts::Basis::target) != (value.basis == facts::Basis::target); });
      if (row.size() >= 3) add(std::move(row));
      row = rows_.row_before(total, 0, true);
      if (row.size() >= 3) add(std::move(row));
      if (value.basis == facts::Basis::target) add(row_behind(total));
    }
    if (of_money) {
      Row row = rows_.row_before(total, 0, false);
      if (const auto head = sentence_head(total)) row.push_back(*head);
      add(std::move(row));
    }
    if (!value.announced && !of_staff && !of_scores && !of_money) return readings;
    add(rows_.row_before(total, 0, false));
    Row done = rows_.row_before(total, 0, true);   // 升入高中532人，未升学7人，共升学921人
    std::erase_if(done, [&](QuantityRef part) { return quantity(part).remainder || quantity(part).complement || is_whole(part); });
    add(std::move(done));
    Row staff = rows_.row_before(total, 99, false);
    std::erase_if(staff, [&](QuantityRef part) { return has_indicator(document_, quantity(part), "staff_quota"); });
    if (value.base_unit == u"人") add(std::move(staff));
    return readings;
  }

  // 满分100分，分值设置为决策18分、过程22分、…: the scores of the sentence behind it.
  Row row_behind(QuantityRef total) const {
    Row row;
    const auto& quantities = document_.blocks[total.block].facts->quantities;
    for (std::uint32_t i = total.ordinal + 1; i < quantities.size(); ++i) {
      const QuantityRef here{total.block, i};
      if (layout_.sentence(here) != layout_.sentence(total) || quantities[i].kind != UnitKind::score || quantities[i].approximation != Approximation::exact || quantities[i].role == Role::change) break;
      row.push_back(here);
    }
    return row.size() >= 3 ? row : Row{};
  }

  // 基金收入8.46亿元，…。加上补助0.63亿元、…，收入总量18.70亿元: the first amount of the sentence before.
  std::optional<QuantityRef> sentence_head(QuantityRef total) const {
    std::optional<QuantityRef> head;
    for (const QuantityRef before : layout_.before(total, 1)) {
      if (layout_.sentence(before) < layout_.sentence(total) && is_amount(quantity(before)) && same_measure(quantity(total), quantity(before))) head = before;
    }
    return head;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  const SummedRows rows_;
  bool dropped_ = false;   // a relation found before, for one of this block
};

}  // namespace

void link_sum_ups(const DocumentView& document, std::vector<Relation>& relations) { SumUpLinker(document, relations).run(); }

}  // namespace gouji::relations
