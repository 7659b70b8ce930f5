// Chooses a family by the share of its top-level parts, its tell-tale headings and words, and the title.

#include <algorithm>

#include "parts/find.h"
#include "parts/offers.h"
#include "parts/wording.h"
#include "text/find.h"

namespace gouji::parts {
namespace {

constexpr int least_score = 50;             // of 100 and more, from which a family is believed
constexpr int untypical = 40;               // for a family of which only what all reports have was found

struct Evidence {
  const FamilyModel* model = nullptr;
  int score = 0;
  int found = 0, asked = 0, telltales = 0;
  std::vector<std::u16string> words;
};

bool stands_in(std::u16string_view word, std::u16string_view text) { return text::contains(text, word); }

class Detector {
 public:
  explicit Detector(const Search& search) : search_(search), folded_title_(text::fold_width(search.document.title)) {}

  Evidence weigh(const FamilyModel& model) const {
    Evidence evidence;
    evidence.model = &model;
    count_parts(evidence);
    if (evidence.asked > 0) evidence.score = 100 * evidence.found / evidence.asked;
    weigh_phrases(evidence);
    weigh_title(evidence);
    weigh_headings(evidence);
    if (evidence.asked > 0 && evidence.telltales == 0) evidence.score -= untypical;
    evidence.score += 3 * evidence.found;   // of two families that fit, the one that says more
    return evidence;
  }

 private:
  void count_parts(Evidence& evidence) const {
    const FamilyModel& model = *evidence.model;
    const std::vector<bool> taken(search_.candidates.size(), false);
    const auto all = offers(search_.candidates, 0, search_.candidates.size(), model, model.roots(), 1, taken);
    std::vector<bool> offered(model.roots().size(), false);   // in any order
    for (const Offer& offer : all) offered[static_cast<std::size_t>(offer.order)] = true;
    for (const int root : model.roots()) {
      const SectionNode& node = model.nodes()[static_cast<std::size_t>(root)];
      if (node.section->importance != profile::Importance::warning) continue;
      ++evidence.asked;
      if (offered[static_cast<std::size_t>(node.order)]) ++evidence.found;
    }
  }

  // Forms without headings: tables and notes.
  void weigh_phrases(Evidence& evidence) const {
    const auto& phrases = evidence.model->family().phrases;
    if (phrases.empty()) return;
    int found = 0;
    for (const std::u16string& phrase : phrases) {
      const std::u16string folded = text::fold_width(phrase);
      found += stands_anywhere(search_.document, folded, search_.pairs.may_hold(folded)) ? 1 : 0;
    }
    const int share = 100 * found / static_cast<int>(phrases.size());
    if (evidence.asked == 0) evidence.score = share >= 60 ? share / 2 : 0;
    else if (share >= 60) evidence.score += 5;
  }

  void weigh_title(Evidence& evidence) const {
    const auto& titles = evidence.model->family().titles;
    std::u16string_view longest;
    for (const std::u16string& title : titles) {
      if (stands_in(title, folded_title_) && title.size() > longest.size()) longest = title;
    }
    if (longest.empty()) return;
    evidence.score += evidence.asked == 0 ? 40 : 8 + static_cast<int>(std::min<std::size_t>(longest.size(), 8));
    evidence.words.emplace_back(longest);
  }

  void weigh_headings(Evidence& evidence) const {
    int worth = 0;
    for (std::size_t i = 0; i < evidence.model->telltales().size(); ++i) {
      const HeadingKey& telltale = evidence.model->telltales()[i];
      const bool found = std::any_of(search_.candidates.begin(), search_.candidates.end(), [&](const Candidate& candidate) { return !candidate.leads && candidate.level <= 2 && says_the_same(candidate.key, telltale); });
      if (!found) continue;
      worth += 10;
      ++evidence.telltales;
      evidence.words.push_back(evidence.model->family().headings[i]);
    }
    evidence.score += std::min(worth, 30);
  }

  const Search& search_;
  std::u16string folded_title_;
};

}  // namespace

Parts detect(const Search& search, const Families& families) {
  const Detector detector(search);
  Evidence best;
  const FamilyModel* fallback = nullptr;
  for (const FamilyModel* model : families) {
    if (model->family().name == "generic") {
      fallback = model;
      continue;
    }
    Evidence evidence = detector.weigh(*model);
    const bool typical = evidence.asked == 0 || evidence.telltales > 0 || model->telltales().empty();  // not only what all reports have
    const bool enough = typical && (evidence.asked == 0 || (2 * evidence.found >= evidence.asked && (evidence.found >= 2 || evidence.telltales >= 3)));
    if (enough && evidence.score >= least_score && evidence.score > best.score) best = std::move(evidence);
  }
  if (!best.model && fallback) best = detector.weigh(*fallback);
  Parts parts;
  parts.model = best.model;
  parts.found = best.found;
  parts.asked = best.asked;
  parts.evidence = std::move(best.words);
  const bool monitors = stands_in(u"监控", search.document.title);   // half-way through the year; not one of these families
  const bool is_report = !monitors && (stands_in(u"绩效", search.document.title) || stands_in(u"自评", search.document.title));
  parts.judged = best.model != fallback || (best.found >= 2 && is_report);
  return parts;
}

}  // namespace gouji::parts
