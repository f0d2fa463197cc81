#include "counterclaim/ground/place_uses.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/ground/place_dateline.h"
#include "counterclaim/ground/tree_walk.h"

namespace counterclaim::ground {

using language::Analysis;
using language::Pos;

namespace {

constexpr std::uint32_t kLongestGap = 7;  // tokens between a place and the area that holds it

struct Judged {
  std::uint32_t block = 0;
  PlaceSpan span;
  PlaceVerdict verdict;
  std::uint32_t name = 0;
  std::optional<std::uint32_t> container;  // position in the list
  bool is_seat = false;                    // of a state's government
  std::uint32_t row = 0;                   // names in a row share the number
};

// How two names stand to each other.
enum class Link : std::uint8_t { kNone, kRow, kArea, kAreaOrRow, kOwner };

class Finding {
 public:
  Finding(const GroundedAnalysis& grounded, const PlaceCues& cues, const Metonymy& metonymy,
          PlaceCandidates& candidates)
      : grounded_(grounded), cues_(cues), judge_(cues, metonymy), candidates_(candidates) {}

  std::vector<FoundPlace> run() {
    PlaceSpanFinder finder(cues_, candidates_.gazetteers());
    std::vector<std::vector<PlaceSpan>> spans;
    spans.reserve(grounded_.blocks.size());
    for (const GroundedBlock& block : grounded_.blocks) spans.push_back(finder.find(block.analysis));
    for (std::uint32_t block = 0; block < spans.size(); ++block) note_persons(block, spans[block]);
    for (std::uint32_t block = 0; block < spans.size(); ++block) {
      for (const PlaceSpan& span : spans[block]) judge(block, span);
    }
    link();
    settle();
    return found();
  }

 private:
  [[nodiscard]] const Analysis& analysis(std::uint32_t block) const { return grounded_.blocks[block].analysis; }

  // Last names of the people that the report names in full.
  void note_persons(std::uint32_t block, const std::vector<PlaceSpan>& spans) {
    const Analysis& text = analysis(block);
    for (const language::Entity& entity : text.entities()) {
      if (name_label(text.label(entity.label)) != NameLabel::kPerson || entity.tokens.size() < 2) continue;
      const auto covers = [&](const PlaceSpan& span) { return span.known.contains(entity.tokens); };
      const auto at = std::partition_point(
          spans.begin(), spans.end(), [&](const PlaceSpan& span) { return span.tokens.end <= entity.tokens.begin; });
      if (at != spans.end() && covers(*at)) continue;
      if (cues_.of(text, entity.tokens.begin).cues != 0) continue;  // "Village Qarwa"
      std::uint32_t last = entity.tokens.end - 1;
      while (last > entity.tokens.begin && !is_name_like(text.text(text[last]))) --last;
      persons_.emplace(text.lower(text[last]));
    }
  }

  [[nodiscard]] bool is_person(const Analysis& text, TokenSpan tokens) const {
    return tokens.size() == 1 && persons_.contains(text.lower(text[tokens.begin]));
  }

  // The ISO code of a state; empty where the gazetteer does not know it.
  std::string_view country_of(std::uint32_t party) {
    const auto [known, is_new] = countries_.try_emplace(party);
    if (is_new) {
      const std::string& name = grounded_.lexicon->parties()[party].name;
      const auto& places = candidates_[candidates_.add(name, name)].places;
      if (!places.empty()) known->second = places.front().country;
    }
    return known->second;
  }

  // Peoples and groups are none; "US", which is an adjective too, is the country's name; "White House" is no
  // Casablanca.
  [[nodiscard]] bool is_no_place(const PartyReference& party, const PlaceSpan& span, std::uint32_t name) {
    if (grounded_.party(party).kind != record::PartyKind::kState) return true;
    if (candidates_[name].places.empty()) return party.form != PartyForm::kName;
    const PlaceCandidates::Candidate place = candidates_[name].places.front();
    if (party.form == PartyForm::kSeat) return !place.customary && country_of(party.party) != place.country;
    const bool country = place.kind == record::PlaceKind::kCountry;
    return party.form == PartyForm::kDemonym && (!country || span.label == NameLabel::kPeople);
  }

  void judge(std::uint32_t block, const PlaceSpan& span) {
    const Analysis& text = analysis(block);
    const PartyReference* party = grounded_.blocks[block].party_at(span.tokens.begin);
    const bool body = party && party->form == PartyForm::kBody;
    if (body && party->tokens == span.tokens) return;                               // "White House"
    if (party && span.known.empty() && party->form == PartyForm::kDemonym) return;  // "Peruvian-Chilean"
    if (party && (body || !party->tokens.contains(span.tokens))) party = nullptr;
    Judged judged{block, span, {}, 0, {}, false, 0};
    const std::string_view known = span.known.empty() ? std::string_view() : text.text(span.known);
    judged.name = candidates_.add(text.text(span.tokens), span.full_name.empty() ? known : span.full_name);
    if (party && is_no_place(*party, span, judged.name)) return;
    judged.is_seat = party && party->form == PartyForm::kSeat;
    judged.verdict = judge_.judge(text, span, candidates_[judged.name], is_person(text, span.tokens), party != nullptr);
    if (judged.verdict.standing != PlaceStanding::kNone) judged_.push_back(judged);
  }

  [[nodiscard]] Link link_between(const Judged& first, const Judged& second) const {
    const Analysis& text = analysis(first.block);
    const std::uint32_t begin = first.span.tokens.end, end = second.span.tokens.begin;
    if (first.block != second.block || end <= begin || end - begin > kLongestGap ||
        !same_sentence(text[begin], text[end])) {
      return Link::kNone;
    }
    bool row = true, area = true, owner = false, opened = false;
    for (std::uint32_t at = begin; at < end; ++at) {
      const std::string_view word = text.lower(text[at]);
      const PlaceCueWord& cue = cues_.of(word);
      const bool comma = word == ",";
      const bool opens = comma || is_one_of(word, {"in", "(", "of"});
      const bool filler = cue.is(PlaceCue::kDirection) || cue.is(PlaceCue::kKind) || text[at].pos == Pos::kAdj ||
                          text[at].pos == Pos::kDet;
      const bool possessive = at == begin && is_one_of(word, {"'s", "’s", "'", "’"});
      row = row && (comma || is_one_of(word, {"and", "or", "&", "/", "the", ";", "to", "as", "well", "both"}));
      area = area && (opens || filler);
      opened = opened || opens;
      owner = (owner && (filler || opens)) || possessive;
    }
    if (owner) return Link::kOwner;
    if (area && opened && candidates_may_hold(second, first)) return row ? Link::kAreaOrRow : Link::kArea;
    return row ? Link::kRow : Link::kNone;
  }

  // Whether the name usually is an area's or a country's.
  [[nodiscard]] std::optional<record::PlaceKind> usual_area(const Judged& judged) const {
    using record::PlaceKind;
    const auto& places = candidates_[judged.name].places;
    if (places.empty()) return std::nullopt;
    const PlaceKind kind = places.front().kind;
    return kind == PlaceKind::kArea || kind == PlaceKind::kCountry ? std::optional(kind) : std::nullopt;
  }

  // "Niger, Nigeria and Chad" is a row, although there is a Niger in Nigeria: most names are of one kind.
  void settle_rows(std::vector<Link>& links) {
    const auto joins = [&](std::uint32_t at) { return links[at] == Link::kRow || links[at] == Link::kAreaOrRow; };
    for (std::uint32_t begin = 0; begin < links.size();) {
      std::uint32_t last = begin;
      while (last + 1 < links.size() && joins(last)) ++last;
      settle_row(links, begin, last);
      begin = last + 1;
    }
  }

  // The names from `begin` to `last`, all joined.
  void settle_row(std::vector<Link>& links, std::uint32_t begin, std::uint32_t last) {
    std::map<record::PlaceKind, std::uint32_t> areas;
    for (std::uint32_t at = begin; at <= last; ++at) {
      if (const auto kind = usual_area(judged_[at])) ++areas[*kind];
    }
    const std::uint32_t count = last - begin + 1;
    for (std::uint32_t at = begin; at <= last; ++at) {
      judged_[at].row = begin;
      if (links[at] != Link::kAreaOrRow) continue;
      const auto kind = usual_area(judged_[at + 1]);
      const bool row = kind && count > 2 && 2 * areas[*kind] > count;
      links[at] = row ? Link::kRow : Link::kArea;
    }
  }

  [[nodiscard]] bool candidates_may_hold(const Judged& area, const Judged& place) const {
    return candidates_.may_hold(area.name, place.name);
  }

  static void raise(Judged& judged, std::string_view rule) {
    judged.verdict.standing = PlaceStanding::kSure;
    judged.verdict.rule = rule;
  }

  // Names beside each other: areas first, since they make names sure, then rows, forwards and back.
  void link() {
    std::vector<Link> links(judged_.size(), Link::kNone);  // between each and the next
    for (std::uint32_t at = 0; at + 1 < judged_.size(); ++at) {
      links[at] = link_between(judged_[at], judged_[at + 1]);
    }
    settle_rows(links);
    for (std::uint32_t at = 0; at + 1 < judged_.size(); ++at) {
      if (links[at] == Link::kArea) {
        judged_[at].container = at + 1;
      } else if (links[at] == Link::kOwner && candidates_may_hold(judged_[at], judged_[at + 1])) {
        judged_[at + 1].container = at;
      } else {
        continue;
      }
      for (const std::uint32_t one : {at, at + 1}) raise(judged_[one], "told_with_area");
    }
    const auto joins = [&](std::uint32_t at) { return links[at] == Link::kRow || links[at] == Link::kArea; };
    for (std::uint32_t at = 0; at + 1 < judged_.size(); ++at) {
      if (joins(at) && judged_[at].verdict.standing == PlaceStanding::kSure) join(judged_[at], judged_[at + 1]);
    }
    for (auto at = static_cast<std::uint32_t>(judged_.size()); at-- > 1;) {
      if (joins(at - 1) && judged_[at].verdict.standing == PlaceStanding::kSure) join(judged_[at], judged_[at - 1]);
    }
  }

  void join(const Judged& sure, Judged& other) const {
    if (other.verdict.standing == PlaceStanding::kSure || other.verdict.rule == "named_as_person") return;
    if (!other.span.full_name.empty()) return;  // a short form counts behind its town alone
    raise(other, "in_row_with_places");
    if (!other.verdict.kind) other.verdict.kind = sure.verdict.kind;
  }

  // Names that are sure somewhere are places everywhere; what stays doubtful is none.
  void settle() {
    std::vector<bool> sure(candidates_.size(), false);
    for (const Judged& judged : judged_) {
      if (judged.verdict.standing == PlaceStanding::kSure) sure[judged.name] = true;
    }
    for (Judged& judged : judged_) {
      const bool person = judged.verdict.rule == "named_as_person";
      if (judged.verdict.standing == PlaceStanding::kDoubtful && sure[judged.name] && !person) {
        raise(judged, "sure_elsewhere");
      }
    }
  }

  void add_dateline(std::uint32_t block, std::vector<FoundPlace>& found) {
    const CodePointSpan dateline = grounded_.document->blocks[block].dateline;
    if (dateline.empty() || !candidates_.gazetteers()) return;
    if (!report_text_) report_text_.emplace(grounded_.document->text);
    const std::string_view text = report_text_->slice(dateline.begin, dateline.end);
    const CodePointIndex index(text);
    const auto first = static_cast<std::uint32_t>(found.size());
    for (const ByteSpan span : places_of_dateline(text, *candidates_.gazetteers())) {
      const std::string_view name = text.substr(span.begin, span.size());
      FoundPlace place;
      place.block = block;
      place.report_span = {dateline.begin + index.code_point_of(span.begin),
                           dateline.begin + index.code_point_of(span.end)};
      place.use.name = candidates_.add(name, name);
      place.rule = "dateline";
      found.push_back(place);
    }
    if (found.size() == first + 2 && candidates_.may_hold(found[first + 1].use.name, found[first].use.name)) {
      found[first].use.container = first + 1;
    }
  }

  std::vector<FoundPlace> found() {
    std::vector<FoundPlace> found;
    std::vector<std::optional<std::uint32_t>> kept(judged_.size());
    std::uint32_t at = 0;
    for (std::uint32_t block = 0; block < grounded_.blocks.size(); ++block) {
      add_dateline(block, found);
      for (; at < judged_.size() && judged_[at].block == block; ++at) {
        const Judged& judged = judged_[at];
        if (judged.verdict.standing < PlaceStanding::kLikely) continue;
        kept[at] = static_cast<std::uint32_t>(found.size());
        FoundPlace place{
            block, judged.span.tokens, grounded_.report_span(block, judged.span.tokens), {}, judged.verdict.rule};
        place.use = {judged.name, judged.verdict.kind, false, judged.is_seat, judged.container, judged.row};
        place.use.kind_in_name = place.use.kind && judged.span.known.end < judged.span.tokens.end;
        found.push_back(place);
      }
    }
    for (FoundPlace& place : found) {
      if (place.use.container && !place.tokens.empty()) place.use.container = kept[*place.use.container];
    }
    return found;
  }

  const GroundedAnalysis& grounded_;
  const PlaceCues& cues_;
  PlaceJudge judge_;
  PlaceCandidates& candidates_;
  std::unordered_map<std::uint32_t, std::string_view> countries_;  // of parties
  StringSet persons_;                                              // in lower case
  std::vector<Judged> judged_;                                     // in text order
  std::optional<CodePointIndex> report_text_;
};

}  // namespace

std::vector<FoundPlace> find_places(const GroundedAnalysis& grounded, const PlaceCues& cues, const Metonymy& metonymy,
                                    PlaceCandidates& candidates) {
  return Finding(grounded, cues, metonymy, candidates).run();
}

}  // namespace counterclaim::ground
