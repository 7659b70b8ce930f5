// Heads that say how their numbers are computed: (B/A), (3)=(2)/(1), ⑤=④-②, or a line of numbers below the heads.

#include <algorithm>

#include "relations/series_linker.h"

namespace gouji::relations {
namespace {

constexpr std::u16string_view operators = u"+-/÷";

// A mark at `position`, in brackets or without: B, (2), ③.
std::u16string take_mark(std::u16string_view formula, std::size_t& position) {
  std::u16string mark;
  while (position < formula.size() && operators.find(formula[position]) == std::u16string_view::npos) {
    if (formula[position] != u'(' && formula[position] != u')') mark += formula[position];
    ++position;
  }
  return mark;
}

}  // namespace

bool SeriesLinker::link_formula(std::size_t result) {
  std::u16string_view formula = series(result).head.formula;
  if (const auto equals = formula.find(u'='); equals != std::u16string_view::npos) formula.remove_prefix(equals + 1);
  for (const std::u16string_view tail : {u"%", u"×100", u"*100", u"X100", u"x100"}) {
    if (formula.ends_with(tail)) formula.remove_suffix(tail.size());
  }
  const auto find = [&](const std::u16string& mark) {
    const auto found = std::find_if(grid_.series.begin(), grid_.series.end(), [&](const Series& each) { return !mark.empty() && each.head.mark == mark; });
    return found == grid_.series.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - grid_.series.begin()));
  };
  SeriesReading reading;
  reading.rank = certain;
  bool divides = false;
  int sign = 1;
  for (std::size_t i = 0; i < formula.size();) {
    if (operators.find(formula[i]) != std::u16string_view::npos) {
      if (divides) return false;
      divides = formula[i] == u'/' || formula[i] == u'÷';
      sign = formula[i++] == u'-' ? -1 : 1;
      continue;
    }
    const auto member = find(take_mark(formula, i));
    if (!member || *member == result) return false;
    reading.terms.emplace_back(*member, sign);
  }
  const auto& terms = reading.terms;
  if (terms.size() < 2) return false;
  const bool of_change = divides && terms.size() == 3 && terms[0].second == 1 && terms[1].second == -1 && terms[1].first == terms[2].first;   // (B-A)/A
  if (divides && terms.size() != 2 && !of_change) return false;
  const bool changes = series(result).head.kind == ColumnKind::change || series(result).head.kind == ColumnKind::change_rate;
  reading.quotient = divides;
  reading.kind = of_change || (changes && (divides || terms.size() == 2)) ? RelationKind::change : divides ? RelationKind::rate : RelationKind::row;
  if (of_change) reading.terms.pop_back(), reading.terms[1].second = 1;
  if (reading.kind == RelationKind::change && divides && !of_change) reading.amount = terms[0].first;   // C/A
  return decide(result, {reading});
}

}  // namespace gouji::relations
