// The messages of the checks in other languages.

#pragma once

#include "diagnostic/collector.h"

namespace gouji::json {

/// English by Chinese; from messages/en.json, made at the first call, thread-safe.
const diagnostic::Translations& english_messages();

}  // namespace gouji::json
