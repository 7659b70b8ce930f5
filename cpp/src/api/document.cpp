// The public document over the engine: one lock, revisions, and what is told to readers.

#include "gouji/document.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <utility>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include "api/settings.h"
#include "engine/difference.h"
#include "engine/live.h"
#include "engine/render.h"
#include "json/report.h"

namespace gouji {
namespace {

using engine::Shift;

constexpr std::uint32_t much = 100'000;   // units

// What a large text or a check of it took is freed in small pieces, which the C library would keep.
void give_memory_back() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

struct Utf16Edit {
  text::Range range;
  std::u16string_view units;
};

// In units of `text`, in order; throws where they are none.
std::vector<Utf16Edit> ordered(const std::vector<TextEdit>& edits, Offsets offsets, const text::Text& text) {
  const auto length = static_cast<std::uint32_t>(text.units().size());
  const std::uint32_t end = offsets == Offsets::utf16 ? length : text.code_point({length}).value;
  std::vector<Utf16Edit> result;
  for (const TextEdit& edit : edits) {
    if (edit.range.begin > edit.range.end || edit.range.end > end) throw std::invalid_argument("an edit outside the text");
    text::Range range{edit.range.begin, edit.range.end};
    if (offsets == Offsets::code_points) range = {text.utf16({range.begin}).value, text.utf16({range.end}).value};
    result.push_back({range, edit.text});
  }
  std::stable_sort(result.begin(), result.end(), [](const Utf16Edit& a, const Utf16Edit& b) { return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end); });
  for (std::size_t i = 1; i < result.size(); ++i) {
    if (result[i].range.begin < result[i - 1].range.end) throw std::invalid_argument("two edits overlap");
  }
  return result;
}

}  // namespace

struct Document::State {
  State(std::u16string text, const CheckOptions& check_options) : options(check_options), settings(settings_of(options)), live(std::move(text), settings) {
    settle();
    if (live.analysis().text.units().size() > much) give_memory_back();
  }

  // The check, where no later edit waits; readers and the last edit wait for its end.
  bool settle() {
    if (settled) return true;
    settled = live.settle(latest, revision);
    return settled;
  }

  // For readers, who want the answer of this revision whatever is waiting.
  void finish() {
    const std::atomic<std::uint64_t> own(revision);
    if (!settled) settled = live.settle(own, revision);
  }

  void put(const std::vector<Utf16Edit>& edits) {
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      const text::Text& text = live.analysis().text;
      const Range removed{text.code_point({edit->range.begin}).value, text.code_point({edit->range.end}).value};
      const std::uint32_t length = length_of(text) - (removed.end - removed.begin);
      live.edit(edit->range, edit->units);
      shifts.push_back({removed, length_of(text) - length});
    }
    settled = settled && edits.empty();
    cached.reset();
  }
  static std::uint32_t length_of(const text::Text& text) { return text.code_point({static_cast<std::uint32_t>(text.units().size())}).value; }

  void tell(Update& update) {
    std::vector<Diagnostic> now = engine::render_diagnostics(live.analysis(), settings);
    engine::tell_difference(told, now, shifts, update);
    told = std::move(now);
    shifts.clear();
    const engine::WorkLog work = live.take_work();
    const engine::Fingerprints before = fingerprints;
    take_fingerprints(work);
    update.outline = before.outline != fingerprints.outline;
    update.relations = before.relations != fingerprints.relations;
    update.quantities = before.quantities != fingerprints.quantities;
    tell_work(work, update);
  }

  void take_fingerprints(const engine::WorkLog& work) {
    if (work.outline || work.parts) fingerprints.outline = engine::fingerprint_of_outline(live.analysis());
    if (!work.relations) return;
    fingerprints.relations = engine::fingerprint_of_relations(live.analysis());
    const auto& blocks = live.analysis().blocks;
    if (work.outline) quantity_prints.assign(blocks.size(), {});
    const auto read = [&](std::uint32_t block) { quantity_prints[block] = engine::fingerprint_of_quantities(blocks[block]); };
    if (work.outline) {
      for (std::uint32_t block = 0; block < blocks.size(); ++block) read(block);
    } else {
      std::for_each(work.changed.begin(), work.changed.end(), read);
    }
    fingerprints.quantities = engine::fingerprint_of_quantities(live.analysis(), quantity_prints);
  }

  void tell_work(const engine::WorkLog& work, Update& update) const {
    const auto ranges = [&](const std::vector<std::uint32_t>& blocks) {
      std::vector<Range> result;
      for (const std::uint32_t block : blocks) {
        const text::Range range = live.analysis().ranges[block];
        result.push_back({live.analysis().text.code_point({range.begin}).value, live.analysis().text.code_point({range.end}).value});
      }
      return result;
    };
    update.work = {{"blocks", false, ranges(work.read)}, {"facts", false, ranges(work.changed)}, {"outline", work.outline, {}},
                   {"relations", work.relations, {}},    {"parts", work.parts, {}},              {"checks", work.checks, ranges(work.checked)}};
  }

  const CheckOptions options;
  const engine::Settings settings;
  mutable std::mutex lock;
  std::atomic<std::uint64_t> latest{0};   // the revision of the last edit that was asked for
  std::uint64_t revision = 0;             // of the text
  bool settled = false;
  engine::Live live;
  std::vector<Diagnostic> told;           // the diagnostics that readers of updates know
  std::vector<Shift> shifts;              // the edits since then
  engine::Fingerprints fingerprints;
  std::vector<engine::QuantityPrint> quantity_prints;   // of the blocks
  std::shared_ptr<const Snapshot> cached;
};

Document::Document(std::u16string text, const CheckOptions& options) : state_(std::make_unique<State>(std::move(text), options)) {
  Update first;
  state_->tell(first);
}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Update Document::apply(const std::vector<TextEdit>& edits, Offsets offsets) {
  ++state_->latest;   // whoever is checking an earlier text may stop
  const std::lock_guard guard(state_->lock);
  Update update;
  const std::size_t length = state_->live.analysis().text.units().size();
  try {
    state_->put(ordered(edits, offsets, state_->live.analysis().text));
  } catch (...) {
    --state_->latest;
    throw;
  }
  update.revision = ++state_->revision;
  if (state_->settle()) state_->tell(update);
  else update.superseded = true;
  if (length > state_->live.analysis().text.units().size() + much) give_memory_back();
  return update;
}

Update Document::edit(Range range, std::u16string text, Offsets offsets) { return apply({{range, std::move(text)}}, offsets); }

std::uint64_t Document::revision() const {
  const std::lock_guard guard(state_->lock);
  return state_->revision;
}

std::u16string Document::text() const {
  const std::lock_guard guard(state_->lock);
  return std::u16string(state_->live.analysis().text.units());
}

std::shared_ptr<const Snapshot> Document::snapshot() const {
  const std::lock_guard guard(state_->lock);
  state_->finish();
  if (!state_->cached) {
    const engine::Analysis& analysis = state_->live.analysis();
    state_->cached = std::make_shared<const Snapshot>(Snapshot{state_->revision, std::u16string(analysis.text.units()), engine::render(analysis, state_->settings)});
  }
  return state_->cached;
}

std::string to_json(const Update& update) { return json::write_update(update); }

std::vector<Diagnostic> Document::diagnostics() const {
  const std::lock_guard guard(state_->lock);
  state_->finish();
  return engine::render_diagnostics(state_->live.analysis(), state_->settings);
}

}  // namespace gouji
