// The width-folded text of a block, which remembers who asked what of it.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/find.h"

namespace gouji::syntax {

/// Reads like a std::u16string. Each way to its units marks it as read, so that the engine knows which stages depend on the
/// words of a block and not on its facts alone. Whoever only wants to know whether a word stands in it, or whether it is
/// long, asks with `contains` and `longer_than`: then the engine can put the same questions to what the block became.
///
/// These notes change behind a const reference: a block must not be read from two threads at once.
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

  /// Whether `word` stands in it.
  bool contains(std::u16string_view word) const {
    const bool found = text::contains(units_, word);
    if (noting_) note(About::word, word, 0, found);
    else read_ = true;
    return found;
  }
  bool longer_than(std::size_t size) const {
    if (noting_) note(About::size, {}, size, units_.size() > size);
    else read_ = true;
    return units_.size() > size;
  }
  /// At most `count` units from `from` on.
  std::u16string_view slice(std::size_t from, std::size_t count) const {
    const auto units = std::u16string_view(units_).substr(from, count);
    if (noting_) note(About::slice, units, from, true, count);
    else read_ = true;
    return units;
  }

  /// For those who see to it in another way that a change of what they read is noticed.
  std::u16string_view without_note() const { return units_; }

  /// Whether its units were read since it was made, `take_note` or `forget_reads`.
  bool was_read() const { return read_; }
  /// From now on notes what is asked, instead of taking it for read; what was asked before is forgotten.
  void take_note() const {
    read_ = false;
    noting_ = true;
    asked_.clear();
  }
  /// Notes what is asked besides what was asked before.
  void take_more_note() const {
    read_ = false;
    noting_ = true;
  }
  /// Questions are reads again; those that were noted are kept.
  void forget_reads() const { read_ = noting_ = false; }
  /// Whether all that was asked of `before` has the same answer here; then these questions are remembered here.
  bool answers_like(const FoldedText& before) const {
    const bool same = std::all_of(before.asked_.begin(), before.asked_.end(), [this](const Question& each) { return each.answer == answer(each); });
    if (same) asked_ = before.asked_;
    return same;
  }

 private:
  enum class About : unsigned char { word, size, slice };
  struct Question {
    About about = About::word;
    std::u16string units;
    std::size_t number = 0;   // size: what it may be; slice: where it begins
    bool answer = false;
    std::size_t count = 0;
  };
  void note(About about, std::u16string_view units, std::size_t number, bool answer, std::size_t count = 0) const {
    const bool known = std::any_of(asked_.begin(), asked_.end(), [&](const Question& each) { return each.about == about && each.number == number && each.count == count && each.units == units; });
    if (!known) asked_.push_back({about, std::u16string(units), number, answer, count});
  }
  bool answer(const Question& question) const {
    if (question.about == About::size) return units_.size() > question.number;
    if (question.about == About::word) return text::contains(units_, question.units);
    return question.number <= units_.size() && std::u16string_view(units_).substr(question.number, question.count) == question.units;
  }

  std::u16string units_;
  mutable std::vector<Question> asked_;
  mutable bool read_ = false, noting_ = false;
};

}  // namespace gouji::syntax
