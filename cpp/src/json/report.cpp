// One `documents` entry, key by key in the order of the contract.

#include "json/report.h"

#include <algorithm>
#include <vector>

#include "json/writer.h"

namespace gouji::json {
namespace {

class ReportWriter {
 public:
  explicit ReportWriter(const Report& report) : report_(report), out_(expected_size(report)) {}

  std::string run(const std::optional<std::string>& path) {
    out_.open('{');
    optional("path", path);
    text("profile", report_.profile);
    text("profile_reason", report_.profile_reason);
    optional("title", report_.title);
    optional("year", report_.year);
    summary();
    coverage();
    array("outline", report_.outline, [&](const Heading& heading, int id) { write(heading, id); });
    array("quantities", report_.quantities, [&](const Quantity& quantity, int id) { write(quantity, id); });
    array("relations", report_.relations, [&](const Relation& relation, int id) { write(relation, id); });
    array("diagnostics", report_.diagnostics, [&](const Diagnostic& diagnostic, int) { write(diagnostic); });
    out_.close('}');
    return out_.take();
  }

  std::string run(const Update& update) {
    out_.open('{');
    out_.key("revision"), out_.integer(update.revision);
    flag("superseded", update.superseded);
    array("added", update.added, [&](const Diagnostic& diagnostic, int) { write(diagnostic); });
    array("changed", update.changed, [&](const Diagnostic& diagnostic, int) { write(diagnostic); });
    array("removed", update.removed, [&](const std::string& id, int) { value(id); });
    flag("outline", update.outline);
    flag("relations", update.relations);
    flag("quantities", update.quantities);
    array("work", update.work, [&](const Work& work, int) {
      out_.open('{');
      text("stage", work.stage);
      flag("all", work.all);
      array("blocks", work.blocks, [&](Range range, int) { value(range); });
      out_.close('}');
    });
    out_.close('}');
    return out_.take();
  }

 private:
  // A little more than most reports take, so that the text is seldom moved.
  static std::size_t expected_size(const Report& report) {
    return 1000 + 500 * report.quantities.size() + 400 * report.relations.size() + 800 * report.diagnostics.size() + 200 * report.outline.size();
  }

  template <std::size_t size>
  using Literal = const char (&)[size];

  void value(std::string_view string) { out_.string(string); }
  void value(int number) { out_.integer(number); }
  void value(Range range) {
    out_.open('[');
    out_.integer(range.begin);
    out_.integer(range.end);
    out_.close(']');
  }
  template <std::size_t size>
  void text(Literal<size> name, std::string_view string) { out_.key(name), value(string); }
  template <std::size_t size>
  void number(Literal<size> name, int integer) { out_.key(name), out_.integer(integer); }
  template <std::size_t size>
  void flag(Literal<size> name, bool yes) { out_.key(name), out_.boolean(yes); }
  template <std::size_t size>
  void place(Literal<size> name, Range range) { out_.key(name), value(range); }

  template <std::size_t size, typename Value>
  void optional(Literal<size> name, const std::optional<Value>& content) {
    out_.key(name);
    if (content) value(*content);
    else out_.null();
  }

  template <std::size_t size, typename List, typename Write>
  void array(Literal<size> name, const List& list, Write write) {
    out_.key(name);
    out_.open('[');
    int id = 0;
    for (const auto& item : list) write(item, id++);
    out_.close(']');
  }

  void summary() {
    int counts[3]{};
    for (const Diagnostic& diagnostic : report_.diagnostics) ++counts[static_cast<int>(diagnostic.severity)];
    out_.key("summary");
    out_.open('{');
    number("error", counts[0]);
    number("warning", counts[1]);
    number("info", counts[2]);
    out_.close('}');
  }

  void coverage() {
    std::vector<bool> related(report_.quantities.size());
    for (const Relation& relation : report_.relations) {
      related[static_cast<std::size_t>(relation.result)] = true;
      for (const Operand& operand : relation.operands) related[static_cast<std::size_t>(operand.quantity)] = true;
    }
    out_.key("coverage");
    out_.open('{');
    number("quantities", static_cast<int>(report_.quantities.size()));
    number("related", static_cast<int>(std::count(related.begin(), related.end(), true)));
    out_.close('}');
  }

  void write(const Heading& heading, int id) {
    out_.open('{');
    number("id", id);
    optional("parent", heading.parent < 0 ? std::nullopt : std::optional(heading.parent));
    number("level", heading.level);
    text("label", heading.label);
    optional("number", heading.number);
    text("title", heading.title);
    optional("part", heading.part);
    place("range", heading.range);
    out_.close('}');
  }

  void write(const Quantity& quantity, int id) {
    out_.open('{');
    number("id", id);
    place("range", quantity.range);
    place("number_range", quantity.number_range);
    text("printed", quantity.printed);
    text("printed_unit", quantity.printed_unit);
    text("value", quantity.value);
    text("unit", quantity.unit);
    number("decimals", quantity.decimals);
    text("kind", quantity.kind);
    text("approximation", quantity.approximation);
    optional("indicator", quantity.indicator);
    optional("period", quantity.period);
    text("basis", quantity.basis);
    text("scope", quantity.scope);
    out_.close('}');
  }

  void write(const Relation& relation, int id) {
    out_.open('{');
    number("id", id);
    text("kind", relation.kind);
    text("status", relation.status);
    number("result", relation.result);
    array("operands", relation.operands, [&](const Operand& operand, int) {
      out_.open('{');
      number("quantity", operand.quantity);
      number("sign", operand.sign);
      out_.close('}');
    });
    if (relation.kind == "count") array("items", relation.items, [&](Range range, int) { value(range); });
    if (relation.kind == "comparison") text("operator", relation.comparison_operator);
    text("expected", relation.expected);
    text("difference", relation.difference);
    text("formula", relation.formula);
    text("because", relation.because);
    out_.close('}');
  }

  void write(const Diagnostic& diagnostic) {
    constexpr const char* severities[]{"error", "warning", "info"};
    out_.open('{');
    text("id", diagnostic.id);
    text("code", diagnostic.code);
    text("severity", severities[static_cast<int>(diagnostic.severity)]);
    text("message", diagnostic.message);
    place("range", diagnostic.range);
    number("line", diagnostic.line);
    number("column", diagnostic.column);
    array("related", diagnostic.related, [&](const Related& related, int) {
      out_.open('{');
      place("range", related.range);
      text("message", related.message);
      out_.close('}');
    });
    optional("relation", diagnostic.relation);
    array("fixes", diagnostic.fixes, [&](const Fix& fix, int) { write(fix); });
    out_.close('}');
  }

  void write(const Fix& fix) {
    out_.open('{');
    text("title", fix.title);
    array("edits", fix.edits, [&](const Edit& edit, int) {
      out_.open('{');
      place("range", edit.range);
      text("text", edit.text);
      out_.close('}');
    });
    out_.close('}');
  }

  const Report& report_;
  Writer out_;
};

}  // namespace

std::string write_update(const Update& update) {
  const Report none;
  return ReportWriter(none).run(update);
}

std::string write_report(const Report& report, const std::optional<std::string>& path) { return ReportWriter(report).run(path); }

}  // namespace gouji::json
