// Lists that no word announces: totals behind their parts, numbered items, complements, sentences of amounts.

#include <algorithm>

#include "facts/label.h"
#include "relations/list_reader.h"

namespace gouji::relations {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;
using syntax::MarkerStyle;

// "项目支出58万元，安排四个项目，甲22万元，乙15万元，…": as many amounts follow as the number says.
void ListReader::announce_by_number(QuantityRef number_ref) {
  const Quantity& number = quantity(number_ref);
  Frame& here = frame();
  const bool reason = number.label.starts_with(u"因") || number.label.starts_with(u"由于");   // 因两个项目推迟招标调减18万元
  if (reason || here.amounts.empty() || !here.lists.empty() || number.approximation != facts::Approximation::exact || number.number.places() != 0) return;
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
void ListReader::infer_scores(QuantityRef total) {
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
void ListReader::add_to_named_total(QuantityRef here) {
  const Quantity& total = quantity(here);
  if (!document_.lexicon->suffix(total.label, profile::WordClass::total) || total.label.find_first_of(u"与和及、") == std::u16string::npos) return;
  PartList list;
  for (const QuantityRef part : frame().amounts) {
    const std::u16string words = facts::content_words(quantity(part).label, *document_.lexicon);
    if (words.size() >= 2 && total.label.find(words) != std::u16string::npos && can_add(document_, total, quantity(part))) list.parts.push_back(part);
  }
  if (list.parts.size() < 2) return;
  list.total = here;
  list.whole = true;
  out_.lists.push_back(std::move(list));
}

// "共12项，完成10项，未完成2项": what is and what is not are all there is.
void ListReader::complete_pair(QuantityRef here) {
  if (!quantity(here).complement || !frame().lists.empty()) return;
  const auto refs = candidates();
  const auto rest = std::u16string_view(quantity(here).label).substr(std::min<std::size_t>(1, quantity(here).label.size()));
  if (refs.size() < 2) return;
  for (std::size_t i = 1; i < refs.size(); ++i) {
    if (!rest.empty() && quantity(refs[i]).label.ends_with(rest)) return;  // 满意、基本满意、不满意: more than two
    if (!can_add(document_, quantity(refs[i]), quantity(here)) || !can_add(document_, quantity(refs[i]), quantity(refs[0]))) continue;
    PartList list;
    list.total = refs[i];
    list.parts = {refs[0], here};
    if (const auto left = rest_behind(refs[i])) list.parts.push_back(*left);
    list.proof = false;
    out_.lists.push_back(std::move(list));
    return;
  }
}

// 批准139人，不批准71人，其余11人: the pair leaves something over.
std::optional<QuantityRef> ListReader::rest_behind(QuantityRef total) const {
  for (std::size_t i = index_ + 1; i < facts_.elements.size() && facts_.elements[i].kind < ElementKind::semicolon; ++i) {
    if (facts_.elements[i].kind != ElementKind::quantity) continue;
    const Quantity& value = facts_.quantities[static_cast<std::size_t>(facts_.elements[i].value)];
    if (!can_add(document_, quantity(total), value)) continue;
    const auto& rest = document_.lexicon->vocabulary().lists.rest;
    const bool is_rest = std::any_of(rest.begin(), rest.end(), [&](const std::u16string& word) { return value.label.starts_with(word); });
    return is_rest || value.remainder ? std::optional(ref(facts_.elements[i])) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> ListReader::number_before() const {
  if (index_ == 0 || facts_.elements[index_ - 1].kind != ElementKind::quantity) return std::nullopt;
  const Quantity& number = facts_.quantities[static_cast<std::size_t>(facts_.elements[index_ - 1].value)];
  if (number.kind != profile::UnitKind::count || number.number.places() != 0) return std::nullopt;
  for (std::size_t n = 2; n <= 20; ++n) {
    if (number.value() == number::Decimal(static_cast<std::int64_t>(n), 0)) return n;
  }
  return std::nullopt;
}

// "168名选手报名，一等奖3名、二等奖6名，共9名": words do not say where the row begins that ends before the total; where all
// of it does not add up, as much as does.
void ListReader::prefer_last_row(PartList& list, QuantityRef total) const {
  const auto sum = [&](std::size_t first) {
    number::Decimal value(0, 0);
    for (std::size_t i = first; i < list.parts.size(); ++i) value = value + quantity(list.parts[i]).value();
    return value;
  };
  if (list.parts.size() < 3 || sum(0) == quantity(total).value()) return;
  list.one_of_several = true;
  for (std::size_t first = 1; first + 2 <= list.parts.size(); ++first) {
    if (sum(first) != quantity(total).value()) continue;
    list.parts.erase(list.parts.begin(), list.parts.begin() + static_cast<std::ptrdiff_t>(first));
    return;
  }
}

// "A 3 人，B 2 人，合计 5 人": the parts stand before their total.
void ListReader::add_to_total(QuantityRef here) {
  for (auto* lists : {&frame().lists, &frame().waiting}) {
    if (lists->empty() || !lists->back().respectively || lists->back().parts.size() < 2) continue;
    const QuantityRef last = lists->back().parts.back();
    if (last.ordinal + 1 != here.ordinal || !same_measure(quantity(last), quantity(here))) continue;
    PartList list = std::move(lists->back());  // 分别为389人、92人，合计481人
    lists->pop_back();
    list.total = here;
    list.whole = true;
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
  if (!list.parts.empty() && quantity(list.parts.front()).label.starts_with(u"加上")) {  // 1280万元…。加上配套320万元，合计1600万元
    if (frame().sentence_before.size() != 1 || !can_add(document_, quantity(here), quantity(frame().sentence_before.front()))) return;
    list.parts.insert(list.parts.begin(), frame().sentence_before.front());
  }
  if (!number) prefer_last_row(list, here);
  const bool inside_list = !frame().lists.empty() && !frame().lists.back().parts.empty();
  if (list.parts.size() < 2 || inside_list) return;
  list.total = here;
  list.whole = number.has_value() || list.parts.size() == 2;
  list.proof = std::all_of(frame().amounts.begin(), frame().amounts.end(), [&](QuantityRef amount) { return quantity(amount).kind != quantity(here).kind || std::find(list.parts.begin(), list.parts.end(), amount) != list.parts.end(); });
  out_.lists.push_back(std::move(list));
}

// "项目支出60万元。一是甲32万元；二是乙28万元。": a list that only its markers show.
void ListReader::infer_marked_list(const Element& element) {
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

// "维护费共计8.9万元。图书5.1万元，桌椅3.2万元。": one total, then a sentence of nothing but named amounts.
void ListReader::infer_next_sentence() {
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
bool ListReader::share_a_head(QuantityRef total, const std::vector<QuantityRef>& parts) const {
  const std::u16string_view label = quantity(total).label;
  if (label.size() < 4) return false;
  const auto head = label.substr(label.size() - 2);
  return std::all_of(parts.begin(), parts.end(), [&](QuantityRef part) { return quantity(part).label.size() > 2 && quantity(part).label.ends_with(head); });
}

// 用于以下4个项目：at the end of a block
void ListReader::add_colon_list() {
  PartList list;
  list.candidates = candidates();
  list.because = Because::structure;
  list.proof = false;
  if (!facts_.elements.empty() && facts_.elements.back().name >= 0) list.name = facts_.names[static_cast<std::size_t>(facts_.elements.back().name)];
  open_list(std::move(list));
}

}  // namespace gouji::relations
