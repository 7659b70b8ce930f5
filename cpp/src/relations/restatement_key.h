// The key of a restatement: mentions of one key are of one thing.

#pragma once

#include <optional>
#include <string>

#include "relations/mentions.h"

namespace gouji::relations {

/// What tells one thing that is stated several times.
struct RestatementKey {
  std::uint16_t indicator;
  std::u16string words;     // content words of the label where no indicator is known
  MentionKey mention;
  profile::UnitKind kind;
  std::u16string_view unit;
  bool operator==(const RestatementKey&) const = default;
};

struct RestatementKeyHash {
  std::size_t operator()(const RestatementKey& key) const {
    std::size_t hash = key.indicator;
    const auto add = [&](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15u; };
    add(std::hash<std::u16string_view>()(key.words));
    add(std::hash<std::u16string_view>()(key.mention.scope));
    add(static_cast<std::size_t>(key.mention.year * 8 + key.mention.basis));
    return hash;
  }
};

/// What each quantity is a mention of.
class RestatementKeys {
 public:
  explicit RestatementKeys(const DocumentView& document) : document_(document) {}

  /// Nothing where words do not identify it.
  std::optional<RestatementKey> of(QuantityRef ref) const;

  /// The total of the first sum that it is a part of, also of one in a table whose total names an indicator: parts stand on
  /// the basis of their total.
  std::optional<QuantityRef> total_of(QuantityRef ref) const;
  /// A part of what the same indicator names.
  bool is_part_of_own_kind(QuantityRef ref) const;

 private:
  bool is_sum(const Relation& relation) const { return relation.kind == RelationKind::sum || (relation.kind == RelationKind::column && document_.quantity(relation.result).indicator != profile::no_concept); }
  bool is_of_remark(const facts::Quantity& quantity) const;
  bool leads_several(QuantityRef ref) const;
  bool is_forecast(QuantityRef ref) const;
  bool is_of_some_counted(QuantityRef ref) const;
  int basis_in_list(QuantityRef ref) const;
  bool follows_income(QuantityRef ref) const;
  std::optional<RestatementKey> rate_key(QuantityRef ref, RestatementKey key) const;
  bool follows_count(QuantityRef ref) const;
  bool is_left_over(QuantityRef ref) const;
  bool names_itself(const facts::Quantity& quantity) const;
  std::u16string description(const facts::Quantity& quantity) const;
  static void strip_head(std::u16string& words);
  bool identifies(const facts::Quantity& quantity, const std::u16string& words) const;
  bool has_target(QuantityRef ref) const;
  bool is_generic_event(std::u16string_view words) const;
  bool is_generic(std::u16string_view words) const;

  const DocumentView& document_;
};

}  // namespace gouji::relations
