// Reads are recorded where they happen; what is read everywhere is compared by value.

#include "engine/depends.h"

#include <algorithm>

#include "engine/part_subjects.h"
#include "parts/body.h"
#include "parts/candidates.h"
#include "parts/lines.h"
#include "parts/wording.h"

namespace gouji::engine {
namespace {

// That some block says it still holds where the first one that does is another; that none says it, where this one is silent.
bool keeps_answer(const relations::Asked& question, const BlockRecord& now, std::uint32_t block) {
  if (block < question.first || block >= question.end || (question.answer && question.at != block)) return true;
  const bool says = question.as_printed ? now.block.folded.without_note().find(question.phrase.front()) != std::u16string_view::npos : parts::block_says(now.block, question.phrase);
  return says == question.answer;
}

bool keeps_answers(const std::vector<relations::Asked>& asked, const BlockRecord& now, std::uint32_t block) {
  return std::all_of(asked.begin(), asked.end(), [&](const relations::Asked& question) { return keeps_answer(question, now, block); });
}

// Parts ask what is told, and whether it is nothing.
bool same_but_values(const facts::Facts& before, const facts::Facts& now) {
  const number::Decimal nothing(0, 0);
  const auto same = [&](const facts::Quantity& a, const facts::Quantity& b) {
    facts::Quantity as_now = a;
    as_now.number = b.number;
    as_now.printed = b.printed;
    return as_now == b && (a.number == nothing) == (b.number == nothing);
  };
  return before.elements == now.elements && before.names == now.names && before.announces_list == now.announces_list && before.crowded == now.crowded &&
         std::equal(before.quantities.begin(), before.quantities.end(), now.quantities.begin(), now.quantities.end(), same);
}

bool same_signals(const BlockRecord& before, const BlockRecord& now) {
  return std::equal(before.signals.begin(), before.signals.end(), now.signals.begin(), now.signals.end(), [](const facts::Signal& a, const facts::Signal& b) { return a == b && a.range == b.range; });
}

}  // namespace

bool same_facts(const BlockRecord& before, const BlockRecord& now) {
#ifdef GOUJI_BREAK_CUT_OFF   // for the test that random sessions notice a wrong rule
  return before.extracted.facts.quantities.size() == now.extracted.facts.quantities.size();
#else
  return before.extracted.facts == now.extracted.facts;
#endif
}

bool same_for_outline(const BlockRecord& before, const BlockRecord& now) { return !before.matters_to_outline && syntax::same_shape(before.block, now.block); }

bool same_for_relations(const BlockRecord& before, BlockRecord& now) {
  return !before.matters_to_relations && same_facts(before, now) && now.block.folded.answers_like(before.block.folded);
}

bool same_for_parts(const BlockRecord& before, BlockRecord& now, std::uint32_t block, const std::vector<relations::Asked>& asked, const parts::FamilyModel* model, const profile::Lexicon& lexicon) {
  if (before.matters_to_parts || !same_but_values(before.extracted.facts, now.extracted.facts) || !keeps_answers(asked, now, block)) return false;
  return parts::same_as_candidate(before.block, now.block, model, lexicon.vocabulary().parts) && parts::same_as_line(before.block, now.block) && parts::same_as_body(before.block, now.block, before.resolved(), lexicon.vocabulary().parts);
}

bool same_for_checks(const BlockRecord& before, BlockRecord& now, std::uint32_t block, const std::vector<relations::Asked>& asked) {
  return !before.matters_to_checks && keeps_answers(asked, now, block) && same_signals(before, now) && open_colon(before.block) == open_colon(now.block);
}

bool was_read(const BlockRecord& record) { return record.block.folded.was_read() || record.printed_was_read || record.extracted.places.was_read(); }

void forget_reads(const BlockRecord& record) {
  record.block.folded.forget_reads();
  record.printed_was_read = false;
  record.extracted.places.forget_reads();
}

diagnostic::Diagnostic in_block(diagnostic::Diagnostic diagnostic, std::uint32_t block) {
  diagnostic.place.block = block;
  for (diagnostic::Related& related : diagnostic.related) related.place.block = block;
  for (diagnostic::Fix& fix : diagnostic.fixes) {
    for (diagnostic::Edit& edit : fix.edits) edit.place.block = block;
  }
  return diagnostic;
}

}  // namespace gouji::engine
