// Finds what the parts of a text leave unsaid.

#include <algorithm>

#include "parts/find.h"
#include "parts/lines.h"
#include "parts/skeleton.h"
#include "parts/wording.h"
#include "text/text.h"

namespace gouji::parts {
namespace {

using profile::Element;

bool has_quantity(const relations::DocumentView& document, std::uint32_t first, std::uint32_t end, const Element& element) {
  const auto fits = [&](const facts::Quantity& quantity) {
    if (element.any_quantity || std::find(element.quantities.begin(), element.quantities.end(), quantity.kind) != element.quantities.end()) return true;
    const auto named = [&](std::uint16_t indicator) { return indicator != profile::no_concept && std::find(element.indicators.begin(), element.indicators.end(), indicator) != element.indicators.end(); };
    return named(quantity.indicator) || named(quantity.general);
  };
  for (std::uint32_t i = first; i < end; ++i) {
    const auto& quantities = document.blocks[i].facts->quantities;
    if (std::any_of(quantities.begin(), quantities.end(), fits)) return true;
  }
  return false;
}

bool is_stated(const Search& search, std::uint32_t first, std::uint32_t end, const Element& element) {
  const relations::DocumentView& document = search.document;
  const auto is_said = [&](const profile::Phrase& phrase) {
    const bool possible = std::all_of(phrase.begin(), phrase.end(), [&](const std::u16string& word) { return search.pairs.may_hold(word); });
    if (!possible) note_silence(document, first, end, phrase);
    return possible && says(document, first, end, phrase);
  };
  if (element.line != profile::LineForm::none && find_line(document, element.line)) return true;
  if (!element.prompt.empty() && is_said({text::fold_width(prompt_of(element.prompt))})) return true;   // is to be filled in: placeholder-left tells it
  if (std::any_of(element.phrases.begin(), element.phrases.end(), is_said)) return true;
  return has_quantity(document, first, end, element);
}

}  // namespace

void find_elements(const Search& search, Parts& parts) {
  const auto all = static_cast<std::uint32_t>(search.document.blocks.size());
  for (Part& part : parts.parts) {
    const bool told = (part.state == PartState::present || part.state == PartState::displaced || part.state == PartState::shared) && part.body.kind == BodyKind::text;
    if (!told) continue;
    const auto& elements = parts.section(part).elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const bool stated = elements[i].anywhere ? is_stated(search, 0, all, elements[i]) : is_stated(search, part.block, part.end, elements[i]);
      if (!stated) part.unstated.push_back(static_cast<int>(i));
    }
  }
  const auto& elements = parts.model->family().elements;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (!is_stated(search, 0, all, elements[i])) parts.unstated.push_back(static_cast<int>(i));
  }
}

}  // namespace gouji::parts
