// The grammar of part lists: a stack of open lists over the skeleton of a block, one stack for each bracket.

#include "relations/part_list.h"

#include <algorithm>

#include "facts/label.h"
#include "relations/match.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using syntax::MarkerStyle;

constexpr std::uint32_t blocks_looked_back = 6;

/// One bracket level: what was said in the sentence so far, and the lists that are open.
struct Frame {
  std::vector<PartList> lists;
  std::vector<QuantityRef> amounts;           // of this sentence
  std::vector<QuantityRef> sentence_before;   // of the sentence before, for "。其中："
  std::vector<PartList> waiting;              // closed by a mark; later parts may follow
  std::vector<QuantityRef> grouped;           // the total that 按…分 divides
  bool clause_has_part = false;
  bool announced_in_segment = false;
};

class Reader {
 public:
  Reader(const DocumentView& document, std::uint32_t block)
      : document_(document), block_(block), facts_(*document.blocks[block].facts) {
    frames_.emplace_back();
  }

  BlockLists run() {
    for (index_ = 0; index_ < facts_.elements.size(); ++index_) step(facts_.elements[index_]);
    while (frames_.size() > 1) close_bracket();
    keep_trailing();
    close_all();
    return std::move(out_);
  }

 private:
  Frame& frame() { return frames_.back(); }
  const Frame& frame() const { return frames_.back(); }
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }
  QuantityRef ref(const Element& element) const { return {block_, static_cast<std::uint32_t>(element.value)}; }

  void step(const Element& element) {
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
      default: return;
    }
  }

  void amount(QuantityRef here) {
    quantities_before_ = here.ordinal + 1;
    const Quantity& value = quantity(here);
    if (value.role == Role::total) add_to_total(here);
    if (value.kind == profile::UnitKind::count) announce_by_number(here);
    complete_pair(here);
    if (value.kind == profile::UnitKind::score && value.indicator != profile::no_concept) infer_scores(here);
    if (value.role != Role::level && value.role != Role::total) return;
    if (!frame().lists.empty()) add_part(here);
    add_late(here);
    if (value.role == Role::level) add_to_named_total(here);
    const bool sums_up = value.role == Role::total && !out_.lists.empty() && out_.lists.back().total == here;
    const bool refers_back = value.role == Role::total && number_before();
    const bool can_be_total = !sums_up && !refers_back && value.limit == 0;
    if (can_be_total) frame().amounts.push_back(here);
  }

  // Amounts of this sentence, nearest first, then those of the sentence before.
  std::vector<QuantityRef> candidates() {
    std::vector<QuantityRef> refs(frame().amounts.rbegin(), frame().amounts.rend());
    for (const QuantityRef number : frame().amounts) {  // "特定目标类共6个项目，支出如下" takes up "特定目标类584万元"
      if (quantity(number).kind != profile::UnitKind::count || quantity(number).label.size() < 3) continue;
      for (std::uint32_t i = 0; i < number.ordinal; ++i) {
        if (facts_.quantities[i].label == quantity(number).label && is_amount(facts_.quantities[i])) refs.push_back({block_, i});
      }
    }
    refs.insert(refs.end(), frame().sentence_before.rbegin(), frame().sentence_before.rend());
    return refs;
  }

  void add_part(QuantityRef here) {
    const Quantity& value = quantity(here);
    while (frame().lists.size() > 1 && belongs_outside(value)) close_list();
    PartList& list = frame().lists.back();
    if (!list.total) list.total = find_total(list, value);
    if (!list.total) {
      if (list.named_only) frame().lists.pop_back();
      return;
    }
    const Quantity& total = quantity(*list.total);
    if ((list.style != MarkerStyle::none || list.because == Because::structure) && total.kind == profile::UnitKind::count && document_.lexicon->suffix(total.after, profile::WordClass::list_noun)) return;  // 四个方面的问题：一是…
    if (!is_parallel(list, value) || (value.besides && !list.parts.empty() && list.style == MarkerStyle::none)) return end_list();
    if (!can_split(total, value)) return add_second_measure(list, here);
    if (value.approximation != facts::Approximation::exact) {
      list.open_ended = true;
      return;
    }
    if (!can_add(document_, total, value, list.parts.empty()) || frame().clause_has_part) return;
    if (list.style != MarkerStyle::none && list.parts.size() >= static_cast<std::size_t>(std::max(list.number, 1))) return;
    if (list.parts.size() == 1) list.separator = previous_separator();
    list.parts.push_back(here);
    frame().clause_has_part = true;
  }

  // Parts are worded alike: behind "老师6人，学生52人" the clause "5名选手入围" is no part.
  bool is_parallel(const PartList& list, const Quantity& value) const {
    if (list.parts.empty() || list.style != MarkerStyle::none || list.respectively) return true;
    return quantity(list.parts.front()).label.empty() == value.label.empty() || value.after.empty();
  }

  void end_list() {
    frame().waiting.push_back(frame().lists.back());
    frame().lists.pop_back();
  }

  // "553户915人，其中城市87户112人，农村466户803人": a second total right behind the first, with parts of its own.
  void add_second_measure(PartList& list, QuantityRef here) {
    const Quantity& value = quantity(here);
    if (value.kind != quantity(*list.total).kind || !is_amount(value)) return;
    const QuantityRef beside{list.total->block, list.total->ordinal + 1};
    const bool paired = beside.block == block_ && beside.ordinal < facts_.quantities.size() && beside < list.parts.front() && same_measure(quantity(beside), value) && is_amount(quantity(beside));
    if (!paired) {
      if (!frame().clause_has_part) list.mixed = true;
      return;
    }
    list.second_total = beside;
    list.second_parts.push_back(here);
  }

  // The identity of the enclosing total names this amount and that of the inner total does not.
  bool belongs_outside(const Quantity& value) {
    if (value.indicator == profile::no_concept) return false;
    const PartList& inner = frame().lists.back();
    const PartList& outer = frame().lists[frame().lists.size() - 2];
    if (!inner.total || !outer.total || inner.parts.empty()) return false;
    return is_term_of(*outer.total, value) && !is_term_of(*inner.total, value);
  }

  bool is_term_of(QuantityRef total, const Quantity& value) const {
    const auto& identities = document_.lexicon->vocabulary().identities;
    return std::any_of(identities.begin(), identities.end(), [&](const profile::Identity& identity) {
      const auto has = [](const profile::Term& term, std::uint16_t indicator) { return std::find(term.concepts.begin(), term.concepts.end(), indicator) != term.concepts.end(); };
      return identity.kind == "sum" && has(identity.result, quantity(total).indicator) &&
             std::any_of(identity.terms.begin(), identity.terms.end(), [&](const profile::Term& term) { return has(term, value.indicator); });
    });
  }

  std::optional<QuantityRef> find_total(const PartList& list, const Quantity& part) const {
    if (!list.name.empty()) {
      if (const auto named = find_named(list, part)) return named;
      const bool names_something_else = list.from_before && !facts::content_words(list.name, *document_.lexicon).empty();
      const bool names_other_indicator = list.from_before && indicator_in(list.name);
      if (list.named_only || names_something_else || names_other_indicator) return std::nullopt;
    }
    std::optional<QuantityRef> other_basis;
    for (const QuantityRef candidate : list.candidates) {
      const Quantity& value = quantity(candidate);
      const bool of_this_sentence = std::find(frame().amounts.begin(), frame().amounts.end(), candidate) != frame().amounts.end();
      if (list.respectively && !of_this_sentence) break;
      if (!can_split(value, part)) {
        const bool paired = candidate.block == block_ && candidate.ordinal > 0 && same_measure(facts_.quantities[candidate.ordinal - 1], part) && follows_directly(candidate);  // 553户915人
        if (value.kind == part.kind && !paired) break;  // 45件，其中3人: the parts are not of this total
        continue;
      }
      if (!is_amount(value)) break;
      if (same_basis(value, part)) return candidate;
      if (!other_basis) other_basis = candidate;
    }
    return other_basis;
  }

  bool follows_directly(QuantityRef candidate) const {
    for (std::size_t i = 1; i < facts_.elements.size(); ++i) {
      if (facts_.elements[i].kind == ElementKind::quantity && static_cast<std::uint32_t>(facts_.elements[i].value) == candidate.ordinal) return facts_.elements[i - 1].kind == ElementKind::quantity;
    }
    return false;
  }

  // The nearest amount of this block whose label is in the words that name the total.
  std::optional<QuantityRef> find_named(const PartList& list, const Quantity& part) const {
    const profile::Entry* entry = indicator_in(list.name);
    for (std::uint32_t i = list.first_ordinal; i-- > 0;) {
      const Quantity& value = facts_.quantities[i];
      if (!is_amount(value) || !same_measure(value, part)) continue;
      const bool same_indicator = entry && value.indicator == entry->concept_index;
      const bool same_words = value.label.size() >= 2 && (list.name.find(value.label) != std::u16string::npos || value.label.find(list.name) != std::u16string::npos);
      if (same_indicator || same_words) return QuantityRef{block_, i};
    }
    return named_before(list, part);
  }

  // …文献购置145.60万元 in one of the blocks before, taken up by 文献购置经费中，
  std::optional<QuantityRef> named_before(const PartList& list, const Quantity& part) const {
    if (!list.named_only) return std::nullopt;
    for (std::uint32_t block = block_; block-- > 0 && block + blocks_looked_back >= block_;) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = static_cast<std::uint32_t>(quantities.size()); i-- > 0;) {
        const std::u16string words = facts::content_words(quantities[i].label, *document_.lexicon);
        if (words.size() >= 3 && list.name.find(words) != std::u16string::npos && is_amount(quantities[i]) && same_measure(quantities[i], part)) return QuantityRef{block, i};
      }
    }
    return std::nullopt;
  }

  const profile::Entry* indicator_in(std::u16string_view words) const {
    while (!words.empty()) {
      if (const profile::Entry* entry = document_.lexicon->concept_suffix(words)) return entry;
      words.remove_suffix(1);
    }
    return nullptr;
  }

  // "项目支出58万元，安排四个项目，甲22万元，乙15万元，…": as many amounts follow as the number says.
  void announce_by_number(QuantityRef number_ref) {
    const Quantity& number = quantity(number_ref);
    Frame& here = frame();
    if (here.amounts.empty() || !here.lists.empty() || number.approximation != facts::Approximation::exact || number.number.places() != 0) return;
    const QuantityRef total = here.amounts.back();
    PartList list;
    int depth = 0;
    bool clause_has_part = true;
    for (std::size_t i = index_ + 1; i < facts_.elements.size() && facts_.elements[i].kind != ElementKind::stop; ++i) {
      const Element& element = facts_.elements[i];
      depth += element.kind == ElementKind::open ? 1 : element.kind == ElementKind::close ? -1 : 0;
      if (depth > 0) continue;
      if (depth < 0 || element.kind == ElementKind::announce || element.kind == ElementKind::item) return;
      if (element.kind == ElementKind::comma || element.kind == ElementKind::pause || element.kind == ElementKind::semicolon || element.kind == ElementKind::colon) clause_has_part = false;
      if (element.kind != ElementKind::quantity || !can_add(document_, quantity(total), facts_.quantities[static_cast<std::size_t>(element.value)])) continue;
      if (!clause_has_part) {
        list.parts.push_back(ref(element));
        list.elements.push_back(static_cast<std::uint32_t>(i));
      }
      clause_has_part = true;
    }
    if (quantity(total).kind == profile::UnitKind::count || list.parts.size() < 2 || number.value() != number::Decimal(static_cast<std::int64_t>(list.parts.size()), 0)) return;
    list.total = total;
    list.announcement = number_ref;
    list.because = Because::structure;
    list.proof = false;
    out_.lists.push_back(std::move(list));
  }

  // "自评得分95.5分，运行成本9分、管理效率18.5分、…": nothing but named scores up to the end of the sentence.
  void infer_scores(QuantityRef total) {
    if (!frame().lists.empty() || !is_amount(quantity(total))) return;
    PartList list;
    std::size_t i = index_ + 1;
    if (i >= facts_.elements.size() || facts_.elements[i].kind != ElementKind::comma) return;
    for (; i < facts_.elements.size() && facts_.elements[i].kind != ElementKind::stop; ++i) {
      const Element& element = facts_.elements[i];
      if (element.kind == ElementKind::comma || element.kind == ElementKind::pause || element.kind == ElementKind::semicolon) continue;
      if (element.kind != ElementKind::quantity) return;
      const Quantity& part = facts_.quantities[static_cast<std::size_t>(element.value)];
      if (part.label.empty() || !can_add(document_, quantity(total), part)) return;
      list.parts.push_back(ref(element));
    }
    if (list.parts.size() < 3) return;
    list.total = total;
    list.because = Because::structure;
    list.proof = false;
    list.unannounced = true;
    out_.lists.push_back(std::move(list));
  }

  // "在职与离退休合计130人": the label names the parts, which stand before it.
  void add_to_named_total(QuantityRef here) {
    const Quantity& total = quantity(here);
    if (!document_.lexicon->suffix(total.label, profile::WordClass::total) || total.label.find_first_of(u"与和及、") == std::u16string::npos) return;
    PartList list;
    for (const QuantityRef part : frame().amounts) {
      const std::u16string words = facts::content_words(quantity(part).label, *document_.lexicon);
      if (words.size() >= 2 && total.label.find(words) != std::u16string::npos && can_add(document_, total, quantity(part))) list.parts.push_back(part);
    }
    if (list.parts.size() < 2) return;
    list.total = here;
    out_.lists.push_back(std::move(list));
  }

  // "共12项，完成10项，未完成2项": what is and what is not are all there is.
  void complete_pair(QuantityRef here) {
    const std::u16string& label = quantity(here).label;
    if (label.size() < 2 || (label.front() != u'未' && label.front() != u'不')) return;
    const auto refs = candidates();
    const auto rest = std::u16string_view(label).substr(1);
    if (refs.size() < 2 || !frame().lists.empty() || !(quantity(refs[0]).label.ends_with(rest) || quantity(refs[0]).label.starts_with(rest))) return;
    for (std::size_t i = 1; i < refs.size(); ++i) {
      if (quantity(refs[i]).label.ends_with(rest)) return;  // 满意、基本满意、不满意: more than two
      if (!can_add(document_, quantity(refs[i]), quantity(here)) || !can_add(document_, quantity(refs[i]), quantity(refs[0]))) continue;
      PartList list;
      list.total = refs[i];
      list.parts = {refs[0], here};
      list.proof = false;
      out_.lists.push_back(std::move(list));
      return;
    }
  }

  std::optional<std::size_t> number_before() const {
    if (index_ == 0 || facts_.elements[index_ - 1].kind != ElementKind::quantity) return std::nullopt;
    const Quantity& number = facts_.quantities[static_cast<std::size_t>(facts_.elements[index_ - 1].value)];
    if (number.kind != profile::UnitKind::count || number.number.places() != 0) return std::nullopt;
    for (std::size_t n = 2; n <= 20; ++n) {
      if (number.value() == number::Decimal(static_cast<std::int64_t>(n), 0)) return n;
    }
    return std::nullopt;
  }

  // "A 3 人，B 2 人，合计 5 人": the parts stand before their total.
  void add_to_total(QuantityRef here) {
    for (auto* lists : {&frame().lists, &frame().waiting}) {
      if (lists->empty() || !lists->back().respectively || lists->back().parts.size() < 2) continue;
      const QuantityRef last = lists->back().parts.back();
      if (last.ordinal + 1 != here.ordinal || !same_measure(quantity(last), quantity(here))) continue;
      PartList list = std::move(lists->back());  // 分别为389人、92人，合计481人
      lists->pop_back();
      list.total = here;
      out_.lists.push_back(std::move(list));
      return;
    }
    PartList list;
    list.because = Because::words;
    list.proof = false;
    const auto number = number_before();
    for (const QuantityRef part : frame().amounts) {
      const bool fits = can_add(document_, quantity(here), quantity(part)) && quantity(part).role == Role::level;
      if (fits && !(number && is_part(part))) list.parts.push_back(part);
    }
    if (number) {  // 两项合计: the last two; 前两项合计: the first two
      if (list.parts.size() < *number) return;
      const bool first = facts_.quantities[here.ordinal - 1].label.ends_with(u"前");
      const auto count = static_cast<std::ptrdiff_t>(*number);
      if (first) list.parts.erase(list.parts.begin() + count, list.parts.end());
      else list.parts.erase(list.parts.begin(), list.parts.end() - count);
    }
    const bool inside_list = !frame().lists.empty() && !frame().lists.back().parts.empty();
    if (list.parts.size() < 2 || inside_list) return;
    list.total = here;
    list.proof = std::all_of(frame().amounts.begin(), frame().amounts.end(), [&](QuantityRef amount) { return quantity(amount).kind != quantity(here).kind || std::find(list.parts.begin(), list.parts.end(), amount) != list.parts.end(); });
    out_.lists.push_back(std::move(list));
  }

  void announce(const Element& element, bool complete, bool partial) {
    Frame& here = frame();
    const bool respectively = element.value == 1;
    if (element.value == 2) return regroup();
    here.announced_in_segment = true;
    const bool continues = !here.lists.empty() && here.lists.back().parts.empty() && here.lists.back().opened_at == here.amounts.size();
    if (continues) {  // 主要包括：…分别为
      if (element.name >= 0 && here.lists.back().name.empty()) here.lists.back().name = facts_.names[static_cast<std::size_t>(element.name)];
      here.lists.back().open_ended |= partial;
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
    if (element.name >= 0) list.name = facts_.names[static_cast<std::size_t>(element.name)];
    list.named_only = element.value == 3 && !list.name.empty();
    open_list(std::move(list));
    here.clause_has_part = false;
  }

  bool starts_block() const {
    return std::all_of(facts_.elements.begin(), facts_.elements.begin() + static_cast<std::ptrdiff_t>(index_), [](const Element& element) { return element.kind == ElementKind::phrase; });
  }

  void open_list(PartList list) {
    list.opened_at = frame().amounts.size();
    list.first_ordinal = quantities_before_;
    frame().lists.push_back(std::move(list));
  }

  // 按性质分，…；按来源分，…: every grouping divides one total.
  void regroup() {
    Frame& here = frame();
    close_frame_lists();
    PartList list;
    if (here.grouped.empty()) here.grouped = candidates();
    list.candidates = here.grouped;
    list.from_before = here.amounts.empty();
    here.announced_in_segment = true;
    open_list(std::move(list));
    here.clause_has_part = false;
  }

  // 另有…: what follows is no part of the list before it.
  void besides() {
    Frame& here = frame();
    if (here.lists.empty() || here.lists.back().parts.empty() || here.lists.back().style != MarkerStyle::none) return;
    close_list();
    here.announced_in_segment = true;
  }

  // A mark above the one between the parts ends the list: "8户、12户、10户，推荐5户".
  void separate(ElementKind mark) {
    Frame& here = frame();
    here.clause_has_part = false;
    if (here.lists.empty()) return;
    const PartList& list = here.lists.back();
    const bool ends = mark == ElementKind::comma && list.separator == ElementKind::pause && list.parts.size() >= 2 && list.style == MarkerStyle::none;
    if (!ends) return;
    here.waiting.push_back(list);
    here.lists.pop_back();
    here.announced_in_segment = false;
  }

  // "人员18人：行政10人，事业8人"; "收入98万元，来源有：拨款90万元，其他8万元"
  void colon(const Element& element) {
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

  void item(const Element& element) {
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

  // "项目支出60万元。一是甲32万元；二是乙28万元。": a list that only its markers show.
  void infer_marked_list(const Element& element) {
    Frame& here = frame();
    PartList list;
    list.candidates = candidates();
    if (list.candidates.empty() || !here.lists.empty()) return;
    list.because = Because::structure;
    list.proof = false;
    list.inferred = true;
    list.style = element.style;
    list.number = 1;
    list.markers = 1;
    open_list(std::move(list));
  }

  void semicolon() {
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

  // The first amount of a segment behind a semicolon may be a further part of the list that the semicolon closed.
  void add_late(QuantityRef here) {
    if (frame().waiting.empty() || frame().announced_in_segment) return;
    PartList& list = frame().waiting.back();
    if (list.total && can_add(document_, quantity(*list.total), quantity(here))) list.late.push_back(here);
  }

  void stop() {
    Frame& here = frame();
    here.grouped.clear();
    const bool goes_on = !here.lists.empty() && next_item_continues();
    if (!goes_on) close_frame_lists();
    if (!goes_on) remember_amounts();
    here.clause_has_part = false;
    here.announced_in_segment = false;
    if (!goes_on && frames_.size() == 1) infer_next_sentence();
  }

  // "维护费共计8.9万元。图书5.1万元，桌椅3.2万元。": one total, then a sentence of nothing but named amounts.
  void infer_next_sentence() {
    Frame& here = frame();
    if (here.sentence_before.size() != 1) return;
    const QuantityRef total = here.sentence_before.front();
    PartList list;
    for (std::size_t i = index_ + 1; i < facts_.elements.size() && facts_.elements[i].kind != ElementKind::stop; ++i) {
      const Element& element = facts_.elements[i];
      if (element.kind == ElementKind::comma || element.kind == ElementKind::pause || element.kind == ElementKind::semicolon) continue;
      if (element.kind != ElementKind::quantity) return;
      const Quantity& part = facts_.quantities[static_cast<std::size_t>(element.value)];
      if (part.role == Role::share) continue;
      if (part.label.empty() || !same_measure(quantity(total), part) || !can_add(document_, quantity(total), part)) return;
      list.parts.push_back(ref(element));
    }
    if (list.parts.size() < 2 || !(quantity(total).announced || share_a_head(total, list.parts))) return;
    list.total = total;
    list.because = Because::structure;
    list.proof = false;
    list.unannounced = true;
    out_.lists.push_back(std::move(list));
  }

  // 三级指标18个。数量指标7个，质量指标4个，…: the parts are kinds of what the total counts.
  bool share_a_head(QuantityRef total, const std::vector<QuantityRef>& parts) const {
    const std::u16string_view label = quantity(total).label;
    if (label.size() < 4) return false;
    const auto head = label.substr(label.size() - 2);
    return std::all_of(parts.begin(), parts.end(), [&](QuantityRef part) { return quantity(part).label.size() > 2 && quantity(part).label.ends_with(head); });
  }

  // The amounts that a later sentence may divide: those of this one that are no parts themselves.
  void remember_amounts() {
    Frame& here = frame();
    std::vector<QuantityRef> whole;
    for (const QuantityRef amount : here.amounts) {
      if (!is_part(amount)) whole.push_back(amount);
    }
    if (!whole.empty()) here.sentence_before = std::move(whole);
    here.amounts.clear();
  }

  bool is_part(QuantityRef amount) const {
    const auto holds = [&](const PartList& list) { return list.total && std::find(list.parts.begin(), list.parts.end(), amount) != list.parts.end(); };
    return std::any_of(out_.lists.begin(), out_.lists.end(), holds) || std::any_of(frames_.back().lists.begin(), frames_.back().lists.end(), holds) || std::any_of(frames_.back().waiting.begin(), frames_.back().waiting.end(), holds);
  }

  bool next_item_continues() {
    if (index_ + 1 >= facts_.elements.size()) return frame().lists.front().style != MarkerStyle::none;
    const Element& next = facts_.elements[index_ + 1];
    if (next.kind != ElementKind::item) return false;
    return std::any_of(frame().lists.begin(), frame().lists.end(), [&](const PartList& list) { return list.style == next.style && next.value == list.number + 1; });
  }

  void open_bracket() {
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
  bool follows_amount() const {
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

  void close_bracket() {
    if (frames_.size() == 1) return;
    close_frame_lists();
    frames_.pop_back();
  }

  void et_cetera() {
    if (frame().lists.empty() || index_ == 0) return;
    const ElementKind before = facts_.elements[index_ - 1].kind;
    if (before == ElementKind::quantity || before == ElementKind::close) frame().lists.back().open_ended = true;
  }

  ElementKind previous_separator() const {
    for (std::size_t i = index_; i-- > 0;) {
      const ElementKind kind = facts_.elements[i].kind;
      if (kind == ElementKind::comma || kind == ElementKind::pause || kind == ElementKind::semicolon || kind == ElementKind::stop) return kind;
    }
    return ElementKind::stop;
  }

  void close_list() {
    PartList list = std::move(frame().lists.back());
    frame().lists.pop_back();
    if (!frame().lists.empty()) list.outer_parts = frame().lists.back().parts;
    if (list.total && !list.parts.empty()) out_.lists.push_back(std::move(list));
  }

  void close_frame_lists() {
    while (!frame().lists.empty()) close_list();
    for (PartList& list : frame().waiting) out_.lists.push_back(std::move(list));
    frame().waiting.clear();
  }

  void close_all() { close_frame_lists(); }

  void keep_trailing() {
    Frame& here = frame();
    if (here.lists.empty() && facts_.announces_list) add_colon_list();
    if (here.lists.empty()) return;
    PartList& list = here.lists.front();
    const bool announced = facts_.announces_list && list.parts.empty();
    const bool goes_on = !facts_.elements.empty() && facts_.elements.back().kind == ElementKind::semicolon && list.total;
    if (announced || (!list.parts.empty() && (list.style != MarkerStyle::none || goes_on))) out_.trailing = list;
    if (out_.trailing) here.lists.erase(here.lists.begin());
  }

  // 用于以下4个项目：at the end of a block
  void add_colon_list() {
    PartList list;
    list.candidates = candidates();
    list.because = Because::structure;
    list.proof = false;
    if (!facts_.elements.empty() && facts_.elements.back().name >= 0) list.name = facts_.names[static_cast<std::size_t>(facts_.elements.back().name)];
    open_list(std::move(list));
  }

  const DocumentView& document_;
  std::uint32_t block_;
  const facts::Facts& facts_;
  BlockLists out_;
  std::vector<Frame> frames_;
  std::size_t index_ = 0;
  std::uint32_t quantities_before_ = 0;
};

}  // namespace

BlockLists read_lists(const DocumentView& document, std::uint32_t block) { return Reader(document, block).run(); }

}  // namespace gouji::relations
