// Web and mail addresses: stretches of a text that are no prose.

#pragma once

#include <string_view>
#include <vector>

#include "text/offsets.h"

namespace gouji::syntax {

/// The addresses in the printed characters of a block, in order. The path of a web address may hold Han characters and
/// ASCII marks, as file names on servers do: https://www.example.cn/县财[2020]2号.html
std::vector<text::Range> find_addresses(std::u16string_view printed);

}  // namespace gouji::syntax
