// What is left of money told paragraph by paragraph: 到位资金100万元 … 支出96万元 … 结余4万元, as a whole and fund by fund.

#include <algorithm>
#include <optional>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/mentions.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Basis;
using facts::Quantity;
using facts::Role;
using profile::WordClass;

constexpr std::uint32_t blocks_back = 40;
constexpr std::size_t shortest_name = 2;
constexpr std::size_t most_candidates = 12;

class SectionLinker {
 public:
  SectionLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const Relation& relation = relations[i];
      const bool balance = relation.kind == RelationKind::balance || relation.kind == RelationKind::row;
      if (balance && relation.verdict.status != Status::violated) told_.push_back(relation.result);
      if (balance) accused_.push_back(relation.result);
      if (is_sum(relation) && relation.operands.size() > 1) sums_.push_back(i);
    }
    std::sort(told_.begin(), told_.end());
    std::sort(accused_.begin(), accused_.end());
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (is_left(quantities[i])) link_whole({block, i});
      }
    }
    for (const std::size_t sum : sums_) {
      const QuantityRef total = relations_[sum].result;
      const auto& parts = relations_[sum].operands;
      const bool left = is_left(quantity(total)) || std::any_of(parts.begin(), parts.end(), [&](const Operand& part) { return is_left(quantity(part.quantity)); });
      if (!left || quantity(total).cell >= 0 || quantity(total).kind != profile::UnitKind::money) continue;
      if (!is_left(quantity(total))) link_whole(total);
      link_parts(std::vector<Operand>(relations_[sum].operands));
    }
  }

 private:
  using Refs = std::vector<QuantityRef>;
  static bool is_sum(const Relation& relation) { return relation.kind == RelationKind::sum || relation.kind == RelationKind::column; }

  std::optional<QuantityRef> whole_of(QuantityRef ref) const {
    for (const Relation& relation : document_.ties->with_part(ref)) {
      if (is_sum(relation)) return relation.result;
    }
    return std::nullopt;
  }

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is(const Quantity& value, std::string_view id) const { return has_indicator(document_, value, id); }

  bool is_left(const Quantity& value) const {
    const bool level = value.role == Role::level || value.role == Role::detail || value.role == Role::total;
    const bool left = value.remainder || is(value, "closing_balance") || begins_with_balance(value.label);   // 年末结转中央资金63万元
    return level && value.cell < 0 && value.kind == profile::UnitKind::money && value.approximation == facts::Approximation::exact && left;
  }
  bool begins_with_balance(std::u16string_view words) const {
    const profile::Entry* entry = document_.lexicon->concept_prefix(words);
    return entry && document_.lexicon->vocabulary().concepts[entry->concept_index].id == "closing_balance";
  }
  static bool is_stated(const Quantity& value) {
    const bool level = value.role == Role::level || value.role == Role::total;
    return level && value.kind == profile::UnitKind::money && value.approximation == facts::Approximation::exact && value.basis != Basis::previous;
  }
  static bool arrived(const Quantity& value) { return value.label.find(u"到位") != std::u16string::npos || value.label.find(u"到账") != std::u16string::npos || value.after.starts_with(u"到位"); }
  bool spent(const Quantity& value) const {
    if (value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.basis == Basis::target || value.remainder || arrived(value)) return false;
    return value.basis == Basis::actual || value.label.find(u"支出") != std::u16string::npos || is(value, "executed") || is(value, "expenditure");
  }
  bool planned(const Quantity& value) const {
    if (value.remainder || spent(value)) return false;
    return value.basis == Basis::budget || value.basis == Basis::adjusted_budget || value.allotted || is(value, "budget") || is(value, "adjusted_budget") || is(value, "available_funds") || (is(value, "funds") && !arrived(value));
  }
  template <typename Is>
  bool by_whole(QuantityRef ref, Is has) const {
    if (has(quantity(ref))) return true;
    const auto whole = whole_of(ref);
    return whole && has(quantity(*whole));
  }
  bool was_spent(QuantityRef ref) const { return by_whole(ref, [&](const Quantity& value) { return spent(value); }); }
  bool was_given(QuantityRef ref) const { return by_whole(ref, [&](const Quantity& value) { return planned(value) || arrived(value); }); }
  // 财政拨款收入 for 财政拨款结转; the whole for a balance of no name.
  bool is_of(QuantityRef ref, std::u16string_view scope) const {
    if (scope.empty()) return scope_of(document_, quantity(ref)).empty() && (document_.lexicon->vocabulary().concepts[quantity(ref).indicator].generic || is(quantity(ref), "fiscal_income"));
    return scope_of(document_, quantity(ref)) == scope || quantity(ref).label.find(scope) != std::u16string::npos;
  }

  /// The amounts before `left` in its section, nearest first.
  Refs before(QuantityRef left) const {
    Refs found;
    for (std::uint32_t block = left.block + 1; block-- > 0 && block + blocks_back >= left.block;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const QuantityRef ref{block, i};
        if (!(ref < left) || !is_stated(quantities[i]) || !same_measure(quantities[i], quantity(left))) continue;
        const bool beside = block + 1 >= left.block && quantities[i].period.kind != facts::PeriodKind::previous;   // 截至2024年底 of a report on 2023
        if (beside || resolved_year(document_, quantities[i]) == resolved_year(document_, quantity(left))) found.push_back(ref);
      }
    }
    return found;
  }

  bool one_scope(QuantityRef a, QuantityRef b) const {
    const auto first = scope_of(document_, quantity(a)), second = scope_of(document_, quantity(b));
    return first == second || first.empty() || second.empty();
  }

  Relation balance(QuantityRef left, QuantityRef given, QuantityRef used) const {
    Relation relation;
    relation.kind = RelationKind::balance;
    relation.result = left;
    relation.operands = {{given, 1}, {used, -1}};
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  static Relation* first_that_holds(std::vector<Relation>& readings) {
    const auto found = std::find_if(readings.begin(), readings.end(), [](const Relation& each) { return each.verdict.status == Status::holds; });
    return found == readings.end() ? nullptr : &*found;
  }

  // 未到位: what was to come without what came; else what came or was to be spent without what was spent.
  void link_whole(QuantityRef left) {
    if (std::binary_search(told_.begin(), told_.end(), left)) return;
    const Quantity& value = quantity(left);
    const bool not_arrived = value.label.find(u"到位") != std::u16string::npos || value.after.find(u"到位") != std::u16string::npos;
    Refs givens, useds;
    for (const QuantityRef ref : before(left)) {
      const Quantity& other = quantity(ref);
      const bool used = not_arrived ? arrived(other) : spent(other), given = planned(other) || (!not_arrived && arrived(other));
      const bool far = document_.mentions->distance_class(left, ref) > 1 && !(given && !useds.empty() && useds.front().block == left.block);
      if (far || whole_of(ref) || !one_scope(left, ref)) continue;
      if (used && useds.size() < most_candidates) useds.push_back(ref);
      else if (given && givens.size() < most_candidates) givens.push_back(ref);
    }
    std::vector<Relation> readings;
    for (const QuantityRef used : useds) {
      for (const QuantityRef given : givens) {
        if (one_scope(used, given)) readings.push_back(balance(left, given, used));
      }
    }
    if (Relation* good = first_that_holds(readings)) return relations_.push_back(std::move(*good));
    if (!not_arrived && (link_year(left) || link_named(left))) return;
    const bool sure = !readings.empty() && one_value(givens) && one_value(useds) && useds.front().block == left.block && layout_.sentence(useds.front()) == layout_.sentence(left) && is_plain(left) && names_all_that_is_left(document_, value) && nothing_else(left, givens, useds) && !std::binary_search(accused_.begin(), accused_.end(), left);
    if (sure) relations_.push_back(std::move(readings.front()));
  }

  // 项目预算453万元，未使用的25万元: its spending is told elsewhere, as a part of all spending or by the name of the money.
  bool link_named(QuantityRef left) {
    const Refs all = before(left);
    for (const QuantityRef given : all) {
      if (given.block != left.block || layout_.sentence(given) != layout_.sentence(left) || !planned(quantity(given))) continue;
      const std::u16string own = name(given);
      for (const QuantityRef used : all) {
        if (used == given || planned(quantity(used)) || arrived(quantity(used)) || quantity(used).remainder) continue;
        const bool by_name = own.size() > shortest_name && own == name(used), of_projects = is(quantity(used), "project_expenditure") && spent(quantity(used));
        if (!by_name && !of_projects) continue;
        Relation relation = balance(left, given, used);
        if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), true;
      }
      return false;
    }
    return link_pair(left, all);
  }

  // 安排4095万元，支付3921万元; further down: 未支付的174万元.
  bool link_pair(QuantityRef left, const Refs& all) {
    if (!quantity(left).remainder && !is(quantity(left), "closing_balance")) return false;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const QuantityRef used = all[i], given = all[i + 1];
      if (used.block != given.block || layout_.sentence(used) != layout_.sentence(given) || !spent(quantity(used)) || !planned(quantity(given)) || !one_scope(left, used)) continue;
      Relation relation = balance(left, given, used);
      if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), true;
    }
    return false;
  }

  // 年初结转 with the income and without the spending of the year, each told in a paragraph of its own.
  bool link_year(QuantityRef left) {
    if (!is(quantity(left), "closing_balance")) return false;
    const auto scope = scope_of(document_, quantity(left));
    Refs openings, incomes, useds;
    for (const QuantityRef ref : before(left)) {
      const Quantity& value = quantity(ref);
      if (value.indicator == profile::no_concept || value.cell >= 0) continue;
      if (is(value, "opening_balance")) {
        if (scope_of(document_, value) == scope && openings.empty()) openings.push_back(ref);
      } else if (is_of(ref, scope) && useds.size() + incomes.size() < most_candidates) {
        const bool income = is(value, "income") || is(value, "fiscal_income") || is(value, "general_budget_income");
        if (income) incomes.push_back(ref);
        else if (spent(value)) useds.push_back(ref);
      }
    }
    for (const QuantityRef income : incomes) {
      for (const QuantityRef used : useds) {
        if (openings.empty()) continue;
        Relation relation = balance(left, income, used);
        relation.operands.insert(relation.operands.begin(), {openings.front(), 1});
        relation.verdict = judge(document_, relation);
        if (relation.verdict.status == Status::holds) return relations_.push_back(std::move(relation)), true;
      }
    }
    return false;
  }

  // Nothing else was added to the money, and no amount of another thing stands before what is left.
  bool is_plain(QuantityRef left) const {
    const Quantity& value = quantity(left);
    if (value.role != Role::level || !scope_of(document_, value).empty() || whole_of(left)) return false;
    for (const char* id : {"opening_balance", "adjust_up", "adjust_down"}) {
      const auto indicator = document_.lexicon->concept_by_id(id);
      if (indicator && !document_.mentions->of(*indicator).empty()) return false;
    }
    const auto& quantities = document_.blocks[left.block].facts->quantities;
    return std::none_of(quantities.begin(), quantities.begin() + left.ordinal, [&](const Quantity& other) { return other.role == Role::change || (other.remainder && same_measure(other, value)); });
  }

  // Every amount from the money given to what is left is the one, the other, or a part of something.
  bool nothing_else(QuantityRef left, const Refs& givens, const Refs& useds) const {
    const Refs all = before(left);
    const auto is_known = [&](QuantityRef ref) { return whole_of(ref) || std::find(givens.begin(), givens.end(), ref) != givens.end() || std::find(useds.begin(), useds.end(), ref) != useds.end(); };
    return std::all_of(all.begin(), all.end(), [&](QuantityRef ref) { return ref < givens.back() || is_known(ref); });
  }

  bool one_value(const Refs& refs) const {
    return std::all_of(refs.begin(), refs.end(), [&](QuantityRef ref) { return quantity(ref).value() == quantity(refs.front()).value(); });
  }

  /// 中央 of 中央资金支出, 县级配套 of 县级配套资金.
  std::u16string name(QuantityRef ref) const {
    const Quantity& value = quantity(ref);
    return facts::content_words(value.label.empty() ? value.topic : value.label, *document_.lexicon);
  }
  static bool one_name(std::u16string_view a, std::u16string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return a.size() >= shortest_name ? b.find(a) != std::u16string_view::npos : !a.empty() && b.ends_with(a);
  }

  // 结转中央63万元、县级22万元: of each fund what came without what was spent, where both are told fund by fund.
  void link_parts(const std::vector<Operand>& parts) {
    std::vector<Relation> doubtful;
    std::size_t good = 0;
    for (const Operand& part : parts) {
      std::u16string own = name(part.quantity);
      if (const profile::Entry* entry = document_.lexicon->prefix(own, WordClass::remainder)) own.erase(0, entry->word.size());
      if (begins_with_balance(own)) own.erase(0, document_.lexicon->concept_prefix(own)->word.size());
      Refs givens, useds;
      for (const QuantityRef ref : before(part.quantity)) {
        if (ref.block == part.quantity.block && layout_.sentence(ref) == layout_.sentence(part.quantity)) continue;
        if (!one_name(own, name(ref))) continue;
        if (was_spent(ref) && useds.size() < most_candidates) useds.push_back(ref);
        else if (was_given(ref) && givens.size() < most_candidates) givens.push_back(ref);
      }
      std::vector<Relation> readings;
      for (const QuantityRef used : useds) {
        for (const QuantityRef given : givens) readings.push_back(balance(part.quantity, given, used));
      }
      if (std::binary_search(told_.begin(), told_.end(), part.quantity)) continue;
      if (Relation* relation = first_that_holds(readings)) {
        ++good;
        relations_.push_back(std::move(*relation));
      } else if (!readings.empty() && one_value(givens) && one_value(useds)) doubtful.push_back(std::move(readings.front()));
    }
    if (good == 0 || doubtful.size() != 1) return;   // where the others agree, one slip
    relations_.push_back(std::move(doubtful.front()));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
  Refs told_, accused_;   // in order
  std::vector<std::size_t> sums_;   // their places
};

}  // namespace

void link_section_balances(const DocumentView& document, std::vector<Relation>& relations) { SectionLinker(document, relations).run(); }

}  // namespace gouji::relations
