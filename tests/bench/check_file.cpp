// Checks one file from scratch, as often as asked, for profilers; prints the length of its JSON. It reads no clock.
// Usage: gouji_check_file FILE [TIMES]

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "gouji/gouji.h"

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: gouji_check_file FILE [TIMES]\n", stderr);
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) {
    std::fprintf(stderr, "%s cannot be read\n", arguments[1]);
    return 2;
  }
  std::size_t length = 0;
  for (int left = count > 2 ? std::atoi(arguments[2]) : 1; left > 0; --left) {
    length = gouji::to_json(gouji::check(gouji::decode_file(bytes).text), arguments[1]).size();
  }
  std::printf("%zu bytes of JSON\n", length);
  return 0;
}
