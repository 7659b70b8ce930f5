// The linker of identities: relations that the vocabulary asks for, wherever their members are stated.

#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relations/memory.h"
#include "relations/mentions.h"
#include "relations/ties.h"

namespace gouji::relations {

constexpr std::uint32_t longest_section = 120;  // in blocks; members of one section stand no further apart

class IdentityLinker {
 public:
  IdentityLinker(const DocumentView& document, std::vector<Relation>& relations)
      : document_(document), relations_(relations), mentions_(*document.mentions) {
    find_scoped_indicators();
    for (const Relation& relation : relations) {
      const std::uint16_t indicator = document.quantity(relation.result).indicator;
      if (is_tied(relation) && indicator != profile::no_concept) tied_keys_.emplace_back(indicator, key_of(document, relation.result));
    }
    std::sort(tied_keys_.begin(), tied_keys_.end());
    tied_keys_.erase(std::unique(tied_keys_.begin(), tied_keys_.end()), tied_keys_.end());
  }

  void run();
 private:
  const facts::Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  /// Of one of the sums, columns and rows that were found before.
  bool is_tied(const Relation& relation) const { return relation.kind == RelationKind::sum || relation.kind == RelationKind::column || relation.kind == RelationKind::row; }
  bool was_tied(const Relation& relation) const { return is_tied(relation) && document_.ties->place_of(relation) < known_; }
  std::optional<QuantityRef> total_of(QuantityRef part) const {   // as words tie them
    for (const Relation& relation : document_.ties->with_part(part)) {
      if (was_tied(relation)) return relation.result;
    }
    return std::nullopt;
  }

  using Scopes = std::unordered_map<std::u16string_view, std::vector<QuantityRef>>;
  void find_scoped_indicators();
  const Scopes& scopes_of(std::uint16_t indicator) const;
  void link_all(const profile::Identity& identity);
  std::vector<std::uint32_t> fingerprint_of_tied_keys() const;
  void link(const profile::Identity& identity, QuantityRef result);
  bool has_terms_in_block(const profile::Identity& identity, QuantityRef result) const;
  bool is_tied_by_words(const profile::Identity& identity, QuantityRef result) const;
  bool leaves_amounts_out(const Relation& relation) const;
  bool find_members(const profile::Identity& identity, Relation& relation) const;
  bool has_other_total(QuantityRef member, QuantityRef result) const;
  void add_changes(const profile::Identity& identity, Relation& relation) const;
  void leave_out_net_change(Relation& relation) const;
  bool is_part_of_member(QuantityRef part, const Relation& relation) const;
  bool near_members(const Relation& relation, QuantityRef member) const;
  std::pair<std::uint32_t, int> sentence_of(QuantityRef ref) const;
  std::optional<QuantityRef> find(const profile::Identity& identity, const profile::Term& term, const Relation& relation) const;
  static int most_distant(profile::Reach reach) { return reach == profile::Reach::document ? 2 : reach == profile::Reach::section ? 1 : 0; }

  std::vector<QuantityRef> candidates(std::uint16_t indicator, QuantityRef result, std::uint32_t first, std::uint32_t last) const;
  bool is_part_of_term(const profile::Term& term, QuantityRef member) const;
  bool is_included(const profile::Identity& identity, QuantityRef member) const;
  bool is_part_of_other_money(QuantityRef member) const;
  bool is_part_of_another(QuantityRef member, QuantityRef result) const;
  std::tuple<int, std::uint32_t> distance_of(const Relation& relation, QuantityRef candidate, int place) const;
  bool fits(const profile::Identity& identity, const profile::Term& term, const Relation& relation, QuantityRef candidate, bool by_heading) const;
  int natural_basis(const profile::Identity& identity, const profile::Term& term, const facts::Quantity& result, const facts::Quantity& member) const;
  void keep_best_balances();
  void link_cover(const profile::Identity& identity, QuantityRef spending);
  bool speak_of_different_bodies(QuantityRef a, QuantityRef b) const;
  bool says_how_covered(std::uint32_t block) const;
  bool tells_opening() const;
  bool follows_a_balance(QuantityRef result) const;
  bool tells_balance(std::uint32_t block) const;

  void link_staff(const profile::Identity& identity, QuantityRef serving);
  struct StaffGroup {
    QuantityRef total;
    std::map<std::u16string, QuantityRef> kinds;   // 行政, 事业, 工勤
  };
  void link_staff_categories();
  std::vector<StaffGroup> staff_groups(std::string_view indicator) const;
  std::u16string description(QuantityRef ref) const;
  std::u16string category(QuantityRef ref) const;
  Relation within_quota(QuantityRef serving, QuantityRef quota) const;
  bool comparable_staff(QuantityRef serving, QuantityRef quota) const;
  void link_equal(const profile::Identity& identity, QuantityRef result);
  bool is_listed_below(QuantityRef total, QuantityRef member) const;
  bool difference_is_told(QuantityRef a, QuantityRef b) const;
  bool counts_others(std::uint32_t block) const;
  bool tied_together(QuantityRef a, QuantityRef b) const;
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Mentions& mentions_;
  std::size_t known_ = relations_.size();           // relations that were found before
  std::vector<bool> is_scoped_;                     // of each indicator: a term that reaches further than its block names it
  mutable std::vector<std::optional<Scopes>> by_scope_;   // of these, where they are needed
  std::vector<std::pair<std::uint16_t, MentionKey>> tied_keys_;     // of the totals that were tied before, in order
  std::set<std::tuple<std::string_view, MentionKey>> done_;
  std::vector<Relation> found_, balances_;          // by one identity; of all
};

}  // namespace gouji::relations
