// Resolves what a block leaves open: general words take their meaning from the heading they stand under.

#pragma once

#include <optional>
#include <string_view>

#include "facts/facts.h"
#include "profile/lexicon.h"

namespace gouji::relations {

/// What a heading says of the amounts below it.
struct HeadingScope {
  std::uint16_t indicator = profile::no_concept;  // （二）“三公”经费: 全年支出 below it is that of 三公经费
  bool targets = false;                           // 绩效目标: what is stated below it is to be reached
  bool of_source = false;                         // `topic` is a source of funds
  std::u16string topic;                           // 1.乡村图书室项目
  bool operator==(const HeadingScope&) const = default;
};

HeadingScope heading_scope(std::u16string_view folded_title, const profile::Lexicon& lexicon);

/// `facts` with the heading's scope filled in where the text itself names none; nothing where that changes no quantity.
std::optional<facts::Facts> resolve(const facts::Facts& facts, const HeadingScope& scope, const profile::Lexicon& lexicon);

}  // namespace gouji::relations
