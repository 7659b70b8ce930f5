// What stands above a table and in its first cells: title, unit, and whose figures these are.

#include <algorithm>

#include "facts/cues.h"
#include "facts/label.h"
#include "relations/tables.h"
#include "text/text.h"

namespace gouji::relations {
namespace {

using profile::Lexicon;
using profile::TableWords;

constexpr std::uint32_t lines_above = 4;
constexpr std::size_t longest_title = 50;   // units
constexpr std::size_t longest_topic = 30;

std::u16string bare(std::u16string_view words) {
  std::u16string rest;
  for (const char16_t unit : words) {
    if (!text::is_space(unit)) rest += unit;
  }
  return rest;
}

// 单位：万元
std::optional<std::uint16_t> unit_in(std::u16string_view line, const Lexicon& lexicon) {
  for (const std::u16string& word : lexicon.vocabulary().tables.unit) {
    for (auto at = line.find(word); at != std::u16string_view::npos; at = line.find(word, at + 1)) {
      std::size_t begin = at + word.size();
      for (const std::u16string_view between : {u"均", u"都", u"统一", u"一律"}) {   // 金额单位均为万元
        if (line.substr(std::min(begin, line.size())).starts_with(between)) begin += between.size();
      }
      if (begin >= line.size() || (line[begin] != u':' && line[begin] != u'为' && line[begin] != u'是')) continue;
      ++begin;
      if (line.substr(begin).starts_with(u"人民币")) begin += 3;
      const profile::Entry* entry = begin < line.size() ? lexicon.unit_at(line, begin) : nullptr;
      const std::size_t end = entry ? begin + entry->word.size() : begin;
      const bool ends = entry && (end == line.size() || !text::is_han(line[end]));
      const bool several = ends && end < line.size() && std::u16string_view(u"、,/").find(line[end]) != std::u16string_view::npos;   // 单位：人、元
      if (ends && !several) return entry->unit;
    }
  }
  if (line.size() <= longest_title && line.ends_with(u")")) {   // 表二 项目支出(元)
    const auto open = line.rfind(u'(');
    const profile::Entry* entry = open == std::u16string_view::npos ? nullptr : lexicon.unit_at(line, open + 1);
    const bool whole = entry && open + 1 + entry->word.size() + 1 == line.size() && lexicon.vocabulary().units[entry->unit].kind == profile::UnitKind::money;
    if (whole) return entry->unit;
  }
  return std::nullopt;
}

// 表1, 附表2：
std::u16string_view without_number(std::u16string_view title) {
  const bool numbered = title.starts_with(u"表") || title.starts_with(u"附表") || title.starts_with(u"续表");
  if (!numbered) return title;
  std::size_t i = title.find(u'表') + 1;
  constexpr std::u16string_view marks = u"0123456789.-—:、";
  while (i < title.size() && marks.find(title[i]) != std::u16string_view::npos) ++i;
  if (i + 1 < title.size() && (title[i + 1] == u':' || title[i + 1] == u'、')) i += 2;   // 表一：
  return title.substr(i);
}

std::u16string_view without_unit(std::u16string_view title) {
  const auto bracket = title.find(u"(单位");
  return bracket == std::u16string_view::npos ? title : title.substr(0, bracket);
}

bool is_title(const syntax::Block& block, std::u16string_view line) {
  if (line.empty() || line.size() > longest_title || line.find_first_of(u"。;") != std::u16string_view::npos) return false;
  if (line.ends_with(u"表") || line.starts_with(u"表") || line.starts_with(u"附表")) return true;
  return block.kind == syntax::BlockKind::heading && !block.run_in;
}

void strip(std::u16string& words, const std::vector<std::u16string>& endings) {
  for (bool changed = true; changed && !words.empty();) {
    changed = false;
    for (const std::u16string& ending : endings) {
      if (!words.ends_with(ending)) continue;
      words.resize(words.size() - ending.size());
      changed = true;
    }
  }
}

// The fund, the project or the indicator that a title speaks of.
void read_title(Table& table, const Lexicon& lexicon) {
  std::u16string_view title = without_unit(without_number(table.title));
  const facts::Cues cues = facts::find_cues(title, lexicon);
  const bool several = title.find(u"预算执行") != std::u16string_view::npos || (lexicon.contains(title, profile::WordClass::budget) && lexicon.contains(title, profile::WordClass::actual));
  if (!several) table.basis = cues.basis;
  table.period = cues.period;
  std::u16string rest(title);
  if (const auto bracket = rest.find(u'('); bracket != std::u16string::npos && bracket > 0 && rest.find(u"境", bracket) == std::u16string::npos) rest.resize(bracket);
  const auto& indicators = lexicon.vocabulary().concepts;
  const auto find_source = [&] {
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const profile::Entry* entry = lexicon.word_at(rest, i);
      if (entry && entry->concept_index != profile::no_concept && (indicators[entry->concept_index].source || indicators[entry->concept_index].id.find("general_budget") == 0 || indicators[entry->concept_index].id.find("fund_") == 0 || indicators[entry->concept_index].id.find("fiscal_") == 0)) return entry;
    }
    return static_cast<const profile::Entry*>(nullptr);
  };
  if (const profile::Entry* source = find_source()) table.topic = indicators[source->concept_index].name;
  for (std::u16string words = rest; !words.empty();) {
    const profile::Entry* entry = lexicon.concept_suffix(words);
    const bool alone = entry && facts::content_words(words.substr(0, words.size() - entry->word.size()), lexicon).empty();
    if (entry && (!indicators[entry->concept_index].generic || alone)) {
      if (table.topic.empty()) table.subject = entry->concept_index;
      return;
    }
    const auto& tails = lexicon.vocabulary().tables.title;
    const auto tail = std::find_if(tails.begin(), tails.end(), [&](const std::u16string& word) { return words.ends_with(word); });
    if (tail == tails.end()) break;
    words.resize(words.size() - tail->size());
  }
  strip(rest, lexicon.vocabulary().tables.title);
  const std::u16string about = facts::content_words(rest, lexicon);
  const bool of_body = lexicon.suffix(about, profile::WordClass::organization) != nullptr;
  if (table.topic.empty() && (of_body || about.find(u"项目") != std::u16string::npos)) table.topic = about;
}

}  // namespace

void read_captions(Table& table, const std::vector<BlockView>& blocks, const std::vector<std::u16string>& inside, const Lexicon& lexicon) {
  const TableWords& words = lexicon.vocabulary().tables;
  const std::uint32_t first = table.rows.front().block;
  for (std::uint32_t i = 1; i <= lines_above && i <= first; ++i) {
    const syntax::Block& block = *blocks[first - i].block;
    if (block.kind == syntax::BlockKind::table_row || block.kind == syntax::BlockKind::contents) break;
    const std::u16string line = bare(block.folded);
    if (!table.unit) table.unit = unit_in(line, lexicon);
    if (!is_title(block, line)) {
      if (line.size() > longest_title || line.find(u'。') != std::u16string::npos) break;
      continue;
    }
    table.title = block.kind == syntax::BlockKind::heading && block.title.size() > 0 ? bare(std::u16string_view(block.folded).substr(block.title.begin, block.title.size())) : line;
    break;
  }
  bool begins = true;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i].empty()) {
      begins = true;
      continue;
    }
    if (!table.unit) table.unit = unit_in(inside[i], lexicon);
    const bool form = std::find(words.form.begin(), words.form.end(), inside[i]) != words.form.end();
    if (form && i + 1 < inside.size() && !inside[i + 1].empty() && inside[i + 1].size() <= longest_topic) table.topic = inside[i + 1];
    if (begins && table.title.empty() && inside[i].ends_with(u"表")) table.title = inside[i];
    begins = false;
  }
  const std::u16string topic = table.topic;
  read_title(table, lexicon);
  if (!topic.empty()) table.topic = topic;
}

}  // namespace gouji::relations
