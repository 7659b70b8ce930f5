// libFuzzer target: the bytes of a file, decoded and checked.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gouji/gouji.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const gouji::DecodedFile file = gouji::decode_file({reinterpret_cast<const char*>(data), size});
  if (!file.binary) gouji::to_json(gouji::check(file.text), "文件.txt");
  return 0;
}
