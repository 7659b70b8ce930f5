// Gathers items, signals and heading forms over blocks.

#include "engine/list_subjects.h"

#include <algorithm>
#include <map>

namespace gouji::engine {
namespace {

using diagnostic::Place;
using facts::SignalKind;
using syntax::BlockKind;
using syntax::MarkerStyle;
using text::to_utf8;

std::string printed(const Analysis& analysis, Place place) { return to_utf8(analysis.printed(place.block).substr(place.range.begin, place.range.size())); }

bool counts_items(MarkerStyle style) { return style >= MarkerStyle::arabic && style <= MarkerStyle::ordinal; }

// 附件：1.自评表 and the lines that count on behind it
class Annexes {
 public:
  void read(const BlockRecord& record, std::map<std::u16string, std::vector<int>>& targets) {
    const auto anchor = std::find_if(record.signals.begin(), record.signals.end(), [](const facts::Signal& signal) { return signal.kind == SignalKind::anchor && signal.key == u"附件"; });
    if (anchor != record.signals.end()) {
      last_ = anchor->number;
      listing_ = true;
      if (last_ == 0) targets[u"附件"].push_back(1);   // the only one needs no number
    } else if (listing_ && record.block.marker.number == last_ + 1) {
      targets[u"附件"].push_back(++last_);
    } else {
      listing_ = false;
    }
  }

 private:
  int last_ = 0;
  bool listing_ = false;
};

std::map<std::u16string, std::vector<int>> reference_targets(const Analysis& analysis) {
  std::map<std::u16string, std::vector<int>> targets;
  Annexes annexes;
  for (const BlockRecord& record : analysis.blocks) {
    if (record.block.kind == BlockKind::contents) continue;
    for (const facts::Signal& signal : record.signals) {
      if (signal.kind == SignalKind::anchor) targets[signal.key].push_back(signal.number);
    }
    annexes.read(record, targets);
    if (record.block.kind == BlockKind::table_row) targets[u"表"].push_back(0);
  }
  for (const syntax::OutlineHeading& heading : analysis.numbering.headings) {
    if (heading.level == 1) targets[u"部分"].push_back(heading.number);
  }
  const auto together = [&](const std::u16string& key, const std::u16string& other) { targets[key].insert(targets[key].end(), targets[other].begin(), targets[other].end()); };
  together(u"附表", u"附件");
  together(u"附表", u"附");
  together(u"附表", u"表");
  together(u"附件", u"附");
  return targets;
}

std::uint32_t first_heading(const Analysis& analysis) {
  std::uint32_t first = static_cast<std::uint32_t>(analysis.blocks.size());
  if (!analysis.numbering.headings.empty()) first = analysis.numbering.headings.front().block;
  for (const parts::Part& part : analysis.parts.parts) {
    if (part.state == parts::PartState::present) first = std::min(first, part.block);
  }
  return first;
}

}  // namespace

std::vector<checks::EnumerationSubject> enumeration_subjects(const Analysis& analysis) {
  std::map<std::pair<int, MarkerStyle>, checks::EnumerationSubject> lists;   // by heading and style
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    const BlockRecord& record = analysis.blocks[i];
    if (record.block.kind == BlockKind::table_row || record.block.kind == BlockKind::contents) continue;
    const auto& elements = record.extracted.facts.elements;
    for (std::size_t j = 0; j < elements.size(); ++j) {
      if (elements[j].kind != facts::ElementKind::item) continue;
      const text::Range range = record.extracted.places->elements[j];
      const bool leads = range.begin <= record.block.content;
      if (!counts_items(elements[j].style) && (leads || elements[j].style != MarkerStyle::han_paren)) continue;
      if (leads && record.block.kind == BlockKind::heading) continue;
      checks::EnumerationSubject& list = lists[{analysis.numbering.heading_of_block[i], elements[j].style}];
      list.style = elements[j].style;
      list.items.push_back({{i, range}, printed(analysis, {i, range}), elements[j].value});
    }
  }
  std::vector<checks::EnumerationSubject> subjects;
  for (auto& [key, list] : lists) {
    const bool begins = list.items.front().number == 1 || list.style == MarkerStyle::enumeration;
    if (begins && (list.items.size() > 1 || list.items.front().number != 1)) subjects.push_back(std::move(list));
  }
  return subjects;
}

std::vector<checks::SignalsSubject> signals_subjects(const Analysis& analysis) {
  std::map<std::pair<SignalKind, std::u16string>, checks::SignalsSubject> groups;
  const std::uint32_t headings_begin = first_heading(analysis);
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    for (const facts::Signal& signal : analysis.blocks[i].signals) {
      if (signal.kind == SignalKind::anchor) continue;
      const Place place{i, signal.range};
      checks::SignalsSubject& group = groups[{signal.kind, signal.key}];
      group.kind = signal.kind;
      group.members.push_back({place, printed(analysis, place), signal.number, signal.year, i >= analysis.title.blocks && i < headings_begin});
    }
  }
  const auto targets = groups.empty() ? std::map<std::u16string, std::vector<int>>() : reference_targets(analysis);
  std::vector<checks::SignalsSubject> subjects;
  for (auto& [key, group] : groups) {
    group.report_year = analysis.title.year;
    if (const auto found = targets.find(key.second); key.first == SignalKind::reference && found != targets.end()) group.targets = found->second;
    subjects.push_back(std::move(group));
  }
  return subjects;
}

std::vector<checks::HeadingFormSubject> heading_form_subjects(const Analysis& analysis) {
  std::map<checks::HeadingForm, checks::HeadingFormSubject> forms;
  const auto add = [&](checks::HeadingForm form, Place place, MarkerStyle style, int number) {
    checks::HeadingFormSubject& subject = forms[form];
    subject.form = form;
    subject.labels.push_back(place);
    subject.printed.push_back(printed(analysis, place));
    while (!subject.printed.back().empty() && subject.printed.back().back() == ' ') subject.printed.back().pop_back();
    subject.standard.push_back(to_utf8(syntax::marker_label(style, number)));
  };
  std::size_t next = 0;
  const auto& headings = analysis.numbering.headings;
  for (std::uint32_t i = 0; i < analysis.blocks.size(); ++i) {
    const syntax::Block& block = analysis.blocks[i].block;
    const syntax::Marker& marker = block.marker;
    while (next < headings.size() && headings[next].block < i) ++next;
    const bool heading = next < headings.size() && headings[next].block == i;
    if (heading && headings[next].converted) {
      add(checks::HeadingForm::converted, {i, {block.content, marker.end}}, headings[next].style, headings[next].number);
      continue;
    }
    if (marker.style == MarkerStyle::none || marker.label_end <= block.content || block.kind == BlockKind::contents) continue;
    const char16_t last = block.folded[marker.label_end - 1];
    const Place label{i, {block.content, marker.label_end}};
    const bool bracketed = marker.style == MarkerStyle::han_paren || (marker.style == MarkerStyle::arabic_paren && block.folded[block.content] == u'(');
    if (marker.style == MarkerStyle::arabic && last == u'、') add(checks::HeadingForm::comma_after_arabic, label, marker.style, marker.number);
    else if (bracketed && last != u')' && last != u'﹚') add(checks::HeadingForm::mark_after_bracket, label, marker.style, marker.number);
    else if (bracketed && analysis.printed(i)[block.content] == u'(' && analysis.printed(i)[marker.label_end - 1] == u')') add(checks::HeadingForm::halfwidth_bracket, label, marker.style, marker.number);
  }
  std::vector<checks::HeadingFormSubject> subjects;
  for (auto& [form, subject] : forms) subjects.push_back(std::move(subject));
  return subjects;
}

}  // namespace gouji::engine
