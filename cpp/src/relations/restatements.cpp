// Restatements: one figure told twice.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "relations/doubts.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/mentions.h"
#include "relations/restatement_key.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;

class RestatementLinker {
 public:
  RestatementLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), doubts_(document), keys_(document, totals_), told_(document.values->count()) {}

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
        if (parts_of_own_kind_.contains({block, i})) continue;
        if (auto key = keys_.of({block, i})) add(std::move(*key), {block, i});
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
    if (relation.table && doubts_.in_one_table(mentions)) return;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::violated && doubts_.any(mentions)) return;
    if (relation.verdict.status == Status::violated && (each_is_confirmed(mentions) || (relation.table && is_of_some(key, mentions)))) return;
    relations_.push_back(std::move(relation));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  Doubts doubts_;
  RestatementKeys keys_;
  std::set<QuantityRef> parts_of_own_kind_, computed_;
  std::map<QuantityRef, QuantityRef> totals_;   // of the sums
  std::vector<int> told_;                       // how often each value stands in the text
  std::vector<std::pair<RestatementKey, std::vector<QuantityRef>>> groups_;   // in the order of their first mentions
  std::unordered_map<RestatementKey, std::size_t, RestatementKeyHash> group_of_;
};

}  // namespace

void link_restatements(const DocumentView& document, std::vector<Relation>& relations) { RestatementLinker(document, relations).run(); }

}  // namespace gouji::relations
