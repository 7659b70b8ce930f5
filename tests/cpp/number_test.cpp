// Exact numbers: parsing, rounding and comparison, also past 64 bits.

#include "number/decimal.h"

#include <gtest/gtest.h>

namespace {

using gouji::number::Decimal;
using gouji::number::Integer;
using gouji::number::Ratio;

Decimal decimal(const char* text) { return *Decimal::parse(text); }

TEST(Decimal, ParsesPlainDigitsOnly) {
  EXPECT_EQ(decimal("-1234.50").to_string(), "-1234.50");
  EXPECT_EQ(decimal("0.05").to_string(), "0.05");
  for (const char* text : {"", ".", "1.", ".5", "-.5", "1,234", "1e3", "１", "--1", "1.2.3"}) EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, KeepsPrintedPlaces) {
  EXPECT_EQ(decimal("113.80").places(), 2);
  EXPECT_EQ(decimal("113.80"), decimal("113.8"));
  EXPECT_EQ((decimal("8") + decimal("11.84")).to_string(), "19.84");
  EXPECT_EQ(decimal("139.40").to_shortest(), "139.4");
}

TEST(Decimal, ShiftsBetweenUnits) {
  EXPECT_EQ(decimal("139.04").shifted(4).to_shortest(), "1390400");
  EXPECT_EQ(decimal("1390400").shifted(-4).to_shortest(), "139.04");
}

TEST(Decimal, IsExactWhereBinaryIsNot) {
  EXPECT_EQ(decimal("0.1") + decimal("0.2"), decimal("0.3"));
  EXPECT_NE(decimal("0.1") + decimal("0.2"), decimal("0.30000000000000004"));
}

TEST(Decimal, GoesPast64Bits) {
  const Decimal large = decimal("9999999999999999999999999999999999999999");
  EXPECT_EQ((large + decimal("1")).to_string(), "10000000000000000000000000000000000000000");
  EXPECT_EQ(((large + decimal("1")) - large).to_string(), "1");
  EXPECT_LT(decimal("9223372036854775807"), decimal("9223372036854775808"));
}

TEST(Integer, MultipliesAcrossTheBorder) {
  const Integer border(std::int64_t{1} << 62);
  EXPECT_EQ((border * 4).to_string(), "18446744073709551616");
  EXPECT_EQ(floor_divide(border * 4, Integer(1) + border * 2 - 1).to_string(), "2");
  EXPECT_EQ(floor_divide(Integer(-7), Integer(2)).to_string(), "-4");
}

TEST(Ratio, RoundsHalfUpAndTruncates) {
  const Ratio share = Ratio(decimal("89.67"), decimal("100.53")) * Ratio(decimal("100"));
  EXPECT_EQ(share.round_half_up(1).to_string(), "89.2");
  EXPECT_EQ(Ratio(decimal("1"), decimal("8")).round_half_up(2).to_string(), "0.13");
  EXPECT_EQ(Ratio(decimal("1"), decimal("8")).truncate(2).to_string(), "0.12");
  EXPECT_EQ(Ratio(decimal("-1"), decimal("8")).round_half_up(2).to_string(), "-0.13");
  EXPECT_EQ(Ratio(decimal("1"), decimal("-8")).truncate(2).to_string(), "-0.12");
}

}  // namespace
