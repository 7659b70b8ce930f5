// heading-style: numbers of headings have the standard form.

#include "checks/check.h"

namespace gouji::checks {
namespace {

void run(const HeadingFormSubject& form, Collector& report) {
  auto diagnostic = report.at(form.labels.front());
  const std::string& printed = form.printed.front();
  const std::string& standard = form.standard.front();
  switch (form.form) {
    case HeadingForm::converted: diagnostic.message("编号“{}”是自动编号转换来的，应为“{}”（全文 {} 处）", printed, standard, form.labels.size()); break;
    case HeadingForm::comma_after_arabic: diagnostic.message("阿拉伯数字编号后应当用“.”：“{}”应为“{}”（全文 {} 处）", printed, standard, form.labels.size()); break;
    case HeadingForm::mark_after_bracket: diagnostic.message("带括号的编号后不加标点：“{}”应为“{}”（全文 {} 处）", printed, standard, form.labels.size()); break;
    case HeadingForm::halfwidth_bracket: diagnostic.message("编号应当用全角括号：“{}”应为“{}”（全文 {} 处）", printed, standard, form.labels.size()); break;
  }
  constexpr std::size_t most_related = 20;
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < form.labels.size(); ++i) {
    if (i > 0 && i <= most_related) diagnostic.related(form.labels[i], "同样的形式");
    edits.push_back({form.labels[i], form.standard[i]});
  }
  diagnostic.fix(std::move(edits), "全部改为“{}”的形式", standard).identity(std::to_string(static_cast<int>(form.form)));
}

}  // namespace

extern const Check heading_style{
    .code = "heading-style",
    .summary = "标题编号应当用规范的形式：一、（一）1.（1）",
    .severity = Severity::info,
    .run = on_heading_form(run),
};

}  // namespace gouji::checks
