// Echoes: a figure that is told again in other words. Words must show that both may be of one thing; their sameness then
// confirms it. Nothing is accused here.

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "relations/echo_match.h"
#include "relations/linkers.h"
#include "relations/memory.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Quantity;

constexpr std::size_t most_mentions = 40;    // of one value: more are of a table

class EchoLinker {
 public:
  EchoLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), match_(document), words_(match_.words()), things_(document.values->size()) {
    std::iota(things_.begin(), things_.end(), std::size_t{0});
    for (const Relation& relation : relations) {
      for (const Operand& operand : relation.operands) {
        if (relation.kind == RelationKind::restatement) join(relation.result, operand.quantity);
      }
    }
  }

  void run() {
    std::vector<QuantityRef> mentions;
    for (std::size_t magnitude = 0; magnitude < document_.values->count(); ++magnitude) {
      const auto told = document_.values->told(magnitude);
      if (told.size() < 2) continue;
      mentions.clear();
      std::copy_if(told.begin(), told.end(), std::back_inserter(mentions), [&](QuantityRef ref) { return may_echo(ref); });
      if (mentions.size() > 1 && mentions.size() <= most_mentions) link(mentions);
    }
    tie_bare_cells();
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is_cell(QuantityRef ref) const { return words_.is_cell(ref); }

  std::size_t thing_of(QuantityRef ref) {
    std::size_t place = document_.values->place_of(ref);
    while (things_[place] != place) place = things_[place] = things_[things_[place]];   // each way is halved
    return place;
  }
  void join(QuantityRef a, QuantityRef b) { things_[thing_of(a)] = thing_of(b); }

  bool may_echo(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    if (document_.blocks[ref.block].block->flattened_table && !words_.is_row(ref.block)) return false;
    const bool told = value.approximation == Approximation::exact || value.approximation == Approximation::at_least || value.approximation == Approximation::at_most;
    return told && value.role != facts::Role::cell && !value.value().is_zero();
  }

  // What echoes of one value are tied depends on the words around them, and on which of them are known to be one thing.
  void link(const std::vector<QuantityRef>& mentions) {
    Memory* memory = document_.memory;
    if (!memory) return tie(mentions);
    std::vector<std::uint32_t> key;
    for (const QuantityRef mention : mentions) {
      const auto first = std::find_if(mentions.begin(), mentions.end(), [&](QuantityRef other) { return thing_of(other) == thing_of(mention); });
      key.insert(key.end(), {mention.block, mention.ordinal, static_cast<std::uint32_t>(first - mentions.begin())});
    }
    const std::size_t first = relations_.size();
    if (memory->recall(Linker::echoes, mentions.front(), key, relations_)) {
      for (std::size_t i = first; i < relations_.size(); ++i) {
        const QuantityRef a = relations_[i].result, b = relations_[i].operands.front().quantity;
        join(a, b);
        first_in_table(a, b);
      }
      return;
    }
    memory->start();
    turned_ = false;
    tie(mentions);
    if (turned_) memory->stop();   // what the table told stays told
    else memory->keep(Linker::echoes, mentions.front(), std::move(key), relations_, first);
  }

  // Those that are the most alike are tied first.
  void tie(const std::vector<QuantityRef>& mentions) {
    struct Pair {
      std::size_t likeness;
      QuantityRef first, second;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (!match_.may_be_one(mentions[j], mentions[i])) continue;
        pairs.push_back({0, mentions[j], mentions[i]});
      }
    }
    for (std::size_t i = 0; i < pairs.size() && pairs.size() > 1; ++i) pairs[i].likeness = longest_common(words_.own(pairs[i].first), words_.own(pairs[i].second));
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
    for (const Pair& pair : pairs) {
      if (thing_of(pair.first) == thing_of(pair.second) || !first_in_table(pair.first, pair.second)) continue;
      Relation relation;
      relation.kind = RelationKind::restatement;
      relation.result = pair.first;
      relation.operands = {{pair.second, 1}};
      relation.table = is_cell(pair.first) || is_cell(pair.second);
      relation.verdict = judge(document_, relation);
      if (relation.verdict.status == Status::violated) {   // a fall, and a negative cell
        turned_ = true;
        continue;
      }
      join(pair.first, pair.second);
      relations_.push_back(std::move(relation));
    }
  }

  // A table that names no unit: its numbers are those of the text as printed.
  void tie_bare_cells() {
    const auto is_bare = [&](const auto& cell) { return quantity(cell.first).base_unit.empty() && EchoMatch::is_telling(quantity(cell.first)); };
    if (std::none_of(words_.cells().begin(), words_.cells().end(), is_bare)) return;
    std::map<std::string, std::vector<QuantityRef>> told;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (!is_cell({block, i}) && EchoMatch::is_telling(quantities[i])) told[quantities[i].number.abs().to_shortest()].push_back({block, i});
      }
    }
    for (const auto& [ref, cell] : words_.cells()) {
      const Quantity& value = quantity(ref);
      if (!value.base_unit.empty() || !EchoMatch::is_telling(value)) continue;
      const auto found = told.find(value.number.abs().to_shortest());
      if (found == told.end()) continue;
      for (const QuantityRef mention : found->second) {
        if (!match_.may_be_one(mention, ref) || !first_in_table(mention, ref)) continue;
        Relation relation;
        relation.kind = RelationKind::restatement;
        relation.result = mention;
        relation.operands = {{mention, 1}};
        relation.table = true;
        relation.verdict = explain(document_, relation);   // as printed
        relation.result = std::min(mention, ref);
        relation.operands = {{std::max(mention, ref), 1}};
        relations_.push_back(std::move(relation));
        break;
      }
    }
  }

  // One cell of a table tells a figure of the text again; others of the same value are of other columns.
  bool first_in_table(QuantityRef a, QuantityRef b) {
    if (!is_cell(a) && !is_cell(b)) return true;
    return in_table_.emplace(words_.cell(is_cell(a) ? a : b).table, is_cell(a) ? b : a).second;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  EchoMatch match_;
  const EchoWords& words_;
  std::vector<std::size_t> things_;                           // of all quantities: one that is of the same thing
  bool turned_ = false;                                       // a figure was not tied for its sign
  std::set<std::pair<const Table*, QuantityRef>> in_table_;   // figures of the text, with the tables that tell them again
};

}  // namespace

void link_echoes(const DocumentView& document, std::vector<Relation>& relations) { EchoLinker(document, relations).run(); }

}  // namespace gouji::relations
