// Numbers whose unit is printed once for a row: 分别为3,120、3,380、350平方米; 86名（男37、女49）; 按性别，男11,204、女10,732.

#include <algorithm>

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"
#include "text/text.h"

namespace gouji::facts {

using profile::UnitKind;
using syntax::Token;
using syntax::TokenKind;

namespace {

constexpr std::uint32_t longest_name = 10;   // of a part whose number stands right behind it

bool is_countable(UnitKind kind) { return kind == UnitKind::count || kind == UnitKind::money || kind == UnitKind::area || kind == UnitKind::score || kind == UnitKind::length || kind == UnitKind::weight; }

// 第3, 表2, 附件1: the number of something, and none of its own.
bool numbers_something(std::u16string_view name) {
  constexpr std::u16string_view words[]{u"第", u"表", u"图", u"附件", u"附表", u"号", u"条", u"款", u"年", u"月", u"日", u"章", u"节", u"版", u"型", u"级", u"类", u"电话", u"编号"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return name.ends_with(word); });
}

}  // namespace

// 3,120、3,380、350平方米: the token behind the last number, which has the unit; 0 where this is no such row.
std::size_t Extractor::row_with_unit() const {
  const auto words = trim(text_.substr(clause_start_, block_.tokens[token_].range.begin - clause_start_));
  constexpr std::u16string_view orders[]{u"分别为", u"分别是", u"依次为", u"依次是", u"分别达", u"分别有", u"各为", u"分别", u"依次"};
  if (std::none_of(std::begin(orders), std::end(orders), [&](std::u16string_view order) { return words.ends_with(order); })) return 0;
  for (std::size_t i = token_; i + 2 < block_.tokens.size(); i += 2) {
    const Token& mark = block_.tokens[i + 1];
    const auto between = text_.substr(mark.range.begin, mark.range.size());
    if (between != u"、" && between != u"和" && between != u"及" && between != u"与") return 0;
    if (block_.tokens[i + 2].kind != TokenKind::number) return 0;
    const auto last = read_measure(block_, i + 2, lexicon_);
    if (last) return i + 3;
  }
  return 0;
}

// 男37、女49: the token behind the last of several names, each with its number; 0 where this is no such row.
std::size_t Extractor::named_row() const {
  const std::uint32_t number = block_.tokens[token_].range.begin;
  std::size_t i = clause_begin_;
  std::size_t numbers = 0;
  std::uint32_t end = number;
  while (i < text_.size()) {
    const std::size_t name = i;
    while (i < text_.size() && text::is_han(text_[i])) ++i;
    if (i == name || i - name > longest_name || numbers_something(text_.substr(name, i - name))) return 0;
    if (numbers == 0 && i != number) return 0;
    const std::size_t digits = i;
    while (i < text_.size() && ((text_[i] >= u'0' && text_[i] <= u'9') || text_[i] == u',' || text_[i] == u'.') && !(text_[i] == u',' && (i + 1 == text_.size() || text_[i + 1] < u'0' || text_[i + 1] > u'9'))) ++i;
    if (i == digits) return 0;
    ++numbers;
    end = static_cast<std::uint32_t>(i);
    if (i == text_.size()) break;
    const char16_t mark = text_[i];
    if (mark == u'、' || mark == u',' ) { ++i; continue; }
    if (std::u16string_view(u"。;)]").find(mark) == std::u16string_view::npos) return 0;
    break;
  }
  if (numbers < 2) return 0;
  std::size_t token = token_;
  while (token < block_.tokens.size() && block_.tokens[token].range.begin < end) ++token;
  return token;
}

// 问题有二：; 去向有三：: so many things are listed behind the colon.
bool Extractor::take_bare_count() {
  const Token& token = block_.tokens[token_];
  if (token.kind != TokenKind::numeral || token.range.size() != 1 || token.range.begin == 0 || token.range.end >= text_.size() || text_[token.range.end] != u':') return false;
  if (std::u16string_view(u"二两三四五六七八九十").find(text_[token.range.begin]) == std::u16string_view::npos || std::u16string_view(u"有为是").find(text_[token.range.begin - 1]) == std::u16string_view::npos) return false;
  Quantity like;
  like.kind = UnitKind::count;
  like.base_unit = like.printed_unit = u"项";
  auto measure = read_bare_measure(block_, token_, lexicon_, like);
  return measure && take(*measure);
}

bool Extractor::take_bare() {
  if (take_bare_count()) return true;
  if (block_.kind == syntax::BlockKind::table_row || block_.tokens[token_].kind != TokenKind::number) return false;
  if (token_ >= bare_until_) {
    if (const std::size_t end = row_with_unit(); end != 0) {
      const auto last = read_measure(block_, end - 1, lexicon_);
      if (!is_countable(last->quantity.kind) && last->quantity.kind != UnitKind::percent) return false;
      bare_until_ = end;
      bare_like_ = last->quantity;
    } else if (out_.facts.quantities.empty() || !is_countable(out_.facts.quantities.back().kind) || out_.facts.quantities.back().kind == UnitKind::money) {
      return false;
    } else if (const std::size_t row = named_row(); row != 0) {
      bare_until_ = row;
      bare_like_ = out_.facts.quantities.back();
    } else {
      return false;
    }
  }
  auto measure = read_bare_measure(block_, token_, lexicon_, bare_like_);
  return measure && take(*measure);
}

}  // namespace gouji::facts
