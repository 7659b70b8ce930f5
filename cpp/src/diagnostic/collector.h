// Collects the diagnostics of one check run; a diagnostic is written as one chain of calls.

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.h"

namespace gouji::diagnostic {

class Builder {
 public:
  explicit Builder(Diagnostic& diagnostic) : diagnostic_(diagnostic) {}

  template <typename... Arguments>
  Builder& message(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    diagnostic_.message = fmt::format(format, std::forward<Arguments>(arguments)...);
    return *this;
  }
  Builder& severity(Severity severity) {
    diagnostic_.severity = severity;
    return *this;
  }
  Builder& related(Place place, std::string message) {
    diagnostic_.related.push_back({place, std::move(message)});
    return *this;
  }
  Builder& fix(std::string title, std::vector<Edit> edits) {
    diagnostic_.fixes.push_back({std::move(title), std::move(edits)});
    return *this;
  }
  Builder& identity(std::string identity) {
    diagnostic_.identity = std::move(identity);
    return *this;
  }

 private:
  Diagnostic& diagnostic_;
};

class Collector {
 public:
  Collector(std::vector<Diagnostic>& diagnostics, std::string_view code, Severity severity, int relation)
      : diagnostics_(diagnostics), code_(code), severity_(severity), relation_(relation) {}

  /// Starts a diagnostic at `place`. The builder is valid until the next call.
  Builder at(Place place) {
    Diagnostic diagnostic;
    diagnostic.code = code_;
    diagnostic.severity = severity_;
    diagnostic.place = place;
    diagnostic.relation = relation_;
    diagnostics_.push_back(std::move(diagnostic));
    return Builder(diagnostics_.back());
  }

 private:
  std::vector<Diagnostic>& diagnostics_;
  std::string_view code_;
  Severity severity_;
  int relation_;
};

}  // namespace gouji::diagnostic
