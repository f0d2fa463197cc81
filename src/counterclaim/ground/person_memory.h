// The people of a report: who has which side and office by the report's words, and whom a surname stands for.
//
// Layer: ground, internal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace counterclaim::ground {

struct Person {
  std::string full_name;
  std::optional<std::string> side;  // the one that most of the report's words tell
  std::optional<std::string> office;
  std::uint32_t mention = 0;  // the first one with the full name, as the caller counts mentions
  int votes = 0;              // for `side` over the others
};

class PersonMemory {
 public:
  // Remembers a mention with a name. A surname alone is remembered only where no full name has it. What is known
  // already stays.
  void learn(std::string_view name, std::uint32_t mention, const std::optional<std::string>& side,
             const std::optional<std::string>& office);

  // Who is meant by a full name, a surname or, where no surname is the same, a first name; null when nobody with it was
  // learnt. Of several with one surname: the last who was learnt before `mention`. Valid until the next learn().
  [[nodiscard]] const Person* find(std::string_view name, std::uint32_t mention) const;

 private:
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      by_surname_;  // folded; into people_, in the order of learning
  std::unordered_map<std::string, std::uint32_t> by_first_name_;
};

}  // namespace counterclaim::ground
