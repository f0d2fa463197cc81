#include "counterclaim/ingest/report_ids.h"

#include <charconv>

#include "counterclaim/ingest/sha256.h"

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
  for (const Texts* texts : {&told_, &numbered_}) {
    const auto known = texts->find(key);
    if (known != texts->end() && known->second != text) return false;
  }
  Texts& own = origin == Origin::kTold ? told_ : numbered_;
  own.emplace(key, text);
  return true;
}

}  // namespace counterclaim::ingest
