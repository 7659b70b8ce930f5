// Values of data files, with errors in the users' language.

#include "json/reader.h"

#include <rapidjson/error/en.h>

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "text/text.h"

namespace gouji::json {
namespace {

constexpr std::size_t longest_quote = 40;  // bytes of a key that a message repeats

std::string quoted(std::string_view word) {
  if (word.size() <= longest_quote) return std::string(word);
  std::size_t end = longest_quote;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return std::string(word.substr(0, end)) + "…";
}

// Levenshtein's distance; words here are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

void fail(const std::string& pointer, const std::string& what) { throw DataError((pointer.empty() ? "/" : pointer) + ": " + what); }

rapidjson::Document parse_object(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.size() > most_bytes) fail("", "文件超过 4 MB");
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  if (document.HasParseError()) {
    fail("", "不是正确的 JSON，第 " + std::to_string(document.GetErrorOffset()) + " 字节：" + rapidjson::GetParseError_En(document.GetParseError()));
  }
  if (!document.IsObject()) fail("", "应当是对象");
  return document;
}

std::string_view text_of(const Value& value, const std::string& pointer) {
  if (!value.IsString()) fail(pointer, "应当是字符串");
  if (value.GetStringLength() > longest_string) fail(pointer, "字符串太长，最多 " + std::to_string(longest_string) + " 字节");
  return {value.GetString(), value.GetStringLength()};
}

std::u16string word_of(const Value& value, const std::string& pointer) {
  std::u16string folded = text::fold_width(text::to_utf16(text_of(value, pointer)));
  if (std::all_of(folded.begin(), folded.end(), text::is_space)) fail(pointer, "不能为空");
  return folded;
}

std::vector<std::u16string> words_of(const Value& value, const std::string& pointer) {
  std::vector<std::u16string> words;
  each(value, pointer, [&](const Value& item, const std::string& place) { words.push_back(word_of(item, place)); });
  return words;
}

bool bool_of(const Value& value, const std::string& pointer) {
  if (!value.IsBool()) fail(pointer, "应当是 true 或 false");
  return value.GetBool();
}

int int_of(const Value& value, const std::string& pointer) {
  if (!value.IsInt()) fail(pointer, "应当是整数");
  return value.GetInt();
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  if (word.size() > longest_quote) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t steps = distance(word, candidate);
    if (steps < least) nearest = candidate, least = steps;
  }
  return nearest.empty() ? std::string() : "；是不是“" + std::string(nearest) + "”？";
}

std::vector<std::pair<std::string_view, const Value*>> members_of(const Value& object, const std::string& pointer) {
  if (!object.IsObject()) fail(pointer, "应当是对象");
  std::vector<std::pair<std::string_view, const Value*>> members;
  std::unordered_set<std::string_view> seen;
  for (const auto& member : object.GetObject()) {
    const std::string_view key(member.name.GetString(), member.name.GetStringLength());
    if (!seen.insert(key).second) fail(pointer + "/" + escaped(quoted(key)), "这个键写了两次");
    members.emplace_back(key, &member.value);
  }
  return members;
}

void read_object(const Value& object, const std::string& pointer, const std::vector<Field>& fields) {
  for (const auto& [key, value] : members_of(object, pointer)) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&, name = key](const Field& each) { return each.key == name; });
    const std::string place = pointer + "/" + escaped(key);
    if (field == fields.end()) {
      std::vector<std::string_view> known;
      for (const Field& each : fields) known.push_back(each.key);
      fail(place, "没有“" + quoted(key) + "”这个键" + did_you_mean(key, known));
    }
    field->read(*value, place);
  }
}

std::string escaped(std::string_view key) {
  std::string result;
  for (const char unit : quoted(key)) {
    if (unit == '~') result += "~0";
    else if (unit == '/') result += "~1";
    else result += unit;
  }
  return result;
}

}  // namespace gouji::json
