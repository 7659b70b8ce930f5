// Reads a vocabulary from JSON, and owns the built-in one.

#pragma once

#include <string_view>

#include "json/reader.h"
#include "profile/lexicon.h"

namespace gouji::json {

/// Throws DataError on malformed JSON, unknown keys and values of the wrong type.
profile::Vocabulary parse_vocabulary(std::string_view bytes);

/// The index of the indicator that `value` names. Throws DataError.
std::uint16_t indicator_of(const profile::Vocabulary& vocabulary, const Value& value, const std::string& pointer);

/// The lexicon of the embedded vocabulary; made at the first call, thread-safe.
const profile::Lexicon& built_in_lexicon();

}  // namespace gouji::json
