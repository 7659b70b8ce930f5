// Writes JSON into one string, without spaces. Objects and lists are closed by whoever opened them.

#pragma once

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace gouji::json {

/// A comma is written where one belongs. Keys are literals of this library: nothing in them is escaped.
class Writer {
 public:
  explicit Writer(std::size_t expected) { out_.reserve(expected); }

  void open(char bracket) { value_follows(), out_ += bracket, first_ = true; }
  void close(char bracket) { out_ += bracket, first_ = false; }
  void key(std::string_view name) {
    value_follows();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
  }
  void null() { value_follows(), out_ += "null"; }
  template <typename Integer>
  void integer(Integer number) {
    value_follows();
    std::array<char, 24> digits{};
    out_.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
  }
  void string(std::string_view text) {
    value_follows();
    out_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
      out_.append(text, written, i - written);
      escape(byte);
      written = i + 1;
    }
    out_.append(text, written);
    out_ += '"';
  }

  std::string take() { return std::move(out_); }

 private:
  void value_follows() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void escape(unsigned char byte) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt", digits = "0123456789ABCDEF";
    const std::size_t place = named.find(static_cast<char>(byte));
    if (place != std::string_view::npos) out_ += {'\\', names[place]};
    else out_ += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
  }

  std::string out_;
  bool first_ = true;   // nothing stands before the next value or key
};

}  // namespace gouji::json
