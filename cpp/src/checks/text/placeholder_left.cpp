// placeholder-left: nothing of the template that was to be filled in or removed.

#include "checks/check.h"

#include <optional>

#include "checks/blank.h"
#include "checks/stand_in.h"
#include "checks/text/characters.h"
#include "syntax/address.h"

namespace gouji::checks {
namespace {

enum class Kind { stand_in, blank, lacking, prompt, residue };

constexpr std::uint32_t longest_prompt = 120, longest_quoted = 24;

struct Found {
  text::Range range;
  Kind kind = Kind::blank;
  bool removable = false;  // nothing is to be filled in here
};

// PAGEREF _Toc3301 \h, 错误!未定义书签。
std::uint32_t residue_length(std::u16string_view text, std::uint32_t begin) {
  constexpr std::u16string_view errors[]{u"错误!未定义书签", u"错误!未找到引用源", u"错误!未指定书签"};
  if (const auto length = word_length(text.substr(begin), errors)) return length + (unit_at(text, begin + length) == u'。' ? 1 : 0);
  if (!text.substr(begin).starts_with(u"PAGEREF")) return 0;
  std::uint32_t end = skip_blanks(text, begin + 7);
  if (unit_at(text, end) != u'_') return 0;
  // The page number behind the bookmark and its switches is the writer's.
  while (is_latin(unit_at(text, end)) || is_one_of(unit_at(text, end), u"_\\")) {
    while (is_latin(unit_at(text, end)) || is_digit(unit_at(text, end)) || is_one_of(unit_at(text, end), u"_\\")) ++end;
    end = skip_blanks(text, end);
  }
  return end - begin;
}

// 200字以内, but not 每篇200字以内, which tells what others wrote
bool limits_words(std::u16string_view content) {
  const auto has = [&](std::u16string_view word) { return content.find(word) != std::u16string_view::npos; };
  const auto word = content.find(u'字', 1);
  if (word == std::u16string_view::npos || !is_digit(content[word - 1]) || has(u"每")) return false;
  return has(u"以内") || has(u"之内") || has(u"不超过") || has(u"不多于") || has(u"不少于") || has(u"控制在") || has(u"限");
}

// （200字以内）, 【请填写：…】
std::optional<Found> bracketed_prompt(std::u16string_view text, std::uint32_t open) {
  constexpr std::u16string_view openers = u"([【〔", closers = u")]】〕";
  constexpr std::u16string_view prompts[]{u"此处填", u"此处插入", u"此处请", u"在此填", u"请在此",   u"请填",
                                          u"请输入", u"请补充",   u"请简要", u"请概述", u"填写说明", u"填报说明"};
  const auto kind = openers.find(text[open]);
  if (kind == std::u16string_view::npos) return std::nullopt;
  const auto close = text.substr(open, longest_prompt).find(closers[kind]);
  if (close == std::u16string_view::npos) return std::nullopt;
  const auto content = text.substr(open + 1, close - 1);
  const text::Range range{open, open + static_cast<std::uint32_t>(close) + 1};
  const char16_t behind = unit_at(text, range.end);
  const bool limit = limits_words(content) && !text::is_han(behind) && !is_digit(behind);  // 征文（800字以内）56篇
  if (!limit && word_length(content, prompts) == 0) return std::nullopt;
  return Found{range, Kind::prompt, limit};
}

// 待补充 in the place of a value; TBD anywhere
std::uint32_t note_length(std::u16string_view text, std::uint32_t begin) {
  constexpr std::u16string_view values[]{u"待补充", u"待填写", u"待填报", u"待填"}, words[]{u"TBD", u"TODO"};
  if (const auto length = word_length(text.substr(begin), words)) {
    const char16_t before = unit_before(text, begin), behind = unit_at(text, begin + length);
    return is_latin(before) || is_latin(behind) || is_digit(behind) ? 0 : length;
  }
  const auto length = word_length(text.substr(begin), values);
  if (length == 0) return 0;
  const char16_t before = unit_before(text, skip_blanks_back(text, begin)), behind = unit_at(text, skip_blanks(text, begin + length));
  const bool is_value = (before == u'\0' || is_one_of(before, u":([【|")) && (behind == u'\0' || is_one_of(behind, u")]】|。;,"));
  return is_value ? length : 0;
}

constexpr text::UnitSet verbs(u"占为达减增下上提降"), others(u"错P此T待([【〔《_");  // that begin what is looked for

std::optional<Found> find_at(const syntax::Block& block, std::uint32_t i) {
  constexpr std::u16string_view prompts[]{u"此处填写", u"此处填报", u"此处插入"};
  const std::u16string_view text = block.folded;
  const auto found = [&](std::uint32_t length, Kind kind, bool removable = false) { return Found{{i, i + length}, kind, removable}; };
  const bool table_row = block.kind == syntax::BlockKind::table_row;   // a unit may head a column
  if (is_digit(text[i]) || text[i] == u'年') {
    const auto length = table_row || is_digit(unit_before(text, i)) ? 0 : undated_length(text, i);
    return length > 0 ? std::optional(found(length, Kind::blank)) : std::nullopt;
  }
  if (verbs.contains(text[i])) {
    const auto length = table_row ? 0 : lacking_figure_length(text, i);
    return length > 0 ? std::optional(found(length, Kind::lacking)) : std::nullopt;
  }
  if (!others.contains(text[i])) return std::nullopt;
  if (const auto length = residue_length(text, i)) return found(length, Kind::residue, true);
  if (const auto length = word_length(text.substr(i), prompts)) return found(length, Kind::prompt);
  if (const auto length = note_length(text, i)) return found(length, Kind::blank);
  if (const auto length = empty_bracket_length(text, i)) return found(length, Kind::blank);
  if (const auto length = underlines_length(text, i)) return found(length, Kind::blank);
  return bracketed_prompt(text, i);
}

std::string shortened(const BlockSubject& block, text::Range range) {
  range.end = skip_blanks_back(block.printed, range.end);
  if (range.size() <= longest_quoted) return block.quote(range);
  range.end = range.begin + longest_quoted;
  if ((block.printed[range.end - 1] & 0xFC00) == 0xD800) --range.end;  // half of a surrogate pair
  return block.quote(range) + "…";
}

void run(const BlockSubject& block, Collector& report) {
  std::vector<Found> found;
  for (const text::Range& range : find_stand_ins(block.block->folded)) found.push_back({range, Kind::stand_in});
  for (std::uint32_t i = 0; i < block.printed.size(); ++i) {
    if (const auto one = find_at(*block.block, i)) found.push_back(*one);
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.range.begin < b.range.begin; });
  const auto addresses = syntax::find_addresses(block.printed);
  std::uint32_t end = 0;  // what stands within a prompt is part of it
  for (const Found& one : found) {
    if (one.range.begin < end || covers(addresses, one.range.begin)) continue;
    end = one.range.end;
    const std::string quoted = shortened(block, one.range);
    auto diagnostic = report.at(block.place(one.range));
    diagnostic.identity(around(block, one.range));
    switch (one.kind) {
      case Kind::stand_in: diagnostic.message("“{}”是占位符号，没有填写，请填写或删去", quoted); break;
      case Kind::blank: diagnostic.message("“{}”处没有填写，请填写或删去", quoted); break;
      case Kind::lacking: diagnostic.message("“{}”缺少数字，请填写或删去", quoted); break;
      case Kind::prompt: diagnostic.message("“{}”是填写提示，请按提示填写后删去", quoted); break;
      case Kind::residue: diagnostic.message("“{}”是目录或引用失效留下的标记，请更新目录或删去", quoted); break;
    }
    if (one.removable) diagnostic.fix({{block.place(one.range), ""}}, "删去“{}”", quoted);
  }
}

}  // namespace

extern const Check placeholder_left{
    .code = "placeholder-left",
    .summary = "模板留下的空白、占位符号和填写提示必须填好或删去",
    .severity = Severity::warning,
    .run = on_block(run),
};

}  // namespace gouji::checks
