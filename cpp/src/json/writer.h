// Writes JSON into one string, without spaces. Objects and lists are closed by whoever opened them.

#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace gouji::json {

/// A comma is written where one belongs. Keys are literals of this library: nothing in them is escaped.
class Writer {
 public:
  explicit Writer(std::size_t expected) { out_.reserve(expected); }

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
    reserve(size + 3);
    char* out = chunk_.data() + size_;
    *out = ',';
    out += first_ ? 0 : 1;
    *out++ = '"';
    std::memcpy(out, literal, size - 1);
    out += size - 1;
    *out++ = '"';
    *out++ = ':';
    size_ = static_cast<std::size_t>(out - chunk_.data());
    first_ = true;
  }
  void null() {
    value_follows(4);
    put("null");
  }
  void boolean(bool yes) {
    value_follows(5);
    put(std::string_view(yes ? "true" : "false"));
  }
  template <typename Integer>
  void integer(Integer number) {
    constexpr std::size_t longest = 24;
    value_follows(longest);
    size_ = static_cast<std::size_t>(std::to_chars(chunk_.data() + size_, chunk_.data() + size_ + longest, number).ptr - chunk_.data());
  }
  void string(std::string_view text) {
    value_follows(1);
    put('"');
    if (const std::size_t plain = plain_end(text, 0); plain == text.size()) put_all(text);
    else put_escaped(text, plain);
    reserve(1);
    put('"');
  }

  std::string take() {
    flush();
    return std::move(out_);
  }

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
    if (chunk_.size() - size_ < size) flush();
  }
  void flush() {
    out_.append(chunk_.data(), size_);
    size_ = 0;
  }
  void put_all(std::string_view bytes) {
    reserve(bytes.size());
    if (bytes.size() > chunk_.size()) out_ += bytes;
    else put(bytes);
  }
  // `end`: of the first run of plain characters.
  void put_escaped(std::string_view text, std::size_t end) {
    for (std::size_t begin = 0;; end = plain_end(text, begin)) {
      put_all(text.substr(begin, end - begin));
      if (end == text.size()) return;
      escape(static_cast<unsigned char>(text[end]));
      begin = end + 1;
    }
  }
  void put(char byte) { chunk_[size_++] = byte; }
  void put(std::string_view bytes) {
    if (bytes.empty()) return;
    std::memcpy(chunk_.data() + size_, bytes.data(), bytes.size());
    size_ += bytes.size();
  }
  void escape(unsigned char byte) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt", digits = "0123456789ABCDEF";
    const std::size_t place = named.find(static_cast<char>(byte));
    reserve(6);
    put('\\');
    if (place != std::string_view::npos) return put(names[place]);
    put("u00");
    put(digits[byte >> 4]);
    put(digits[byte & 15]);
  }

  std::array<char, 1 << 14> chunk_;   // what is written last; long enough for every key
  std::size_t size_ = 0;              // of what is in it
  std::string out_;
  bool first_ = true;      // nothing stands before the next value or key
};

}  // namespace gouji::json
