// Which blocks were looked at, while somebody wants to know.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gouji::relations {

/// Mixes a value into a fingerprint.
inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

class Looks {
 public:
  void note(std::size_t block) {
    if (!on_ || marks_[block] == turn_) return;
    marks_[block] = turn_;
    blocks_.push_back(static_cast<std::uint32_t>(block));
  }

  /// Of a text of so many blocks.
  void reset(std::size_t blocks) {
    marks_.assign(blocks, 0);
    turn_ = 0;
    on_ = false;
  }
  void start() {
    ++turn_;
    blocks_.clear();
    on_ = true;
  }
  const std::vector<std::uint32_t>& stop() {
    on_ = false;
    return blocks_;
  }

 private:
  std::vector<std::uint32_t> marks_;    // of each block: the turn in which it was noted last
  std::vector<std::uint32_t> blocks_;   // each one once
  std::uint32_t turn_ = 0;
  bool on_ = false;
};

}  // namespace gouji::relations
