// ICU's converters and its detector of encodings, behind two functions.

#include "text/icu.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

#include "text/utf16.h"
#include "text/utf8.h"

namespace gouji::text {
namespace {

constexpr std::size_t sample_size = 1 << 14;    // the detector looks at little more than 8 KB anyway
constexpr std::size_t sample_lead = 1 << 10;    // ASCII before the first other byte
constexpr std::ptrdiff_t least_evidence = 3;    // non-ASCII bytes
constexpr int least_confidence = 50;            // of 100; random bytes often reach 30

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string lower_case(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

/// UTF-16 is decided elsewhere; damaged GBK passes for Japanese and Korean, and plain ASCII for the last two.
bool is_excluded(const std::string& encoding) {
  constexpr std::array prefixes{"utf-16", "utf-32", "euc-", "shift_jis", "iso-2022", "ibm"};
  const auto begins = [&](const char* prefix) { return encoding.starts_with(prefix); };
  return std::any_of(prefixes.begin(), prefixes.end(), begins);
}

std::string_view take_sample(std::string_view bytes) {
  const std::size_t first = skip_ascii(bytes, 0);
  return bytes.substr(first > sample_lead ? first - sample_lead : 0, sample_size);
}

}  // namespace

std::optional<std::u16string> convert(std::string_view bytes, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Closer> converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error)) return std::nullopt;

  std::u16string units;
  units.reserve(bytes.size() / 2 + 1);
  std::array<char16_t, 1 << 13> buffer;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    error = U_ZERO_ERROR;
    char16_t* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true, &error);
    units.append(buffer.data(), target);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(error)) return std::nullopt;
  replace_lone_surrogates(units);
  return units;
}

std::string guess_encoding(std::string_view bytes) {
  const std::string_view sample = take_sample(bytes);
  const auto is_evidence = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::count_if(sample.begin(), sample.end(), is_evidence) < least_evidence) return {};

  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&error));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &error);
  if (U_FAILURE(error)) return {};
  for (int32_t i = 0; i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &error) < least_confidence) break;
    const char* const name = ucsdet_getName(matches[i], &error);
    if (U_FAILURE(error)) return {};
    if (std::string encoding = lower_case(name); !is_excluded(encoding)) return encoding;
  }
  return {};
}

}  // namespace gouji::text
