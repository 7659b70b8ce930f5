// Labels: indicator, qualifier, basis, period and role from the words of a clause.

#include "facts/label.h"

#include <algorithm>
#include <optional>

#include "facts/cues.h"
#include "facts/limit.h"
#include "facts/ratio.h"
#include "facts/role.h"
#include "text/text.h"

namespace gouji::facts {
namespace {

using profile::Entry;
using profile::Lexicon;
using profile::WordClass;

bool kind_fits(const Quantity& quantity, profile::UnitKind kind) {
  if (quantity.kind != kind) return false;
  return kind != profile::UnitKind::count || quantity.base_unit == u"人" || quantity.base_unit == u"个";
}

const Entry* indicator_suffix(const Quantity& quantity, std::u16string_view words, const Lexicon& lexicon) {
  const Entry* entry = lexicon.concept_suffix(words);
  if (!entry || !kind_fits(quantity, lexicon.vocabulary().concepts[entry->concept_index].kind)) return nullptr;
  return entry;
}

// 三公经费年初预算: the general word says on which basis, the words before it say of what.
void read_specific_indicator(Quantity& quantity, std::u16string_view before, const Lexicon& lexicon) {
  const auto& indicators = lexicon.vocabulary().concepts;
  if (!indicators[quantity.indicator].generic) return;
  for (auto rest = before; !rest.empty();) {
    if (const Entry* entry = indicator_suffix(quantity, rest, lexicon); entry && !indicators[entry->concept_index].generic) {
      quantity.general = quantity.indicator;
      quantity.indicator = entry->concept_index;
      quantity.qualifier = content_words(rest.substr(0, rest.size() - entry->word.size()), lexicon);
      return;
    }
    const Entry* tail = lexicon.suffix(rest, WordClass::tail);
    if (!tail) return;
    rest = trim(rest.substr(0, rest.size() - tail->word.size()));
  }
}

// 调整后本年预算 is the adjusted budget, though its last words are those of the first one.
void adopt_adjusted_budget(Quantity& quantity, const Lexicon& lexicon) {
  if (quantity.basis != Basis::adjusted_budget || quantity.indicator == profile::no_concept) return;
  if (lexicon.vocabulary().concepts[quantity.indicator].id != "budget") return;
  if (const auto adjusted = lexicon.concept_by_id("adjusted_budget")) quantity.indicator = *adjusted;
}

// 因疫情处置追加245万元: the reason is no name
void drop_reason(Quantity& quantity, const Lexicon& lexicon) {
  if (quantity.indicator == profile::no_concept || !lexicon.vocabulary().concepts[quantity.indicator].id.starts_with("adjust_")) return;
  if (quantity.label.starts_with(u"因") || quantity.label.starts_with(u"由于") || quantity.label.starts_with(u"为")) quantity.qualifier.clear();
}

// 年初财政拨款结转: a balance at the beginning.
void adopt_opening_balance(Quantity& quantity, const Lexicon& lexicon) {
  if (quantity.indicator == profile::no_concept || lexicon.vocabulary().concepts[quantity.indicator].id != "closing_balance") return;
  if (!lexicon.prefix(quantity.label, WordClass::opening)) return;
  if (const auto opening = lexicon.concept_by_id("opening_balance")) quantity.indicator = *opening;
}

// 项目支出有98万元集中在年底: some of it, not all
bool names_some(std::u16string_view words) {
  words = trim(words);
  constexpr std::u16string_view whole[]{u"共有", u"现有", u"实有", u"拥有", u"设有", u"具有", u"仍有", u"尚有", u"下有", u"辖有", u"编有", u"留有", u"建有", u"总有"};
  if (words.size() < 4 || !words.ends_with(u"有")) return false;
  return std::none_of(std::begin(whole), std::end(whole), [&](std::u16string_view word) { return words.ends_with(word); });
}

// 与在职人员合计151人: the sum of this indicator and another one.
bool adds_to_something(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  if (words.starts_with(u"与") || words.starts_with(u"连同") || words.starts_with(u"加上") || words.starts_with(u"和")) return true;
  const auto joint = words.find_first_of(u"与和及、");   // 运行维护费与接待费合计42万元
  return joint != std::u16string_view::npos && lexicon.concept_suffix(words.substr(0, joint));
}

// 运行维护费与接待费合计42万元: of both, and not of the one that stands nearer.
bool joins_two(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  if (const Entry* total = lexicon.suffix(words, WordClass::total)) words = trim(words.substr(0, words.size() - total->word.size()));
  const auto conjunction = words.find_last_of(u"与和及");
  if (conjunction == std::u16string_view::npos) return false;
  const Entry* whole = lexicon.concept_suffix(words);
  const bool joined = whole && whole->word.size() < words.size() - conjunction;
  return joined && lexicon.concept_suffix(trim(words.substr(0, conjunction)));
}

}  // namespace

// Peels words that may stand between an indicator and its number, until an indicator ends the words.
void read_indicator(Quantity& quantity, std::u16string_view words, const Lexicon& lexicon) {
  std::u16string_view rest = trim(words);
  while (!rest.empty()) {
    if (rest.back() == u')' && rest.find(u'(') != std::u16string_view::npos && rest.find(u'(') > 0) {  // 全年执行数（B）
      const Entry* whole = indicator_suffix(quantity, rest, lexicon);
      if (!whole) rest = trim(rest.substr(0, rest.rfind(u'(')));
    }
    if (const Entry* entry = indicator_suffix(quantity, rest, lexicon)) {
      quantity.indicator = entry->concept_index;
      quantity.label = rest;
      const std::u16string_view before = trim(rest.substr(0, rest.size() - entry->word.size()));
      quantity.qualifier = content_words(before, lexicon);
      read_specific_indicator(quantity, before, lexicon);
      return;
    }
    const Entry* tail = lexicon.suffix(rest, WordClass::tail);
    if (!tail) {
      if (!is_conjunction(rest.back())) break;
      rest = trim(rest.substr(0, rest.size() - 1));
      continue;
    }
    rest = trim(rest.substr(0, rest.size() - tail->word.size()));
  }
  quantity.label = rest;
}

namespace {

// "5 名在职人员": the counter's noun names the indicator
void read_counted_noun(Quantity& quantity, const Lexicon& lexicon) {
  const Entry* entry = indicator_suffix(quantity, quantity.after, lexicon);
  if (!entry) return;
  const std::u16string_view noun = quantity.after;
  quantity.indicator = entry->concept_index;
  quantity.qualifier = content_words(quantity.label, lexicon) + content_words(noun.substr(0, noun.size() - entry->word.size()), lexicon);
  quantity.label = noun;
}

// 年末仍有177万元结转下年: the indicator stands behind its amount.
void read_indicator_behind(Quantity& quantity, std::u16string_view words, const Lexicon& lexicon) {
  const Entry* entry = lexicon.concept_prefix(quantity.after);
  if (!entry || lexicon.vocabulary().concepts[entry->concept_index].id != "closing_balance") return;
  quantity.indicator = entry->concept_index;
  quantity.qualifier = content_words(words, lexicon);
}

std::u16string_view strip_lead(std::u16string_view words, const Lexicon& lexicon) {
  words = trim(words);
  while (!words.empty()) {
    const Entry* lead = lexicon.prefix(words, WordClass::announce);
    if (!lead) lead = lexicon.prefix(words, WordClass::announce_partial);
    if (!lead) lead = lexicon.prefix(words, WordClass::announce_open);
    if (lead) words = trim(words.substr(lead->word.size()));
    else if (is_conjunction(words.front()) || words.front() == u'由') words = trim(words.substr(1));
    else if (words.starts_with(u"以及")) words = trim(words.substr(2));
    else break;
  }
  return words;
}

// 较[上年决算]增加: what stands between the words of comparison and of change
std::u16string_view compared_words(std::u16string_view words, const Cues& cues) {
  const auto compare = words.substr(cues.compare, cues.compare_end - cues.compare);
  if (compare == u"同比" || compare == u"环比") return u"上年";
  const bool changes = cues.change != std::u16string_view::npos && cues.change >= cues.compare_end;
  return trim(words.substr(cues.compare_end, changes ? cues.change - cues.compare_end : std::u16string_view::npos));
}

// [公务接待费]较上年减少0.9万元 names what changed; 增加[水电费]38万元 names what explains a change.
void read_change(Quantity& quantity, std::u16string_view words, const Cues& cues, const Lexicon& lexicon) {
  const bool changes = quantity.role == Role::change;
  if (!changes && (quantity.role != Role::base || cues.compare == std::u16string_view::npos)) return;
  const std::size_t end = changes ? std::min(cues.compare, cues.change) : cues.compare;
  quantity.indicator = quantity.general = profile::no_concept;
  quantity.qualifier.clear();
  const profile::UnitKind kind = quantity.kind;
  if (kind == profile::UnitKind::percent || kind == profile::UnitKind::point) quantity.kind = profile::UnitKind::money;   // the name is that of an amount
  read_indicator(quantity, words.substr(0, end), lexicon);
  quantity.kind = kind;
  if (changes) quantity.base = content_words(words.substr(cues.change_end), lexicon);
}

}  // namespace

Period stated_period(std::u16string_view words, const Lexicon& lexicon) { return find_period(words, lexicon); }

void read_label(Quantity& quantity, std::u16string_view before, std::u16string_view after, const LabelContext& context, const Lexicon& lexicon) {
  const std::u16string_view words = strip_lead(before, lexicon);
  Cues cues = find_cues(words, lexicon);
  take_verb_of_change(cues, words, context.comparing || context.behind_change);
  quantity.after = trim(after);
  quantity.basis = cues.basis;
  const bool of_that_year = cues.period.kind == PeriodKind::current && context.period.kind == PeriodKind::year && words.find(u"当年") != std::u16string_view::npos;   // 2023年…，当年收入
  quantity.period = cues.period.kind == PeriodKind::unstated || of_that_year ? context.period : cues.period;
  quantity.announced = cues.announced;
  quantity.allotted = cues.allotted;
  quantity.net = cues.net;
  quantity.held = lexicon.suffix(trim(words), WordClass::held) != nullptr;
  quantity.remainder = cues.remainder || lexicon.prefix(quantity.after, WordClass::remainder);
  quantity.besides = cues.besides || names_some(before);
  if (cues.compare != std::u16string_view::npos) quantity.against = compared_words(words, cues);
  read_limit(quantity, words, cues, lexicon);
  if (quantity.approximation == Approximation::exact) quantity.approximation = cues.approximation;
  if (quantity.basis == Basis::unknown && lexicon.suffix(trim(words), WordClass::target)) quantity.basis = Basis::target;
  if (quantity.basis == Basis::unknown && cues.period.kind == PeriodKind::previous) quantity.basis = Basis::previous;
  std::u16string_view named = words;
  if (cues.compare != std::u16string_view::npos && cues.change != std::u16string_view::npos) named = words.substr(0, cues.compare);
  if (quantity.limit != 0 && quantity.after.starts_with(u"的") && cues.limit_at != std::u16string_view::npos) named = words.substr(0, cues.limit_at);   // 高出95%的目标
  const bool percent = quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille;
  if (percent && cues.share != std::u16string_view::npos) {
    read_share(quantity, words.substr(0, cues.share), words.substr(cues.share_end), lexicon);
    return;
  }
  read_indicator(quantity, named, lexicon);
  if (quantity.indicator == profile::no_concept && quantity.kind == profile::UnitKind::count) read_counted_noun(quantity, lexicon);
  if (quantity.indicator == profile::no_concept && quantity.kind == profile::UnitKind::money) read_indicator_behind(quantity, words, lexicon);
  if (cues.total && (adds_to_something(before, lexicon) || joins_two(words, lexicon))) quantity.indicator = profile::no_concept;
  drop_reason(quantity, lexicon);
  adopt_adjusted_budget(quantity, lexicon);
  adopt_opening_balance(quantity, lexicon);
  quantity.role = read_role(quantity, words, cues, context, lexicon);
  if (quantity.role == Role::average) quantity.base = std::u16string(trim(words)) + (is_per(quantity) ? u"每" + quantity.after.substr(1) : u"");
  read_change(quantity, words, cues, lexicon);
  quantity.respectively = quantity.role == Role::rate && (words.find(u"分别") != std::u16string_view::npos || words.find(u"依次") != std::u16string_view::npos);
  if (quantity.kind == profile::UnitKind::score && (trim(words).ends_with(u"失") || trim(words).ends_with(u"丢"))) quantity.remainder = true;
  if (quantity.kind == profile::UnitKind::score) {   // 产出指标48分 is a score; only 满分, 分值 and 权重 are set
    const bool set = words.find(u"满分") != std::u16string_view::npos || words.find(u"分值") != std::u16string_view::npos || words.find(u"权重") != std::u16string_view::npos;
    quantity.basis = set ? Basis::target : quantity.basis == Basis::previous ? Basis::previous : Basis::unknown;
    if (quantity.label.empty() && quantity.indicator == profile::no_concept && quantity.role == Role::level) quantity.label = trim(words);   // 预算执行9.5分
  }
  if (quantity.role == Role::base) note_target(quantity, lexicon);
  if (quantity.role == Role::base && quantity.against.empty()) quantity.against = trim(words);   // 与上年302万元相比
  const bool full_mark = quantity.kind == profile::UnitKind::score && quantity.basis == Basis::target && lexicon.suffix(trim(words), WordClass::target);
  if (full_mark && quantity.role == Role::level) quantity.role = Role::detail;   // 满分20分，自评19.4分
  const auto nameless = [&] { return quantity.indicator == profile::no_concept && content_words(named, lexicon).empty(); };
  const auto noun_names_it = [&] { return quantity.kind == profile::UnitKind::count && !content_words(quantity.after, lexicon).empty(); };
  if (!context.lead.empty() && quantity.role != Role::share && quantity.role != Role::change && nameless() && !noun_names_it()) {
    read_indicator(quantity, strip_lead(context.lead, lexicon), lexicon);
    if (quantity.indicator != profile::no_concept && quantity.role == Role::total) quantity.role = Role::level;
    if (quantity.basis == Basis::unknown) quantity.basis = find_cues(context.lead, lexicon).basis;
  }
}

}  // namespace gouji::facts
