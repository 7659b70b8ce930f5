// The linker of identities: relations that the vocabulary asks for, wherever their members are stated.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relations/mentions.h"

namespace gouji::relations {

constexpr std::uint32_t longest_section = 120;  // in blocks; members of one section stand no further apart

class IdentityLinker {
 public:
  IdentityLinker(const DocumentView& document, std::vector<Relation>& relations)
      : document_(document), relations_(relations), mentions_(*document.mentions) {
    index_scopes();
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::sum && relation.kind != RelationKind::column && relation.kind != RelationKind::row) continue;
      tied_keys_.insert({document.quantity(relation.result).indicator, key_of(document, relation.result)});
      for (const Operand& operand : relation.operands) {
        part_of_.emplace(operand.quantity, relation.result);
        parts_of_[relation.result].insert(document.quantity(operand.quantity).indicator);
      }
    }
  }

  void run();
 private:
  const facts::Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  void index_scopes();
  void index_scopes(std::uint16_t indicator);
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
  bool difference_is_told(QuantityRef a, QuantityRef b) const;
  bool counts_others(std::uint32_t block) const;
  bool tied_together(QuantityRef a, QuantityRef b) const;
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Mentions& mentions_;
  std::vector<std::unordered_map<std::u16string_view, std::vector<QuantityRef>>> by_scope_;   // of each indicator, where a term names it
  std::set<std::pair<std::uint16_t, MentionKey>> tied_keys_;
  std::map<QuantityRef, QuantityRef> part_of_;                      // part -> total, as words tie them
  std::map<QuantityRef, std::set<std::uint16_t>> parts_of_;         // total -> indicators of its parts
  std::set<std::tuple<std::string_view, MentionKey>> done_;
  std::vector<Relation> balances_;
};

}  // namespace gouji::relations
