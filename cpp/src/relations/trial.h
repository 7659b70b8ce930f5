// Tries other values for figures: which relations they mend and which they break.

#pragma once

#include <span>
#include <vector>

#include "relations/culprit.h"

namespace gouji::relations {

/// What becomes of the relations if a correction is right.
struct Option {
  Correction correction;
  std::vector<std::size_t> mended;   // in order
  int tails = 0;                     // relations that hold only with a tail and did not have one before
  bool breaks = false;               // a relation that holds would not hold any more
  bool breaks_reading = false;       // the same, of one that was chosen among several readings
};

class Trial {
 public:
  Trial(const DocumentView& document, const std::vector<Relation>& relations);

  const DocumentView& document() const { return document_; }
  const std::vector<Relation>& relations() const { return relations_; }
  std::span<const std::size_t> touching(QuantityRef ref) const;   // in order
  bool is_violated(std::size_t relation) const { return relations_[relation].verdict.status == Status::violated; }

  /// Judges all relations of the figures anew; nothing more is tried once the limit is reached.
  Option attempt(const Correction& correction) { return attempt(correction, nullptr); }
  Option attempt(const Correction& first, const Correction* second);
  bool exhausted() const { return work_ >= limit_; }
  std::size_t work() const { return work_; }
  void allow(std::size_t work);   // from here on

  /// The values that may mend some of the violated relations `of` and break none, each tried.
  std::vector<Option> options(const std::vector<QuantityRef>& mentions, const std::vector<std::size_t>& of, bool slips_only);

  /// No value of the member mends the relation without breaking another one.
  bool is_pinned(QuantityRef member, std::size_t relation) const;

  /// `ref` and the mentions that restate it alike, in order.
  std::vector<QuantityRef> mentions_of(QuantityRef ref) const;

 private:
  void assume(const Correction& correction);
  std::vector<Correction> corrections(const std::vector<QuantityRef>& mentions, const std::vector<std::size_t>& of);
  bool has_one_unit(const Relation& relation) const;
  int finest_places(const Relation& relation, const facts::Quantity& printed) const;
  std::optional<QuantityRef> wrong_base(const Relation& relation) const;

  DocumentView document_;
  const std::vector<Relation>& relations_;
  std::vector<std::size_t> places_, begins_, touching_;   // of the first quantity of each block; of each quantity in touching_
  std::size_t work_ = 0, limit_ = 0;   // members judged, and what costs as much
};

}  // namespace gouji::relations
