// The statistics behind the detection of GB18030 and of UTF-16 without a BOM.

#include "text/evidence.h"

#include "text/utf8.h"

namespace gouji::text {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

bool is_between(unsigned value, unsigned low, unsigned high) { return value >= low && value <= high; }

bool is_everyday_pair(unsigned lead, unsigned trail) {
  return trail >= 0xA1 && (is_between(lead, 0xB0, 0xD7) || is_between(lead, 0xA1, 0xA3));
}

bool is_gb2312_pair(unsigned lead, unsigned trail) {
  return trail >= 0xA1 && (is_between(lead, 0xB0, 0xF7) || is_between(lead, 0xA1, 0xA9));
}

/// Four bytes number the BMP from 81308130 and the planes above it from 90308130; the numbers between them are unused.
bool is_used_four(unsigned b1, unsigned b2, unsigned b3, unsigned b4) {
  const unsigned number = (((b1 - 0x81) * 10 + (b2 - 0x30)) * 126 + (b3 - 0x81)) * 10 + (b4 - 0x30);
  return number <= 39419 || is_between(number, 189000, 189000 + 0xFFFFF);
}

/// Length of the well-formed sequence at `at`, whose first byte is not ASCII: 2 or 4; 1 if ill-formed, 0 if cut.
std::size_t gb_length(std::string_view bytes, std::size_t at) {
  const unsigned lead = byte_at(bytes, at);
  if (lead == 0x80 || lead == 0xFF) return 1;
  const std::size_t left = bytes.size() - at;
  if (left == 1) return 0;
  const unsigned second = byte_at(bytes, at + 1);
  if (!is_between(second, 0x30, 0x39)) return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : 1;
  if (left == 2) return 0;
  const unsigned third = byte_at(bytes, at + 2);
  if (!is_between(third, 0x81, 0xFE)) return 1;
  if (left == 3) return 0;
  const unsigned fourth = byte_at(bytes, at + 3);
  return is_between(fourth, 0x30, 0x39) && is_used_four(lead, second, third, fourth) ? 4 : 1;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

/// A unit that Chinese text is usually made of. U+xx00 is an ASCII character in the other byte order, so only the usual
/// ones of these count.
bool is_usual(char16_t unit) {
  constexpr std::u16string_view zero_low = u"一开最怀言退\u3000─";
  if (unit < 0x80) return unit >= 0x20 ? unit != 0x7F : is_between(unit, 0x09, 0x0D);
  if ((unit & 0xFF) == 0) return zero_low.find(unit) != zero_low.npos;
  return is_between(unit, 0x4E00, 0x9FFF) || is_between(unit, 0x3000, 0x303F) || is_between(unit, 0xFF01, 0xFF5E) ||
         is_between(unit, 0x2000, 0x27BF) || is_between(unit, 0xA0, 0xFF);
}

/// How well bytes read as UTF-16 in one byte order; 0 if they do not.
std::size_t rate_utf16(std::string_view bytes, ByteOrder order) {
  std::size_t usual = 0;
  std::size_t ascii = 0;
  std::size_t telling = 0;    // line ends and digits, which the other order turns into rare characters
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char16_t unit = read_unit(bytes, at, order);
    if (unit == 0) return 0;
    if (is_usual(unit)) ++usual;
    if (unit < 0x80) ++ascii;
    if (is_between(unit, u'0', u'9') || unit == u'\n' || unit == u'\r') ++telling;
  }
  const std::size_t units = (bytes.size() + 1) / 2;
  const bool is_enough = usual >= 4 || 2 * ascii >= units;
  return is_enough && 5 * usual >= 4 * units ? usual + telling : 0;
}

/// Whether a run of non-ASCII is likelier GBK than UTF-8, see `is_gbk_in_disguise`.
bool is_gbk_run(std::string_view bytes, std::size_t begin, std::size_t end) {
  bool is_telling = false;
  for (std::size_t at = begin; at < end; at += 2) {
    const unsigned lead = byte_at(bytes, at);
    if (!is_everyday_pair(lead, byte_at(bytes, at + 1))) return false;
    const bool is_latin1 = lead <= 0xC3;
    const bool is_greek = lead == 0xCE || lead == 0xCF;
    if (!is_latin1 && !is_greek) is_telling = true;
  }
  const bool is_in_word = (begin > 0 && is_letter(bytes[begin - 1])) || (end < bytes.size() && is_letter(bytes[end]));
  return is_telling && (end - begin > 2 || !is_in_word);
}

}  // namespace

GbCensus count_gb18030(std::string_view bytes) {
  GbCensus census;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size();) {
    const unsigned lead = byte_at(bytes, at);
    if (lead < 0x80) {
      at = skip_ascii(bytes, at);
      continue;
    }
    const std::size_t length = gb_length(bytes, at);
    if (length == 0) {
      census.cut = true;
      break;
    }
    if (length == 1) {
      ++census.ill_formed;
    } else {
      ++census.characters;
      const unsigned trail = byte_at(bytes, at + 1);
      if (length == 4 || is_everyday_pair(lead, trail)) {
        ++census.everyday;
      } else if (is_gb2312_pair(lead, trail)) {
        ++census.less_usual;
      }
    }
    at += length;
  }
  return census;
}

bool is_gbk_in_disguise(std::string_view bytes) {
  std::size_t begin = skip_ascii(bytes, 0);
  if (begin == bytes.size()) return false;
  while (begin < bytes.size()) {
    std::size_t end = begin;
    while (end < bytes.size() && byte_at(bytes, end) >= 0x80) end += 2;
    if (!is_gbk_run(bytes, begin, end)) return false;
    begin = skip_ascii(bytes, end);
  }
  return true;
}

std::optional<ByteOrder> find_byte_order(std::string_view bytes) {
  // Two small letters of an ASCII text are a Han character of UTF-16, but few Han characters are two small letters.
  std::size_t letter_pairs = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    if (is_lower(bytes[at]) && is_lower(bytes[at + 1])) ++letter_pairs;
  }
  if (3 * letter_pairs > bytes.size() / 2) return std::nullopt;
  const std::size_t little = rate_utf16(bytes, ByteOrder::Little);
  const std::size_t big = rate_utf16(bytes, ByteOrder::Big);
  if (little == 0 && big == 0) return std::nullopt;
  return little >= big ? ByteOrder::Little : ByteOrder::Big;
}

}  // namespace gouji::text
