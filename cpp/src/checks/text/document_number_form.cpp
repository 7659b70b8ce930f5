// document-number-form: 发文字号 are written as in 县财〔2020〕2号.

#include "checks/check.h"

#include <optional>

#include "checks/text/characters.h"
#include "syntax/address.h"

namespace gouji::checks {
namespace {

constexpr std::uint32_t longest_code = 10;
constexpr text::UnitSet openers(u"〔﹝[［【（(﹙");
constexpr std::u16string_view closers = u"〕﹞]］】）)﹚";

struct DocumentNumber {
  text::Range range;          // from the year's bracket to 号
  std::u16string year, serial;
  bool angled = true, year_word = false, ordinal = false;
  std::uint32_t begin = 0;    // of the office's code where a bracket before it tells, else of the range

  bool padded() const { return serial.front() == u'0'; }
  bool regular() const { return angled && year.size() == 4 && !year_word && !ordinal && !padded(); }
};

/// Reads folded text forwards; nothing is read twice.
class Reader {
 public:
  Reader(const BlockSubject& block) : printed_(block.printed), folded_(block.block->folded) {}

  /// The number whose bracket stands at `open`.
  std::optional<DocumentNumber> bracketed(std::uint32_t open) {
    const std::size_t kind = openers.find(printed_[open]);
    if (kind == openers.npos || !follows_code(open)) return std::nullopt;
    position_ = open + 1;
    DocumentNumber number;
    number.year = take_digits();
    number.year_word = take(u'年');
    // 〔2021]8号 and 〔20218号 are bracket-unbalanced.
    if (unit_at(printed_, skip_blanks(printed_, position_)) != closers[kind]) return std::nullopt;
    position_ = skip_blanks(printed_, position_) + 1;
    number.angled = kind == 0;
    number.ordinal = take(u'第');
    number.serial = take_digits();
    if (!take(u'号') || !is_year(number.year, kind <= 1) || !is_serial(number.serial)) return std::nullopt;
    const bool round = kind >= 5;  // also holds remarks: 泵房（2021）3号机组
    if (round && (number.year_word || number.year.size() != 4 || !ends_number())) return std::nullopt;
    number.range = {open, position_};
    number.begin = begin_of_code(open);
    return number;
  }

  /// 县财发20203号, which has lost both brackets; `begin` is the first digit.
  std::optional<DocumentNumber> bare(std::uint32_t begin) {
    constexpr std::u16string_view last_of_codes = u"发函办字预财教社农行企建综资绩采监";
    if (!follows_code(begin) || !is_one_of(printed_[begin - 1], last_of_codes)) return std::nullopt;
    position_ = begin;
    const std::u16string digits = take_digits();
    if (digits.size() < 5 || digits.size() > 8 || digits[4] == u'0' || !take(u'号') || !ends_number()) return std::nullopt;
    const std::u16string year = digits.substr(0, 4);
    if (!is_year(year, false)) return std::nullopt;
    return DocumentNumber{{begin, position_}, year, digits.substr(4), false, false, false, begin_of_code(begin)};
  }

 private:
  bool follows_code(std::uint32_t position) const { return position >= 2 && text::is_han(printed_[position - 1]) && text::is_han(printed_[position - 2]); }
  std::uint32_t begin_of_code(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > 0 && text::is_han(printed_[begin - 1])) --begin;
    return end - begin <= longest_code && is_one_of(unit_before(printed_, begin), u"（([【“") ? begin : end;
  }
  bool ends_number() const { return !text::is_han(unit_at(printed_, position_)) || is_one_of(printed_[position_], u"文通要规精执下印"); }

  static bool is_year(const std::u16string& digits, bool short_too) {
    return (short_too && digits.size() == 2) || (digits.size() == 4 && (digits.starts_with(u"19") || digits.starts_with(u"20")));
  }
  static bool is_serial(const std::u16string& digits) {
    return digits.size() <= 6 && digits.find_first_not_of(u'0') != std::u16string::npos;
  }

  bool take(char16_t unit) {
    const std::uint32_t next = skip_blanks(folded_, position_);
    if (unit_at(folded_, next) != unit) return false;
    position_ = next + 1;
    return true;
  }
  std::u16string take_digits() {
    const std::uint32_t begin = skip_blanks(folded_, position_);
    position_ = skip_digits(folded_, begin);
    return std::u16string(folded_.substr(begin, position_ - begin));
  }

  std::u16string_view printed_, folded_;
  std::uint32_t position_ = 0;
};

// 〔20〕 and 〔19〕 may be the first half of a year.
std::u16string whole_year(const std::u16string& year) {
  if (year.size() == 4) return year;
  if (year == u"19" || year == u"20" || (year > u"40" && year < u"80")) return {};
  return (year >= u"80" ? u"19" : u"20") + year;
}

std::string faults(const DocumentNumber& number, const Collector& report) {
  std::string all;
  const auto add = [&](const std::string& fault) { all += (all.empty() ? "" : report.text("，")) + fault; };
  if (!number.angled) add(report.text("年份应当用六角括号“〔〕”"));
  if (number.year.size() != 4) add(report.text("年份应当写全四位"));
  if (number.year_word) add(report.text("年份后不加“年”"));
  if (number.ordinal) add(report.text("序号前不加“第”"));
  if (number.padded()) add(report.text("序号不编虚位"));
  return all;
}

void report_number(const BlockSubject& block, Collector& report, const DocumentNumber& number) {
  auto diagnostic = report.at(block.place({number.begin, number.range.end}));
  diagnostic.identity(around(block, number.range));
  const std::string code = block.quote({number.begin, number.range.begin}), printed = code + block.quote(number.range);
  const std::u16string year = whole_year(number.year);
  if (year.empty()) {
    diagnostic.message("“{}”不合发文字号的写法：{}，请核对年份", printed, faults(number, report));
    return;
  }
  const std::string right = text::to_utf8(u"〔" + year + u"〕" + number.serial.substr(number.serial.find_first_not_of(u'0')) + u"号");
  diagnostic.message("“{}”不合发文字号的写法：{}，请改为“{}”", printed, faults(number, report), code + right)
      .fix({{block.place(number.range), right}}, "改为“{}”", right);
}

void run(const BlockSubject& block, Collector& report) {
  const auto addresses = syntax::find_addresses(block.printed);
  Reader reader(block);
  for (std::uint32_t i = 2; i < block.printed.size(); ++i) {
    const bool digit = is_digit(block.block->folded[i]);
    if ((!digit && !openers.contains(block.printed[i])) || covers(addresses, i - 1)) continue;
    const auto number = digit ? reader.bare(i) : reader.bracketed(i);
    if (number && !number->regular()) report_number(block, report, *number);
  }
}

}  // namespace

extern const Check document_number_form{
    .code = "document-number-form",
    .summary = "发文字号的年份用六角括号、写全四位，序号不编虚位、不加“第”",
    .severity = Severity::info,
    .run = on_block(run),
};

}  // namespace gouji::checks
