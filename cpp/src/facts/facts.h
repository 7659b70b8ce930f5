// Facts: what one block says, read from the block alone and compared by value without its places.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "number/decimal.h"
#include "profile/lexicon.h"
#include "syntax/block.h"
#include "text/offsets.h"

namespace gouji::facts {

enum class Approximation : std::uint8_t { exact, about, over, under, at_least, at_most };
enum class Basis : std::uint8_t { unknown, actual, budget, adjusted_budget, target, previous, cumulative };

/// When, relative to the report: its year, the year before, or a year that is named.
enum class PeriodKind : std::uint8_t { unstated, current, previous, year };
struct Period {
  PeriodKind kind = PeriodKind::unstated;
  int year = 0;
  bool operator==(const Period&) const = default;
};

/// How a quantity is used in its clause.
enum class Role : std::uint8_t {
  level,    // an amount that can be a total or a part
  total,    // "合计 12 万元" with no name of its own: the amount of what was listed before
  change,   // 增加 12 万元
  share,    // 占…的 12%
  rate,     // 执行率 98%
  average,  // 人均 12 元
  detail,   // an amount inside the explanation of another amount: 用于…
  base,     // 预算 12 万元的 98%: the denominator of the percentage that follows it
  cell,     // a bare number of a table row: what it is only its table tells
};

/// A number with its unit and what it measures.
struct Quantity {
  number::Decimal number;       // as printed
  int exponent = 0;             // value in the base unit = number * 10^exponent
  profile::UnitKind kind = profile::UnitKind::other;
  std::u16string printed;       // the number's own characters
  std::u16string printed_unit;  // with 万 or 亿: 万元, 万人次
  std::u16string base_unit;
  Approximation approximation = Approximation::exact;
  Role role = Role::level;
  int direction = 0;            // change: 1 for 增加, -1 for 减少
  std::u16string label;         // the words before the number that name it, without cues and periods
  std::u16string after;         // the noun behind a counter: 3 名[科普员]
  std::u16string base;          // share and rate: the words that name the denominator; change: what was added; average: its words
  std::uint16_t indicator = profile::no_concept;
  std::uint16_t general = profile::no_concept;  // the general word that was specialised: 三公经费[年初预算]
  std::u16string qualifier;     // what the label says beyond the indicator
  std::u16string topic;         // what the item around it is about: 一是[科普经费专项资金]，
  int base_quantity = -1;       // share, rate, change: the quantity of this block that it is measured against
  std::u16string against;       // change and base: the words behind 较, 比: 上年决算
  bool arrived = false;         // 由12件增加到15件: what `base_quantity` came to
  Basis basis = Basis::unknown;
  Period period;
  int series = 0;               // share, change: its place among those told in a row, 分别占80%和20%
  bool respectively = false;    // change, rate: the first of a row, 分别增长21%和18%
  bool complement = false;      // 未完成2项 behind 完成10项
  bool remainder = false;       // 剩余, 未完成 before it or behind it
  bool allotted = false;        // 安排, 下达 before it: money that is to be spent
  bool besides = false;         // 尚有, 另有 before it: no part of the list it stands behind
  bool announced = false;       // 共, 以下, 下列 before it: a list may follow
  bool held = false;            // 实有, 保有 before it: what there is
  bool by_lead = false;         // share: its label is the clause before its own: 燃油费是最大的一块，占…
  bool net = false;             // 净增 before it: what several changes come to
  std::int8_t moment = 0;       // 年初 before it (-1), 年末 before it (1)
  std::int8_t flow = 0;         // 新增, 招录 before it (1), 报废, 退休 before it (-1)
  std::int8_t step = 0;         // 追加, 加上 before it (1), 收回, 扣除 before it (-1)
  bool used_up = false;         // 没有结余, 全部支付 behind it: all of what was to be spent
  int cell = -1;                // the cell of a table row that it fills
  std::int8_t limit = 0;        // the amount stated before it is said to be above (1), below (-1), within (-2) or to reach (2) this one

  bool operator==(const Quantity&) const = default;
  number::Decimal value() const { return number.shifted(exponent); }
};

/// The skeleton of a block: what stands between its quantities, in order.
enum class ElementKind : std::uint8_t {
  quantity,          // value: index into Facts::quantities
  announce,          // 其中
  announce_open,     // 包括
  announce_partial,  // 主要包括
  phrase,            // words with no quantity; value: number of 和/及 in them
  item,              // an inline marker; value: its number, style: its style
  pause, comma, semicolon, stop,  // in order of rank
  colon, open, close,
  et_cetera,
  purpose,           // 用于
  besides,           // 另有
};
struct Element {
  ElementKind kind = ElementKind::phrase;
  int value = 0;     // announce: 1 for 分别为, 2 for 按…分, 3 where `name` alone says what the total is, 4 for 来源为, 5 for 其中; et_cetera: 1 for 其余
  int name = -1;     // announce, colon: index into Facts::names of the words that name the total
  syntax::MarkerStyle style = syntax::MarkerStyle::none;
  bool rest = false; // phrase: 其余为磷肥, what a list leaves without a number
  bool operator==(const Element&) const = default;
};

constexpr std::size_t most_quantities = 500;  // that one block may tie

struct Facts {
  std::vector<Quantity> quantities;
  std::vector<Element> elements;
  std::vector<std::u16string> names;  // words that name what a list is about: 人员经费中，
  bool announces_list = false; // ends in 如下： or 其中：
  bool crowded = false;        // more quantities than a paragraph can relate: they are read, not tied
  bool operator==(const Facts&) const = default;
};

/// Where the facts of a block stand, in the block; parallel to Facts.
struct Places {
  std::vector<text::Range> quantities;  // with approximation and unit
  std::vector<text::Range> numbers;
  std::vector<text::Range> elements;
  std::vector<text::Range> oversized;   // digit runs that are too long to be quantities
};

struct Extracted {
  Facts facts;
  Places places;
};

/// The number that fills a cell, with its unit and bound if they are printed: 1,234.50, -, ≥95%, 52场. Nothing where the
/// cell says anything else.
struct CellNumber {
  Quantity quantity;
  text::Range range, number_range;
};
std::optional<CellNumber> read_cell(const syntax::Block& block, text::Range cell, const profile::Lexicon& lexicon);

Extracted extract(const syntax::Block& block, const profile::Lexicon& lexicon);

}  // namespace gouji::facts
