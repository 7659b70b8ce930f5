// The extractor: one pass over the tokens of a block, clause by clause.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "facts/measure.h"

namespace gouji::facts {

class Extractor {
 public:
  Extractor(const syntax::Block& block, const profile::Lexicon& lexicon) : block_(block), text_(block.folded), lexicon_(lexicon) {}

  Extracted run();
 private:
  /// What a bracket interrupts and its end restores.
  struct Outer {
    std::uint32_t clause_begin, clause_start;
    std::size_t quantities;
    std::u16string topic;
    bool purpose, purpose_amount, has_quantity;
  };

  void step();
  bool clause_is_empty() const;
  bool tells_no_number() const;
  bool take_inline_marker(std::uint32_t position);
  void collect_names(std::uint32_t end);
  bool is_composed(std::uint32_t position) const;
  void take_marker(const syntax::Marker& marker);
  void word(const syntax::Token& token);
  bool take_cell();
  bool take_measure();
  bool take(Measure& measure);
  bool take_bare();
  bool take_bare_count();
  std::size_t row_with_unit() const;
  std::size_t named_row() const;
  void adopt_subject(Quantity& quantity) const;
  void inherit_topic(Quantity& quantity);
  std::pair<std::u16string_view, std::u16string_view> surroundings(const Measure& measure);
  bool starts_with_conjunction(std::uint32_t end) const;
  std::u16string_view announce_within(std::u16string_view before);
  void announce_named(std::u16string_view name, int form, text::Range range);
  void announce_open(text::Range range, int form);
  bool is_among(const profile::Entry& entry) const;
  static bool is_mark(char16_t unit);
  static bool is_blank(std::u16string_view words) { return std::all_of(words.begin(), words.end(), text::is_space); }

  std::u16string_view lead() const;
  void continue_weights(Quantity& quantity, std::u16string_view before) const;
  void note_range(Quantity& quantity, std::u16string_view before);
  bool sums_up_a_number(const Quantity& quantity, std::u16string_view before) const;
  void begin_shares(Quantity& quantity, std::u16string_view before, std::uint32_t end);
  void name_by_lead(Quantity& quantity) const;
  void continue_shares(Quantity& quantity, std::u16string_view before);
  static bool is_blank_or_conjunction(std::u16string_view words);
  void link_base(Quantity& quantity, std::u16string_view before);
  std::u16string part_of_ratio(std::u16string_view clause) const;
  void punctuation(const syntax::Token& token);
  void boundary(const syntax::Token& token, ElementKind kind);
  void dash(const syntax::Token& token);
  void name_colon(std::uint32_t begin, std::uint32_t end, bool plain);
  void announce_by_phrase(std::u16string_view words, bool plain, bool colon, text::Range range);
  bool skip_variants();
  void open(const syntax::Token& token);
  void close(const syntax::Token& token);
  void begin_clause(std::uint32_t position);
  bool names_rest(std::u16string_view words) const;
  void end_clause(std::uint32_t end);
  void read_subject(std::u16string_view words);
  static std::u16string_view trimmed(std::u16string_view words);
  bool names_a_thing(std::u16string_view words) const;
  std::u16string thing_in(std::u16string_view label) const;
  void read_topic(std::u16string_view words, bool colon_follows);
  void note_weight(Quantity& quantity, std::u16string_view before);
  void note_weights();
  void collect_names_in_order(std::u16string_view before, std::uint32_t number);
  std::size_t numbers_in_row() const;
  void note_complement(Quantity& quantity, std::u16string_view before);
  void note_period(std::u16string_view words);
  std::int8_t read_step(std::u16string_view words) const;
  void note_flow(Quantity& quantity, std::u16string_view before) const;
  void note_used_up(std::u16string_view words);
  void begin_comparison();
  int change_before() const;
  bool is_of_that_change(const Quantity& quantity, std::u16string_view before) const;
  bool is_compared_with(std::u16string_view before) const;
  void end_comparison();
  bool exceeds(const Quantity& quantity, std::u16string_view before) const;
  bool continues_changes(const Quantity& quantity, std::u16string_view before) const;
  void note_comparison(Quantity& quantity, std::u16string_view before);
  void name_by(Quantity& quantity, std::u16string_view words) const;
  void arrive(Quantity& quantity, Quantity& start);
  void add(ElementKind kind, int value, text::Range range, syntax::MarkerStyle style = syntax::MarkerStyle::none);
  void name_budget_item();
  void finish();
  const syntax::Block& block_;
  std::u16string_view text_;
  const profile::Lexicon& lexicon_;
  Extracted out_;
  std::vector<Outer> outer_;
  std::size_t token_ = 0, cell_ = 0;
  std::uint32_t clause_begin_ = 0;    // first unit behind the last mark or quantity
  std::uint32_t clause_start_ = 0;    // first unit behind the last mark
  std::uint32_t boundary_begin_ = 0;  // the last mark
  std::uint32_t colon_clause_ = 0;
  std::uint32_t dash_ends_ = 0;       // the dash that ends an aside
  text::Range lead_;
  Period period_;
  std::u16string topic_, pending_topic_, sentence_topic_;
  std::u16string last_words_;          // before the quantity before this one
  std::size_t bare_until_ = 0;         // the token behind a row of numbers that share one unit
  Quantity bare_like_;                 // which has that unit
  std::u16string order_words_;         // 占总额的, 成交: told once behind several names
  std::vector<std::u16string> names_;  // of 分别为, waiting for their amounts
  std::uint16_t sentence_indicator_ = profile::no_concept, block_indicator_ = profile::no_concept;
  ElementKind last_boundary_ = ElementKind::stop;
  int compared_with_ = -1;             // the quantity that the sentence compares with
  std::u16string comparison_words_;    // the words that name it
  int quote_ = 0;
  bool has_quantity_ = false, after_marker_ = false, item_begins_ = false, item_has_title_ = false, comma_follows_ = false, comparing_ = false, staff_topic_ = false;
  bool weights_follow_ = false;        // the amounts of the sentence are set, and not gained
  Period sentence_period_;                            // when the sentence began
  bool sentence_has_quantity_ = false, year_told_late_ = false;   // 本年12万元；2023年14万元: of this sentence only
  bool purpose_ = false, purpose_amount_ = false, colon_announces_ = false;
};

}  // namespace gouji::facts
