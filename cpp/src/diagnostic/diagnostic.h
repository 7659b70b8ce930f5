// Diagnostics: what a check observed, at block-relative places.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::diagnostic {

enum class Severity : std::uint8_t { error, warning, info };

/// A range within a block.
struct Place {
  std::uint32_t block = 0;
  text::Range range;
  bool operator==(const Place&) const = default;
};

struct Related {
  Place place;
  std::string message;
};

struct Edit {
  Place place;
  std::string text;
};

struct Fix {
  std::string title;
  std::vector<Edit> edits;
};

struct Diagnostic {
  std::string_view code;
  Severity severity = Severity::error;
  std::string message;
  Place place;
  std::vector<Related> related;
  std::vector<Fix> fixes;
  int relation = -1;       // index into the document's relations, or -1
  std::string identity;    // members' labels and values, or the quoted text: what the id is made of
};

}  // namespace gouji::diagnostic
