// One figure that mends everything, then two, then the one that mends most; a lone relation last.

#include "relations/culprit_search.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "relations/solve.h"

namespace gouji::relations {
namespace {

constexpr std::size_t most_violated = 64;     // of a component that is searched at all for one cause
constexpr std::size_t most_pairs = 20000;     // that are looked at
constexpr std::size_t most_figures = 400;     // of violated relations that are tried

bool is_slip(const Option& option) { return option.correction.repair.slip != Slip::none; }

/// Keeps those for which `good` is true, unless there are none.
template <typename Good>
void prefer(std::vector<Option>& options, Good good) {
  if (std::any_of(options.begin(), options.end(), good)) std::erase_if(options, [&](const Option& option) { return !good(option); });
}

// A slip of the hand before anything else; a tail decides only between values that are none. The only answer that is left
// is the culprit.
std::optional<Correction> only_answer(std::vector<Option>& options) {
  prefer(options, is_slip);
  const bool one_figure = std::all_of(options.begin(), options.end(), [&](const Option& option) { return option.correction.mentions == options.front().correction.mentions; });
  if (one_figure || !is_slip(options.front())) prefer(options, [](const Option& option) { return option.tails == 0; });
  if (options.size() != 1 || options.front().breaks_reading) return std::nullopt;
  return options.front().correction;
}

bool contains(const std::vector<std::size_t>& sorted, std::size_t value) { return std::binary_search(sorted.begin(), sorted.end(), value); }

int kind_rank(RelationKind kind) {
  switch (kind) {
    case RelationKind::sum: return 0;
    case RelationKind::balance: return 1;
    case RelationKind::score: return 2;
    case RelationKind::column: return 3;
    case RelationKind::row: return 4;
    case RelationKind::change: return 5;
    case RelationKind::rate: return 6;
    case RelationKind::share: return 7;
    case RelationKind::product: return 8;
    case RelationKind::restatement: return 9;
    case RelationKind::count: return 10;
    case RelationKind::comparison: return 11;
    case RelationKind::possible: return 12;
  }
  return 13;
}

}  // namespace

void CulpritSearch::explain(std::vector<std::size_t> violated) {
  std::sort(violated.begin(), violated.end());
  if (violated.empty()) return;
  if (violated.size() == 1) return alone(violated.front());
  const bool found = violated.size() <= most_violated && (by_one_figure(violated) || by_two_figures(violated) || by_greatest_part(violated));
  if (found) return;
  for (const std::size_t relation : violated) alone(relation);
}

// What figures of the violated relations could be instead; `together`: restated figures in all their mentions.
CulpritSearch::Options CulpritSearch::all_options(const std::vector<std::size_t>& violated, std::size_t least_touched, bool together, bool slips_only) {
  Options options;
  std::set<std::vector<QuantityRef>> figures;
  for (const std::size_t relation : violated) {
    for (const QuantityRef member : members_of(trial_.relations()[relation])) {
      if (figures.size() >= most_figures) break;
      std::vector<QuantityRef> mentions = together ? trial_.mentions_of(member) : std::vector{member};
      if (together == (mentions.size() == 1) || !figures.insert(mentions).second) continue;
      std::vector<std::size_t> touched;
      for (const std::size_t other : violated) {
        if (std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_member(trial_.relations()[other], mention); })) touched.push_back(other);
      }
      if (touched.size() < least_touched) continue;
      for (Option& option : trial_.options(mentions, touched, slips_only)) options.push_back(std::move(option));
    }
  }
  return options;
}

bool CulpritSearch::by_one_figure(const std::vector<std::size_t>& violated) {
  for (const bool together : {false, true}) {
    Options options = all_options(violated, violated.size(), together);
    std::erase_if(options, [&](const Option& option) { return !std::includes(option.mended.begin(), option.mended.end(), violated.begin(), violated.end()); });
    if (trial_.exhausted()) return false;
    if (options.empty()) continue;
    const auto culprit = only_answer(options);
    report(violated, culprit, options);
    return true;
  }
  return false;
}

bool CulpritSearch::by_two_figures(const std::vector<std::size_t>& violated) {
  Options options = all_options(violated, 1, false);
  for (Option& option : all_options(violated, 1, true)) options.push_back(std::move(option));
  const std::vector<Pair> pairs = best_pairs(options, violated);
  if (pairs.empty() || trial_.exhausted()) return false;
  const auto in_all = [&](const Correction& correction) {
    return std::all_of(pairs.begin(), pairs.end(), [&](const Pair& pair) { return pair.first->correction == correction || pair.second->correction == correction; });
  };
  std::vector<const Option*> named;
  for (const Option* option : {pairs.front().first, pairs.front().second}) {
    if (in_all(option->correction) && !option->breaks_reading) named.push_back(option);
  }
  if (named.empty()) return false;
  std::vector<std::size_t> explained;
  for (const Option* option : named) {
    std::vector<std::size_t> own;
    for (const std::size_t relation : violated) {
      const auto& mentions = option->correction.mentions;
      const bool touched = std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_member(trial_.relations()[relation], mention); });
      const bool mends = contains(option->mended, relation) || (touched && named.size() == 2);
      if (mends && !contains(explained, relation)) own.push_back(relation);
    }
    if (own.empty()) continue;
    report(own, option->correction, {});
    explained.insert(explained.end(), own.begin(), own.end());
    std::sort(explained.begin(), explained.end());
  }
  explain_rest(violated, explained);
  return true;
}

// Two figures that mend everything together; each by a slip, or by mending more than one relation.
std::vector<CulpritSearch::Pair> CulpritSearch::best_pairs(const Options& options, const std::vector<std::size_t>& violated) {
  std::vector<Pair> best;
  std::size_t looked_at = 0;
  const auto evidence = [&](const Option& option, const std::vector<std::size_t>& mended) {
    return std::count_if(mended.begin(), mended.end(), [&](std::size_t relation) {
      const auto& mentions = option.correction.mentions;
      return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_member(trial_.relations()[relation], mention); });
    });
  };
  for (std::size_t i = 0; i < options.size(); ++i) {
    for (std::size_t k = i + 1; k < options.size(); ++k) {
      if (++looked_at > most_pairs || trial_.exhausted()) return {};
      const auto& a = options[i].correction.mentions;
      const auto& b = options[k].correction.mentions;
      if (std::any_of(a.begin(), a.end(), [&](QuantityRef mention) { return std::find(b.begin(), b.end(), mention) != b.end(); })) continue;
      const bool covers = std::all_of(violated.begin(), violated.end(), [&](std::size_t relation) {
        if (contains(options[i].mended, relation) || contains(options[k].mended, relation)) return true;
        const auto touches = [&](const std::vector<QuantityRef>& mentions) { return std::any_of(mentions.begin(), mentions.end(), [&](QuantityRef mention) { return is_member(trial_.relations()[relation], mention); }); };
        return touches(a) && touches(b);
      });
      if (!covers) continue;
      const Option both = trial_.attempt(options[i].correction, &options[k].correction);
      if (both.breaks || !std::includes(both.mended.begin(), both.mended.end(), violated.begin(), violated.end())) continue;
      const auto first = evidence(options[i], both.mended), second = evidence(options[k], both.mended);
      if ((!is_slip(options[i]) && first < 2) || (!is_slip(options[k]) && second < 2)) continue;
      const Pair pair{&options[i], &options[k], (is_slip(options[i]) ? 1 : 0) + (is_slip(options[k]) ? 1 : 0) - both.tails, static_cast<int>(std::min<std::ptrdiff_t>(first, 2) + std::min<std::ptrdiff_t>(second, 2))};
      const auto rank = [](const Pair& each) { return std::tuple(each.mended, each.slips); };
      if (!best.empty() && rank(best.front()) > rank(pair)) continue;
      if (!best.empty() && rank(best.front()) < rank(pair)) best.clear();
      best.push_back(pair);
    }
  }
  return best;
}

// More than two slips: the one figure that mends most, where it mends more than one relation.
bool CulpritSearch::by_greatest_part(const std::vector<std::size_t>& violated) {
  Options options = all_options(violated, 2, false);
  if (options.empty()) options = all_options(violated, 2, true);
  std::size_t most = 1;
  for (const Option& option : options) most = std::max(most, option.mended.size());
  std::erase_if(options, [&](const Option& option) { return option.mended.size() < most; });
  if (most < 2 || trial_.exhausted()) return false;
  const std::vector<std::size_t> mended = options.front().mended;
  std::erase_if(options, [&](const Option& option) { return option.mended != mended; });
  const auto culprit = only_answer(options);
  if (!culprit) return false;
  report(mended, culprit, {});
  explain_rest(violated, mended);
  return true;
}

void CulpritSearch::explain_rest(const std::vector<std::size_t>& violated, const std::vector<std::size_t>& explained) {
  std::vector<std::size_t> rest;
  std::set_difference(violated.begin(), violated.end(), explained.begin(), explained.end(), std::back_inserter(rest));
  explain(rest);
}

// One relation accuses one of its figures only where exactly one can be mended by a slip. A mention that differs from
// several others needs no slip, nor does a quotient whose operands are confirmed elsewhere.
void CulpritSearch::alone(std::size_t index) {
  const Relation& relation = trial_.relations()[index];
  const bool restated = relation.kind == RelationKind::restatement;
  // The other mention, whose value a correction takes, agrees with one more.
  const auto is_confirmed = [&](const Option& option) {
    return restated && std::any_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) {
      const QuantityRef other = option.correction.mentions.front() == relation.result ? operand.quantity : relation.result;
      return trial_.mentions_of(other).size() > 1;
    });
  };
  Options options;
  if (relation.kind == RelationKind::count) return report({index}, std::nullopt, {});   // the list may lack something
  for (const bool together : {false, true}) {
    options = all_options({index}, 1, together, !restated);
    std::erase_if(options, [&](const Option& option) { return option.tails > 0 || (!is_slip(option) && !is_confirmed(option)) || relation.one_of_several; });
    if (!options.empty()) break;
  }
  if (trial_.exhausted()) return report({index}, std::nullopt, {});
  if (options.size() == 1 && !options.front().breaks_reading) return report({index}, options.front().correction, {});
  if (options.empty()) return report({index}, computed_result(index), {});
  report({index}, std::nullopt, restated ? Options{} : options);   // each mention could be the other
}

std::optional<Correction> CulpritSearch::computed_result(std::size_t index) {
  const Relation& relation = trial_.relations()[index];
  if (!relation.derived || relation.one_of_several || relation.operands.empty()) return std::nullopt;
  const bool confirmed = std::all_of(relation.operands.begin(), relation.operands.end(), [&](const Operand& operand) { return trial_.is_pinned(operand.quantity, index); });
  if (!confirmed) return std::nullopt;
  for (const Option& option : trial_.options({relation.result}, {index}, false)) {
    if (option.correction.repair.slip == Slip::none && !option.breaks_reading) return option.correction;
  }
  return std::nullopt;
}

void CulpritSearch::report(std::vector<std::size_t> explained, std::optional<Correction> culprit, const Options& candidates) {
  const auto rank = [&](std::size_t index) {
    const Relation& relation = trial_.relations()[index];
    return std::tuple(!relation.proof, kind_rank(relation.kind), index);
  };
  std::sort(explained.begin(), explained.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  Finding finding;
  finding.relation = explained.front();
  finding.others.assign(explained.begin() + 1, explained.end());
  finding.culprit = std::move(culprit);
  if (!finding.culprit) {
    for (const Option& option : candidates) finding.candidates.push_back(option.correction);
  }
  findings_.push_back(std::move(finding));
}

}  // namespace gouji::relations
