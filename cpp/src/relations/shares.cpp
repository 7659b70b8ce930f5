// Shares: 基本支出 92 万元，占支出合计的 66%.

#include <algorithm>
#include <set>
#include <string>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/share_linker.h"
#include "relations/verdict.h"

namespace gouji::relations {

using facts::Quantity;
using facts::Role;

namespace {

constexpr int most_nested = 4;              // totals of totals
constexpr std::uint32_t near_blocks = 1;   // back to the whole that a share without a base is of
constexpr std::uint32_t far_blocks = 60;   // to one that its words are like

}  // namespace

void ShareLinker::run() {
  for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = 0; i < quantities.size(); ++i) {
      const bool exact = quantities[i].approximation == facts::Approximation::exact;
      if (quantities[i].role == Role::share && exact) link({block, i});
    }
    link_brackets(block);
  }
}

void ShareLinker::link(QuantityRef share) {
  const auto part = find_part(share);
  if (!part) return void(link_told(share, told_parts(share)));
  if (link_whole(share, *part)) return;
  const auto base = find_base(share, *part);
  if (!base) {
    if (!link_told(share, {{*part, Ledger::Match::same}})) link_likely(share, *part);
    return;
  }
  if (*base == *part || quantity(*base).value().is_zero() || !same_measure(quantity(*part), quantity(*base))) return;
  Relation relation = make(share, *part, *base);
  auto whole = finder_.whole_of(*base);
  for (int i = 0; relation.verdict.status == Status::violated && whole && i < most_nested; ++i, whole = finder_.whole_of(*whole)) {   // 县本级支出53亿元, part of 全县支出
    const profile::Entry* named = document_.lexicon->concept_suffix(quantity(share).base);
    const bool general = named && named->word.size() == 2 && quantity(*base).label.find(quantity(share).base) == std::u16string::npos;   // of 支出, whatever stands before it
    if (!general || !same_measure(quantity(*part), quantity(*whole))) break;
    const Relation wider = make(share, *part, *whole);
    if (wider.verdict.status == Status::holds) relation = wider;
  }
  if (relation.verdict.status == Status::violated) {
    if (quantity(share).by_lead) return void(link_told(share, told_parts(share)));
    if (tie_told(share, {{*part, Ledger::Match::same}})) return;
  }
  keep(std::move(relation));
}

void ShareLinker::keep(Relation relation) {
  last_base_ = {relation.result.block, relation.operands[1].quantity};
  relations_.push_back(std::move(relation));
}

// 占总额的56%: of several wholes the one that holds
bool ShareLinker::link_whole(QuantityRef share, QuantityRef part) {
  if (quantity(share).base_quantity >= 0 || !names_the_whole(quantity(share).base)) return false;
  for (const Ledger::Told& base : told_wholes(share, part)) {
    if (quantity(base.ref).value().is_zero()) continue;
    Relation relation = make(share, part, base.ref);
    if (relation.verdict.status != Status::holds) continue;
    keep(std::move(relation));
    return true;
  }
  return false;
}

// Part and base are told elsewhere: what holds is meant.
bool ShareLinker::tie_told(QuantityRef share, const std::vector<Ledger::Told>& parts) {
  for (const Ledger::Told& part : parts) {
    for (const Ledger::Told& base : told_bases(share, part.ref)) {
      if (base.ref == part.ref || quantity(base.ref).value().is_zero() || !same_measure(quantity(part.ref), quantity(base.ref))) continue;
      Relation relation = make(share, part.ref, base.ref);
      if (relation.verdict.status == Status::violated) continue;
      keep(std::move(relation));
      return true;
    }
  }
  return false;
}

// Only what can be nothing else accuses.
bool ShareLinker::link_told(QuantityRef share, const std::vector<Ledger::Told>& parts) {
  if (tie_told(share, parts)) return true;
  const Quantity& value = quantity(share);
  const bool general = value.indicator != profile::no_concept && document_.lexicon->vocabulary().concepts[value.indicator].generic;   // 支出占预算的86%: of something that the sentence is about
  const bool one_part = document_.ledger->one_value(parts) && parts.front().match == Ledger::Match::same && !general && !value.by_lead;
  for (const Ledger::Told& part : parts) {
    const auto bases = told_bases(share, part.ref);
    const bool sure = one_part && document_.ledger->one_value(bases) && bases.front().match == Ledger::Match::same && bases.front().ref != part.ref && !quantity(bases.front().ref).value().is_zero();
    if (!sure || quantity(bases.front().ref).value() < quantity(part.ref).value() || !same_measure(quantity(part.ref), quantity(bases.front().ref))) continue;
    keep(make(share, part.ref, bases.front().ref, false));
    return true;
  }
  return false;
}

// 中央资金1,430万元（50%）、省级资金572万元（20%）: each of the whole that they are parts of
void ShareLinker::link_brackets(std::uint32_t block) {
  std::vector<Bracket> brackets = brackets_of(block);
  const auto behind = std::stable_partition(brackets.begin(), brackets.end(), [](const Bracket& each) { return each.in_bracket; });
  for (auto each = behind; each != brackets.end(); ++each) link_brackets({*each});   // 满意283份，94.33%; of the amount before it
  brackets.erase(behind, brackets.end());
  link_brackets(brackets);
}

void ShareLinker::link_brackets(const std::vector<Bracket>& brackets) {
  if (brackets.empty()) return;
  std::vector<Relation> best;
  std::size_t most = 0;
  for (const QuantityRef whole : wholes_of(brackets)) {
    std::vector<Relation> relations;
    for (const Bracket& bracket : brackets) relations.push_back(make(bracket.share, bracket.part, whole));
    const auto good = static_cast<std::size_t>(std::count_if(relations.begin(), relations.end(), [](const Relation& each) { return each.verdict.status != Status::violated; }));
    if (good <= most) continue;
    most = good;
    best = std::move(relations);
  }
  const bool one_slip = most >= 2 && most + 1 >= best.size();
  for (Relation& relation : best) {
    if (relation.verdict.status != Status::violated || one_slip) keep(std::move(relation));
  }
}

Relation ShareLinker::make(QuantityRef share, QuantityRef part, QuantityRef base, bool proof) const {
  Relation relation;
  relation.kind = RelationKind::share;
  relation.result = share;
  relation.operands = {{part, 1}, {base, 1}};
  relation.because = Because::words;
  relation.proof = proof;
  relation.derived = true;
  relation.verdict = judge(document_, relation);
  return relation;
}

// 占新收案件的49.98%: an amount before it that shares words with the base. 应迁移37座，已迁移22座，占59.46%: one before
// it in its measure. Of several the one that holds is meant, and where none does the share is of something else.
void ShareLinker::link_likely(QuantityRef share, QuantityRef part) {
  std::u16string words = facts::content_words(quantity(share).base, *document_.lexicon);
  if (quantity(share).base.ends_with(u"支出") && !words.ends_with(u"支出")) words += u"支出";   // 项目实际支出
  const bool unnamed = words.empty() || names_the_whole(quantity(share).base);
  std::vector<QuantityRef> bases;
  std::set<std::string> values;
  for (std::uint32_t block = share.block + 1; block-- > 0 && block + (unnamed ? near_blocks : far_blocks) >= share.block;) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
      const QuantityRef candidate{block, i};
      if (!(candidate < part) || !is_amount(quantities[i]) || quantities[i].cell >= 0 || !same_measure(quantities[i], quantity(part)) || quantities[i].value() < quantity(part).value()) continue;
      if (!unnamed && !shares_words(quantities[i], words)) continue;
      bases.push_back(candidate);
      values.insert(quantities[i].value().to_string());
    }
  }
  for (const QuantityRef base : bases) {
    Relation relation = make(share, part, base);
    if (relation.verdict.status == Status::violated) continue;
    return relations_.push_back(std::move(relation)), void();
  }
  const bool only = values.size() == 1 && bases.front().block == share.block && quantity(part).kind != profile::UnitKind::money && finder_.layout().sentence(bases.front()) == finder_.layout().sentence(share);
  if (only) relations_.push_back(make(share, part, bases.front(), false));
}

// 新收 in 新收案件, 承担 in 承担机构
bool ShareLinker::shares_words(const Quantity& value, std::u16string_view words) const {
  std::u16string told = value.label + value.after + value.qualifier;
  if (value.indicator != profile::no_concept) told += document_.lexicon->vocabulary().concepts[value.indicator].name;
  const bool of_money = value.kind == profile::UnitKind::money;
  if (of_money && value.indicator != profile::no_concept && words.size() >= 2 && told.ends_with(words.substr(words.size() - 2))) return true;   // 一般公共预算支出: all that was spent
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto pair = words.substr(i, 2);
    const bool general = of_money && (document_.lexicon->prefix(pair, profile::WordClass::tail) || document_.lexicon->prefix(pair, profile::WordClass::generic));
    if (!general && told.find(pair) != std::u16string::npos) return true;
  }
  return false;
}

void link_shares(const DocumentView& document, std::vector<Relation>& relations) { ShareLinker(document, relations).run(); }

}  // namespace gouji::relations
