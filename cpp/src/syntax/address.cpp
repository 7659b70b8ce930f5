// Finds addresses by what only they have: "://", "www." and "@".

#include "syntax/address.h"

#include "text/text.h"

namespace gouji::syntax {
namespace {

bool is_alphanumeric(char16_t unit) { return (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }
bool is_address_unit(char16_t unit) { return is_alphanumeric(unit) || (unit != u'\0' && std::u16string_view(u"-._~%+").find(unit) != std::u16string_view::npos); }

std::size_t begin_of_word(std::u16string_view text, std::size_t position, std::size_t least) {
  while (position > least && is_address_unit(text[position - 1])) --position;
  return position;
}

// Han characters belong to the path only: behind the host they are prose.
std::size_t end_of_web_address(std::u16string_view text, std::size_t position) {
  bool in_path = false;
  for (; position < text.size(); ++position) {
    const char16_t unit = text[position];
    if (text::is_space(unit) || unit == u'(' || unit == u')' || unit == u'<' || unit == u'>' || unit == u'"') break;
    if (unit == u'/') in_path = true;
    else if (unit >= 0x80 && !(in_path && text::is_han(unit))) break;
  }
  return position;
}

std::size_t end_of_mail_address(std::u16string_view text, std::size_t position) {
  bool dotted = false;
  const std::size_t begin = position;
  for (; position < text.size() && is_address_unit(text[position]); ++position) dotted = dotted || text[position] == u'.';
  return dotted ? position : begin;
}

}  // namespace

std::vector<text::Range> find_addresses(std::u16string_view printed) {
  std::vector<text::Range> addresses;
  std::size_t least = 0;  // the end of the last address
  const auto add = [&](std::size_t begin, std::size_t end) {
    addresses.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    least = end;
  };
  for (std::size_t i = 0; i < printed.size(); ++i) {
    if (printed[i] != u':' && printed[i] != u'w' && printed[i] != u'@') continue;
    const auto rest = printed.substr(i);
    if (rest.starts_with(u"://")) {
      if (const std::size_t begin = begin_of_word(printed, i, least); begin < i) add(begin, end_of_web_address(printed, i + 3));
    } else if (rest.starts_with(u"www.")) {
      if (i == least || !is_address_unit(printed[i - 1])) add(i, end_of_web_address(printed, i));
    } else if (rest.front() == u'@') {
      const std::size_t begin = begin_of_word(printed, i, least), end = end_of_mail_address(printed, i + 1);
      if (begin < i && end > i + 1) add(begin, end);
    }
    if (least > i) i = least - 1;
  }
  return addresses;
}

}  // namespace gouji::syntax
