// Echoes: a figure that is told again in other words. Words must show that both may be of one thing; their sameness then
// confirms it. Nothing is accused here.

#include <algorithm>
#include <set>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Approximation;
using facts::Basis;
using facts::Quantity;
using facts::Role;

constexpr std::size_t longest_noun = 8;      // units of the noun behind a counter
constexpr std::size_t least_digits = 3;      // a number of fewer digits is told of many things
constexpr std::size_t most_mentions = 40;    // of one value: more are of a table

class EchoLinker {
 public:
  EchoLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {
    for (const Relation& relation : relations) {
      if (relation.kind != RelationKind::restatement) continue;
      for (const Operand& operand : relation.operands) told_again_.insert(operand.quantity);
    }
  }

  void run() {
    std::vector<std::vector<QuantityRef>> values(document_.values->count());
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (document_.blocks[block].block->flattened_table) continue;
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (is_telling(quantities[i])) values[document_.values->of({block, i})].push_back({block, i});
      }
    }
    for (const auto& mentions : values) {
      if (mentions.size() > 1 && mentions.size() <= most_mentions) tie(mentions);
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_telling(const Quantity& value) {
    if (value.approximation != Approximation::exact) return false;
    const auto digits = static_cast<std::size_t>(std::count_if(value.printed.begin(), value.printed.end(), [](char16_t unit) { return unit >= u'0' && unit <= u'9'; }));
    return digits >= least_digits && !value.value().is_zero() && value.number != number::Decimal(100, 0);
  }

  // Each later mention is tied to the first one that is of the same thing.
  void tie(const std::vector<QuantityRef>& mentions) {
    std::vector<std::u16string> words(mentions.size());   // made where they are needed
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      if (told_again_.contains(mentions[i])) continue;
      for (std::size_t j = 0; j < i; ++j) {
        if (!may_be_one(mentions[j], mentions[i], words[j], words[i])) continue;
        Relation relation;
        relation.kind = RelationKind::restatement;
        relation.result = mentions[j];
        relation.operands = {{mentions[i], 1}};
        relation.verdict = judge(document_, relation);
        relations_.push_back(relation);
        break;
      }
    }
  }

  bool may_be_one(QuantityRef a, QuantityRef b, std::u16string& words_of_a, std::u16string& words_of_b) const {
    const Quantity &first = quantity(a), &second = quantity(b);
    if (a.block == b.block && layout_.sentence(a) == layout_.sentence(b)) return false;
    if ((first.role == Role::change) != (second.role == Role::change) || first.direction != second.direction) return false;
    const auto past = [](const Quantity& value) { return value.basis == Basis::previous || value.period.kind == facts::PeriodKind::previous; };
    if (past(first) != past(second)) return false;
    const bool other_scope = !first.topic.empty() && !second.topic.empty() && !share_words(first.topic, second.topic);
    if (other_scope) return false;
    if (is_specific(first) && is_specific(second)) return first.indicator == second.indicator;
    if (words_of_a.empty()) words_of_a = words_of(first);
    if (words_of_b.empty()) words_of_b = words_of(second);
    return share_words(words_of_a, words_of_b);
  }

  bool is_specific(const Quantity& value) const {
    if (value.indicator == profile::no_concept) return false;
    const bool total = has_indicator(document_, value, "income") || has_indicator(document_, value, "expenditure");
    return total || !document_.lexicon->vocabulary().concepts[value.indicator].generic;
  }

  std::u16string words_of(const Quantity& value) const {
    const auto& lexicon = *document_.lexicon;
    std::u16string words = facts::content_words(value.label, lexicon) + value.topic + value.qualifier;
    if (value.indicator != profile::no_concept) words += lexicon.vocabulary().concepts[value.indicator].name;
    words += facts::content_words(std::u16string_view(value.after).substr(0, longest_noun), lexicon);
    return words;
  }

  static bool share_words(std::u16string_view a, std::u16string_view b) {
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
      if (b.find(a.substr(i, 2)) != std::u16string_view::npos) return true;
    }
    return false;
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  std::set<QuantityRef> told_again_;
};

}  // namespace

void link_echoes(const DocumentView& document, std::vector<Relation>& relations) { EchoLinker(document, relations).run(); }

}  // namespace gouji::relations
