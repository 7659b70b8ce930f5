// The goals that a report set itself: which stated result belongs to which goal.

#pragma once

#include <optional>
#include <string>
#include <vector>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

class Goals {
 public:
  explicit Goals(const DocumentView& document);

  struct Match {
    QuantityRef goal;
    bool known = false;
    bool certain = false;   // no other goal can be meant
  };

  /// The goal whose words are the likest to those of a result of the same measure. Of two that are as like, the one that
  /// agrees with `stated`, the target that the result names; not known where none does.
  Match of(QuantityRef result, std::optional<QuantityRef> stated = {}) const;

  struct Goal {
    QuantityRef ref;
    std::u16string words;
  };
  const std::vector<Goal>& all() const { return goals_; }
  /// Another where these are others.
  std::uint64_t fingerprint() const;

  /// Below 年度重点工作, or in a paragraph that begins 年度目标为：.
  bool stands_among_goals(std::uint32_t block) const;
  bool is_set_out(QuantityRef ref) const;
  bool leads_with_goal(std::uint32_t block) const;
  std::u16string words_of(QuantityRef ref) const;

 private:
  void read(std::uint32_t block, std::vector<Goal>& goals) const;
  void note_looks(std::uint32_t block) const;
  bool says_that_goals_follow(std::uint32_t block) const;
  bool stands_below_goals(std::uint32_t block) const;

  const DocumentView& document_;
  mutable std::vector<std::optional<bool>> among_goals_;   // of each block
  std::vector<Goal> goals_;
};

}  // namespace gouji::relations
