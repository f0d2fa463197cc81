#include "counterclaim/ground/group_names.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/resource_file.h"
#include "counterclaim/ground/grounded_analysis.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {
namespace {

using language::Analysis;
using language::Pos;
using record::PartyKind;

constexpr std::uint32_t kLongestName = 10;  // tokens
constexpr std::size_t kMostGroups = 256;    // of one report; more are noise

class Finder {
 public:
  Finder(const GroupWords& words, GroundedAnalysis& grounded)
      : words_(words), grounded_(grounded), found_(grounded.blocks.size()) {}

  void run() {
    for (block_ = 0; block_ < grounded_.blocks.size(); ++block_) {
      const std::uint32_t size = analysis().size();
      for (std::uint32_t token = 0; token < size; ++token) look_at(token);
    }
    for (block_ = 0; block_ < grounded_.blocks.size(); ++block_) {
      if (!names_.empty()) find_names();
      merge();
    }
  }

 private:
  const GroundedBlock& here() const { return grounded_.blocks[block_]; }
  const Analysis& analysis() const { return here().analysis; }
  std::string_view text(std::uint32_t token) const { return analysis().text(analysis()[token]); }
  std::string_view lower(std::uint32_t token) const { return analysis().lower(analysis()[token]); }
  bool is_there(std::uint32_t token) const { return token < analysis().size(); }
  bool is_in(const std::unordered_set<std::string>& set, std::uint32_t token) const {
    return is_there(token) && set.contains(std::string(lower(token)));
  }
  bool is_name_word(std::uint32_t token) const {
    return is_there(token) && analysis()[token].pos == Pos::kPropn && text(token).front() != '-';
  }

  // The position of a group with that name, made where there is none yet.
  std::optional<std::uint32_t> group(const std::string& name, PartyKind kind) {
    const auto offset = static_cast<std::uint32_t>(grounded_.lexicon->parties().size());
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    if (grounded_.own_parties.size() >= kMostGroups) return std::nullopt;
    const auto position = offset + static_cast<std::uint32_t>(grounded_.own_parties.size());
    Party party;
    party.name = name;
    party.kind = kind;
    grounded_.own_parties.push_back(std::move(party));
    by_name_.emplace(name, position);
    return position;
  }

  void mention(TokenSpan tokens, std::optional<std::uint32_t> party) {
    if (party) found_[block_].push_back({tokens, *party, PartyForm::kName});
  }

  void look_at(std::uint32_t token) {
    if (const PartyReference* reference = here().party_at(token)) {
      if (reference->tokens.begin == token) look_at_party(*reference);
      return;
    }
    if (is_in(words_.described_kinds, token) && is_in(words_.described_nouns, token + 1)) described_before(token);
    if (!is_name_word(token) || (token > 0 && is_name_word(token - 1))) return;
    const TokenSpan name = name_at(token);
    if (has_shape(name)) return named(name);
    if (is_described_behind(name.end) && !starts_person(token)) return named(name);
    fighters_of_name(name);
  }

  // --- a party's name with a word for those who fight for or against it

  void look_at_party(const PartyReference& reference) {
    const Party& party = grounded_.party(reference);
    const bool of_state = party.kind == PartyKind::kState || party.kind == PartyKind::kPopulation;
    const std::uint32_t next = reference.tokens.end;
    if (!of_state) return acronym_behind(next, reference.party);
    if (const auto side = pro_or_anti(reference)) return mention_backed({reference.tokens.begin - 2, next}, *side);
    if (is_there(next + 2) && text(next) == "-" && is_in(words_.backing, next + 1) && is_in(words_.backed, next + 2))
      return mention_backed({reference.tokens.begin, next + 2},
                            std::string(analysis().text(TokenSpan{reference.tokens.begin, next + 2})));
    if (!is_there(next) || reference.form == PartyForm::kBody) return;
    const auto fighters = words_.fighters.find(std::string(lower(next)));
    if (fighters == words_.fighters.end() || names_a_group_behind(next)) return;
    const bool adjective = reference.form == PartyForm::kDemonym || party.adjectives.empty();
    const std::string who(adjective ? analysis().text(reference.tokens) : std::string_view(party.adjectives.front()));
    // "Chilean rebels" and "Chilean insurgents" of one report are the same.
    const auto [name, is_new] = by_origin_.emplace(party.name, who + " " + fighters->second);
    mention({reference.tokens.begin, next + 1}, group(name->second, PartyKind::kArmedGroup));
  }

  // "Chilean rebel group Xanadu" names Xanadu.
  bool names_a_group_behind(std::uint32_t fighters) const {
    if (!is_in(words_.described_nouns, fighters + 1)) return false;
    return is_there(fighters + 2) && (here().party_at(fighters + 2) || is_name_word(fighters + 2));
  }

  // "pro-Chilean" in front of a party's name.
  std::optional<std::string> pro_or_anti(const PartyReference& reference) const {
    const std::uint32_t begin = reference.tokens.begin;
    if (begin < 2 || text(begin - 1) != "-" || !is_in(words_.backed, reference.tokens.end)) return std::nullopt;
    if (!is_one_of(lower(begin - 2), {"pro", "anti"})) return std::nullopt;
    return std::string(lower(begin - 2)) + "-" + std::string(analysis().text(reference.tokens));
  }

  // `words`: "pro-Chilean", "Chilean-backed"; the noun for forces stands behind.
  void mention_backed(TokenSpan words, const std::string& who) {
    const std::string noun(lower(words.end));
    const PartyKind kind = words_.alliances.contains(noun) ? PartyKind::kAlliance : PartyKind::kArmedGroup;
    mention({words.begin, words.end + 1}, group(who + " " + noun, kind));
  }

  // --- names in capitals

  // From `begin` over capitals and the small words between them.
  TokenSpan name_at(std::uint32_t begin) const {
    TokenSpan name{begin, begin + 1};
    while (name.size() < kLongestName) {
      if (starts_person(name.end)) break;
      if (is_name_word(name.end)) {
        ++name.end;
        continue;
      }
      const bool joint = is_there(name.end) && is_one_of(lower(name.end), {"of", "for", "'s", "’s", "'", "’", "-"});
      if (!joint || !is_name_word(name.end + 1) || starts_person(name.end + 1)) break;
      name.end += 2;
    }
    return name;
  }

  bool starts_person(std::uint32_t token) const {
    return is_there(token) && analysis()[token].entity == language::EntityPosition::kBegin &&
           analysis().entity_label(analysis()[token]) == "PERSON";
  }

  bool has_shape(TokenSpan name) const {
    bool alone = false, body = false, cause = false;
    std::uint32_t capitals = 0;
    for (std::uint32_t token = name.begin; token < name.end; ++token) {
      const std::string word(text(token));
      capitals += is_name_word(token);
      alone |= words_.alone.contains(word);
      body |= words_.body.contains(word) && token + 1 == name.end;
      cause |= words_.cause.contains(word);
    }
    return capitals >= 2 && (alone || (body && cause));
  }

  // "…, a militant group"
  bool is_described_behind(std::uint32_t comma) const {
    if (!is_there(comma) || text(comma) != "," || !is_there(comma + 1) ||
        !is_one_of(lower(comma + 1), {"a", "an", "the"}))
      return false;
    constexpr std::uint32_t kNear = 5;
    for (std::uint32_t token = comma + 2; token < comma + kNear; ++token) {
      if (is_in(words_.described_kinds, token)) return is_in(words_.described_nouns, token + 1);
    }
    return false;
  }

  void named(TokenSpan name) {
    if (here().first_party_within(name)) return;
    const auto party = group(std::string(analysis().text(name)), PartyKind::kArmedGroup);
    if (!party) return;
    names_.add(analysis().text(name), *party);
    acronym_behind(name.end, *party);
  }

  // "the rebel group Xanadu"
  void described_before(std::uint32_t kind) {
    const std::uint32_t begin = kind + 2;
    if (!is_name_word(begin) || starts_person(begin) || here().party_at(begin)) return;
    named(name_at(begin));
  }

  // "Klow rebels": of a place or a people the words are the name, else the name is.
  void fighters_of_name(TokenSpan name) {
    if (!is_there(name.end)) return;
    const auto fighters = words_.fighters.find(std::string(lower(name.end)));
    if (fighters == words_.fighters.end() || names_a_group_behind(name.end)) return;
    const std::string_view label = analysis().entity_label(analysis()[name.end - 1]);
    if (words_.vague.contains(lower_ascii(analysis().text(name)))) return;
    if (label == "ORG") return named(name);
    if (!is_one_of(label, {"GPE", "LOC", "NORP"})) return;
    const std::string who(analysis().text(name));
    const auto [origin, is_new] = by_origin_.emplace(who, who + " " + fighters->second);
    mention({name.begin, name.end + 1}, group(origin->second, PartyKind::kArmedGroup));
  }

  // "… (KLF)": another name of the party in front.
  void acronym_behind(std::uint32_t bracket, std::uint32_t party) {
    if (!is_there(bracket + 2) || !is_one_of(text(bracket), {"(", "-LRB-"}) ||
        !is_one_of(text(bracket + 2), {")", "-RRB-"}))
      return;
    const std::string_view word = text(bracket + 1);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::count_if(word.begin(), word.end(), is_capital) < 2) return;
    names_.add(word, party);
  }

  // --- all mentions of the names

  void find_names() {
    for (std::uint32_t token = 0; token < analysis().size();) {
      const auto match = names_.longest(analysis(), token);
      if (match) mention({token, match->end}, match->value);
      token = match ? match->end : token + 1;
    }
  }

  // The longer of two mentions that overlap stays.
  void merge() {
    std::vector<PartyReference>& own = found_[block_];
    if (own.empty()) return;
    std::vector<PartyReference>& parties = grounded_.blocks[block_].parties;
    own.insert(own.end(), parties.begin(), parties.end());
    std::stable_sort(own.begin(), own.end(), [](const PartyReference& a, const PartyReference& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.size() > b.tokens.size();
    });
    parties.clear();
    for (const PartyReference& reference : own) {
      if (parties.empty() || parties.back().tokens.end <= reference.tokens.begin)
        parties.push_back(reference);
      else if (parties.back().tokens.size() < reference.tokens.size())
        parties.back() = reference;
    }
  }

  const GroupWords& words_;
  GroundedAnalysis& grounded_;
  std::uint32_t block_ = 0;
  PhraseTable names_;                                       // values: positions of parties
  std::unordered_map<std::string, std::uint32_t> by_name_;  // positions of parties
  std::unordered_map<std::string, std::string> by_origin_;  // "Chile" -> "Chilean rebels"
  std::vector<std::vector<PartyReference>> found_;          // of each block
};

}  // namespace

Result<GroupNames> GroupNames::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "group_names.toml",
                                       {"words", "alliances", "alone", "body", "cause", "kinds", "nouns"});
  if (!file) return tl::unexpected<Error>(file.error());
  GroupWords words;
  const auto take = [](const ResourceEntry& entry, std::string_view field, std::unordered_set<std::string>& set) {
    set.insert(entry.list(field).begin(), entry.list(field).end());
  };
  for (const ResourceEntry& entry : file->entries) {
    if (entry.section == "fighters") {
      for (const std::string& word : entry.list("words"))
        words.fighters.emplace(word, word.ends_with("s") ? word : word + "s");
    } else if (entry.section == "backing") {
      take(entry, "words", words.backing);
    } else if (entry.section == "backed") {
      take(entry, "words", words.backed);
      take(entry, "alliances", words.alliances);
    } else if (entry.section == "name") {
      take(entry, "alone", words.alone);
      take(entry, "body", words.body);
      take(entry, "cause", words.cause);
    } else if (entry.section == "described") {
      take(entry, "kinds", words.described_kinds);
      take(entry, "nouns", words.described_nouns);
    } else if (entry.section == "vague") {
      take(entry, "words", words.vague);
    } else {
      return file->malformed(entry.line, "unknown section");
    }
  }
  return GroupNames(std::move(words));
}

void GroupNames::find(GroundedAnalysis& grounded) const { Finder(words_, grounded).run(); }

}  // namespace counterclaim::ground
