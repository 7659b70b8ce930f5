// Edits that people make.

#include <algorithm>
#include <iterator>

#include "session.h"

namespace gouji::sessions {
namespace {

constexpr std::u16string_view words[]{
    u"其中：", u"其中", u"，其中：基本支出", u"合计", u"支出", u"基本支出60万元", u"项目支出", u"万元", u"元", u"亿元", u"%", u"个", u"人", u"占",
    u"较上年增加", u"执行率", u"年初预算", u"单位：万元", u"单位：元", u"|", u"\t", u"。", u"，", u"；", u"、", u"：", u"（", u"）", u"“", u"”", u"2023年", u"2024",
    u"一、", u"（二）", u"3.", u"（4）", u"①", u"一是", u"二是", u"第一章 ", u"附件：1.表", u"目录", u"绩效自评报告", u"存在的问题", u"改进措施", u"无", u"详见附件2",
    u"三个方面", u"尾差", u"四舍五入", u"  ", u"\u3000", u"[bookmark: x]", u"# ", u"12.", u"0", u"1,234.50", u"|甲|1|2|\n", u"甲\t3\t4\n", u"……3", u"完成预算的98%"};

constexpr std::u16string_view swapped[][2]{{u"万元", u"元"}, {u"元", u"万元"}, {u"其中", u""}, {u"基本", u"项目"}, {u"预算", u"决算"}, {u"上年", u"本年"}, {u"2024", u"2023"}, {u"2023", u"2024"},
    {u"一、", u"三、"}, {u"二、", u"四、"}, {u"（一）", u"（二）"}, {u"情况", u"问题"}, {u"，", u"。"}, {u"。", u"，"}, {u"：", u""}, {u"增加", u"减少"}, {u"个", u"项"}, {u"等", u""}, {u"报告", u"说明"}, {u"|", u""}};

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_line_end(char16_t unit) { return unit == u'\n' || unit == u'\r'; }

}  // namespace

// Most edits are near the last one.
std::uint32_t Hand::place(std::u16string_view text) {
  if (text.empty()) return last_ = 0;
  if (chance(40)) return last_ = below(text.size() + 1);
  const std::uint32_t from = last_ > 30 ? last_ - 30 : 0;
  return last_ = static_cast<std::uint32_t>(std::min<std::size_t>(from + below(60), text.size()));
}

Range Hand::line(std::u16string_view text, bool with_end) {
  std::uint32_t begin = place(text), end = begin;
  while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
  while (end < text.size() && !is_line_end(text[end])) ++end;
  while (with_end && end < text.size() && is_line_end(text[end])) ++end;
  return {begin, end};
}

// A digit typed, changed or deleted.
TextEdit Hand::figure(std::u16string_view text) {
  std::uint32_t at = place(text);
  while (at < text.size() && !is_digit(text[at])) ++at;
  const std::u16string digit(1, chance(10) ? u'.' : static_cast<char16_t>(u'0' + below(10)));
  if (at >= text.size()) return {{at, at}, digit};
  last_ = at;
  switch (below(3)) {
    case 0: return {{at, at + 1}, digit};
    case 1: return {{at, at + 1}, u""};
    default: return {{at, at}, digit};
  }
}

TextEdit Hand::word(std::u16string_view text) {
  const std::uint32_t at = place(text);
  const std::u16string chosen(words[below(std::size(words))]);
  last_ = at + static_cast<std::uint32_t>(chosen.size());
  return {{at, at}, chosen};
}

// Letters of an input method, one by one; then the word takes their place.
TextEdit Hand::letter(std::u16string_view text) {
  const auto size = static_cast<std::uint32_t>(composing_.size());
  const bool stands = size > 0 && last_ >= size && last_ <= text.size() && text.substr(last_ - size, size) == composing_;
  if (stands && chance(40)) {
    const std::u16string chosen(chance(50) ? u"支出" : words[below(std::size(words))]);
    const std::uint32_t begin = last_ - size;
    last_ = begin + static_cast<std::uint32_t>(chosen.size());
    composing_.clear();
    return {{begin, begin + size}, chosen};
  }
  if (!stands) {
    composing_.clear();
    place(text);
  }
  composing_ += static_cast<char16_t>(u'a' + below(26));
  const TextEdit edit{{last_, last_}, composing_.substr(composing_.size() - 1)};
  ++last_;
  return edit;
}

// Line ends: made, taken away, turned into others.
TextEdit Hand::border(std::u16string_view text) {
  constexpr std::u16string_view ends[]{u"\n", u"\r\n", u"\r", u"\n\n", u"，\n", u"。\n", u" \n"};
  std::uint32_t at = place(text);
  if (chance(40)) return {{at, at}, std::u16string(ends[below(std::size(ends))])};
  while (at < text.size() && !is_line_end(text[at])) ++at;
  if (at == text.size()) return {{at, at}, u"\n"};
  last_ = at;
  if (chance(50)) return {{at, at + 1}, u""};
  return {{at, at + 1}, std::u16string(ends[below(std::size(ends))])};
}

// The number or the first words of a line.
TextEdit Hand::number(std::u16string_view text) {
  constexpr std::u16string_view numbers[]{u"一、", u"二、", u"三、", u"（一）", u"（二）", u"1.", u"2.", u"（1）", u"第二章 ", u"", u"二是", u"## "};
  const Range here = line(text, false);
  const std::uint32_t size = std::min(here.end - here.begin, below(5));
  return {{here.begin, here.begin + size}, std::u16string(numbers[below(std::size(numbers))])};
}

// Characters of two units, and their halves.
TextEdit Hand::pair(std::u16string_view text) {
  constexpr std::u16string_view pieces[]{u"\U00020BB7", u"\U0001F600", std::u16string_view(u"\xD842", 1), std::u16string_view(u"\xDFB7", 1), std::u16string_view(u"\xDFB7\xD842", 2)};
  const auto surrogate = std::find_if(text.begin(), text.end(), [](char16_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; });
  if (surrogate != text.end() && chance(50)) {
    const auto at = static_cast<std::uint32_t>(surrogate - text.begin()) + below(2);
    if (chance(50)) return {{at, at + 1}, u""};
    return {{at, at}, std::u16string(pieces[below(std::size(pieces))])};
  }
  const std::uint32_t at = place(text);
  return {{at, at}, std::u16string(pieces[below(std::size(pieces))])};
}

TextEdit Hand::swap_word(std::u16string_view text) {
  const auto& [from, to] = swapped[below(std::size(swapped))];
  auto found = text.find(from, place(text));
  if (found == text.npos) found = text.find(from);
  if (found == text.npos) return word(text);
  last_ = static_cast<std::uint32_t>(found);
  return {{last_, last_ + static_cast<std::uint32_t>(from.size())}, std::u16string(to)};
}

TextEdit Hand::rubbish(std::u16string_view text) {
  const std::uint32_t begin = place(text);
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(begin + below(chance(90) ? 12 : 200), text.size()));
  return {{begin, end}, chance(70) ? u"" : std::u16string(words[below(std::size(words))])};
}

// Some lines cut, copied or pasted.
std::vector<TextEdit> Hand::cut_or_paste(std::u16string_view text) {
  if (!clipboard_.empty() && chance(60)) {
    const Range here = line(text, false);
    std::u16string pasted = clipboard_;
    if (chance(70)) clipboard_.clear();
    return {{{here.begin, here.begin}, pasted}};
  }
  const Range first = line(text, true);
  auto end = first.end;
  for (std::uint32_t left = below(chance(80) ? 3 : 25); left > 0 && end < text.size(); --left) {
    while (end < text.size() && !is_line_end(text[end])) ++end;
    while (end < text.size() && is_line_end(text[end])) ++end;
  }
  clipboard_ = text.substr(first.begin, end - first.begin);
  if (chance(30)) return {{{first.end, first.end}, clipboard_}};
  return {{{first.begin, end}, u""}};
}

// A word replaced wherever it stands: one update of many edits.
std::vector<TextEdit> Hand::everywhere(std::u16string_view text) {
  const auto& [from, to] = swapped[below(std::size(swapped))];
  std::vector<TextEdit> edits;
  for (auto at = text.find(from); at != text.npos && edits.size() < 20; at = text.find(from, at + from.size())) {
    edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + from.size())}, std::u16string(to)});
  }
  return edits;
}

std::vector<TextEdit> Hand::next(std::u16string_view text) {
  const std::uint32_t chosen = below(100);
  if (chosen < 25) return {figure(text)};
  if (chosen < 40) return {letter(text)};
  if (chosen < 52) return {word(text)};
  if (chosen < 62) return {border(text)};
  if (chosen < 70) return {number(text)};
  if (chosen < 74) return {pair(text)};
  if (chosen < 84) return {swap_word(text)};
  if (chosen < 90) return {rubbish(text)};
  if (chosen < 98) return cut_or_paste(text);
  return everywhere(text);
}

}  // namespace gouji::sessions
