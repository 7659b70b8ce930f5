// Reads the themes of a heading word by word.

#include "parts/themes.h"

#include <algorithm>

namespace gouji::parts {
namespace {

constexpr std::size_t longest_themed = 16;     // characters of a heading that is read by its themes
constexpr std::size_t most_beside_themes = 4;  // that say something else: [学校]概况

}  // namespace

Themes themes_of(std::u16string_view plain, const profile::PartWords& words) {
  Themes found;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t longest = 0;
    std::uint32_t theme = 0;
    const auto take = [&](const std::vector<std::u16string>& those, std::uint32_t bit) {
      for (const std::u16string& word : those) {
        if (word.size() <= longest || !plain.substr(at).starts_with(word)) continue;
        longest = word.size();
        theme = bit;
      }
    };
    for (std::size_t i = 0; i < words.themes.size(); ++i) take(words.themes[i].words, std::uint32_t{1} << i);
    take(words.beside_themes, 0);
    take(words.empty, 0);
    found.told |= theme;
    found.rest += longest == 0 ? 1 : 0;
    at += std::max<std::size_t>(longest, 1);
  }
  return found;
}

bool told_by_theme(const Search& search, const FamilyModel& model, int node, std::size_t first, std::size_t end, int level) {
  const profile::PartWords& words = search.document.lexicon->vocabulary().parts;
  const Themes own = themes_of(model.nodes()[static_cast<std::size_t>(node)].names.front().plain, words);
  if (own.told == 0 || own.rest > 0) return false;
  for (std::size_t i = first; i < end; ++i) {
    const Candidate& candidate = search.candidates[i];
    const auto is_in = [&](const std::u16string& word) { return candidate.key.plain.find(word) != std::u16string::npos; };
    if (std::any_of(words.other_themes.begin(), words.other_themes.end(), is_in)) continue;
    if (candidate.leads || (level > 0 && (candidate.heading < 0 || candidate.level > level)) || candidate.key.plain.size() > longest_themed) continue;
    Themes told = themes_of(candidate.key.plain, words);
    for (const NamedSection& called : model.sections_called(candidate.key)) told.told &= ~themes_of(model.nodes()[static_cast<std::size_t>(called.node)].names.front().plain, words).told;
    if ((told.told & own.told) == own.told && told.rest <= most_beside_themes) return true;
  }
  return false;
}

}  // namespace gouji::parts
