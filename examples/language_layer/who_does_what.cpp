// Prints who does what in a text: the subject, the verb and the object of each clause that has them, with the entities.
//
//   language_layer_example build/model/en_core_web_sm-3.8.0 "The rebels attacked a convoy near Gao."
//
// It uses the language layer alone.
#include <span>
#include <string>

#include <fmt/format.h>

#include "counterclaim/language/noun_chunks.h"
#include "counterclaim/language/pipeline.h"

namespace {

using counterclaim::language::Analysis;
using counterclaim::language::Pos;
using counterclaim::language::Token;

// The words of the first child with one of these dependency labels; "" if there is none.
std::string argument(const Analysis& analysis, const Token& verb, std::span<const std::string_view> labels) {
  for (const std::uint32_t child : analysis.children(verb)) {
    for (const std::string_view label : labels) {
      if (analysis.dep(analysis[child]) == label) return std::string(analysis.text(analysis.subtree(analysis[child])));
    }
  }
  return "";
}

void print(const Analysis& analysis) {
  static constexpr std::string_view kSubjects[] = {"nsubj", "nsubjpass"};
  static constexpr std::string_view kObjects[] = {"dobj", "agent"};
  for (const Token& token : analysis.tokens()) {
    if (token.pos != Pos::kVerb) continue;
    const std::string subject = argument(analysis, token, kSubjects);
    if (subject.empty()) continue;
    fmt::print("{} | {} | {}\n", subject, analysis.lemma(token), argument(analysis, token, kObjects));
  }
  for (const auto& entity : analysis.entities()) {
    fmt::print("{}: {}\n", analysis.label(entity.label), analysis.text(entity.tokens));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: language_layer_example MODEL_FOLDER TEXT\n");
    return 2;
  }
  const auto pipeline = counterclaim::language::Pipeline::load(argv[1]);
  if (!pipeline) {
    fmt::print(stderr, "{}\n", pipeline.error().message);
    return 1;
  }
  const auto analysis = pipeline->analyze(argv[2]);
  if (!analysis) {
    fmt::print(stderr, "{}\n", analysis.error().message);
    return 1;
  }
  print(*analysis);
  return 0;
}
