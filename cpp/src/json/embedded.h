// The files of cpp/profiles, embedded in the library at build time.

#pragma once

#include <string_view>
#include <vector>

namespace gouji::json {

struct EmbeddedFile {
  std::string_view folder;  // "profiles", "families"
  std::string_view name;    // without ".json"
  std::string_view bytes;
};

const std::vector<EmbeddedFile>& embedded_files();

}  // namespace gouji::json
