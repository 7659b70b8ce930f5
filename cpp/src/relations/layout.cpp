// Reads sentences and brackets off the skeleton of a block.

#include "relations/layout.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;

const Layout::Block& Layout::block(std::uint32_t index) const {
  document_.blocks.note(index);
  Block& block = blocks_[index];
  if (block.read) return block;
  const facts::Facts& facts = *document_.blocks[index].facts;
  block.read = true;
  block.places.resize(facts.quantities.size(), {0, 0, facts.elements.size()});
  block.outer.assign(1, 0);
  int sentence = 0, bracket = 0;
  for (std::size_t i = 0; i < facts.elements.size(); ++i) {
    const Element& element = facts.elements[i];
    switch (element.kind) {
      case ElementKind::stop: sentence += bracket == 0 ? 1 : 0; break;
      case ElementKind::open:
        block.outer.push_back(bracket);
        bracket = static_cast<int>(block.outer.size()) - 1;
        break;
      case ElementKind::close: bracket = block.outer[static_cast<std::size_t>(bracket)]; break;
      case ElementKind::quantity:
        block.places[static_cast<std::size_t>(element.value)] = {sentence, bracket, i};
        break;
      default: break;
    }
  }
  return block;
}

bool Layout::sees(QuantityRef ref, QuantityRef other) const {
  const Block& own = block(ref.block);
  const int wanted = own.places[other.ordinal].bracket;
  for (int bracket = own.places[ref.ordinal].bracket; bracket != wanted; bracket = own.outer[static_cast<std::size_t>(bracket)]) {
    if (bracket == 0) return false;
  }
  return true;
}

std::vector<QuantityRef> Layout::before(QuantityRef ref, int sentences) const {
  std::vector<QuantityRef> result;
  for (std::uint32_t i = ref.ordinal; i-- > 0;) {
    const QuantityRef other{ref.block, i};
    if (sentence(other) + sentences < sentence(ref)) break;
    if (sees(ref, other)) result.push_back(other);
  }
  return result;
}

}  // namespace gouji::relations
