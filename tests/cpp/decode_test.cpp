// Detection of encodings and decoding: what is read as what, and what is repaired or refused.

#include "text/decode.h"

#include <gtest/gtest.h>

#include <random>

#include "text/text.h"

namespace gouji::text {
namespace {

using namespace std::string_literals;

constexpr std::u16string_view report =
    u"一、基本情况\r\n2023年度部门整体支出139.04万元，其中：基本支出92.18万元，项目支出46.86万元。\r\n“三公”经费开支最少。\r\n";

enum class Order { Little, Big };

std::string utf16(std::u16string_view units, Order order) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += order == Order::Little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string repeated;
  while (times-- > 0) repeated += text;
  return repeated;
}

void expect_text(std::string_view bytes, std::string_view encoding, std::u16string_view units) {
  const Decoded decoded = decode(bytes);
  EXPECT_FALSE(decoded.binary);
  EXPECT_EQ(decoded.encoding, encoding);
  EXPECT_EQ(to_utf8(decoded.units), to_utf8(units));
}

void expect_binary(std::string_view bytes) {
  const Decoded decoded = decode(bytes);
  EXPECT_TRUE(decoded.binary);
  EXPECT_EQ(decoded.encoding, "");
  EXPECT_EQ(decoded.units, u"");
}

// 2023年度部门整体支出绩效自评报告
const std::string gbk =
    "2023\xC4\xEA\xB6\xC8\xB2\xBF\xC3\xC5\xD5\xFB\xCC\xE5\xD6\xA7\xB3\xF6"
    "\xBC\xA8\xD0\xA7\xD7\xD4\xC6\xC0\xB1\xA8\xB8\xE6\r\n"s;
constexpr std::u16string_view gbk_text = u"2023年度部门整体支出绩效自评报告\r\n";

TEST(DecodeUtf8, EmptyAsciiAndChinese) {
  expect_text("", "utf-8", u"");
  expect_text("a", "utf-8", u"a");
  expect_text("NP bush hid the facts", "utf-8", u"NP bush hid the facts");
  expect_text("年", "utf-8", u"年");
  expect_text(to_utf8(report), "utf-8", report);
  expect_text("\uFFFE\uFFFF预算\U00020BB7", "utf-8", u"\uFFFE\uFFFF预算\U00020BB7");
}

TEST(DecodeUtf8, BomIsDropped) {
  expect_text("\xEF\xBB\xBF", "utf-8-sig", u"");
  expect_text("\xEF\xBB\xBF预算\n", "utf-8-sig", u"预算\n");
  expect_text("\xEF\xBB\xBF预\xFF算", "utf-8-sig", u"预\uFFFD算");
}

TEST(DecodeUtf8, CutInsideACharacter) {
  const std::string whole = to_utf8(report) + "万";
  expect_text(std::string_view(whole).substr(0, whole.size() - 1), "utf-8", std::u16string(report) + u"\uFFFD");
  expect_text(std::string_view(whole).substr(0, whole.size() - 2), "utf-8", std::u16string(report) + u"\uFFFD");
  expect_text("预算\xE6\x89", "utf-8", u"预算\uFFFD");
}

TEST(DecodeUtf8, OneBadByteInTenKilobytes) {
  std::string bytes = repeat(to_utf8(report), 70);
  ASSERT_GT(bytes.size(), 10'000u);
  const Decoded whole = decode(bytes);
  const std::size_t digit = bytes.find("139.04", bytes.size() / 2);
  for (const char bad : {'\x80', '\xC3', '\xE4', '\xFF'}) {
    bytes[digit] = bad;
    std::u16string expected = whole.units;
    expected[to_utf16(std::string_view(bytes).substr(0, digit)).size()] = u'\uFFFD';
    expect_text(bytes, "utf-8", expected);
  }
}

TEST(DecodeUtf8, EncodedSurrogatesAreReplaced) {
  expect_text("预算\xED\xA0\x80支出绩效自评", "utf-8", u"预算\uFFFD\uFFFD\uFFFD支出绩效自评");
}

TEST(DecodeUtf8, TwoByteScripts) {
  expect_text("5·12 ±3°C §4 café", "utf-8", u"5·12 ±3°C §4 café");
  expect_text("目 ···· 1", "utf-8", u"目 ···· 1");
  expect_text("Contents ···· 1", "utf-8", u"Contents ···· 1");
  expect_text("α=0.05", "utf-8", u"α=0.05");
  expect_text("Привет, мир", "utf-8", u"Привет, мир");
}

TEST(DecodeGb18030, ShortAndLong) {
  expect_text("\xC4\xEA", "gb18030", u"年");
  expect_text("\xB2\xBF\xC3\xC5", "gb18030", u"部门");
  expect_text("\xB6\xFE\xA1\xA2", "gb18030", u"二、");
  expect_text("\xE5\xA7\xD1\xF4", "gb18030", u"濮阳");
  expect_text(gbk, "gb18030", gbk_text);
  expect_text("plan\r\n" + repeat("total 10,000\r\n", 1000) + gbk, "gb18030",
              u"plan\r\n" + to_utf16(repeat("total 10,000\r\n", 1000)) + std::u16string(gbk_text));
}

TEST(DecodeGb18030, WhatIsUtf8ByChance) {
  expect_text("\xC4\xBF\xC2\xBC", "gb18030", u"目录");
  expect_text("\xC1\xAA\xCD\xA8", "gb18030", u"联通");
  expect_text("\xD2\xBB", "gb18030", u"一");
  expect_text("10.00\xD4\xAA", "gb18030", u"10.00元");
}

TEST(DecodeGb18030, FourByteSequences) {
  expect_text("\x95\x34\xB2\x35\xD2\xB0\xBC\xD2", "gb18030", u"\U00020BB7野家");
  expect_text("\x95\x34\xB2\x35", "gb18030", u"\U00020BB7");
  expect_text("\xD4\xA4\xCB\xE3\x81\x39\xEE\x39", "gb18030", u"预算\u3400");
  expect_text("\x84\x31\x95\x33" + gbk, "gb18030", gbk_text);
}

TEST(DecodeGb18030, TraditionalCharacters) {
  expect_text("\xEE\x41\xCB\xE3", "gb18030", u"預算");
  expect_text("\xEE\x41", "gb18030", u"預");
}

TEST(DecodeGb18030, CutOrDamaged) {
  expect_text(gbk + "\xC4", "gb18030", std::u16string(gbk_text) + u"\uFFFD");
  expect_text("\xB2\xBF\xC3\xC5\xD6", "gb18030", u"部门\uFFFD");
  expect_text(gbk + "\xFF\r\n" + gbk, "gb18030", std::u16string(gbk_text) + u"\uFFFD\r\n" + std::u16string(gbk_text));
}

TEST(DecodeUtf16, WithBom) {
  const std::u16string marked = u"\uFEFF" + std::u16string(report);
  expect_text(utf16(marked, Order::Little), "utf-16-le", report);
  expect_text(utf16(marked, Order::Big), "utf-16-be", report);
  expect_text("\xFF\xFE", "utf-16-le", u"");
  expect_text("\xFE\xFF", "utf-16-be", u"");
  expect_text("\xFF\xFE\x11\x62", "utf-16-le", u"我");
  expect_text(utf16(u"\uFEFF\uFFFE\uFFFF预算", Order::Little), "utf-16-le", u"\uFFFE\uFFFF预算");
}

TEST(DecodeUtf16, OddByteAndLoneSurrogates) {
  expect_text("\xFF\xFE\x11\x62\x41", "utf-16-le", u"我\uFFFD");
  expect_text("\xFE\xFF\x62", "utf-16-be", u"\uFFFD");
  expect_text("\xFF\xFE\x42\xD8\x11\x62", "utf-16-le", u"\uFFFD我");
  expect_text(utf16(report, Order::Little) + "\x41", "utf-16-le", std::u16string(report) + u"\uFFFD");
}

TEST(DecodeUtf16, WithoutBom) {
  for (const Order order : {Order::Little, Order::Big}) {
    const std::string encoding = order == Order::Little ? "utf-16-le" : "utf-16-be";
    for (const std::u16string_view text :
         {report, std::u16string_view(u"绩效自评报告"), std::u16string_view(u"机关、农村、社区、学校、"),
          std::u16string_view(u"全省中小学开展𠮷野家，支出10万元"), std::u16string_view(u"2023\n"), std::u16string_view(u"000"),
          std::u16string_view(u"total 10,000 yuan\r\n")}) {
      expect_text(utf16(text, order), encoding, text);
    }
  }
}

TEST(DecodeOther, IcuBreaksTies) {
  // 本年度預算執行情況良好，各部門均按照規定 in Big5
  expect_text("\xA5\xBB\xA6\x7E\xAB\xD7\xB9\x77\xBA\xE2\xB0\xF5\xA6\xE6\xB1\xA1\xAA\x70\xA8\x7D\xA6\x6E\xA1\x41"
              "\xA6\x55\xB3\xA1\xAA\xF9\xA7\xA1\xAB\xF6\xB7\xD3\xB3\x57\xA9\x77",
              "big5", u"本年度預算執行情況良好，各部門均按照規定");
  expect_text("Le budget pr\xE9visionnel de l'ann\xE9" "e derni\xE8re a \xE9t\xE9 d\xE9pass\xE9.", "iso-8859-1",
              u"Le budget prévisionnel de l'année dernière a été dépassé.");
}

TEST(DecodeOther, AFewUndecodableBytesAreReplaced) {
  expect_text("\xFF", "utf-8", u"\uFFFD");
  expect_text("caf\xE9", "utf-8", u"caf\uFFFD");
}

TEST(DecodeBinary, NulBytes) {
  expect_binary("\0"s);
  expect_binary("abc\0def"s);
  expect_binary("hello world\0"s);
  expect_binary(to_utf8(report) + '\0');
  expect_binary("\xEF\xBB\xBF" + to_utf8(report) + '\0');
  expect_binary(gbk + '\0' + gbk);
  expect_binary(std::string(1000, '\0'));
  expect_binary(utf16(u"\uFEFF预算" + std::u16string(1, u'\0'), Order::Little));
}

TEST(DecodeBinary, KnownFormats) {
  expect_binary("PK\x03\x04\x14text");
  expect_binary("%PDF-1.7\ntext");
  expect_binary("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1text");
  expect_binary("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x58"s);
  expect_binary("\xFF\xFE\0\0a\0\0\0"s);
  expect_binary("\0\0\xFE\xFF\0\0\0a"s);
  expect_binary("a\0\0\0b\0\0\0\x84\x98\0\0"s);
}

TEST(DecodeBinary, ControlCharacters) {
  expect_text("预算\x07\x1A", "utf-8", u"预算\x07\x1A");
  expect_binary(repeat("预算\x01", 10));
  expect_binary(repeat("\x01\x02\x03 text", 10));
}

TEST(DecodeBinary, RandomBytes) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const unsigned least = round % 3 == 0 ? 0 : round % 3 == 1 ? 1 : 0x20;    // with NUL, without it, without controls
    std::string bytes(256 + random() % 256, '\0');
    for (char& byte : bytes) byte = static_cast<char>(least + random() % (256 - least));
    EXPECT_TRUE(decode(bytes).binary) << "round " << round << ": " << decode(bytes).encoding;
  }
}

}  // namespace
}  // namespace gouji::text
