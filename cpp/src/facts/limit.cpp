// Limits: 超过目标任务2000人; 达到不低于95%的目标; 低于3‰的控制指标; 短于规定的30天.

#include "facts/limit.h"

#include <algorithm>
#include <iterator>

#include "facts/label.h"

namespace gouji::facts {

using profile::Lexicon;
using profile::WordClass;

namespace {

constexpr std::size_t longest_bound = 6;   // units of the words behind 的 that name a target
constexpr std::size_t longest_within = 8;  // units up to the end of 限额以内

std::u16string_view behind_of(const Quantity& quantity) {
  std::u16string_view behind = quantity.after;
  if (!behind.starts_with(u"的")) return {};
  behind.remove_prefix(1);
  return behind;
}

bool names_bound(std::u16string_view behind, const Lexicon& lexicon) {
  if (behind.empty()) return false;
  if (lexicon.prefix(behind, WordClass::target) || lexicon.prefix(behind, WordClass::norm)) return true;
  return behind.size() <= longest_bound && (lexicon.suffix(behind, WordClass::target) || lexicon.suffix(behind, WordClass::norm));   // 的年初目标, 的预算控制数
}

// 低于县定标准1.60万元; 短于规定的30天
bool ends_in_norm(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  if (words.ends_with(u"的")) words.remove_suffix(1);
  return lexicon.suffix(words, WordClass::norm) != nullptr;
}

// 在核定的74.80亿元限额以内: the words behind an amount that bounds another one
bool says_within(std::u16string_view behind) {
  behind = behind.substr(0, longest_within);
  constexpr std::u16string_view words[]{u"以内", u"之内", u"范围内"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return behind.find(word) != std::u16string_view::npos; });
}

// 未达到100%: the claim has no words but these
bool stands_alone(std::u16string_view words, const Cues& cues, const Lexicon& lexicon) {
  const profile::Entry* claim = lexicon.prefix(words, cues.limit == -2 ? WordClass::within : WordClass::below);
  const bool denies = words.starts_with(u"未") || words.starts_with(u"没") || words.starts_with(u"尚未");
  return claim && claim->word.size() == words.size() && (cues.limit == -2 || denies);
}

bool basis_is_open(const Quantity& quantity) { return quantity.basis == Basis::unknown || quantity.basis == Basis::actual; }

// What the words before 的目标 say of it: 超过, 低于, 不低于, 达到.
std::int8_t limit_of_bound(const Quantity& quantity, std::u16string_view words, const Lexicon& lexicon) {
  switch (quantity.approximation) {
    case Approximation::over: return 1;
    case Approximation::under: return -1;
    case Approximation::at_least: return 2;
    case Approximation::at_most: return -2;
    case Approximation::about: return 0;
    case Approximation::exact: break;
  }
  return lexicon.suffix(trim(words), WordClass::reach) ? 2 : 0;
}

}  // namespace

void read_limit(Quantity& quantity, std::u16string_view words, const Cues& cues, const Lexicon& lexicon) {
  if (quantity.kind == profile::UnitKind::point) return;   // 高出目标4.16个百分点: by how much
  words = trim(words);
  const std::u16string_view behind = behind_of(quantity);
  const bool bound = names_bound(behind, lexicon);
  const auto begins = [&](std::u16string_view text, WordClass of) { return lexicon.prefix(text, of) != nullptr; };
  const bool of_budget = begins(behind, WordClass::budget) || begins(behind, WordClass::adjusted_budget);   // 低于14万元的预算
  const bool norm = begins(quantity.after, WordClass::norm);                                                // 未超过46辆编制
  if (cues.limit == 0) {
    if (bound || of_budget) quantity.limit = limit_of_bound(quantity, words, lexicon);
    else if (says_within(quantity.after) && (norm || begins(quantity.after, WordClass::target))) quantity.limit = -2;
    if (quantity.limit == 0) return;
    if (bound || !of_budget) quantity.basis = Basis::target;
    else if (basis_is_open(quantity)) quantity.basis = begins(behind, WordClass::adjusted_budget) ? Basis::adjusted_budget : Basis::budget;
    quantity.approximation = Approximation::exact;
    return;
  }
  const bool target = cues.target || bound || norm || begins(quantity.after, WordClass::target) || ends_in_norm(words, lexicon);
  const bool planned = cues.basis == Basis::budget || cues.basis == Basis::adjusted_budget || begins(behind.empty() ? std::u16string_view(quantity.after) : behind, WordClass::budget);
  if (!target && !planned && !stands_alone(words, cues, lexicon)) return;
  quantity.limit = cues.limit;
  if (target) quantity.basis = Basis::target;
  quantity.approximation = Approximation::exact;
}

void note_target(Quantity& quantity, const Lexicon& lexicon) {
  const bool named = names_bound(behind_of(quantity), lexicon) || lexicon.suffix(quantity.against, WordClass::target);
  if (named && quantity.basis == Basis::unknown) quantity.basis = Basis::target;
}

}  // namespace gouji::facts
