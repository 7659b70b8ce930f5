// Slips of the hand: how a figure that was meant becomes the one that is printed, and what may have been meant.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "number/decimal.h"

namespace gouji::relations {

enum class Slip : std::uint8_t {
  none,        // the needed value is no slip away from the printed one
  digit,       // one digit is wrong
  transposed,  // two digits that stand side by side changed places
  dropped,     // a digit is missing
  inserted,    // a digit too many, such as one typed twice
  point,       // the decimal point moved
  unit,        // the value was written in another unit: off by 10^3, 10^4 or 10^8
  base,        // a share of something else: the quotient was taken of another amount
};

struct Repair {
  number::Decimal number;   // in the printed unit, with the places to print
  Slip slip = Slip::none;
  bool operator==(const Repair& other) const { return number == other.number; }
};

/// Calls `use` with every value that one slip of the hand turns into `printed`, the likelier slip first, some of them more
/// than once, until it returns true.
void each_slip(const number::Decimal& printed, const std::function<bool(const number::Decimal&, Slip)>& use);

/// `needed` as a repair of `printed`: the slip between them, if it is one, and the places it is printed with.
Repair repair_of(const number::Decimal& printed, const number::Decimal& needed);

/// `number` written as `printed` is: its groups of three and its width. Nothing where that has no digits.
std::optional<std::u16string> written_like(std::u16string_view printed, const number::Decimal& number);

}  // namespace gouji::relations
