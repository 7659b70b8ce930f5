// Extracts the facts of a block: quantities and the skeleton between them.

#include <algorithm>

#include "facts/cues.h"
#include "facts/extractor.h"
#include "facts/label.h"
#include "text/text.h"
#include "text/unit_set.h"

namespace gouji::facts {

using profile::WordClass;
using syntax::MarkerStyle;
using syntax::Token;
using syntax::TokenKind;

namespace {

constexpr std::uint32_t longest_after = 24;  // units behind a counter that may name the counted thing

}  // namespace

Extracted Extractor::run() {
  if (block_.kind == syntax::BlockKind::contents) return {};
  const auto numbers = std::count_if(block_.tokens.begin(), block_.tokens.end(), [](const Token& token) { return token.kind == TokenKind::number; });
  out_.facts.quantities.reserve(static_cast<std::size_t>(numbers));
  out_.facts.elements.reserve(block_.tokens.size() / 2);
  out_.places.elements.reserve(block_.tokens.size() / 2);
  begin_clause(0);
  if (block_.marker.style != MarkerStyle::none) take_marker(block_.marker);
  while (token_ < block_.tokens.size()) step();
  end_clause(static_cast<std::uint32_t>(text_.size()));
  finish();
  return std::move(out_);
}

void Extractor::step() {
  if (block_.kind == syntax::BlockKind::table_row && take_cell()) return;
  const Token& token = block_.tokens[token_];
  if (clause_is_empty()) {
    if (take_inline_marker(token.range.begin)) return;
    if (text_[token.range.begin] == u'由' && is_composed(token.range.end)) add(ElementKind::announce, 0, {token.range.begin, token.range.begin + 1});
  }
  switch (token.kind) {
    case TokenKind::number:
    case TokenKind::numeral:
      if (take_measure() || take_bare()) return;
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

bool Extractor::clause_is_empty() const {
  const std::uint32_t here = block_.tokens[token_].range.begin;
  if (has_quantity_ || here < clause_begin_) return false;
  for (std::uint32_t i = clause_begin_; i < here; ++i) {
    if (!text::is_space(text_[i])) return false;
  }
  return true;
}

// 其余为冷链设施: up to the mark that ends the clause
bool Extractor::tells_no_number() const {
  for (std::size_t i = token_; i < block_.tokens.size() && block_.tokens[i].kind != TokenKind::punctuation; ++i) {
    if (block_.tokens[i].kind == TokenKind::number || block_.tokens[i].kind == TokenKind::numeral) return false;
  }
  return true;
}

bool Extractor::take_inline_marker(std::uint32_t position) {
  const auto marker = syntax::parse_marker(text_, position, true);
  if (!marker || marker->end <= position) return false;
  if (last_boundary_ == ElementKind::open && marker->style == MarkerStyle::arabic_paren) return false;  // 小（1）型
  const bool number_list = last_boundary_ == ElementKind::pause && marker->style != MarkerStyle::enumeration;
  if (number_list) return false;
  take_marker(*marker);
  return true;
}

void Extractor::take_marker(const syntax::Marker& marker) {
  const std::uint32_t begin = token_ < block_.tokens.size() ? block_.tokens[token_].range.begin : 0;
  add(ElementKind::item, marker.number, {std::max(begin, block_.content), marker.label_end}, marker.style);
  while (token_ < block_.tokens.size() && block_.tokens[token_].range.end <= marker.end) ++token_;
  begin_clause(marker.end);
  topic_.clear();
  pending_topic_.clear();
  sentence_topic_.clear();
  sentence_indicator_ = block_indicator_ = profile::no_concept;
  after_marker_ = item_begins_ = true;
  item_has_title_ = false;
  end_comparison();
  purpose_amount_ = false;
}

void Extractor::word(const Token& token) {
  const profile::Entry& entry = *token.entry;
  const bool starts = clause_is_empty();
  if (starts && entry.is(WordClass::besides)) add(ElementKind::besides, 0, token.range);
  if (starts && entry.is(WordClass::rest) && tells_no_number()) add(ElementKind::et_cetera, 1, token.range);
  if (entry.is(WordClass::announce)) {
    if ((entry.word.starts_with(u"分别") || entry.word.starts_with(u"依次")) && !has_quantity_) collect_names(token.range.begin);
    auto name = text_.substr(clause_begin_, token.range.begin - std::min(clause_begin_, token.range.begin));
    while (name.size() > 2 && std::u16string_view(u"又再则还也均").find(name.back()) != std::u16string_view::npos) name.remove_suffix(1);   // 在职人员经费又分为
    const auto clause = text_.substr(clause_begin_, token.range.end - std::min(clause_begin_, token.range.end));
    weights_follow_ = clause.find(u"分值") != std::u16string_view::npos || clause.find(u"权重") != std::u16string_view::npos;   // 分值设置为
    const bool in_order = entry.word.starts_with(u"分别") || entry.word.starts_with(u"依次") || entry.word.starts_with(u"各");
    const auto by = name.rfind(u'按');   // 实际支出按用途划分为
    const int form = in_order ? 1 : entry.word.find(u"来源") != std::u16string::npos ? 4 : is_among(entry) ? 5 : 0;
    if (!has_quantity_ && by != std::u16string_view::npos && by >= 2) announce_named(name.substr(0, by), 3, token.range);
    else announce_named(has_quantity_ ? std::u16string_view() : name, form, token.range);
  }
  else if (entry.is(WordClass::announce_partial)) add(ElementKind::announce_partial, 0, token.range);
  else if (entry.is(WordClass::announce_open) && (entry.word.size() > 1 || starts)) announce_open(token.range, is_among(entry) ? 5 : 0);
  else if (entry.is(WordClass::et_cetera)) add(ElementKind::et_cetera, 0, token.range);
  if (entry.is(WordClass::purpose)) {
    add(ElementKind::purpose, 0, token.range);
    purpose_ = true;
  }
  if (entry.is(WordClass::compare)) begin_comparison();
}

// 其中, 含: parts follow, perhaps not all of them.
bool Extractor::is_among(const profile::Entry& entry) const {
  const auto& among = lexicon_.vocabulary().lists.among;
  return std::find(among.begin(), among.end(), entry.word) != among.end();
}

bool Extractor::take_measure() {
  auto measure = read_measure(block_, token_, lexicon_);
  return measure && take(*measure);
}

bool Extractor::take(Measure& measure) {
  Quantity& quantity = measure.quantity;
  if (has_quantity_ && starts_with_conjunction(measure.range.begin)) add(ElementKind::pause, 0, {clause_begin_, clause_begin_ + 1});
  auto [before, after] = surroundings(measure);
  if (before.ends_with(u"(")) before.remove_suffix(1);
  before = announce_within(before);
  if (names_.empty() && !has_quantity_) collect_names_in_order(before, measure.number_range.begin);
  std::u16string name;   // 基本支出、项目支出分别为…和…: the one whose turn it is
  if (!names_.empty()) {
    name = names_.front() + order_words_;
    names_.erase(names_.begin());
    before = name;
    if (names_.empty()) order_words_.clear();
  }
  LabelContext context{period_, comparing_, change_before() >= 0, lead()};
  read_label(quantity, before, after, context, lexicon_);
  note_weight(quantity, before);
  if (weights_follow_ && quantity.kind == profile::UnitKind::score && quantity.basis == Basis::unknown) quantity.basis = Basis::target;
  note_complement(quantity, before);
  note_comparison(quantity, before);
  note_flow(quantity, before);
  note_period(before);
  inherit_topic(quantity);
  if (purpose_ || purpose_amount_ || block_.flattened_table) {
    const std::u16string_view thing = trim(before.substr(before.rfind(u'的') == std::u16string_view::npos ? before.size() : before.rfind(u'的') + 1));
    const profile::Entry* named = purpose_ && !purpose_amount_ ? lexicon_.concept_suffix(thing) : nullptr;   // 用于…的基本支出
    if (quantity.role == Role::level && !(named && named->word.size() == thing.size())) quantity.role = Role::detail;
    purpose_amount_ = purpose_amount_ || (purpose_ && !quantity.announced);  // 用于以下四个方面：
  }
  if (sums_up_a_number(quantity, before)) quantity.role = Role::total;
  note_range(quantity, before);
  link_base(quantity, before);
  begin_shares(quantity, before, measure.range.end);
  name_by_lead(quantity);
  continue_shares(quantity, before);
  continue_weights(quantity, before);
  out_.facts.quantities.push_back(std::move(quantity));
  out_.places.quantities.push_back(measure.range);
  out_.places.numbers.push_back(measure.number_range);
  add(ElementKind::quantity, static_cast<int>(out_.facts.quantities.size()) - 1, measure.range);
  token_ = measure.next_token;
  clause_begin_ = measure.range.end;
  has_quantity_ = sentence_has_quantity_ = true;
  after_marker_ = false;
  return true;
}

std::pair<std::u16string_view, std::u16string_view> Extractor::surroundings(const Measure& measure) {
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

bool Extractor::is_mark(char16_t unit) {
  constexpr text::UnitSet marks(u",。;:、()!?[]|\t\n.0123456789");
  return marks.contains(unit);
}

std::u16string_view Extractor::lead() const {
  if (last_boundary_ != ElementKind::comma || lead_.empty()) return {};
  return text_.substr(lead_.begin, lead_.size());
}

// 两项共1,398万元: the total of as many amounts before it
bool Extractor::sums_up_a_number(const Quantity& quantity, std::u16string_view before) const {
  if (!has_quantity_ || out_.facts.quantities.empty() || quantity.role == Role::change) return false;
  const Quantity& number = out_.facts.quantities.back();
  while (!before.empty() && text::is_space(before.back())) before.remove_suffix(1);
  const profile::Entry* total = lexicon_.suffix(before, WordClass::total);
  const bool plain_total = before == u"共" || (total && content_words(before.substr(0, before.size() - total->word.size()), lexicon_).empty());
  return plain_total && number.kind == profile::UnitKind::count && !number.announced;
}

bool Extractor::is_blank_or_conjunction(std::u16string_view words) {
  return std::all_of(words.begin(), words.end(), [](char16_t unit) { return text::is_space(unit) || is_conjunction(unit); });
}

void Extractor::add(ElementKind kind, int value, text::Range range, MarkerStyle style) {
  out_.facts.elements.push_back({kind, value, -1, style});
  out_.places.elements.push_back(range);
}

void Extractor::finish() {
  name_budget_item();
  if (out_.facts.quantities.size() > most_quantities) {
    out_.facts.crowded = true;
    out_.facts.elements.clear();
    out_.facts.names.clear();
    out_.places.elements.clear();
    for (Quantity& quantity : out_.facts.quantities) quantity.role = Role::detail;
    return;
  }
  const auto& elements = out_.facts.elements;
  for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
    if (element->kind == ElementKind::colon || element->kind == ElementKind::announce) {
      out_.facts.announces_list = true;
      return;
    }
    if (element->kind != ElementKind::comma) return;
  }
}

Extracted extract(const syntax::Block& block, const profile::Lexicon& lexicon) { return Extractor(block, lexicon).run(); }

}  // namespace gouji::facts
