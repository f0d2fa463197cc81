#include "counterclaim/language/string_index.h"

#include <algorithm>

#include "counterclaim/language/string_id.h"

namespace counterclaim::language {

namespace {

std::uint32_t hash_of(std::string_view text) { return static_cast<std::uint32_t>(murmur_hash_64a(text, 0)); }

}  // namespace

std::string_view StringIndex::operator[](std::uint32_t number) const {
  const std::uint32_t begin = begins_[number];
  return std::string_view(text_).substr(begin, begins_[number + 1] - begin);
}

// The slot that holds the text, or the free one where it would go.
std::size_t StringIndex::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kNone && (slots_[at].hash != hash || (*this)[slots_[at].number] != text)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t StringIndex::insert(std::string_view text) {
  if (std::size_t{2} * (size() + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.number != kNone) return slot.number;
  slot = {hash, size()};
  text_ += text;
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  longest_ = std::max(longest_, text.size());
  return slot.number;
}

std::uint32_t StringIndex::find(std::string_view text) const {
  if (slots_.empty() || text.size() > longest_) return kNone;
  return slots_[slot_of(text, hash_of(text))].number;
}

void StringIndex::grow() {
  std::vector<Slot> old(std::max<std::size_t>(16, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kNone) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != kNone) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace counterclaim::language
