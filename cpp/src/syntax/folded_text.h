// The width-folded text of a block, which remembers whether somebody read it.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace gouji::syntax {

/// Reads like a std::u16string. Each way to its units marks it as read, so that the engine knows which stages depend on the
/// words of a block and not on its facts alone. The mark is the only thing that changes behind a const reference: whoever
/// shares a block between threads must not look at marks.
class FoldedText {
 public:
  static constexpr std::size_t npos = std::u16string_view::npos;

  FoldedText() = default;
  FoldedText(std::u16string units) : units_(std::move(units)) {}

  operator std::u16string_view() const {
    read_ = true;
    return units_;
  }
  std::u16string_view view() const { return *this; }
  std::size_t size() const { return view().size(); }
  bool empty() const { return view().empty(); }
  char16_t operator[](std::size_t at) const { return view()[at]; }
  char16_t front() const { return view().front(); }
  char16_t back() const { return view().back(); }
  auto begin() const { return view().begin(); }
  auto end() const { return view().end(); }
  std::u16string_view substr(std::size_t from, std::size_t count = npos) const { return view().substr(from, count); }
  template <typename Wanted>
  std::size_t find(const Wanted& wanted, std::size_t from = 0) const { return view().find(wanted, from); }
  template <typename Wanted>
  std::size_t rfind(const Wanted& wanted, std::size_t from = npos) const { return view().rfind(wanted, from); }
  std::size_t find_first_of(std::u16string_view units, std::size_t from = 0) const { return view().find_first_of(units, from); }
  std::size_t find_last_of(std::u16string_view units, std::size_t from = npos) const { return view().find_last_of(units, from); }
  std::size_t find_first_not_of(std::u16string_view units, std::size_t from = 0) const { return view().find_first_not_of(units, from); }
  bool starts_with(std::u16string_view words) const { return view().starts_with(words); }
  bool ends_with(std::u16string_view words) const { return view().ends_with(words); }

  /// Whether its units were read since it was made or since `forget_reads`.
  bool was_read() const { return read_; }
  void forget_reads() const { read_ = false; }

 private:
  std::u16string units_;
  mutable bool read_ = false;
};

}  // namespace gouji::syntax
