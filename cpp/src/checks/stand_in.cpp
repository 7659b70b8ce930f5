// Tells stand-ins from the other uses of X and × by the characters on both sides.

#include "checks/stand_in.h"

#include "checks/text/characters.h"

namespace gouji::checks {
namespace {

constexpr text::UnitSet letters(u"Xx×");
constexpr std::size_t longest_line = 8;  // a longer line of nothing else divides the page

constexpr std::u16string_view unit_words[]{u"个百分点", u"百分点", u"平方米", u"公里", u"小时", u"万元", u"亿元", u"万人次", u"万人", u"人次"};
constexpr std::u16string_view units = u"%‰元个人名项次年月日分家户场件期份台辆批届处亩吨天座篇条所起套册位号";
constexpr std::u16string_view noun_words[]{u"公司", u"单位", u"项目", u"学校", u"部门", u"企业", u"街道", u"社区", u"医院", u"中心"};
constexpr std::u16string_view nouns = u"局县市省区州乡镇村厅委办部院站馆";
constexpr std::u16string_view surnames =
    u"王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝"
    u"孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚";

std::uint32_t unit_length(std::u16string_view text) {
  const std::uint32_t length = word_length(text, unit_words);
  return length > 0 ? length : is_one_of(unit_at(text, 0), units) ? 1 : 0;
}

/// A run of letters, or several in a row (XX.XX, XX、XX), with what stands on both sides.
class Run {
 public:
  Run(std::u16string_view text, std::uint32_t begin, bool formula) : text_(text), range_{begin, begin}, formula_(formula) {
    while (true) {
      while (letters.contains(unit_at(text, range_.end))) ++range_.end, ++count_;
      if (!is_one_of(unit_at(text, range_.end), u".,、和与及") || !letters.contains(unit_at(text, range_.end + 1))) break;
      ++range_.end;
    }
    before_ = unit_before(text, begin);
    behind_ = unit_at(text, range_.end);
    rest_ = text.substr(range_.end);
  }

  std::uint32_t end() const { return range_.end; }

  /// The stand-in that the run makes, or an empty range.
  text::Range stand_in() const {
    if (is_digit(behind_) || is_latin(behind_) || is_one_of(behind_, u"+=_@*/\\")) return {};
    if (is_digit(before_)) return partial_year();
    if (is_latin(before_) || is_one_of(before_, u"·+=_@*/\\&")) return {};
    if (before_ == u'-' && !text::is_han(unit_before(text_, range_.begin - 1))) return {};
    text::Range range{range_.begin, range_.end + unit_or_noun_length(text_, range_.end)};
    if (before_ == u'第') range = {range_.begin - 1, std::max(range.end, range_.end + (text::is_han(behind_) ? 1u : 0u))};
    const bool among_words = text::is_han(behind_) || range.end > range_.end;
    return (count_ == 1 ? is_single() : among_words ? is_among_words() : is_alone()) ? range : text::Range{};
  }

 private:
  // 20XX年, 202X〕
  text::Range partial_year() const {
    std::uint32_t begin = range_.begin;
    while (begin > 0 && is_digit(text_[begin - 1])) --begin;
    const auto printed = text_.substr(begin, range_.end - begin);
    const bool year = printed.size() == 4 && count_ == range_.size() && (printed.starts_with(u"20") || printed.starts_with(u"19"));
    if (!year || !is_one_of(behind_, u"年学级届〕]】)")) return {};
    return {begin, range_.end + (behind_ == u'年' ? 1u : 0u)};
  }

  // X光 and ×权重 are a word and a factor: one letter stands for a figure only before a unit.
  bool is_single() const {
    if (before_ == u'第' || (is_one_of(before_, u"〕]】)") && behind_ == u'号')) return true;
    const char16_t letter = text_[range_.begin];
    if (letter == u'x' || formula_) return false;
    if (is_latin(unit_before(text_, skip_blanks_back(text_, range_.begin)))) return false;
    if (letter == u'X') return !rest_.starts_with(u"项目") && !rest_.starts_with(u"次方") && unit_length(rest_) > 0 && behind_ != u'号';
    // × multiplies, unless a date or an amount leaves no other reading.
    if (rest_.starts_with(u"年×月") || rest_.starts_with(u"月×日")) return true;
    if (behind_ == u'日') return text_.substr(0, range_.begin).ends_with(u"×月");
    const bool amount = rest_.starts_with(u"万元") || rest_.starts_with(u"亿元") || behind_ == u'%';
    return amount && is_one_of(before_, u"为占达约计共长降加少");
  }

  bool is_among_words() const {
    if (rest_.starts_with(u"世纪")) return false;             // Roman
    if (is_one_of(before_, u"号码牌证")) return false;       // masked digits
    if (!is_one_of(before_, surnames)) return true;
    // 张××户, 李××局长
    const bool person = is_one_of(behind_, u"户家人名个位") || is_one_of(unit_at(rest_, 1), u"长民");
    return !person && unit_or_noun_length(text_, range_.end) > 0;
  }

  // Behind a colon or a word that asks for a figure, in brackets of its own, or a line of its own.
  bool is_alone() const {
    const std::uint32_t begin = skip_blanks_back(text_, range_.begin);
    const char16_t before = unit_before(text_, begin), behind = unit_at(text_, skip_blanks(text_, range_.end));
    if (before == u'\0' && behind == u'\0') return range_.size() <= longest_line;
    if (is_one_of(before, u"《〈")) return names_document(text_.substr(0, begin - 1));
    if (is_one_of(before, u"([【“「")) return is_one_of(behind, u")]】”」");
    return is_one_of(before, u":|\t为是共达约占");
  }

  // 《××》 may be any document, 根据《××》 is one whose name is missing.
  static bool names_document(std::u16string_view before) {
    constexpr std::u16string_view verbs[]{u"根据", u"按照", u"依据", u"印发", u"制定", u"出台", u"修订", u"执行", u"落实", u"遵照"};
    return std::any_of(std::begin(verbs), std::end(verbs), [&](std::u16string_view verb) { return before.ends_with(verb); });
  }

  std::u16string_view text_, rest_;
  text::Range range_;
  std::uint32_t count_ = 0;  // letters
  char16_t before_ = u'\0', behind_ = u'\0';
  bool formula_;             // the text has one
};

}  // namespace

std::vector<text::Range> find_stand_ins(std::u16string_view folded) {
  std::vector<text::Range> found;
  if (!letters.any_in(folded)) return found;
  const bool formula = folded.find_first_of(u"=÷") != std::u16string_view::npos;
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    if (!letters.contains(folded[i])) continue;
    const Run run(folded, i, formula);
    i = run.end() - 1;
    const text::Range range = run.stand_in();
    if (range.empty()) continue;
    // 年X月 and 〕X号 go on with what stands before them.
    const std::uint32_t gap = found.empty() ? 2 : range.begin - found.back().end;
    if (gap == 0 || (gap == 1 && is_one_of(folded[range.begin - 1], u"〕]】)至-"))) found.back().end = range.end;
    else found.push_back(range);
  }
  return found;
}

std::uint32_t unit_or_noun_length(std::u16string_view folded, std::uint32_t position) {
  const auto text = folded.substr(std::min<std::size_t>(position, folded.size()));
  if (const std::uint32_t noun = word_length(text, noun_words)) return noun;
  return is_one_of(unit_at(text, 0), nouns) ? 1 : unit_length(text);
}

}  // namespace gouji::checks
