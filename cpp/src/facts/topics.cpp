// What a quantity is about beyond its own label: items, subjects of sentences, bodies and sources.

#include <algorithm>

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"
#include "text/text.h"

namespace gouji::facts {

using profile::WordClass;
using syntax::MarkerStyle;
using syntax::Token;
using syntax::TokenKind;

namespace {

constexpr std::uint32_t longest_topic = 30;  // units
}  // namespace

// “三公”经费预算8.6万元，决算7.8万元: a bare basis is that of the sentence's subject.
void Extractor::adopt_subject(Quantity& quantity) const {
  const bool bare = quantity.indicator == profile::no_concept && quantity.label.empty() && quantity.role == Role::level && quantity.limit == 0;
  if (!bare || sentence_indicator_ == profile::no_concept || quantity.kind != lexicon_.vocabulary().concepts[sentence_indicator_].kind) return;
  const char* general = quantity.basis == Basis::actual ? "executed" : quantity.basis == Basis::budget ? "budget" : quantity.basis == Basis::adjusted_budget ? "adjusted_budget" : nullptr;
  const auto concept_index = general ? lexicon_.concept_by_id(general) : std::nullopt;
  if (!concept_index) return;
  quantity.indicator = sentence_indicator_;
  quantity.general = *concept_index;
}

// 财政拨款年初预算249万元，…，实际支出258万元: a general word after a named one speaks of the same thing; so do the
// indicators of an item behind the amount that names it.
void Extractor::inherit_topic(Quantity& quantity) {
  bool known = quantity.indicator != profile::no_concept;
  adopt_subject(quantity);
  known = quantity.indicator != profile::no_concept;
  const bool balance = known && quantity.general == profile::no_concept && lexicon_.vocabulary().concepts[quantity.indicator].id == "closing_balance";
  if (balance && quantity.qualifier.empty() && topic_.empty() && sentence_topic_.empty() && sentence_indicator_ != profile::no_concept && lexicon_.vocabulary().concepts[sentence_indicator_].id != "opening_balance") {
    sentence_topic_ = lexicon_.vocabulary().concepts[sentence_indicator_].name;
  }
  if (!pending_topic_.empty() && topic_.empty() && known && quantity.qualifier.empty()) topic_ = pending_topic_;  // （1）物资储备，预算135万元
  pending_topic_.clear();
  if (!known && topic_.empty() && sentence_topic_.empty() && quantity.kind == profile::UnitKind::money) sentence_topic_ = thing_in(quantity.label);
  const bool generic = known && lexicon_.vocabulary().concepts[quantity.indicator].generic;
  quantity.topic = topic_.empty() && known && quantity.qualifier.empty() ? sentence_topic_ : topic_;
  const bool of_budget = (quantity.role == Role::share || quantity.role == Role::rate) && lexicon_.contains(quantity.base, WordClass::budget);   // 公务接待费完成预算的75%，结余2万元
  if (of_budget && known && !generic && quantity.qualifier.empty() && !lexicon_.vocabulary().concepts[quantity.indicator].stock && sentence_indicator_ == profile::no_concept) sentence_indicator_ = quantity.indicator;
  if (quantity.role != Role::level) return;
  const bool stated_on_basis = known && !generic && quantity.kind == profile::UnitKind::money && quantity.qualifier.empty() && (quantity.basis == Basis::actual || quantity.basis == Basis::budget);
  if (quantity.general != profile::no_concept || stated_on_basis) {   // 公务接待费支出决算23万元，年初预算36万元
    sentence_indicator_ = quantity.indicator;
  } else if (generic && quantity.qualifier.empty() && quantity.topic.empty() && sentence_indicator_ != profile::no_concept &&
             lexicon_.vocabulary().concepts[sentence_indicator_].kind == quantity.kind) {
    const profile::Concept& named = lexicon_.vocabulary().concepts[sentence_indicator_];
    const bool of_spending = lexicon_.vocabulary().concepts[quantity.indicator].of_spending;
    if (named.stock || !of_spending) {
      quantity.topic = named.name;
    } else {
      quantity.general = quantity.indicator;  // “三公”经费预算38万元，支出决算33万元
      quantity.indicator = sentence_indicator_;
    }
  }
  const bool of_a_body = known && quantity.kind == profile::UnitKind::count && !quantity.qualifier.empty() && !lexicon_.suffix(quantity.qualifier, WordClass::staff_category);
  const bool of_a_source = known && lexicon_.vocabulary().concepts[quantity.indicator].stock && quantity.qualifier.size() >= 2;
  if ((generic && !quantity.qualifier.empty()) || of_a_body || of_a_source) sentence_topic_ = quantity.qualifier;
  staff_topic_ = staff_topic_ || of_a_body;
  const bool only_counted = item_has_title_ && quantity.kind == profile::UnitKind::count && !lexicon_.suffix(quantity.label, WordClass::topic);   // 4.社会事务。办理登记1985对
  if (item_begins_ && !only_counted && topic_.empty() && (!known || (generic && !quantity.qualifier.empty()))) topic_ = known ? quantity.qualifier : content_words(quantity.label, lexicon_);
  if (item_begins_ && known && !generic && quantity.kind == profile::UnitKind::money && quantity.qualifier.empty()) {   // 1.教育支出298万元。年初预算268万元
    block_indicator_ = sentence_indicator_ = quantity.indicator;
  }
  item_begins_ = false;
}

// “三公”经费单位为元。年初预算86,000元: what the block is about, where a general word names nothing itself
void Extractor::read_subject(std::u16string_view words) {
  const profile::Entry* entry = lexicon_.concept_prefix(trimmed(words));
  if (!entry) return;
  const profile::Concept& subject = lexicon_.vocabulary().concepts[entry->concept_index];
  if (!subject.generic && !subject.stock && subject.kind == profile::UnitKind::money) block_indicator_ = entry->concept_index;
}

std::u16string_view Extractor::trimmed(std::u16string_view words) {
  while (!words.empty() && text::is_space(words.front())) words.remove_prefix(1);
  return words;
}

// 污水处理项目合同金额23万元，已支付13万元: what the amounts of the sentence are of
std::u16string Extractor::thing_in(std::u16string_view label) const {
  for (std::size_t end = label.size() - std::min<std::size_t>(label.size(), 1); end >= 4; --end) {
    const auto words = label.substr(0, end);
    if (names_a_thing(words) && !lexicon_.concept_suffix(words)) return content_words(words, lexicon_);
  }
  return {};
}

// 应急救护培训项目，支出38万元: a short name in front of its amounts
bool Extractor::names_a_thing(std::u16string_view words) const {
  const profile::Entry* entry = lexicon_.suffix(words, WordClass::topic);
  return entry && words.size() >= entry->word.size() + 2 && words.size() <= longest_topic - 6 && !lexicon_.contains(words, WordClass::compare);
}

void Extractor::read_topic(std::u16string_view words, bool colon_follows) {
  if (words.size() > longest_topic) return;
  while (!words.empty()) {
    if (const auto* entry = lexicon_.concept_suffix(words); entry && content_words(words.substr(0, words.size() - entry->word.size()), lexicon_).empty()) return;
    const bool topic = lexicon_.suffix(words, WordClass::topic) || lexicon_.suffix(words, WordClass::organization);
    if (topic) break;
    const auto* tail = lexicon_.suffix(words, WordClass::tail);
    if (!tail) break;
    words.remove_suffix(tail->word.size());
  }
  if (comma_follows_) pending_topic_ = content_words(words, lexicon_);
  const bool named = lexicon_.suffix(words, WordClass::topic) || lexicon_.suffix(words, WordClass::organization) || colon_follows;
  if (named) topic_ = content_words(words, lexicon_);
}

// 3.卫生健康支出（类）…（项）。年初预算为36万元: a paragraph about one budget item speaks of that item.
void Extractor::name_budget_item() {
  const auto stop = text_.find(u'。');
  const auto mark = text_.substr(0, stop).rfind(u"(项)");
  if (stop == std::u16string_view::npos || mark == std::u16string_view::npos || mark + 3 != stop) return;
  const auto before = text_.substr(0, mark).find_last_of(u")、 ");
  const auto begin = before == std::u16string_view::npos ? block_.marker.end : before + 1;
  const std::u16string item(text_.substr(begin, mark + 3 - begin));
  for (Quantity& quantity : out_.facts.quantities) {
    if (quantity.topic.empty() && quantity.qualifier.empty()) quantity.topic = item;
  }
}

// 产出指标50分，得49.50分; 预算执行（10分）按执行率折算得9.62分: the first is the weight. 依次得25分、19分: so are those before them.
void Extractor::note_weight(Quantity& quantity, std::u16string_view before) {
  const std::u16string_view words = trim(before);
  const auto& elements = out_.facts.elements;
  const bool in_bracket = elements.size() >= 2 && elements.back().kind == ElementKind::open && elements[elements.size() - 2].kind == ElementKind::quantity && !out_.facts.quantities.empty();
  if (in_bracket && words.empty() && quantity.kind == profile::UnitKind::score && out_.facts.quantities.back().kind == profile::UnitKind::score && quantity.role == Role::level) quantity.basis = Basis::target;   // 预算编制9.5分（10分）
  const bool gained = quantity.kind == profile::UnitKind::score && (words.ends_with(u"得") || words.ends_with(u"得分"));
  if (!gained || out_.facts.quantities.empty()) return;
  if (words.starts_with(u"依次") || words.starts_with(u"分别")) return note_weights();
  const auto rest = words.substr(0, words.size() - (words.ends_with(u"得") ? 1 : 2));
  Quantity& weight = out_.facts.quantities.back();
  if ((rest.empty() || rest.starts_with(u"按")) && weight.kind == profile::UnitKind::score && weight.role == Role::level) weight.basis = Basis::target;
}

void Extractor::note_weights() {
  const auto& elements = out_.facts.elements;
  for (std::size_t i = elements.size(); i-- > 0;) {
    if (elements[i].kind == ElementKind::pause || (elements[i].kind == ElementKind::comma && i + 1 == elements.size()) || elements[i].kind == ElementKind::announce) continue;
    if (elements[i].kind != ElementKind::quantity) return;
    Quantity& weight = out_.facts.quantities[static_cast<std::size_t>(elements[i].value)];
    if (weight.kind != profile::UnitKind::score || weight.role != Role::level) return;
    weight.basis = Basis::target;
  }
}

// 完成10项，未完成2项; 合格1231件、不合格32件
void Extractor::note_complement(Quantity& quantity, std::u16string_view before) {
  const std::u16string_view words = trim(before);
  const bool negated = words.size() >= 3 && (words.front() == u'未' || words.front() == u'不');
  const std::u16string_view rest = negated ? words.substr(1) : std::u16string_view();
  const std::u16string_view last = last_words_;
  quantity.complement = negated && (last.ends_with(rest) || last.starts_with(rest) || (rest.size() >= 2 && last.starts_with(rest.substr(0, 2))));
  last_words_ = words;
}

// 年初286人，新接收174人，解除192人，年末268人
// 处置设备追加5万元: the last verb says whether the amount comes in or goes out.
std::int8_t Extractor::read_step(std::u16string_view words) const {
  std::int8_t step = words.starts_with(u"加") ? 1 : words.starts_with(u"减") || words.starts_with(u"扣") ? -1 : 0;
  for (std::size_t i = 0; i < words.size();) {
    const profile::Entry* entry = lexicon_.word_at(words, i);
    i += entry ? entry->word.size() : 1;
    if (!entry || entry->is(WordClass::adding) == entry->is(WordClass::taking)) continue;
    step = entry->is(WordClass::adding) ? 1 : -1;
  }
  return step;
}

void Extractor::note_flow(Quantity& quantity, std::u16string_view before) const {
  const auto& words = lexicon_.vocabulary().words;
  const auto says = [&](WordClass word_class) {
    const auto& list = words[static_cast<std::size_t>(word_class)];
    return std::any_of(list.begin(), list.end(), [&](const std::u16string& word) { return before.find(word) != std::u16string_view::npos; });
  };
  if (before.size() < 2 || quantity.kind == profile::UnitKind::percent) return;
  const bool begins = says(WordClass::at_begin), ends = says(WordClass::at_end);
  if (begins != ends) quantity.moment = begins ? -1 : 1;
  const bool in = lexicon_.contains(before, WordClass::inflow), out = lexicon_.contains(before, WordClass::outflow);
  if (in != out) quantity.flow = in ? 1 : -1;
  quantity.step = read_step(trim(before));
}

// 预算62万元，支出62万元，没有结余
void Extractor::note_used_up(std::u16string_view words) {
  if (out_.facts.quantities.empty()) return;
  for (const std::u16string& word : lexicon_.vocabulary().phrases.used_up) {
    const auto found = words.find(word);
    if (found == std::u16string_view::npos) continue;
    const bool alone = content_words(words.substr(0, found), lexicon_).empty() && content_words(words.substr(found + word.size()), lexicon_).empty();
    const auto& elements = out_.facts.elements;
    for (auto element = elements.rbegin(); alone && element != elements.rend() && element->kind != ElementKind::stop; ++element) {
      if (element->kind != ElementKind::quantity) continue;
      out_.facts.quantities.back().used_up = true;
      return;
    }
  }
}

void Extractor::note_period(std::u16string_view words) {
  words = trimmed(words);
  constexpr std::u16string_view same[]{u"持平", u"相同", u"一致", u"相当", u"一样", u"不变"};
  if (std::any_of(std::begin(same), std::end(same), [&](std::u16string_view ending) { return words.ends_with(ending); })) return;   // 与上年持平
  const Period period = stated_period(words, lexicon_);
  const bool of_that_year = period.kind == PeriodKind::current && period_.kind == PeriodKind::year && words.find(u"当年") != std::u16string_view::npos;
  if (period.kind == PeriodKind::unstated || of_that_year) return;
  if (period.kind == PeriodKind::year && period != period_) year_told_late_ = sentence_has_quantity_;
  period_ = period;
}

}  // namespace gouji::facts
