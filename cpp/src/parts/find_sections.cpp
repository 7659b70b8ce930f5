// Finds the sections of a family: level by level, each within the part around it.

#include <algorithm>
#include <climits>

#include "parts/find.h"
#include "parts/lines.h"
#include "parts/offers.h"
#include "parts/themes.h"
#include "parts/wording.h"

namespace gouji::parts {
namespace {

class SectionFinder {
 public:
  SectionFinder(const Search& search, Parts& parts) : search_(search), parts_(parts), model_(*parts.model), taken_(search.candidates.size(), false) {}

  void run() {
    parts_.parts.resize(model_.nodes().size());
    for (std::size_t i = 0; i < parts_.parts.size(); ++i) {
      parts_.parts[i].node = static_cast<int>(i);
      parts_.parts[i].parent = model_.nodes()[i].parent;
    }
    place_all(model_.roots(), 0, parts_.closing, 1);
  }

 private:
  Part& part(int index) { return parts_.parts[static_cast<std::size_t>(index)]; }
  const SectionNode& node(int index) const { return model_.nodes()[static_cast<std::size_t>(index)]; }
  static bool stands(const Part& part) { return part.state == PartState::present || part.state == PartState::displaced; }
  std::uint32_t block_count() const { return static_cast<std::uint32_t>(search_.document.blocks.size()); }

  // The siblings `among` within the blocks [first, end).
  void place_all(const std::vector<int>& among, std::uint32_t first, std::uint32_t end, int depth) {
    if (among.empty()) return;
    const auto [from, to] = candidates_within(first, end);
    const auto all = offers(search_.candidates, from, to, model_, among, depth, taken_);
    auto chosen = align(all, static_cast<int>(among.size()));
    prefer_sameness(all, chosen);
    for (const int index : among) {
      const int offer = chosen[static_cast<std::size_t>(node(index).order)];
      if (offer >= 0) settle(index, all[static_cast<std::size_t>(offer)].candidate, PartState::present);
    }
    displace(among, all);
    set_ends(among, end);
    share_headings(among);
    for (const int index : among) {
      if (stands(part(index))) place_all(node(index).children, part(index).block + (part(index).leads ? 0 : 1), part(index).end, depth + 1);
    }
    look_elsewhere(among, first, end, depth);
    for (const int index : among) finish(index);
    set_places(among, end);
  }

  // A heading in order that is only like the name gives way to one out of order that says the same.
  static void prefer_sameness(const std::vector<Offer>& all, std::vector<int>& chosen) {
    std::vector<bool> taken;
    for (const int offer : chosen) {
      if (offer < 0) continue;
      const auto candidate = static_cast<std::size_t>(all[static_cast<std::size_t>(offer)].candidate);
      if (taken.size() <= candidate) taken.resize(candidate + 1, false);
      taken[candidate] = true;
    }
    for (const Offer& offer : all) {
      int& own = chosen[static_cast<std::size_t>(offer.order)];
      const bool is_taken = static_cast<std::size_t>(offer.candidate) < taken.size() && taken[static_cast<std::size_t>(offer.candidate)];
      if (own >= 0 && !is_taken && offer.weight >= least_same && all[static_cast<std::size_t>(own)].weight < least_displaced) own = -1;
    }
  }

  std::pair<std::size_t, std::size_t> candidates_within(std::uint32_t first, std::uint32_t end) const {
    const auto before = [](const Candidate& candidate, std::uint32_t block) { return candidate.block < block; };
    const auto begin = search_.candidates.begin();
    return {static_cast<std::size_t>(std::lower_bound(begin, search_.candidates.end(), first, before) - begin), static_cast<std::size_t>(std::lower_bound(begin, search_.candidates.end(), end, before) - begin)};
  }

  void settle(int index, int candidate_index, PartState state) {
    const Candidate& candidate = search_.candidates[static_cast<std::size_t>(candidate_index)];
    taken_[static_cast<std::size_t>(candidate_index)] = true;
    Part& found = part(index);
    found.state = state;
    found.block = candidate.block;
    found.title = candidate.title;
    found.heading = candidate.heading;
    found.leads = candidate.leads;
  }

  void displace(const std::vector<int>& among, const std::vector<Offer>& all) {
    std::vector<std::vector<Offer>> strong(among.size());   // by order
    for (const Offer& offer : all) {
      const bool leads = search_.candidates[static_cast<std::size_t>(offer.candidate)].leads;
      if (offer.weight >= least_displaced && !leads) strong[static_cast<std::size_t>(offer.order)].push_back(offer);
    }
    for (const int index : among) {
      if (stands(part(index)) || node(index).section->importance == profile::Importance::optional) continue;
      const Offer* best = nullptr;
      for (const Offer& offer : strong[static_cast<std::size_t>(node(index).order)]) {
        const bool free = !taken_[static_cast<std::size_t>(offer.candidate)];
        if (free && (!best || offer.weight > best->weight)) best = &offer;
      }
      if (best) settle(index, best->candidate, PartState::displaced);
    }
  }

  // A part ends where a sibling or a heading that stands as high begins.
  void set_ends(const std::vector<int>& among, std::uint32_t end) {
    std::vector<std::pair<std::uint32_t, int>> begins;   // block and level
    for (const int index : among) {
      if (stands(part(index))) begins.emplace_back(part(index).block, level_of(part(index)));
    }
    std::sort(begins.begin(), begins.end());
    for (const int index : among) {
      Part& found = part(index);
      if (!stands(found)) continue;
      const int level = level_of(found);
      const auto next = std::find_if(std::upper_bound(begins.begin(), begins.end(), std::pair(found.block, INT_MAX)), begins.end(), [&](const auto& begin) { return begin.second <= level || level == 0; });
      found.end = std::max(found.block + 1, next == begins.end() ? end : std::min(end, next->first));
      if (found.heading >= 0) found.end = std::min(found.end, next_heading(found.heading));
    }
  }

  int level_of(const Part& found) const { return found.heading < 0 ? 0 : search_.document.outline->headings[static_cast<std::size_t>(found.heading)].level; }

  std::uint32_t next_heading(int heading) const {
    const auto& headings = search_.document.outline->headings;
    const int level = headings[static_cast<std::size_t>(heading)].level;
    for (std::size_t i = static_cast<std::size_t>(heading) + 1; i < headings.size(); ++i) {
      if (headings[i].level <= level && headings[i].fault == syntax::NumberingFault::none) return headings[i].block;
    }
    return block_count();
  }

  // 七、存在的问题及改进措施 is both parts.
  void share_headings(const std::vector<int>& among) {
    for (std::size_t i = 0; i < among.size(); ++i) {
      Part& missing = part(among[i]);
      if (missing.state != PartState::absent) continue;
      for (const std::size_t neighbour : {i - 1, i + 1}) {
        if (neighbour >= among.size() || (!stands(part(among[neighbour])) && part(among[neighbour]).state != PartState::shared)) continue;
        const Part& other = part(among[neighbour]);
        if (!model_.contains_name(key_of(other), among[i])) continue;
        const int order = missing.node;
        missing = other;
        missing.node = order;
        missing.parent = node(order).parent;
        missing.state = PartState::shared;
        break;
      }
    }
  }

  HeadingKey key_of(const Part& found) const {
    return heading_key(search_.document.blocks[found.block].block->folded.without_note().substr(found.title.begin, found.title.size()), search_.document.lexicon->vocabulary().parts);
  }

  // A part may be told under another heading, or lead a paragraph, or stand in its sub-sections alone (二、自评结论
  // 三、履职效能分析); a sub-section may be told in words.
  void look_elsewhere(const std::vector<int>& among, std::uint32_t first, std::uint32_t end, int depth) {
    const auto [from, to] = candidates_within(first, end);
    std::vector<bool> named(model_.nodes().size(), false), on_top(model_.nodes().size(), false);
    for (std::size_t i = from; i < to; ++i) {
      const Candidate& candidate = search_.candidates[i];
      if (taken_[i] || (candidate.leads && depth > 1)) continue;
      const bool may_hold = depth == 1 && candidate.heading >= 0;
      for (const NamedSection& each : may_hold ? model_.sections_named(candidate.key) : model_.sections_called(candidate.key)) {
        const bool same = each.likeness >= same_content;
        if (same || (may_hold && holds_name(candidate.key, each.node))) named[static_cast<std::size_t>(each.node)] = true;
        if (same && candidate.level == 1) on_top[static_cast<std::size_t>(each.node)] = true;
      }
    }
    const bool flat = depth > 1 && stands_beside(among);
    const int highest = highest_level(among);
    const std::uint32_t said_from = flat ? 0 : first, said_to = flat ? block_count() : end;
    for (const int index : among) {
      if (part(index).state != PartState::absent) continue;
      const auto& mentions = node(index).section->mentions;
      const auto& children = node(index).children;
      const bool by_children = depth == 1 && std::any_of(children.begin(), children.end(), [&](int child) { return on_top[static_cast<std::size_t>(child)]; });
      const bool said = depth > 1 && std::any_of(mentions.begin(), mentions.end(), [&](const std::u16string& word) { return is_said(word, said_from, said_to); });
      if (named[static_cast<std::size_t>(index)] || by_children || said || told_by_theme(search_, model_, index, from, to, highest)) part(index).state = PartState::mentioned;
    }
  }

  bool is_said(const std::u16string& word, std::uint32_t first, std::uint32_t end) const {
    if (search_.pairs.may_hold(word)) return says(search_.document, first, end, {word});
    note_silence(search_.document, first, end, {word});
    return false;
  }

  // One of the sub-sections is a heading as high as the part around them: the outline is flat, and tells them anywhere.
  bool stands_beside(const std::vector<int>& among) const {
    const int parent = among.empty() ? -1 : node(among.front()).parent;
    if (parent < 0 || !stands(parts_.parts[static_cast<std::size_t>(parent)])) return false;
    const int level = level_of(parts_.parts[static_cast<std::size_t>(parent)]);
    return level > 0 && std::any_of(search_.candidates.begin(), search_.candidates.end(), [&](const Candidate& candidate) {
      if (candidate.heading < 0 || candidate.level != level || candidate.block == parts_.parts[static_cast<std::size_t>(parent)].block) return false;
      const auto named = model_.sections_named(candidate.key);
      return std::any_of(named.begin(), named.end(), [&](const NamedSection& each) { return each.likeness >= same_content && std::find(among.begin(), among.end(), each.node) != among.end(); });
    });
  }

  bool holds_name(const HeadingKey& heading, int index) const {
    const auto& names = node(index).names;
    return std::any_of(names.begin(), names.end(), [&](const HeadingKey& name) { return name.content.size() >= 3 && heading.content.find(name.content) != std::u16string::npos; });
  }

  void finish(int index) {
    Part& found = part(index);
    if (stands(found)) {
      std::vector<std::uint32_t> own;
      for (const int child : node(index).children) {
        if (stands(part(child)) && !part(child).leads) own.push_back(part(child).block);
      }
      found.body = read_body(search_.document, found.block, found.title.end, found.end, own);
    }
    if (!stands(found) || found.body.kind != BodyKind::text) leave_unasked(index);
  }

  void leave_unasked(int index) {
    for (const int child : node(index).children) {
      part(child).state = PartState::unasked;
      leave_unasked(child);
    }
  }

  // Where absent parts belong: behind the sibling before them, else before the one behind them, else at the end of the
  // part around them. A gap in the numbering between these shows that one is missing.
  void set_places(const std::vector<int>& among, std::uint32_t end) {
    const int highest = highest_level(among);
    std::vector<int> next(among.size(), -1);   // the sibling behind each that tells its place
    for (std::size_t i = among.size(); i-- > 1;) next[i - 1] = tells_places(part(among[i]), highest) ? among[i] : next[i];
    int previous = -1;
    for (std::size_t i = 0; i < among.size(); ++i) {
      Part& here = part(among[i]);
      if (here.state == PartState::absent || here.state == PartState::displaced) here.follows = previous;
      if (here.state == PartState::absent) set_place(here, next[i], end);
      if (here.state == PartState::mentioned) doubt_mention(here, previous, next[i], end);
      if (tells_places(here, highest)) previous = among[i];
    }
  }

  // Of siblings on several levels the highest one tells the places of the others.
  int highest_level(const std::vector<int>& among) {
    int highest = 0;
    for (const int index : among) {
      const int level = part(index).state == PartState::present ? level_of(part(index)) : 0;
      if (level > 0 && (highest == 0 || level < highest)) highest = level;
    }
    return highest;
  }

  // Words alone do not tell a part where the numbering shows that its heading is gone.
  void doubt_mention(Part& here, int previous, int next, std::uint32_t end) {
    Part probe = here;
    probe.follows = previous;
    set_place(probe, next, end);
    if (probe.gap < 0) return;
    here = probe;
    here.state = PartState::absent;
  }

  bool tells_places(const Part& here, int highest) const { return here.state == PartState::present && !here.leads && level_of(here) <= highest; }

  void set_place(Part& here, int next, std::uint32_t end) {
    const bool behind = here.follows >= 0;
    here.block = behind ? std::min(part(here.follows).end, end) : next >= 0 ? part(next).block : end;
    here.end = here.block;
    if (node(here.node).section->importance == profile::Importance::optional) return;
    const auto& headings = search_.document.outline->headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
      const bool follows = behind && part(here.follows).heading >= 0 && headings[i].previous == part(here.follows).heading;
      const bool is_next = next >= 0 && part(next).heading == static_cast<int>(i);
      const bool begins_late = !behind && here.parent >= 0 && part(here.parent).heading >= 0 && headings[i].parent == part(here.parent).heading && headings[i].previous < 0;
      if ((!follows && !is_next && !begins_late) || !outline_gap(static_cast<int>(i))) continue;
      here.gap = static_cast<int>(i);
      here.block = here.end = headings[i].block;
      return;
    }
  }

  bool outline_gap(int heading) const { return search_.document.outline->headings[static_cast<std::size_t>(heading)].fault == syntax::NumberingFault::gap; }

  const Search& search_;
  Parts& parts_;
  const FamilyModel& model_;
  std::vector<bool> taken_;
};

}  // namespace

void find_sections(const Search& search, Parts& parts) { SectionFinder(search, parts).run(); }

}  // namespace gouji::parts
