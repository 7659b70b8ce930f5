// The rows of a panel as a list: which row is part of which, by codes, numbers, indentation and 其中.

#include <algorithm>
#include <array>

#include "facts/label.h"
#include "relations/table_linker.h"

namespace gouji::relations {

using profile::no_concept;
using syntax::MarkerStyle;

namespace {

// 产出指标（50分）
std::u16string without_weight(const std::u16string& words) {
  const auto bracket = words.find(u'(');
  return bracket == std::u16string::npos || bracket == 0 ? words : words.substr(0, bracket);
}

}  // namespace

TableLinker::Lines TableLinker::read_lines(const TablePart& part, const TablePanel& panel) const {
  Lines lines;
  for (std::uint32_t row = part.first; row < part.last; ++row) {
    const auto& cells = table_.rows[row].cells;
    const bool empty = std::all_of(panel.numbers.begin(), panel.numbers.end(), [&](std::uint32_t column) { return cells[column].kind == CellKind::blank; });
    const bool unnamed = std::none_of(panel.names.begin(), panel.names.end(), [&](std::uint32_t column) { return cells[column].kind == CellKind::text; });
    if (empty && unnamed) continue;   // the other panel is longer
    Line line;
    static_cast<RowName&>(line) = read_name(table_, part, panel, row, *document_.lexicon);
    if (is_fund_total(line.words)) line.total = Total::none;
    if (panel.names.size() >= 2 && line.total == Total::none) {
      const TableCell& first = cells[panel.names.front()];
      const bool goes_on = first.kind == CellKind::blank && !lines.empty() && lines.back().total == Total::none;
      line.group = first.kind == CellKind::text ? without_weight(first.words) : goes_on ? lines.back().group : std::u16string();
    }
    lines.push_back(std::move(line));
  }
  read_serials(panel, lines);
  find_parents(lines);
  settle_among(panel, lines);
  return lines;
}

// 2, 2-1, 2-2, 3: the second number says that a row is below the one of the first.
void TableLinker::read_serials(const TablePanel& panel, Lines& lines) const {
  const auto is_digit = [](char16_t unit) { return unit >= u'0' && unit <= u'9'; };
  const auto serial = [&](const Line& line) {
    const bool told = !panel.serials.empty() && line.total == Total::none && line.style == MarkerStyle::none;
    return told ? std::u16string_view(table_.rows[line.row].cells[panel.serials.front()].words) : std::u16string_view();
  };
  const auto split = [](std::u16string_view words) { return words.find_first_of(u"-.－"); };
  const auto is_lower = [&](std::u16string_view words) {
    const auto at = split(words);
    return at != std::u16string_view::npos && at > 0 && at + 1 < words.size() && is_digit(words.front()) && is_digit(words.back());
  };
  if (std::none_of(lines.begin(), lines.end(), [&](const Line& line) { return is_lower(serial(line)); })) return;
  for (Line& line : lines) {
    const std::u16string_view words = serial(line);
    if (is_lower(words)) line.style = MarkerStyle::arabic_paren;
    else if (!words.empty() && std::all_of(words.begin(), words.end(), is_digit)) line.style = MarkerStyle::arabic;
  }
}

// 其中：房屋 | 设备 | 图书 | 在建工程: of the rows behind 其中 the first few, where these add up in every column.
void TableLinker::settle_among(const TablePanel& panel, Lines& lines) const {
  for (std::size_t whole = 0; whole < lines.size(); ++whole) {
    const std::vector<std::size_t> listed = lines[whole].listed;
    const auto first = std::find_if(listed.begin(), listed.end(), [&](std::size_t i) { return lines[i].uncertain; });
    if (first == listed.end()) continue;
    for (auto end = first;; ++end) {
      bool told = false, good = end - listed.begin() >= 2;
      for (const std::uint32_t column : panel.numbers) {
        if (!good || !is_number(lines[whole].row, column) || quantity(lines[whole].row, column).kind == profile::UnitKind::percent) continue;
        number::Decimal sum(0, 0);
        std::size_t numbers = 0;
        for (auto i = listed.begin(); i != end; ++i) {
          if (!is_number(lines[*i].row, column)) continue;
          sum = sum + quantity(lines[*i].row, column).value();
          ++numbers;
        }
        good = sum == quantity(lines[whole].row, column).value() || (numbers == 0 && !told);
        told = told || (good && numbers >= 2 && !sum.is_zero());
      }
      if (good && told) {
        for (auto i = first; i != listed.end(); ++i) {
          lines[*i].uncertain = false;
          if (i >= end) continue;
          lines[*i].among = true;
          lines[*i].parent = static_cast<int>(whole);
        }
        lines[whole].listed.assign(listed.begin(), end);
        break;
      }
      if (end == listed.end()) break;
    }
  }
}

bool TableLinker::is_fund_total(std::u16string_view words) const { return ends_in(words, document_.lexicon->vocabulary().tables.funds); }
bool TableLinker::is_fund(const Line& line) const { return ends_in(line.words, document_.lexicon->vocabulary().tables.fund); }

namespace {

enum class Order { codes, numbers, indents, flat };

// Markers of one style stand at one depth, and deeper ones further right; rows without markers stand below some row.
template <typename Lines>
bool indents_agree(const Lines& lines) {
  std::array<int, 16> depth;
  depth.fill(-1);
  for (const auto& line : lines) {
    if (line.style == MarkerStyle::none || line.among) continue;
    int& known = depth[static_cast<std::size_t>(line.style)];
    if (known >= 0 && known != line.indent) return false;
    known = line.indent;
  }
  int last = -1;
  for (const int each : depth) {
    if (each < 0) continue;
    if (each <= last) return false;
    last = each;
  }
  return true;
}

bool below_code(const std::u16string& code, const std::u16string& above) { return code.size() > above.size() && code.starts_with(above); }

}  // namespace

// Codes tell it where all rows have one, else the numbers of the rows, else their indentation.
void TableLinker::find_parents(Lines& lines) const {
  const auto is_item = [](const Line& line) { return line.total == Total::none && !line.among && !line.breaks; };
  const auto items = std::count_if(lines.begin(), lines.end(), is_item);
  const auto coded = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return is_item(line) && line.code.size() >= 3; });
  const auto marked = std::count_if(lines.begin(), lines.end(), [&](const Line& line) { return is_item(line) && line.style != MarkerStyle::none; });
  int least = 1000, most = 0;
  for (const Line& line : lines) {
    if (line.among || line.breaks) continue;
    least = std::min(least, line.indent);
    most = std::max(most, line.indent);
  }
  const bool deep = items > 0 && most > least && indents_agree(lines);
  const Order order = items > 0 && coded == items ? Order::codes : deep ? Order::indents : marked > 0 ? Order::numbers : Order::flat;
  std::vector<std::size_t> stack;
  std::size_t whole = lines.size();   // the row that 其中 opened
  bool after_among = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    const bool plain_total = line.total != Total::none && line.style == MarkerStyle::none;
    const bool leads = plain_total && !line.breaks && order == Order::indents && i + 1 < lines.size() && lines[i + 1].indent > line.indent && !lines[i + 1].among;   // 资产总计 over its kinds
    if (line.breaks || plain_total) {
      stack.clear();
      if (leads) stack.push_back(i);
      whole = lines.size();
      after_among = false;
      if (plain_total && !line.breaks) whole = i;
      continue;
    }
    if (line.among) {
      if (i > 0 && lines[i - 1].uncertain) whole = i - 1;   // 项目支出, 其中: behind the rows of another 其中
      if (whole < lines.size()) {
        line.parent = static_cast<int>(whole);
        lines[whole].listed.push_back(i);
        after_among = true;
      }
      continue;
    }
    const bool goes_on = after_among && line.style == MarkerStyle::none && order != Order::codes;
    if (goes_on && whole < lines.size()) {
      const bool deeper = order == Order::indents && line.indent > lines[whole].indent;
      const bool same_depth = order == Order::indents && line.indent <= lines[whole].indent && lines[whole].total == Total::none;
      if (deeper || belongs_to(line, lines[whole])) {
        line.parent = static_cast<int>(whole);
        line.among = true;
        lines[whole].listed.push_back(i);
        continue;
      }
      if ((order == Order::flat || order == Order::numbers) && !same_depth && !is_beside(line, lines[whole])) {
        line.uncertain = true;
        lines[whole].listed.push_back(i);
      }
    }
    if (!line.uncertain) after_among = false;
    switch (order) {
      case Order::codes:
        while (!stack.empty() && !below_code(line.code, lines[stack.back()].code)) stack.pop_back();
        break;
      case Order::numbers:
        if (line.style == MarkerStyle::none) {
          line.loose = !stack.empty();
          stack.clear();
        }
        while (!stack.empty() && (lines[stack.back()].style >= line.style || (lines[stack.back()].style == MarkerStyle::none && lines[stack.back()].children.empty() && line.number > 1))) stack.pop_back();
        break;
      case Order::indents:
        while (!stack.empty() && lines[stack.back()].indent >= line.indent) stack.pop_back();
        break;
      case Order::flat: stack.clear(); break;
    }
    if (!stack.empty()) {
      line.parent = static_cast<int>(stack.back());
      lines[stack.back()].children.push_back(i);
    }
    stack.push_back(i);
    if (!line.uncertain) whole = i;
  }
}

namespace {

bool names(const std::vector<std::uint16_t>& concepts, std::uint16_t indicator) { return std::find(concepts.begin(), concepts.end(), indicator) != concepts.end(); }

std::uint16_t indicator_of(std::u16string_view words, const profile::Lexicon& lexicon) {
  const profile::Entry* entry = lexicon.concept_suffix(words);
  return entry && entry->word.size() == words.size() ? entry->concept_index : no_concept;
}

}  // namespace

// 公用经费 behind 其中：人员经费 of 基本支出: an identity knows it as a part.
bool TableLinker::belongs_to(const Line& line, const Line& whole) const {
  if (is_fund_total(whole.words) && is_fund(line)) return true;
  const std::uint16_t part = indicator_of(line.words, *document_.lexicon), total = indicator_of(whole.words, *document_.lexicon);
  if (part == no_concept || total == no_concept) return false;
  for (const profile::Identity& identity : document_.lexicon->vocabulary().identities) {
    if (identity.kind != "sum" || !names(identity.result.concepts, total)) continue;
    for (const profile::Term& term : identity.terms) {
      if (names(term.concepts, part)) return true;
    }
  }
  return false;
}

// 项目支出 behind 基本支出, 其中：人员经费: an identity knows both as parts of one total.
bool TableLinker::is_beside(const Line& line, const Line& whole) const {
  const std::uint16_t a = indicator_of(line.words, *document_.lexicon), b = indicator_of(whole.words, *document_.lexicon);
  if (a == no_concept || b == no_concept) return false;
  for (const profile::Identity& identity : document_.lexicon->vocabulary().identities) {
    if (identity.kind != "sum" && identity.kind != "part") continue;
    const auto has = [&](std::uint16_t indicator) { return std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return names(term.concepts, indicator); }); };
    if (has(a) && has(b)) return true;
  }
  return false;
}

// 产出小计: of the rows of 产出
std::u16string TableLinker::group_of_total(std::u16string_view words) const {
  for (const auto& ending : document_.lexicon->vocabulary().tables.subtotal) {
    if (words.ends_with(ending)) return std::u16string(words.substr(0, words.size() - ending.size()));
  }
  return {};
}

// Rows that 其中 may have listed are no addends of the total where `absorb` reads them so.
std::vector<Summand> TableLinker::summands(const Lines& lines, bool absorb) const {
  std::vector<Summand> list;
  for (const Line& line : lines) {
    Summand summand;
    summand.total = line.total;
    summand.named = line.named;
    summand.group = line.total == Total::none ? line.group : group_of_total(line.words);
    const std::uint16_t indicator = indicator_of(line.words, *document_.lexicon);
    const std::string id = indicator == no_concept ? "" : document_.lexicon->vocabulary().concepts[indicator].id;
    summand.balance = id == "opening_balance" || id == "closing_balance" || id == "non_fiscal_balance" || id == "balance_allocation";
    summand.owns = line.total != Total::none && !line.children.empty();
    summand.part = line.parent < 0 && !line.among && !(absorb && line.uncertain);
    list.push_back(summand);
  }
  return list;
}

}  // namespace gouji::relations
