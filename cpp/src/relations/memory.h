// What linkers found in a text before it was edited, and what they looked at, so that only what an edit touched is tied again.

#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "relations/looks.h"
#include "relations/relation.h"

namespace gouji::relations {

/// Linkers that go through a text in units, each of which depends on what it looks at alone.
enum class Linker : std::uint8_t { tables, lists, sum_ups, identities, columns, rows, item_totals, lines_with_totals, shares, rates, counts, counts_above, echoes };

/// What is read of each block for linkers.
enum class Reading : std::uint8_t { goals, restatement_keys };

/// A document that is edited keeps one; a single check has none. Blocks are noted where they are looked at (`Blocks`), what is
/// tied in them where `Ties` are asked. Before a text is linked again, `touch` names the blocks whose facts or words are others
/// in a way that matters; where blocks come or go, or the outline or the tables are made again, all is forgotten.
class Memory {
 public:
  void touch(std::uint32_t block) { changed_.push_back(block); }
  /// The facts of a block are the same, and yet stand elsewhere in memory.
  void replace(std::uint32_t block) { replaced_.push_back(block); }
  void forget() { forgotten_ = true; }
  bool is_forgotten() const { return forgotten_; }
  /// Takes the relations that were made last, for their calculations.
  void take(std::vector<Relation> relations) { before_ = std::move(relations); }

  /// Around all linking. `fingerprint`: of what units read of the whole document.
  void begin(std::size_t blocks);
  void expect(std::uint64_t fingerprint);
  void end();

  /// What was found in a unit where nothing that it looked at is another than then; `key`: what else it was made of.
  bool recall(Linker linker, QuantityRef unit, const std::vector<std::uint32_t>& key, std::vector<Relation>& relations);
  /// Notes what is looked at, until `keep` is told what was found: the relations from `first` on.
  void start();
  void keep(Linker linker, QuantityRef unit, std::vector<std::uint32_t> key, const std::vector<Relation>& relations, std::size_t first);

  /// What `read` makes of a block, or made of it where nothing that it looked at is another than then. It may hold views into
  /// the facts of this block, and lives until the text is linked again.
  template <typename Value, typename Read>
  const Value& value_of(Reading reading, std::uint32_t block, Read read) {
    ValueUnit& unit = values_[static_cast<std::uint64_t>(reading) << 32 | block];
    unit.turn = turn_;
    if (unit.value.has_value() && !block_replaced_[block] && !is_touched(unit)) return *std::any_cast<Value>(&unit.value);
    start();
    unit.value = Value(read());
    keep_looks(unit);
    return *std::any_cast<Value>(&unit.value);
  }

  /// Notes nothing more, and keeps nothing of this unit.
  void stop();

  /// Blocks where other relations were found by now than when the text was linked last, at the same of several times.
  void compare_ties(const std::vector<Relation>& relations);
  /// Relations were taken out of the list, or given other members.
  void restart_ties() { summed_ = 0; }

  Looks* blocks() { return &blocks_; }
  Looks* ties() { return &ties_; }

  /// Takes the calculations of relations that were made before of the same figures.
  void recall_verdicts(std::vector<Relation>& relations);

 private:
  struct Unit {
    std::vector<std::uint32_t> blocks, ties;   // that it looked at
    std::uint32_t turn = 0;                    // when it was asked for last
  };
  struct RelationUnit : Unit {
    std::vector<std::uint32_t> key;
    std::vector<Relation> relations;
  };
  struct ValueUnit : Unit {
    std::any value;
  };
  void keep_looks(Unit& unit);
  static std::uint64_t name_of(Linker linker, QuantityRef unit) { return static_cast<std::uint64_t>(linker) << 60 | static_cast<std::uint64_t>(unit.block) << 28 | unit.ordinal; }
  bool is_touched(const Unit& unit) const;
  void touch_ties_of(const std::vector<Relation>& relations, std::size_t first);

  std::unordered_map<std::uint64_t, RelationUnit> units_;
  std::unordered_map<std::uint64_t, ValueUnit> values_;
  std::vector<std::uint32_t> changed_, replaced_;
  std::vector<bool> block_touched_, block_replaced_, ties_touched_;
  std::vector<std::vector<std::uint64_t>> ties_before_;   // of each block, for each time that ties are compared
  std::vector<std::uint64_t> ties_now_;                   // of each block, of the first relations
  std::size_t compared_ = 0, summed_ = 0;                 // how often; relations
  std::vector<Relation> before_;
  Looks blocks_, ties_;
  std::uint64_t fingerprint_ = 0;
  std::uint32_t turn_ = 0;
  bool forgotten_ = true;
};

/// Runs `link`, which adds what it finds to the relations, or takes what it found before. What says false is not kept: it did
/// more than to add relations.
template <typename Link>
void link_unit(const DocumentView& document, Linker linker, QuantityRef unit, std::vector<Relation>& relations, Link link, const std::vector<std::uint32_t>& key = {}) {
  Memory* memory = document.memory;
  if (memory && memory->recall(linker, unit, key, relations)) return;
  const std::size_t first = relations.size();
  if (memory) memory->start();
  bool may_be_kept = true;
  if constexpr (std::is_same_v<decltype(link()), bool>) may_be_kept = link();
  else link();
  if (memory && !may_be_kept) memory->stop();
  else if (memory) memory->keep(linker, unit, key, relations, first);
}

}  // namespace gouji::relations
