// What stands in heads beside their words: units, the marks by which formulas name columns, and formulas.

#include <algorithm>

#include "relations/tables.h"

namespace gouji::relations {
namespace {

using profile::Lexicon;

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_letter(char16_t unit) { return (unit >= u'A' && unit <= u'Z') || (unit >= u'a' && unit <= u'e'); }

std::optional<std::uint16_t> unit_named(std::u16string_view words, const Lexicon& lexicon) {
  if (words.empty()) return std::nullopt;
  const profile::Entry* entry = lexicon.unit_at(words, 0);
  if (!entry || entry->word.size() != words.size()) return std::nullopt;
  return entry->unit;
}

bool is_circled(char16_t unit) { return unit >= u'①' && unit <= u'⑳'; }

// B, 2, ③: what a column is called in formulas.
bool is_mark(std::u16string_view words) {
  if (words.size() == 1) return is_letter(words.front()) || is_circled(words.front()) || is_digit(words.front());
  return words.size() == 2 && is_digit(words[0]) && is_digit(words[1]);
}

bool is_formula(std::u16string_view words) {
  return std::all_of(words.begin(), words.end(), [](char16_t unit) { return is_letter(unit) || is_digit(unit) || is_circled(unit) || std::u16string_view(u"/÷×*+-=%()x").find(unit) != std::u16string_view::npos; });
}

// (3)=(2)/(1), ⑤=④-②, C=B/A: behind the words of a head.
std::u16string take_equation(std::u16string words, TableColumn& column) {
  const auto equals = words.find(u'=');
  if (equals == std::u16string::npos) return words;
  std::size_t begin = equals, end = equals + 1;
  while (begin > 0 && is_formula(std::u16string_view(words).substr(begin - 1, 1))) --begin;
  while (end < words.size() && is_formula(std::u16string_view(words).substr(end, 1))) ++end;
  std::u16string left, right = words.substr(equals + 1, end - equals - 1);
  for (const char16_t unit : words.substr(begin, equals - begin)) {
    if (unit != u'(' && unit != u')') left += unit;
  }
  const auto open = std::count(right.begin(), right.end(), u'('), close = std::count(right.begin(), right.end(), u')');
  if (close > open) right.pop_back();   // (C=B/A)
  if (right.size() < 3) return words;
  if (is_mark(left)) column.mark = left;
  column.formula = right;
  if (right.find(u'%') != std::u16string::npos) column.percent_formula = true;
  return words.substr(0, begin) + words.substr(end);
}

}  // namespace

// (万元), (A), (B/A), (%): taken out of the words; what else stands in brackets stays.
std::u16string take_brackets(std::u16string_view printed, TableColumn& column, const Lexicon& lexicon) {
  const std::u16string words = take_equation(std::u16string(printed), column);
  std::u16string rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto close = words[i] == u'(' ? words.find(u')', i) : std::u16string::npos;
    if (close != std::u16string::npos && words.find(u'(', i + 1) < close && words.ends_with(u')')) close = words.size() - 1;   // ((2)/(1))
    if (close == std::u16string::npos) {
      rest += words[i];
      continue;
    }
    auto inside = std::u16string_view(words).substr(i + 1, close - i - 1);
    const auto colon = inside.rfind(u':');   // (单位:万元)
    if (colon != std::u16string_view::npos) inside = inside.substr(colon + 1);
    const bool formula = inside.size() >= 3 && is_formula(inside);
    if (const auto unit = unit_named(inside, lexicon)) column.unit = unit;
    else if (is_mark(inside)) column.mark = inside;
    else if (formula) column.formula = inside;
    else rest += words.substr(i, close - i + 1);
    if (formula && inside.find(u'%') != std::u16string_view::npos) column.percent_formula = true;
    i = close;
  }
  if (column.percent_formula && !column.unit) column.unit = unit_named(u"%", lexicon);
  while (!rest.empty() && (rest.back() == u'%' || is_circled(rest.back()))) {
    if (rest.back() == u'%') column.unit = unit_named(u"%", lexicon);
    else column.mark = rest.substr(rest.size() - 1);
    rest.pop_back();
  }
  return rest;
}

// 3=2/1: below the heads.
void read_numbering(TableColumn& column, std::u16string_view words) {
  const std::u16string rest = take_equation(std::u16string(words), column);
  if (rest.empty()) {
    if (column.kind == ColumnKind::amount && column.formula.find_first_of(u"/÷") != std::u16string::npos) column.kind = ColumnKind::rate;
  } else if (is_mark(rest)) {
    column.mark = rest;
  } else if (rest.size() >= 3 && is_formula(rest)) {
    column.formula = rest;
  }
}

}  // namespace gouji::relations
