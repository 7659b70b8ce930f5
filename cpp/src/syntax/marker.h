// Item markers: 一、 （一） 1. （1） ① 第一章 一是 第一，

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::syntax {

/// In order of rank: a style stands above those after it. `enumeration` and `ordinal` never start a heading.
enum class MarkerStyle : std::uint8_t { none, chapter, han, han_paren, arabic, arabic_paren, circled, enumeration, ordinal, bullet };

struct Marker {
  MarkerStyle style = MarkerStyle::none;
  int number = 0;
  std::uint32_t end = 0;      // offset after the marker and the blanks after it
  std::uint32_t label_end = 0;  // offset after the marker itself
  bool spaced = false;        // a blank follows: what converters make of automatic numbers
  bool operator==(const Marker&) const = default;
};

/// The marker at `position` of a folded text. `inline_item`: inside a sentence, where 一、 is a list of numerals.
std::optional<Marker> parse_marker(std::u16string_view folded, std::size_t position, bool inline_item);

/// The style of the level below, or none: 一、 -> （一） -> 1. -> （1）.
MarkerStyle level_below(MarkerStyle style);

/// A label of the style: （三）, 3., 三、
std::u16string marker_label(MarkerStyle style, int number);

}  // namespace gouji::syntax
