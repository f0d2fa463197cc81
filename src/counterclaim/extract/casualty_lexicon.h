// The words of harm, from resources/casualties/: which measure a verb, an adjective or a noun stands for, and where
// those counted stand beside it.
//
// Layer: extract. No I/O after loading. Thread safety: const methods may run concurrently.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/extract/noun_classes.h"
#include "counterclaim/ground/phrase_table.h"
#include "counterclaim/record/figure.h"

namespace counterclaim::extract {

// What a word of harm may count.
struct Counted {
  bool persons = false, things = false, places = false;

  [[nodiscard]] bool includes(const NounClass& noun) const;
};

// One sense of a verb: "shoot … dead", "shoot down".
struct HarmVerb {
  record::Measure measure = record::Measure::kOther;
  bool object_suffers = false;   // and the subject of the passive
  bool subject_suffers = false;  // of the verb without an object
  Counted counted;
  bool own_loss = false;                    // of the subject's own people: "lost 14 soldiers"
  bool only_known = false;                  // only of nouns that are known to stand for people
  bool natural = false;                     // happens without violence too: "die"
  bool keeps_object = false;                // its subject suffers it also where it has an object: "fled the town"
  bool violent = false;                     // only where violence is told of: "taken to hospital"
  std::unordered_set<std::string> with;     // one of these words stands beside the verb; empty: none is needed
  std::unordered_set<std::string> objects;  // lemmas of the only objects it has this sense with; empty: any
};

// How a noun of harm carries a number.
enum class HarmNounUse { kCasualty, kAct };

struct HarmNoun {
  record::Measure measure = record::Measure::kOther;
  bool natural = false;                          // may be without violence: "death"
  bool only_with_verbs = false;                  // counts only under a verb of harm: "lives"
  Counted counted;                               // what an act counts
  std::unordered_set<std::string> prepositions;  // between an act and those counted: "of"
};

class CasualtyLexicon {
 public:
  // `folder`: resources/casualties. Errors: those of read_resource_file.
  [[nodiscard]] static Result<CasualtyLexicon> load(const std::filesystem::path& folder);

  // The senses of a verb by its lemma; empty when it is no verb of harm.
  [[nodiscard]] const std::vector<HarmVerb>& verb(std::string_view lemma) const;
  // The measure of an adjective or participle by its lower-case form: "dead".
  [[nodiscard]] std::optional<record::Measure> state(std::string_view lower) const;
  // Whether a word may part a count from its state: "nine others are reported wounded".
  [[nodiscard]] bool may_part_state(std::string_view lower) const;
  // Whether an aside that begins with the word tells parts of those counted: ", including".
  [[nodiscard]] bool begins_parts(std::string_view lower) const { return parts_.contains(std::string(lower)); }
  // Phrases for a state: "in intensive care"; values are record::Measure.
  [[nodiscard]] const ground::PhraseTable& state_phrases() const { return state_phrases_; }
  // The senses of a noun of harm by its lemma or, of plurals that mean something else, its form; empty for any other.
  [[nodiscard]] const std::vector<HarmNoun>& noun(HarmNounUse use, std::string_view lemma) const;
  // The measure of a noun of harm that may be the subject or object of its number: "our losses are 50"; unset when the
  // word, in lower case, is none.
  [[nodiscard]] std::optional<record::Measure> total(std::string_view lower) const;
  // Whether a verb tells the amount of its subject or object: "reach", "put … at".
  [[nodiscard]] bool is_total_verb(std::string_view lemma) const { return total_verbs_.contains(std::string(lemma)); }
  // Whether a verb tells the parts of its subject: "include".
  [[nodiscard]] bool is_including(std::string_view lemma) const { return including_.contains(std::string(lemma)); }
  // Whether a noun is a count of something: "number", "tally".
  [[nodiscard]] bool is_count(std::string_view lemma) const { return counts_.contains(std::string(lemma)); }
  // Whether a word beside soldiers shows that they are no troops taking part: "mourn", "funeral".
  [[nodiscard]] bool is_suffering(std::string_view lemma) const { return suffering_.contains(std::string(lemma)); }
  // Whether the verb's object are troops of its subject: "Peru sent 800 soldiers".
  [[nodiscard]] bool is_sending(std::string_view lemma) const { return sending_.contains(std::string(lemma)); }
  // Whether a participle gives the name of the person before it: "identified as".
  [[nodiscard]] bool is_identifying(std::string_view lower) const { return identifying_.contains(std::string(lower)); }
  // Whether a noun is what is left of the dead, who may have been told of before: "bodies". In lower case.
  [[nodiscard]] bool is_body(std::string_view lower) const { return bodies_.contains(std::string(lower)); }
  // Whether harm told under the word happened before what the report is about: "wanted for", "involved in".
  [[nodiscard]] bool is_background(std::string_view lemma) const { return background_.contains(std::string(lemma)); }
  // Phrases for a total whose number stands apart; values are record::Measure.
  [[nodiscard]] const ground::PhraseTable& tolls() const { return tolls_; }
  [[nodiscard]] bool is_violence(std::string_view lemma) const;
  // Whether a noun is a sickness or a misfortune that nobody does to anybody.
  [[nodiscard]] bool is_misfortune(std::string_view lemma) const;
  // Whether a noun is fighting between two sides.
  [[nodiscard]] bool is_fight(std::string_view lemma) const;
  // Whether two sides do it to each other: "exchange" fire.
  [[nodiscard]] bool is_fight_verb(std::string_view lemma) const { return fight_verbs_.contains(std::string(lemma)); }
  // Whether a word may stand between such a phrase and its number: "rose to 45".
  [[nodiscard]] bool is_toll_link(std::string_view lower) const;
  // The measure of two told as one: "killed or missing".
  [[nodiscard]] std::optional<record::Measure> joint(record::Measure first, record::Measure second) const;

  // The name of a unit of area by one of its words: "km2" of "kilometre".
  [[nodiscard]] std::optional<std::string_view> area_unit(std::string_view lemma) const;
  // Whether a noun stands for ground, a verb for having or taking it.
  [[nodiscard]] bool is_ground(std::string_view lemma) const { return ground_.contains(std::string(lemma)); }
  [[nodiscard]] bool is_holding(std::string_view lemma) const { return holding_.contains(std::string(lemma)); }
  // Words of a running total, of what is added to one, and of doubt; see details.toml.
  [[nodiscard]] const ground::PhraseTable& totals_told() const { return totals_told_; }
  [[nodiscard]] const ground::PhraseTable& additions() const { return additions_; }
  [[nodiscard]] const ground::PhraseTable& doubts() const { return doubts_; }
  // Whether a word in front of a total makes it more than its number: "passed 90".
  [[nodiscard]] bool is_exceeding(std::string_view lower) const { return exceeding_.contains(std::string(lower)); }
  // Whether harm told under the word is only thought of: "plot", "demand".
  [[nodiscard]] bool is_unreal(std::string_view lemma) const { return unreal_.contains(std::string(lemma)); }
  // Nouns for what is said or known, and what is said of them when they are not true, or are: see details.toml.
  [[nodiscard]] bool is_proof(std::string_view lemma) const { return proof_.contains(std::string(lemma)); }
  [[nodiscard]] bool is_refusing(std::string_view lemma) const { return refusing_.contains(std::string(lemma)); }
  [[nodiscard]] bool is_untrue(std::string_view lemma) const { return untrue_.contains(std::string(lemma)); }
  [[nodiscard]] bool is_true(std::string_view lemma) const { return true_.contains(std::string(lemma)); }
  // Whether a noun for people does not say who they are: "person".
  [[nodiscard]] bool is_generic(std::string_view lemma) const { return generic_.contains(std::string(lemma)); }

  [[nodiscard]] const NounClasses& nouns() const { return nouns_; }

 private:
  struct Joint {
    record::Measure first, second, measure;
  };
  [[nodiscard]] Result<void> load_verbs(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_states(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_nouns(const std::filesystem::path& path);
  // The set for a section of nouns.toml that is a bare list of words; null for any other.
  [[nodiscard]] std::unordered_set<std::string>* plain_words(std::string_view section);
  [[nodiscard]] Result<void> load_ground(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_details(const std::filesystem::path& path);
  [[nodiscard]] Result<void> load_fights(const std::filesystem::path& path);

  std::unordered_map<std::string, std::vector<HarmVerb>> verbs_;
  std::unordered_map<std::string, record::Measure> states_;
  std::unordered_map<std::string, std::vector<HarmNoun>> casualties_, acts_;
  std::vector<Joint> joints_;
  std::unordered_set<std::string> toll_links_, fights_, fight_verbs_, violence_, misfortunes_, between_, total_verbs_,
      counts_, suffering_, identifying_, background_, sending_, bodies_, including_, parts_, ground_, holding_,
      generic_, unreal_, proof_, untrue_, true_, refusing_, exceeding_;
  std::unordered_map<std::string, record::Measure> totals_;
  std::unordered_map<std::string, std::string> area_units_;
  ground::PhraseTable tolls_, state_phrases_, totals_told_, additions_, doubts_;
  NounClasses nouns_;
};

}  // namespace counterclaim::extract
