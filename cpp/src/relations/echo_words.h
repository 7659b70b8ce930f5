// The words that tell which thing a quantity is of: its own, and those around it.

#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "relations/relation.h"
#include "relations/tables.h"

namespace gouji::relations {

/// Words with what tells at once that two have no Han characters, or no pairs of them, in common.
class Phrase {
 public:
  Phrase() = default;
  explicit Phrase(std::u16string words);
  const std::u16string& words() const { return words_; }
  operator std::u16string_view() const { return words_; }
  bool empty() const { return words_.empty(); }
  bool may_share_units(const Phrase& other) const { return (units_ & other.units_).any(); }
  bool may_share_pairs(const Phrase& other) const { return (pairs_ & other.pairs_).any(); }
  /// The pair of Han characters at `place` may stand in `other`; not where there is no such pair.
  bool may_share_pair(std::size_t place, const Phrase& other) const { return bits_[place] != no_pair && other.pairs_[bits_[place]]; }

 private:
  static constexpr std::size_t size = 256;   // of the sets
  static constexpr std::uint16_t no_pair = size;
  std::u16string words_;
  std::vector<std::uint16_t> bits_;   // of the pair that begins at each unit
  std::bitset<size> units_, pairs_;   // by their mixed bits
};

/// Words are made where they are asked for, and kept.
class EchoWords {
 public:
  struct Cell {
    const Table* table;
    std::u16string row, head;   // what names its row, and its column
    std::u16string words;       // of its table and column
    ColumnKind kind;
    bool change;
    bool of_total;              // its row is a total
  };

  explicit EchoWords(const DocumentView& document);

  bool is_cell(QuantityRef ref) const { return is_cell_[place_of(ref)]; }
  bool is_row(std::uint32_t block) const { return rows_.contains(block); }
  const std::map<QuantityRef, Cell>& cells() const { return cells_; }
  const Cell& cell(QuantityRef ref) const { return cells_.at(ref); }

  /// The content words of its label.
  const std::u16string& label(QuantityRef ref) const;
  /// What is counted: the words behind the counter, which may also be those before the next number.
  const std::u16string& noun(QuantityRef ref) const;
  /// Label, topic, indicator and noun; of a cell those of its row, its column and its table too.
  const Phrase& own(QuantityRef ref) const;
  /// Its own words, those of what the sentence speaks of, the lead of its paragraph and its heading; without general words.
  const Phrase& around(QuantityRef ref) const;
  /// The paragraph, or the row, that it stands in says `words`.
  bool stands_by(QuantityRef ref, std::u16string_view words) const;

 private:
  std::size_t place_of(QuantityRef ref) const;
  void read_cells(const TablePart& part, const Table& table);
  std::u16string read_own(QuantityRef ref) const;
  std::u16string read_around(QuantityRef ref) const;
  std::u16string heading_of(std::uint32_t block) const;

  const DocumentView& document_;
  std::set<std::uint32_t> rows_;   // blocks of tables
  std::map<QuantityRef, Cell> cells_;
  std::vector<bool> is_cell_;      // of all quantities, as the words below
  mutable std::vector<std::optional<Phrase>> own_, around_;
  mutable std::vector<std::optional<std::u16string>> labels_;
};

/// Pairs of neighbouring Han characters that both have.
std::size_t common_pairs(std::u16string_view a, std::u16string_view b);
std::size_t common_pairs(const Phrase& a, const Phrase& b);

/// Units of the longest run of Han characters that both have.
std::size_t longest_common(std::u16string_view a, std::u16string_view b);
std::size_t longest_common(const Phrase& a, const Phrase& b);
/// Whether that is at least `length`, which is two or more.
bool share_run(const Phrase& a, const Phrase& b, std::size_t length);

}  // namespace gouji::relations
