#include "counterclaim/language/tree.h"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace counterclaim::language {
namespace {

template <class Number>
std::vector<Number> numbers(simdjson::dom::element list) {
  std::vector<Number> result;
  for (const simdjson::dom::element item : list) result.push_back(static_cast<Number>(item.get_uint64().value()));
  return result;
}

std::vector<LabelId> label_ids(simdjson::dom::element list, LabelTable& labels) {
  std::vector<LabelId> result;
  for (const simdjson::dom::element item : list) result.push_back(labels.intern(item.get_string().value()));
  return result;
}

TEST_CASE("edges, decorated labels and sentence starts of random trees") {
  LabelTable labels;
  for (const char* label : {"prep||dobj", "relcl||nsubj", "acl||prep"}) labels.intern(label);
  const DecoratedLabels decorated(labels);
  DeprojectivizeBuffers buffers;
  std::vector<std::uint32_t> left, right;
  std::vector<std::uint8_t> starts;
  simdjson::dom::parser parser;
  int cases = 0;
  for (const simdjson::dom::element item :
       parser.load_many(COUNTERCLAIM_SOURCE_DIR "/tests/language/fixtures/tree_cases.jsonl")) {
    ++cases;
    CAPTURE(cases);
    auto heads = numbers<std::uint32_t>(item["heads"]);
    auto dependencies = label_ids(item["labels"], labels);
    subtree_edges(heads, left, right);
    CHECK((left == numbers<std::uint32_t>(item["left"])));
    CHECK((right == numbers<std::uint32_t>(item["right"])));

    deprojectivize(heads, dependencies, numbers<std::uint8_t>(item["is_space"]), decorated, buffers);
    const simdjson::dom::element after = item["after"];
    CHECK((heads == numbers<std::uint32_t>(after["heads"])));
    CHECK((dependencies == label_ids(after["labels"], labels)));
    subtree_edges(heads, left, right);
    CHECK((left == numbers<std::uint32_t>(after["left"])));
    CHECK((right == numbers<std::uint32_t>(after["right"])));
    sentence_starts(heads, left, starts);
    CHECK((starts == numbers<std::uint8_t>(after["sentence_starts"])));
  }
  CHECK(cases == 2000);
}

TEST_CASE("decorated labels") {
  LabelTable labels;
  const LabelId plain = labels.intern("dobj");
  const LabelId both = labels.intern("dobj||xcomp");
  const DecoratedLabels decorated(labels);
  CHECK_FALSE(decorated.contains(0));
  CHECK_FALSE(decorated.contains(plain));
  REQUIRE(decorated.contains(both));
  CHECK(decorated.label(both) == plain);
  CHECK(labels[decorated.head_label(both)] == "xcomp");
  CHECK_FALSE(decorated.contains(labels.intern("prep||dobj")));  // later than the table
}

TEST_CASE("deprojectivize: the first Y below the head, not white space, not itself, not below itself") {
  LabelTable labels;
  labels.intern("x||y");
  const DecoratedLabels decorated(labels);
  struct Case {
    std::vector<std::uint32_t> heads;
    std::vector<const char*> labels;
    std::vector<std::uint8_t> is_space;
    std::vector<std::uint32_t> expected;
  };
  const std::vector<Case> cases = {
      {{0, 0, 0, 0}, {"ROOT", "y", "y", "x||y"}, {0, 0, 0, 0}, {0, 0, 0, 1}},                // the first child
      {{0, 0, 1, 0, 0}, {"ROOT", "a", "y", "y", "x||y"}, {0, 0, 0, 0, 0}, {0, 0, 1, 0, 3}},  // the nearest level
      {{0, 0, 0}, {"ROOT", "y", "x||y"}, {0, 1, 0}, {0, 0, 0}},                              // white space
      {{0, 0, 1, 0}, {"ROOT", "y", "y", "x||y"}, {0, 1, 0, 0}, {0, 0, 1, 0}},                // and what is below it
      {{0, 0, 1}, {"ROOT", "x||y", "y"}, {0, 0, 0}, {0, 0, 1}},                              // below itself
      {{0, 0, 0}, {"y", "a", "x||y"}, {0, 0, 0}, {0, 0, 0}},  // the head itself is not asked
  };
  DeprojectivizeBuffers buffers;
  for (const Case& c : cases) {
    CAPTURE(&c - cases.data());
    auto heads = c.heads;
    std::vector<LabelId> ids;
    for (const char* label : c.labels) ids.push_back(labels.intern(label));
    CHECK(deprojectivize(heads, ids, c.is_space, decorated, buffers));
    CHECK((heads == c.expected));
    CHECK(std::none_of(ids.begin(), ids.end(), [&](LabelId id) { return decorated.contains(id); }));
  }
}

TEST_CASE("a long flat tree takes linear time for its edges and for each decorated label") {
  constexpr std::uint32_t kTokens = 100000;
  LabelTable labels;
  const LabelId both = labels.intern("x||y");
  const DecoratedLabels decorated(labels);
  std::vector<std::uint32_t> heads(kTokens, 0), left, right;
  std::vector<LabelId> dependencies(kTokens, 0);
  const std::vector<std::uint8_t> is_space(kTokens, 0);
  for (std::uint32_t n = 1; n < kTokens; n += 1000) dependencies[n] = both;
  DeprojectivizeBuffers buffers;
  CHECK(deprojectivize(heads, dependencies, is_space, decorated, buffers));
  CHECK_FALSE(deprojectivize(heads, dependencies, is_space, decorated, buffers));
  subtree_edges(heads, left, right);
  CHECK(right[0] == kTokens - 1);
}

TEST_CASE("edges are sought for twelve rounds") {
  // 0 <- 60 <- 1 <- 59 ...: a round carries the edge of token 0 two arcs further.
  constexpr std::uint32_t kTokens = 61;
  std::vector<std::uint32_t> heads(kTokens), left, right;
  for (std::uint32_t n = 0; n < kTokens; ++n) heads[n] = n < kTokens / 2 ? kTokens - 1 - n : kTokens - n;
  heads[kTokens / 2] = kTokens / 2;
  subtree_edges(heads, left, right);
  CHECK(std::count(left.begin(), left.end(), 0U) == 26);
  CHECK(left[kTokens / 2] == 18);
}

TEST_CASE("no tokens") {
  LabelTable labels;
  const DecoratedLabels decorated(labels);
  DeprojectivizeBuffers buffers;
  std::vector<std::uint32_t> left = {1}, right = {1};
  std::vector<std::uint8_t> starts = {1};
  subtree_edges({}, left, right);
  sentence_starts({}, left, starts);
  CHECK(left.empty());
  CHECK(right.empty());
  CHECK(starts.empty());
  CHECK_FALSE(deprojectivize({}, {}, {}, decorated, buffers));
}

}  // namespace
}  // namespace counterclaim::language
