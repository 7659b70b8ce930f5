// Posts of a paragraph and who holds them, as a whole and kind by kind: 编制54名，行政14名、事业40名；年末在编51人——公务员13人、事业38人.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "relations/layout.h"
#include "relations/linkers.h"
#include "relations/match.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Quantity;
using facts::Role;

class PostLinker {
 public:
  PostLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {
    for (const Relation& relation : relations) {
      if (relation.quota) compared_.insert(relation.result);
    }
  }

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) {
      const auto& quantities = document_.blocks[block].facts->quantities;
      for (std::uint32_t i = 0; i < quantities.size(); ++i) {
        if (!is_quota(quantities[i])) continue;
        i = link(block, i);
      }
    }
  }

 private:
  struct Group {
    std::optional<QuantityRef> total;
    std::map<int, QuantityRef> kinds;
    std::set<int> twice;
    void add(int kind, QuantityRef ref) {
      if (!kinds.emplace(kind, ref).second) twice.insert(kind);
    }
  };

  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  static bool counts_people(const Quantity& value) {
    const bool unit = value.printed_unit == u"人" || value.printed_unit == u"名" || value.printed_unit == u"个";
    return value.kind == profile::UnitKind::count && unit && is_amount(value) && value.cell < 0 && value.period.kind != facts::PeriodKind::previous;
  }

  bool is_quota(const Quantity& value) const {
    return counts_people(value) && value.limit == 0 && !value.remainder && (has_indicator(document_, value, "staff_quota") || value.label.ends_with(u"编制"));
  }

  // 在编, and 年末实有 where the paragraph tells of nobody else
  bool is_held(const Quantity& value) const {
    if (value.printed_unit == u"个" || !counts_people(value) || is_quota(value)) return false;
    constexpr std::array<std::u16string_view, 5> endings{u"在岗", u"在册", u"到岗", u"在编", u"在职"};
    const bool named = std::any_of(endings.begin(), endings.end(), [&](std::u16string_view ending) { return value.label.ends_with(ending); });
    return named || value.held || has_indicator(document_, value, "staff_serving") || has_indicator(document_, value, "staff_present");
  }

  bool is_within_quota(const Quantity& value) const {
    constexpr std::array<std::u16string_view, 3> words{u"在编", u"编内", u"占编"};
    return counts_people(value) && std::any_of(words.begin(), words.end(), [&](std::u16string_view word) { return value.label.find(word) != std::u16string::npos; });
  }

  bool is_someone_else(const Quantity& value) const {
    return has_indicator(document_, value, "staff_other") || has_indicator(document_, value, "staff_retired") || has_indicator(document_, value, "staff_retired_ordinary") || has_indicator(document_, value, "staff_retired_veteran");
  }

  // 公务员13人, 事业编制38名, 12人参公
  static int kind_of(const Quantity& value) {
    const std::u16string_view words = value.label.empty() ? std::u16string_view(value.after).substr(0, 8) : std::u16string_view(value.label);
    const auto says = [&](std::u16string_view word) { return words.find(word) != std::u16string_view::npos; };
    if (says(u"工勤")) return 4;
    if ((says(u"参公") || says(u"参照")) && !says(u"非参")) return 3;
    if (says(u"公务员") || says(u"行政")) return 1;
    return says(u"事业") ? 2 : 0;
  }

  // From the first quota to whom the paragraph names as holding the posts; the ordinal to go on from.
  std::uint32_t link(std::uint32_t block, std::uint32_t first) {
    const auto& quantities = document_.blocks[block].facts->quantities;
    Group quota, held;
    std::uint32_t i = first;
    for (; i < quantities.size() && counts_people(quantities[i]) && !is_held(quantities[i]) && !is_someone_else(quantities[i]); ++i) {
      const int kind = kind_of(quantities[i]);
      if (kind == 0 && !quota.total && (is_quota(quantities[i]) || quantities[i].role == Role::total)) quota.total = QuantityRef{block, i};
      else if (kind != 0) quota.add(kind, {block, i});
    }
    if (i >= quantities.size() || !is_held(quantities[i])) return std::max(first, i == 0 ? 0 : i - 1);
    bool others = false;
    for (std::uint32_t j = 0; j < quantities.size(); ++j) others = others || is_someone_else(quantities[j]) || quantities[j].kind == profile::UnitKind::money;
    held.total = QuantityRef{block, i};
    bool strict = has_indicator(document_, quantities[i], "staff_serving");
    others = others || (!quantities[i].held && has_indicator(document_, quantities[i], "staff_present"));   // 实有人员: perhaps not all of them on posts
    for (++i; i < quantities.size() && counts_people(quantities[i]) && !is_someone_else(quantities[i]) && !is_quota(quantities[i]); ++i) {
      const int kind = kind_of(quantities[i]);
      if (!strict && is_within_quota(quantities[i])) held.total = QuantityRef{block, i}, strict = true;
      else if (kind == 0) break;
      else held.add(kind, {block, i});
    }
    if (!quota.total && quota.kinds.size() == 1) quota.total = quota.kinds.begin()->second;
    if (quota.total) compare(*held.total, *quota.total, strict || !others);
    for (const auto& [kind, ref] : held.kinds) {
      const auto allowed = quota.kinds.find(kind);
      if (allowed != quota.kinds.end() && !quota.twice.contains(kind) && !held.twice.contains(kind)) compare(ref, allowed->second, strict || !others);
    }
    return i - 1;
  }

  void compare(QuantityRef held, QuantityRef quota, bool sure) {
    if (compared_.contains(held)) return;
    Relation relation;
    relation.kind = RelationKind::comparison;
    relation.comparison = "<=";
    relation.quota = true;
    relation.because = Because::identity;
    relation.result = held;
    relation.operands = {{quota, 1}};
    relation.verdict = judge(document_, relation);
    if (relation.verdict.status == Status::violated && !sure) return;
    compared_.insert(held);
    relations_.push_back(std::move(relation));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
  std::set<QuantityRef> compared_;   // who is compared with a quota already
};

}  // namespace

void link_posts(const DocumentView& document, std::vector<Relation>& relations) { PostLinker(document, relations).run(); }

}  // namespace gouji::relations
