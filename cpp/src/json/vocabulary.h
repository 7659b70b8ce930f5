// Reads a vocabulary from JSON, and owns the built-in one.

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "profile/lexicon.h"

namespace gouji::json {

/// A value of a data file that cannot be used; `what()` starts with its JSON pointer.
struct DataError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws DataError on malformed JSON, unknown keys and values of the wrong type.
profile::Vocabulary parse_vocabulary(std::string_view bytes);

/// The lexicon of the embedded vocabulary; made at the first call, thread-safe.
const profile::Lexicon& built_in_lexicon();

}  // namespace gouji::json
