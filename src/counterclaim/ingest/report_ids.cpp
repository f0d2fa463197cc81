#include "counterclaim/ingest/report_ids.h"

#include <charconv>

#include "counterclaim/base/sha256.h"

namespace counterclaim::ingest {
namespace {

std::uint64_t first_64_bits(std::string_view sha256) {
  std::uint64_t bits = 0;
  const std::string_view digits = sha256.substr(0, 16);
  std::from_chars(digits.data(), digits.data() + digits.size(), bits, 16);
  return bits;
}

}  // namespace

bool ReportIds::admit(std::string_view id, Origin origin, std::string_view text_sha256) {
  const std::uint64_t key = first_64_bits(sha256_hex(id));
  const std::uint64_t text = first_64_bits(text_sha256);
  const auto numbered = numbered_.find(key);
  if (numbered != numbered_.end() && numbered->second.text != text) return false;
  const auto told = told_.find(key);
  const bool compared = told != told_.end() && (origin == Origin::kTold || told->second.last_file == file_);
  if (compared && told->second.text != text) return false;
  Texts& own = origin == Origin::kTold ? told_ : numbered_;
  own[key] = {text, file_};
  return true;
}

}  // namespace counterclaim::ingest
