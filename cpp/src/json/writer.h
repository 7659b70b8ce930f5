// Writes JSON into one string, without spaces. Objects and lists are closed by whoever opened them.

#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace gouji::json {

/// A comma is written where one belongs. Keys are literals of this library: nothing in them is escaped.
class Writer {
 public:
  explicit Writer(std::size_t expected) : out_(expected < least ? least : expected, '\0') {}

  void open(char bracket) {
    value_follows(1);
    put(bracket);
    first_ = true;
  }
  void close(char bracket) {
    reserve(1);
    put(bracket);
    first_ = false;
  }
  void key(std::string_view name) {
    value_follows(name.size() + 3);
    put('"');
    put(name);
    put('"');
    put(':');
    first_ = true;
  }
  void null() {
    value_follows(4);
    put("null");
  }
  template <typename Integer>
  void integer(Integer number) {
    constexpr std::size_t longest = 24;
    value_follows(longest);
    size_ = static_cast<std::size_t>(std::to_chars(out_.data() + size_, out_.data() + size_ + longest, number).ptr - out_.data());
  }
  void string(std::string_view text) {
    value_follows(6 * text.size() + 2);   // if all of it is escaped
    put('"');
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = plain_end(text, i);
      put(text.substr(i, end - i));
      if (end < text.size()) escape(static_cast<unsigned char>(text[end]));
      i = end + 1;
    }
    put('"');
  }

  std::string take() {
    out_.resize(size_);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t least = 256;

  static bool is_plain(unsigned char byte) { return byte >= 0x20 && byte != '"' && byte != '\\'; }

  // Where the first character from `begin` on stands that is escaped; eight bytes at a time.
  static std::size_t plain_end(std::string_view text, std::size_t begin) {
    constexpr std::uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & highs; };
    for (std::uint64_t eight = 0; begin + sizeof eight <= text.size(); begin += sizeof eight) {
      std::memcpy(&eight, text.data() + begin, sizeof eight);
      if (has_zero(eight ^ (ones * '"')) | has_zero(eight ^ (ones * '\\')) | ((eight - ones * 0x20) & ~eight & highs)) break;
    }
    while (begin < text.size() && is_plain(static_cast<unsigned char>(text[begin]))) ++begin;
    return begin;
  }

  // Room for a value or key of `size` bytes; a comma before it, unless it is the first.
  void value_follows(std::size_t size) {
    reserve(size + 1);
    if (!first_) put(',');
    first_ = false;
  }
  void reserve(std::size_t size) {
    if (out_.size() - size_ < size) out_.resize(2 * out_.size() + size);
  }
  void put(char byte) { out_[size_++] = byte; }
  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(out_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  void escape(unsigned char byte) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt", digits = "0123456789ABCDEF";
    const std::size_t place = named.find(static_cast<char>(byte));
    put('\\');
    if (place != std::string_view::npos) return put(names[place]);
    put("u00");
    put(digits[byte >> 4]);
    put(digits[byte & 15]);
  }

  std::string out_;        // with room behind what is written
  std::size_t size_ = 0;   // of what is written
  bool first_ = true;      // nothing stands before the next value or key
};

}  // namespace gouji::json
