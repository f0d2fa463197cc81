// Documents with the analyses that spaCy gives them, where COUNTERCLAIM_TEST_DATA has them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace counterclaim::language {

struct GoldenToken {
  std::uint32_t begin, end;  // code points
  std::string tag, pos, morph, lemma;
  std::uint32_t head;
  std::string dep;
  bool sentence_start;
  std::string entity;  // "O", "B-ORG", "I-ORG"
};

struct GoldenDocument {
  std::string id, text;
  std::vector<GoldenToken> tokens;
  std::vector<std::string> norms, shapes;  // empty where the file has none
  std::vector<std::pair<std::uint32_t, std::uint32_t>> noun_chunks;
  bool has_details = false;
};

// Reads spacy-golden/NAME.jsonl.gz below `data`/data; texts that are kept elsewhere below `data` are read from there.
[[nodiscard]] std::vector<GoldenDocument> read_golden_documents(const std::filesystem::path& data,
                                                                const std::string& name);

}  // namespace counterclaim::language
