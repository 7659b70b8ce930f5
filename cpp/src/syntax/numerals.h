// Chinese numerals: 一百二十三, 两万, 二○二四, 三十七点七.

#pragma once

#include <optional>
#include <string_view>

#include "number/decimal.h"

namespace gouji::syntax {

/// Whether `unit` can be part of a Chinese numeral (零〇○一..九 两 十百千万亿).
bool is_numeral(char16_t unit);

/// Length of the longest run of numeral characters at `position`, with one 点 and its digits.
std::size_t numeral_length(std::u16string_view text, std::size_t position);

/// The value of a whole numeral; nothing if it is none, or only a bare multiplier (百, 千, 万, 亿: "hundreds of").
std::optional<number::Decimal> parse_numeral(std::u16string_view numeral);

/// 1 -> 一, 12 -> 十二, 20 -> 二十; for 1..99.
std::u16string to_numeral(int value);

}  // namespace gouji::syntax
