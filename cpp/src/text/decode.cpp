// Detection of a file's encoding, from the surest evidence to the weakest.

#include "text/decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "text/evidence.h"
#include "text/icu.h"
#include "text/text.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace gouji::text {
namespace {

using namespace std::string_view_literals;

Decoded binary() { return {{}, {}, true}; }

/// A few stray ones are always allowed: Ctrl-Z at the end, a bell.
bool is_many(std::size_t count, std::size_t size) { return count > 2 + size / 16; }

constexpr bool is_control(char32_t c) { return (c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || c == 0x7F; }

/// Of bytes or UTF-16 units.
template <typename Characters>
std::size_t count_controls(const Characters& characters) {
  using Character = typename Characters::value_type;
  return static_cast<std::size_t>(std::count_if(characters.begin(), characters.end(), [](Character c) {
    return is_control(static_cast<std::make_unsigned_t<Character>>(c));
  }));
}

template <typename Characters>
bool has_text_controls(const Characters& characters) {
  if (characters.find(typename Characters::value_type{}) != Characters::npos) return false;
  return !is_many(count_controls(characters), characters.size());
}

Decoded decode_utf8(std::string_view bytes, std::string encoding) {
  return {to_utf16(bytes), std::move(encoding), false};
}

Decoded decode_utf16(std::string_view bytes, ByteOrder order) {
  std::u16string units(bytes.size() / 2, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) units[i] = read_unit(bytes, 2 * i, order);
  if (!has_text_controls(units)) return binary();
  replace_lone_surrogates(units);
  if (bytes.size() % 2 != 0) units.push_back(u'\uFFFD');
  return {std::move(units), order == ByteOrder::Little ? "utf-16-le" : "utf-16-be", false};
}

constexpr std::array refused_marks{
    "\xFF\xFE\0\0"sv,                        // UTF-32 LE
    "\0\0\xFE\xFF"sv,                        // UTF-32 BE
    "PK\x03\x04"sv,                          // zip: docx, xlsx
    "%PDF-"sv,
    "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,    // doc, xls
};

/// By the bytes it begins with.
std::optional<Decoded> decode_marked(std::string_view bytes) {
  for (const std::string_view mark : refused_marks) {
    if (bytes.starts_with(mark)) return binary();
  }
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_utf16(bytes.substr(2), ByteOrder::Little);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_utf16(bytes.substr(2), ByteOrder::Big);
  if (!bytes.starts_with("\xEF\xBB\xBF"sv)) return std::nullopt;
  return has_text_controls(bytes) ? decode_utf8(bytes.substr(3), "utf-8-sig") : binary();
}

bool is_utf8(std::string_view bytes) {
  const Utf8Census census = count_utf8(bytes);
  if (census.longer > 0) return census.longer >= 2 * census.ill_formed;
  if (census.ill_formed > 0 || census.cut) return false;
  return census.two_byte == 0 || (!is_gbk_in_disguise(bytes) && !find_byte_order(bytes));
}

std::optional<Decoded> decode_by_icu(std::string_view bytes, const std::string& encoding) {
  std::optional<std::u16string> units = convert(bytes, encoding);
  if (!units) return std::nullopt;
  if (units->starts_with(u'\uFEFF')) units->erase(0, 1);
  return Decoded{*std::move(units), encoding, false};
}

/// By what ICU's detector says.
std::optional<Decoded> decode_guessed(std::string_view bytes) {
  const std::string guess = guess_encoding(bytes);
  if (guess == "utf-8") return decode_utf8(bytes, guess);
  std::optional<Decoded> decoded = guess.empty() ? std::nullopt : decode_by_icu(bytes, guess);
  if (!decoded) return std::nullopt;
  const auto undecodable = std::count(decoded->units.begin(), decoded->units.end(), u'\uFFFD');
  if (is_many(static_cast<std::size_t>(undecodable), decoded->units.size())) return std::nullopt;
  return decoded;
}

/// Bytes that are no plain UTF-8, GB18030 or UTF-16.
Decoded decode_doubtful(std::string_view bytes) {
  if (std::optional<Decoded> guessed = decode_guessed(bytes)) return *std::move(guessed);
  if (count_controls(bytes) == 0 && count_gb18030(bytes).possible()) {
    if (std::optional<Decoded> gb = decode_by_icu(bytes, "gb18030")) return *std::move(gb);
  }
  return is_many(count_utf8(bytes).ill_formed, bytes.size()) ? binary() : decode_utf8(bytes, "utf-8");
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (std::optional<Decoded> marked = decode_marked(bytes)) return *std::move(marked);
  const bool may_be_bytewise = has_text_controls(bytes);    // else UTF-16 or binary
  if (may_be_bytewise) {
    if (is_utf8(bytes)) return decode_utf8(bytes, "utf-8");
    if (count_gb18030(bytes).plausible()) {
      if (std::optional<Decoded> gb = decode_by_icu(bytes, "gb18030")) return *std::move(gb);
    }
  }
  if (const std::optional<ByteOrder> order = find_byte_order(bytes)) return decode_utf16(bytes, *order);
  return may_be_bytewise ? decode_doubtful(bytes) : binary();
}

}  // namespace gouji::text
