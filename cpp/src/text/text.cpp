// The text's buffer with its index of lines, and the conversion of offsets.

#include "text/text.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "text/utf16.h"

namespace gouji::text {
namespace {

constexpr std::size_t checkpoint_step = 256;

/// Code points that begin in a slice of well-formed UTF-16; the slice may begin or end inside a pair.
std::uint32_t begun(std::u16string_view units) {
  std::uint32_t count = 0;
  for (const char16_t unit : units) count += is_low_surrogate(unit) ? 0 : 1;
  return count;
}

std::vector<std::uint32_t> index_lines(std::u16string_view units) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char16_t unit = units[i];
    if (unit > u'\r' || (unit != u'\n' && unit != u'\r')) continue;
    if (unit == u'\r' && i + 1 < units.size() && units[i + 1] == u'\n') ++i;
    starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

std::vector<std::uint32_t> index_code_points(std::u16string_view units) {
  if (std::none_of(units.begin(), units.end(), is_surrogate)) return {};
  std::vector<std::uint32_t> checkpoints{0};
  checkpoints.reserve(units.size() / checkpoint_step + 1);
  for (std::size_t at = checkpoint_step; at <= units.size(); at += checkpoint_step) {
    checkpoints.push_back(checkpoints.back() + begun(units.substr(at - checkpoint_step, checkpoint_step)));
  }
  return checkpoints;
}

}  // namespace

Text::Text(std::u16string units) : units_(std::move(units)) {
  if (units_.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("text of 2^32 units or more");
  replace_lone_surrogates(units_);
  line_starts_ = index_lines(units_);
  checkpoints_ = index_code_points(units_);
}

Range Text::replace(Range range, std::u16string_view units) {
  if (range.begin > range.end || range.end > units_.size()) throw std::out_of_range("an edit outside the text");
  if (units_.size() - range.size() + units.size() > std::numeric_limits<std::uint32_t>::max()) throw std::length_error("text of 2^32 units or more");
  units_.replace(range.begin, range.size(), units);
  const Range put{range.begin, range.begin + static_cast<std::uint32_t>(units.size())};
  const std::size_t first = put.begin > 0 ? put.begin - 1 : 0;
  for (std::size_t i = first; i < std::min<std::size_t>(put.end + 1, units_.size()); ++i) {
    if (!is_surrogate(units_[i]) || (is_low_surrogate(units_[i]) && i > 0 && is_pair(units_, i - 1))) continue;
    if (is_pair(units_, i)) ++i;
    else units_[i] = u'\uFFFD';
  }
  index_lines_again(range, put);
  index_code_points_again(first, put);
  return put;
}

// A line begins at a place that the units before and at it make one: only those that touch the edit are looked at anew.
void Text::index_lines_again(Range removed, Range put) {
  const auto begins = [this](std::size_t at) { return units_[at - 1] == u'\n' || (units_[at - 1] == u'\r' && !(at < units_.size() && units_[at] == u'\n')); };
  std::vector<std::uint32_t> starts;
  for (std::size_t at = std::max<std::size_t>(put.begin, 1); at <= put.end; ++at) {
    if (begins(at)) starts.push_back(static_cast<std::uint32_t>(at));
  }
  const auto first = std::lower_bound(line_starts_.begin() + 1, line_starts_.end(), removed.begin);
  const auto last = std::upper_bound(first, line_starts_.end(), removed.end);
  const std::uint32_t moved = put.end - removed.end;   // modulo 2^32, as the additions below
  const auto behind = line_starts_.erase(first, last);
  for (auto start = behind; start != line_starts_.end(); ++start) *start += moved;
  line_starts_.insert(behind, starts.begin(), starts.end());
}

void Text::index_code_points_again(std::size_t from, Range put) {
  if (checkpoints_.empty()) {   // no surrogates so far
    const auto units = this->units().substr(put.begin, put.size());
    if (std::any_of(units.begin(), units.end(), is_surrogate)) checkpoints_ = index_code_points(units_);
    return;
  }
  checkpoints_.resize(std::min(checkpoints_.size(), from / checkpoint_step + 1));
  for (std::size_t at = checkpoints_.size() * checkpoint_step; at <= units_.size(); at += checkpoint_step) {
    checkpoints_.push_back(checkpoints_.back() + begun(this->units().substr(at - checkpoint_step, checkpoint_step)));
  }
}

Range Text::line(std::size_t line) const {
  const std::uint32_t begin = line_starts_.at(line);
  if (line + 1 == line_starts_.size()) return {begin, static_cast<std::uint32_t>(units_.size())};
  std::uint32_t end = line_starts_[line + 1] - 1;
  if (units_[end] == u'\n' && end > begin && units_[end - 1] == u'\r') --end;
  return {begin, end};
}

std::size_t Text::line_of(Utf16Offset offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset.value);
  return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

CodePointOffset Text::code_point(Utf16Offset offset) const {
  const std::size_t at = std::min<std::size_t>(offset.value, units_.size());
  if (checkpoints_.empty()) return {static_cast<std::uint32_t>(at)};
  const std::size_t checkpoint = at / checkpoint_step;
  const std::size_t from = checkpoint * checkpoint_step;
  const std::uint32_t before = checkpoints_[checkpoint] + begun(this->units().substr(from, at - from));
  const bool inside_pair = at < units_.size() && is_low_surrogate(units_[at]);
  return {inside_pair ? before - 1 : before};
}

Utf16Offset Text::utf16(CodePointOffset offset) const {
  if (checkpoints_.empty()) return {std::min(offset.value, static_cast<std::uint32_t>(units_.size()))};
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset.value);
  const auto checkpoint = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t before = checkpoints_[checkpoint];
  std::size_t at = checkpoint * checkpoint_step;
  for (; at < units_.size(); ++at) {
    if (is_low_surrogate(units_[at])) continue;
    if (before == offset.value) break;
    ++before;
  }
  return {static_cast<std::uint32_t>(at)};
}

std::size_t replace_lone_surrogates(std::u16string& units) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!is_surrogate(units[i])) continue;
    if (is_pair(units, i)) {
      ++i;
    } else {
      units[i] = u'\uFFFD';
      ++count;
    }
  }
  return count;
}

std::uint32_t count_code_points(std::u16string_view units) {
  std::size_t count = units.size();
  for (std::size_t i = 1; i < units.size(); ++i) {
    if (is_low_surrogate(units[i]) && is_high_surrogate(units[i - 1])) --count;
  }
  return static_cast<std::uint32_t>(count);
}

std::u16string fold_width(std::u16string_view units) {
  std::u16string folded(units);
  for (char16_t& unit : folded) unit = fold_width(unit);
  return folded;
}

}  // namespace gouji::text
