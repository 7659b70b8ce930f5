// Where the quantities of a block stand: in which sentence, and inside which bracket.

#pragma once

#include <cstddef>
#include <vector>

#include "relations/relation.h"

namespace gouji::relations {

class Layout {
 public:
  explicit Layout(const DocumentView& document) : document_(document), blocks_(document.blocks.size()) {}

  /// The sentence of its block that a quantity stands in, from 0.
  int sentence(QuantityRef ref) const { return block(ref.block).places[ref.ordinal].sentence; }

  /// The place of a quantity among the elements of its block, of which it is one; past the end for a cell, which is none.
  std::size_t element(QuantityRef ref) const { return block(ref.block).places[ref.ordinal].element; }

  /// `other` stands in no bracket that does not also hold `ref`: what a sentence says outside its asides.
  bool sees(QuantityRef ref, QuantityRef other) const;

  /// The quantities of the block before `ref`, nearest first, that `ref` sees, from at most `sentences` sentences back.
  std::vector<QuantityRef> before(QuantityRef ref, int sentences) const;

 private:
  struct Place {
    int sentence = 0, bracket = 0;
    std::size_t element = 0;
  };
  struct Block {
    bool read = false;
    std::vector<Place> places;   // of each quantity
    std::vector<int> outer;      // of each bracket; 0 is the block itself
  };
  const Block& block(std::uint32_t index) const;

  const DocumentView& document_;
  mutable std::vector<Block> blocks_;
};

}  // namespace gouji::relations
