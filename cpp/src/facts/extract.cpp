// Extracts the facts of a block: one pass over its tokens, clause by clause.

#include <algorithm>

#include "facts/facts.h"
#include "facts/label.h"
#include "facts/measure.h"
#include "text/text.h"

namespace gouji::facts {
namespace {

using profile::WordClass;
using syntax::MarkerStyle;
using syntax::Token;
using syntax::TokenKind;

constexpr std::uint32_t longest_after = 24;   // units behind a counter that may name the counted thing
constexpr std::uint32_t longest_topic = 30;

bool is_conjunction(char16_t unit) { return unit == u'和' || unit == u'及' || unit == u'与'; }

class Extractor {
 public:
  Extractor(const syntax::Block& block, const profile::Lexicon& lexicon) : block_(block), text_(block.folded), lexicon_(lexicon) {}

  Extracted run() {
    if (block_.kind == syntax::BlockKind::contents) return {};
    begin_clause(0);
    if (block_.marker.style != MarkerStyle::none) take_marker(block_.marker);
    while (token_ < block_.tokens.size()) step();
    end_clause(static_cast<std::uint32_t>(text_.size()));
    finish();
    return std::move(out_);
  }

 private:
  /// What a bracket interrupts and its end restores.
  struct Outer {
    std::uint32_t clause_begin, clause_start;
    std::size_t quantities;
    std::u16string topic;
    bool purpose, purpose_amount, has_quantity;
  };

  void step() {
    const Token& token = block_.tokens[token_];
    if (clause_is_empty()) {
      if (take_inline_marker(token.range.begin)) return;
      if (text_[token.range.begin] == u'由' && is_composed(token.range.end)) add(ElementKind::announce, 0, {token.range.begin, token.range.begin + 1});
    }
    switch (token.kind) {
      case TokenKind::number:
      case TokenKind::numeral:
        if (take_measure()) return;
        break;
      case TokenKind::oversized:
        out_.places.oversized.push_back(token.range);
        break;
      case TokenKind::word:
        word(token);
        break;
      case TokenKind::punctuation:
        punctuation(token);
        break;
      case TokenKind::space:
        if (block_.kind == syntax::BlockKind::table_row && text_.substr(token.range.begin, token.range.size()).find(u'\t') != std::u16string_view::npos) boundary(token, ElementKind::stop);
        break;
      default:
        break;
    }
    ++token_;
  }

  bool clause_is_empty() const {
    const std::uint32_t here = block_.tokens[token_].range.begin;
    if (has_quantity_ || here < clause_begin_) return false;
    for (std::uint32_t i = clause_begin_; i < here; ++i) {
      if (!text::is_space(text_[i])) return false;
    }
    return true;
  }

  bool take_inline_marker(std::uint32_t position) {
    const auto marker = syntax::parse_marker(text_, position, true);
    if (!marker || marker->end <= position) return false;
    if (last_boundary_ == ElementKind::open && marker->style == MarkerStyle::arabic_paren) return false;  // 小（1）型
    const bool number_list = last_boundary_ == ElementKind::pause && marker->style != MarkerStyle::enumeration;
    if (number_list) return false;
    take_marker(*marker);
    return true;
  }

  // 行政、事业、工勤编制分别为32名、28名和1名: the names in order.
  void collect_names(std::uint32_t end) {
    names_.clear();
    names_.emplace_back(text_.substr(clause_begin_, end - std::min(clause_begin_, end)));
    for (std::size_t i = out_.facts.elements.size(); i >= 2; i -= 2) {
      if (out_.facts.elements[i - 1].kind != ElementKind::pause || out_.facts.elements[i - 2].kind != ElementKind::phrase) break;
      const text::Range range = out_.places.elements[i - 2];
      names_.insert(names_.begin(), std::u16string(text_.substr(range.begin, range.size())));
    }
    if (names_.size() < 2) names_.clear();
  }

  // 由…构成: the parts stand between the two words.
  bool is_composed(std::uint32_t position) const {
    const auto stop = std::min(text_.find_first_of(u"。;", position), text_.size());
    for (auto i = static_cast<std::size_t>(position); i < stop; ++i) {
      const profile::Entry* entry = lexicon_.word_at(text_, i);
      if (entry && entry->is(WordClass::composed)) return true;
    }
    return false;
  }

  void take_marker(const syntax::Marker& marker) {
    const std::uint32_t begin = token_ < block_.tokens.size() ? block_.tokens[token_].range.begin : 0;
    add(ElementKind::item, marker.number, {std::max(begin, block_.content), marker.label_end}, marker.style);
    while (token_ < block_.tokens.size() && block_.tokens[token_].range.end <= marker.end) ++token_;
    begin_clause(marker.end);
    topic_.clear();
    pending_topic_.clear();
    sentence_topic_.clear();
    sentence_indicator_ = profile::no_concept;
    after_marker_ = item_begins_ = true;
    comparing_ = false;
    purpose_amount_ = false;
  }

  void word(const Token& token) {
    const profile::Entry& entry = *token.entry;
    const bool starts = clause_is_empty();
    if (starts && entry.is(WordClass::besides)) add(ElementKind::besides, 0, token.range);
    if (entry.is(WordClass::announce)) {
      if ((entry.word.starts_with(u"分别") || entry.word.starts_with(u"依次")) && !has_quantity_) collect_names(token.range.begin);
      const auto name = text_.substr(clause_begin_, token.range.begin - std::min(clause_begin_, token.range.begin));
      const bool in_order = entry.word.starts_with(u"分别") || entry.word.starts_with(u"依次") || entry.word.starts_with(u"各");
      announce_named(has_quantity_ ? std::u16string_view() : name, in_order ? 1 : 0, token.range);
    }
    else if (entry.is(WordClass::announce_partial)) add(ElementKind::announce_partial, 0, token.range);
    else if (entry.is(WordClass::announce_open) && (entry.word.size() > 1 || starts)) announce_open(token.range);
    else if (entry.is(WordClass::et_cetera)) add(ElementKind::et_cetera, 0, token.range);
    if (entry.is(WordClass::purpose)) {
      add(ElementKind::purpose, 0, token.range);
      purpose_ = true;
    }
    if (entry.is(WordClass::compare)) comparing_ = true;
  }

  bool take_measure() {
    auto measure = read_measure(block_, token_, lexicon_);
    if (!measure) return false;
    Quantity& quantity = measure->quantity;
    if (has_quantity_ && starts_with_conjunction(measure->range.begin)) add(ElementKind::pause, 0, {clause_begin_, clause_begin_ + 1});
    auto [before, after] = surroundings(*measure);
    before = announce_within(before);
    LabelContext context{period_, comparing_, lead()};
    read_label(quantity, before, after, context, lexicon_);
    if (!names_.empty()) {
      quantity.label = std::move(names_.front());
      names_.erase(names_.begin());
    }
    note_period(before);
    inherit_topic(quantity);
    if (purpose_ || purpose_amount_ || block_.flattened_table) {
      if (quantity.role == Role::level) quantity.role = Role::detail;
      purpose_amount_ = purpose_amount_ || purpose_;
    }
    if (sums_up_a_number(quantity, before)) quantity.role = Role::total;
    link_base(quantity, before);
    continue_shares(quantity, before);
    out_.facts.quantities.push_back(std::move(quantity));
    out_.places.quantities.push_back(measure->range);
    out_.places.numbers.push_back(measure->number_range);
    add(ElementKind::quantity, static_cast<int>(out_.facts.quantities.size()) - 1, measure->range);
    token_ = measure->next_token;
    clause_begin_ = measure->range.end;
    has_quantity_ = true;
    after_marker_ = false;
    return true;
  }

  // “三公”经费预算8.6万元，决算7.8万元: a bare basis is that of the sentence's subject.
  void adopt_subject(Quantity& quantity) const {
    const bool bare = quantity.indicator == profile::no_concept && quantity.label.empty() && quantity.role == Role::level;
    if (!bare || sentence_indicator_ == profile::no_concept || quantity.kind != lexicon_.vocabulary().concepts[sentence_indicator_].kind) return;
    const char* general = quantity.basis == Basis::actual ? "executed" : quantity.basis == Basis::budget ? "budget" : quantity.basis == Basis::adjusted_budget ? "adjusted_budget" : nullptr;
    const auto concept_index = general ? lexicon_.concept_by_id(general) : std::nullopt;
    if (!concept_index) return;
    quantity.indicator = sentence_indicator_;
    quantity.general = *concept_index;
  }

  // 财政拨款年初预算249万元，…，实际支出258万元: a general word after a named one speaks of the same thing; so do the
  // indicators of an item behind the amount that names it.
  void inherit_topic(Quantity& quantity) {
    bool known = quantity.indicator != profile::no_concept;
    adopt_subject(quantity);
    known = quantity.indicator != profile::no_concept;
    const bool balance = known && quantity.general == profile::no_concept && lexicon_.vocabulary().concepts[quantity.indicator].id == "closing_balance";
    if (balance && quantity.qualifier.empty() && topic_.empty() && sentence_topic_.empty() && sentence_indicator_ != profile::no_concept) {
      sentence_topic_ = lexicon_.vocabulary().concepts[sentence_indicator_].name;
    }
    if (!pending_topic_.empty() && topic_.empty() && known && quantity.qualifier.empty()) topic_ = pending_topic_;  // （1）物资储备，预算135万元
    pending_topic_.clear();
    const bool generic = known && lexicon_.vocabulary().concepts[quantity.indicator].generic;
    quantity.topic = topic_.empty() && known && quantity.qualifier.empty() ? sentence_topic_ : topic_;
    if (quantity.role != Role::level) return;
    if (quantity.general != profile::no_concept) {
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
    if (item_begins_ && topic_.empty() && (!known || (generic && !quantity.qualifier.empty()))) topic_ = known ? quantity.qualifier : content_words(quantity.label, lexicon_);
    item_begins_ = false;
  }

  std::pair<std::u16string_view, std::u16string_view> surroundings(const Measure& measure) {
    auto before = text_.substr(clause_begin_, measure.range.begin - std::min(clause_begin_, measure.range.begin));
    if (has_quantity_ && !out_.facts.quantities.empty()) {
      // 5名兼职副主席和1名挂职副主席: what stands before the conjunction belongs to the first number
      const auto conjunction = before.find_last_of(u"和及与");
      if (conjunction != std::u16string_view::npos) before = before.substr(conjunction + 1);
      else if (!out_.facts.quantities.back().label.empty()) out_.facts.quantities.back().after.clear();
    } else if (is_blank(before) && last_boundary_ == ElementKind::colon && !colon_announces_ && colon_clause_ <= boundary_begin_) {
      before = text_.substr(colon_clause_, boundary_begin_ - colon_clause_);     // 收入：20万元
    }
    std::uint32_t end = measure.range.end;
    while (end < text_.size() && end - measure.range.end < longest_after && !is_mark(text_[end])) ++end;
    return {before, text_.substr(measure.range.end, end - measure.range.end)};
  }

  bool starts_with_conjunction(std::uint32_t end) const {
    std::uint32_t i = clause_begin_;
    while (i < end && text::is_space(text_[i])) ++i;
    return i < end && (is_conjunction(text_[i]) || text_.substr(i).starts_with(u"以及"));
  }

  // 决算数中公务接待费…: the words before 中 name the total of what follows.
  std::u16string_view announce_within(std::u16string_view before) {
    if (const auto from = before.find(u'由'); from != std::u16string_view::npos && from > 0 && is_composed(clause_begin_)) {  // 资金由…构成
      add(ElementKind::announce, 0, {clause_begin_, clause_begin_ + 1});
      return before.substr(from + 1);
    }
    if (has_quantity_ && !out_.facts.quantities.empty()) {  // 93名在职干警中有员额法官32人
      const auto inside = before.find(u"中有");
      if (inside != std::u16string_view::npos) {
        announce_named({}, 0, {clause_begin_, clause_begin_ + 1});
        out_.facts.elements.back().kind = ElementKind::announce_partial;
        out_.facts.quantities.back().after.resize(std::min(out_.facts.quantities.back().after.size(), inside));
        return before.substr(inside + 2);
      }
    }
    const auto middle = before.rfind(u'中');
    if (middle == std::u16string_view::npos || middle < 2 || middle + 1 >= before.size()) return before;
    const auto name = before.substr(0, middle);
    if (!lexicon_.concept_suffix(name) && !lexicon_.suffix(name, WordClass::actual)) return before;
    announce_named(name, 3, {clause_begin_, clause_begin_ + 1});
    const auto behind = before.substr(middle + 1);
    const bool some = behind.find(u'较') != std::u16string_view::npos || behind.find(u'最') != std::u16string_view::npos || behind.find(u"主要") != std::u16string_view::npos;
    if (some) out_.facts.elements.back().kind = ElementKind::announce_partial;  // 公用经费中开支较大的是…
    return before.substr(middle + 1);
  }

  void announce_named(std::u16string_view name, int form, text::Range range) {
    add(ElementKind::announce, form, range);
    out_.facts.elements.back().name = static_cast<int>(out_.facts.names.size());
    out_.facts.names.emplace_back(content_words(name, lexicon_).empty() && !lexicon_.concept_suffix(name) ? std::u16string() : std::u16string(name));
  }

  // 基本支出包括: the words before it name the total
  void announce_open(text::Range range) {
    announce_named(has_quantity_ ? std::u16string_view() : text_.substr(clause_begin_, range.begin - std::min(clause_begin_, range.begin)), 0, range);
    out_.facts.elements.back().kind = ElementKind::announce_open;
  }

  static bool is_mark(char16_t unit) {
    return (unit >= u'0' && unit <= u'9') || std::u16string_view(u",。;:、()!?[]|\t\n.").find(unit) != std::u16string_view::npos;
  }

  static bool is_blank(std::u16string_view words) { return std::all_of(words.begin(), words.end(), text::is_space); }

  std::u16string_view lead() const {
    if (last_boundary_ != ElementKind::comma || lead_.empty()) return {};
    return text_.substr(lead_.begin, lead_.size());
  }

  // 两项共1,398万元: the total of as many amounts before it
  bool sums_up_a_number(const Quantity& quantity, std::u16string_view before) const {
    if (!has_quantity_ || out_.facts.quantities.empty() || quantity.role == Role::change) return false;
    const Quantity& number = out_.facts.quantities.back();
    while (!before.empty() && text::is_space(before.back())) before.remove_suffix(1);
    const profile::Entry* total = lexicon_.suffix(before, WordClass::total);
    const bool plain_total = before == u"共" || (total && content_words(before.substr(0, before.size() - total->word.size()), lexicon_).empty());
    return plain_total && number.kind == profile::UnitKind::count && !number.announced;
  }

  // 占比分别为72.93%、15.74%和11.33%: one base, as many parts.
  void continue_shares(Quantity& quantity, std::u16string_view before) {
    if (quantity.kind != profile::UnitKind::percent || out_.facts.quantities.empty() || !is_blank_or_conjunction(before)) return;
    const Quantity& previous = out_.facts.quantities.back();
    const auto& elements = out_.facts.elements;
    const bool joined = elements.size() >= 2 && elements.back().kind == ElementKind::pause && elements[elements.size() - 2].kind == ElementKind::quantity;
    if (!joined || previous.role != Role::share) return;
    quantity.role = Role::share;
    quantity.base = previous.base;
    quantity.base_quantity = previous.base_quantity;
    quantity.series = previous.series + 1;
  }

  static bool is_blank_or_conjunction(std::u16string_view words) {
    return std::all_of(words.begin(), words.end(), [](char16_t unit) { return text::is_space(unit) || is_conjunction(unit); });
  }

  // 占年计划500万元的104%: the amount before 的 is the denominator
  void link_base(Quantity& quantity, std::u16string_view before) {
    const bool percent = quantity.kind == profile::UnitKind::percent || quantity.kind == profile::UnitKind::permille;
    if (!percent || !has_quantity_ || out_.facts.quantities.empty() || !before.starts_with(u"的")) return;
    Quantity& base = out_.facts.quantities.back();
    if (base.kind == profile::UnitKind::percent) return;
    quantity.base_quantity = static_cast<int>(out_.facts.quantities.size()) - 1;
    const auto& range = out_.places.quantities.back();
    const auto clause = text_.substr(clause_start_, range.begin - clause_start_);
    quantity.role = lexicon_.contains(clause, WordClass::share) ? Role::share : Role::rate;
    base.role = Role::base;
    if (const auto cue = clause.find(u'占'); quantity.role == Role::share && cue != std::u16string_view::npos && cue > 0) quantity.label = clause.substr(0, cue);  // 员额法官占编制86名的37%
    if (const profile::Entry* share = lexicon_.prefix(base.label, WordClass::share)) base.label.erase(0, share->word.size());
  }

  void punctuation(const Token& token) {
    const char16_t mark = text_[token.range.begin];
    switch (mark) {
      case u',': return boundary(token, ElementKind::comma);
      case u'、': return quote_ == 0 ? boundary(token, ElementKind::pause) : void();
      case u';': return boundary(token, ElementKind::semicolon);
      case u'。': case u'!': case u'?': return boundary(token, ElementKind::stop);
      case u'|': return boundary(token, block_.kind == syntax::BlockKind::table_row ? ElementKind::stop : ElementKind::comma);
      case u':': return boundary(token, ElementKind::colon);
      case u'(': case u'【': case u'〔': case u'﹙': return open(token);
      case u')': case u'】': case u'〕': case u'﹚': return close(token);
      case u'“': ++quote_; return;
      case u'”': quote_ = 0; return;
      case u'.':
        if (token.range.end >= text_.size() || text::is_han(text_[token.range.end]) || text::is_space(text_[token.range.end])) boundary(token, ElementKind::stop);
        return;
      default: return;
    }
  }

  void boundary(const Token& token, ElementKind kind) {
    const std::uint32_t clause = clause_begin_;
    const bool announces = !out_.facts.elements.empty() && out_.facts.elements.back().kind >= ElementKind::announce &&
                           out_.facts.elements.back().kind <= ElementKind::announce_partial;
    const bool plain = !has_quantity_;
    end_clause(token.range.begin);
    if (kind == ElementKind::comma || kind == ElementKind::colon) announce_by_phrase(text_.substr(clause, token.range.begin - clause), plain, kind == ElementKind::colon, token.range);
    if (kind == ElementKind::colon) {
      colon_clause_ = clause;
      colon_announces_ = announces || !plain;
    }
    if (plain && kind == ElementKind::comma) lead_ = {clause, token.range.begin};
    else if (kind != ElementKind::pause) lead_ = {};
    boundary_begin_ = token.range.begin;
    add(kind, 0, token.range);
    if (kind == ElementKind::colon) name_colon(clause, token.range.begin, plain);
    begin_clause(token.range.end);
    last_boundary_ = kind;
    if (kind == ElementKind::semicolon && staff_topic_) {
      staff_topic_ = false;
      sentence_topic_.clear();
    }
    if (kind == ElementKind::semicolon || kind == ElementKind::stop) {
      comparing_ = false;
      purpose_amount_ = false;
      quote_ = 0;
      sentence_topic_.clear();
      sentence_indicator_ = block_indicator_;
      names_.clear();
    }
  }

  // 来源如下：; 中央资金分三批到县：
  void name_colon(std::uint32_t begin, std::uint32_t end, bool plain) {
    const bool counts = !plain && !out_.facts.quantities.empty() && out_.facts.quantities.back().kind == profile::UnitKind::count;
    if (!plain && !counts) return;
    out_.facts.elements.back().name = static_cast<int>(out_.facts.names.size());
    out_.facts.names.push_back(plain ? std::u16string(text_.substr(begin, end - begin)) : out_.facts.quantities.back().label);
  }

  // 人员经费中，…; 17人中，…; 按资金来源分，…
  void announce_by_phrase(std::u16string_view words, bool plain, bool colon, text::Range range) {
    while (!words.empty() && text::is_space(words.back())) words.remove_suffix(1);
    while (!words.empty() && text::is_space(words.front())) words.remove_prefix(1);
    constexpr std::u16string_view groupings[]{u"分", u"划分", u"分类", u"分布", u"看", u"区分", u"统计"};
    if (!plain && words.size() <= 12 && !words.empty() && (words.back() == u'中' || words.back() == u'里')) return announce_named({}, 0, range);  // 54处供水工程中，
    if (!plain || words.size() < 2) return;
    if (words.front() == u'按') {
      const bool grouped = std::any_of(std::begin(groupings), std::end(groupings), [&](std::u16string_view ending) { return words.ends_with(ending); });
      if (colon || grouped) announce_named({}, 2, range);
    } else if (const auto by = words.rfind(u'按'); by != std::u16string_view::npos && by >= 2 && std::any_of(std::begin(groupings), std::end(groupings), [&](std::u16string_view ending) { return words.ends_with(ending); })) {
      announce_named(words.substr(0, by), 3, range);
    } else if ((words.back() == u'中' || words.back() == u'里') && !words.ends_with(u"其中")) {
      announce_named(words.substr(0, words.size() - 1), 3, range);
    }
  }

  void open(const Token& token) {
    end_clause(token.range.begin);
    add(ElementKind::open, 0, token.range);
    outer_.push_back({clause_begin_, clause_start_, out_.facts.quantities.size(), sentence_topic_, purpose_, purpose_amount_, has_quantity_});
    if (has_quantity_ && !out_.facts.quantities.empty() && out_.facts.quantities.back().indicator == profile::no_concept) {
      sentence_topic_ = content_words(out_.facts.quantities.back().label, lexicon_);  // 二级机构44人（在职31人、退休13人）
    }
    begin_clause(token.range.end);
    last_boundary_ = ElementKind::open;
    purpose_amount_ = false;
  }

  void close(const Token& token) {
    end_clause(token.range.begin);
    add(ElementKind::close, 0, token.range);
    begin_clause(token.range.end);
    if (!outer_.empty()) {
      const Outer outer = outer_.back();
      outer_.pop_back();
      sentence_topic_ = outer.topic;
      purpose_ = outer.purpose;
      purpose_amount_ = outer.purpose_amount;
      if (outer.quantities == out_.facts.quantities.size()) {  // 专项资金（…号）20万元
        clause_begin_ = outer.clause_begin;
        clause_start_ = outer.clause_start;
      }
      has_quantity_ = outer.has_quantity;
    }
    last_boundary_ = ElementKind::close;
  }

  void begin_clause(std::uint32_t position) {
    clause_begin_ = clause_start_ = position;
    has_quantity_ = false;
    purpose_ = false;
  }

  // Words without a quantity become a phrase; the first phrase of an item is its topic.
  void end_clause(std::uint32_t end) {
    if (clause_begin_ >= end || has_quantity_) return;
    const auto words = text_.substr(clause_begin_, end - clause_begin_);
    if (is_blank(words)) return;
    const auto conjunctions = std::count_if(words.begin(), words.end(), is_conjunction);
    add(ElementKind::phrase, static_cast<int>(conjunctions), {clause_begin_, end});
    note_period(words);
    const bool colon_follows = end < text_.size() && text_[end] == u':';
    const bool first = out_.facts.quantities.empty() && out_.facts.elements.size() <= 2;
    if (first) read_subject(words);
    comma_follows_ = end < text_.size() && text_[end] == u',';
    if (after_marker_ || (colon_follows && out_.facts.quantities.empty()) || (first && names_a_thing(words))) read_topic(words, colon_follows);
    after_marker_ = false;
  }

  // “三公”经费单位为元。年初预算86,000元: what the block is about, where a general word names nothing itself
  void read_subject(std::u16string_view words) {
    const profile::Entry* entry = lexicon_.concept_prefix(trimmed(words));
    if (!entry) return;
    const profile::Concept& subject = lexicon_.vocabulary().concepts[entry->concept_index];
    if (!subject.generic && !subject.stock && subject.kind == profile::UnitKind::money) block_indicator_ = entry->concept_index;
  }

  static std::u16string_view trimmed(std::u16string_view words) {
    while (!words.empty() && text::is_space(words.front())) words.remove_prefix(1);
    return words;
  }

  // 应急救护培训项目，支出38万元: a short name in front of its amounts
  bool names_a_thing(std::u16string_view words) const {
    const profile::Entry* entry = lexicon_.suffix(words, WordClass::topic);
    return entry && words.size() >= entry->word.size() + 2 && words.size() <= longest_topic - 6 && !lexicon_.contains(words, WordClass::compare);
  }

  void read_topic(std::u16string_view words, bool colon_follows) {
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

  void note_period(std::u16string_view words) {
    const Period period = stated_period(words, lexicon_);
    if (period.kind != PeriodKind::unstated) period_ = period;
  }

  void add(ElementKind kind, int value, text::Range range, MarkerStyle style = MarkerStyle::none) {
    out_.facts.elements.push_back({kind, value, -1, style});
    out_.places.elements.push_back(range);
  }

  void finish() {
    const auto& elements = out_.facts.elements;
    for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
      if (element->kind == ElementKind::colon || element->kind == ElementKind::announce) {
        out_.facts.announces_list = true;
        return;
      }
      if (element->kind != ElementKind::comma) return;
    }
  }

  const syntax::Block& block_;
  std::u16string_view text_;
  const profile::Lexicon& lexicon_;
  Extracted out_;
  std::vector<Outer> outer_;
  std::size_t token_ = 0;
  std::uint32_t clause_begin_ = 0;    // first unit behind the last mark or quantity
  std::uint32_t clause_start_ = 0;    // first unit behind the last mark
  std::uint32_t boundary_begin_ = 0;  // the last mark
  std::uint32_t colon_clause_ = 0;
  text::Range lead_;
  Period period_;
  std::u16string topic_, pending_topic_, sentence_topic_;
  std::vector<std::u16string> names_;  // of 分别为, waiting for their amounts
  std::uint16_t sentence_indicator_ = profile::no_concept, block_indicator_ = profile::no_concept;
  ElementKind last_boundary_ = ElementKind::stop;
  int quote_ = 0;
  bool has_quantity_ = false, after_marker_ = false, item_begins_ = false, comma_follows_ = false, comparing_ = false, staff_topic_ = false;
  bool purpose_ = false, purpose_amount_ = false, colon_announces_ = false;
};

}  // namespace

Extracted extract(const syntax::Block& block, const profile::Lexicon& lexicon) { return Extractor(block, lexicon).run(); }

}  // namespace gouji::facts
