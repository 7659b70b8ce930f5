// Chinese numerals, positional (二〇二四) and with multipliers (二千零二十四).

#include "syntax/numerals.h"

#include <string>

#include "text/unit_set.h"

namespace gouji::syntax {
namespace {

constexpr text::UnitSet digits(u"零一二三四五六七八九"), numerals(u"零一二三四五六七八九〇○两十百千万亿");
constexpr std::size_t longest = 40;

int digit(char16_t unit) {
  if (unit == u'〇' || unit == u'○') return 0;
  if (unit == u'两') return 2;
  const auto found = digits.find(unit);
  return found == digits.npos ? -1 : static_cast<int>(found);
}

int power(char16_t unit) {
  switch (unit) {
    case u'十': return 1;
    case u'百': return 2;
    case u'千': return 3;
    case u'万': return 4;
    case u'亿': return 8;
    default: return 0;
  }
}

std::optional<number::Integer> positional(std::u16string_view text) {
  std::string ascii;
  for (const char16_t unit : text) {
    if (digit(unit) < 0) return std::nullopt;
    ascii += static_cast<char>('0' + digit(unit));
  }
  return number::Integer::parse(ascii);
}

std::optional<number::Integer> with_powers(std::u16string_view text) {
  number::Integer total = 0, section = 0;  // section: the part below the last 万 or 亿
  int current = -1;                        // a digit that waits for its multiplier
  bool any_digit = false;
  for (const char16_t unit : text) {
    if (const int value = digit(unit); value >= 0) {
      if (current > 0) return std::nullopt;
      current = value;
      any_digit = any_digit || value > 0;
      continue;
    }
    const int exponent = power(unit);
    if (exponent == 1 && current < 0) {
      current = 1;  // 十二
      any_digit = true;
    }
    if (exponent < 4) {
      section = section + number::Integer(current < 0 ? 0 : current) * number::Integer::power_of_ten(exponent);
    } else {
      section = section + number::Integer(current < 0 ? 0 : current);
      if (exponent == 8) {
        total = (total + section) * number::Integer::power_of_ten(8);
      } else {
        total = total + section * number::Integer::power_of_ten(4);
      }
      section = 0;
    }
    current = -1;
  }
  if (!any_digit) return std::nullopt;
  return total + section + number::Integer(current < 0 ? 0 : current);
}

}  // namespace

bool is_numeral(char16_t unit) { return numerals.contains(unit); }

std::size_t numeral_length(std::u16string_view text, std::size_t position) {
  std::size_t end = position;
  while (end < text.size() && is_numeral(text[end])) ++end;
  if (end == position) return 0;
  if (end + 1 < text.size() && text[end] == u'点' && digit(text[end + 1]) >= 0) {
    ++end;
    while (end < text.size() && digit(text[end]) >= 0) ++end;
  }
  return end - position;
}

std::optional<number::Decimal> parse_numeral(std::u16string_view numeral) {
  if (numeral.empty() || numeral.size() > longest) return std::nullopt;
  const std::size_t point = numeral.find(u'点');
  const auto whole_text = numeral.substr(0, point);
  bool has_power = false;
  for (const char16_t unit : whole_text) has_power = has_power || power(unit) > 0;
  const auto whole = has_power ? with_powers(whole_text) : positional(whole_text);
  if (!whole) return std::nullopt;
  if (point == std::u16string_view::npos) return number::Decimal(*whole, 0);
  const auto fraction_text = numeral.substr(point + 1);
  const auto fraction = positional(fraction_text);
  if (!fraction) return std::nullopt;
  const int places = static_cast<int>(fraction_text.size());
  return number::Decimal(*whole * number::Integer::power_of_ten(places) + *fraction, places);
}

std::u16string to_numeral(int value) {
  std::u16string result;
  if (value >= 20) result += digits[static_cast<std::size_t>(value / 10 % 10)];
  if (value >= 10) result += u'十';
  if (value % 10 != 0) result += digits[static_cast<std::size_t>(value % 10)];
  return result;
}

}  // namespace gouji::syntax
