// Rendering: the only place where block-relative ranges become positions in the text.

#include "engine/render.h"

#include <algorithm>
#include <array>
#include <vector>

#include "diagnostic/identity.h"
#include "engine/render_outline.h"
#include "engine/subjects.h"
#include "relations/match.h"
#include "text/find.h"

namespace gouji::engine {
namespace {

using facts::Quantity;
using relations::QuantityRef;

constexpr std::array<std::string_view, 11> kind_names{"money", "count", "percent", "permille", "point", "score", "area", "length", "weight", "duration", "other"};
constexpr std::array<std::string_view, 6> approximation_names{"exact", "about", "over", "under", "at_least", "at_most"};
constexpr std::array<std::string_view, 7> basis_names{"unknown", "actual", "budget", "adjusted_budget", "target", "previous", "cumulative"};
constexpr std::array<std::string_view, 13> relation_names{"sum", "balance", "share", "rate", "change", "restatement", "product", "count", "comparison", "score", "row", "column", "possible"};
constexpr std::array<std::string_view, 3> status_names{"holds", "rounding", "violated"};
constexpr std::array<std::string_view, 3> because_names{"words", "structure", "identity"};

template <typename Names, typename Value>
std::string name(const Names& names, Value value) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

class Renderer {
 public:
  /// `owned` is `analysis` where it will not be used again, else null.
  Renderer(const Analysis& analysis, Analysis* owned, const Settings& settings)
      : analysis_(analysis), owned_(owned), lexicon_(settings.lexicon), translations_(settings.translations) {}

  Report run() {
    report_.profile = analysis_.parts.model ? analysis_.parts.model->family().name : "generic";
    report_.profile_reason = reason();
    if (!analysis_.title.text.empty()) report_.title = text::to_utf8(analysis_.title.text);
    if (analysis_.year != 0) report_.year = analysis_.year;
    outline();
    quantities();
    relations();
    diagnostics();
    return std::move(report_);
  }

  std::vector<Diagnostic> run_diagnostics() {
    const auto& all = analysis_.diagnostics;
    const bool tails = std::any_of(all.begin(), all.end(), [](const diagnostic::Diagnostic& each) { return each.code == "rounding-tail"; });
    for (std::size_t i = 0; tails && i < analysis_.relations.size(); ++i) count_tail(analysis_.relations[i]);
    diagnostics();
    return std::move(report_.diagnostics);
  }

 private:
  Range range(diagnostic::Place place) const {
    const std::uint32_t begin = analysis_.ranges[place.block].begin;
    return {analysis_.text.code_point({begin + place.range.begin}).value, analysis_.text.code_point({begin + place.range.end}).value};
  }

  std::string printed(std::uint32_t block, text::Range part) const { return text::to_utf8(analysis_.printed(block).substr(part.begin, part.size())); }

  std::string reason() const {
    const parts::Parts& parts = analysis_.parts;
    if (parts.forced) return diagnostic::worded(translations_, "由使用者指定");
    if (!parts.model || parts.model->family().name == "generic") return diagnostic::worded(translations_, "没有认出具体的报告类型");
    std::string words;
    for (const std::u16string& each : parts.evidence) words += (words.empty() ? "" : diagnostic::worded(translations_, "、")) + text::to_utf8(each);
    std::string text = parts.asked > 0 ? diagnostic::worded(translations_, "{} 个必备部分中找到 {} 个", parts.asked, parts.found) : "";
    if (!words.empty()) text += (text.empty() ? "" : diagnostic::worded(translations_, "；")) + diagnostic::worded(translations_, "有“{}”", words);
    return text;
  }

  void outline() { report_.outline = render_outline(analysis_, [this](diagnostic::Place place) { return range(place); }); }

  void quantities() {
    std::size_t count = 0;
    for (const BlockRecord& record : analysis_.blocks) count += record.extracted.facts.quantities.size();
    report_.quantities.reserve(count);
    ids_.resize(analysis_.blocks.size());
    for (std::uint32_t block = 0; block < analysis_.blocks.size(); ++block) {
      const ReadFacts& extracted = analysis_.blocks[block].extracted;
      ids_[block].resize(extracted.facts.quantities.size());
      for (std::uint32_t i = 0; i < extracted.facts.quantities.size(); ++i) {
        if (analysis_.blocks[block].resolved().quantities[i].role == facts::Role::cell) continue;   // no table says what it is
        ids_[block][i] = static_cast<int>(report_.quantities.size());
        write(report_.quantities.emplace_back(), analysis_.blocks[block].resolved().quantities[i], {block, extracted.places->quantities[i]}, {block, extracted.places->numbers[i]});
      }
    }
  }

  int id_of(QuantityRef ref) const { return ids_[ref.block][ref.ordinal]; }

  void write(gouji::Quantity& result, const Quantity& fact, diagnostic::Place place, diagnostic::Place number) const {
    result.range = range(place);
    result.number_range = range(number);
    result.printed = printed(number.block, number.range);
    result.printed_unit = text::to_utf8(fact.printed_unit);
    result.value = fact.value().to_shortest();
    result.unit = text::to_utf8(fact.base_unit);
    result.decimals = fact.number.places();
    result.kind = name(kind_names, fact.kind);
    result.approximation = name(approximation_names, fact.approximation);
    result.basis = name(basis_names, fact.basis);
    if (fact.indicator != profile::no_concept) result.indicator = indicator(fact.indicator);
    else if (!fact.label.empty()) result.indicator = text::to_utf8(fact.label);
    result.period = period(fact.period);
    result.scope = text::to_utf8(fact.qualifier.empty() ? fact.topic : fact.qualifier);
  }

  const std::string& indicator(std::uint16_t index) const {
    if (indicators_.empty()) {
      for (const profile::Concept& each : lexicon_.vocabulary().concepts) indicators_.push_back(text::to_utf8(each.name));
    }
    return indicators_[index];
  }

  std::optional<std::string> period(const facts::Period& period) const {
    if (period.kind == facts::PeriodKind::year) return std::to_string(period.year);
    if (analysis_.year == 0) return std::nullopt;
    return std::to_string(period.kind == facts::PeriodKind::previous ? analysis_.year - 1 : analysis_.year);
  }

  void relations() {
    report_.relations.reserve(analysis_.relations.size());
    for (const relations::Relation& relation : analysis_.relations) {
      Relation result;
      result.kind = name(relation_names, relation.kind);
      result.status = name(status_names, relation.verdict.status);
      result.result = id_of(relation.result);
      const bool comparison = relation.kind == relations::RelationKind::comparison;
      if (comparison) result.operands.push_back({result.result, 1});  // the contract lists [stated, target]
      result.operands.reserve(relation.operands.size() + (comparison ? 1 : 0));
      for (const relations::Operand& operand : relation.operands) result.operands.push_back({id_of(operand.quantity), operand.sign});
      for (const relations::ListedItem& item : relation.items) result.items.push_back(range({item.block, range_of(analysis_, item)}));
      result.comparison_operator = relation.comparison;
      if (owned_) take(std::move(owned_->relations[static_cast<std::size_t>(&relation - analysis_.relations.data())].verdict), result);
      else take(relations::Verdict(relation.verdict), result);
      result.because = name(because_names, relation.because);
      report_.relations.push_back(std::move(result));
      count_tail(relation);
    }
  }

  static void take(relations::Verdict&& verdict, Relation& result) {
    result.expected = std::move(verdict.expected);
    result.difference = std::move(verdict.difference);
    result.formula = std::move(verdict.formula);
  }

  void count_tail(const relations::Relation& relation) {
    const bool money = analysis_.blocks[relation.result.block].resolved().quantities[relation.result.ordinal].kind == profile::UnitKind::money;
    if (!money) return;
    ++money_relations_;
    if (relation.verdict.status == relations::Status::rounding) ++money_tails_;
  }

  // Tails are the rule where more than a quarter of the money relations have one, or the text says so itself.
  bool tails_are_usual() const {
    if (money_tails_ * 4 > money_relations_ && money_tails_ > 1) return true;
    constexpr std::u16string_view words[]{u"尾差", u"尾数", u"四舍五入"};
    return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) { return text::contains(analysis_.text.units(), word); });
  }

  void diagnostics() {
    const std::vector<std::string> ids = diagnostic::stable_ids(analysis_.diagnostics);
    std::optional<bool> usual;
    for (std::size_t i = 0; i < analysis_.diagnostics.size(); ++i) {
      report_.diagnostics.push_back(diagnostic(analysis_.diagnostics[i], ids[i]));
      if (analysis_.diagnostics[i].code != "rounding-tail") continue;
      if (!usual) usual = tails_are_usual();
      if (*usual) report_.diagnostics.back().severity = Severity::info;
    }
  }

  Diagnostic diagnostic(const diagnostic::Diagnostic& source, const std::string& id) const {
    Diagnostic result;
    result.id = id;
    result.code = source.code;
    result.severity = static_cast<Severity>(source.severity);
    result.message = source.message;
    result.range = range(source.place);
    const text::Utf16Offset begin{analysis_.ranges[source.place.block].begin + source.place.range.begin};
    const std::size_t line = analysis_.text.line_of(begin);
    const std::uint32_t line_begin = analysis_.text.code_point({analysis_.text.line(line).begin}).value;
    result.line = static_cast<int>(line) + 1;
    result.column = static_cast<int>(result.range.begin - line_begin) + 1;
    for (const diagnostic::Related& related : source.related) result.related.push_back({range(related.place), related.message});
    if (source.relation >= 0) result.relation = source.relation;
    for (const diagnostic::Fix& fix : source.fixes) {
      Fix rendered{fix.title, {}};
      for (const diagnostic::Edit& edit : fix.edits) rendered.edits.push_back({range(edit.place), with_line_ends(edit.text)});
      result.fixes.push_back(std::move(rendered));
    }
    return result;
  }

  // What is inserted ends its lines as the text does.
  std::string with_line_ends(const std::string& text) const {
    const auto units = analysis_.text.units();
    const auto end = units.find_first_of(u"\r\n");
    const bool other = end != std::u16string_view::npos && units[end] == u'\r';
    if (!other || text.find('\n') == std::string::npos) return text;
    const std::string_view line_end = end + 1 < units.size() && units[end + 1] == u'\n' ? "\r\n" : "\r";
    std::string result;
    for (const char byte : text) {
      if (byte == '\n') result += line_end;
      else result += byte;
    }
    return result;
  }

  const Analysis& analysis_;
  Analysis* owned_;
  const profile::Lexicon& lexicon_;
  const diagnostic::Translations* translations_;
  Report report_;
  std::vector<std::vector<int>> ids_;   // of each block's quantities
  mutable std::vector<std::string> indicators_;   // their names in UTF-8, made where a quantity has one
  int money_relations_ = 0, money_tails_ = 0;
};

}  // namespace

Report render(Analysis&& analysis, const Settings& settings) { return Renderer(analysis, &analysis, settings).run(); }

Report render(const Analysis& analysis, const Settings& settings) { return Renderer(analysis, nullptr, settings).run(); }

std::vector<Diagnostic> render_diagnostics(const Analysis& analysis, const Settings& settings) { return Renderer(analysis, nullptr, settings).run_diagnostics(); }

}  // namespace gouji::engine
