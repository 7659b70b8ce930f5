// Reads a number and the unit behind it; knows what only looks like a quantity.

#include "facts/measure.h"

#include <algorithm>

#include "syntax/numerals.h"
#include "text/text.h"

namespace gouji::facts {
namespace {

using profile::WordClass;
using syntax::TokenKind;

constexpr std::size_t most_blanks = 3;  // between a number and its unit

class MeasureReader {
 public:
  MeasureReader(const syntax::Block& block, std::size_t index, const profile::Lexicon& lexicon)
      : text_(block.folded), block_(block), index_(index), lexicon_(lexicon), token_(block.tokens[index]) {}

  std::optional<Measure> run_bare(const Quantity& like) {
    if (token_.range.begin > 0 && is_excluded_before(text_[token_.range.begin - 1])) return std::nullopt;
    if ((numeral() && like.kind != profile::UnitKind::count) || !read_number()) return std::nullopt;
    Quantity& quantity = measure_.quantity;
    quantity.kind = like.kind;
    quantity.exponent = like.exponent;
    quantity.base_unit = like.base_unit;
    quantity.printed_unit = like.printed_unit;
    read_approximation_before();
    finish();
    return std::move(measure_);
  }

  std::optional<Measure> run() {
    if (token_.range.begin > 0 && is_excluded_before(text_[token_.range.begin - 1])) return std::nullopt;
    if (!read_number() || !read_unit()) return std::nullopt;
    read_approximation_before();
    finish();
    return std::move(measure_);
  }

 private:
  bool numeral() const { return token_.kind == TokenKind::numeral; }
  std::u16string_view rest(std::size_t position) const { return text_.substr(std::min(position, text_.size())); }

  // 第3名, 〔2023〕, A4, 9时30分, 数十名
  bool is_excluded_before(char16_t unit) const {
    if (std::u16string_view(u"第〔[﹝【").find(unit) != std::u16string_view::npos) return true;
    if ((unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z')) return true;
    if (numeral()) return std::u16string_view(u"数几之").find(unit) != std::u16string_view::npos;
    return false;
  }

  bool read_number() {
    auto range = token_.range;
    const auto printed = text_.substr(range.begin, range.size());
    if (!numeral()) {
      std::string ascii;
      for (const char16_t unit : printed) {
        if (unit == u',') continue;
        ascii += unit == u'−' ? '-' : static_cast<char>(unit);
      }
      const auto value = number::Decimal::parse(ascii);
      if (!value) return false;
      measure_.quantity.number = *value;
    } else if (!read_numeral(range)) {
      return false;
    }
    measure_.number_range = range;
    measure_.quantity.printed = text_.substr(range.begin, range.size());
    position_ = range.end;
    return true;
  }

  // 百分之三十七点七 is a percentage; the multiplier of 三万 belongs to the unit, as in 3万.
  bool read_numeral(text::Range& range) {
    if (rest(range.begin).starts_with(u"百分之")) {
      const std::size_t begin = range.begin + 3;
      const std::size_t length = syntax::numeral_length(text_, begin);
      const auto value = syntax::parse_numeral(text_.substr(begin, length));
      if (!value) return false;
      measure_.quantity.number = *value;
      range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
      percent_words_ = true;
      return true;
    }
    if (range.begin >= 3 && text_.substr(range.begin - 3, 3) == u"百分之") return false;
    while (range.size() > 1 && (text_[range.end - 1] == u'万' || text_[range.end - 1] == u'亿')) --range.end;
    const auto value = syntax::parse_numeral(text_.substr(range.begin, range.size()));
    if (!value) return false;
    measure_.quantity.number = *value;
    return true;
  }

  bool read_unit() {
    Quantity& quantity = measure_.quantity;
    if (percent_words_) {
      quantity.kind = profile::UnitKind::percent;
      quantity.printed_unit = quantity.base_unit = u"%";
      return true;
    }
    std::size_t position = skip_blanks(position_);
    if (numeral() && position != position_) return false;
    position = take_about(position);
    int multiplier = 0;
    const std::size_t unit_begin = position;
    const profile::Entry* entry = unit_at(position);
    if (!entry) {
      const auto [length, exponent] = multiplier_at(position);
      if (length == 0) return false;
      multiplier = exponent;
      multiplier_text_ = text_.substr(position, length);
      position = take_about(position + length);
      entry = position < text_.size() ? unit_at(position) : nullptr;
      if (!entry) return read_lost_unit(unit_begin, position, multiplier);
    }
    const profile::Unit& unit = lexicon_.vocabulary().units[entry->unit];
    const std::size_t end = position + entry->word.size();
    if (!is_measure(unit, end)) return false;
    quantity.kind = unit.kind;
    quantity.exponent = unit.exponent + multiplier;
    quantity.base_unit = unit.base;
    quantity.printed_unit = multiplier_text_ + unit.name;
    position_ = end;
    return true;
  }

  const profile::Entry* unit_at(std::size_t position) const {
    if (position >= text_.size()) return nullptr;
    const profile::Entry* entry = lexicon_.unit_at(text_, position);
    if (!entry || !numeral()) return entry;
    return lexicon_.vocabulary().units[entry->unit].digits_only ? nullptr : entry;
  }

  // "0.00 万，": the unit lost its second half
  bool read_lost_unit(std::size_t begin, std::size_t end, int multiplier) {
    if (numeral() || multiplier < 4 || approximation_ != Approximation::exact) return false;
    const bool at_end = end >= text_.size() || std::u16string_view(u",。;、).:").find(text_[end]) != std::u16string_view::npos;
    if (!at_end) return false;
    Quantity& quantity = measure_.quantity;
    quantity.kind = profile::UnitKind::money;
    quantity.exponent = multiplier;
    quantity.base_unit = u"元";
    quantity.printed_unit = text_.substr(begin, end - begin);
    position_ = end;
    return true;
  }

  bool is_measure(const profile::Unit& unit, std::size_t end) const {
    const char16_t next = end < text_.size() ? text_[end] : u'\0';
    const std::size_t digits = token_.range.size();
    if (unit.name == u"学年" && digits == 4) return false;
    if (unit.name == u"年") {
      if (std::u16string_view(u"级月初末底度份中间终").find(next) != std::u16string_view::npos && next != u'\0') return false;
      if (!numeral() && digits == 4) return false;
      if (numeral() && digits >= 4 && measure_.quantity.number >= number::Decimal(1000, 0)) return false;
    }
    if (unit.name == u"分" && (next == u'之' || (token_.range.begin > 0 && std::u16string_view(u"时:点").find(text_[token_.range.begin - 1]) != std::u16string_view::npos))) return false;
    if (numeral() && token_.range.size() == 1 && text_[token_.range.begin] == u'一') {
      if (next == u'一') return false;                                   // 一户一策
      if (unit.name == u"年" && next == u'度') return false;
    }
    if (unit.name == u"点" && std::u16string_view(u"半钟整击评多").find(next) != std::u16string_view::npos && next != u'\0') return false;
    if (unit.name == u"股" && next == u'室') return !numeral();
    return true;
  }

  static std::pair<std::size_t, int> match_multiplier(std::u16string_view text) {
    if (text.starts_with(u"百万")) return {2, 6};
    if (text.starts_with(u"千万")) return {2, 7};
    if (text.starts_with(u"万亿")) return {2, 12};
    if (text.starts_with(u"万")) return {1, 4};
    if (text.starts_with(u"亿")) return {1, 8};
    if (text.starts_with(u"千")) return {1, 3};
    if (text.starts_with(u"百")) return {1, 2};
    return {0, 0};
  }
  std::pair<std::size_t, int> multiplier_at(std::size_t position) const { return match_multiplier(rest(position)); }

  std::size_t skip_blanks(std::size_t position) const {
    const std::size_t limit = position + most_blanks;
    while (position < text_.size() && position < limit && text::is_space(text_[position])) ++position;
    return position;
  }

  // 余, 多, 几 between number and unit
  std::size_t take_about(std::size_t position) {
    if (position < text_.size() && std::u16string_view(u"余多几来").find(text_[position]) != std::u16string_view::npos) {
      approximation_ = Approximation::over;
      return position + 1;
    }
    return position;
  }

  void read_approximation_before() {
    begin_ = percent_words_ ? measure_.number_range.begin - 3 : measure_.number_range.begin;
    std::size_t i = index_;
    while (i > 0 && block_.tokens[i - 1].kind == TokenKind::space) --i;
    if (i == 0) return;
    const syntax::Token& before = block_.tokens[i - 1];
    if (before.kind != TokenKind::word) return;
    constexpr std::pair<WordClass, Approximation> kinds[]{{WordClass::about, Approximation::about},
                                                          {WordClass::over, Approximation::over},
                                                          {WordClass::under, Approximation::under},
                                                          {WordClass::at_least, Approximation::at_least},
                                                          {WordClass::at_most, Approximation::at_most}};
    for (const auto& [word_class, approximation] : kinds) {
      if (!before.entry->is(word_class)) continue;
      approximation_ = approximation;
      begin_ = before.range.begin;
      return;
    }
  }

  void finish() {
    std::size_t end = position_;
    constexpr std::pair<std::u16string_view, Approximation> suffixes[]{
        {u"左右", Approximation::about}, {u"上下", Approximation::about}, {u"以上", Approximation::at_least},
        {u"及以上", Approximation::at_least}, {u"以下", Approximation::at_most}, {u"以内", Approximation::at_most}, {u"之内", Approximation::at_most},
        {u"余", Approximation::over}, {u"多", Approximation::over}};
    for (const auto& [suffix, approximation] : suffixes) {
      const auto follows = rest(end);
      if (!follows.starts_with(suffix) || follows.starts_with(u"余额") || follows.starts_with(u"多个") || follows.starts_with(u"余下")) continue;
      if (suffix == u"多" && follows.size() > 1 && follows[1] >= u'0' && follows[1] <= u'9') continue;  // 比30条多13条
      const profile::Entry* word = suffix == u"多" ? lexicon_.word_at(text_, end) : nullptr;
      if (word && word->word.size() > 1 && word->is(WordClass::increase)) continue;  // 比1573万元多支出89万元
      approximation_ = approximation;
      end += suffix.size();
      break;
    }
    measure_.quantity.approximation = approximation_;
    measure_.range = {begin_, static_cast<std::uint32_t>(end)};
    std::size_t next = index_;
    while (next < block_.tokens.size() && block_.tokens[next].range.begin < end) ++next;
    measure_.next_token = next;
  }

  std::u16string_view text_;
  const syntax::Block& block_;
  std::size_t index_;
  const profile::Lexicon& lexicon_;
  const syntax::Token& token_;
  Measure measure_;
  std::size_t position_ = 0;
  std::uint32_t begin_ = 0;
  std::u16string multiplier_text_;
  Approximation approximation_ = Approximation::exact;
  bool percent_words_ = false;
};

}  // namespace

std::optional<Measure> read_measure(const syntax::Block& block, std::size_t index, const profile::Lexicon& lexicon) {
  return MeasureReader(block, index, lexicon).run();
}

std::optional<Measure> read_bare_measure(const syntax::Block& block, std::size_t index, const profile::Lexicon& lexicon, const Quantity& like) {
  return MeasureReader(block, index, lexicon).run_bare(like);
}

}  // namespace gouji::facts
