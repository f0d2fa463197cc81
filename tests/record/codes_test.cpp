// docs/errors.md lists every error code and every diagnostic code, in the order of the code and nothing else.

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/base/error.h"
#include "counterclaim/record/diagnostic.h"

namespace {

using namespace counterclaim;

template <class Enum>
std::vector<std::string> names_in_code(std::string_view (*name)(Enum)) {
  std::vector<std::string> names;
  for (int value = 0; name(static_cast<Enum>(value)) != "unknown"; ++value) {
    names.emplace_back(name(static_cast<Enum>(value)));
  }
  return names;
}

// The first cells of the rows of the table under the heading "## `heading`": | `name` | ... |
std::vector<std::string> names_in_document(const std::string& heading) {
  std::ifstream document(std::string(COUNTERCLAIM_SOURCE_DIR) + "/docs/errors.md");
  std::vector<std::string> names;
  bool inside = false;
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("| `")) continue;
    names.push_back(line.substr(3, line.find('`', 3) - 3));
  }
  return names;
}

void check(const std::vector<std::string>& in_code, const std::string& heading) {
  CHECK(in_code.size() > 5);
  CHECK(std::set<std::string>(in_code.begin(), in_code.end()).size() == in_code.size());
  CHECK(in_code == names_in_document(heading));
}

}  // namespace

TEST_CASE("docs/errors.md lists the error codes") { check(names_in_code<ErrorCode>(code_name), "Errors"); }

TEST_CASE("docs/errors.md lists the diagnostic codes") {
  check(names_in_code<record::DiagnosticCode>(record::diagnostic_name), "Diagnostics");
}
