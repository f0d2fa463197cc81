#include "counterclaim/ground/person_memory.h"

#include "counterclaim/ground/folded_word.h"

namespace counterclaim::ground {
namespace {

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

std::string surname_of(std::string_view name) { return std::string(FoldedWord(last_word(name)).view()); }

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

// "Ana Rojas" and "A. Rojas"; a surname alone may be anybody with it.
bool may_be_same(std::string_view a, std::string_view b) {
  if (is_one_word(a) || is_one_word(b)) return true;
  const std::string_view first = first_word(a), second = first_word(b);
  if (first == second) return true;
  return first.front() == second.front() && (first.ends_with(".") || second.ends_with("."));
}

constexpr std::size_t kMostNamesakes = 16;  // that are told apart

// The majority by Boyer and Moore's count.
void vote(Person& person, const std::optional<std::string>& side) {
  if (!side) return;
  if (person.side == side) {
    ++person.votes;
  } else if (person.votes > 0) {
    --person.votes;
  } else {
    person.side = side;
    person.votes = 1;
  }
}

}  // namespace

void PersonMemory::learn(std::string_view name, std::uint32_t mention, const std::optional<std::string>& side,
                         const std::optional<std::string>& office) {
  std::vector<std::uint32_t>& namesakes = by_surname_[surname_of(name)];
  const std::size_t oldest = namesakes.size() > kMostNamesakes ? namesakes.size() - kMostNamesakes : 0;
  for (std::size_t n = namesakes.size(); n-- > oldest;) {
    Person& person = people_[namesakes[n]];
    if (!may_be_same(person.full_name, name)) continue;
    if (is_one_word(person.full_name) && !is_one_word(name)) {
      person.full_name = std::string(name);
      person.mention = mention;
      by_first_name_.emplace(first_word(name), namesakes[n]);
    }
    vote(person, side);
    if (!person.office) person.office = office;
    return;
  }
  const auto position = static_cast<std::uint32_t>(people_.size());
  namesakes.push_back(position);
  if (!is_one_word(name)) by_first_name_.emplace(first_word(name), position);
  people_.push_back({std::string(name), side, office, mention, side ? 1 : 0});
}

const Person* PersonMemory::find(std::string_view name, std::uint32_t mention) const {
  const auto namesakes = by_surname_.find(surname_of(name));
  if (namesakes == by_surname_.end()) {
    const auto first = is_one_word(name) ? by_first_name_.find(std::string(name)) : by_first_name_.end();
    return first == by_first_name_.end() ? nullptr : &people_[first->second];
  }
  const std::vector<std::uint32_t>& all = namesakes->second;
  const Person* found = nullptr;
  for (std::size_t n = all.size() > kMostNamesakes ? all.size() - kMostNamesakes : 0; n < all.size(); ++n) {
    const Person& person = people_[all[n]];
    if (!may_be_same(person.full_name, name)) continue;
    if (!found || person.mention <= mention) found = &person;
  }
  return found;
}

}  // namespace counterclaim::ground
