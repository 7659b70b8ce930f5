// The grammar of part lists: opens, fills and closes lists element by element.

#include <algorithm>

#include "facts/label.h"
#include "relations/list_reader.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using syntax::MarkerStyle;

namespace {

constexpr std::size_t most_above = 3;   // amounts of the line above that a grouping may divide

}  // namespace

BlockLists ListReader::run() {
  for (index_ = 0; index_ < facts_.elements.size(); ++index_) step(facts_.elements[index_]);
  while (frames_.size() > 1) close_bracket();
  keep_trailing();
  close_all();
  return std::move(out_);
}

void ListReader::step(const Element& element) {
  switch (element.kind) {
    case ElementKind::quantity: return amount(ref(element));
    case ElementKind::announce: return announce(element, true, false);
    case ElementKind::announce_open: return announce(element, false, false);
    case ElementKind::announce_partial: return announce(element, false, true);
    case ElementKind::besides: return besides();
    case ElementKind::item: return item(element);
    case ElementKind::colon: return colon(element);
    case ElementKind::comma: return separate(ElementKind::comma);
    case ElementKind::pause: return separate(ElementKind::pause);
    case ElementKind::semicolon: return semicolon();
    case ElementKind::stop: return stop();
    case ElementKind::open: return open_bracket();
    case ElementKind::close: return close_bracket();
    case ElementKind::et_cetera: return et_cetera();
    case ElementKind::phrase: return element.rest ? leave_rest() : void();
    default: return;
  }
}

void ListReader::amount(QuantityRef here) {
  quantities_before_ = here.ordinal + 1;
  const Quantity& value = quantity(here);
  const bool lists_behind = index_ + 1 < facts_.elements.size() && facts_.elements[index_ + 1].kind == ElementKind::colon;   // 三项合计12万元：甲…
  if (value.role == Role::total && !lists_behind) add_to_total(here);
  if (value.kind == profile::UnitKind::count) announce_by_number(here);
  complete_pair(here);
  if (value.kind == profile::UnitKind::score && value.indicator != profile::no_concept) infer_scores(here);
  if (value.role == Role::change && !is_percentage(value)) frame().changes.push_back(here);
  if (is_vacancy(value)) return besides();   // 在编24人：机关11人，中心13人，缺额2人
  if (value.kind == profile::UnitKind::score && value.remainder) return;   // 一共扣1.10分
  const bool full_mark = value.kind == profile::UnitKind::score && value.role == Role::detail && value.basis == facts::Basis::target && frame().amounts.empty() && frame().lists.empty();
  if (full_mark) frame().amounts.push_back(here);   // 满分100分，分值设置为决策16分、…
  if (value.role != Role::level && value.role != Role::total) return;
  if (!frame().lists.empty() && !takes_up_parts()) add_part(here);
  add_late(here);
  if (value.role == Role::level) add_to_named_total(here);
  const bool sums_up = value.role == Role::total && !out_.lists.empty() && out_.lists.back().total == here;
  const bool refers_back = value.role == Role::total && !lists_behind && number_before();
  const bool can_be_total = !sums_up && !refers_back && value.limit == 0;
  if (can_be_total) frame().amounts.push_back(here);
}

void ListReader::announce(const Element& element, bool complete, bool partial) {
  Frame& here = frame();
  const bool respectively = element.value == 1;
  if (element.value == 2) return regroup();
  here.announced_in_segment = true;
  const bool continues = !here.lists.empty() && here.lists.back().parts.empty() && here.lists.back().opened_at == here.amounts.size();
  if (continues) {  // 主要包括：…分别为
    if (element.name >= 0 && here.lists.back().name.empty()) here.lists.back().name = facts_.names[static_cast<std::size_t>(element.name)];
    here.lists.back().open_ended |= partial;
    here.lists.back().whole |= says_all(element);
    here.lists.back().proof = here.lists.back().proof && complete;
    if (here.lists.back().because == Because::structure && complete) {
      here.lists.back().because = Because::words;
      here.lists.back().proof = true;
    }
    return;
  }
  PartList list;
  list.candidates = candidates();
  list.from_before = here.amounts.empty();
  if (list.candidates.empty() && starts_block() && block_ > 0) {  // 其中 on a line of its own
    const auto& before = document_.blocks[block_ - 1].facts->quantities;
    for (std::size_t i = before.size(); i-- > 0;) list.candidates.push_back({block_ - 1, static_cast<std::uint32_t>(i)});
    list.from_before = false;
  }
  list.proof = complete && !respectively;
  list.respectively = respectively;
  list.open_ended = partial;
  list.whole = says_all(element);
  if (element.name >= 0) list.name = facts_.names[static_cast<std::size_t>(element.name)];
  list.named_only = element.value == 3 && !list.name.empty();
  open_list(std::move(list));
  here.clause_has_part = false;
}

// 分为, 包括, 分别为; but 其中 and 人员经费中 may name some parts only.
bool ListReader::says_all(const Element& element) { return element.kind != ElementKind::announce_partial && element.value != 3 && element.value != 5; }

void ListReader::open_list(PartList list) {
  list.further.assign(frame().changes.rbegin(), frame().changes.rend());
  list.further.insert(list.further.end(), frame().earlier.rbegin(), frame().earlier.rend());
  list.opened_at = frame().amounts.size();
  list.first_ordinal = quantities_before_;
  frame().lists.push_back(std::move(list));
}

// 按性质分，…；按来源分，…: every grouping divides one total.
void ListReader::regroup() {
  Frame& here = frame();
  close_frame_lists();
  PartList list;
  if (here.grouped.empty()) here.grouped = candidates();
  list.candidates = here.grouped;
  list.whole = list.regrouped = true;
  list.from_before = here.amounts.empty();
  here.announced_in_segment = true;
  open_list(std::move(list));
  const auto above = block_ > 0 ? document_.blocks[block_ - 1].facts->quantities.size() : 0;
  for (std::uint32_t i = 0; i < above && above <= most_above; ++i) here.lists.back().further.push_back({block_ - 1, i});   // 1.医疗收入154万元 / …。按性质划分：
  here.clause_has_part = false;
}

// 另有…: what follows is no part of the list before it.
void ListReader::besides() {
  Frame& here = frame();
  if (here.lists.empty() || here.lists.back().parts.empty() || here.lists.back().style != MarkerStyle::none) return;
  close_list();
  here.announced_in_segment = true;
}

// A mark above the one between the parts ends the list: "8户、12户、10户，推荐5户".
void ListReader::separate(ElementKind mark) {
  Frame& here = frame();
  here.clause_has_part = false;
  if (here.lists.empty()) return;
  const PartList& list = here.lists.back();
  const bool answered = mark == ElementKind::comma && list.parts.empty() && index_ >= 2 && facts_.elements[index_ - 1].kind == ElementKind::phrase && facts_.elements[index_ - 2].kind == ElementKind::announce && facts_.elements[index_ - 2].value == 4;
  if (answered) {   // 预算420万元，来源为城市配套费，实际支出396万元: words answer, no parts follow
    here.lists.pop_back();
    here.announced_in_segment = false;
    return;
  }
  const bool ends = mark == ElementKind::comma && list.separator == ElementKind::pause && list.parts.size() >= 2 && list.style == MarkerStyle::none;
  if (!ends) return;
  here.waiting.push_back(list);
  here.lists.pop_back();
  here.announced_in_segment = false;
}

// "人员18人：行政10人，事业8人"; "收入98万元，来源有：拨款90万元，其他8万元"
void ListReader::colon(const Element& element) {
  frame().clause_has_part = false;
  if (index_ == 0 || frame().amounts.empty() || !frame().lists.empty()) return;
  const ElementKind before = facts_.elements[index_ - 1].kind;
  if (before != ElementKind::quantity && before != ElementKind::phrase) return;
  PartList list;
  list.candidates = candidates();
  if (element.name >= 0) list.name = facts_.names[static_cast<std::size_t>(element.name)];
  list.because = Because::structure;
  list.proof = false;
  open_list(std::move(list));
}

void ListReader::item(const Element& element) {
  Frame& here = frame();
  here.clause_has_part = false;
  for (std::size_t i = here.lists.size(); i-- > 0;) {
    PartList& list = here.lists[i];
    const bool continues = list.style == element.style && element.value == list.number + 1;
    const bool begins = list.style == MarkerStyle::none && list.parts.empty() && element.value == 1;
    if (!continues && !begins) continue;
    while (here.lists.size() > i + 1) close_list();
    here.lists.back().style = element.style;
    here.lists.back().number = element.value;
    ++here.lists.back().markers;
    return;
  }
  if (element.value == 1 && index_ > 0) infer_marked_list(element);
}

void ListReader::semicolon() {
  Frame& here = frame();
  here.clause_has_part = false;
  const bool marked = !here.lists.empty() && here.lists.back().style != MarkerStyle::none;
  if (!here.lists.empty() && !marked && here.lists.back().parts.size() >= 2 && here.lists.back().separator < ElementKind::semicolon) {
    here.waiting.push_back(here.lists.back());
    here.lists.pop_back();
  }
  if (here.lists.empty()) remember_amounts();
  here.announced_in_segment = false;
}

void ListReader::stop() {
  Frame& here = frame();
  here.grouped.clear();
  here.changes.clear();
  const bool goes_on = !here.lists.empty() && next_item_continues();
  if (!goes_on) close_frame_lists();
  if (!goes_on) remember_amounts();
  here.clause_has_part = false;
  here.announced_in_segment = false;
  if (!goes_on && frames_.size() == 1) infer_next_sentence();
}

bool ListReader::next_item_continues() {
  if (index_ + 1 >= facts_.elements.size()) return frame().lists.front().style != MarkerStyle::none;
  const Element& next = facts_.elements[index_ + 1];
  if (next.kind != ElementKind::item) return false;
  return std::any_of(frame().lists.begin(), frame().lists.end(), [&](const PartList& list) { return list.style == next.style && next.value == list.number + 1; });
}

void ListReader::open_bracket() {
  Frame inner;
  std::vector<QuantityRef> owners(frame().amounts.rbegin(), frame().amounts.rend());
  if (!owners.empty() && follows_amount()) {
    PartList list;
    list.candidates = {owners.front()};
    list.because = Because::structure;
    list.proof = false;
    inner.lists.push_back(std::move(list));
  }
  frames_.push_back(std::move(inner));
}

// The bracket stands behind an amount, perhaps with its share between: 支出60万元，占75%（…）
bool ListReader::follows_amount() const {
  for (std::size_t i = index_; i-- > 0;) {
    const Element& element = facts_.elements[i];
    if (element.kind == ElementKind::comma) continue;
    if (element.kind != ElementKind::quantity) return false;
    const Quantity& value = facts_.quantities[static_cast<std::size_t>(element.value)];
    if (value.role == Role::level || value.role == Role::total) return true;
    if (value.role != Role::share && value.role != Role::rate) return false;
  }
  return false;
}

void ListReader::close_bracket() {
  if (frames_.size() == 1) return;
  close_frame_lists();
  frames_.pop_back();
}

void ListReader::close_list() {
  PartList list = std::move(frame().lists.back());
  frame().lists.pop_back();
  if (!frame().lists.empty()) list.outer_parts = frame().lists.back().parts;
  if ((list.total || list.respectively) && !list.parts.empty()) out_.lists.push_back(std::move(list));
}

void ListReader::close_frame_lists() {
  while (!frame().lists.empty()) close_list();
  for (PartList& list : frame().waiting) out_.lists.push_back(std::move(list));
  frame().waiting.clear();
}

void ListReader::keep_trailing() {
  Frame& here = frame();
  if (here.lists.empty() && facts_.announces_list) add_colon_list();
  if (here.lists.empty()) return;
  PartList& list = here.lists.front();
  const bool goes_on = !facts_.elements.empty() && facts_.elements.back().kind == ElementKind::semicolon && list.total;
  if ((facts_.announces_list && list.parts.empty()) || (!list.parts.empty() && (list.style != MarkerStyle::none || goes_on))) out_.trailing = list;
  if (out_.trailing) here.lists.erase(here.lists.begin());
}

BlockLists read_lists(const DocumentView& document, std::uint32_t block) { return ListReader(document, block).run(); }

}  // namespace gouji::relations
