#include "counterclaim/reconcile/report_facts.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/tab_table.h"
#include "counterclaim/record/names.h"

namespace counterclaim::reconcile {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::int32_t kMonth = 31;   // days
constexpr std::size_t kFewWords = 1;  // "the charge", "these claims by Lima are entirely false"
constexpr std::size_t kMostNames = std::numeric_limits<NameId>::max();

// Builds the facts of one report.
class Builder {
 public:
  Builder(const record::ReportRecord& record, const PassageWords& words, const VagueCounts& vague)
      : record_(record), words_(words), vague_(vague), index_(record.document.text) {
    facts_.names.emplace_back();
  }

  ReportFacts build() {
    const record::Document& document = record_.document;
    facts_.id = document.id;
    facts_.sha256 = document.sha256;
    facts_.publisher = document.publisher.value_or("");
    if (document.published) facts_.published = day_of(*document.published);
    mark_masks();
    mark_days();
    mark_tolls();
    for (std::uint32_t n = 0; n < record_.figures.size(); ++n) add_figure(n);
    for (std::uint32_t n = 0; n < record_.statements.size(); ++n) add_statement(n);
    for (std::uint32_t n = 0; n < record_.events.size(); ++n) add_event(n);
    facts_.as_of = facts_.published ? facts_.published : last_day_told();
    for (ItemFacts& item : facts_.items) item.told = days_told(item);
    set_leading_sides();
    add_keys();
    add_signature();
    return std::move(facts_);
  }

 private:
  // A stretch of the text that is compared as a party, or, like a date, not by its words at all.
  struct Mask {
    CodePointSpan span;
    WordId word = 0;  // 0: none
  };

  static std::optional<std::int32_t> day_of(std::string_view date) {
    const auto days = days_of(date);
    return days ? std::optional(days->last) : std::nullopt;
  }

  NameId name_id(const std::string& name) {
    if (name.empty()) return 0;
    if (const auto known = name_ids_.find(name); known != name_ids_.end()) return known->second;
    if (facts_.names.size() >= kMostNames) return 0;
    const auto id = static_cast<NameId>(facts_.names.size());
    facts_.names.push_back(name);
    name_ids_.emplace(name, id);
    return id;
  }
  NameId name_id(const std::optional<std::string>& name) { return name ? name_id(*name) : NameId{0}; }

  void mark_masks() {
    for (const record::PartyMention& party : record_.parties) {
      if (party.side) masks_.push_back({party.span, word_id("@" + *party.side)});
    }
    for (const record::TimeMention& time : record_.times) masks_.push_back({time.span, 0});
    std::sort(masks_.begin(), masks_.end(), [](const Mask& a, const Mask& b) {
      return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);  // the wider one first
    });
  }

  void mark_tolls() {
    background_.assign(record_.figures.size(), false);
    for (const record::Toll& toll : record_.tolls) {
      if (!toll.background) continue;
      for (const std::uint32_t figure : toll.figures) {
        if (figure < background_.size()) background_[figure] = true;
      }
    }
  }

  // The words of a passage in order, into `out`.
  void read_words(CodePointSpan passage, std::vector<WordId>& out) const {
    auto mask = std::lower_bound(masks_.begin(), masks_.end(), passage.begin,
                                 [](const Mask& m, std::uint32_t begin) { return m.span.begin < begin; });
    std::uint32_t at = passage.begin;
    const auto take = [&](WordId word) { out.push_back(word); };
    for (; mask != masks_.end() && mask->span.end <= passage.end; ++mask) {
      if (mask->span.begin < at) continue;
      words_.for_each(index_.slice(at, mask->span.begin), take);
      if (mask->word != 0) out.push_back(mask->word);
      at = mask->span.end;
    }
    if (at < passage.end) words_.for_each(index_.slice(at, passage.end), take);
  }

  void set_words(ItemFacts& item, std::initializer_list<CodePointSpan> passages) {
    std::vector<WordId> words;
    for (const CodePointSpan passage : passages) read_words(passage, words);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    item.words_begin = static_cast<std::uint32_t>(facts_.words.size());
    facts_.words.insert(facts_.words.end(), words.begin(), words.end());
    item.words_end = static_cast<std::uint32_t>(facts_.words.size());
  }

  std::uint32_t sentence_at(std::uint32_t position) const {
    const auto after = std::upper_bound(record_.sentences.begin(), record_.sentences.end(), position,
                                        [](std::uint32_t at, CodePointSpan s) { return at < s.begin; });
    return after == record_.sentences.begin() ? 0 : static_cast<std::uint32_t>(after - record_.sentences.begin() - 1);
  }

  CodePointSpan sentence_around(CodePointSpan span) const {
    if (record_.sentences.empty()) return span;
    const CodePointSpan first = record_.sentences[sentence_at(span.begin)];
    return {std::min(first.begin, span.begin), std::max(first.end, span.end)};
  }

  void set_source(ItemFacts& item, const std::optional<record::Source>& source) {
    if (!source) return;
    item.cited = true;
    item.source_side = name_id(source->side);
    item.source_name = name_id(source->name ? *source->name : source->text);
    item.source_kind = source->kind;
    const std::string& name = facts_.name(item.source_name);
    const auto known = source_words_.try_emplace(item.source_name);
    if (known.second) {
      const auto begin = static_cast<std::uint32_t>(facts_.words.size());
      words_.for_each(name, [&](WordId word) { facts_.words.push_back(word); });
      known.first->second = {begin, static_cast<std::uint32_t>(facts_.words.size())};
    }
    std::tie(item.source_words_begin, item.source_words_end) = known.first->second;
  }

  void set_place(ItemFacts& item, std::optional<std::uint32_t> place) {
    if (!place || *place >= record_.places.size()) return;
    const record::PlaceMention& mention = record_.places[*place];
    item.place = name_id(mention.name ? *mention.name : mention.text);
    if (!mention.latitude || !mention.longitude || mention.kind == record::PlaceKind::kCountry) return;
    item.latitude = static_cast<float>(*mention.latitude);
    item.longitude = static_cast<float>(*mention.longitude);
    item.has_point = true;
  }

  ItemFacts& add(record::ItemKind kind, std::uint32_t index, CodePointSpan span,
                 const std::optional<std::string>& when) {
    ItemFacts& item = facts_.items.emplace_back();
    item.item_kind = kind;
    item.index = index;
    item.span = span;
    item.sentence = sentence_at(span.begin);
    if (when) item.days = days_of(*when);
    return item;
  }

  void add_figure(std::uint32_t index) {
    const record::Figure& figure = record_.figures[index];
    ItemFacts& item = add(record::ItemKind::kFigure, index, figure.span, figure.when);
    set_source(item, figure.source);
    item.side = name_id(figure.side);
    item.measure = figure.measure;
    item.person_kind = figure.kind;
    item.bound = figure.bound;
    item.value = figure.value;
    item.value_high = figure.value_high;
    item.interval = interval_of(figure, vague_);
    item.unit = name_id(figure.unit);
    item.word = name_id(figure.word);
    item.counts = figure.counts;
    item.denied = figure.polarity == record::Polarity::kDenied;
    item.background = background_[index];
    const CountWords found = words_.count_words(index_.slice(figure.span.begin, figure.span.end));
    item.is_part = figure.part_of.has_value() || found.part;
    item.is_addition = found.addition;
    item.same_as = figure.same_as;
    const bool dead = figure.measure == record::Measure::kKilledOrMissing;
    item.theme = theme_of(record::name_of(dead ? record::Measure::kKilled : figure.measure), figure.side.value_or(""));
    std::optional<std::uint32_t> place = figure.place;
    if (figure.event && *figure.event < record_.events.size()) {
      const record::Event& event = record_.events[*figure.event];
      item.event_index = figure.event;
      item.event = event.type;
      if (!place) place = event.place;
    }
    set_place(item, place);
    set_words(item, {sentence_around(figure.span)});
  }

  static WordId theme_of(std::string_view what, const std::string& whose) {
    return word_id("~" + std::string(what) + "/" + whose);
  }

  bool is_quoted_in_denial(const record::Statement& statement) const {
    if (!statement.parent || *statement.parent >= record_.statements.size()) return false;
    const record::Statement& quoting = record_.statements[*statement.parent];
    return quoting.stance == record::Stance::kDenies && quoting.cue_span &&
           quoting.cue_span->begin < statement.span.begin;
  }

  void add_statement(std::uint32_t index) {
    const record::Statement& statement = record_.statements[index];
    ItemFacts& item = add(record::ItemKind::kStatement, index, statement.span, statement.when);
    set_source(item, statement.source);
    item.target = name_id(statement.target);
    item.stance = statement.stance;
    item.parent = statement.parent;
    item.has_content = statement.content.has_value();
    item.theme = theme_of(record::name_of(statement.stance), statement.source.side.value_or(""));
    item.quoted_in_denial = is_quoted_in_denial(statement);
    set_words(item, {statement.content ? *statement.content : statement.span});
    item.refers_back = words_of_its_own(item) <= kFewWords && words_.refers_back(facts_.words_of(item));
    item.lays_fault = words_.lays_fault(facts_.words_of(item));
  }

  // How many words a passage has besides names of sides, and words for claims and their falsehood.
  std::size_t words_of_its_own(const ItemFacts& item) const {
    const auto words = facts_.words_of(item);
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](WordId word) {
      return !words_.is_of_judging(word) &&
             std::none_of(masks_.begin(), masks_.end(), [&](const Mask& mask) { return mask.word == word; });
    }));
  }

  void add_event(std::uint32_t index) {
    const record::Event& event = record_.events[index];
    ItemFacts& item = add(record::ItemKind::kEvent, index, event.span, event.when);
    set_source(item, event.source);
    item.side = name_id(event.actor);
    item.target = name_id(event.target);
    item.event = event.type;
    item.status = event.status;
    item.event_index = index;
    item.theme = theme_of(record::name_of(event.type), "");
    set_place(item, event.place);
    set_words(item, {sentence_around(event.span)});
    item.is_truce = words_.tells_of_truce(facts_.words_of(item));
    for (const record::EventLink& link : event.links) {
      if (link.relation == record::LinkRelation::kViolates) item.violates = link.event;
    }
  }

  // Days by which passages behind them are to be understood.
  void mark_days() {
    for (const record::TimeMention& time : record_.times) {
      if (time.type != record::TimeType::kDate || !time.earliest || !time.latest) continue;
      const auto days = days_of(*time.earliest + "/" + *time.latest);
      if (days && days->days() <= kMonth) days_told_.emplace_back(time.span, *days);
    }
  }

  CodePointSpan block_around(std::uint32_t position) const {
    const auto& blocks = record_.document.blocks;
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), position,
                                        [](std::uint32_t at, const record::Block& b) { return at < b.span.begin; });
    return after == blocks.begin() ? CodePointSpan{0, 0} : std::prev(after)->span;
  }

  std::optional<DayInterval> days_told(const ItemFacts& item) const {
    if (item.days) return item.days;
    const CodePointSpan sentence = sentence_around(item.span);
    const auto after = std::upper_bound(days_told_.begin(), days_told_.end(), sentence.end,
                                        [](std::uint32_t at, const auto& told) { return at < told.first.end; });
    if (after != days_told_.begin()) {
      const auto& [span, days] = *std::prev(after);
      if (!facts_.published || span.begin >= block_around(item.span.begin).begin) return days;
    }
    if (!facts_.as_of || item.background) return std::nullopt;
    return DayInterval{*facts_.as_of, *facts_.as_of};
  }

  std::optional<std::int32_t> last_day_told() const {
    std::vector<std::int32_t> days;
    for (const ItemFacts& item : facts_.items) {
      if (item.days && item.days->days() == 1) days.push_back(item.days->last);
    }
    if (days.empty()) return std::nullopt;
    const std::int32_t last = *std::max_element(days.begin(), days.end());
    const auto recent = std::count_if(days.begin(), days.end(), [&](std::int32_t day) { return last - day <= kMonth; });
    return 2 * static_cast<std::size_t>(recent) >= days.size() ? std::optional(last) : std::nullopt;
  }

  void set_leading_sides() {
    std::map<std::string, std::uint32_t> mentions;
    for (const record::PartyMention& party : record_.parties) {
      if (party.side && *party.side != "both") ++mentions[*party.side];
    }
    for (NameId& leading : facts_.leading_sides) {
      const auto most = std::max_element(mentions.begin(), mentions.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (most == mentions.end()) break;
      leading = name_id(most->first);
      mentions.erase(most);
    }
  }

  void add_keys() {
    facts_.keys = facts_.words;
    for (const record::PlaceMention& place : record_.places) {
      if (place.kind != record::PlaceKind::kCountry)
        facts_.keys.push_back(word_id("#" + (place.id ? *place.id : place.text)));
    }
    for (const record::PartyMention& party : record_.parties) {
      if (party.kind == record::PartyKind::kPerson && party.name) facts_.keys.push_back(word_id("&" + *party.name));
    }
    std::sort(facts_.keys.begin(), facts_.keys.end());
    facts_.keys.erase(std::unique(facts_.keys.begin(), facts_.keys.end()), facts_.keys.end());
    facts_.keys.shrink_to_fit();
    facts_.words.shrink_to_fit();
  }

  void add_signature() {
    facts_.signature.fill(std::numeric_limits<std::uint32_t>::max());
    std::deque<WordId> window;
    words_.for_each(record_.document.text, [&](WordId word) {
      window.push_back(word);
      if (window.size() < kShingleWords) return;
      std::uint64_t run = 0;
      for (const WordId part : window) run = (run ^ part) * 0x9e3779b97f4a7c15ULL + (run >> 29);
      window.pop_front();
      ++facts_.shingles;
      for (std::size_t n = 0; n < ReportFacts::kSignature; ++n) {
        run ^= run >> 33;
        run *= 0xff51afd7ed558ccdULL + 2 * n;
        facts_.signature[n] = std::min(facts_.signature[n], static_cast<std::uint32_t>(run >> 32));
      }
    });
  }

  const record::ReportRecord& record_;
  const PassageWords& words_;
  const VagueCounts& vague_;
  CodePointIndex index_;
  std::vector<Mask> masks_;
  std::vector<bool> background_;
  std::vector<std::pair<CodePointSpan, DayInterval>> days_told_;  // in text order
  std::unordered_map<std::string, NameId> name_ids_;
  std::unordered_map<NameId, std::pair<std::uint32_t, std::uint32_t>> source_words_;
  ReportFacts facts_;
};

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<FactReader> FactReader::load(const std::filesystem::path& folder) {
  FactReader reader;
  auto words = PassageWords::load(folder);
  if (!words) return tl::unexpected<Error>(words.error());
  reader.words_ = std::move(*words);
  const auto table = read_tab_table(folder / "vague_counts.tsv", 3);
  if (!table) return tl::unexpected<Error>(table.error());
  for (const TabRow& row : table->rows) {
    const auto low = number(row.columns[1]);
    const auto high = number(row.columns[2]);
    if (!low || !high || *low > *high) return table->malformed(row.line, "two numbers are expected, the lower first");
    for (const std::string& word : list_of(row.columns[0])) reader.vague_counts_[word] = {*low, *high};
  }
  return reader;
}

ReportFacts FactReader::facts_of(const record::ReportRecord& record) const {
  return Builder(record, words_, vague_counts_).build();
}

}  // namespace counterclaim::reconcile
