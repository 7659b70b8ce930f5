// Wholes: shares of all parts of one total make up 100 %.

#include <algorithm>
#include <optional>
#include <vector>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/values.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr std::uint32_t farthest_block = 12;   // between the shares of one whole that no sum ties

struct Share {
  QuantityRef share, part, base;
};

/// What has one value, or stands at one place, in the order in which it was added.
class Chains {
 public:
  explicit Chains(std::size_t keys) : first_(keys, none), last_(keys, none) {}
  void add(std::size_t key, std::size_t item) {
    (first_[key] == none ? first_[key] : links_[last_[key]].next) = links_.size();
    last_[key] = links_.size();
    links_.push_back({item, none});
  }
  /// Until `is` is true of one.
  template <typename Is>
  bool any(std::size_t key, Is is) const {
    for (std::size_t link = first_[key]; link != none; link = links_[link].next) {
      if (is(links_[link].item)) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  struct Link {
    std::size_t item, next;
  };
  std::vector<std::size_t> first_, last_;   // of each key
  std::vector<Link> links_;
};

class WholeLinker {
 public:
  WholeLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), values_(*document.values), by_base_(values_.count()), by_share_(values_.size()), by_total_(values_.count()) {
    for (std::size_t i = 0; i < relations_.size(); ++i) {
      const Relation& relation = relations_[i];
      if (is_total(relation)) by_total_.add(values_.of(relation.result), i);
      if (relation.kind != RelationKind::share || quantity(relation.result).kind != profile::UnitKind::percent) continue;
      by_base_.add(values_.of(relation.operands[1].quantity), shares_.size());
      by_share_.add(values_.place_of(relation.result), shares_.size());
      shares_.push_back({relation.result, relation.operands[0].quantity, relation.operands[1].quantity});
    }
  }

  void run() {
    const std::size_t count = relations_.size();
    for (std::size_t i = 0; i < count && !shares_.empty(); ++i) {
      if (relations_[i].kind == RelationKind::sum || relations_[i].kind == RelationKind::column) of_sum(i);
    }
    for (std::size_t i = 0; i < shares_.size(); ++i) of_base(i);
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) of_sentences(block);
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool is_total(const Relation& relation) { return (relation.kind == RelationKind::sum || relation.kind == RelationKind::column || relation.kind == RelationKind::row) && !relation.whole; }

  template <typename Use>
  void each_share_of(QuantityRef base, Use use) const {
    by_base_.any(values_.of(base), [&](std::size_t i) { return use(shares_[i]), false; });
  }

  // The same amount, perhaps told twice.
  bool same(QuantityRef a, QuantityRef b) const {
    if (a == b) return true;
    const Quantity& first = quantity(a);
    const Quantity& second = quantity(b);
    if (!same_measure(first, second) || first.value() != second.value()) return false;
    return first.indicator != profile::no_concept ? first.indicator == second.indicator : !first.label.empty() && first.label == second.label;
  }

  // A sum says which parts are all the parts; where each of them that is not zero has a share of the total, the shares make up
  // the whole.
  void of_sum(std::size_t place) {
    const Relation& sum = relations_[place];
    std::vector<QuantityRef> found;
    for (const Operand& part : sum.operands) {
      std::vector<QuantityRef> of_part;
      each_share_of(sum.result, [&](const Share& share) {
        if (share.part == part.quantity && share.base == sum.result) of_part.push_back(share.share);
      });
      each_share_of(sum.result, [&](const Share& share) {
        if (of_part.empty() && same(share.part, part.quantity) && same(share.base, sum.result)) of_part.push_back(share.share);
      });
      if (of_part.empty() && quantity(part.quantity).value().is_zero()) continue;   // 因公出国（境）费0元, and nothing of its share
      if (of_part.size() != 1 || part.sign < 0) return;
      found.push_back(of_part.front());
    }
    add(std::move(found), false);
  }

  // Shares of one base whose parts add up to it: both are tied, though nothing else announces the sum.
  void of_base(std::size_t first) {
    const Share& one = shares_[first];
    std::vector<Share> group;
    bool given_up = false;
    by_base_.any(values_.of(one.base), [&](std::size_t i) {
      const Share& other = shares_[i];
      if (!same(other.base, one.base)) return false;
      given_up = i < first || quantity(other.part).role == Role::base;   // told from its first share on
      if (given_up || other.share.block > one.share.block + farthest_block) return true;
      given_up = std::any_of(group.begin(), group.end(), [&](const Share& each) { return same(each.part, other.part); });
      group.push_back(other);
      return given_up;
    });
    if (given_up || group.size() < 2) return;
    Relation sum;
    sum.kind = RelationKind::sum;
    sum.result = one.base;
    for (const Share& share : group) sum.operands.push_back({share.part, 1});
    sum.because = Because::structure;
    sum.verdict = judge(document_, sum);
    if (sum.verdict.status != Status::holds) return;
    const auto in_group = [&](const Operand& part) { return quantity(part.quantity).value().is_zero() || std::any_of(group.begin(), group.end(), [&](const Share& share) { return same(share.part, part.quantity); }); };
    const std::size_t value = values_.of(sum.result);
    const bool told = by_total_.any(value, [&](std::size_t i) { return same(relations_[i].result, sum.result) && std::all_of(relations_[i].operands.begin(), relations_[i].operands.end(), in_group); });
    if (!told) {
      by_total_.add(value, relations_.size());
      relations_.push_back(sum);
    }
    std::vector<QuantityRef> found;
    for (const Share& share : group) found.push_back(share.share);
    add(std::move(found), true);
  }

  // 集中供养1483人，占总数的24%；分散供养4697人，占76%: the total is not printed. 占比依次为50.18%、32.23%、…
  void of_sentences(std::uint32_t block) {
    std::vector<std::pair<std::optional<QuantityRef>, QuantityRef>> row;   // the amount before each share
    std::optional<QuantityRef> before;
    const auto close = [&] {
      if (row.size() >= 2 && (is_divided(row) || is_series(row))) {
        std::vector<QuantityRef> found;
        for (const auto& [part, share] : row) found.push_back(share);
        add(std::move(found), true);
      }
      row.clear();
      before.reset();
    };
    for (const Element& element : document_.blocks[block].facts->elements) {
      if (element.kind == ElementKind::stop) close();
      if (element.kind != ElementKind::quantity) continue;
      const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
      const Quantity& value = quantity(here);
      if (is_amount(value) && !is_percentage(value)) before = here;
      if (value.role == Role::share && value.kind == profile::UnitKind::percent && value.approximation == facts::Approximation::exact) row.emplace_back(before, here);
    }
    close();
  }

  bool is_divided(const std::vector<std::pair<std::optional<QuantityRef>, QuantityRef>>& row) const {
    number::Decimal whole(0, 0);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto& [part, share] = row[i];
      if (!part || !same_measure(quantity(*part), quantity(*row.front().first)) || (i > 0 && *part == *row[i - 1].first)) return false;
      whole = whole + quantity(*part).value();
    }
    const auto of_another = [&](const auto& each) { return by_share_.any(values_.place_of(each.second), [&](std::size_t i) { return quantity(shares_[i].base).value() != whole; }); };
    if (std::any_of(row.begin(), row.end(), of_another)) return false;
    const auto times = [](const number::Decimal& a, const number::Decimal& b) { return number::Decimal(a.mantissa() * b.mantissa(), a.places() + b.places()); };
    return std::all_of(row.begin(), row.end(), [&](const auto& each) {   // whole × share is the part to half a unit of the share
      const number::Decimal share = quantity(each.second).number, half(5, share.places() + 1);
      const number::Decimal exact = quantity(*each.first).value().shifted(2);
      return exact >= times(whole, share - half) && exact <= times(whole, share + half);
    });
  }

  bool is_series(const std::vector<std::pair<std::optional<QuantityRef>, QuantityRef>>& row) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool tied = by_share_.any(values_.place_of(row[i].second), [](std::size_t) { return true; });
      if (tied || quantity(row[i].second).series != static_cast<int>(i)) return false;
    }
    return row.size() >= 3;
  }

  void add(std::vector<QuantityRef> shares, bool only_good) {
    if (shares.size() < 2) return;
    std::sort(shares.begin(), shares.end());
    Relation whole;
    whole.kind = RelationKind::sum;
    whole.whole = true;
    whole.result = shares.back();
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) whole.operands.push_back({shares[i], 1});
    whole.because = Because::structure;
    whole.derived = true;
    whole.verdict = judge(document_, whole);
    if (only_good && whole.verdict.status == Status::violated) return;
    const bool told = document_.ties->with_result(whole.result).any([&](const Relation& other) { return other.whole && other.operands == whole.operands; });
    if (!told) relations_.push_back(std::move(whole));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Values& values_;
  std::vector<Share> shares_;
  Chains by_base_, by_share_;   // shares: by the value of the base, by the place of the share
  Chains by_total_;             // sums and columns: by the value of the total
};

}  // namespace

void link_wholes(const DocumentView& document, std::vector<Relation>& relations) { WholeLinker(document, relations).run(); }

}  // namespace gouji::relations
