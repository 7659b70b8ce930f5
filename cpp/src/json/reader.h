// Reading data files: every key is known, every value of its type, or an error that names the JSON pointer.

#pragma once

#include <rapidjson/document.h>  // RapidJSON (MIT): fast JSON with iterative parsing

#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::json {

/// A value of a data file that cannot be used; `what()` starts with its JSON pointer.
struct DataError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Value = rapidjson::Value;

constexpr std::size_t most_bytes = 4u << 20;        // of a data file
constexpr std::size_t longest_string = 2000;        // bytes

[[noreturn]] void fail(const std::string& pointer, const std::string& what);

/// Parses bytes to an object. Throws DataError for malformed JSON and for files that are too large.
rapidjson::Document parse_object(std::string_view bytes);

/// A string of at most `longest_string` bytes.
std::string_view text_of(const Value& value, const std::string& pointer);
/// The same, not blank, width-folded as texts are when they are searched.
std::u16string word_of(const Value& value, const std::string& pointer);
std::vector<std::u16string> words_of(const Value& value, const std::string& pointer);
bool bool_of(const Value& value, const std::string& pointer);
int int_of(const Value& value, const std::string& pointer);

/// "；是不是“title”？" for the nearest of `known`, or nothing where none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known);

template <std::size_t size>
std::size_t choice_of(const std::array<std::string_view, size>& names, const Value& value, const std::string& pointer) {
  const std::string_view name = text_of(value, pointer);
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return i;
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string list;
  for (const std::string_view each : known) list += (list.empty() ? "" : "、") + std::string(each);
  fail(pointer, "不能是“" + std::string(name) + "”，只能是 " + list + did_you_mean(name, known));
}

template <typename Use>
void each(const Value& array, const std::string& pointer, Use use) {
  if (!array.IsArray()) fail(pointer, "应当是数组");
  for (rapidjson::SizeType i = 0; i < array.Size(); ++i) use(array[i], pointer + "/" + std::to_string(i));
}

/// The keys of an object, checked: it is one, and no key stands twice.
std::vector<std::pair<std::string_view, const Value*>> members_of(const Value& object, const std::string& pointer);

/// A key as a part of a JSON pointer (RFC 6901).
std::string escaped(std::string_view key);

/// What to do with the value of a key.
struct Field {
  std::string_view key;
  std::function<void(const Value& value, const std::string& pointer)> read;
};

// Fields that fill a member of a struct.
template <typename Enum, std::size_t size>
inline Field choice(std::string_view key, Enum& target, const std::array<std::string_view, size>& names) {
  return {key, [&](const Value& value, const std::string& pointer) { target = static_cast<Enum>(choice_of(names, value, pointer)); }};
}
inline Field flag(std::string_view key, bool& target) {
  return {key, [&](const Value& value, const std::string& pointer) { target = bool_of(value, pointer); }};
}
inline Field integer(std::string_view key, int& target) {
  return {key, [&](const Value& value, const std::string& pointer) { target = int_of(value, pointer); }};
}
inline Field name(std::string_view key, std::string& target) {
  return {key, [&](const Value& value, const std::string& pointer) { target = text_of(value, pointer); }};
}
inline Field words(std::string_view key, std::vector<std::u16string>& target) {
  return {key, [&](const Value& value, const std::string& pointer) { target = words_of(value, pointer); }};
}

template <typename List, typename Read>
inline Field list(std::string_view key, List& target, Read read) {
  return {key, [&target, read](const Value& value, const std::string& pointer) {
            target.clear();
            each(value, pointer, [&](const Value& item, const std::string& place) { target.push_back(read(item, place)); });
          }};
}

/// Reads an object whose keys are all in `fields`, in their order in the file.
void read_object(const Value& object, const std::string& pointer, const std::vector<Field>& fields);

}  // namespace gouji::json
