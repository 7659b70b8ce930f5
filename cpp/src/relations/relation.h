// Relations: quantities that must agree, how they are tied, and whether they agree.

#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "relations/looks.h"
#include "syntax/outline.h"

namespace gouji::relations {

/// A quantity by its block and its place in the block's facts. Holds no text position.
struct QuantityRef {
  std::uint32_t block = 0;
  std::uint32_t ordinal = 0;
  auto operator<=>(const QuantityRef&) const = default;
};

enum class RelationKind : std::uint8_t { sum, balance, share, rate, change, restatement, product, count, comparison, score, row, column, possible };
enum class Status : std::uint8_t { holds, rounding, violated };

/// What ties the members: an announcing word, the structure of the text, or an identity of the vocabulary.
enum class Because : std::uint8_t { words, structure, identity };

struct Operand {
  QuantityRef quantity;
  int sign = 1;
  bool operator==(const Operand&) const = default;
};

/// A listed thing of a count relation: an element of a block, or the block's marker.
struct ListedItem {
  std::uint32_t block = 0;
  std::uint32_t element = 0;
  std::int8_t half = 0;   // of a phrase "甲和乙": 1 before the last conjunction, 2 behind it, 0 the whole phrase
};

struct Verdict {
  Status status = Status::holds;   // the rest is written once the relation is kept
  std::string expected;    // in the result's printed unit
  std::string difference;  // printed - expected
  std::string formula;     // 92.18 + 46.86 = 139.04
};

struct Relation {
  RelationKind kind = RelationKind::sum;
  QuantityRef result;
  std::vector<Operand> operands;
  std::vector<ListedItem> items;   // count only
  std::string comparison;          // comparison only: <=, >=, <, >
  Because because = Because::words;
  bool proof = false;              // a violation is proved by the text itself
  bool quota = false;              // comparison: staff against its quota
  bool derived = false;            // a quotient: tails are only informative
  bool unsigned_change = false;    // change: printed as a magnitude, whichever way it went
  bool whole = false;              // sum: result and operands are shares that make up 100 %
  bool table = false;              // of the cells of one table, or of a table and the text
  bool partial = false;            // sum: only some of the parts are listed, which may stay below the total
  bool one_of_several = false;     // one of several readings of the same words, chosen by what holds
  int unit_exponent = 0;           // product: of the unit that the price is for, 每公里 where kilometres are thousands of metres
  Verdict verdict;
};

/// All members of a relation, the result first.
inline std::vector<QuantityRef> members_of(const Relation& relation) {
  std::vector<QuantityRef> members{relation.result};
  for (const Operand& operand : relation.operands) members.push_back(operand.quantity);
  return members;
}

/// The members determine each other; a bound only keeps them in order.
inline bool is_equation(const Relation& relation) { return relation.kind != RelationKind::comparison && relation.kind != RelationKind::possible && !relation.partial; }

inline bool is_member(const Relation& relation, QuantityRef ref) {
  return relation.result == ref || std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return operand.quantity == ref; });
}

/// One block as the linkers see it.
struct BlockView {
  const syntax::Block* block = nullptr;
  const facts::Facts* facts = nullptr;
};

/// All blocks of a document. Whoever takes one looks at it.
class Blocks {
 public:
  const BlockView& operator[](std::size_t block) const {
    if (looks_) looks_->note(block);
    return views_[block];
  }
  /// For those who keep what they read of a block: somebody looks at it again.
  void note(std::size_t block) const {
    if (looks_) looks_->note(block);
  }
  std::size_t size() const { return views_.size(); }
  bool empty() const { return views_.empty(); }
  auto begin() const { return views_.begin(); }
  auto end() const { return views_.end(); }
  void push_back(BlockView view) { views_.push_back(view); }
  void watch(Looks* looks) { looks_ = looks; }

 private:
  std::vector<BlockView> views_;
  Looks* looks_ = nullptr;
};

/// A question about the words of the blocks [first, end), with its answer.
struct Asked {
  std::uint32_t first = 0, end = 0;
  std::vector<std::u16string> phrase;
  bool answer = false;
  std::uint32_t at = 0;     // the first block that says it, where one does
  bool as_printed = false;  // asked of the printed text, whatever the kind of its lines
};

struct Table;
class Mentions;
class Layout;
class Ledger;
class Values;
class Ties;
class Goals;
class Memory;

/// Everything that linkers may read. All references outlive the call.
struct DocumentView {
  Blocks blocks;
  const syntax::Outline* outline = nullptr;
  std::u16string title;
  int year = 0;    // the report's year, or 0
  const profile::Lexicon* lexicon = nullptr;
  const std::vector<Table>* tables = nullptr;
  const Mentions* mentions = nullptr;   // these are made for the linkers
  const Layout* layout = nullptr;
  const Ledger* ledger = nullptr;       // made once the sums are known
  const Values* values = nullptr;
  Ties* ties = nullptr;   // of the relations found so far
  const Goals* goals = nullptr;
  Memory* memory = nullptr;   // of a document that is edited: what was found before

  std::vector<Asked>* asked = nullptr;  // where questions about words are noted, for whoever edits the document

  std::vector<std::pair<QuantityRef, facts::Quantity>> assumed;  // what is tried instead of what is printed

  const facts::Quantity& quantity(QuantityRef ref) const {
    for (const auto& [place, quantity] : assumed) {
      if (place == ref) return quantity;
    }
    return blocks[ref.block].facts->quantities[ref.ordinal];
  }
};

/// All relations of a document, judged, in the order of their results; no two with the same members.
std::vector<Relation> link(const DocumentView& document);

}  // namespace gouji::relations
