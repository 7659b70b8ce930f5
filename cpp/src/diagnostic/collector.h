// Collects the diagnostics of one check run; a diagnostic is written as one chain of calls.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace gouji::diagnostic {

/// Texts in another language by the Chinese ones, which are format strings where the Chinese ones are.
using Translations = std::unordered_map<std::string, std::string>;

/// `format` with its arguments, translated where `translations` has it.
template <typename... Arguments>
std::string worded(const Translations* translations, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
  if (translations) {
    const fmt::string_view chinese = format;
    const auto found = translations->find(std::string(chinese.data(), chinese.size()));
    if (found != translations->end()) return fmt::vformat(found->second, fmt::make_format_args(arguments...));
  }
  return fmt::format(format, std::forward<Arguments>(arguments)...);
}

class Builder {
 public:
  Builder(Diagnostic& diagnostic, const Translations* translations) : diagnostic_(diagnostic), translations_(translations) {}

  template <typename... Arguments>
  Builder& message(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    diagnostic_.message = worded(translations_, format, std::forward<Arguments>(arguments)...);
    return *this;
  }
  /// More of the message, already worded.
  Builder& append(std::string_view words) {
    diagnostic_.message += words;
    return *this;
  }
  Builder& severity(Severity severity) {
    diagnostic_.severity = severity;
    return *this;
  }
  template <typename... Arguments>
  Builder& related(Place place, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    diagnostic_.related.push_back({place, worded(translations_, format, std::forward<Arguments>(arguments)...)});
    return *this;
  }
  /// `edits` must not overlap; the text that a fix inserts may hold "\n" for a line end.
  template <typename... Arguments>
  Builder& fix(std::vector<Edit> edits, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    diagnostic_.fixes.push_back({worded(translations_, format, std::forward<Arguments>(arguments)...), std::move(edits)});
    return *this;
  }
  Builder& identity(std::string identity) {
    diagnostic_.identity = std::move(identity);
    return *this;
  }

 private:
  Diagnostic& diagnostic_;
  const Translations* translations_;
};

class Collector {
 public:
  Collector(std::vector<Diagnostic>& diagnostics, std::string_view code, Severity severity, int relation, const Translations* translations)
      : diagnostics_(diagnostics), code_(code), severity_(severity), relation_(relation), translations_(translations) {}

  /// Words that become part of a message.
  template <typename... Arguments>
  std::string text(fmt::format_string<Arguments...> format, Arguments&&... arguments) const {
    return worded(translations_, format, std::forward<Arguments>(arguments)...);
  }

  /// Starts a diagnostic at `place`. The builder is valid until the next call.
  Builder at(Place place) {
    Diagnostic diagnostic;
    diagnostic.code = code_;
    diagnostic.severity = severity_;
    diagnostic.place = place;
    diagnostic.relation = relation_;
    diagnostics_.push_back(std::move(diagnostic));
    return Builder(diagnostics_.back(), translations_);
  }

 private:
  std::vector<Diagnostic>& diagnostics_;
  std::string_view code_;
  Severity severity_;
  int relation_;
  const Translations* translations_;
};

}  // namespace gouji::diagnostic
