// A family made ready for look-ups: its sections flattened, with an index of their names.

#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "parts/heading_key.h"
#include "profile/family.h"

namespace gouji::parts {

struct SectionNode {
  const profile::Section* section = nullptr;
  int parent = -1;                  // index into FamilyModel::nodes
  int order = 0;                    // among its siblings
  std::vector<int> children;
  std::vector<HeadingKey> names;    // the title and its synonyms
};

/// A section that a heading may be.
struct NamedSection {
  int node = 0;
  int likeness = 0;
};

/// Immutable after construction; look-ups are thread-safe. Keeps the family and `words` alive by value.
class FamilyModel {
 public:
  FamilyModel(profile::Family family, const profile::PartWords& words);
  FamilyModel(const FamilyModel&) = delete;
  FamilyModel& operator=(const FamilyModel&) = delete;

  const profile::Family& family() const { return family_; }
  const std::vector<SectionNode>& nodes() const { return nodes_; }
  const std::vector<int>& roots() const { return roots_; }
  const std::vector<HeadingKey>& telltales() const { return telltales_; }

  /// Every section that `heading` may be, with its best likeness, in order of nodes.
  std::vector<NamedSection> sections_named(const HeadingKey& heading) const;
  /// Those whose name says the same, with same_content as their likeness.
  std::vector<NamedSection> sections_called(const HeadingKey& heading) const;
  /// Whether `heading` contains the whole content of one of the section's names: 存在的问题及改进措施.
  bool contains_name(const HeadingKey& heading, int node) const;

 private:
  std::vector<int> sections_near(const HeadingKey& heading) const;
  int add(const profile::Section& section, int parent, int order, const profile::PartWords& words);

  profile::Family family_;
  std::vector<SectionNode> nodes_;
  std::vector<int> roots_;
  std::vector<HeadingKey> telltales_;
  std::unordered_map<std::uint32_t, std::vector<int>> by_pair_;        // pair of content -> nodes
  std::unordered_map<std::u16string, std::vector<int>> by_content_;    // whole content, for those without a pair
};

}  // namespace gouji::parts
