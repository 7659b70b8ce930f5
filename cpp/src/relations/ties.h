// Which relations a quantity is in, kept up to date while linkers add relations.

#pragma once

#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

#include "relations/memory.h"
#include "relations/relation.h"
#include "relations/values.h"

namespace gouji::relations {

/// An index of the relations found so far, by their members and by the block of their result. Relations that were pushed to
/// the list are seen at the next question; whoever wants to change members or to remove a relation does it through here.
/// While a list of relations is gone through, none may be added.
class Ties {
 public:
  /// `memory`: wants to know the blocks whose ties are asked for; or null.
  Ties(const Values& values, std::size_t blocks, std::vector<Relation>& relations, Memory* memory) : values_(values), relations_(relations), memory_(memory), looks_(memory ? memory->ties() : nullptr), results_(values.size()), parts_(values.size()), blocks_(blocks) {}
  Ties(const Ties&) = delete;
  Ties& operator=(const Ties&) = delete;

  /// Of relations, in the order in which they were found.
  class List;
  /// The relations whose result this is.
  List with_result(QuantityRef ref);
  /// Those that have it among their operands.
  List with_part(QuantityRef ref);
  /// Those whose result stands in the block.
  List in_block(std::uint32_t block);

  /// Whether any of both is so.
  template <typename Is>
  bool any_with(QuantityRef ref, Is is);
  /// The result of the first relation that is so and that has it among its operands.
  template <typename Is>
  std::optional<QuantityRef> total_in(QuantityRef part, Is is);
  /// The total of the first sum that it is a part of.
  std::optional<QuantityRef> whole_of(QuantityRef ref);
  bool is_total(QuantityRef ref);   // of a sum
  bool is_part(QuantityRef ref);

  std::size_t place_of(const Relation& relation) const { return static_cast<std::size_t>(&relation - relations_.data()); }

  /// Gives a relation other members; it goes to the end of the lists of those, until `sweep`.
  void replace(Relation& relation, Relation with);
  /// Takes a relation out of all lists, and with `sweep` those that were dropped out of the relations.
  void drop(const Relation& relation);
  void sweep();

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct Chain {
    std::uint32_t first = none, last = none;   // places in links_
  };
  struct Link {
    std::uint32_t relation, next;
  };
  static bool is_sum(const Relation& relation) { return relation.kind == RelationKind::sum; }
  void look(std::uint32_t block) {
    if (looks_) looks_->note(block);
    catch_up();
  }
  void catch_up() {
    if (seen_ < relations_.size()) read();
  }
  void read();
  void add(Chain& chain, std::size_t relation);
  bool is_dropped(std::size_t relation) const { return any_dropped_ && relation < dropped_.size() && dropped_[relation]; }

  const Values& values_;
  std::vector<Relation>& relations_;
  Memory* memory_;
  Looks* looks_;
  std::vector<Chain> results_, parts_;   // of all quantities
  std::vector<Chain> blocks_;
  std::vector<Link> links_;
  std::vector<bool> dropped_;
  bool any_dropped_ = false, any_replaced_ = false;
  std::size_t seen_ = 0;                 // of the relations
};

class Ties::List {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Relation;
    using difference_type = std::ptrdiff_t;
    using pointer = const Relation*;
    using reference = const Relation&;
    Iterator(const List* list, std::uint32_t link) : list_(list), link_(link) { skip(); }
    reference operator*() const { return list_->ties_->relations_[list_->ties_->links_[link_].relation]; }
    pointer operator->() const { return &**this; }
    Iterator& operator++() {
      link_ = list_->ties_->links_[link_].next;
      skip();
      return *this;
    }
    bool operator==(const Iterator& other) const { return link_ == other.link_; }

   private:
    void skip() {
      while (link_ != none && !list_->holds(list_->ties_->links_[link_].relation)) link_ = list_->ties_->links_[link_].next;
    }
    const List* list_;
    std::uint32_t link_;
  };
  Iterator begin() const { return {this, first_}; }
  Iterator end() const { return {this, none}; }
  template <typename Is>
  bool any(Is is) const {
    for (const Relation& relation : *this) {
      if (is(relation)) return true;
    }
    return false;
  }

 private:
  friend class Ties;
  enum class By : std::uint8_t { result, part, block };
  List(const Ties* ties, std::uint32_t first, By by, QuantityRef ref) : ties_(ties), first_(first), by_(by), ref_(ref) {}
  bool holds(std::size_t relation) const;   // it was not dropped, and was given no other members

  const Ties* ties_;
  std::uint32_t first_;
  By by_;
  QuantityRef ref_;
};

inline Ties::List Ties::with_result(QuantityRef ref) {
  look(ref.block);
  return {this, results_[values_.place_of(ref)].first, List::By::result, ref};
}

inline Ties::List Ties::with_part(QuantityRef ref) {
  look(ref.block);
  return {this, parts_[values_.place_of(ref)].first, List::By::part, ref};
}

inline Ties::List Ties::in_block(std::uint32_t block) {
  look(block);
  return {this, blocks_[block].first, List::By::block, {block, 0}};
}

template <typename Is>
bool Ties::any_with(QuantityRef ref, Is is) {
  return with_result(ref).any(is) || with_part(ref).any(is);
}

inline std::optional<QuantityRef> Ties::whole_of(QuantityRef ref) { return total_in(ref, is_sum); }

inline bool Ties::is_total(QuantityRef ref) { return with_result(ref).any(is_sum); }
inline bool Ties::is_part(QuantityRef ref) { return with_part(ref).any(is_sum); }

template <typename Is>
std::optional<QuantityRef> Ties::total_in(QuantityRef part, Is is) {
  for (const Relation& relation : with_part(part)) {
    if (is(relation)) return relation.result;
  }
  return std::nullopt;
}

}  // namespace gouji::relations
