// Components of violated relations, and the search in each of them.

#include "relations/culprit.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "relations/culprit_search.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

constexpr std::size_t most_work = 10000;         // members judged for one component
constexpr std::size_t most_work_in_all = 50000;  // and for a document
constexpr std::size_t most_candidates = 3;       // that are told
constexpr std::size_t most_operands = 4;         // of a calculation that is told for each

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

// Violated relations that share a figure, or mentions of one that is told alike.
std::vector<std::vector<std::size_t>> components(const Trial& trial, const std::vector<std::size_t>& violated) {
  Sets sets(violated.size());
  std::map<QuantityRef, std::size_t> first;
  for (std::size_t i = 0; i < violated.size(); ++i) {
    for (const QuantityRef member : members_of(trial.relations()[violated[i]])) {
      if (const auto known = first.find(member); known != first.end()) {
        sets.join(known->second, i);
        continue;
      }
      for (const QuantityRef mention : trial.mentions_of(member)) sets.join(first.emplace(mention, i).first->second, i);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> by_root;
  for (std::size_t i = 0; i < violated.size(); ++i) by_root[sets.find(i)].push_back(violated[i]);
  std::vector<std::vector<std::size_t>> all;
  for (auto& [root, component] : by_root) all.push_back(std::move(component));
  return all;
}

// One value for each figure: the result first, then the likelier slip.
void choose_candidates(Finding& finding, const Relation& relation, const DocumentView& document) {
  auto& candidates = finding.candidates;
  const auto rank = [&](const Correction& each) { return std::tuple(each.mentions.front() != relation.result, each.repair.slip == Slip::none, each.repair.slip); };
  std::stable_sort(candidates.begin(), candidates.end(), [&](const Correction& a, const Correction& b) { return rank(a) < rank(b); });
  std::vector<Correction> chosen;
  for (Correction& candidate : candidates) {
    const bool told = std::any_of(chosen.begin(), chosen.end(), [&](const Correction& other) { return other.mentions == candidate.mentions; });
    if (!told && chosen.size() < most_candidates) chosen.push_back(std::move(candidate));
  }
  candidates = std::move(chosen);
  if (relation.operands.size() > most_operands || relation.kind == RelationKind::restatement) return;
  DocumentView view = document;
  for (Correction& candidate : candidates) {
    view.assumed.clear();
    for (const QuantityRef mention : candidate.mentions) {
      facts::Quantity quantity = document.quantity(mention);
      quantity.number = candidate.repair.number;
      if (auto written = written_like(quantity.printed, quantity.number)) quantity.printed = std::move(*written);
      view.assumed.emplace_back(mention, std::move(quantity));
    }
    candidate.formula = explain(view, relation).formula;
  }
}

/// The relations as they are searched: a violated restatement as one relation for each mention, linked to the first.
struct Pieces {
  std::vector<Relation> divided;    // all of them, where one was
  const std::vector<Relation>* all = &divided;
  std::vector<std::size_t> whole;   // the relation that each is of
};

bool is_divided(const Relation& relation) { return relation.kind == RelationKind::restatement && relation.verdict.status == Status::violated; }

void split(const DocumentView& document, const std::vector<Relation>& relations, Pieces& pieces) {
  if (std::none_of(relations.begin(), relations.end(), is_divided)) {
    pieces.all = &relations;
    pieces.whole.resize(relations.size());
    std::iota(pieces.whole.begin(), pieces.whole.end(), std::size_t{0});
    return;
  }
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const bool divide = is_divided(relations[i]);
    const std::size_t count = divide ? relations[i].operands.size() : 1;
    for (std::size_t k = 0; k < count; ++k) {
      pieces.divided.push_back(relations[i]);
      pieces.whole.push_back(i);
      if (count == 1) continue;
      pieces.divided.back().operands = {relations[i].operands[k]};
      pieces.divided.back().verdict = judge(document, pieces.divided.back());
    }
  }
}

// From pieces to the relations that they are of; what is not decided about one of them is told once.
std::vector<Finding> put_together(std::vector<Finding> findings, const Pieces& pieces, const std::vector<Relation>& relations) {
  std::vector<Finding> whole;
  std::map<std::size_t, std::size_t> undecided;   // relation -> finding
  for (Finding& finding : findings) {
    std::vector<std::size_t> all{finding.relation};
    all.insert(all.end(), finding.others.begin(), finding.others.end());
    finding.relation = pieces.whole[all.front()];
    std::set<std::size_t> others;
    for (const std::size_t piece : all) {
      if (pieces.whole[piece] != finding.relation) others.insert(pieces.whole[piece]);
      else if (relations[finding.relation].kind == RelationKind::restatement) finding.differing.push_back((*pieces.all)[piece].operands.front().quantity);
    }
    finding.others.assign(others.begin(), others.end());
    const bool open = !finding.culprit && finding.candidates.empty() && finding.others.empty();
    const auto [known, first] = open ? undecided.emplace(finding.relation, whole.size()) : std::pair(undecided.end(), true);
    if (first) {
      whole.push_back(std::move(finding));
    } else {
      auto& differing = whole[known->second].differing;
      differing.insert(differing.end(), finding.differing.begin(), finding.differing.end());
    }
  }
  return whole;
}

// A bound shows no value: it is explained by a culprit whose correction keeps it, or stands alone.
void explain_bounds(Trial& trial, std::vector<Finding>& findings) {
  std::set<std::size_t> explained;
  for (Finding& finding : findings) {
    if (!finding.culprit) continue;
    trial.allow(most_work);
    for (const std::size_t mended : trial.attempt(*finding.culprit).mended) {
      if (!is_equation(trial.relations()[mended]) && explained.insert(mended).second) finding.others.push_back(mended);
    }
  }
  for (std::size_t i = 0; i < trial.relations().size(); ++i) {
    const bool open = trial.is_violated(i) && !is_equation(trial.relations()[i]) && !explained.contains(i);
    if (open) findings.push_back({i, {}, {}, std::nullopt, {}});
  }
}

}  // namespace

std::vector<Finding> find_culprits(const DocumentView& document, const std::vector<Relation>& relations) {
  const bool all_hold = std::none_of(relations.begin(), relations.end(), [](const Relation& relation) { return relation.verdict.status == Status::violated; });
  if (all_hold) return {};
  Pieces pieces;
  split(document, relations, pieces);
  std::vector<std::size_t> violated;
  for (std::size_t i = 0; i < pieces.all->size(); ++i) {
    const Relation& piece = (*pieces.all)[i];
    if (piece.verdict.status == Status::violated && is_equation(piece)) violated.push_back(i);
  }
  std::vector<Finding> findings;
  Trial trial(document, *pieces.all);
  CulpritSearch search(trial, findings);
  std::size_t left = most_work_in_all;
  for (const std::vector<std::size_t>& component : components(trial, violated)) {
    trial.allow(std::min(most_work, left));
    const std::size_t before = trial.work();
    search.explain(component);
    left -= std::min(left, trial.work() - before);
  }
  explain_bounds(trial, findings);
  findings = put_together(std::move(findings), pieces, relations);
  for (Finding& finding : findings) choose_candidates(finding, relations[finding.relation], document);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.relation < b.relation; });
  return findings;
}

}  // namespace gouji::relations
