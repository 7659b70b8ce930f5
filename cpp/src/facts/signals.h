// Signals: things a block names that another block may contradict or lack. Read from the block alone.

#pragma once

#include <string>
#include <vector>

#include "syntax/block.h"
#include "text/offsets.h"

namespace gouji::facts {

enum class SignalKind : std::uint8_t {
  session,      // 第46届青少年科技创新大赛; key: the event, number: which
  reference,    // 详见附件2, 见表1, 见第三部分; key: what is meant, number: 0 for any
  anchor,       // a line that is called 附件1, 表1
  evaluated,    // 对2024年度…开展绩效自评; number: the year
  as_of,        // 截至2024年12月31日; number: the year
};

struct Signal {
  SignalKind kind = SignalKind::session;
  std::u16string key;
  int number = 0;
  int year = 0;         // session: the year named in its sentence, or 0
  text::Range range;    // in the block; no part of the value
  bool operator==(const Signal& other) const { return kind == other.kind && key == other.key && number == other.number && year == other.year; }
};

std::vector<Signal> read_signals(const syntax::Block& block);

}  // namespace gouji::facts
