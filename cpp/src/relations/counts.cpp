// Counts: an announced number of things and the list that follows or precedes it.

#include <algorithm>
#include <optional>

#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/memory.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using syntax::BlockKind;
using syntax::MarkerStyle;

constexpr std::u16string_view listed_units[]{u"个", u"项", u"类", u"种", u"方面", u"点", u"条", u"家", u"件", u"处", u"所", u"支", u"款", u"期", u"阶段", u"环节", u"层面", u"大类", u"座", u"部分", u"级"};
const number::Decimal most_items(60, 0);
constexpr std::uint32_t most_paragraphs = 12;

class CountLinker {
 public:
  CountLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& facts = *document_.blocks[block].facts;
      if (facts.quantities.empty()) continue;
      link_unit(document_, Linker::counts, {block, 0}, relations_, [&] {
        for (std::size_t i = 0; i < facts.elements.size(); ++i) {
          if (facts.elements[i].kind == ElementKind::quantity) link(block, i);
        }
      });
    }
  }

 private:
  const std::vector<Element>& elements(std::uint32_t block) const { return document_.blocks[block].facts->elements; }

  static bool can_announce(const Quantity& quantity) {
    const bool unit = std::find(std::begin(listed_units), std::end(listed_units), quantity.base_unit) != std::end(listed_units);
    return quantity.kind == profile::UnitKind::count && unit && quantity.approximation == facts::Approximation::exact && (is_amount(quantity) || quantity.role == facts::Role::detail) && quantity.exponent == 0 && quantity.value() <= most_items && !quantity.value().is_zero();
  }

  void link(std::uint32_t block, std::size_t element) {
    const QuantityRef ref{block, static_cast<std::uint32_t>(elements(block)[element].value)};
    const Quantity& quantity = document_.quantity(ref);
    if (!can_announce(quantity)) return;
    if (marked_list(ref, element) || named_list(ref, element) || preceding_list(ref, element)) return;
    paragraphs(ref, element);
  }

  void emit(QuantityRef result, std::vector<ListedItem> items, bool proof, bool only_if_equal = false) {
    Relation relation;
    relation.kind = RelationKind::count;
    relation.result = result;
    relation.items = std::move(items);
    relation.because = Because::structure;
    relation.proof = proof;
    relation.verdict = judge(document_, relation);
    if (!only_if_equal || relation.verdict.status == Status::holds) relations_.push_back(std::move(relation));
  }

  // 共3个，其中：一是…二是…三是…; the items stand in this block or start the blocks after it.
  bool marked_list(QuantityRef ref, std::size_t element) {
    const auto& here = elements(ref.block);
    bool announced = false, colon = false, phrase = false, stopped = false, other = false;
    std::size_t i = element + 1;
    for (; i < here.size() && here[i].kind != ElementKind::item; ++i) {
      switch (here[i].kind) {
        case ElementKind::quantity: return false;
        case ElementKind::stop:
          if (stopped || (i + 1 < here.size() && here[i + 1].kind != ElementKind::item)) return false;
          stopped = true;
          break;
        case ElementKind::announce: case ElementKind::announce_open:
          other |= speaks_of_something_else(ref.block, here[i]);
          announced = true;
          break;
        case ElementKind::colon: announced = colon = true; break;
        case ElementKind::phrase:
          if (colon) return false;
          phrase = true;
          break;
        default: break;
      }
    }
    const bool named = !phrase && document_.lexicon->prefix(document_.quantity(ref).after, profile::WordClass::list_noun);   // 主要有两点不足。一是…
    if (!announced && !introduces(document_.quantity(ref)) && !named) return false;
    std::vector<ListedItem> items;
    if (i < here.size()) {
      if (here[i].value != 1) return false;
      collect_inline(ref.block, i, here[i].style, items);
      const bool unfinished = items.size() > 0 && last_item_ends_block(ref.block, items.back().element);
      if (unfinished) collect_blocks(ref.block + 1, here[i].style, static_cast<int>(items.size()) + 1, items);
    } else {
      const std::uint32_t next = ref.block + 1;
      if (next >= document_.blocks.size() || document_.blocks[next].block->marker.number != 1) return false;
      const MarkerStyle style = document_.blocks[next].block->marker.style;
      const auto& inside = elements(next);
      if (inside.empty() || inside.front().kind != ElementKind::item) return false;
      collect_inline(next, 0, style, items);
      collect_blocks(next + 1, style, static_cast<int>(items.size()) + 1, items);
    }
    if (items.size() < 2) return false;
    const std::u16string& noun = document_.quantity(ref).after;
    const bool of_a_list = noun.empty() || document_.lexicon->suffix(noun, profile::WordClass::list_noun) || introduces(document_.quantity(ref));
    emit(ref, std::move(items), announced, other || !of_a_list || points_back(document_.quantity(ref)));  // "3个镇的代表座谈：一是…" counts no items
    return true;
  }

  // "6个项目按计划实施，主要任务完成如下": the list is of the tasks.
  bool speaks_of_something_else(std::uint32_t block, const Element& element) const {
    return element.name >= 0 && !document_.blocks[block].facts->names[static_cast<std::size_t>(element.name)].empty();
  }

  // 以下, 如下, 下列: a list must follow; a number in an ordinary sentence announces nothing.
  static bool introduces(const Quantity& quantity) {
    constexpr std::u16string_view words[]{u"以下", u"如下", u"下列"};
    return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return quantity.label.find(word) != std::u16string::npos; });
  }

  // 针对上述三个问题，一是…: the list is of something else
  static bool points_back(const Quantity& quantity) {
    constexpr std::u16string_view words[]{u"上述", u"以上", u"前述"};
    return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return quantity.label.find(word) != std::u16string::npos; });
  }

  void collect_inline(std::uint32_t block, std::size_t first, MarkerStyle style, std::vector<ListedItem>& items) const {
    const auto& here = elements(block);
    int expected = 1;
    for (std::size_t i = first; i < here.size(); ++i) {
      if (here[i].kind != ElementKind::item || here[i].style != style || here[i].value != expected) continue;
      items.push_back({block, static_cast<std::uint32_t>(i)});
      ++expected;
    }
  }

  bool last_item_ends_block(std::uint32_t block, std::uint32_t element) const {
    const auto& here = elements(block);
    return std::none_of(here.begin() + element + 1, here.end(), [&](const Element& other) { return other.kind == ElementKind::item && other.style == here[element].style; });
  }

  void collect_blocks(std::uint32_t block, MarkerStyle style, int expected, std::vector<ListedItem>& items) const {
    for (; block < document_.blocks.size(); ++block) {
      const syntax::Marker& marker = document_.blocks[block].block->marker;
      if (marker.style == MarkerStyle::none || marker.style > style) {
        if (document_.blocks[block].block->kind == BlockKind::heading) return;
        continue;
      }
      if (marker.style != style || marker.number != expected) return;
      const auto& here = elements(block);
      for (std::size_t i = 0; i < here.size(); ++i) {
        if (here[i].kind != ElementKind::item || here[i].style != style || here[i].value != expected) continue;
        items.push_back({block, static_cast<std::uint32_t>(i)});
        ++expected;
      }
    }
  }

  // 3个股室：办公室、综合股、财务室; 3个股室（办公室、综合股、财务室）
  bool named_list(QuantityRef ref, std::size_t element) {
    const auto& here = elements(ref.block);
    std::size_t i = element + 1;
    if (i < here.size() && here[i].kind == ElementKind::comma) ++i;
    const auto is = [&](ElementKind kind) { return i < here.size() && here[i].kind == kind; };
    const bool announced = is(ElementKind::announce) || is(ElementKind::announce_open);
    if (announced) ++i;
    if (is(ElementKind::colon) || (is(ElementKind::open) && i == element + 1)) ++i;
    else if (!announced) return listed_behind_comma(ref, element);
    const bool bracket = here[i - 1].kind == ElementKind::open;
    if (here[i - 1].kind == ElementKind::announce && (here[i - 1].value == 0 || here[i - 1].value == 5) && here[element + 1].kind == ElementKind::comma) return false;  // 4个乡镇缺水，其中甲、乙两乡…: some of them
    const ElementKind separator = separator_of(ref.block, i, bracket);
    std::vector<ListedItem> items;
    int conjunctions = 0;
    bool last_is_phrase = false;
    int depth = 0;
    for (; i < here.size(); ++i) {
      const ElementKind kind = here[i].kind;
      if (kind == ElementKind::open) ++depth;
      if (kind == ElementKind::close && --depth < 0 && bracket) break;
      if (depth > 0) continue;
      if (kind == ElementKind::stop) break;
      if (kind == ElementKind::et_cetera) return true;
      if (separator == ElementKind::pause) {
        if (kind == ElementKind::semicolon || kind == ElementKind::comma) break;
        if (kind == ElementKind::quantity || kind == ElementKind::item) return false;
      }
      if (kind == ElementKind::phrase && !last_is_phrase) {
        items.push_back({ref.block, static_cast<std::uint32_t>(i)});
        conjunctions = here[i].value;
        last_is_phrase = true;
      }
      if (kind == separator) last_is_phrase = false;
    }
    if (items.empty()) return false;
    const number::Decimal stated = document_.quantity(ref).value();
    const auto listed = static_cast<std::int64_t>(items.size());
    if (conjunctions > 0 && stated == number::Decimal(listed + 1, 0)) {  // 甲、乙和丙 are three things
      items.back().half = 1;
      items.push_back(items.back());
      items.back().half = 2;
    } else if (items.size() < 2 || (stated > number::Decimal(listed, 0) && stated <= number::Decimal(listed + conjunctions, 0))) {
      return items.size() >= 2;
    }
    emit(ref, std::move(items), false, separator != ElementKind::pause);
    return true;
  }

  // 事业单位2个，为甲、乙。
  bool listed_behind_comma(QuantityRef ref, std::size_t element) {
    const auto& here = elements(ref.block);
    if (element + 1 >= here.size() || here[element + 1].kind != ElementKind::comma || !document_.quantity(ref).after.empty()) return false;
    std::vector<ListedItem> items;
    std::size_t i = element + 2;
    for (; i < here.size() && here[i].kind == ElementKind::phrase; i += 2) {
      items.push_back({ref.block, static_cast<std::uint32_t>(i)});
      if (i + 1 >= here.size() || here[i + 1].kind != ElementKind::pause) break;
    }
    const bool ends = i + 1 < here.size() && (here[i + 1].kind == ElementKind::stop || here[i + 1].kind == ElementKind::semicolon);
    if (items.size() < 2 || !ends) return false;
    emit(ref, std::move(items), false, true);
    return true;
  }

  ElementKind separator_of(std::uint32_t block, std::size_t begin, bool bracket) const {
    const auto& here = elements(block);
    int depth = 0;
    for (std::size_t i = begin; i < here.size(); ++i) {
      if (here[i].kind == ElementKind::open) ++depth;
      if (here[i].kind == ElementKind::close && --depth < 0 && bracket) break;
      if (depth > 0) continue;
      if (here[i].kind == ElementKind::stop) break;
      if (here[i].kind == ElementKind::pause) return ElementKind::pause;
      if (here[i].kind == ElementKind::semicolon) return ElementKind::semicolon;
    }
    return ElementKind::pause;
  }

  // 从甲、乙、丙三个方面; without 等 the names before the number are all of them.
  bool preceding_list(QuantityRef ref, std::size_t element) {
    const auto& here = elements(ref.block);
    std::vector<ListedItem> items;
    std::size_t i = element;
    const bool apart = i >= 4 && here[i - 1].kind == ElementKind::comma && here[i - 2].kind == ElementKind::phrase && here[i - 3].kind == ElementKind::pause && document_.quantity(ref).announced;   // 甲、乙，共2个部室
    if (apart) i -= 2;
    items.push_back({ref.block, static_cast<std::uint32_t>(i)});
    if (i > 0 && here[i - 1].kind == ElementKind::et_cetera) return false;
    while (i >= 2 && here[i - 1].kind == ElementKind::pause && here[i - 2].kind == ElementKind::phrase) {
      i -= 2;
      items.push_back({ref.block, static_cast<std::uint32_t>(i)});
    }
    const bool behind_number = items.size() >= 2 && i >= 2 && here[i - 1].kind == ElementKind::pause && here[i - 2].kind == ElementKind::quantity;   // 未达100%的有甲县、乙县2个县
    if (behind_number) items.push_back({ref.block, static_cast<std::uint32_t>(i - 2)});
    const bool pair = items.size() == 1 && names_two(document_.quantity(ref));
    if ((items.size() < 2 && !pair) || (i > 0 && here[i - 1].kind == ElementKind::pause && !behind_number)) return false;
    const Quantity& quantity = document_.quantity(ref);
    const auto listed = static_cast<std::int64_t>(items.size());
    const bool two_names = quantity.label.find_first_of(u"和与及") != std::u16string::npos;
    if (two_names && quantity.value() == number::Decimal(listed + 1, 0)) items.push_back(items.front());  // 甲、乙和丙3个股室
    std::reverse(items.begin(), items.end());
    const bool complete = quantity.base_unit == u"方面" || document_.lexicon->prefix(quantity.after, profile::WordClass::office_noun);
    emit(ref, std::move(items), false, !complete || behind_number || pair);
    return true;
  }

  // 人员经费和公用经费两部分
  static bool names_two(const Quantity& quantity) {
    const auto is_one = [](char16_t unit) { return unit == u'和' || unit == u'与' || unit == u'及'; };
    const bool parts = quantity.base_unit == u"部分" || quantity.base_unit == u"方面" || quantity.base_unit == u"级";
    return parts && std::count_if(quantity.label.begin(), quantity.label.end(), is_one) == 1;
  }

  // 以下三个方面： and as many paragraphs without markers; where their number differs nobody can say what belongs.
  void paragraphs(QuantityRef ref, std::size_t element) {
    const auto& here = elements(ref.block);
    const bool at_end = element + 2 == here.size() && here.back().kind == ElementKind::colon;
    if (!at_end) return;
    std::vector<ListedItem> items;
    for (std::uint32_t block = ref.block + 1; block < document_.blocks.size() && items.size() < most_paragraphs; ++block) {
      const syntax::Block& paragraph = *document_.blocks[block].block;
      if (paragraph.kind != BlockKind::paragraph || elements(block).empty()) break;
      items.push_back({block, 0});
    }
    if (items.size() >= 2) emit(ref, std::move(items), false, true);
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_counts(const DocumentView& document, std::vector<Relation>& relations) { CountLinker(document, relations).run(); }

}  // namespace gouji::relations
