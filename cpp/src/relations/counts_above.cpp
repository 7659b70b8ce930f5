// Counts that point back: 针对上述三个问题 against the problems told in the section above.

#include <algorithm>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::ElementKind;
using facts::Quantity;
using profile::WordClass;
using syntax::MarkerStyle;

class CountAboveLinker {
 public:
  CountAboveLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      if (facts.quantities.empty()) continue;
      link_unit(document_, Linker::counts_above, {block, 0}, relations_, [&] {
        for (std::uint32_t i = 0; i < facts.quantities.size(); ++i) link({block, i});
      });
    }
  }

 private:
  void link(QuantityRef ref) {
    const Quantity& value = document_.quantity(ref);
    const profile::Entry* noun = document_.lexicon->prefix(value.after, WordClass::list_noun);
    const bool back = value.label.find(u"上述") != std::u16string::npos || value.label.find(u"以上") != std::u16string::npos;
    if (!back || !noun || value.kind != profile::UnitKind::count || value.exponent != 0 || value.approximation != facts::Approximation::exact) return;
    const auto& outline = *document_.outline;
    const int own = outline.heading_of_block[ref.block];
    for (int heading = own; heading-- > 0;) {
      const syntax::Block& title = *document_.blocks[outline.headings[static_cast<std::size_t>(heading)].block].block;
      const auto words = title.title_words();
      if (words.find(noun->word) == std::u16string_view::npos || is_around(heading, own)) continue;
      auto items = items_below(heading);
      if (items.size() < 2) return;
      Relation relation;
      relation.kind = RelationKind::count;
      relation.result = ref;
      relation.items = std::move(items);
      relation.because = Because::structure;
      relation.verdict = judge(document_, relation);
      relations_.push_back(std::move(relation));
      return;
    }
  }

  bool is_around(int heading, int below) const {
    for (; below >= 0; below = document_.outline->headings[static_cast<std::size_t>(below)].parent) {
      if (below == heading) return true;
    }
    return false;
  }

  // Sub-headings, else numbered items of one style that count on; nothing where they do not.
  std::vector<ListedItem> items_below(int heading) const {
    const auto& headings = document_.outline->headings;
    std::vector<ListedItem> items;
    for (const auto& each : headings) {
      if (each.parent == heading && !document_.blocks[each.block].facts->elements.empty()) items.push_back({each.block, 0});
    }
    if (!items.empty()) return items;
    MarkerStyle style = MarkerStyle::none;
    int expected = 1;
    for (std::uint32_t block = headings[static_cast<std::size_t>(heading)].block + 1; block < document_.blocks.size() && document_.outline->heading_of_block[block] == heading; ++block) {
      const auto& elements = document_.blocks[block].facts->elements;
      for (std::uint32_t i = 0; i < elements.size(); ++i) {
        if (elements[i].kind != ElementKind::item) continue;
        if (style == MarkerStyle::none && elements[i].value == 1) style = elements[i].style;
        if (elements[i].style != style) continue;
        if (elements[i].value != expected) return {};
        items.push_back({block, i});
        ++expected;
      }
    }
    return items;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_counts_above(const DocumentView& document, std::vector<Relation>& relations) { CountAboveLinker(document, relations).run(); }

}  // namespace gouji::relations
