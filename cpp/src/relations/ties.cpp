// Chains of relations for each quantity and each block.

#include "relations/ties.h"

#include <algorithm>

namespace gouji::relations {

bool Ties::List::holds(std::size_t place) const {
  if (ties_->is_dropped(place)) return false;
  const Relation& relation = ties_->relations_[place];
  switch (by_) {
    case By::result: return relation.result == ref_;
    case By::block: return relation.result.block == ref_.block;
    default: return std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == ref_; });
  }
}

void Ties::add(Chain& chain, std::size_t relation) {
  const auto link = static_cast<std::uint32_t>(links_.size());
  links_.push_back({static_cast<std::uint32_t>(relation), none});
  if (chain.first == none) chain.first = link;
  else links_[chain.last].next = link;
  chain.last = link;
}

void Ties::read() {
  for (; seen_ < relations_.size(); ++seen_) {
    const Relation& relation = relations_[seen_];
    add(results_[values_.place_of(relation.result)], seen_);
    add(blocks_[relation.result.block], seen_);
    for (const Operand& operand : relation.operands) add(parts_[values_.place_of(operand.quantity)], seen_);
  }
}

void Ties::replace(Relation& relation, Relation with) {
  catch_up();
  const std::size_t place = place_of(relation);
  if (with.result != relation.result) add(results_[values_.place_of(with.result)], place);
  if (with.result.block != relation.result.block) add(blocks_[with.result.block], place);
  for (const Operand& operand : with.operands) {
    const bool known = std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& other) { return other.quantity == operand.quantity; });
    if (!known) add(parts_[values_.place_of(operand.quantity)], place);
  }
  relation = std::move(with);
  any_replaced_ = true;
}

void Ties::drop(const Relation& relation) {
  dropped_.resize(relations_.size());
  dropped_[place_of(relation)] = true;
  any_dropped_ = true;
}

void Ties::sweep() {
  if (!any_dropped_ && !any_replaced_) return;
  if (memory_) memory_->restart_ties();
  std::size_t place = 0;
  std::erase_if(relations_, [&](const Relation&) { return is_dropped(place++); });
  dropped_.clear();
  any_dropped_ = any_replaced_ = false;
  links_.clear();
  std::fill(results_.begin(), results_.end(), Chain());
  std::fill(parts_.begin(), parts_.end(), Chain());
  std::fill(blocks_.begin(), blocks_.end(), Chain());
  seen_ = 0;
}

}  // namespace gouji::relations
