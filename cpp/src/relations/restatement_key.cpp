// Reads what tells a mention: its indicator, or the words that identify it.

#include "relations/restatement_key.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/match.h"
#include "relations/ties.h"

namespace gouji::relations {

using facts::Quantity;
using facts::Role;
using profile::WordClass;

namespace {

constexpr std::size_t shortest_label = 4;        // content words, in units
constexpr std::size_t shortest_rate = 5;         // of the name of a rate
constexpr std::size_t shortest_event_label = 7;  // of something that is counted per occasion

}  // namespace

std::optional<RestatementKey> RestatementKeys::of(QuantityRef ref) const {
  const Quantity& quantity = document_.quantity(ref);
  const bool rated = quantity.role == Role::rate && quantity.base.empty() && quantity.base_quantity < 0;
  const bool stated = quantity.approximation == facts::Approximation::exact && (quantity.role == Role::level || rated) && !quantity.besides;
  if (!stated || (quantity.limit != 0 && quantity.qualifier.empty())) return std::nullopt;  // 控制在年初预算7万元以内: of what stands before it
  if (is_left_over(ref) || leads_several(ref) || is_forecast(ref) || is_of_some_counted(ref)) return std::nullopt;
  if (follows_count(ref) || is_spent_on_things(document_, ref)) return std::nullopt;  // 三类项目支出共计2886万元: of these three
  const bool spending = has_indicator(document_, quantity, "expenditure") && !quantity.qualifier.empty();
  RestatementKey key{quantity.indicator, {}, key_of(document_, ref), quantity.kind, quantity.base_unit};
  key.mention.basis = basis_in_list(ref);
  if (is_of_remark(quantity)) key.mention.scope = {};
  if (spending) {  // 培训支出20万元 is 培训20万元
    key.indicator = profile::no_concept;
  } else if (quantity.indicator != profile::no_concept) {
    for (const auto id : {"adjust_up", "adjust_down", "staff_other"}) {  // one indicator of several kinds of things
      if (has_indicator(document_, quantity, id)) key.words = quantity.label;
    }
    if (key.mention.basis != 0 && key.words.empty() && follows_income(ref)) key.words = u"收入";
    return names_itself(quantity) ? std::optional(key) : std::nullopt;
  }
  if (quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::duration) return rate_key(ref, key);
  key.words = spending ? quantity.qualifier : description(quantity);
  if (quantity.label.find(u"年初") != std::u16string::npos) key.words += u"年初";
  if (quantity.after.starts_with(u"未") || quantity.after.starts_with(u"尚未")) key.words += u"未";
  const bool speaks_for_itself = quantity.kind == profile::UnitKind::money || key.words.size() >= shortest_event_label;
  key.mention.scope = speaks_for_itself ? std::u16string_view() : std::u16string_view(quantity.topic);
  if (!identifies(quantity, key.words) && !(key.words.size() >= shortest_label && has_target(ref))) return std::nullopt;
  return key;
}

std::optional<QuantityRef> RestatementKeys::total_of(QuantityRef ref) const {
  for (const Relation& relation : document_.ties->with_part(ref)) {
    if (is_sum(relation)) return relation.result;
  }
  return std::nullopt;
}

bool RestatementKeys::is_part_of_own_kind(QuantityRef ref) const {
  const Quantity& part = document_.quantity(ref);
  if (part.indicator == profile::no_concept) return false;
  return document_.ties->with_part(ref).any([&](const Relation& relation) {
    if (!is_sum(relation)) return false;
    const Quantity& total = document_.quantity(relation.result);
    return part.indicator == total.indicator || has_indicator(document_, total, "closing_balance");   // 结转9万元由项目支出8万元…组成
  });
}

// 一是执行偏慢，全年支出1662万元中…; 力争把年末结转从32万元降下来: what the sentence remarks is no part of the body
bool RestatementKeys::is_of_remark(const Quantity& quantity) const {
  const bool led = quantity.qualifier.ends_with(u"把") || quantity.qualifier.ends_with(u"将");   // 力争把年末结转从…
  if ((!quantity.qualifier.empty() && !led) || (quantity.topic.empty() && !led) || quantity.indicator == profile::no_concept || quantity.cell >= 0) return false;
  constexpr std::u16string_view wholes[]{u"全年", u"年末", u"年终", u"年中", u"整体", u"全局", u"总支出", u"总收入", u"年初"};
  if (std::none_of(std::begin(wholes), std::end(wholes), [&](std::u16string_view word) { return quantity.label.find(word) != std::u16string::npos; })) return false;
  constexpr std::u16string_view remarks(u"不偏慢力把显仍难欠缺弱够");
  return led || quantity.topic.find_first_of(remarks) != std::u16string::npos;
}

// 结转资金分别为147万元、114万元和136万元: the first of several
bool RestatementKeys::leads_several(QuantityRef ref) const {
  const auto& facts = *document_.blocks[ref.block].facts;
  if (ref.ordinal + 1 >= facts.quantities.size()) return false;
  const Quantity& next = facts.quantities[ref.ordinal + 1];
  if (!next.label.empty() || next.indicator != profile::no_concept || next.role != Role::level || !same_measure(next, document_.quantity(ref))) return false;
  for (std::size_t i = 0; i + 2 < facts.elements.size(); ++i) {
    const bool here = facts.elements[i].kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(facts.elements[i].value) == ref.ordinal;
    if (here) return facts.elements[i + 1].kind == facts::ElementKind::pause && facts.elements[i + 2].kind == facts::ElementKind::quantity;
  }
  return false;
}

// 预计支出214万元，其中系统运维0.8万元: not yet done
bool RestatementKeys::is_forecast(QuantityRef ref) const {
  for (QuantityRef other{ref.block, ref.ordinal};; --other.ordinal) {
    if (document_.layout->sentence(other) != document_.layout->sentence(ref)) return false;
    if (document_.quantity(other).label.find(u"预计") != std::u16string::npos) return true;
    if (other.ordinal == 0) return false;
  }
}

// 改造渡口3处，支出24.40万元; 人均15600元，支出468.00万元: what these cost
bool RestatementKeys::is_of_some_counted(QuantityRef ref) const {
  const Quantity& quantity = document_.quantity(ref);
  const bool bare = has_indicator(document_, quantity, "expenditure") && quantity.label == u"支出" && scope_of(document_, quantity).empty();
  if (!bare || ref.ordinal == 0) return false;
  const QuantityRef before{ref.block, ref.ordinal - 1};
  if (document_.layout->sentence(before) != document_.layout->sentence(ref)) return false;
  return document_.quantity(before).role == Role::average || document_.quantity(before).kind == profile::UnitKind::count;
}

// 2025年部门预算1800万元，其中…项目支出680万元，即：设备更新85万元: parts stand on the basis of their total
int RestatementKeys::basis_in_list(QuantityRef ref) const {
  for (int depth = 0; depth < 4 && document_.quantity(ref).basis == facts::Basis::unknown; ++depth) {
    const auto total = total_of(ref);
    if (!total) break;
    ref = *total;
  }
  return basis_class(document_.quantity(ref).basis);
}

// 全年收入889万元，年初预算860万元: the budget of the income
bool RestatementKeys::follows_income(QuantityRef ref) const {
  for (const QuantityRef before : document_.layout->before(ref, 0)) {
    if (has_indicator(document_, document_.quantity(before), "expenditure")) return false;
    if (has_indicator(document_, document_.quantity(before), "income")) return true;
  }
  return false;
}

// 水质抽检合格率96.25%: a rate that its name identifies.
std::optional<RestatementKey> RestatementKeys::rate_key(QuantityRef ref, RestatementKey key) const {
  const Quantity& quantity = document_.quantity(ref);
  key.words = facts::content_words(quantity.label, *document_.lexicon), key.mention.scope = quantity.topic;
  const bool named = quantity.kind == profile::UnitKind::percent && key.words.size() >= shortest_rate && (key.words.back() == u'率' || key.words.back() == u'度') && !is_generic(key.words);
  const bool told = quantity.basis != facts::Basis::target && quantity.cell < 0 && quantity.against.empty();
  return named && told ? std::optional(key) : std::nullopt;
}

bool RestatementKeys::follows_count(QuantityRef ref) const {
  const facts::Facts& facts = *document_.blocks[ref.block].facts;
  for (std::size_t i = 1; i < facts.elements.size(); ++i) {
    const bool here = facts.elements[i].kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(facts.elements[i].value) == ref.ordinal;
    if (!here) continue;
    return facts.elements[i - 1].kind == facts::ElementKind::quantity && facts.quantities[static_cast<std::size_t>(facts.elements[i - 1].value)].kind == profile::UnitKind::count && document_.quantity(ref).kind == profile::UnitKind::money;
  }
  return false;
}

// 年末结转9万元由项目8万元、基本支出1万元组成: of what was left
bool RestatementKeys::is_left_over(QuantityRef ref) const {
  const facts::Facts& facts = *document_.blocks[ref.block].facts;
  bool behind = false;
  for (std::size_t i = facts.elements.size(); i-- > 0;) {
    const facts::Element& element = facts.elements[i];
    if (element.kind == facts::ElementKind::quantity && static_cast<std::uint32_t>(element.value) == ref.ordinal) behind = true;
    else if (behind && element.kind == facts::ElementKind::quantity && has_indicator(document_, facts.quantities[static_cast<std::size_t>(element.value)], "closing_balance")) return true;
    else if (behind && element.kind != facts::ElementKind::quantity && element.kind != facts::ElementKind::pause && element.kind != facts::ElementKind::announce) return false;
  }
  return false;
}

// 预算, 结余, 调增 name an amount only together with what they are the budget of.
bool RestatementKeys::names_itself(const Quantity& quantity) const {
  if (has_indicator(document_, quantity, "budget") && scope_of(document_, quantity).empty()) {
    constexpr std::u16string_view words[]{u"年初", u"部门", u"总", u"全年", u"批复"};
    if (std::none_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return quantity.label.find(word) != std::u16string::npos; })) return false;
  }
  const bool vague = document_.lexicon->vocabulary().concepts[quantity.indicator].generic && !scope_of(document_, quantity).empty() && is_generic(scope_of(document_, quantity));
  if (vague) return false;  // 项目预算: of which project?
  for (const auto id : {"executed", "funds", "staff_retired_ordinary", "staff_retired_veteran", "procure_goods", "procure_works", "procure_services"}) {
    if (has_indicator(document_, quantity, id)) return !scope_of(document_, quantity).empty();
  }
  return true;
}

// 新增科技工作者注册 and the counted noun; words that say nothing are left out.
std::u16string RestatementKeys::description(const Quantity& quantity) const {
  std::u16string words = facts::content_words(quantity.label, *document_.lexicon);
  if (quantity.kind == profile::UnitKind::money) strip_head(words);
  if (quantity.kind == profile::UnitKind::count) words += facts::content_words(quantity.after, *document_.lexicon);
  return words;
}

// 草原修复治理项目 and 草原修复治理资金 are one thing.
void RestatementKeys::strip_head(std::u16string& words) {
  for (const std::u16string_view head : {u"项目", u"资金", u"经费", u"专项", u"工程"}) {
    if (words.ends_with(head) && words.size() >= head.size() + shortest_label) words.resize(words.size() - head.size());
  }
}

bool RestatementKeys::identifies(const Quantity& quantity, const std::u16string& words) const {
  if (words.size() < shortest_label || is_generic(words)) return false;
  const bool event = document_.lexicon->contains(words, WordClass::event);
  const bool of_the_year = quantity.period.kind == facts::PeriodKind::current && words.size() >= shortest_label + 2;
  if (quantity.kind == profile::UnitKind::count) return words.size() >= (event ? shortest_event_label : shortest_label + 2) || (of_the_year && !is_generic_event(words));
  return quantity.kind == profile::UnitKind::money && !event;
}

// A result measured against a target is stated for the year, not for an occasion.
bool RestatementKeys::has_target(QuantityRef ref) const {
  const auto& quantities = document_.blocks[ref.block].facts->quantities;
  return ref.ordinal + 1 < quantities.size() && quantities[ref.ordinal + 1].limit == 1 && same_measure(quantities[ref.ordinal], quantities[ref.ordinal + 1]);
}

// 发放宣传资料: what is left beside the doing is too general
bool RestatementKeys::is_generic_event(std::u16string_view words) const {
  std::u16string rest;
  for (std::size_t i = 0; i < words.size();) {
    const auto* entry = document_.lexicon->word_at(words, i);
    const std::size_t length = entry ? entry->word.size() : 1;
    if (!entry || !entry->is(WordClass::event)) rest += words.substr(i, length);
    i += length;
  }
  return rest.size() < 2 || is_generic(rest);
}

bool RestatementKeys::is_generic(std::u16string_view words) const {
  while (!words.empty()) {
    const auto* entry = document_.lexicon->word_at(words, 0);
    if (!entry || !entry->is(WordClass::generic)) return false;
    words.remove_prefix(entry->word.size());
  }
  return true;
}

}  // namespace gouji::relations
