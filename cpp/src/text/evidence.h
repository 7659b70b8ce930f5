// What bytes look like under GB18030 and under UTF-16 without a BOM; internal to the text layer.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gouji::text {

/// What bytes are made of when read as GB18030.
struct GbCensus {
  std::size_t characters = 0;    // well-formed sequences of two or four bytes
  std::size_t everyday = 0;      // of these: GB 2312 level 1 and punctuation; four bytes, which chance hardly makes
  std::size_t less_usual = 0;    // of these: the rest of GB 2312
  std::size_t ill_formed = 0;    // bytes, without a sequence that is cut at the end
  bool cut = false;              // the bytes end inside a sequence

  /// Chinese text has nine everyday characters in ten; chance, Big5 and the other encodings have half as many or fewer.
  bool plausible() const {
    return characters > 0 && 4 * everyday + 2 * less_usual >= 3 * characters + 12 * ill_formed;
  }
  /// Well-formed, or so little disturbed that half of it still is everyday.
  bool possible() const {
    if (ill_formed == 0 && !cut) return characters > 0;
    return characters > 0 && 4 * everyday + 2 * less_usual >= 2 * characters + 6 * ill_formed;
  }
};
GbCensus count_gb18030(std::string_view bytes);

/// Whether bytes that are well-formed UTF-8 of one- and two-byte sequences make more sense as GBK: every run of
/// non-ASCII is everyday Han, and none is what Latin or Greek text has: those letters alone, or one letter in a word.
bool is_gbk_in_disguise(std::string_view bytes);

enum class ByteOrder { Little, Big };

constexpr char16_t read_unit(std::string_view bytes, std::size_t at, ByteOrder order) {
  const unsigned first = static_cast<unsigned char>(bytes[at]);
  const unsigned second = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<char16_t>(order == ByteOrder::Little ? first | second << 8 : first << 8 | second);
}

/// The byte order in which the bytes are UTF-16 of mostly Chinese or ASCII text. Nothing if there is none, or if the
/// text is so short that one to three rare GBK characters may be Han by chance.
std::optional<ByteOrder> find_byte_order(std::string_view bytes);

}  // namespace gouji::text
