// Keys of headings. Nothing here knows a report family: what says nothing is data.

#include "parts/heading_key.h"

#include <algorithm>

#include "text/text.h"

namespace gouji::parts {
namespace {

constexpr std::size_t shortest_fuzzy = 4;  // content characters from which part of a name suffices
constexpr std::size_t least_common = 5;    // pairs that two names share where one of them leaves much out
constexpr std::size_t shortest_end = 3;    // characters of a name that may end or begin a longer heading

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool is_letter(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }

// 2023年, 2023年度
std::size_t year_length(std::u16string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits != 4 || digits >= text.size() || text[digits] != u'年') return 0;
  return digits + 1 < text.size() && text[digits + 1] == u'度' ? digits + 2 : digits + 1;
}

std::u16string plain_of(std::u16string_view title) {
  std::u16string plain;
  plain.reserve(title.size());
  int depth = 0;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (title[i] == u'(' || title[i] == u'[') ++depth;
    if (depth == 0) {
      if (const std::size_t year = year_length(title.substr(i))) {
        i += year - 1;
        continue;
      }
      if (text::is_han(title[i]) || is_letter(title[i]) || is_digit(title[i])) plain += title[i];
    }
    if ((title[i] == u')' || title[i] == u']') && depth > 0) --depth;
  }
  return plain;
}

// The longest empty word at each place goes.
std::u16string content_of(std::u16string_view plain, const EmptyWords& words) {
  std::u16string content;
  content.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size();) {
    if (!words.begins[plain[i] & 255]) {
      content += plain[i++];
      continue;
    }
    std::size_t longest = 0;
    for (const std::u16string& word : words.all) {
      if (word.front() == plain[i] && word.size() > longest && plain.substr(i).starts_with(word)) longest = word.size();
    }
    if (longest == 0) content += plain[i++];
    i += longest;
  }
  return content;
}

std::size_t common_pairs(const HeadingKey& a, const HeadingKey& b) {
  std::size_t common = 0;
  for (auto left = a.pairs.begin(), right = b.pairs.begin(); left != a.pairs.end() && right != b.pairs.end();) {
    if (*left < *right) ++left;
    else if (*right < *left) ++right;
    else ++common, ++left, ++right;
  }
  return common;
}

}  // namespace

EmptyWords::EmptyWords(const profile::PartWords& words) : all(words.empty) {
  for (const std::u16string& word : all) begins.set(word.front() & 255);
}

HeadingKey heading_key(std::u16string_view folded_title, const EmptyWords& words) {
  HeadingKey key;
  key.plain = plain_of(folded_title);
  key.content = content_of(key.plain, words);
  if (key.content.size() > 1) key.pairs.reserve(key.content.size() - 1);
  for (std::size_t i = 0; i + 1 < key.content.size(); ++i) key.pairs.push_back(static_cast<std::uint32_t>(key.content[i]) << 16 | key.content[i + 1]);
  std::sort(key.pairs.begin(), key.pairs.end());
  key.pairs.erase(std::unique(key.pairs.begin(), key.pairs.end()), key.pairs.end());
  return key;
}

bool says_the_same(const HeadingKey& heading, const HeadingKey& name) {
  if (name.plain.empty()) return false;
  return heading.plain == name.plain || (name.content.size() >= 2 && heading.content == name.content);
}

int likeness(const HeadingKey& heading, const HeadingKey& name) {
  if (name.plain.empty() || heading.plain.empty()) return 0;
  if (heading.plain == name.plain) return 100;
  if (name.content.size() >= 2 && heading.content == name.content) return 97;
  int best = 0;
  const auto part_of = [](std::size_t part, std::size_t whole, int worth) { return static_cast<int>(static_cast<std::size_t>(worth) * part / whole); };
  if (name.plain.size() >= shortest_end && (heading.plain.ends_with(name.plain) || heading.plain.starts_with(name.plain))) {
    best = 60 + part_of(name.plain.size(), heading.plain.size(), 32);
  }
  if (heading.plain.size() > shortest_end && (name.plain.ends_with(heading.plain) || name.plain.starts_with(heading.plain))) {
    best = std::max(best, 60 + part_of(heading.plain.size(), name.plain.size(), 32));
  }
  if (name.content.size() >= shortest_fuzzy && heading.content.size() >= shortest_fuzzy) {
    const std::size_t common = common_pairs(heading, name);
    const bool most_of_both = common >= least_common && common * 4 >= std::min(name.pairs.size(), heading.pairs.size()) * 3;
    if (common * 4 >= name.pairs.size() * 3 || most_of_both) best = std::max(best, 50 + part_of(common, name.pairs.size(), 25) + part_of(common, heading.pairs.size(), 15));
  }
  return best >= least_likeness ? best : 0;
}

}  // namespace gouji::parts
