// Item markers at the start of a line or of a clause.

#include "syntax/marker.h"

#include <array>

#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::syntax {
namespace {

constexpr int largest_number = 99;

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

/// A reader over folded text; every take_ function moves on success only.
class Scanner {
 public:
  Scanner(std::u16string_view text, std::size_t position) : text_(text), position_(position) {}

  std::size_t position() const { return position_; }
  char16_t peek(std::size_t ahead = 0) const { return position_ + ahead < text_.size() ? text_[position_ + ahead] : u'\0'; }

  bool take(char16_t unit) {
    if (peek() != unit) return false;
    ++position_;
    return true;
  }
  bool take_any(std::u16string_view units) {
    if (position_ >= text_.size() || units.find(text_[position_]) == std::u16string_view::npos) return false;
    ++position_;
    return true;
  }
  bool take_word(std::u16string_view word) {
    if (!text_.substr(std::min(position_, text_.size())).starts_with(word)) return false;
    position_ += word.size();
    return true;
  }
  std::optional<int> take_numeral() {
    std::size_t end = position_;
    while (end < text_.size() && end - position_ < 4 && is_numeral(text_[end])) ++end;
    return finish(end, parse_numeral(text_.substr(position_, end - position_)));
  }
  std::optional<int> take_digits() {
    int value = 0;
    std::size_t end = position_;
    while (end < text_.size() && end - position_ < 3 && is_digit(text_[end])) value = value * 10 + (text_[end++] - u'0');
    if (end == position_ || value == 0 || value > largest_number) return std::nullopt;
    position_ = end;
    return value;
  }

 private:
  std::optional<int> finish(std::size_t end, const std::optional<number::Decimal>& value) {
    if (!value || *value < number::Decimal(1, 0) || *value > number::Decimal(largest_number, 0)) return std::nullopt;
    position_ = end;
    return std::stoi(value->to_string());
  }

  std::u16string_view text_;
  std::size_t position_;
};

using Found = std::optional<std::pair<MarkerStyle, int>>;

Found chapter(Scanner& scanner) {
  if (!scanner.take(u'第')) return std::nullopt;
  auto number = scanner.take_numeral();
  if (!number) number = scanner.take_digits();
  if (!number) return std::nullopt;
  if (scanner.take_word(u"部分") || scanner.take_any(u"章节篇")) {
    scanner.take_any(u"、.,:");
    return std::pair(MarkerStyle::chapter, *number);
  }
  if (scanner.take_any(u",、:") || scanner.take(u'是')) return std::pair(MarkerStyle::ordinal, *number);
  return std::nullopt;
}

Found bracketed(Scanner& scanner) {
  if (!scanner.take_any(u"(﹙")) return std::nullopt;
  MarkerStyle style = MarkerStyle::han_paren;
  auto number = scanner.take_numeral();
  if (!number) {
    number = scanner.take_digits();
    style = MarkerStyle::arabic_paren;
  }
  if (!number || !scanner.take_any(u")﹚")) return std::nullopt;
  scanner.take_any(u"、.");
  return std::pair(style, *number);
}

Found numeral(Scanner& scanner, bool inline_item) {
  const char16_t first = scanner.peek();
  const auto number = scanner.take_numeral();
  if (!number) return std::nullopt;
  if (scanner.peek() == u'是' && scanner.peek(1) == first) return std::nullopt;   // 一是一，二是二
  if (scanner.take(u'是')) return std::pair(MarkerStyle::enumeration, *number);
  if (inline_item || !scanner.take_any(u"、.")) return std::nullopt;
  if (is_numeral(scanner.peek()) && (scanner.peek(1) == u'、' || scanner.peek(1) == u'等')) return std::nullopt;  // 一、二等奖
  return std::pair(MarkerStyle::han, *number);
}

// "5.2023年荣获" is item 5; "5.20万元" is a number.
bool starts_year(const Scanner& scanner) {
  for (std::size_t i = 0; i < 4; ++i) {
    if (!is_digit(scanner.peek(i))) return false;
  }
  return (scanner.peek() == u'1' || scanner.peek() == u'2') && scanner.peek(4) == u'年';
}

// "2.12个村" is item 2: things are not counted in decimals.
bool starts_count(const Scanner& scanner) {
  std::size_t i = 0;
  while (is_digit(scanner.peek(i))) ++i;
  const char16_t unit = scanner.peek(i);
  return i > 0 && i <= 4 && std::u16string_view(u"个名户家项所").find(unit) != std::u16string_view::npos && unit != u'\0' && scanner.peek(i + 1) != u'百';
}

Found digits(Scanner& scanner) {
  const auto number = scanner.take_digits();
  if (!number) return std::nullopt;
  if (scanner.take(u')')) return std::pair(MarkerStyle::arabic_paren, *number);
  if (scanner.peek() == u'、' && is_digit(scanner.peek(1)) && !is_digit(scanner.peek(2)) && scanner.peek(2) != u'.') return std::nullopt;  // 7、8月份
  if (scanner.take(u'、')) return std::pair(MarkerStyle::arabic, *number);
  if (scanner.take(u'.') && (!is_digit(scanner.peek()) || starts_year(scanner) || starts_count(scanner))) return std::pair(MarkerStyle::arabic, *number);
  return std::nullopt;
}

Found word(Scanner& scanner) {
  constexpr std::array<std::pair<std::u16string_view, int>, 5> words{{{u"首先", 1}, {u"其一", 1}, {u"其次", 2}, {u"其二", 2}, {u"其三", 3}}};
  for (const auto& [text, number] : words) {
    if (scanner.take_word(text)) return std::pair(MarkerStyle::ordinal, number);
  }
  return std::nullopt;
}

Found circled(Scanner& scanner) {
  const char16_t unit = scanner.peek();
  if (unit < 0x2460 || unit > 0x2473) return std::nullopt;
  scanner.take(unit);
  scanner.take_any(u"、.");
  return std::pair(MarkerStyle::circled, unit - 0x2460 + 1);
}

}  // namespace

std::optional<Marker> parse_marker(std::u16string_view folded, std::size_t position, bool inline_item) {
  if (position >= folded.size()) return std::nullopt;
  Scanner scanner(folded, position);
  Found found;
  const char16_t first = folded[position];
  if (first == u'第') found = chapter(scanner);
  else if (first == u'(' || first == u'﹙') found = bracketed(scanner);
  else if (is_digit(first)) found = digits(scanner);
  else if (first == u'首' || first == u'其') found = word(scanner);
  else if (is_numeral(first)) found = numeral(scanner, inline_item);
  else found = circled(scanner);
  if (!found || (inline_item && found->first == MarkerStyle::chapter)) return std::nullopt;
  Marker marker{found->first, found->second, 0, static_cast<std::uint32_t>(scanner.position()), false};
  std::size_t end = scanner.position();
  while (end < folded.size() && text::is_space(folded[end])) ++end;
  marker.spaced = end != scanner.position();
  marker.end = static_cast<std::uint32_t>(end);
  return marker;
}

MarkerStyle level_below(MarkerStyle style) {
  switch (style) {
    case MarkerStyle::chapter: return MarkerStyle::han;
    case MarkerStyle::han: return MarkerStyle::han_paren;
    case MarkerStyle::han_paren: return MarkerStyle::arabic;
    case MarkerStyle::arabic: return MarkerStyle::arabic_paren;
    default: return MarkerStyle::none;
  }
}

std::u16string marker_label(MarkerStyle style, int number) {
  const std::string ascii = std::to_string(number);
  const std::u16string digits(ascii.begin(), ascii.end());
  switch (style) {
    case MarkerStyle::chapter: return u"第" + to_numeral(number) + u"章";
    case MarkerStyle::han: return to_numeral(number) + u"、";
    case MarkerStyle::han_paren: return u"（" + to_numeral(number) + u"）";
    case MarkerStyle::arabic: return digits + u".";
    case MarkerStyle::arabic_paren: return u"（" + digits + u"）";
    case MarkerStyle::circled: return std::u16string(1, static_cast<char16_t>(0x2460 + number - 1));
    case MarkerStyle::enumeration: return to_numeral(number) + u"是";
    default: return digits;
  }
}

}  // namespace gouji::syntax
