#include "counterclaim/ground/metonymy.h"

#include "counterclaim/base/resource_file.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::Token;

namespace {

// The token of the name that the rest of the name hangs on.
const Token& head_of(const Analysis& analysis, TokenSpan name) {
  for (std::uint32_t at = name.end; at > name.begin; --at) {
    const Token& token = analysis[at - 1];
    if (token.is_root() || !name.contains(token.head)) return token;
  }
  return analysis[name.end - 1];
}

}  // namespace

Result<Metonymy> Metonymy::load(const std::filesystem::path& folder) {
  const auto file = read_resource_file(folder / "acts.toml", {"lemmas", "phrases", "clause"});
  if (!file) return tl::unexpected<Error>(file.error());
  Metonymy metonymy;
  for (const ResourceEntry& entry : file->entries) {
    const auto& lemmas = entry.list("lemmas");
    if (entry.section == "act") {
      for (const std::string& lemma : lemmas) metonymy.acts_.emplace(lemma, entry.flag("clause"));
    } else if (entry.section == "addressed") {
      metonymy.addressed_.insert(lemmas.begin(), lemmas.end());
    } else if (entry.section == "deed") {
      metonymy.deeds_.insert(lemmas.begin(), lemmas.end());
    } else if (entry.section == "source") {
      metonymy.source_phrases_.insert(entry.list("phrases").begin(), entry.list("phrases").end());
    } else {
      return file->malformed(entry.line, "unknown section");
    }
  }
  return metonymy;
}

bool Metonymy::is_act(const Analysis& analysis, const Token& verb) const {
  if (!is_verbal(verb)) return false;
  const auto found = acts_.find(analysis.lemma(verb));
  if (found == acts_.end()) return false;
  return !found->second || child_with_dep(analysis, verb, {"ccomp"});
}

bool Metonymy::acts_as(const Analysis& analysis, const Token& name, const Token& role) const {
  const std::string_view dep = analysis.dep(role);
  const Token& governor = analysis[role.head];
  const std::string_view lemma = analysis.lemma(governor);
  if (dep == "nsubj") return is_act(analysis, governor);
  if (dep == "dobj" || dep == "nsubjpass") return is_verbal(governor) && addressed_.contains(lemma);
  if (dep == "poss") return deeds_.contains(lemma);
  if (dep != "pobj") return false;
  if (analysis.dep(governor) == "agent") return is_act(analysis, analysis[governor.head]);
  if (name.index < 2) return false;
  const std::string first(analysis.lower(analysis[name.index - 2]));
  return source_phrases_.contains(first + " " + std::string(analysis.lower(analysis[name.index - 1])));
}

bool Metonymy::acts(const Analysis& analysis, TokenSpan name) const {
  const Token& head = head_of(analysis, name);
  const Token& role = analysis[first_conjunct(analysis, head.index)];
  return !role.is_root() && acts_as(analysis, analysis[name.begin], role);
}

}  // namespace counterclaim::ground
