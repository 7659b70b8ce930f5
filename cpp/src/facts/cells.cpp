// Numbers that fill a cell of a table row. They stand beside the skeleton: only their table ties them.

#include <algorithm>

#include "facts/extractor.h"
#include "syntax/cells.h"
#include "text/text.h"

namespace gouji::facts {
namespace {

using profile::WordClass;

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_sign(char16_t unit) { return unit == u'-' || unit == u'+' || unit == u'−'; }

std::uint32_t skip_blanks(std::u16string_view text, std::uint32_t position, std::uint32_t end) {
  while (position < end && text::is_space(text[position])) ++position;
  return position;
}

// ≥95, 不少于800; = says nothing more than the number.
std::uint32_t take_bound(Quantity& quantity, std::u16string_view cell, const profile::Lexicon& lexicon) {
  if (cell.starts_with(u"=")) return 1;
  constexpr std::pair<WordClass, Approximation> kinds[]{{WordClass::at_least, Approximation::at_least}, {WordClass::at_most, Approximation::at_most}, {WordClass::about, Approximation::about}};
  for (const auto& [word_class, approximation] : kinds) {
    const profile::Entry* entry = lexicon.prefix(cell, word_class);
    if (!entry) continue;
    quantity.approximation = approximation;
    return static_cast<std::uint32_t>(entry->word.size());
  }
  return 0;
}

}  // namespace

std::optional<CellNumber> read_cell(const syntax::Block& block, text::Range cell, const profile::Lexicon& lexicon) {
  const std::u16string_view text = block.folded;
  CellNumber result;
  Quantity& quantity = result.quantity;
  std::uint32_t begin = cell.begin + take_bound(quantity, text.substr(cell.begin, cell.size()), lexicon);
  begin = skip_blanks(text, begin, cell.end);
  std::uint32_t end = begin;
  while (end < cell.end && (is_digit(text[end]) || text[end] == u',' || text[end] == u'.' || (end == begin && is_sign(text[end])))) ++end;
  const auto printed = text.substr(begin, end - begin);
  if (!syntax::is_bare_number(printed) || printed.size() > syntax::most_digits) return std::nullopt;
  std::string ascii;
  for (const char16_t unit : printed) {
    if (unit != u',') ascii += unit == u'−' ? '-' : static_cast<char>(unit);
  }
  if (ascii.front() == '+') ascii.erase(0, 1);
  const auto value = number::Decimal::parse(ascii);
  if (!value) return std::nullopt;
  const std::uint32_t unit_begin = skip_blanks(text, end, cell.end);
  if (unit_begin < cell.end) {
    const profile::Entry* entry = lexicon.unit_at(text, unit_begin);
    if (!entry || unit_begin + entry->word.size() != cell.end) return std::nullopt;
    const profile::Unit& unit = lexicon.vocabulary().units[entry->unit];
    if (unit.kind == profile::UnitKind::duration && printed.size() == 4) return std::nullopt;  // 2023年
    quantity.kind = unit.kind;
    quantity.exponent = unit.exponent;
    quantity.base_unit = unit.base;
    quantity.printed_unit = unit.name;
  } else {
    quantity.role = Role::cell;
  }
  quantity.number = *value;
  quantity.printed = printed;
  result.range = cell;
  result.number_range = {begin, end};
  return result;
}

bool Extractor::take_cell() {
  const text::Range token = block_.tokens[token_].range;
  while (cell_ < block_.cells.size() && (block_.cells[cell_].begin < token.begin || block_.cells[cell_].empty())) ++cell_;
  if (cell_ >= block_.cells.size() || block_.cells[cell_].begin != token.begin) return false;
  const text::Range cell = block_.cells[cell_];
  auto number = read_cell(block_, cell, lexicon_);
  if (!number) return false;
  number->quantity.cell = static_cast<int>(cell_);
  out_.facts.quantities.push_back(std::move(number->quantity));
  out_.places.quantities.push_back(number->range);
  out_.places.numbers.push_back(number->number_range);
  while (token_ < block_.tokens.size() && block_.tokens[token_].range.begin < cell.end) ++token_;
  begin_clause(cell.end);
  return true;
}

}  // namespace gouji::facts
