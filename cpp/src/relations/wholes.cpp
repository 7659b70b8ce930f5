// Wholes: shares of all parts of one total make up 100 %.

#include <algorithm>
#include <map>
#include <vector>

#include "relations/linkers.h"
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
    const auto found = by_base.find(sum.result);
    if (found == by_base.end() || sum.operands.size() < fewest_shares) continue;
    std::vector<QuantityRef> shares;
    for (const Operand& part : sum.operands) {
      const auto of_part = found->second.find(part.quantity);
      const bool one = of_part != found->second.end() && of_part->second.size() == 1 && document.quantity(of_part->second.front()).kind == profile::UnitKind::percent;
      if (one && part.sign > 0) shares.push_back(of_part->second.front());
    }
    if (shares.size() != sum.operands.size()) continue;
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
