// Any text, through the tokenizer with the stock model's rules: the tokens are the text, and what is known of them
// holds.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/language/lexicon.h"
#include "counterclaim/language/msgpack.h"
#include "counterclaim/language/tokenizer.h"
#include "counterclaim/language/word_features.h"
#include "require.h"

namespace {

using namespace counterclaim;
using namespace counterclaim::language;
using fuzz::must;
using fuzz::require;

struct Rules {
  Norms norms;
  Tokenizer tokenizer;
  RegexScratch scratch;
};

Rules load_rules() {
  const std::filesystem::path folder = COUNTERCLAIM_MODEL_DIR;
  const std::string lookups = must(read_file(folder / "vocab" / "lookups.bin"));
  const MsgpackValue tables = must(read_msgpack(lookups));
  const std::string rules = must(read_file(folder / "tokenizer"));
  return {must(Norms::load(*tables.find("lexeme_norm"))), must(Tokenizer::load(must(read_msgpack(rules)))), {}};
}

void check_word(const WordType& word) {
  require(!word.text.empty(), "no token is empty");
  require(!first_invalid_utf8(word.text), "no token cuts a code point");
  require(word.code_points == count_code_points(word.text), "code points are counted");
  require(word.is_space == is_space_word(word.text), "white space is told");
  require(!first_invalid_utf8(word.norm) && !first_invalid_utf8(word.lower), "norms are valid UTF-8");
}

// Tokens and their spaces, put together, are the text; begins are where they stand in it.
void check_cover(std::string_view text, const std::vector<RawToken>& tokens) {
  std::size_t byte = 0;
  std::size_t code_point = 0;
  for (const RawToken& token : tokens) {
    check_word(*token.word);
    require(token.begin_byte == byte && token.begin_code_point == code_point,
            "each token begins where the last one ends");
    require(text.substr(byte).starts_with(token.word->text), "a token is what stands in the text");
    byte += token.word->text.size();
    code_point += token.word->code_points;
    if (!token.space_after) continue;
    require(byte < text.size() && text[byte] == ' ', "a space follows where the flag says so");
    require(!token.word->is_space, "white space has no space flag");
    ++byte;
    ++code_point;
  }
  require(byte == text.size(), "the tokens reach the end of the text");
}

void check_same(const std::vector<RawToken>& first, const std::vector<RawToken>& second) {
  require(first.size() == second.size(), "a warm cache changes nothing");
  for (std::size_t n = 0; n < first.size(); ++n) {
    require(first[n].word == second[n].word && first[n].space_after == second[n].space_after,
            "a warm cache changes nothing");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Rules rules = load_rules();
  std::size_t replaced = 0;
  const std::string text = replace_invalid_utf8(std::string_view(reinterpret_cast<const char*>(data), size), &replaced);
  Lexicon lexicon(rules.norms, rules.tokenizer.broken_specials());
  std::vector<RawToken> cold;
  std::vector<RawToken> warm;
  rules.tokenizer.tokenize(text, lexicon, rules.scratch, cold);
  check_cover(text, cold);
  rules.tokenizer.tokenize(text, lexicon, rules.scratch, warm);
  check_same(cold, warm);
  return 0;
}
