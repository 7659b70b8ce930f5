// Marks, brackets and what they end: clauses, phrases, sentences.

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

void Extractor::punctuation(const Token& token) {
  const char16_t mark = text_[token.range.begin];
  switch (mark) {
    case u',': return boundary(token, ElementKind::comma);
    case u'、': return quote_ == 0 ? boundary(token, ElementKind::pause) : void();
    case u';': return boundary(token, ElementKind::semicolon);
    case u'。': case u'!': case u'?': return boundary(token, ElementKind::stop);
    case u'|': return boundary(token, block_.kind == syntax::BlockKind::table_row ? ElementKind::stop : ElementKind::comma);
    case u':': return boundary(token, ElementKind::colon);
    case u'(': case u'【': case u'〔': case u'﹙': return skip_variants() ? void() : open(token);
    case u')': case u'】': case u'〕': case u'﹚': return close(token);
    case u'》':   // 《甲办法》《乙办法》: two names
      if (token.range.end < text_.size() && text_[token.range.end] == u'《') boundary(token, ElementKind::pause);
      return;
    case u'[': return has_quantity_ ? open(token) : void();   // 58名[行政26，事业32]
    case u']': return outer_.empty() ? void() : close(token);
    case u'+': return has_quantity_ ? boundary(token, ElementKind::pause) : void();   // 户籍8.6万人＋流动5.1万人
    case u'—': return dash(token);
    case u'“': ++quote_; return;
    case u'”': quote_ = 0; return;
    case u'.':
      if (token.range.end >= text_.size() || text::is_han(text_[token.range.end]) || text::is_space(text_[token.range.end])) boundary(token, ElementKind::stop);
      return;
    default: return;
  }
}

// 厨工14名——厨师4名、帮厨8名: a colon; 在岗51人——行政13人、事业38人——满编率94%: a bracket.
void Extractor::dash(const Token& token) {
  const std::uint32_t at = token.range.begin;
  if (at == 0) return;
  if (text_[at - 1] == u'—') return begin_clause(token.range.end);
  if (at + 1 >= text_.size() || text_[at + 1] != u'—') return;
  if (dash_ends_ == at) return close(token);
  const auto end = std::min(text_.find_first_of(u"。;:", at), text_.size());
  const auto second = text_.find(u"——", at + 2);
  if (second >= end || !has_quantity_) return boundary(token, ElementKind::colon);
  dash_ends_ = static_cast<std::uint32_t>(second);
  open(token);
}

void Extractor::boundary(const Token& token, ElementKind kind) {
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
    end_comparison();
    purpose_amount_ = false;
    weights_follow_ = false;
    if (kind == ElementKind::stop) {
      item_has_title_ = true;
      if (period_.kind == PeriodKind::previous) period_ = {};   // what the next sentence tells is of this year again
      if (year_told_late_) period_ = sentence_period_;
      sentence_period_ = period_;
      year_told_late_ = sentence_has_quantity_ = false;
    }
    quote_ = 0;
    sentence_topic_.clear();
    sentence_indicator_ = block_indicator_;
    names_.clear();
  }
}

// 6个县（市、区）残联: other last words of the same name, no list. Stops at the closing bracket.
bool Extractor::skip_variants() {
  bool single = false, several = false;
  std::uint32_t size = 0;
  for (std::size_t i = token_ + 1; i < block_.tokens.size(); ++i) {
    const Token& token = block_.tokens[i];
    const char16_t unit = text_[token.range.begin];
    const bool ends = token.kind == TokenKind::punctuation && (unit == u'、' || unit == u')');
    if (!ends && (token.kind == TokenKind::punctuation || token.kind == TokenKind::number || !text::is_han(unit))) return false;
    if (!ends) size += token.range.size();
    if (!ends) continue;
    if (size == 0 || size > 2) return false;
    single |= size == 1;
    size = 0;
    if (unit == u'、') several = true;
    else if (single && several) return token_ = i, true;
    else return false;
  }
  return false;
}

void Extractor::open(const Token& token) {
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

void Extractor::close(const Token& token) {
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

void Extractor::begin_clause(std::uint32_t position) {
  clause_begin_ = clause_start_ = position;
  has_quantity_ = false;
  purpose_ = false;
}

// 其余为磷肥: what the list before it leaves without a number.
bool Extractor::names_rest(std::u16string_view words) const {
  const auto& rest = lexicon_.vocabulary().lists.rest;
  return !out_.facts.quantities.empty() && std::any_of(rest.begin(), rest.end(), [&](const std::u16string& word) { return words.starts_with(word); });
}

// Words without a quantity become a phrase; the first phrase of an item is its topic.
void Extractor::end_clause(std::uint32_t end) {
  if (clause_begin_ >= end || has_quantity_) return;
  const auto words = text_.substr(clause_begin_, end - clause_begin_);
  if (is_blank(words)) return;
  const auto conjunctions = std::count_if(words.begin(), words.end(), is_conjunction);
  const bool the_rest = trim(words).starts_with(u"其余") || trim(words).starts_with(u"余下");   // 其余为…: a part without its amount
  if (the_rest) add(ElementKind::et_cetera, 1, {clause_begin_, end});
  add(ElementKind::phrase, static_cast<int>(conjunctions), {clause_begin_, end});
  out_.facts.elements.back().rest = names_rest(words);
  note_period(words);
  note_used_up(words);
  const bool colon_follows = end < text_.size() && text_[end] == u':';
  const bool first = out_.facts.quantities.empty() && out_.facts.elements.size() <= 2;
  if (first) read_subject(words);
  comma_follows_ = end < text_.size() && text_[end] == u',';
  if (after_marker_ || (colon_follows && out_.facts.quantities.empty()) || (first && names_a_thing(words))) read_topic(words, colon_follows);
  after_marker_ = false;
}

}  // namespace gouji::facts
