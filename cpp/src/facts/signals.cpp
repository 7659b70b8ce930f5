// Reads sessions of events, references and their targets, and years that say what a report is about.

#include "facts/signals.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "syntax/numerals.h"
#include "text/text.h"
#include "text/unit_set.h"

namespace gouji::facts {
namespace {

constexpr std::size_t longest_event = 30;
constexpr std::size_t longest_caption = 50;   // units of a line that gives a table its name
constexpr std::size_t farthest_in_sentence = 200;
constexpr std::size_t farthest_subject = 40;  // units between a year and what is evaluated

bool is_digit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

struct Number {
  int value = 0;
  std::size_t end = 0;
};

// 46, 四十六, with blanks around it
std::optional<Number> number_at(std::u16string_view text, std::size_t position) {
  while (position < text.size() && text::is_space(text[position])) ++position;
  std::size_t end = position;
  int value = 0;
  while (end < text.size() && is_digit(text[end]) && end - position < 4) value = value * 10 + (text[end++] - u'0');
  if (end == position) {
    while (end < text.size() && end - position < 5 && syntax::is_numeral(text[end])) ++end;
    const auto numeral = syntax::parse_numeral(text.substr(position, end - position));
    if (!numeral || *numeral > number::Decimal(9999, 0)) return std::nullopt;
    value = std::stoi(numeral->to_string());
  }
  while (end < text.size() && text::is_space(text[end])) ++end;
  return Number{value, end};
}

std::optional<Number> year_at(std::u16string_view text, std::size_t position) {
  if (position > 0 && is_digit(text[position - 1])) return std::nullopt;
  std::size_t digits = 0;
  int value = 0;
  while (digits < 4 && position + digits < text.size() && is_digit(text[position + digits])) value = value * 10 + (text[position + digits++] - u'0');
  if (digits != 4 || position + 4 >= text.size() || text[position + 4] != u'年' || value < 1949 || value > 2100) return std::nullopt;
  return Number{value, position + 5};
}

// The sentence around a position, or what of it is near.
text::Range sentence_around(std::u16string_view text, std::size_t position) {
  const std::size_t first = position > farthest_in_sentence ? position - farthest_in_sentence : 0;
  const auto near = text.substr(first, 2 * farthest_in_sentence);
  const auto begin = near.substr(0, position - first).find_last_of(u"。;");
  const auto end = near.find_first_of(u"。;", position - first);
  return {static_cast<std::uint32_t>(begin == std::u16string_view::npos ? first : first + begin + 1), static_cast<std::uint32_t>(first + std::min(end, near.size()))};
}

template <std::size_t size>
bool has_any(std::u16string_view text, const std::array<std::u16string_view, size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::u16string_view word) { return text.find(word) != std::u16string_view::npos; });
}

class SignalReader {
 public:
  explicit SignalReader(const syntax::Block& block) : block_(block), text_(block.folded) {}

  std::vector<Signal> run() {
    read_sessions();
    read_references();
    read_anchor();
    read_years();
    return std::move(signals_);
  }

 private:
  void add(SignalKind kind, std::u16string key, int number, std::size_t begin, std::size_t end, int year = 0) {
    signals_.push_back({kind, std::move(key), number, year, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }

  // The words behind 届 up to the first word for an event.
  std::u16string event_name(std::size_t begin) const {
    constexpr std::array<std::u16string_view, 14> nouns{u"大赛", u"竞赛", u"比赛", u"博览会", u"运动会", u"论坛", u"大会", u"展览", u"联赛", u"会议", u"艺术节", u"文化节", u"展示活动", u"活动周"};
    std::size_t end = begin;
    while (end < text_.size() && end - begin < longest_event && (text::is_han(text_[end]) || text_[end] == u'“' || text_[end] == u'”')) ++end;
    const auto words = text_.substr(begin, end - begin);
    std::size_t first = std::u16string_view::npos;
    for (const std::u16string_view noun : nouns) {
      if (const auto found = words.find(noun); found != std::u16string_view::npos) first = std::min(first, found + noun.size());
    }
    const auto short_noun = words.substr(0, 8).find_first_of(u"节赛");   // 采茶节, 龙舟赛
    if (first == std::u16string_view::npos && short_noun != std::u16string_view::npos && short_noun >= 2) first = short_noun + 1;
    return first == std::u16string_view::npos ? std::u16string() : std::u16string(words.substr(0, first));
  }

  // 甘肃省第三届: whose event it is
  std::u16string_view owner_before(std::size_t position) const {
    if (position < 2 || std::u16string_view(u"省市县区国州").find(text_[position - 1]) == std::u16string_view::npos) return {};
    const std::size_t begin = position >= 3 ? position - 3 : 0;
    return text_.substr(begin, position - begin);
  }

  void read_sessions() {
    constexpr std::array<std::u16string_view, 10> plans{u"明年", u"下一年", u"下年", u"筹备", u"计划于", u"次年", u"备战", u"筹办", u"迎接", u"申办"};
    for (auto at = text_.find(u'第'); at != std::u16string_view::npos; at = text_.find(u'第', at + 1)) {
      const auto number = number_at(text_, at + 1);
      if (!number || number->end >= text_.size() || text_[number->end] != u'届') continue;
      std::u16string name = event_name(number->end + 1);
      if (name.empty()) continue;
      const text::Range around = sentence_around(text_, at);
      const auto sentence = text_.substr(around.begin, around.size());
      if (has_any(sentence, plans)) continue;
      if (at > 0 && std::u16string_view(u"从到至历前").find(text_[at - 1]) != std::u16string_view::npos) continue;   // 从第一届到第七届
      int year = 0;   // the last one named before it, else the first behind it
      for (std::size_t i = around.begin; i < around.end && (i < at || year == 0); ++i) {
        if (const auto found = year_at(text_, i)) year = found->value;
      }
      const std::size_t end = number->end + 1 + name.size();
      name.insert(0, owner_before(at));
      std::erase_if(name, [](char16_t unit) { return std::u16string_view(u"省市县区“”").find(unit) != std::u16string_view::npos; });
      add(SignalKind::session, std::move(name), number->value, at, end, year);
    }
  }

  void read_references() {
    constexpr std::array<std::u16string_view, 4> things{u"附件", u"附表", u"表", u"图"};
    constexpr text::UnitSet verbs(u"见如");
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!verbs.contains(text_[at])) continue;
      std::size_t begin = at + 1;
      const bool see = text_[at] == u'见';
      while (begin < text_.size() && (text::is_space(text_[begin]) || text_[begin] == u'本' || text_[begin] == u'文' || text_[begin] == u'后')) ++begin;
      const auto rest = text_.substr(begin);
      const auto thing = std::find_if(things.begin(), things.end(), [&](std::u16string_view word) { return rest.starts_with(word); });
      if (thing != things.end()) {
        const std::size_t name_end = begin + thing->size();
        const auto number = number_at(text_, name_end);
        const bool bare = name_end == text_.size() || std::u16string_view(u")。,;、:《").find(text_[name_end]) != std::u16string_view::npos;
        if (number) add(SignalKind::reference, std::u16string(*thing), number->value, begin, number->end);
        else if (see && bare && thing->size() > 1) add(SignalKind::reference, std::u16string(*thing), 0, begin, name_end);
      } else if (const auto number = see && rest.starts_with(u"第") ? number_at(text_, begin + 1) : std::nullopt) {
        if (text_.substr(number->end).starts_with(u"部分")) add(SignalKind::reference, u"部分", number->value, begin, number->end + 2);
      }
    }
  }

  // 附件1, 附件：1.整体支出绩效自评表, 表1 预算执行情况
  void read_anchor() {
    std::size_t begin = block_.content;
    while (begin < text_.size() && std::u16string_view(u"([【《").find(text_[begin]) != std::u16string_view::npos) ++begin;
    const auto rest = text_.substr(std::min(begin, text_.size()));
    for (const std::u16string_view thing : {std::u16string_view(u"附件"), std::u16string_view(u"附表"), std::u16string_view(u"附"), std::u16string_view(u"表"), std::u16string_view(u"图")}) {
      if (!rest.starts_with(thing)) continue;
      std::size_t end = begin + thing.size();
      const bool listed = end < text_.size() && text_[end] == u':';
      if (listed) ++end;
      const auto number = number_at(text_, end);
      if (!number && thing.size() == 1 && !listed) return;
      add(SignalKind::anchor, std::u16string(thing), number ? number->value : 0, begin, number ? number->end : end);
      return;
    }
    if (text_.size() > longest_caption || text_.find(u'。') != std::u16string_view::npos) return;
    const auto caption = text_.find_first_of(u"表图", begin);
    if (caption == std::u16string_view::npos || (caption > 0 && text_[caption - 1] == u'见')) return;
    if (const auto number = number_at(text_, caption + 1)) add(SignalKind::anchor, std::u16string(1, text_[caption]), number->value, caption, number->end);
  }

  void read_years() {
    constexpr std::array<std::u16string_view, 5> subjects{u"自评", u"绩效评价", u"整体支出绩效", u"绩效管理", u"绩效情况"};
    constexpr std::array<std::u16string_view, 5> staff{u"实有", u"在职", u"在编", u"编制", u"退休"};
    int titles = 0;
    constexpr text::UnitSet beginnings(u"《》12");   // of a title, and of the years that count
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!beginnings.contains(text_[i])) continue;
      if (text_[i] == u'《') ++titles;
      if (text_[i] == u'》' && titles > 0) --titles;
      const auto year = titles == 0 ? year_at(text_, i) : std::nullopt;
      if (!year) continue;
      const std::size_t end = year->end < text_.size() && text_[year->end] == u'度' ? year->end + 1 : year->end;
      const auto ahead = text_.substr(end, std::min(farthest_subject, text_.size() - end));
      const auto clause = ahead.substr(0, ahead.find_first_of(u"。;《"));
      const bool since = i >= 2 && (text_.substr(i - 2, 2) == u"截至" || text_.substr(i - 2, 2) == u"截止");
      const text::Range around = sentence_around(text_, i);
      bool goes_on = false;   // 截至2022年底完成70%，2023年全部完工
      for (std::size_t j = i + 4; j < around.end; ++j) {
        if (const auto later = year_at(text_, j); later && later->value > year->value) goes_on = true;
      }
      if (since && goes_on) continue;
      const bool at_end = clause.starts_with(u"末") || clause.starts_with(u"底");
      if (!since && at_end && !goes_on && has_any(clause.substr(0, 8), staff)) add(SignalKind::as_of, {}, year->value, i, end);   // 2022年末实有12人
      if (since && (clause.starts_with(u"12月31日") || clause.starts_with(u"12月底") || clause.starts_with(u"末") || clause.starts_with(u"底") || clause.starts_with(u"年末"))) add(SignalKind::as_of, {}, year->value, i, end);
      else if (has_any(clause, subjects)) {
        const bool direct = i > 0 && std::u16string_view(u"对就将把").find(text_[i - 1]) != std::u16string_view::npos;   // 对2024年度…开展自评; another may be a notice's
        add(SignalKind::evaluated, direct ? u"对" : u"", year->value, i, end);
      }
    }
  }

  const syntax::Block& block_;
  std::u16string_view text_;
  std::vector<Signal> signals_;
};

}  // namespace

std::vector<Signal> read_signals(const syntax::Block& block) {
  if (block.kind == syntax::BlockKind::contents) return {};
  return SignalReader(block).run();
}

}  // namespace gouji::facts
