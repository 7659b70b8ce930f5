// Ids by FNV-1a, so that they are the same on every platform.

#include "diagnostic/identity.h"

#include <fmt/format.h>

#include <cstdint>
#include <unordered_map>

namespace gouji::diagnostic {
namespace {

std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037u;
  for (const char byte : text) value = (value ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return value;
}

}  // namespace

std::vector<std::string> stable_ids(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> ids;
  std::unordered_map<std::string, int> seen;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string key = fmt::format("{}\x1f{}", diagnostic.code, diagnostic.identity);
    ids.push_back(fmt::format("{:016x}", hash(fmt::format("{}\x1f{}", key, seen[key]++))));
  }
  return ids;
}

}  // namespace gouji::diagnostic
