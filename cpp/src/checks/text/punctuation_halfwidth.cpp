// punctuation-halfwidth: marks in Chinese text are full-width.

#include "checks/check.h"
#include "checks/text/doubled_marks.h"
#include "syntax/address.h"
#include "syntax/numerals.h"

namespace gouji::checks {
namespace {

constexpr std::u16string_view half = u",;:?!.()", full = u"，；：？！。（）";

std::string widened(std::u16string_view marks) {
  std::u16string text;
  for (const char16_t mark : marks) text += full[half.find(mark)];
  return text::to_utf8(text);
}

// (1), ( 一 ), (12)
bool is_item_number(std::u16string_view content) {
  while (!content.empty() && text::is_space(content.front())) content.remove_prefix(1);
  while (!content.empty() && text::is_space(content.back())) content.remove_suffix(1);
  return content.size() <= 3 && std::all_of(content.begin(), content.end(), [](char16_t unit) { return is_digit(unit) || syntax::is_numeral(unit); });
}

// Whether a pair of half-width brackets belongs to Chinese text, and not to a number, a formula or a Latin name.
bool is_chinese_pair(std::u16string_view printed, text::Range pair, bool has_han) {
  const auto content = printed.substr(pair.begin + 1, pair.size() - 2);
  if (is_item_number(content)) return false;  // also nothing
  const char16_t before = unit_before(printed, pair.begin), after = unit_at(printed, skip_blanks(printed, pair.end));
  if (skip_digits(content, 0) == content.size() && (is_digit(after) || after == u'第')) return false;  // (0711)3355778, (2021)3号
  if (is_one_of(unit_before(printed, skip_blanks_back(printed, pair.begin)), u"=＝+-*/×÷^<>") || is_one_of(after, u"=＝+*/×÷^")) return false;
  return has_han || ends_chinese(before);
}

class Reader {
 public:
  explicit Reader(const BlockSubject& block) : block_(block), printed_(block.printed), foreign_(syntax::find_addresses(block.printed)) {
    for (const syntax::Token& token : block.block->tokens) {
      if (token.kind == syntax::TokenKind::ignorable) foreign_.push_back(token.range);
    }
    for (const DoubledMarks& doubled : find_doubled_marks(block)) foreign_.push_back(doubled.marks);
    std::sort(foreign_.begin(), foreign_.end(), [](text::Range a, text::Range b) { return a.begin < b.begin; });
    const auto overlaps = [](text::Range first, text::Range next) { return next.begin < first.end; };
    foreign_.erase(std::unique(foreign_.begin(), foreign_.end(), overlaps), foreign_.end());
  }

  void run(Collector& report) {
    read_brackets(report);
    for (std::uint32_t i = 0; i < printed_.size(); ++i) {
      if (!is_half_width_mark(i) || covers(foreign_, i)) continue;
      text::Range marks{i, i + 1};
      while (is_one_of(unit_at(printed_, marks.end), u"?!")) ++marks.end;
      add(report, marks);
      i = marks.end - 1;
    }
  }

 private:
  void read_brackets(Collector& report) {
    struct Open {
      std::uint32_t position, han;
    };
    std::vector<Open> open;
    std::uint32_t han = 0;  // Han characters so far
    for (std::uint32_t i = 0; i < printed_.size(); ++i) {
      han += text::is_han(printed_[i]) ? 1 : 0;
      if (block_.block->folded[i] == u'(') open.push_back({i, han});
      if (block_.block->folded[i] != u')' || open.empty()) continue;
      const text::Range pair{open.back().position, i + 1};
      const bool has_han = han > open.back().han;
      open.pop_back();
      const bool half_width = printed_[pair.begin] == u'(' && printed_[i] == u')' && !closes_item_number(printed_, i);
      if (!half_width || covers(foreign_, pair.begin) || !is_chinese_pair(printed_, pair, has_han)) continue;
      closing_.push_back(i);
      report.at(block_.place(pair))
          .message("“(”“)”是半角括号，中文里应当用全角，请改为“（”“）”")
          .fix({{block_.place({pair.begin, pair.begin + 1}), "（"}, {block_.place({i, i + 1}), "）"}}, "改为“（）”")
          .identity(around(block_, {pair.begin, pair.begin + 1}));
    }
  }

  bool is_half_width_mark(std::uint32_t i) const {
    constexpr text::UnitSet marks(u",;:?!.");
    if (!marks.contains(printed_[i]) || i == 0) return false;
    const bool chinese = ends_chinese(printed_[i - 1]) || std::binary_search(closing_.begin(), closing_.end(), i - 1);
    return chinese && (printed_[i] != u'.' || ends_sentence(i));
  }

  // A point between words may be an item number's, a foreign name's or a file's.
  bool ends_sentence(std::uint32_t point) const {
    const auto& marker = block_.block->marker;
    if (marker.style != syntax::MarkerStyle::none && point < marker.label_end) return false;
    const std::uint32_t next = point + 1;
    if (skip_blanks(printed_, next) == printed_.size()) return true;
    std::uint32_t begin = point;
    while (begin > 0 && !is_one_of(block_.block->folded[begin - 1], u"。,;:.!? \t")) --begin;
    return point - begin >= 4 && (text::is_space(printed_[next]) || is_one_of(printed_[next], u"”’」』）)"));
  }

  void add(Collector& report, text::Range marks) const {
    const std::string wide = widened(printed_.substr(marks.begin, marks.size()));
    report.at(block_.place(marks))
        .message("“{}”是半角标点，中文里应当用全角，请改为“{}”", block_.quote(marks), wide)
        .fix({{block_.place(marks), wide}}, "改为“{}”", wide)
        .identity(around(block_, marks));
  }

  const BlockSubject& block_;
  std::u16string_view printed_;
  std::vector<text::Range> foreign_;      // addresses, residue, and marks that punctuation-doubled reports
  std::vector<std::uint32_t> closing_;    // half-width brackets that close Chinese words
};

// A paragraph of another language keeps its own marks around the Chinese words that it quotes.
bool is_chinese(const BlockSubject& block) {
  const auto han = std::count_if(block.printed.begin(), block.printed.end(), text::is_han);
  auto latin = std::count_if(block.printed.begin(), block.printed.end(), is_latin);
  for (const text::Range& address : syntax::find_addresses(block.printed)) latin -= address.size();
  return han > 0 && latin <= 2 * han;
}

// A half-width bracket, or a half-width mark behind Chinese words: without them there is nothing to report.
bool may_have_any(std::u16string_view printed) {
  constexpr text::UnitSet marks(u",;:?!.(");
  for (std::uint32_t i = 0; i < printed.size(); ++i) {
    if (marks.contains(printed[i]) && (printed[i] == u'(' || ends_chinese(unit_before(printed, i)))) return true;
  }
  return false;
}

void run(const BlockSubject& block, Collector& report) {
  if (may_have_any(block.printed) && is_chinese(block)) Reader(block).run(report);
}

}  // namespace

extern const Check punctuation_halfwidth{
    .code = "punctuation-halfwidth",
    .summary = "中文里的标点必须用全角",
    .severity = Severity::info,
    .run = on_block(run),
};

}  // namespace gouji::checks
