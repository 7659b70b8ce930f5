// Splits again what an edit touched, outwards until the boundaries agree with the old ones, and reads the new blocks.

#include "engine/splice.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "engine/stages.h"

namespace gouji::engine {
namespace {

constexpr std::size_t looked_ahead = 2;   // lines behind a block that say whether it ends

class Splicer {
 public:
  Splicer(Analysis& analysis, text::Range range, std::u16string_view units) : blocks_(analysis.blocks), places_(analysis.ranges), text_(analysis.text), range_(range), units_(units) {}

  Splice run(const profile::Lexicon& lexicon) {
    find_beginning();
    keep_words();
    const std::size_t last_line = text_.line_of({range_.end}), lines = text_.line_count();
    text_.replace(range_, units_);
    moved_ = static_cast<std::uint32_t>(units_.size()) - range_.size();   // modulo 2^32, as the additions below
    split(last_line + text_.line_count() - lines);
    take_out();
    put_in(lexicon);
    return std::move(result_);
  }

 private:
  template <typename Item>
  static auto at(std::vector<Item>& items, std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); }

  // The first block that looks at a touched line, and the line to split from.
  void find_beginning() {
    const std::size_t touched = text_.line_of({range_.begin});
    const std::uint32_t begin = text_.line(touched).begin;
    auto block = std::partition_point(places_.begin(), places_.end(), [&](text::Range place) { return place.end < begin; });
    while (block != places_.begin() && text_.line_of({std::prev(block)->end}) + looked_ahead >= touched) --block;
    result_.first = static_cast<std::size_t>(block - places_.begin());
    line_ = block == places_.end() ? touched : std::min(touched, text_.line_of({block->begin}));
  }

  // What the edit may overwrite, while it can still be read.
  void keep_words() {
    for (std::size_t i = result_.first; i < places_.size() && places_[i].begin <= range_.end; ++i) words_.emplace_back(printed(places_[i]));
  }

  std::u16string_view printed(text::Range range) const { return text_.units().substr(range.begin, range.size()); }

  void split(std::size_t last_line) {
    end_ = result_.first;
    while (const auto block = syntax::next_block(text_, line_)) {
      if (text_.line_of({block->begin}) > last_line) {
        const std::uint32_t was = block->begin - moved_;
        while (end_ < places_.size() && places_[end_].begin < was) ++end_;
        if (end_ < places_.size() && places_[end_].begin == was) return;   // the same lines, split from the same one on
      }
      ranges_.push_back(*block);
    }
    end_ = blocks_.size();
  }

  void take_out() {
    for (std::size_t i = result_.first + words_.size(); i < end_; ++i) words_.emplace_back(printed({places_[i].begin + moved_, places_[i].end + moved_}));
    result_.before.assign(std::make_move_iterator(at(blocks_, result_.first)), std::make_move_iterator(at(blocks_, end_)));
    for (std::size_t i = end_; i < places_.size(); ++i) places_[i] = {places_[i].begin + moved_, places_[i].end + moved_};
  }

  // Which old block says the same words: the one in its place from the front or from the back, else any that is left.
  void match() {
    const std::size_t before = result_.before.size(), now = ranges_.size();
    result_.from.assign(now, -1);
    const auto agree = [&](std::size_t i, std::size_t j) { return result_.before[i].block.kind != syntax::BlockKind::contents && words_[i] == printed(ranges_[j]); };
    std::size_t front = 0, back = 0;
    for (; front < std::min(before, now) && agree(front, front); ++front) result_.from[front] = static_cast<int>(front);
    for (; back < std::min(before, now) - front && agree(before - back - 1, now - back - 1); ++back) result_.from[now - back - 1] = static_cast<int>(before - back - 1);
    std::unordered_multimap<std::u16string_view, int> left;
    for (std::size_t i = front; i + back < before; ++i) {
      if (result_.before[i].block.kind != syntax::BlockKind::contents) left.emplace(words_[i], static_cast<int>(i));
    }
    for (std::size_t j = front; j + back < now; ++j) {
      const auto found = left.find(printed(ranges_[j]));
      if (found == left.end()) continue;
      result_.from[j] = found->second;
      left.erase(found);
    }
  }

  void put_in(const profile::Lexicon& lexicon) {
    match();
    std::vector<BlockRecord> records;
    records.reserve(ranges_.size());
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      const int from = result_.from[i];
      records.push_back(from < 0 ? read_block(printed(ranges_[i]), lexicon) : std::move(result_.before[static_cast<std::size_t>(from)]));
    }
    exchange(blocks_, records);
    exchange(places_, ranges_);
  }

  // `now` in place of the items from `first` to `end_`.
  template <typename Item>
  void exchange(std::vector<Item>& items, std::vector<Item>& now) {
    const std::size_t both = std::min(now.size(), end_ - result_.first);
    std::move(now.begin(), at(now, both), at(items, result_.first));
    if (now.size() > both) items.insert(at(items, result_.first + both), std::make_move_iterator(at(now, both)), std::make_move_iterator(now.end()));
    else items.erase(at(items, result_.first + both), at(items, end_));
  }

  std::vector<BlockRecord>& blocks_;
  std::vector<text::Range>& places_;
  text::Text& text_;
  text::Range range_;
  std::u16string_view units_;
  Splice result_;
  std::size_t line_ = 0, end_ = 0;       // next line to split; first block that stays
  std::uint32_t moved_ = 0;
  std::vector<std::u16string> words_;    // of the blocks from `first` on
  std::vector<text::Range> ranges_;
};

}  // namespace

Splice splice(Analysis& analysis, text::Range range, std::u16string_view units, const profile::Lexicon& lexicon) { return Splicer(analysis, range, units).run(lexicon); }

}  // namespace gouji::engine
