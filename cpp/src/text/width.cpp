// Display width on a terminal, by Unicode TR11.

#include <unicode/uchar.h>

#include "text/text.h"
#include "text/utf16.h"

namespace gouji::text {
namespace {

constexpr char32_t soft_hyphen = 0xAD;    // a format character that terminals show

bool is_invisible(UChar32 c) {
  if (c == soft_hyphen) return false;
  if (c >= 0x1160 && c <= 0x11FF) return true;    // Hangul vowels and finals join the syllable before them
  return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

std::uint32_t cells(char32_t code_point, bool ambiguous_is_wide) {
  const auto c = static_cast<UChar32>(code_point);
  if (is_invisible(c)) return 0;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    case U_EA_AMBIGUOUS:
      return ambiguous_is_wide ? 2 : 1;
    default:
      return 1;
  }
}

}  // namespace

std::uint32_t display_width(std::u16string_view units, bool ambiguous_is_wide) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < units.size();) {
    const char16_t unit = units[at];
    if (unit < 0x80 || is_han(unit)) {
      width += unit < 0x80 ? 1 : 2;
      ++at;
    } else {
      width += cells(next_code_point(units, at), ambiguous_is_wide);
    }
  }
  return width;
}

}  // namespace gouji::text
