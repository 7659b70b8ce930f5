// Plays random sessions over files and prints what went wrong with the seed that plays it again.
// Usage: gouji_sessions [--seed N] [--edits N] [--rounds N] FILE...

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "session.h"

int main(int count, char** arguments) {
  std::uint64_t seed = 1;
  int edits = 60, rounds = 1, failures = 0;
  std::vector<std::string> files;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--seed" && i + 1 < count) seed = std::strtoull(arguments[++i], nullptr, 10);
    else if (argument == "--edits" && i + 1 < count) edits = std::atoi(arguments[++i]);
    else if (argument == "--rounds" && i + 1 < count) rounds = std::atoi(arguments[++i]);
    else files.push_back(argument);
  }
  if (files.empty()) {
    std::fputs("usage: gouji_sessions [--seed N] [--edits N] [--rounds N] FILE...\n", stderr);
    return 2;
  }
  for (const std::string& name : files) {
    std::ifstream file(name, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::u16string text = gouji::decode_file(bytes).text;
    for (int round = 0; round < rounds; ++round) {
      const std::string wrong = gouji::sessions::play(text, seed + static_cast<std::uint64_t>(round), edits);
      if (wrong.empty()) continue;
      ++failures;
      std::printf("%s --seed %llu --edits %d: %s\n", name.c_str(), static_cast<unsigned long long>(seed + static_cast<std::uint64_t>(round)), edits, wrong.c_str());
    }
  }
  std::printf("%zu files, %d rounds of %d edits from seed %llu: %d wrong\n", files.size(), rounds, edits, static_cast<unsigned long long>(seed), failures);
  return failures == 0 ? 0 : 1;
}
