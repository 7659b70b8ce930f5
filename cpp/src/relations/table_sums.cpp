// Which addends belong to which total of a list, by the words of the totals and where they stand.

#include <algorithm>

#include "relations/table_linker.h"

namespace gouji::relations {
namespace {

class SumReader {
 public:
  explicit SumReader(const std::vector<Summand>& list) : list_(list) {}

  std::vector<SumGroup> run() {
    read(0, list_.size());
    return std::move(groups_);
  }

 private:
  bool is_total(std::size_t i) const { return !list_[i].owns && (list_[i].total == Total::total || list_[i].total == Total::grand); }
  bool is_subtotal(std::size_t i) const { return !list_[i].owns && list_[i].total == Total::subtotal; }
  bool is_part(std::size_t i) const { return list_[i].part && (list_[i].owns || list_[i].total == Total::none); }

  void read(std::size_t begin, std::size_t end) {
    while (begin < end && !is_total(begin) && !is_subtotal(begin) && !is_part(begin)) ++begin;
    if (begin == end) return;
    if (is_total(begin)) return read_leading(begin, end);
    read_trailing(begin, end);
  }

  // 合计 first: what stands below it up to the next total.
  void read_leading(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> totals;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_total(i)) totals.push_back(i);
    }
    const bool all_named = std::all_of(totals.begin(), totals.end(), [&](std::size_t i) { return list_[i].named; });
    if (totals.size() > 1 && !all_named) return;   // 合计 above and below: of what?
    std::vector<SumGroup> found;
    for (std::size_t i = 0; i < totals.size(); ++i) {
      const std::size_t last = i + 1 < totals.size() ? totals[i + 1] : end;
      std::vector<std::size_t> parts = with_subtotals(totals[i] + 1, last);
      if (parts.empty()) return;   // 收入合计, 支出合计, 年末结余: nothing is listed
      std::erase_if(parts, [&](std::size_t part) { return leaves_out(totals[i], part); });
      if (!list_[totals[i]].named || parts.size() > 1) found.push_back({totals[i], std::move(parts)});
    }
    for (SumGroup& group : found) add(group.total, std::move(group.parts));
  }

  // The addends between `begin` and `end`; subtotals stand before their parts where the first one does.
  std::vector<std::size_t> with_subtotals(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> open, group;
    std::size_t first = begin;
    while (first < end && !is_part(first) && !is_subtotal(first)) ++first;
    const bool leads = first < end && is_subtotal(first);
    std::size_t subtotal = end;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_part(i)) group.push_back(i);
      if (!is_subtotal(i)) continue;
      if (leads) {
        if (subtotal != end) add(subtotal, group);
        subtotal = i;
      } else {
        const auto of_it = [&](std::size_t part) { return !list_[i].group.empty() && list_[part].group.starts_with(list_[i].group); };
        const bool named = std::any_of(group.begin(), group.end(), of_it);   // 预算执行 | 产出 | 产出 | 产出小计
        std::vector<std::size_t> own;
        for (const std::size_t part : group) (named && !of_it(part) ? open : own).push_back(part);
        add(i, own);
      }
      open.push_back(i);
      group.clear();
    }
    if (leads && subtotal != end) {
      add(subtotal, group);
      group.clear();
    }
    open.insert(open.end(), group.begin(), group.end());
    return open;
  }

  // The totals stand behind their parts: 合计 sums up to the 合计 before it, 总计 to the 总计 before it.
  void read_trailing(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> open;
    std::size_t done = begin;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_total(i)) continue;
      const std::vector<std::size_t> fresh = with_subtotals(done, i);
      open.insert(open.end(), fresh.begin(), fresh.end());
      std::size_t from = open.size();
      while (from > 0 && reaches_over(i, open[from - 1])) --from;
      std::vector<std::size_t> parts, beside;
      for (std::size_t j = from; j < open.size(); ++j) (leaves_out(i, open[j]) ? beside : parts).push_back(open[j]);
      const bool of_another = parts.size() == 1 && list_[i].named && list_[parts.front()].owns;   // 负债合计 behind 资产总计
      if (!of_another) add(i, parts);
      open.resize(from);
      if (of_another) open.insert(open.end(), parts.begin(), parts.end());
      open.insert(open.end(), beside.begin(), beside.end());
      open.push_back(i);
      done = i + 1;
    }
    if (done == begin) with_subtotals(begin, end);
  }

  // 年初结转 before 收入合计 is added to it by 总计 only.
  bool leaves_out(std::size_t total, std::size_t part) const { return list_[total].named && list_[total].total != Total::grand && list_[part].balance; }

  bool reaches_over(std::size_t total, std::size_t part) const {
    if (!is_total(part)) return true;
    if (list_[part].total == Total::grand) return false;
    return list_[total].total == Total::grand || (!list_[total].named && list_[part].named);   // 总计 of 合计; 合计 of 收入合计
  }

  void add(std::size_t total, std::vector<std::size_t> parts) {
    if (!parts.empty()) groups_.push_back({total, std::move(parts)});
  }

  const std::vector<Summand>& list_;
  std::vector<SumGroup> groups_;
};

}  // namespace

std::vector<SumGroup> sum_groups(const std::vector<Summand>& list) { return SumReader(list).run(); }

}  // namespace gouji::relations
