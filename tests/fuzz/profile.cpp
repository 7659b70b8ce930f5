// libFuzzer target: the JSON of a profile, and a text checked with it where it is one.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gouji/gouji.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    gouji::CheckOptions options;
    options.profile = gouji::Profile::parse({reinterpret_cast<const char*>(data), size});
    gouji::check(u"2024年绩效自评报告\n一、基本情况\n支出10万元。\n三、问题\n无\n", options);
  } catch (const gouji::ProfileError&) {
  }
  return 0;
}
