// punctuation-doubled: one mark where one belongs, and none of 、，； on the inner side of a bracket.

#include "checks/check.h"
#include "checks/text/doubled_marks.h"

namespace gouji::checks {
namespace {

void run(const BlockSubject& block, Collector& report) {
  for (const DoubledMarks& found : find_doubled_marks(block)) {
    const std::string marks = block.quote(found.marks), kept = text::to_utf8(found.kept);
    auto diagnostic = report.at(block.place(found.range));
    diagnostic.identity(around(block, found.range));
    if (found.unclear) {
      diagnostic.message("“{}”处标点重复，请只保留一个，或者补上冒号后面的内容", marks);
    } else if (kept.empty()) {
      diagnostic.message("“{}”中的“{}”紧靠括号里侧，是多余的标点，请删去", block.quote(found.range), marks)
          .fix({{block.place(found.marks), ""}}, "删去“{}”", marks);
    } else {
      diagnostic.message("“{}”处标点重复，一处只用一个标点，请只保留“{}”", marks, kept)
          .fix({{block.place(found.marks), kept}}, "只保留“{}”", kept);
    }
  }
}

}  // namespace

extern const Check punctuation_doubled{
    .code = "punctuation-doubled",
    .summary = "标点不得重复，括号里侧不得留顿号、逗号、分号",
    .severity = Severity::warning,
    .run = on_block(run),
};

}  // namespace gouji::checks
