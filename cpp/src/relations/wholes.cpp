// Wholes: shares of all parts of one total make up 100 %.

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

constexpr std::size_t fewest_shares = 2;

}  // namespace

// A sum says which parts are all the parts; where each of them has a share of the total, the shares make up the whole.
void link_wholes(const DocumentView& document, std::vector<Relation>& relations) {
  std::map<QuantityRef, std::map<QuantityRef, std::vector<QuantityRef>>> by_base;   // the shares of each part of a base, in order
  for (const Relation& relation : relations) {
    if (relation.kind == RelationKind::share) by_base[relation.operands[1].quantity][relation.operands[0].quantity].push_back(relation.result);
  }
  std::vector<Relation> wholes;
  for (const Relation& sum : relations) {
    if (sum.kind != RelationKind::sum && sum.kind != RelationKind::column) continue;
    if (sum.operands.size() < fewest_shares) continue;
    const auto same = [&](QuantityRef a, QuantityRef b) { return a == b || (same_measure(document.quantity(a), document.quantity(b)) && document.quantity(a).value() == document.quantity(b).value()); };
    std::vector<QuantityRef> shares;
    std::size_t zeros = 0;   // 上缴上级支出0万元: no share is told
    for (const Operand& part : sum.operands) {
      std::vector<QuantityRef> of_part, alike;   // of the part itself; of what is told as it is
      for (const auto& [base, parts] : by_base) {
        if (!same(base, sum.result)) continue;   // the total may be told twice
        for (const auto& [each, told] : parts) {
          auto& shares_told = each == part.quantity ? of_part : alike;
          if (same(each, part.quantity)) shares_told.insert(shares_told.end(), told.begin(), told.end());
        }
      }
      if (of_part.empty()) of_part = std::move(alike);
      if (of_part.empty() && document.quantity(part.quantity).value().is_zero()) ++zeros;
      if (of_part.size() == 1 && part.sign > 0 && document.quantity(of_part.front()).kind == profile::UnitKind::percent) shares.push_back(of_part.front());
    }
    if (shares.size() < fewest_shares || shares.size() + zeros != sum.operands.size() || std::set<QuantityRef>(shares.begin(), shares.end()).size() != shares.size()) continue;
    std::sort(shares.begin(), shares.end());
    Relation whole;
    whole.kind = RelationKind::sum;
    whole.whole = true;
    whole.result = shares.back();
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) whole.operands.push_back({shares[i], 1});
    whole.because = Because::structure;
    whole.derived = true;
    whole.verdict = judge(document, whole);
    wholes.push_back(std::move(whole));
  }
  relations.insert(relations.end(), wholes.begin(), wholes.end());
}

}  // namespace gouji::relations
