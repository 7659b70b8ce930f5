// The text buffer: repair, lines, conversion of offsets, UTF-8, widths and classes of units.

#include "text/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ios>
#include <random>
#include <stdexcept>
#include <utility>

namespace gouji::text {
namespace {

std::u16string line_text(const Text& text, std::size_t line) {
  const Range range = text.line(line);
  return std::u16string(text.units().substr(range.begin, range.size()));
}

/// Random units out of a few that matter, surrogates among them.
std::u16string random_units(std::mt19937& random, std::size_t size) {
  const std::u16string_view alphabet = u"a\r\n一。\uFEFF\uFFFD\U00020BB7\U0001F600";
  std::u16string units;
  while (units.size() < size) units.push_back(alphabet[random() % alphabet.size()]);
  return units;
}

TEST(Text, EmptyTextHasOneEmptyLine) {
  const Text text(u"");
  EXPECT_EQ(text.units(), u"");
  EXPECT_EQ(text.line_count(), 1u);
  EXPECT_EQ(text.line(0), (Range{0, 0}));
  EXPECT_EQ(text.line_of({0}), 0u);
  EXPECT_EQ(text.code_point({0}), CodePointOffset{0});
  EXPECT_EQ(text.code_point({9}), CodePointOffset{0});
  EXPECT_EQ(text.utf16({9}), Utf16Offset{0});
}

TEST(Text, DropsOneLeadingBom) {
  EXPECT_EQ(Text(u"\uFEFF预算").units(), u"\uFEFF预算");
  EXPECT_EQ(Text(u"\uFEFF\uFEFF预算").units(), u"\uFEFF\uFEFF预算");
  EXPECT_EQ(Text(u"预\uFEFF算").units(), u"预\uFEFF算");
}

TEST(Text, ReplacesLoneSurrogates) {
  const std::u16string high(1, u'\xD842');
  const std::u16string low(1, u'\xDFB7');
  EXPECT_EQ(Text(high).units(), u"\uFFFD");
  EXPECT_EQ(Text(low).units(), u"\uFFFD");
  EXPECT_EQ(Text(low + high).units(), u"\uFFFD\uFFFD");
  EXPECT_EQ(Text(high + high + low).units(), u"\uFFFD\U00020BB7");
  EXPECT_EQ(Text(high + low + low).units(), u"\U00020BB7\uFFFD");
  EXPECT_EQ(Text(u"a" + high + u"b").units(), u"a\uFFFDb");
}

TEST(Text, EveryKindOfLineEndEndsALine) {
  const Text text(u"甲\r\n乙\r丙\n\n丁");
  ASSERT_EQ(text.line_count(), 5u);
  EXPECT_EQ(line_text(text, 0), u"甲");
  EXPECT_EQ(line_text(text, 1), u"乙");
  EXPECT_EQ(line_text(text, 2), u"丙");
  EXPECT_EQ(line_text(text, 3), u"");
  EXPECT_EQ(line_text(text, 4), u"丁");
  EXPECT_THROW(text.line(5), std::out_of_range);
}

TEST(Text, LineEndAtTheEndGivesAnEmptyLastLine) {
  for (const char16_t* units : {u"甲\r\n", u"甲\r", u"甲\n"}) {
    const Text text(units);
    ASSERT_EQ(text.line_count(), 2u);
    EXPECT_EQ(line_text(text, 0), u"甲");
    EXPECT_TRUE(text.line(1).empty());
    EXPECT_EQ(text.line(1).begin, text.units().size());
  }
  EXPECT_EQ(Text(u"\n\r").line_count(), 3u);
}

TEST(Text, OnlyCarriageReturnAndLineFeedEndLines) {
  EXPECT_EQ(Text(u"a\vb\fc\u0085d\u2028e\u2029f").line_count(), 1u);
}

TEST(Text, OffsetInALineEndBelongsToTheLineItEnds) {
  const Text text(u"甲\r\n乙");
  const std::vector<std::size_t> lines{0, 0, 0, 1, 1, 1};
  for (std::uint32_t offset = 0; offset < lines.size(); ++offset) EXPECT_EQ(text.line_of({offset}), lines[offset]);
}

TEST(Text, CountsSupplementaryCharactersOnce) {
  const Text text(u"预算\r\n\U00020BB7野");
  EXPECT_EQ(text.line(1), (Range{4, 7}));
  EXPECT_EQ(text.code_point({4}), CodePointOffset{4});
  EXPECT_EQ(text.code_point({5}), CodePointOffset{4}) << "inside the pair";
  EXPECT_EQ(text.code_point({6}), CodePointOffset{5});
  EXPECT_EQ(text.code_point({7}), CodePointOffset{6});
  EXPECT_EQ(text.code_point({99}), CodePointOffset{6});
  EXPECT_EQ(text.utf16({4}), Utf16Offset{4});
  EXPECT_EQ(text.utf16({5}), Utf16Offset{6});
  EXPECT_EQ(text.utf16({6}), Utf16Offset{7});
  EXPECT_EQ(text.utf16({99}), Utf16Offset{7});
}

TEST(Text, OffsetsAgreeWithCountingFromTheStart) {
  std::mt19937 random(1);
  for (const std::size_t size : {1u, 2u, 255u, 256u, 257u, 511u, 512u, 513u, 2000u}) {
    const Text text(random_units(random, size));
    const std::u16string_view units = text.units();
    std::uint32_t code_points = 0;
    for (std::uint32_t at = 0; at < units.size(); ++code_points) {
      const std::uint32_t length = units[at] >= 0xD800 && units[at] <= 0xDBFF ? 2 : 1;
      for (std::uint32_t inside = at; inside < at + length; ++inside) {
        ASSERT_EQ(text.code_point({inside}), CodePointOffset{code_points}) << "size " << size << " at " << inside;
      }
      ASSERT_EQ(text.utf16({code_points}), Utf16Offset{at}) << "size " << size;
      at += length;
    }
    EXPECT_EQ(code_points, count_code_points(units));
    EXPECT_EQ(text.utf16({code_points}).value, units.size());
  }
}

TEST(Text, LinesTileTheText) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    const Text text(random_units(random, random() % 40));
    std::uint32_t next = 0;
    for (std::size_t line = 0; line < text.line_count(); ++line) {
      const Range range = text.line(line);
      ASSERT_EQ(range.begin, next);
      ASSERT_EQ(line_text(text, line).find_first_of(u"\r\n"), std::u16string::npos);
      next = line + 1 < text.line_count() ? text.line(line + 1).begin : static_cast<std::uint32_t>(text.units().size());
      for (std::uint32_t offset = range.begin; offset < next; ++offset) ASSERT_EQ(text.line_of({offset}), line);
    }
    ASSERT_EQ(next, text.units().size());
  }
}

TEST(Text, LookupsInALineOfAMillionUnits) {
  std::u16string units;
  while (units.size() < 1'000'000) units += u"\U00020BB7野家预算";
  const Text text(std::move(units));
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    const std::uint32_t repeats = i * 16;
    ASSERT_EQ(text.code_point({repeats * 6 + 2}), CodePointOffset{repeats * 5 + 1});
    ASSERT_EQ(text.utf16({repeats * 5 + 1}), Utf16Offset{repeats * 6 + 2});
  }
}

TEST(Utf8, RoundTrip) {
  const std::string utf8 = "a\u00E9预\uFFFF\U00020BB7\U0010FFFF";
  EXPECT_EQ(to_utf16(utf8), u"a\u00E9预\uFFFF\U00020BB7\U0010FFFF");
  EXPECT_EQ(to_utf8(to_utf16(utf8)), utf8);
  EXPECT_EQ(to_utf8(u""), "");
  EXPECT_EQ(to_utf16(""), u"");
  EXPECT_EQ(to_utf16(std::string_view("a\0b", 3)), std::u16string_view(u"a\0b", 3));
}

TEST(Utf8, LoneSurrogateBecomesReplacement) {
  const char16_t units[] = {u'a', 0xD842, u'b', 0xDFB7};
  EXPECT_EQ(to_utf8({units, 4}), "a\uFFFDb\uFFFD");
}

TEST(Utf8, OneReplacementPerMaximalSubpart) {
  const std::u16string r = u"\uFFFD";
  // The table of Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts".
  EXPECT_EQ(to_utf16("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"), r + r + r + r + r + r + r + r + u"A");
  EXPECT_EQ(to_utf16("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"), r + r + r + r + r + r + r + r + u"A");
  EXPECT_EQ(to_utf16("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"), r + r + r + r + r + u"A" + r + r + u"B");
  EXPECT_EQ(to_utf16("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), r + r + r + r + u"A");
  EXPECT_EQ(to_utf16("预\xE7\xAE"), u"预" + r);
  EXPECT_EQ(to_utf16("\xE7\xAE"), r);
}

TEST(CodePoints, Count) {
  EXPECT_EQ(count_code_points(u""), 0u);
  EXPECT_EQ(count_code_points(u"第四章 存在问题"), 8u);
  EXPECT_EQ(count_code_points(u"\U00020BB7野家"), 3u);
  const char16_t lone[] = {0xDFB7, 0xD842, u'a', 0xD842};
  EXPECT_EQ(count_code_points({lone, 4}), 4u);
}

TEST(DisplayWidth, CellsOfCharacters) {
  EXPECT_EQ(display_width(u""), 0u);
  EXPECT_EQ(display_width(u"第四章 存在问题"), 15u);
  EXPECT_EQ(display_width(u"１２，"), 6u) << "full width";
  EXPECT_EQ(display_width(u"12,"), 3u);
  EXPECT_EQ(display_width(u"\U00020BB7\U0001F600"), 4u) << "beyond the BMP";
  EXPECT_EQ(display_width(u"e\u0301"), 1u) << "combining mark";
  EXPECT_EQ(display_width(u"か\u3099"), 2u) << "a combining mark that is itself wide";
  EXPECT_EQ(display_width(u"a\u200B\u200D\uFEFFb"), 2u) << "invisible format characters";
  EXPECT_EQ(display_width(u"\t"), 1u);
}

TEST(DisplayWidth, AmbiguousCharacters) {
  EXPECT_EQ(display_width(u"“①…”"), 4u);
  EXPECT_EQ(display_width(u"“①…”", true), 8u);
  const char16_t lone[] = {0xD842};
  EXPECT_EQ(display_width({lone, 1}), display_width(u"\uFFFD"));
}

TEST(FoldWidth, OnlyFullWidthAsciiAndIdeographicSpace) {
  EXPECT_EQ(fold_width(u"（２０２３）　１．５％～"), u"(2023) 1.5%~");
  EXPECT_EQ(fold_width(u"①。、｡￥\uFF5F\uFF00 a"), u"①。、｡￥\uFF5F\uFF00 a");
  static_assert(fold_width(u'！') == u'!' && fold_width(u'～') == u'~');
}

TEST(Units, Han) {
  for (const char16_t unit : std::u16string_view(u"一龥〇\u3400\u4DBF\u9FFF\uF900零")) {
    EXPECT_TRUE(is_han(unit)) << std::hex << unsigned{unit};
  }
  for (const char16_t unit : std::u16string_view(u"a1。，①々あ가\u3000\u33FF\u4DC0\uA000\xD842")) {
    EXPECT_FALSE(is_han(unit)) << std::hex << unsigned{unit};
  }
}

TEST(Units, Space) {
  const std::u16string_view spaces = u" \t\n\v\f\r\u0085\u00A0\u2000\u2003\u200B\u2028\u2029\u3000\uFEFF";
  for (const char16_t unit : spaces) EXPECT_TRUE(is_space(unit)) << std::hex << unsigned{unit};
  for (const char16_t unit : std::u16string_view(u"a\u0008\u001F\u200C\u2010\u3001一")) {
    EXPECT_FALSE(is_space(unit)) << std::hex << unsigned{unit};
  }
  EXPECT_FALSE(is_space(u'\0'));
}

TEST(Text, EditsGiveTheTextThatWouldBeMadeAnew) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Text text(random_units(random, random() % 40));
    for (int edit = 0; edit < 20; ++edit) {
      const auto begin = static_cast<std::uint32_t>(random() % (text.units().size() + 1));
      const auto end = begin + static_cast<std::uint32_t>(random() % (std::min<std::size_t>(text.units().size() - begin, 5) + 1));
      const std::u16string put = random_units(random, random() % 300 == 0 ? 600 : random() % 4);
      std::u16string expected(text.units());
      expected.replace(begin, end - begin, put);
      text.replace({begin, end}, put);
      const Text fresh(expected);
      ASSERT_EQ(text.units(), fresh.units());
      ASSERT_EQ(text.line_count(), fresh.line_count());
      for (std::size_t line = 0; line < fresh.line_count(); ++line) ASSERT_EQ(text.line(line), fresh.line(line));
      for (std::uint32_t at = 0; at <= fresh.units().size(); ++at) {
        ASSERT_EQ(text.code_point({at}), fresh.code_point({at}));
        ASSERT_EQ(text.utf16({at}), fresh.utf16({at}));
      }
    }
  }
}

TEST(Text, AnEditOutsideIsRefused) {
  Text text(u"预算");
  EXPECT_THROW(text.replace({1, 3}, u""), std::out_of_range);
  EXPECT_THROW(text.replace({2, 1}, u""), std::out_of_range);
  EXPECT_EQ(text.units(), u"预算");
}

}  // namespace
}  // namespace gouji::text
