// The key of a restatement: mentions of one key are of one thing.

#pragma once

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

}  // namespace gouji::relations
