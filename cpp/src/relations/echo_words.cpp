// Words of quantities, for echoes.

#include "relations/echo_words.h"

#include <algorithm>
#include <utility>

#include "facts/label.h"
#include "relations/layout.h"
#include "relations/match.h"
#include "relations/values.h"
#include "text/find.h"
#include "text/text.h"

namespace gouji::relations {

using facts::ElementKind;
using facts::Quantity;
using profile::WordClass;

namespace {

constexpr std::size_t longest_noun = 8;    // units of the noun behind a counter
constexpr std::size_t longest_lead = 24;   // units of the first words of a paragraph

// General words say nothing of the thing: each becomes a blank.
std::u16string without_general(std::u16string_view words, const profile::Lexicon& lexicon) {
  std::u16string result;
  for (std::size_t i = 0; i < words.size();) {
    const profile::Entry* entry = lexicon.word_at(words, i);
    const bool general = entry && (entry->is(WordClass::generic) || entry->is(WordClass::neutral) || entry->is(WordClass::tail) || entry->is(WordClass::target));
    const std::size_t length = entry ? entry->word.size() : 1;
    if (general || !text::is_han(words[i])) result += u' ';
    else result += words.substr(i, length);
    i += length;
  }
  return result;
}

}  // namespace

Phrase::Phrase(std::u16string words) : words_(std::move(words)), bits_(words_.size(), no_pair) {
  const auto mixed = [](std::uint32_t number) { return static_cast<std::uint16_t>((number * 2654435761u) >> 24); };
  bool before = false;   // the unit before is a Han character
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const bool here = text::is_han(words_[i]);
    if (here) units_.set(mixed(words_[i]));
    if (here && before) pairs_.set(bits_[i - 1] = mixed(static_cast<std::uint32_t>(words_[i - 1]) << 16 | words_[i]));
    before = here;
  }
}

EchoWords::EchoWords(const DocumentView& document) : document_(document), is_cell_(document.values->size()), own_(document.values->size()), around_(document.values->size()), labels_(document.values->size()) {
  for (const Table& table : *document.tables) {
    for (const TablePart& part : table.parts) read_cells(part, table);
  }
}

// What is kept of a quantity was read in its block.
std::size_t EchoWords::place_of(QuantityRef ref) const {
  document_.blocks.note(ref.block);
  return document_.values->place_of(ref);
}

// A cell is told by the words of its row and the head of its column.
void EchoWords::read_cells(const TablePart& part, const Table& table) {
  for (std::uint32_t row = part.first; row < part.last; ++row) {
    const std::uint32_t block = table.rows[row].block;
    rows_.insert(block);
    std::u16string name;
    for (const char16_t unit : document_.blocks[block].block->folded) {
      if (text::is_han(unit)) name += unit;
      else if (!name.empty()) break;
    }
    const bool of_total = total_of(name, *document_.lexicon) != Total::none;
    for (std::size_t column = 0; column < table.rows[row].cells.size() && column < part.columns.size(); ++column) {
      const TableCell& cell = table.rows[row].cells[column];
      if (cell.kind != CellKind::number) continue;
      const QuantityRef ref{block, cell.ordinal};
      const TableColumn& head = part.columns[column];
      const bool change = head.kind == ColumnKind::change || head.kind == ColumnKind::change_rate;
      cells_[ref] = {&table, name, head.head, table.title + u"|" + head.head, head.kind, change, of_total};
      is_cell_[place_of(ref)] = true;
    }
  }
}

const std::u16string& EchoWords::label(QuantityRef ref) const {
  std::optional<std::u16string>& label = labels_[place_of(ref)];
  if (!label) label = facts::content_words(document_.quantity(ref).label, *document_.lexicon);
  return *label;
}

const std::u16string& EchoWords::noun(QuantityRef ref) const {
  const auto& facts = *document_.blocks[ref.block].facts;
  const Quantity& value = document_.quantity(ref);
  if (!value.after.empty() || ref.ordinal + 1 >= facts.quantities.size() || value.kind != profile::UnitKind::count) return value.after;
  for (std::size_t i = 1; i < facts.elements.size(); ++i) {
    if (facts.elements[i].kind != ElementKind::quantity || static_cast<std::uint32_t>(facts.elements[i].value) != ref.ordinal + 1) continue;
    return facts.elements[i - 1].kind == ElementKind::quantity ? facts.quantities[ref.ordinal + 1].label : value.after;
  }
  return value.after;
}

const Phrase& EchoWords::own(QuantityRef ref) const {
  std::optional<Phrase>& words = own_[place_of(ref)];
  if (!words) words = Phrase(read_own(ref));
  return *words;
}

std::u16string EchoWords::read_own(QuantityRef ref) const {
  const Quantity& value = document_.quantity(ref);
  const auto& lexicon = *document_.lexicon;
  std::u16string words = label(ref) + value.topic + value.qualifier;
  if (value.indicator != profile::no_concept) words += lexicon.vocabulary().concepts[value.indicator].name;
  words += facts::content_words(std::u16string_view(noun(ref)).substr(0, longest_noun), lexicon);
  if (!is_cell(ref)) return words;
  for (const char16_t unit : document_.blocks[ref.block].block->folded) words += text::is_han(unit) ? unit : u' ';
  return words + cells_.at(ref).words;
}

const Phrase& EchoWords::around(QuantityRef ref) const {
  std::optional<Phrase>& words = around_[place_of(ref)];
  if (const int heading = document_.outline->heading_of_block[ref.block]; heading >= 0) document_.blocks.note(document_.outline->headings[static_cast<std::size_t>(heading)].block);
  if (!words) words = Phrase(read_around(ref));
  return *words;
}

std::u16string EchoWords::read_around(QuantityRef ref) const {
  std::u16string words = own(ref).words() + u' ' + document_.quantity(ref).base + u' ' + heading_of(ref.block);
  if (!is_cell(ref)) {
    for (const QuantityRef before : document_.layout->before(ref, 0)) {   // the nearest that has words
      if (own(before).empty()) continue;
      words += u' ' + own(before).words();
      break;
    }
    const auto lead = document_.blocks[ref.block].block->folded.slice(0, longest_lead);
    words += u' ';
    words += lead.substr(0, lead.find_first_of(u"。,，;；"));
  }
  return without_general(words, *document_.lexicon);
}

std::u16string EchoWords::heading_of(std::uint32_t block) const {
  const int heading = document_.outline->heading_of_block[block];
  if (heading < 0) return {};
  const syntax::Block& title = *document_.blocks[document_.outline->headings[static_cast<std::size_t>(heading)].block].block;
  return std::u16string(title.title_words());
}

bool EchoWords::stands_by(QuantityRef ref, std::u16string_view words) const { return document_.blocks[ref.block].block->folded.contains(words); }

std::size_t common_pairs(std::u16string_view a, std::u16string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (text::is_han(a[i]) && text::is_han(a[i + 1]) && b.find(a.substr(i, 2)) != std::u16string_view::npos) ++count;
  }
  return count;
}

std::size_t common_pairs(const Phrase& a, const Phrase& b) {
  if (!a.may_share_pairs(b)) return 0;
  const std::u16string_view words = a, other = b;
  std::size_t count = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (a.may_share_pair(i, b) && text::contains(other, words.substr(i, 2))) ++count;
  }
  return count;
}

std::size_t longest_common(const Phrase& a, const Phrase& b) {
  const std::u16string_view words = a, other = b;
  std::size_t longest = 0;
  for (std::size_t i = 0; i + 1 < words.size() && a.may_share_pairs(b); ++i) {
    std::size_t length = std::max(longest + 1, std::size_t{2});
    while (i + length <= words.size() && a.may_share_pair(i, b) && a.may_share_pair(i + length - 2, b) && text::contains(other, words.substr(i, length)) && std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i + length), text::is_han)) longest = length++;
  }
  if (longest > 0 || !a.may_share_units(b)) return longest;
  return std::any_of(words.begin(), words.end(), [&](char16_t unit) { return text::is_han(unit) && other.find(unit) != std::u16string_view::npos; }) ? 1 : 0;
}

std::size_t longest_common(std::u16string_view a, std::u16string_view b) {
  std::size_t longest = 0;
  for (std::size_t i = 0; i + longest < a.size(); ++i) {
    std::size_t length = longest + 1;
    while (i + length <= a.size() && text::is_han(a[i + length - 1]) && b.find(a.substr(i, length)) != std::u16string_view::npos && std::all_of(a.begin() + static_cast<std::ptrdiff_t>(i), a.begin() + static_cast<std::ptrdiff_t>(i + length), text::is_han)) ++length;
    longest = std::max(longest, length - 1);
  }
  return longest;
}

}  // namespace gouji::relations
