// The linker of rates: what was done, and what was to be done.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "relations/amount_finder.h"
#include "relations/goals.h"
#include "relations/ledger.h"

namespace gouji::relations {

class RateLinker {
 public:
  RateLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document), goals_(*document.goals) {}
  void run();
 private:
  static constexpr int sentences_back = 2;   // from a rate to its amounts

  using Quantity = facts::Quantity;
  using Basis = facts::Basis;

  /// One way of reading a rate.
  struct Reading {
    QuantityRef part, base;
  };
  using Refs = std::vector<QuantityRef>;
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  void link(QuantityRef rate);
  void link_named_base(QuantityRef rate);
  void link_series(QuantityRef first);
  std::vector<Refs> runs_before(QuantityRef ref, std::size_t length) const;
  void link_execution(QuantityRef rate);
  template <typename Is>
  Refs on_the_way(QuantityRef rate, int sentences, Is is) const {
    Refs refs;
    for (const QuantityRef before : finder_.layout().before(rate, sentences)) {
      const Quantity& value = quantity(before);
      if (is_stated(value) && value.kind == profile::UnitKind::money && is(value)) refs.push_back(before);
    }
    return refs;
  }
  void add_totals(Refs& refs, QuantityRef rate, const std::vector<const char*>& ids, std::initializer_list<Basis> bases) const;
  void link_by_indicators(QuantityRef rate, const profile::Identity& identity);
  void link_counts(QuantityRef rate);
  bool link_behind(QuantityRef rate, const Refs& parts, const Refs& amounts);
  bool link_quotient(QuantityRef rate);
  bool link_saving(QuantityRef rate);
  bool link_goal(QuantityRef rate, const Refs& parts);
  std::vector<Reading> readings_of(const Refs& parts, const Refs& amounts, bool done) const;
  Relation make(QuantityRef rate, const Reading& reading, bool proof) const;
  bool usable(const Reading& reading) const;
  bool link_first(QuantityRef rate, const std::vector<Reading>& readings, Status worst = Status::rounding);
  void keep(QuantityRef rate, const std::vector<Reading>& readings, bool sure);
  static std::vector<Reading> pairs(const Refs& parts, const Refs& bases);
  Refs named_part(QuantityRef rate, std::optional<QuantityRef> base) const;
  static Refs refs_of(const std::vector<Ledger::Told>& told);
  std::vector<Ledger::Told> told_bases(QuantityRef rate, QuantityRef part, std::optional<Basis> wanted) const;
  Refs done_below(QuantityRef rate) const;
  std::vector<Thing> things_of(QuantityRef rate, QuantityRef part) const;
  Refs parts_before(QuantityRef ref, QuantityRef like, Basis not_of = Basis::unknown) const;
  static bool is_stated(const Quantity& value);
  bool is_spent(const Quantity& value) const {
    if (value.remainder) return false;
    if (value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.basis == Basis::target) return false;
    if (value.basis == Basis::actual && !is_arrived(value)) return true;
    return value.label.find(u"支出") != std::u16string::npos || has_indicator(document_, value, "executed") || has_indicator(document_, value, "expenditure");
  }
  bool is_planned(const Quantity& value) const {
    if (value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.basis == Basis::target) return true;
    return has_indicator(document_, value, "available_funds") || has_indicator(document_, value, "grand_income") || value.allotted;
  }
  bool is_arrived(const Quantity& value) const { return has_indicator(document_, value, "funds") || value.label.find(u"到位") != std::u16string::npos || value.after.starts_with(u"到位"); }
  static bool has_basis_class(Basis basis, Basis wanted) {
    if (wanted == Basis::budget) return basis == Basis::budget || basis == Basis::adjusted_budget;
    return basis == wanted;
  }
  static bool has_basis(const Quantity& value, Basis wanted) { return has_basis_class(value.basis, wanted); }
  Refs bases_of(QuantityRef rate, QuantityRef part, Basis wanted) const;
  const std::u16string& thing_of(const Quantity& value) const;   // of one that lives as long as the document
  std::u16string read_thing(const Quantity& value) const;
  bool is_same_thing(const Quantity& a, const Quantity& b) const;
  /// Each is of a thing of its own.
  bool is_of_another(const Quantity& a, const Quantity& b) const { return thing_of(a).size() >= 2 && thing_of(b).size() >= 2 && !is_same_thing(a, b); }
  Refs plans_before(QuantityRef part) const;
  std::vector<Ledger::Told> own_bases(QuantityRef rate, QuantityRef part) const;
  bool is_due(const Quantity& value) const { return document_.lexicon->contains(value.label, profile::WordClass::due); }
  bool is_of_all(QuantityRef rate) const;
  bool is_in_time(QuantityRef rate) const;
  std::optional<Basis> basis_of(std::u16string_view words) const;
  bool is_of_budget(std::u16string_view name) const { return document_.lexicon->contains(name, profile::WordClass::execution); }
  const profile::Identity* identity_of(QuantityRef rate) const;
  std::u16string_view stem_of(std::u16string_view name) const;
  /// Whether the words of `value` name all that the rate's name does: 无公害防治率 is of more than 防治.
  bool says_all(const Quantity& value, std::u16string_view name) const;
  // 收回 for 回收率, but not 不满意 for 满意度
  bool says(const Quantity& value, std::u16string_view stem) const { return says(value.label, stem) || says(value.after, stem); }
  bool says(std::u16string_view words, std::u16string_view stem) const {
    for (std::size_t i = 0; i + stem.size() <= words.size(); ++i) {
      const auto here = words.substr(i, stem.size());
      const bool same = here == stem || (stem.size() == 2 && here[0] == stem[1] && here[1] == stem[0]);
      const bool negated = i > 0 && (words[i - 1] == u'不' || words[i - 1] == u'未');
      const bool due = document_.lexicon->suffix(words.substr(0, i), profile::WordClass::due) != nullptr;   // 应参保
      if (same && !negated && !due) return true;
    }
    return false;
  }
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  const Goals& goals_;
  mutable std::unordered_map<const Quantity*, std::u16string> things_;
};

}  // namespace gouji::relations
