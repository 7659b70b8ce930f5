// Limits: 超过目标任务2000人; 达到不低于95%的目标; 低于3‰的控制指标; 短于规定的30天.

#include "facts/limit.h"

#include "facts/label.h"

namespace gouji::facts {

using profile::Lexicon;
using profile::WordClass;

namespace {

constexpr std::size_t longest_bound = 6;   // units of the words behind 的 that name a target

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
  if (cues.limit == 0) {
    if (!bound) return;
    quantity.limit = limit_of_bound(quantity, words, lexicon);
    if (quantity.limit == 0) return;
    quantity.basis = Basis::target;
    quantity.approximation = Approximation::exact;
    return;
  }
  const bool target = cues.target || bound || lexicon.prefix(quantity.after, WordClass::target) || ends_in_norm(words, lexicon);
  const bool planned = cues.basis == Basis::budget || cues.basis == Basis::adjusted_budget || lexicon.prefix(behind.empty() ? std::u16string_view(quantity.after) : behind, WordClass::budget);
  const bool alone = cues.limit == -2 && lexicon.prefix(words, WordClass::within) && lexicon.prefix(words, WordClass::within)->word.size() == words.size();   // 每公里3480元，控制在3500元以内
  if (!target && !planned && !alone) return;
  quantity.limit = cues.limit;
  if (target) quantity.basis = Basis::target;
  quantity.approximation = Approximation::exact;
}

void note_target(Quantity& quantity, const Lexicon& lexicon) {
  const bool named = names_bound(behind_of(quantity), lexicon) || lexicon.suffix(quantity.against, WordClass::target);
  if (named && quantity.basis == Basis::unknown) quantity.basis = Basis::target;
}

}  // namespace gouji::facts
