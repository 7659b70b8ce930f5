// Restatements: one figure told twice.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/restatement_key.h"
#include "relations/tables.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using facts::Role;
using profile::WordClass;

constexpr std::size_t shortest_label = 4;        // content words, in units
constexpr std::size_t shortest_rate = 5;         // of the name of a rate
constexpr std::size_t shortest_event_label = 7;  // of something that is counted per occasion

class RestatementLinker {
 public:
  RestatementLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), told_(document.values->count()) {}

  void run() {
    for (const Relation& relation : relations_) {
      if (relation.kind == RelationKind::rate) computed_.insert(relation.result);
      const bool of_table = relation.kind == RelationKind::column && document_.quantity(relation.result).indicator != profile::no_concept;
      if (relation.kind != RelationKind::sum && !of_table) continue;
      for (const Operand& operand : relation.operands) {
        totals_.emplace(operand.quantity, relation.result);
        const Quantity &part = document_.quantity(operand.quantity), &total = document_.quantity(relation.result);
        const bool left_over = has_indicator(document_, total, "closing_balance");  // 结转9万元由项目支出8万元…组成
        if ((part.indicator == total.indicator || left_over) && part.indicator != profile::no_concept) parts_of_own_kind_.insert(operand.quantity);
      }
    }
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (document_.blocks[block].block->flattened_table) continue;
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        ++told_[value_of({block, i})];
        if (parts_of_own_kind_.contains({block, i}) || is_left_over({block, i})) continue;  // 结余32万元：结转下年21万元，…
        if (auto key = key_for(QuantityRef{block, i})) add(std::move(*key), {block, i});
      }
    }
    for (const auto& [key, mentions] : groups_) {
      if (mentions.size() < 2) continue;
      for (const auto& one_thing : split(mentions)) {
        if (one_thing.size() >= 2) tie(key, one_thing);
      }
    }
  }

 private:
  void add(RestatementKey key, QuantityRef mention) {
    const auto [group, is_new] = group_of_.try_emplace(std::move(key), groups_.size());
    if (is_new) groups_.emplace_back(group->first, std::vector<QuantityRef>());
    groups_[group->second].second.push_back(mention);
  }

  std::optional<RestatementKey> key_for(QuantityRef ref) const {
    const Quantity& quantity = document_.quantity(ref);
    const bool rated = quantity.role == Role::rate && quantity.base.empty() && quantity.base_quantity < 0;
    const bool stated = quantity.approximation == facts::Approximation::exact && (quantity.role == Role::level || rated) && !quantity.besides;
    if (!stated || (quantity.limit != 0 && quantity.qualifier.empty())) return std::nullopt;  // 控制在年初预算7万元以内: of what stands before it
    if (leads_several(ref)) return std::nullopt;
    if (follows_count(ref) || is_spent_on_things(document_, ref)) return std::nullopt;  // 三类项目支出共计2886万元: of these three
    const bool spending = has_indicator(document_, quantity, "expenditure") && !quantity.qualifier.empty();
    RestatementKey key{quantity.indicator, {}, key_of(document_, ref), quantity.kind, quantity.base_unit};
    if (spending) {  // 培训支出20万元 is 培训20万元
      key.indicator = profile::no_concept;
    } else if (quantity.indicator != profile::no_concept) {
      for (const auto id : {"adjust_up", "adjust_down", "staff_other"}) {  // one indicator of several kinds of things
        if (has_indicator(document_, quantity, id)) key.words = quantity.label;
      }
      return names_itself(quantity) ? std::optional(key) : std::nullopt;
    }
    if (quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::duration) return rate_key(ref, key);
    key.words = spending ? quantity.qualifier : description(quantity);
    if (quantity.label.find(u"年初") != std::u16string::npos) key.words += u"年初";
    if (quantity.after.starts_with(u"未") || quantity.after.starts_with(u"尚未")) key.words += u"未";
    const bool speaks_for_itself = quantity.kind == profile::UnitKind::money || key.words.size() >= shortest_event_label;
    key.mention.scope = speaks_for_itself ? std::u16string_view() : std::u16string_view(quantity.topic);
    if (!identifies(quantity, key.words) && !(key.words.size() >= shortest_label && has_target(ref))) return std::nullopt;
    return key;
  }

  // 结转资金分别为147万元、114万元和136万元: the first of several
  bool leads_several(QuantityRef ref) const {
    const auto& facts = *document_.blocks[ref.block].facts;
    if (ref.ordinal + 1 >= facts.quantities.size()) return false;
    const Quantity& next = facts.quantities[ref.ordinal + 1];
    if (!next.label.empty() || next.indicator != profile::no_concept || next.role != Role::level || !same_measure(next, document_.quantity(ref))) return false;
    const std::size_t i = document_.layout->element(ref);
    return i + 2 < facts.elements.size() && facts.elements[i + 1].kind == facts::ElementKind::pause && facts.elements[i + 2].kind == facts::ElementKind::quantity;
  }

  // 水质抽检合格率96.25%: a rate that its name identifies.
  std::optional<RestatementKey> rate_key(QuantityRef ref, RestatementKey key) const {
    const Quantity& quantity = document_.quantity(ref);
    key.words = facts::content_words(quantity.label, *document_.lexicon), key.mention.scope = quantity.topic;
    const bool named = quantity.kind == profile::UnitKind::percent && key.words.size() >= shortest_rate && (key.words.back() == u'率' || key.words.back() == u'度') && !is_generic(key.words);
    const bool told = quantity.basis != facts::Basis::target && quantity.cell < 0 && quantity.against.empty();
    return named && told ? std::optional(key) : std::nullopt;
  }

  bool follows_count(QuantityRef ref) const {
    const facts::Facts& facts = *document_.blocks[ref.block].facts;
    const std::size_t i = document_.layout->element(ref);
    if (i == 0 || i >= facts.elements.size() || facts.elements[i - 1].kind != facts::ElementKind::quantity) return false;
    return facts.quantities[static_cast<std::size_t>(facts.elements[i - 1].value)].kind == profile::UnitKind::count && document_.quantity(ref).kind == profile::UnitKind::money;
  }

  // 年末结转9万元由项目8万元、基本支出1万元组成: of what was left
  bool is_left_over(QuantityRef ref) const {
    const facts::Facts& facts = *document_.blocks[ref.block].facts;
    const std::size_t own = document_.layout->element(ref);
    if (own >= facts.elements.size()) return false;
    for (std::size_t i = own; i-- > 0;) {
      const facts::Element& element = facts.elements[i];
      if (element.kind == facts::ElementKind::quantity && has_indicator(document_, facts.quantities[static_cast<std::size_t>(element.value)], "closing_balance")) return true;
      if (element.kind != facts::ElementKind::quantity && element.kind != facts::ElementKind::pause && element.kind != facts::ElementKind::announce) return false;
    }
    return false;
  }

  // 预算, 结余, 调增 name an amount only together with what they are the budget of.
  bool names_itself(const Quantity& quantity) const {
    if (has_indicator(document_, quantity, "budget") && scope_of(document_, quantity).empty()) {
      constexpr std::u16string_view words[]{u"年初", u"部门", u"总", u"全年", u"批复"};
      if (std::none_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return quantity.label.find(word) != std::u16string::npos; })) return false;
    }
    const bool vague = document_.lexicon->vocabulary().concepts[quantity.indicator].generic && !scope_of(document_, quantity).empty() && is_generic(scope_of(document_, quantity));
    if (vague) return false;  // 项目预算: of which project?
    for (const auto id : {"executed", "funds", "staff_retired_ordinary", "staff_retired_veteran", "procure_goods", "procure_works", "procure_services"}) {
      if (has_indicator(document_, quantity, id)) return !scope_of(document_, quantity).empty();
    }
    return true;
  }

  // 新增科技工作者注册 and the counted noun; words that say nothing are left out.
  std::u16string description(const Quantity& quantity) const {
    std::u16string words = facts::content_words(quantity.label, *document_.lexicon);
    if (quantity.kind == profile::UnitKind::money) strip_head(words);
    if (quantity.kind == profile::UnitKind::count) words += facts::content_words(quantity.after, *document_.lexicon);
    return words;
  }

  // 草原修复治理项目 and 草原修复治理资金 are one thing.
  static void strip_head(std::u16string& words) {
    for (const std::u16string_view head : {u"项目", u"资金", u"经费", u"专项", u"工程"}) {
      if (words.ends_with(head) && words.size() >= head.size() + shortest_label) words.resize(words.size() - head.size());
    }
  }

  bool identifies(const Quantity& quantity, const std::u16string& words) const {
    if (words.size() < shortest_label || is_generic(words)) return false;
    const bool event = document_.lexicon->contains(words, WordClass::event);
    const bool of_the_year = quantity.period.kind == facts::PeriodKind::current && words.size() >= shortest_label + 2;
    if (quantity.kind == profile::UnitKind::count) return words.size() >= (event ? shortest_event_label : shortest_label + 2) || (of_the_year && !is_generic_event(words));
    return quantity.kind == profile::UnitKind::money && !event;
  }

  // A result measured against a target is stated for the year, not for an occasion.
  bool has_target(QuantityRef ref) const {
    const auto& quantities = document_.blocks[ref.block].facts->quantities;
    return ref.ordinal + 1 < quantities.size() && quantities[ref.ordinal + 1].limit == 1 && same_measure(quantities[ref.ordinal], quantities[ref.ordinal + 1]);
  }

  // 发放宣传资料: what is left beside the doing is too general
  bool is_generic_event(std::u16string_view words) const {
    std::u16string rest;
    for (std::size_t i = 0; i < words.size();) {
      const auto* entry = document_.lexicon->word_at(words, i);
      const std::size_t length = entry ? entry->word.size() : 1;
      if (!entry || !entry->is(WordClass::event)) rest += words.substr(i, length);
      i += length;
    }
    return rest.size() < 2 || is_generic(rest);
  }

  bool is_generic(std::u16string_view words) const {
    while (!words.empty()) {
      const auto* entry = document_.lexicon->word_at(words, 0);
      if (!entry || !entry->is(WordClass::generic)) return false;
      words.remove_prefix(entry->word.size());
    }
    return true;
  }

  std::size_t value_of(QuantityRef ref) const { return document_.values->of(ref); }

  // 预算31万元，其中：接待费11万元 and 决算24万元，其中：接待费8万元: parts of different totals are different things. One
  // that is a part of none belongs to the things that it agrees with.
  std::vector<std::vector<QuantityRef>> split(const std::vector<QuantityRef>& mentions) const {
    std::map<std::pair<std::uint16_t, MentionKey>, std::vector<QuantityRef>> things;
    std::vector<QuantityRef> free;
    for (const QuantityRef mention : mentions) {
      const auto total = totals_.find(mention);
      if (total == totals_.end()) free.push_back(mention);
      else things[{document_.quantity(total->second).indicator, key_of(document_, total->second)}].push_back(mention);
    }
    if (things.size() < 2) return {mentions};
    std::vector<std::vector<QuantityRef>> all;
    for (auto& [total, thing] : things) all.push_back(std::move(thing));
    for (const QuantityRef mention : free) {
      const auto agrees = std::find_if(all.begin(), all.end(), [&](const auto& thing) { return value_of(thing.front()) == value_of(mention); });
      (agrees == all.end() ? all.front() : *agrees).push_back(mention);
    }
    for (auto& thing : all) std::sort(thing.begin(), thing.end());
    return all;
  }

  // 支出情况表 of one body and 支出情况表 of another
  bool in_tables_of_one_title(const std::vector<QuantityRef>& mentions) const {
    std::set<std::u16string> titles;
    std::set<const Table*> seen;
    for (const QuantityRef mention : mentions) {
      const Table* table = document_.quantity(mention).cell < 0 ? nullptr : table_of(mention);
      if (table && seen.insert(table).second && !titles.insert(table->title).second) return true;
    }
    return false;
  }

  const Table* table_of(QuantityRef mention) const {
    const auto& tables = *document_.tables;
    const auto behind = std::upper_bound(tables.begin(), tables.end(), mention.block, [](std::uint32_t block, const Table& table) { return block < table.rows.front().block; });
    return behind == tables.begin() || mention.block > std::prev(behind)->rows.back().block ? nullptr : &*std::prev(behind);
  }

  // One table tells different things under one name, not one thing twice.
  bool in_one_table(const std::vector<QuantityRef>& mentions) const {
    const Table* first = table_of(mentions.front());
    return first && std::all_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return document_.quantity(mention).cell >= 0 && table_of(mention) == first; });
  }

  // Values that are each told twice are of different things under one name.
  bool each_is_confirmed(const std::vector<QuantityRef>& mentions) const {
    return std::all_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return told_[value_of(mention)] >= 2; });
  }

  // The row has several numbers, and the text may tell another one of them.
  bool in_row_of(QuantityRef told, const std::vector<QuantityRef>& mentions) const {
    return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) {
      const auto& row = document_.blocks[mention.block].facts->quantities;
      return document_.quantity(mention).cell >= 0 && std::any_of(row.begin(), row.end(), [&](const Quantity& cell) { return same_measure(cell, document_.quantity(told)) && cell.value() == document_.quantity(told).value(); });
    });
  }

  // A table of projects tells what is left of these; a part that the text tells may be of another total than the row.
  bool is_of_some(const RestatementKey& key, const std::vector<QuantityRef>& mentions) const {
    const auto& concepts = document_.lexicon->vocabulary().concepts;
    if (key.indicator != profile::no_concept && concepts[key.indicator].id == "closing_balance") return true;
    const auto is_told = [&](QuantityRef mention) { return document_.quantity(mention).kind == profile::UnitKind::money && document_.quantity(mention).cell < 0; };
    return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_told(mention) && (totals_.contains(mention) || in_row_of(mention, mentions)); });
  }

  void tie(const RestatementKey& key, const std::vector<QuantityRef>& mentions) {
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = mentions.front();
    for (std::size_t i = 1; i < mentions.size(); ++i) relation.operands.push_back({mentions[i], 1});
    relation.because = key.indicator == profile::no_concept ? Because::words : Because::identity;
    relation.table = std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return document_.quantity(mention).cell >= 0; });
    if (std::count_if(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return computed_.contains(mention); }) > 1) return;   // rates of two surveys
    if (relation.table && in_one_table(mentions)) return;
    relation.verdict = judge(document_, relation);
    if (relation.table && relation.verdict.status == Status::violated && in_tables_of_one_title(mentions)) return;
    if (relation.verdict.status == Status::violated && (each_is_confirmed(mentions) || (relation.table && is_of_some(key, mentions)))) return;
    relations_.push_back(std::move(relation));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::set<QuantityRef> parts_of_own_kind_, computed_;
  std::map<QuantityRef, QuantityRef> totals_;   // of the sums
  std::vector<int> told_;                       // how often each value stands in the text
  std::vector<std::pair<RestatementKey, std::vector<QuantityRef>>> groups_;   // in the order of their first mentions
  std::unordered_map<RestatementKey, std::size_t, RestatementKeyHash> group_of_;
};

}  // namespace

void link_restatements(const DocumentView& document, std::vector<Relation>& relations) { RestatementLinker(document, relations).run(); }

}  // namespace gouji::relations
