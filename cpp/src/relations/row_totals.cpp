// Totals with no name behind the row that they sum up: 进学校31场、进社区22场、进企业9场，全年62场; 365名、427名、412名，累计1,204名.

#include <algorithm>

#include "facts/label.h"
#include "relations/linkers.h"
#include "relations/list_fit.h"
#include "relations/match.h"
#include "relations/ties.h"
#include "relations/verdict.h"

namespace gouji::relations {
namespace {

using facts::Element;
using facts::ElementKind;
using facts::Quantity;
using facts::Role;

constexpr std::size_t least_parts = 3;   // for one slip to accuse

class RowTotalLinker {
 public:
  RowTotalLinker(const DocumentView& document, std::vector<Relation>& relations) : document_(document), relations_(relations) {}

  void run() {
    for (std::uint32_t block = 0; block < document_.blocks.size(); ++block) read(block);
  }

 private:
  const Quantity& quantity(QuantityRef ref) const { return document_.quantity(ref); }

  // Amounts of one measure that 、 joins, then one of it behind a comma that names nothing itself.
  void read(std::uint32_t block) {
    std::vector<QuantityRef> row;
    bool joined = false, behind = false;   // 、, or a comma, stands between the last amount and this one
    for (const Element& element : document_.blocks[block].facts->elements) {
      switch (element.kind) {
        case ElementKind::pause: joined = true; break;
        case ElementKind::comma: behind = true; break;
        case ElementKind::phrase: break;
        case ElementKind::quantity: {
          const QuantityRef here{block, static_cast<std::uint32_t>(element.value)};
          if (behind && row.size() >= 2 && is_nameless(quantity(here)) && same_measure(quantity(here), quantity(row.front()))) add(here, row);
          const bool goes_on = joined && !behind && !row.empty() && same_measure(quantity(here), quantity(row.front()));
          if (!goes_on) row.clear();
          if (is_amount(quantity(here)) && quantity(here).cell < 0) row.push_back(here);
          joined = behind = false;
          break;
        }
        default:
          row.clear();
          joined = behind = false;
      }
    }
  }

  bool is_nameless(const Quantity& value) const {
    const bool level = value.role == Role::level || value.role == Role::total;
    return level && value.approximation == facts::Approximation::exact && value.indicator == profile::no_concept && value.cell < 0 && !value.remainder && !value.besides && facts::content_words(value.label, *document_.lexicon).empty();
  }

  void add(QuantityRef total, const std::vector<QuantityRef>& row) {
    if (document_.ties->with_result(total).any([](const Relation& told) { return told.kind == RelationKind::sum; })) return;
    Relation sum;
    sum.kind = RelationKind::sum;
    sum.result = total;
    for (const QuantityRef part : row) sum.operands.push_back({part, 1});
    sum.because = Because::structure;
    sum.verdict = judge(document_, sum);
    const bool says_all = quantity(total).basis == facts::Basis::cumulative || quantity(total).announced;
    if (sum.verdict.status == Status::holds || (says_all && row.size() >= least_parts && is_one_slip_away(document_, sum))) relations_.push_back(std::move(sum));
  }

  const DocumentView& document_;
  std::vector<Relation>& relations_;
};

}  // namespace

void link_row_totals(const DocumentView& document, std::vector<Relation>& relations) { RowTotalLinker(document, relations).run(); }

}  // namespace gouji::relations
