// Writes JSON into one string, without spaces. Objects and lists are closed by whoever opened them.

#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace gouji::json {

/// A comma is written where one belongs. Keys are literals of this library: nothing in them is escaped.
class Writer {
 public:
  explicit Writer(std::size_t expected) : room_(expected), out_(std::make_unique_for_overwrite<char[]>(expected)) {}

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
  template <std::size_t size>
  void key(const char (&literal)[size]) {
    const std::string_view name(literal, size - 1);
    value_follows(size + 2);
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
    size_ = static_cast<std::size_t>(std::to_chars(out_.get() + size_, out_.get() + size_ + longest, number).ptr - out_.get());
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

  std::string text() const { return {out_.get(), size_}; }

 private:
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
    if (room_ - size_ < size) grow(size);
  }
  void grow(std::size_t size) {
    room_ = 2 * room_ + size;
    auto larger = std::make_unique_for_overwrite<char[]>(room_);
    if (size_ > 0) std::memcpy(larger.get(), out_.get(), size_);
    out_ = std::move(larger);
  }
  void put(char byte) { out_[size_++] = byte; }
  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(out_.get() + size_, bytes.data(), bytes.size());
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

  std::size_t room_, size_ = 0;   // of the buffer, and of what is written in it
  std::unique_ptr<char[]> out_;
  bool first_ = true;      // nothing stands before the next value or key
};

}  // namespace gouji::json
