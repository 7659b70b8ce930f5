// Builds the index of a family's section names.

#include "parts/family_model.h"

#include <algorithm>

#include "text/text.h"

namespace gouji::parts {
namespace {

constexpr std::size_t most_alike = 60;    // sections that one heading is compared with

}  // namespace

FamilyModel::FamilyModel(profile::Family family, const profile::PartWords& words) : family_(std::move(family)) {
  int order = 0;
  for (const profile::Section& section : family_.sections) roots_.push_back(add(section, -1, order++, words));
  for (const std::u16string& heading : family_.headings) telltales_.push_back(heading_key(heading, words));
}

int FamilyModel::add(const profile::Section& section, int parent, int order, const profile::PartWords& words) {
  const int index = static_cast<int>(nodes_.size());
  nodes_.push_back({&section, parent, order, {}, {}});
  std::vector<std::u16string> names{text::fold_width(section.title)};
  names.insert(names.end(), section.synonyms.begin(), section.synonyms.end());
  for (const std::u16string& name : names) {
    HeadingKey key = heading_key(name, words);
    for (const std::uint32_t pair : key.pairs) {
      auto& nodes = by_pair_[pair];
      if (nodes.empty() || nodes.back() != index) nodes.push_back(index);
    }
    if (key.pairs.empty()) by_content_[key.content].push_back(index);
    nodes_[static_cast<std::size_t>(index)].names.push_back(std::move(key));
  }
  int child_order = 0;
  for (const profile::Section& child : section.sections) {
    const int child_index = add(child, index, child_order++, words);
    nodes_[static_cast<std::size_t>(index)].children.push_back(child_index);
  }
  return index;
}

// Sections with a name that has something in common with the heading.
std::vector<int> FamilyModel::sections_near(const HeadingKey& heading) const {
  std::vector<int> nodes;
  for (const std::uint32_t pair : heading.pairs) {
    if (const auto found = by_pair_.find(pair); found != by_pair_.end()) nodes.insert(nodes.end(), found->second.begin(), found->second.end());
  }
  if (const auto found = by_content_.find(heading.content); found != by_content_.end()) nodes.insert(nodes.end(), found->second.begin(), found->second.end());
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  if (nodes.size() > most_alike) nodes.resize(most_alike);   // a family whose sections all have one name
  return nodes;
}

std::vector<NamedSection> FamilyModel::sections_called(const HeadingKey& heading) const {
  std::vector<NamedSection> called;
  for (const int node : sections_near(heading)) {
    const auto& names = nodes_[static_cast<std::size_t>(node)].names;
    if (std::any_of(names.begin(), names.end(), [&](const HeadingKey& name) { return says_the_same(heading, name); })) called.push_back({node, same_content});
  }
  return called;
}

std::vector<NamedSection> FamilyModel::sections_named(const HeadingKey& heading) const {
  std::vector<NamedSection> named;
  for (const int node : sections_near(heading)) {
    int best = 0;
    for (const HeadingKey& name : nodes_[static_cast<std::size_t>(node)].names) best = std::max(best, likeness(heading, name));
    if (best > 0) named.push_back({node, best});
  }
  return named;
}

bool FamilyModel::contains_name(const HeadingKey& heading, int node) const {
  const auto& names = nodes_[static_cast<std::size_t>(node)].names;
  return std::any_of(names.begin(), names.end(), [&](const HeadingKey& name) {
    const bool whole = name.content.size() >= 2 && heading.content.find(name.content) != std::u16string::npos;
    return whole || (name.content.size() >= 4 && name.content.size() < heading.content.size() && likeness(heading, name) > 0);
  });
}

}  // namespace gouji::parts
