// The same analyses whatever the kernel, the batch and the number of threads.
#include <random>
#include <thread>

#include <doctest/doctest.h>

#include "counterclaim/language/pipeline.h"
#include "language/golden_documents.h"
#include "support/test_data.h"

namespace counterclaim::language {
namespace {

constexpr std::size_t kLongestReport = 6000;  // bytes: the plain loop takes 3 ms a token

std::string everything(const Analysis& analysis) {
  std::string out;
  for (const Token& token : analysis.tokens()) {
    for (const std::string_view text :
         {analysis.text(token), analysis.tag(token), pos_name(token.pos), analysis.morph(token), analysis.lemma(token),
          analysis.norm(token), analysis.dep(token), analysis.entity_label(token)}) {
      out += text;
      out += '\t';
    }
    for (const std::uint32_t number : {token.bytes.begin, token.code_points.begin, token.head, token.left_edge,
                                       token.right_edge, token.sentence, static_cast<std::uint32_t>(token.entity)}) {
      out += std::to_string(number) + ' ';
    }
    out += '\n';
  }
  return out;
}

std::vector<std::string> one_by_one(const Pipeline& pipeline, const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) out.push_back(everything(pipeline.analyze(text).value()));
  return out;
}

std::vector<std::string> in_batches(const Pipeline& pipeline, const std::vector<std::string>& texts, std::size_t size) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < texts.size(); begin += size) {
    std::vector<std::string_view> batch(
        texts.begin() + static_cast<std::ptrdiff_t>(begin),
        texts.begin() + static_cast<std::ptrdiff_t>(std::min(begin + size, texts.size())));
    const std::vector<Analysis> analyses = pipeline.analyze_batch(batch).value();
    for (const Analysis& analysis : analyses) out.push_back(everything(analysis));
  }
  return out;
}

// Texts of words that the model knows and of words that it does not, of all lengths, empty ones too.
std::vector<std::string> random_texts(std::size_t count, std::size_t longest) {
  static const std::vector<std::string> kPieces = {
      "soldiers", "were",     "killed", "near",    "Lake", "Ohrid", "said", "the",   "minister", ",",
      ".",        "\"",       "17",     "don't",   "U.N.", "\n\n",  " ",    "İzmir", "🙂",       "which",
      "and",      "captured", "a",      "village", "’s",   "(",     ")",    "xqzzt", "2019",     "%"};
  std::mt19937 generator(7);
  std::vector<std::string> texts;
  for (std::size_t n = 0; n < count; ++n) {
    std::string text;
    for (std::size_t words = generator() % (longest + 1); words > 0; --words) {
      text += kPieces[generator() % kPieces.size()];
      if (generator() % 8 != 0) text += ' ';
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

Pipeline load(Kernel kernel, std::uint32_t cached = 16384) {
  return Pipeline::load(COUNTERCLAIM_MODEL_DIR, {.kernel = kernel, .cached_word_types = cached}).value();
}

bool runs(Kernel kernel) {
  const auto pipeline = Pipeline::load(COUNTERCLAIM_MODEL_DIR, {.kernel = kernel});
  if (!pipeline) std::printf("skipped: this processor does not run the kernel %s\n", kernel_name(kernel).data());
  return pipeline.has_value();
}

TEST_CASE("batches and threads change nothing") {
  const Pipeline pipeline = Pipeline::load(COUNTERCLAIM_MODEL_DIR).value();
  const std::vector<std::string> texts = random_texts(300, 40);
  const std::vector<std::string> expected = one_by_one(pipeline, texts);
  for (const std::size_t size : {2U, 7U, 64U, 300U}) CHECK(in_batches(pipeline, texts, size) == expected);
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& result : found) threads.emplace_back([&] { result = in_batches(pipeline, texts, 16); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : found) CHECK(result == expected);
}

TEST_CASE("a cache that overflows changes nothing") {
  const std::vector<std::string> texts = random_texts(40, 400);
  if (!test::kSanitized) {
    CHECK(in_batches(load(Kernel::kPortable, 1), {texts.begin(), texts.begin() + 3}, 1) ==
          in_batches(load(Kernel::kPortable), {texts.begin(), texts.begin() + 3}, 3));
  }
  const Pipeline pipeline = Pipeline::load(COUNTERCLAIM_MODEL_DIR).value();
  const Pipeline small = Pipeline::load(COUNTERCLAIM_MODEL_DIR, {.kernel = {}, .cached_word_types = 1}).value();
  CHECK(in_batches(small, texts, 5) == one_by_one(pipeline, texts));
}

TEST_CASE("all kernels give the same bits") {
  std::vector<std::string> texts = random_texts(20, 30);
  if (const auto data = test::test_data("all kernels on golden documents")) {
    std::size_t reports = 0;
    for (const GoldenDocument& report : read_golden_documents(*data, "reports")) {
      if (report.text.size() > kLongestReport || ++reports > 5) continue;
      texts.push_back(report.text);
    }
    for (const GoldenDocument& document : read_golden_documents(*data, "hard")) texts.push_back(document.text);
  }
  const std::vector<std::string> expected = one_by_one(Pipeline::load(COUNTERCLAIM_MODEL_DIR).value(), texts);
  for (const Kernel kernel : {Kernel::kAvx512, Kernel::kAvx2}) {
    if (runs(kernel)) CHECK(in_batches(load(kernel), texts, 64) == expected);
  }
  // The plain loop is slow enough without the sanitizers.
  if (test::kSanitized) texts.resize(3);
  CHECK(in_batches(load(Kernel::kPortable), texts, 64) ==
        std::vector<std::string>(expected.begin(), expected.begin() + static_cast<std::ptrdiff_t>(texts.size())));
}

}  // namespace
}  // namespace counterclaim::language
