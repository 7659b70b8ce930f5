// What a check of one text found: plain values, positions in code points of the text as it was passed, half open.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
};

enum class Severity { error, warning, info };

/// A heading. `parent` is an index into Report::outline, or -1.
struct Heading {
  int parent = -1;
  int level = 1;                 // depth in the outline, 1 for the outermost
  std::string label;             // the marker as printed, "（一）"
  std::optional<int> number;     // its value; none for an unnumbered heading
  std::string title;
  std::optional<std::string> part;  // the profile's section, where one was recognised
  Range range;
};

/// A number with its unit and what it measures. `value` is exact decimal text in `unit`, the base unit.
struct Quantity {
  Range range;          // with approximation and unit
  Range number_range;   // the printed number only
  std::string printed, printed_unit, value, unit;
  int decimals = 0;     // printed places after the point
  std::string kind;             // money, count, percent, permille, point, score, area, length, weight, duration, other
  std::string approximation;    // exact, about, over, under, at_least, at_most
  std::optional<std::string> indicator, period;
  std::string basis;            // actual, budget, adjusted_budget, target, previous, cumulative, unknown
  std::string scope;
};

struct Operand {
  int quantity = 0;     // index into Report::quantities
  int sign = 1;
};

/// Quantities that must agree. `result` is an index into Report::quantities.
struct Relation {
  std::string kind;     // sum, balance, share, rate, change, restatement, product, count, comparison, score, row, column
  std::string status;   // holds, rounding, violated
  int result = 0;
  std::vector<Operand> operands;
  std::vector<Range> items;      // count: the listed things
  std::string comparison_operator;  // comparison: "<=", ">=", "<", ">"
  std::string expected, difference; // decimal text in the result's printed unit; difference = printed - expected
  std::string formula;
  std::string because;  // words, structure, identity
};

struct Related {
  Range range;
  std::string message;
};

struct Edit {
  Range range;
  std::string text;
};

struct Fix {
  std::string title;
  std::vector<Edit> edits;
};

struct Diagnostic {
  std::string id;       // stable: hash of code, members and quoted text, and the number among identical ones
  std::string code;
  Severity severity = Severity::error;
  std::string message;
  Range range;
  int line = 1, column = 1;   // 1-based, column in code points
  std::vector<Related> related;
  std::optional<int> relation;  // index into Report::relations
  std::vector<Fix> fixes;
};

struct Report {
  std::string profile;          // the report family: a built-in name, that of the user's own, or "generic"
  std::string profile_reason;   // why: what was found of it
  std::optional<std::string> title;
  std::optional<int> year;
  std::vector<Heading> outline;
  std::vector<Quantity> quantities;
  std::vector<Relation> relations;
  std::vector<Diagnostic> diagnostics;  // in text order
};

}  // namespace gouji
