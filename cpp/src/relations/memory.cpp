// Units are kept by name; what each looked at is compared with what an edit touched.

#include "relations/memory.h"

#include <algorithm>
#include <utility>

namespace gouji::relations {
namespace {

std::uint64_t number_of(QuantityRef ref) { return static_cast<std::uint64_t>(ref.block) << 32 | ref.ordinal; }

std::uint64_t fingerprint_of(const Relation& relation) {
  std::uint64_t hash = mixed(static_cast<std::uint64_t>(relation.kind), number_of(relation.result));
  hash = mixed(hash, static_cast<std::uint64_t>(relation.verdict.status) | static_cast<std::uint64_t>(relation.whole) << 8 | static_cast<std::uint64_t>(relation.table) << 9 | static_cast<std::uint64_t>(relation.partial) << 10 | static_cast<std::uint64_t>(relation.one_of_several) << 11 | static_cast<std::uint64_t>(relation.because) << 12);
  for (const Operand& operand : relation.operands) hash = mixed(hash, number_of(operand.quantity) * 2 + (operand.sign > 0 ? 1 : 0));
  return hash;
}

bool same_item(const ListedItem& a, const ListedItem& b) { return a.block == b.block && a.element == b.element && a.half == b.half; }

bool same_members(const Relation& a, const Relation& b) {
  return a.kind == b.kind && a.result == b.result && a.operands == b.operands && std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_item);
}

bool same(const Relation& a, const Relation& b) {
  return same_members(a, b) && a.verdict.status == b.verdict.status && a.comparison == b.comparison && a.because == b.because && a.proof == b.proof && a.quota == b.quota && a.derived == b.derived && a.unsigned_change == b.unsigned_change && a.whole == b.whole && a.table == b.table && a.partial == b.partial && a.one_of_several == b.one_of_several;
}

}  // namespace

void Memory::begin(std::size_t blocks) {
  if (forgotten_) {
    units_.clear();
    values_.clear();
    before_.clear();
    ties_before_.clear();
  }
  forgotten_ = false;
  block_touched_.assign(blocks, false);
  ties_touched_.assign(blocks, false);
  for (const std::uint32_t block : changed_) {
    if (block < blocks) block_touched_[block] = true;
  }
  block_replaced_ = block_touched_;
  for (const std::uint32_t block : replaced_) {
    if (block < blocks) block_replaced_[block] = true;
  }
  changed_.clear();
  replaced_.clear();
  blocks_.reset(blocks);
  ties_.reset(blocks);
  compared_ = summed_ = 0;
  ++turn_;
  for (const auto& [name, unit] : units_) {   // of a block that is another now it may not be asked for again
    if (const std::size_t block = name >> 28 & 0xFFFFFFFF; block < blocks && block_touched_[block]) touch_ties_of(unit.relations, 0);
  }
}

void Memory::expect(std::uint64_t fingerprint) {
  if (fingerprint != fingerprint_) units_.clear();
  fingerprint_ = fingerprint;
}

void Memory::end() {
  std::erase_if(units_, [&](const auto& each) { return each.second.turn != turn_; });
  std::erase_if(values_, [&](const auto& each) { return each.second.turn != turn_; });
  before_.clear();
}

bool Memory::is_touched(const Unit& unit) const {
  return std::any_of(unit.blocks.begin(), unit.blocks.end(), [&](std::uint32_t block) { return block_touched_[block]; }) || std::any_of(unit.ties.begin(), unit.ties.end(), [&](std::uint32_t block) { return ties_touched_[block]; });
}

bool Memory::recall(Linker linker, QuantityRef unit, const std::vector<std::uint32_t>& key, std::vector<Relation>& relations) {
  const auto found = units_.find(name_of(linker, unit));
  if (found == units_.end() || found->second.key != key || is_touched(found->second)) return false;
  found->second.turn = turn_;
  relations.insert(relations.end(), found->second.relations.begin(), found->second.relations.end());
  return true;
}

void Memory::start() {
  blocks_.start();
  ties_.start();
}

void Memory::keep(Linker linker, QuantityRef unit, std::vector<std::uint32_t> key, const std::vector<Relation>& relations, std::size_t first) {
  RelationUnit& kept = units_[name_of(linker, unit)];
  const auto begin = relations.begin() + static_cast<std::ptrdiff_t>(first);
  if (!std::equal(begin, relations.end(), kept.relations.begin(), kept.relations.end(), same)) {
    touch_ties_of(kept.relations, 0);
    touch_ties_of(relations, first);
  }
  kept.relations.assign(begin, relations.end());
  kept.key = std::move(key);
  kept.turn = turn_;
  keep_looks(kept);
}

void Memory::keep_looks(Unit& unit) {
  unit.blocks = blocks_.stop();
  unit.ties = ties_.stop();
  unit.blocks.shrink_to_fit();
}

void Memory::stop() {
  blocks_.stop();
  ties_.stop();
}

void Memory::touch_ties_of(const std::vector<Relation>& relations, std::size_t first) {
  for (std::size_t i = first; i < relations.size(); ++i) {
    ties_touched_[relations[i].result.block] = true;
    for (const Operand& operand : relations[i].operands) ties_touched_[operand.quantity.block] = true;
  }
}

void Memory::compare_ties(const std::vector<Relation>& relations) {
  auto& now = ties_now_;
  if (summed_ == 0) now.assign(block_touched_.size(), 0);
  for (; summed_ < relations.size(); ++summed_) {
    const Relation& relation = relations[summed_];
    const std::uint64_t hash = fingerprint_of(relation);
    std::uint32_t last = relation.result.block;   // several members in a row mostly stand in one block
    now[last] = mixed(now[last], hash);
    for (const Operand& operand : relation.operands) {
      if (operand.quantity.block == last) continue;
      last = operand.quantity.block;
      now[last] = mixed(now[last], hash);
    }
  }
  if (compared_ < ties_before_.size()) {
    const auto& before = ties_before_[compared_];
    for (std::size_t block = 0; block < now.size(); ++block) {
      if (block >= before.size() || before[block] != now[block]) ties_touched_[block] = true;
    }
    ties_before_[compared_] = now;
  } else {
    ties_touched_.assign(now.size(), true);
    ties_before_.push_back(now);
  }
  ++compared_;
}

void Memory::recall_verdicts(std::vector<Relation>& relations) {
  const auto key = [](const Relation& relation) { return std::pair(relation.result, relation.kind); };
  const auto is_new = [&](QuantityRef ref) { return block_touched_[ref.block]; };
  auto before = before_.begin();
  for (Relation& relation : relations) {
    while (before != before_.end() && key(*before) < key(relation)) ++before;
    if (!relation.verdict.formula.empty() || is_new(relation.result) || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return is_new(operand.quantity); })) continue;
    for (auto other = before; other != before_.end() && key(*other) == key(relation); ++other) {
      if (!same(*other, relation)) continue;
      relation.verdict = std::move(other->verdict);
      break;
    }
  }
}

}  // namespace gouji::relations
