// libFuzzer target: an editing session. The first byte seeds the hand that edits, the rest is the text; whatever the hand does,
// the report must be that of a check from scratch.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "session.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 4000) return 0;
  const gouji::DecodedFile file = gouji::decode_file({reinterpret_cast<const char*>(data) + 1, size - 1});
  const std::string wrong = gouji::sessions::play(file.text, data[0], 6);
  if (wrong.empty()) return 0;
  std::fprintf(stderr, "%s\n", wrong.c_str());
  std::abort();
}
