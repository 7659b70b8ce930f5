// Restatements: one figure told twice.

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "relations/doubts.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/mentions.h"
#include "relations/restatement_key.h"
#include "relations/ties.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;

/// The mentions of a block that words identify.
struct Keyed {
  std::uint32_t ordinal = 0;
  std::size_t hash = 0;
  RestatementKey key;
};
using BlockKeys = std::vector<Keyed>;

class RestatementLinker {
 public:
  RestatementLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), doubts_(document), keys_(document), told_(document.values->count()) {}

  void run() {
    own_.reserve(document_.memory ? 0 : document_.blocks.size());   // groups point to these
    slots_.resize(std::bit_ceil(2 * document_.values->size() + 2), none);
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      if (document_.blocks[block].block->flattened_table || quantities.empty()) continue;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) ++told_[value_of({block, i})];
      const auto read = [&] { return keys_of(block); };
      const BlockKeys& keys = document_.memory ? document_.memory->value_of<BlockKeys>(Reading::restatement_keys, block, read) : own_.emplace_back(read());
      for (const Keyed& each : keys) add(each, {block, each.ordinal});
    }
    for (const Group& group : groups_) {
      if (group.last == group.first) continue;
      std::vector<QuantityRef> mentions;
      for (std::uint32_t link = group.first; link != none; link = mentions_[link].next) mentions.push_back(mentions_[link].mention);
      for (const auto& one_thing : split(mentions)) {
        if (one_thing.size() >= 2) tie(group.keyed->key, one_thing);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  struct Group {
    const Keyed* keyed;
    std::uint32_t first, last;   // places in mentions_
  };
  struct Mention {
    QuantityRef mention;
    std::uint32_t next;
  };

  BlockKeys keys_of(std::uint32_t block) const {
    BlockKeys keys;
    const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      if (keys_.is_part_of_own_kind({block, i})) continue;
      if (auto key = keys_.of({block, i})) keys.push_back({i, RestatementKeyHash()(*key), std::move(*key)});
    }
    return keys;
  }

  // Groups are in the order of their first mentions.
  void add(const Keyed& keyed, QuantityRef mention) {
    const auto link = static_cast<std::uint32_t>(mentions_.size());
    mentions_.push_back({mention, none});
    std::size_t slot = keyed.hash & (slots_.size() - 1);
    for (; slots_[slot] != none; slot = (slot + 1) & (slots_.size() - 1)) {
      Group& group = groups_[slots_[slot]];
      if (group.keyed->hash != keyed.hash || !(group.keyed->key == keyed.key)) continue;
      mentions_[group.last].next = link;
      group.last = link;
      return;
    }
    slots_[slot] = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({&keyed, link, link});
  }

  std::size_t value_of(QuantityRef ref) const { return document_.values->of(ref); }

  // 预算31万元，其中：接待费11万元 and 决算24万元，其中：接待费8万元: parts of different totals are different things. One
  // that is a part of none belongs to the things that it agrees with.
  std::vector<std::vector<QuantityRef>> split(const std::vector<QuantityRef>& mentions) const {
    std::map<std::pair<std::uint16_t, MentionKey>, std::vector<QuantityRef>> things;
    std::vector<QuantityRef> free;
    for (const QuantityRef mention : mentions) {
      const auto total = keys_.total_of(mention);
      if (!total) free.push_back(mention);
      else things[{document_.quantity(*total).indicator, key_of(document_, *total)}].push_back(mention);
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
    return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_told(mention) && (keys_.total_of(mention) || in_row_of(mention, mentions)); });
  }

  bool is_computed(QuantityRef ref) const {
    return document_.ties->with_result(ref).any([](const Relation& relation) { return relation.kind == RelationKind::rate; });
  }

  void tie(const RestatementKey& key, const std::vector<QuantityRef>& mentions) {
    Relation relation;
    relation.kind = RelationKind::restatement;
    relation.result = mentions.front();
    for (std::size_t i = 1; i < mentions.size(); ++i) relation.operands.push_back({mentions[i], 1});
    relation.because = key.indicator == profile::no_concept ? Because::words : Because::identity;
    relation.table = std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return document_.quantity(mention).cell >= 0; });
    if (std::count_if(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_computed(mention); }) > 1) return;   // rates of two surveys
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
  std::vector<int> told_;               // how often each value stands in the text
  std::vector<BlockKeys> own_;          // where no memory keeps them
  std::vector<Group> groups_;           // in the order of their first mentions
  std::vector<Mention> mentions_;
  std::vector<std::uint32_t> slots_;    // of groups, by hash
};

}  // namespace

void link_restatements(const DocumentView& document, std::vector<Relation>& relations) { RestatementLinker(document, relations).run(); }

}  // namespace gouji::relations
