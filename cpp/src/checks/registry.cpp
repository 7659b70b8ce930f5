// The registry: checks.def is generated from the files in checks/<group>/.

#include "checks/check.h"

namespace gouji::checks {

#define CHECK(group, symbol) extern const Check symbol;
#include "checks.def"
#undef CHECK

const std::vector<RegisteredCheck>& registry() {
  static const std::vector<RegisteredCheck> all{
#define CHECK(group, symbol) {#group, &symbol},
#include "checks.def"
#undef CHECK
  };
  return all;
}

}  // namespace gouji::checks
