#include "counterclaim/ground/party_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {
namespace {

// A value of the table: a position in parties() or, for kBody, in bodies(), times kForms, plus the form; kNoParty is
// the form of a phrase that names nothing.
constexpr std::uint32_t kForms = 5;
constexpr std::uint32_t kNoParty = 4;
constexpr auto kBodyForm = static_cast<std::uint32_t>(PartyForm::kBody);

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::vector<std::string_view> names_in(std::string_view list) {
  std::vector<std::string_view> names = split(list, "; ");
  std::erase(names, "");
  return names;
}

// "Peruvian" has the plural "Peruvians"; "Chinese", "Kyrgyz" and "British" have none.
bool takes_plural_s(std::string_view adjective) {
  static constexpr std::array<std::string_view, 5> kWithout{"ese", "sh", "ch", "ss", "men"};
  const bool without = std::any_of(kWithout.begin(), kWithout.end(),
                                   [&](std::string_view ending) { return adjective.ends_with(ending); });
  return !without && adjective.back() >= 'a' && adjective.back() != 's' && adjective.back() != 'z';
}

// Whether one token lies within the longer name of a person: "Jordan Peters", "Michael Jordan". An adjective in front
// is none of it, whatever the recogniser says: "Peruvian Rojas".
bool is_part_of_person(const language::Analysis& analysis, TokenSpan tokens, bool adjective) {
  if (tokens.size() != 1 || analysis.entity_label(analysis[tokens.begin]) != "PERSON") return false;
  // "the president of Peru Ana Rojas": the recogniser takes both for one name.
  if (tokens.begin > 0 && analysis.lower(analysis[tokens.begin - 1]) == "of") return false;
  const auto goes_on = [&](std::uint32_t token) {
    return token < analysis.size() && analysis[token].entity == language::EntityPosition::kInside &&
           analysis.tag(analysis[token]) != "POS";
  };
  return goes_on(tokens.begin) || (!adjective && goes_on(tokens.end));
}

}  // namespace

// Reads the lists one after the other; the first line that breaks its format ends it.
class PartyLexicon::Loader {
 public:
  explicit Loader(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // name, ISO 3166-1, Gleditsch-Ward, other names, adjectives, seats
  Result<void> states() {
    return lines("states.tsv", 6, [&](const Columns& columns) -> Result<void> {
      Party party{std::string(columns[0]), record::PartyKind::kState, {}, std::string(columns[1])};
      if (!columns[2].empty()) {
        const std::string digits(columns[2]);
        std::uint16_t number = 0;
        const char* end = digits.data() + digits.size();
        if (std::from_chars(digits.data(), end, number).ptr != end) return malformed("a number is expected");
        party.gleditsch_ward = number;
      }
      const auto position = static_cast<std::uint32_t>(lexicon_.parties_.size());
      return add_party(std::move(party), columns[3], columns[4]).and_then([&] {
        return add_names(columns[5], value(position, PartyForm::kSeat));
      });
    });
  }

  // name, kind, other names, adjectives
  Result<void> groups() {
    return lines("groups.tsv", 4, [&](const Columns& columns) {
      return kind_named(columns[1]).and_then([&](record::PartyKind kind) {
        return add_party({std::string(columns[0]), kind, {}, {}}, columns[2], columns[3]);
      });
    });
  }

  // name, kind, side, other names, adjectives; a side that is another party's makes it a body
  Result<void> organisations() {
    return lines("organisations.tsv", 5, [&](const Columns& columns) {
      return kind_named(columns[1]).and_then([&](record::PartyKind kind) -> Result<void> {
        if (columns[2] == columns[0]) return add_party({std::string(columns[0]), kind, {}, {}}, columns[3], columns[4]);
        if (!columns[4].empty()) return malformed("adjectives need a side of their own");
        return add_body(columns[0], kind, columns[2], columns[3]);
      });
    });
  }

  // name, kind, side, other names
  Result<void> forces() {
    return lines("forces.tsv", 4, [&](const Columns& columns) {
      return kind_named(columns[1]).and_then([&](record::PartyKind kind) {
        return add_body(columns[0], kind, columns[2], columns[3]);
      });
    });
  }

  // name, the party it speaks for, other names
  Result<void> media() {
    return lines("media.tsv", 3, [&](const Columns& columns) {
      return add_body(columns[0], record::PartyKind::kMedium, columns[1], columns[2]);
    });
  }

  Result<void> no_parties() {
    return lines("no_parties.tsv", 1, [&](const Columns& columns) { return add_name(columns[0], kNoParty); });
  }

  Result<PartyLexicon> done() { return std::move(lexicon_); }

 private:
  using Columns = std::vector<std::string_view>;

  template <class ReadLine>
  Result<void> lines(std::string_view file, std::size_t column_count, ReadLine read_line) {
    file_ = file;
    line_ = 0;
    const Result<std::string> text = read_file(folder_ / file);
    if (!text) return tl::unexpected<Error>(text.error());
    if (const auto invalid = first_invalid_utf8(*text)) {
      line_ = static_cast<std::uint32_t>(split(std::string_view(*text).substr(0, *invalid), "\n").size());
      return malformed("not UTF-8");
    }
    for (const std::string_view line : split(*text, "\n")) {
      ++line_;
      if (line.empty() || line.front() == '#') continue;
      const Columns columns = split(line, "\t");
      if (columns.size() != column_count || columns[0].empty())
        return malformed(fmt::format("{} columns are expected, the first not empty", column_count));
      if (auto read = read_line(columns); !read) return read;
    }
    return {};
  }

  tl::unexpected<Error> malformed(std::string_view reason) const {
    return fail(ErrorCode::kResourceMalformed, fmt::format("{}:{}: {}", (folder_ / file_).string(), line_, reason));
  }

  Result<record::PartyKind> kind_named(std::string_view name) const {
    const auto kind = record::value_named<record::PartyKind>(name);
    if (!kind) return malformed("unknown kind of party");
    return *kind;
  }

  static std::uint32_t value(std::uint32_t position, PartyForm form) {
    return position * kForms + static_cast<std::uint32_t>(form);
  }

  Result<void> add_party(Party party, std::string_view other_names, std::string_view adjectives) {
    const auto position = static_cast<std::uint32_t>(lexicon_.parties_.size());
    if (!party_positions_.emplace(party.name, position).second) return malformed("a second line for " + party.name);
    const std::string name = party.name;
    for (const std::string_view adjective : names_in(adjectives)) party.adjectives.emplace_back(adjective);
    lexicon_.parties_.push_back(std::move(party));
    const std::uint32_t as_name = value(position, PartyForm::kName), as_demonym = value(position, PartyForm::kDemonym);
    // Adjectives first: what is both ("US") stands before a noun as an adjective does. Plurals last: "Philippines".
    return add_names(adjectives, as_demonym)
        .and_then([&] { return add_name(name, as_name); })
        .and_then([&] { return add_names(other_names, as_name); })
        .and_then([&] { return add_plurals(adjectives, as_demonym); });
  }

  Result<void> add_body(std::string_view name, record::PartyKind kind, std::string_view side,
                        std::string_view other_names) {
    Body body{std::string(name), kind, {}};
    if (!side.empty()) {
      const auto party = party_positions_.find(side);
      if (party == party_positions_.end()) return malformed(fmt::format("no party has the name \"{}\"", side));
      body.party = party->second;
    }
    const std::uint32_t as_body = value(static_cast<std::uint32_t>(lexicon_.bodies_.size()), PartyForm::kBody);
    lexicon_.bodies_.push_back(std::move(body));
    return add_name(name, as_body).and_then([&] { return add_names(other_names, as_body); });
  }

  Result<void> add_plurals(std::string_view adjectives, std::uint32_t value) {
    for (const std::string_view adjective : names_in(adjectives)) {
      if (!takes_plural_s(adjective)) continue;
      if (auto added = add_name(std::string(adjective) + "s", value); !added) return added;
    }
    return {};
  }

  Result<void> add_names(std::string_view list, std::uint32_t value) {
    for (const std::string_view name : names_in(list)) {
      if (auto added = add_name(name, value); !added) return added;
    }
    return {};
  }

  Result<void> add_name(std::string_view name, std::uint32_t value) {
    const auto before = lexicon_.table_.add(name, value);
    // Who a value is of: the forms below kBodyForm are all a party's.
    const auto of = [](std::uint32_t any) { return std::pair(any / kForms, std::max(any % kForms, kBodyForm - 1)); };
    if (before && of(*before) != of(value))
      return malformed(fmt::format("\"{}\" stands for {} already", name, owner(*before)));
    return {};
  }

  std::string owner(std::uint32_t value) const {
    const std::uint32_t position = value / kForms, form = value % kForms;
    if (form == kNoParty) return "no party";
    return form == kBodyForm ? lexicon_.bodies_[position].name : lexicon_.parties_[position].name;
  }

  std::filesystem::path folder_;
  std::string file_;
  std::uint32_t line_ = 0;
  PartyLexicon lexicon_;
  std::map<std::string, std::uint32_t, std::less<>> party_positions_;
};

Result<PartyLexicon> PartyLexicon::load(const std::filesystem::path& folder) {
  Loader loader(folder);
  return loader.states()
      .and_then([&] { return loader.groups(); })
      .and_then([&] { return loader.organisations(); })
      .and_then([&] { return loader.forces(); })
      .and_then([&] { return loader.media(); })
      .and_then([&] { return loader.no_parties(); })
      .and_then([&] { return loader.done(); });
}

template <class Take>
void PartyLexicon::for_each_match(const language::Analysis& analysis, Take take) const {
  for (std::uint32_t token = 0; token < analysis.size();) {
    const auto match = table_.longest(analysis, token);
    if (!match) {
      ++token;
      continue;
    }
    const TokenSpan tokens{token, match->end};
    token = match->end;
    const std::uint32_t form = match->value % kForms;
    if (form != kNoParty &&
        !is_part_of_person(analysis, tokens, form == static_cast<std::uint32_t>(PartyForm::kDemonym)))
      take(tokens, match->value / kForms, form);
  }
}

std::vector<PartyReference> PartyLexicon::find(const language::Analysis& analysis) const {
  std::vector<PartyReference> found;
  for_each_match(analysis, [&](TokenSpan tokens, std::uint32_t position, std::uint32_t form) {
    if (form != kBodyForm) {
      found.push_back({tokens, position, static_cast<PartyForm>(form)});
    } else if (bodies_[position].party) {
      found.push_back({tokens, *bodies_[position].party, PartyForm::kBody, position});
    }
  });
  return found;
}

std::vector<BodyReference> PartyLexicon::find_bodies(const language::Analysis& analysis) const {
  std::vector<BodyReference> found;
  for_each_match(analysis, [&](TokenSpan tokens, std::uint32_t position, std::uint32_t form) {
    if (form == kBodyForm) found.push_back({tokens, position});
  });
  return found;
}

}  // namespace counterclaim::ground
