// Checks one file from C++ and prints each finding: line, column, code and message. CMakeLists.txt here builds it.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>

#include "gouji/gouji.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "用法：embed 文件\n";
    return 2;
  }

  // The library opens no files: it takes their bytes, and finds out whether they are UTF-8, UTF-16 or GB18030.
  std::ifstream file(argv[1], std::ios::binary);
  if (!file || std::filesystem::is_directory(argv[1])) {
    std::cerr << "无法读取 " << argv[1] << '\n';
    return 2;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  gouji::DecodedFile decoded = gouji::decode_file(bytes);
  if (decoded.binary) {
    std::cerr << argv[1] << " 不是文本\n";
    return 2;
  }

  // check never throws because of what a text says, and may be called from several threads at once.
  const gouji::Report report = gouji::check(std::move(decoded.text));

  // Findings stand in the order of the text. Lines and columns count from 1, columns in characters, not in bytes.
  for (const gouji::Diagnostic& found : report.diagnostics) {
    std::cout << found.line << ':' << found.column << ' ' << found.code << ' ' << found.message << '\n';
  }
  return report.diagnostics.empty() ? 0 : 1;
}
