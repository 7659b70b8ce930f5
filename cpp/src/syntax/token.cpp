// The tokenizer: longest match, no dictionary segmentation.

#include "syntax/token.h"

#include "syntax/marker.h"
#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::syntax {
namespace {

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

bool is_punctuation(char16_t unit) {
  if (unit < 0x80) return !is_digit(unit) && !(unit >= u'a' && unit <= u'z') && !(unit >= u'A' && unit <= u'Z') && unit > u' ';
  return (unit >= 0x2010 && unit <= 0x205E) || (unit >= 0x3001 && unit <= 0x303F && unit != u'〇' && unit != u'々') ||
         unit == u'·' || unit == u'×' || unit == u'÷' || (unit >= 0xFE30 && unit <= 0xFE6F) || unit == u'\u00A7';
}

class Tokenizer {
 public:
  Tokenizer(std::u16string_view text, const profile::Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  std::vector<Token> run() {
    tokens_.reserve(text_.size() / 2);
    while (position_ < text_.size()) step();
    flush();
    return std::move(tokens_);
  }

 private:
  void step() {
    const char16_t unit = text_[position_];
    if (const std::size_t residue = residue_length(text_, position_)) return add(TokenKind::ignorable, residue);
    if (text::is_space(unit)) return add(TokenKind::space, run_length(text::is_space));
    if (is_digit(unit)) return number();
    if (is_sign()) return signed_number();
    const profile::Entry* entry = lexicon_.word_at(text_, position_);
    if (is_numeral(unit) && (!entry || entry->word.size() == 1)) {
      return add(TokenKind::numeral, numeral_length(text_, position_));
    }
    if (entry) return add(TokenKind::word, entry->word.size(), entry);
    if (is_punctuation(unit)) return add(TokenKind::punctuation, 1);
    if (!in_text_) {
      flush();
      text_start_ = position_;
      in_text_ = true;
    }
    ++position_;
  }

  // "-3.2" after a word is negative; "2021-2025" and "3-5" are ranges.
  bool is_sign() const {
    const char16_t unit = text_[position_];
    if (unit != u'-' && unit != u'+' && unit != u'−') return false;
    if (position_ + 1 >= text_.size() || !is_digit(text_[position_ + 1])) return false;
    if (position_ == 0) return true;
    const char16_t before = text_[position_ - 1];
    constexpr std::u16string_view range_enders = u"日月年时分%元万亿个号期)〕]";
    return !is_digit(before) && !(before >= u'a' && before <= u'z') && !(before >= u'A' && before <= u'Z') &&
           before != u'-' && before != u'.' && range_enders.find(before) == std::u16string_view::npos;
  }

  void signed_number() {
    const std::size_t sign = position_;
    flush();
    ++position_;
    number();
    tokens_.back().range.begin = static_cast<std::uint32_t>(sign);
  }

  void number() {
    std::size_t end = digits_end(position_);
    const std::size_t leading = end - position_;
    while (leading <= 3 && end + 3 < text_.size() && text_[end] == u',' && digits_end(end + 1) == end + 4) end += 4;
    if (end + 1 < text_.size() && text_[end] == u'.' && is_digit(text_[end + 1]) && !is_item_before_year(end)) end = digits_end(end + 1);
    const std::size_t length = end - position_;
    add(length > most_digits ? TokenKind::oversized : TokenKind::number, length);
  }

  // 5.2023年: item 5, year 2023; 2.12个村 at the start of a line: item 2
  bool is_item_before_year(std::size_t point) const {
    const std::size_t end = digits_end(point + 1);
    if (tokens_.empty() || (tokens_.size() == 1 && tokens_.front().kind == TokenKind::space)) {
      const auto marker = parse_marker(text_, position_, false);
      if (marker && marker->label_end == point + 1) return true;
    }
    return end == point + 5 && end < text_.size() && text_[end] == u'年' && (text_[point + 1] == u'1' || text_[point + 1] == u'2');
  }

  std::size_t digits_end(std::size_t position) const {
    while (position < text_.size() && is_digit(text_[position])) ++position;
    return position;
  }

  template <typename Predicate>
  std::size_t run_length(Predicate predicate) const {
    std::size_t end = position_;
    while (end < text_.size() && predicate(text_[end])) ++end;
    return end - position_;
  }

  void add(TokenKind kind, std::size_t length, const profile::Entry* entry = nullptr) {
    flush();
    const auto begin = static_cast<std::uint32_t>(position_);
    position_ += length;
    tokens_.push_back({kind, {begin, static_cast<std::uint32_t>(position_)}, entry});
  }

  void flush() {
    if (!in_text_) return;
    in_text_ = false;
    tokens_.push_back({TokenKind::text, {static_cast<std::uint32_t>(text_start_), static_cast<std::uint32_t>(position_)}, nullptr});
  }

  std::u16string_view text_;
  const profile::Lexicon& lexicon_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0, text_start_ = 0;
  bool in_text_ = false;
};

}  // namespace

std::size_t residue_length(std::u16string_view folded, std::size_t position) {
  const auto rest = folded.substr(position);
  if (rest.front() == u'[' && rest.starts_with(u"[bookmark:")) {
    const auto close = rest.find(u']');
    return close == std::u16string_view::npos || close > 100 ? 0 : close + 1;
  }
  if (rest.front() == u'P' && rest.starts_with(u"PAGEREF")) {
    std::size_t end = 7;
    while (end < rest.size() && end < 60 && rest[end] < 0x80) ++end;
    return end;
  }
  if (rest.front() == u'错' && rest.starts_with(u"错误!未定义书签")) return rest.size() > 8 && rest[8] == u'。' ? 9 : 8;
  return 0;
}

std::vector<Token> tokenize(std::u16string_view folded, const profile::Lexicon& lexicon) {
  return Tokenizer(folded, lexicon).run();
}

}  // namespace gouji::syntax
