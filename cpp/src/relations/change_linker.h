// The linker of changes: which amount a change leads to, and which one it starts from.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "relations/amount_finder.h"
#include "relations/goals.h"
#include "relations/ledger.h"

namespace gouji::relations {

/// With what a change is compared.
enum class Against : std::uint8_t { unstated, previous, budget, target, other };

class ChangeLinker {
 public:
  ChangeLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), finder_(document), goals_(*document.goals) {}
  void run();
 private:
  using Quantity = facts::Quantity;

  /// An amount that a change may start from or lead to.
  struct Candidates {
    std::vector<QuantityRef> refs;   // the likeliest first
    bool sure = false;               // the words leave no other one
    bool guessed = false;            // words only allow them: they accuse nobody
  };
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  void link(QuantityRef change);
  void link_series(QuantityRef first);
  void link_rate(QuantityRef change, QuantityRef amount, QuantityRef earlier);
  void link_amount(QuantityRef change, std::optional<QuantityRef> direct);
  void link_reaching(QuantityRef change, QuantityRef amount);
  void link_levels(QuantityRef change, std::optional<QuantityRef> direct);
  void link_distant(QuantityRef change);
  static bool comparable(const Quantity& now, const Quantity& then, const Quantity& change);
  std::optional<Relation> on_another_value(QuantityRef change, QuantityRef amount) const;
  void keep(QuantityRef change, std::vector<Operand> operands, bool proof);
  Relation make(QuantityRef change, std::vector<Operand> operands) const;
  std::optional<QuantityRef> amount_of(QuantityRef change) const;
  std::optional<QuantityRef> stated_earlier(QuantityRef change) const;
  bool names_another(QuantityRef change) const;
  Against against(QuantityRef change) const;
  bool is_earlier(const Quantity& value, Against against) const;
  int year_against(QuantityRef change) const;
  bool is_named_apart(QuantityRef now, QuantityRef amount) const;
  bool is_part_of(QuantityRef added, QuantityRef earlier, QuantityRef change) const;
  bool leads_to(QuantityRef now, QuantityRef change) const;
  bool speaks_of_another(QuantityRef earlier, QuantityRef change) const;
  bool is_year_before(QuantityRef earlier, QuantityRef change) const;
  std::optional<QuantityRef> earlier_in_sentence(QuantityRef change, const Quantity* like) const;
  std::vector<QuantityRef> earliers(QuantityRef change, QuantityRef now) const;
  Candidates told_earlier(QuantityRef change, QuantityRef now) const;
  bool tells_amount_before(QuantityRef change, const Quantity& like) const;
  bool names_only_its_indicator(QuantityRef change) const;
  Candidates told_now(QuantityRef change, const Quantity& like) const;
  Candidates stocks(QuantityRef change, const Quantity& like) const;
  bool begins_with_words(QuantityRef change, QuantityRef now) const;
  bool is_left_of_another(QuantityRef now) const;
  Candidates in_sentence(QuantityRef change, const Quantity& like, std::optional<QuantityRef> direct) const;
  Candidates currents(QuantityRef change, const Quantity& like, std::optional<QuantityRef> direct) const;
  std::optional<Candidates> subjects(QuantityRef change, const QuantityRef* direct) const;
  bool is_planned_instead(QuantityRef now, QuantityRef change) const;
  std::optional<QuantityRef> earlier_behind(QuantityRef change, const Quantity& like) const;
  Candidates stated_for_year(QuantityRef change, const Quantity& like) const;
  bool is_generic(std::uint16_t indicator) const;
  std::optional<QuantityRef> initial_budget(QuantityRef change, const Quantity& adjusted) const;
  bool is_adjustment(const Quantity& value) const;
  const DocumentView& document_;
  std::vector<Relation>& relations_;
  AmountFinder finder_;
  const Goals& goals_;
  std::set<QuantityRef> disputed_;   // amounts of change that do not fit
  std::map<QuantityRef, std::pair<QuantityRef, std::optional<QuantityRef>>> current_;   // of each amount of change: what it led to, and from
};

}  // namespace gouji::relations
