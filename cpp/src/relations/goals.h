// The goals that a report set itself: which stated result belongs to which goal.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

class Goals {
 public:
  explicit Goals(const DocumentView& document);

  /// The goal whose words are the likest to those of a result of the same measure; nothing where two are as like.
  std::optional<QuantityRef> of(QuantityRef result) const;

 private:
  struct Goal {
    QuantityRef ref;
    std::u16string words;
  };
  std::u16string words_of(QuantityRef ref) const;

  const DocumentView& document_;
  std::vector<Goal> goals_;
};

}  // namespace gouji::relations
