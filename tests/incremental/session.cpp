// Plays a session and compares each state with a check from scratch.

#include "session.h"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji::sessions {
namespace {

// The first place where two texts differ, with what stands around it.
std::string difference(const std::string& live, const std::string& fresh) {
  const auto at = static_cast<std::size_t>(std::mismatch(live.begin(), live.end(), fresh.begin(), fresh.end()).first - live.begin());
  const std::size_t from = at > 300 ? at - 300 : 0;
  return "\n  live:  …" + live.substr(from, 600) + "\n  fresh: …" + fresh.substr(from, 600);
}

class Player {
 public:
  Player(const std::u16string& text, std::uint64_t seed, const CheckOptions& options) : hand_(seed), options_(options), document_(text, options) {
    for (const Diagnostic& each : document_.diagnostics()) known_[each.id] = each.message;
  }

  std::string run(int edits) {
    const std::u16string first = document_.text();
    std::vector<std::u16string> states{first};
    for (int i = 0; i < edits; ++i) {
      const std::u16string before = states.back();
      const std::vector<TextEdit> step = hand_.next(before);
      if (std::string wrong = apply(step); !wrong.empty()) return "edit " + std::to_string(i) + ": " + wrong;
      states.push_back(document_.text());
    }
    while (states.size() > 1) {   // undo
      const std::u16string now = std::move(states.back());
      states.pop_back();
      if (std::string wrong = apply({change(now, states.back())}); !wrong.empty()) return "undo to " + std::to_string(states.size() - 1) + ": " + wrong;
      if (document_.text() != states.back()) return "undo to " + std::to_string(states.size() - 1) + ": another text";
    }
    return {};
  }

 private:
  static TextEdit change(const std::u16string& from, const std::u16string& to) {
    const auto begin = static_cast<std::size_t>(std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin());
    std::size_t end = 0;
    while (end < std::min(from.size(), to.size()) - begin && from[from.size() - end - 1] == to[to.size() - end - 1]) ++end;
    return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(from.size() - end)}, to.substr(begin, to.size() - end - begin)};
  }

  std::string apply(const std::vector<TextEdit>& edits) {
    const Update update = document_.apply(edits, Offsets::utf16);
    const std::u16string text = document_.text();
    const std::shared_ptr<const Snapshot> live = document_.snapshot();
    if (live->text != text) return "the snapshot has another text";
    const Report fresh_report = check(text, options_);
    const std::string shown = to_json(live->report, std::nullopt), fresh = to_json(fresh_report, std::nullopt);
    if (shown != fresh) return "the report is another one" + difference(shown, fresh);
    for (const std::string& id : update.removed) {
      if (known_.erase(id) == 0) return "an unknown diagnostic was removed";
    }
    for (const Diagnostic& each : update.added) {
      if (!known_.emplace(each.id, each.message).second) return "a known diagnostic was added: " + each.message;
    }
    for (const Diagnostic& each : update.changed) {
      if (!known_.contains(each.id)) return "an unknown diagnostic changed";
      known_[each.id] = each.message;
    }
    std::map<std::string, std::string> expected;
    for (const Diagnostic& each : fresh_report.diagnostics) expected[each.id] = each.message;
    if (expected != known_) return "the updates lead to other diagnostics";
    return {};
  }

  Hand hand_;
  const CheckOptions& options_;
  Document document_;
  std::map<std::string, std::string> known_;   // messages by id, as the updates tell them
};

}  // namespace

std::string play(const std::u16string& text, std::uint64_t seed, int edits, const CheckOptions& options) { return Player(text, seed, options).run(edits); }

}  // namespace gouji::sessions
