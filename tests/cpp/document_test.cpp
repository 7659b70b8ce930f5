// The document that is edited: what updates tell, what is refused, and readers in other threads.

#include "gouji/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>

namespace gouji {
namespace {

constexpr std::u16string_view sample = u"支出10万元，其中：基本支出6万元，项目支出4万元。";

std::string json(const Report& report) { return to_json(report, std::nullopt); }

TEST(Document, AnUpdateTellsWhatTheEditChanged) {
  Document document{std::u16string(sample)};
  const Update wrong = document.edit({2, 4}, u"11");
  ASSERT_EQ(wrong.added.size(), 1u);
  EXPECT_EQ(wrong.added[0].code, "sum-mismatch");
  EXPECT_TRUE(wrong.removed.empty() && wrong.changed.empty());
  EXPECT_TRUE(wrong.quantities && wrong.relations && !wrong.outline);
  const Update right = document.edit({2, 4}, u"10");
  EXPECT_EQ(right.removed, std::vector<std::string>{wrong.added[0].id});
  EXPECT_EQ(right.revision, 2u);
  EXPECT_EQ(json(document.snapshot()->report), json(check(std::u16string(sample))));
}

TEST(Document, AWrongEditChangesNothing) {
  Document document{std::u16string(sample)};
  EXPECT_THROW(document.edit({2, 1}, u""), std::invalid_argument);
  EXPECT_THROW(document.edit({0, 999}, u""), std::invalid_argument);
  EXPECT_THROW(document.apply({{{0, 2}, u""}, {{1, 3}, u""}}), std::invalid_argument);
  EXPECT_EQ(document.text(), sample);
  EXPECT_EQ(document.revision(), 0u);
  EXPECT_FALSE(document.edit({0, 0}, u"在").superseded);
}

TEST(Document, ASnapshotOutlivesTheDocument) {
  std::shared_ptr<const Snapshot> snapshot;
  {
    Document document{std::u16string(sample)};
    snapshot = document.snapshot();
    EXPECT_EQ(document.snapshot(), snapshot);
    document.edit({2, 4}, u"11");
    EXPECT_NE(document.snapshot(), snapshot);
  }
  EXPECT_EQ(snapshot->text, sample);
  EXPECT_TRUE(snapshot->report.diagnostics.empty());
}

TEST(Document, ManyMayReadWhileOneEdits) {
  Document document{std::u16string(sample) + u"\n第二段。"};
  std::atomic<bool> stop{false};
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) {
    readers.emplace_back([&] {
      std::uint64_t last = 0;
      while (!stop) {
        const auto state = document.snapshot();
        EXPECT_GE(state->revision, last);
        last = state->revision;
        EXPECT_EQ(json(state->report), json(check(state->text)));
        document.diagnostics();
      }
    });
  }
  for (int i = 0; i < 60; ++i) document.edit({2, 3}, std::u16string(1, static_cast<char16_t>(u'1' + i % 9)));
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(document.revision(), 60u);
}

TEST(Document, TheLastOfSeveralEditsTellsWhatTheSupersededOnesDid) {
  std::u16string text;
  for (int i = 0; i < 200; ++i) text += std::u16string(sample) + u"\n";
  Document document(std::move(text));
  std::vector<Update> updates(4);
  std::vector<std::thread> writers;
  for (std::size_t i = 0; i < updates.size(); ++i) writers.emplace_back([&document, &updates, i] { updates[i] = document.edit({2, 2}, u"3"); });
  for (std::thread& writer : writers) writer.join();
  std::sort(updates.begin(), updates.end(), [](const Update& a, const Update& b) { return a.revision < b.revision; });
  EXPECT_FALSE(updates.back().superseded);
  std::set<std::string> known;
  for (const Update& update : updates) {
    for (const std::string& id : update.removed) EXPECT_EQ(known.erase(id), 1u);
    for (const Diagnostic& each : update.added) EXPECT_TRUE(known.insert(each.id).second);
  }
  std::set<std::string> now;
  for (const Diagnostic& each : document.diagnostics()) now.insert(each.id);
  EXPECT_EQ(known, now);
}

}  // namespace
}  // namespace gouji
