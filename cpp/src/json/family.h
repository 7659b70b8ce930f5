// Reads report families from JSON, and owns the built-in ones.

#pragma once

#include <string_view>
#include <vector>

#include "json/reader.h"
#include "profile/family.h"

namespace gouji::json {

/// A family from a file of profiles/families or of a user. Throws DataError on malformed JSON, unknown keys, keys or ids
/// that stand twice, values of the wrong type, missing ones, and too many or too deeply nested sections.
profile::Family parse_family(std::string_view bytes);

struct BuiltInFamily {
  profile::Family family;
  std::string_view bytes;   // its JSON
};

/// The embedded families in order of name; made at the first call, thread-safe.
const std::vector<BuiltInFamily>& built_in_families();

/// The built-in family of that name, or null.
const BuiltInFamily* built_in_family(std::string_view name);

}  // namespace gouji::json
