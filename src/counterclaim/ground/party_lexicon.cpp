#include "counterclaim/ground/party_lexicon.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/record/names.h"

namespace counterclaim::ground {
namespace {

constexpr std::uint32_t kForms = 4;

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// "Peruvian" has the plural "Peruvians"; "Chinese", "Kyrgyz" and "British" have none.
bool takes_plural_s(std::string_view adjective) {
  static constexpr std::array<std::string_view, 4> kWithout{"ese", "sh", "ch", "ss"};
  const bool without = std::any_of(kWithout.begin(), kWithout.end(),
                                   [&](std::string_view ending) { return adjective.ends_with(ending); });
  return !without && !adjective.ends_with(".") && adjective.back() >= 'a' && adjective.back() != 's';
}

}  // namespace

Result<PartyLexicon> PartyLexicon::load(const std::filesystem::path& folder) {
  PartyLexicon lexicon;
  return lexicon.load_table(folder / "states.tsv", false)
      .and_then([&] { return lexicon.load_table(folder / "groups.tsv", true); })
      .map([&] { return std::move(lexicon); });
}

Result<void> PartyLexicon::load_table(const std::filesystem::path& path, bool groups) {
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected<Error>(text.error());
  std::uint32_t line_number = 0;
  for (const std::string_view line : split(*text, "\n")) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, "\t");
    const auto malformed = [&](std::string_view reason) {
      return fail(ErrorCode::kResourceMalformed, fmt::format("{}:{}: {}", path.string(), line_number, reason));
    };
    if (columns.size() != 4 || columns[0].empty()) return malformed("four columns are expected, the first not empty");
    Party party{std::string(columns[0]), record::PartyKind::kState, {}};
    if (groups) {
      const auto kind = record::value_named<record::PartyKind>(columns[1]);
      if (!kind) return malformed("unknown kind of party");
      party.kind = *kind;
    }
    const auto position = static_cast<std::uint32_t>(parties_.size());
    const std::string_view adjectives = groups ? columns[3] : columns[2];
    for (const std::string_view adjective : split(adjectives, "; ")) {
      if (!adjective.empty()) party.adjectives.emplace_back(adjective);
    }
    parties_.push_back(party);
    add_names(adjectives, PartyForm::kDemonym, position);
    add_names(columns[0], PartyForm::kName, position);
    add_names(groups ? columns[2] : columns[1], PartyForm::kName, position);
    if (!groups) add_names(columns[3], PartyForm::kSeat, position);
  }
  return {};
}

void PartyLexicon::add_names(std::string_view list, PartyForm form, std::uint32_t party) {
  const std::uint32_t value = party * kForms + static_cast<std::uint32_t>(form);
  for (const std::string_view name : split(list, "; ")) {
    if (name.empty()) continue;
    table_.add(name, value);
    if (form == PartyForm::kDemonym && takes_plural_s(name)) table_.add(std::string(name) + "s", value);
  }
}

std::vector<PartyReference> PartyLexicon::find(const language::Analysis& analysis) const {
  std::vector<PartyReference> found;
  for (std::uint32_t token = 0; token < analysis.size();) {
    const auto match = table_.longest(analysis, token);
    if (!match) {
      ++token;
      continue;
    }
    found.push_back({{token, match->end}, match->value / kForms, static_cast<PartyForm>(match->value % kForms)});
    token = match->end;
  }
  return found;
}

}  // namespace counterclaim::ground
