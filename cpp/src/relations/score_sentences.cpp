// Scores in sentences: 预算执行率指标10分，按执行率97.45%计9.75分: a weight, a rate and what they give.

#include <algorithm>
#include <optional>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using facts::Role;
using profile::UnitKind;

constexpr int most_scores_back = 3;   // between a score and its weight

class ScoreLinker {
 public:
  ScoreLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations), layout_(*document.layout) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      if (document_.blocks[block].block->kind == syntax::BlockKind::table_row) continue;
      const auto count = static_cast<std::uint32_t>(document_.blocks[block].facts->quantities.size());
      for (std::uint32_t i = 0; i < count; ++i) {
        if (is_score({block, i})) link({block, i});
      }
      link_full_marks(block);
    }
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  bool is_score(QuantityRef ref) const { return quantity(ref).kind == UnitKind::score && quantity(ref).approximation == facts::Approximation::exact && quantity(ref).role != Role::change; }

  // 分值设置为决策18分、过程22分、…，满分100分: the weights of a paragraph make up its full marks.
  void link_full_marks(std::uint32_t block) {
    std::vector<QuantityRef> weights;
    std::optional<QuantityRef> full;
    const auto& quantities = document_.blocks[block].facts->quantities;
    number::Decimal most(0, 0);
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const Quantity& value = quantities[i];
      const bool all = value.label.ends_with(u"总分") && value.value() == number::Decimal(100, 0);
      if (!is_score({block, i}) || (value.basis != facts::Basis::target && !all)) continue;
      weights.push_back({block, i});
      if (most < value.value()) {
        most = value.value();
        full = weights.back();
      }
    }
    const bool whole = full && quantity(*full).value() == number::Decimal(100, 0);
    if (!whole || weights.size() < 3 || document_.ties->with_result(*full).any([](const Relation& told) { return told.kind == RelationKind::sum; })) return;
    Relation relation;
    relation.kind = RelationKind::sum;
    relation.result = *full;
    for (const QuantityRef weight : weights) {
      if (weight != *full) relation.operands.push_back({weight, 1});
    }
    relation.because = Because::structure;
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::holds || is_one_slip_away(document_, relation)) relations_.push_back(std::move(relation));
  }

  void link(QuantityRef score) {
    for (const QuantityRef weight : weights(score)) {
      const bool executes = names_execution(quantity(weight).label) || names_execution(quantity(score).label);
      std::vector<QuantityRef> rates = rates_in_block(score);
      const QuantityRef beside_weight{weight.block, weight.ordinal + 1};
      const bool in_bracket = score < weight && beside_weight.ordinal < document_.blocks[score.block].facts->quantities.size() && is_in_bracket_of(beside_weight, weight);
      if (in_bracket) rates.insert(rates.begin(), beside_weight);
      const std::size_t here = rates.size();
      if (executes) {
        const auto more = rates_of_execution(score.block);
        rates.insert(rates.end(), more.begin(), more.end());
      }
      for (const QuantityRef rate : rates) {
        Relation relation = score_of(score, weight, rate);
        const bool full = quantity(score).value() == quantity(weight).value();
        if (relation.verdict.status != Status::holds || (full && !(executes && layout_sentence(rate, score)))) continue;
        if (!(in_bracket && rate == beside_weight) && !executes && !is_exact(relation) && !is_in_proportion(score.block)) continue;   // 10分，得8.9分 and 89.14%: perhaps by chance
        return relations_.push_back(std::move(relation));
      }
      const bool beside = here == 1 && (rates.front().ordinal + 1 == weight.ordinal || weight.ordinal + 1 == rates.front().ordinal);
      const bool sure = beside && layout_sentence(rates.front(), score) && layout_sentence(weight, score) && is_in_proportion(score.block);
      if (sure) return relations_.push_back(score_of(score, weight, rates.front()));
    }
  }

  Relation score_of(QuantityRef score, QuantityRef weight, QuantityRef rate) const {
    Relation relation;
    relation.kind = RelationKind::score;
    relation.result = score;
    relation.operands = {{weight, 1}, {rate, 1}};
    relation.derived = true;
    relation.verdict = judge(document_, relation);
    return relation;
  }

  bool layout_sentence(QuantityRef a, QuantityRef b) const { return a.block == b.block && layout_.sentence(a) == layout_.sentence(b); }

  // The scores right before it that are not smaller, and the one in the bracket behind it: 9.75分（分值10分，…）.
  std::vector<QuantityRef> weights(QuantityRef score) const {
    std::vector<QuantityRef> found;
    const auto& quantities = document_.blocks[score.block].facts->quantities;
    const QuantityRef behind{score.block, score.ordinal + 1};
    if (behind.ordinal < quantities.size() && is_score(behind) && quantity(behind).basis == facts::Basis::target && layout_sentence(behind, score) && !layout_.sees(score, behind) && quantity(behind).value() >= quantity(score).value()) found.push_back(behind);
    int scores = 0;
    for (std::uint32_t i = score.ordinal; i-- > 0 && scores < most_scores_back;) {
      const QuantityRef before{score.block, i};
      if (layout_.sentence(before) + 1 < layout_.sentence(score)) break;
      if (!is_score(before)) continue;
      ++scores;
      if (quantity(before).basis != facts::Basis::target && !is_told(quantity(score))) break;   // 产出49.20分，效益28.70分
      if (quantity(before).value() < quantity(score).value() || (quantity(before).indicator != profile::no_concept && has_indicator(document_, quantity(before), "self_score"))) break;
      if (quantity(before).value() == quantity(score).value() && quantity(before).number.places() > 0) continue;   // told again
      found.push_back(before);
      break;
    }
    return found;
  }

  // 得9.66分, 计3.85分, 自评9.60分
  static bool is_told(const Quantity& score) { return score.label.size() <= 1 || score.label.find_first_of(u"得计评") != std::u16string::npos; }

  bool is_exact(const Relation& relation) const {
    const number::Decimal& weight = quantity(relation.operands[0].quantity).number;
    const number::Decimal& rate = quantity(relation.operands[1].quantity).number;
    return number::Decimal(weight.mantissa() * rate.mantissa(), weight.places() + rate.places() + 2) == quantity(relation.result).number;
  }

  // 得分率 is made of the score.
  // 9.49分（满分10分，94.87%×10）: the one percentage of its bracket.
  bool is_in_bracket_of(QuantityRef rate, QuantityRef weight) const { return quantity(rate).kind == UnitKind::percent && rate.block == weight.block && layout_.sees(rate, weight) && layout_.sees(weight, rate) && rate.ordinal == weight.ordinal + 1; }

  bool is_rate(const Quantity& value) const { return !value.label.starts_with(u"得分") && value.kind == UnitKind::percent && value.approximation == facts::Approximation::exact && (value.role == Role::rate || (value.role == Role::level && names_execution(value.label))); }

  // Those of its sentence first, then the nearest.
  std::vector<QuantityRef> rates_in_block(QuantityRef score) const {
    std::vector<QuantityRef> rates;
    const auto& quantities = document_.blocks[score.block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      if (is_rate(quantities[i])) rates.push_back({score.block, i});
    }
    const auto distance = [&](QuantityRef rate) { return std::pair(std::abs(layout_.sentence(rate) - layout_.sentence(score)), rate.ordinal > score.ordinal ? rate.ordinal - score.ordinal : score.ordinal - rate.ordinal); };
    std::stable_sort(rates.begin(), rates.end(), [&](QuantityRef a, QuantityRef b) { return distance(a) < distance(b); });
    return rates;
  }

  bool names_execution(std::u16string_view words) const { return words.find(u"预算执行") != std::u16string_view::npos || document_.lexicon->contains(words, profile::WordClass::execution); }

  std::vector<QuantityRef> rates_of_execution(std::uint32_t own) const {
    std::vector<QuantityRef> rates;
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      for (std::uint32_t i = 0; i < facts.quantities.size(); ++i) {
        const bool told = block != own && facts.quantities[i].cell < 0 && is_rate(facts.quantities[i]) && names_execution(facts.quantities[i].label);
        if (told) rates.push_back({block, i});
      }
    }
    return rates;
  }

  // 按比例计, 折算得
  bool is_in_proportion(std::uint32_t block) const {
    const syntax::FoldedText& text = document_.blocks[block].block->folded;
    const auto& words = document_.lexicon->vocabulary().tables.proportion;
    return std::any_of(words.begin(), words.end(), [&](const std::u16string& word) { return text.contains(word); });
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  const Layout& layout_;
};

}  // namespace

void link_score_sentences(const DocumentView& document, std::vector<Relation>& relations) { ScoreLinker(document, relations).run(); }

}  // namespace gouji::relations
