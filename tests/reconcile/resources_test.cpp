// What is wrong in a table of resources/reconcile is said with its file and line.
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "counterclaim/reconcile/coding_rules.h"
#include "counterclaim/reconcile/reconciler.h"

namespace fs = std::filesystem;
using namespace counterclaim;

namespace {

// A copy of the tables with one line added to one of them.
std::string error_with(const std::string& file, const std::string& line) {
  const fs::path folder = fs::path(COUNTERCLAIM_BINARY_DIR) / "reconcile-resources";
  fs::remove_all(folder);
  fs::copy(COUNTERCLAIM_RESOURCE_DIR "/reconcile", folder);
  std::ofstream(folder / file, std::ios::app) << line << '\n';
  const auto reconciler = reconcile::Reconciler::load(folder);
  const auto rules = reconcile::CodingRules::load(folder);
  std::string message = !reconciler ? reconciler.error().message : !rules ? rules.error().message : "";
  fs::remove_all(folder);
  return message.substr(std::min(message.size(), message.rfind(file)));
}

}  // namespace

TEST_CASE("broken tables") {
  CHECK(error_with("weights.tsv", "# a comment").empty());
  CHECK(error_with("weights.tsv", "side_equal\t1\ttwice").find("a second line for this weight") != std::string::npos);
  CHECK(error_with("weights.tsv", "no_such\t1\t").find("no weight has this name") != std::string::npos);
  CHECK(error_with("weights.tsv", "side_equal").find("3 columns are expected") != std::string::npos);
  CHECK(error_with("concepts.tsv", "other\tceasefire").find("stands in two concepts") != std::string::npos);
  CHECK(error_with("vague_counts.tsv", "lots\t9\t2").find("the lower first") != std::string::npos);
  CHECK(error_with("count_words.tsv", "other\tmany").find("'addition' or 'part' is expected") != std::string::npos);
  CHECK(error_with("coding_rules.tsv", "mine\tall\tleast\tleast\tleast\t-\tno\t").find("unknown class") !=
        std::string::npos);
}
