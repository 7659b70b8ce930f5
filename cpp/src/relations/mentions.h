// Where the indicators of a document are stated, and how near two mentions stand.

#pragma once

#include <map>
#include <optional>
#include <vector>

#include "relations/match.h"
#include "relations/relation.h"

namespace gouji::relations {

/// What tells two amounts of one indicator apart. Lives as long as the document.
struct MentionKey {
  std::u16string_view scope;
  int year = 0;
  int basis = 0;   // 0 actual or unknown, 1 budget, 2 adjusted budget, 3 target, 4 cumulative, 5 previous
  auto operator<=>(const MentionKey&) const = default;
};

int basis_class(facts::Basis basis);
MentionKey key_of(const DocumentView& document, QuantityRef ref);

/// All exact amounts that name an indicator, in document order.
class Mentions {
 public:
  explicit Mentions(const DocumentView& document);

  const std::vector<QuantityRef>& of(std::uint16_t indicator) const;

  /// Those in the blocks from `first` to `last`.
  std::pair<const QuantityRef*, const QuantityRef*> between(std::uint16_t indicator, std::uint32_t first, std::uint32_t last) const;

  /// 0: one block, 1: one section (a heading's own text, or sibling headings), 2: elsewhere.
  int distance_class(QuantityRef a, QuantityRef b) const;

  /// Another where any of these answers is another.
  std::uint64_t fingerprint() const;

  /// The one amount of a section whose heading names the indicator where no amount inside names it itself.
  std::optional<QuantityRef> under_heading(std::uint16_t indicator) const;

 private:
  int section_of(std::uint32_t block) const;
  int parent_of(std::uint32_t block) const;
  void read_headings();

  const DocumentView& document_;
  std::vector<std::vector<QuantityRef>> by_indicator_;
  std::map<std::uint16_t, QuantityRef> by_heading_;
};

}  // namespace gouji::relations
