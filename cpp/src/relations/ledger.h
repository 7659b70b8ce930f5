// The ledger: what a text states, found by the words that name it, in its sentences and tables alike.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

/// What an amount is told of: an indicator, or the words that are left of its name.
struct Thing {
  std::uint16_t indicator = profile::no_concept;
  std::u16string scope;   // beyond the indicator
  std::u16string name;    // without words that say what was done with it
  bool by_topic = false;  // the name is that of the item around it
  bool is_known() const { return indicator != profile::no_concept || name.size() >= 2; }
};

/// How far an amount has come on its way from what was planned to what was done.
enum class Side : std::uint8_t { plain, planned, target, arrived, done };

class Ledger {
 public:
  /// `relations`: the sums that were found before; parts stand on the side of their total.
  Ledger(const DocumentView& document, const std::vector<Relation>& relations);

  /// How well an amount is named by the words looked for.
  enum class Match : std::uint8_t { same, alike, none };
  struct Told {
    QuantityRef ref;
    Match match = Match::none;
  };

  Thing named(std::u16string_view words) const;
  Thing thing_of(QuantityRef ref) const;
  /// What a derived figure may speak of: its own words, those of its sentence, the heading it stands under.
  std::vector<Thing> subjects(QuantityRef ref) const;
  Side side_of(QuantityRef ref) const;
  int year_of(QuantityRef ref) const;

  /// The amounts of a thing that fit, those that bear its very name where there are any, the nearest first.
  template <typename Fits>
  std::vector<Told> told(const Thing& thing, QuantityRef from, Fits fits) const {
    std::vector<Told> found;
    for (const std::uint32_t i : candidates(thing, from)) {
      const Match match = match_of(thing, entries_[i].thing);
      if (match == Match::none || entries_[i].ref == from || !fits(entries_[i].ref)) continue;
      if (!found.empty() && match > found.front().match) continue;
      if (!found.empty() && match < found.front().match) found.clear();
      found.push_back({entries_[i].ref, match});
    }
    sort_by_distance(found, from);
    return found;
  }

  /// The people and things that there are: in service, held, at the end of the year.
  const std::vector<QuantityRef>& in_service() const { return in_service_; }

  /// The first numbers of people or things of a unit.
  std::vector<QuantityRef> counted(const std::u16string& unit) const {
    const auto found = counted_.find(unit);
    return found == counted_.end() ? std::vector<QuantityRef>() : found->second;
  }

  /// Whether all have one value.
  bool one_value(const std::vector<Told>& told) const;

 private:
  struct Entry {
    QuantityRef ref;
    Thing thing;
  };

  void add(QuantityRef ref);
  Thing read(const facts::Quantity& value) const;
  Thing heading_of(std::uint32_t block, int up) const;
  std::u16string core(std::u16string_view words) const;
  Match match_of(const Thing& wanted, const Thing& other) const;
  std::vector<std::uint32_t> candidates(const Thing& thing, QuantityRef from) const;
  void sort_by_distance(std::vector<Told>& found, QuantityRef from) const;
  static std::uint32_t pair_at(std::u16string_view words, std::size_t position) { return static_cast<std::uint32_t>(words[position]) << 16 | words[position + 1]; }

  const DocumentView& document_;
  std::vector<Entry> entries_;   // in the order of the document
  std::vector<std::vector<std::uint32_t>> by_indicator_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_begin_, by_end_;   // the first and last two units of the name
  std::map<QuantityRef, QuantityRef> totals_;
  std::vector<QuantityRef> in_service_;
  std::unordered_map<std::u16string, std::vector<QuantityRef>> counted_;
  std::unordered_map<std::uint32_t, std::uint16_t> tables_;   // below which block, what its total is
};

}  // namespace gouji::relations
