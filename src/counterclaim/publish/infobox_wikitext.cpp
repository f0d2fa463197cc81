#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "counterclaim/publish/casualty_words.h"
#include "counterclaim/publish/infobox_output.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {
namespace {

// Characters by which MediaWiki knows markup, as entities: a template, a link, a tag, a list, a signature, a comment.
std::string plain(std::string_view text) {
  static constexpr std::string_view kMarkup = "&<>|{}[]='~*#:;_\"!";
  std::string out;
  for (const char c : one_line(text)) {
    const bool harmless =
        c == ':' || c == '!' || c == ';' || c == '#' || c == '*' || kMarkup.find(c) == std::string_view::npos;
    // List marks act at the beginning of a line only.
    if (harmless && !(out.empty() && kMarkup.find(c) != std::string_view::npos)) {
      out += c;
    } else {
      out += fmt::format("&#{};", static_cast<int>(c));
    }
  }
  return out;
}

class WikiWriter {
 public:
  WikiWriter(const Infobox& box, InfoboxOutputOptions options)
      : box_(box), options_(options), cited_(box.reports.size(), false) {}

  [[nodiscard]] std::string text() {
    out_ = "{{Infobox military conflict\n";
    field("conflict", box_.conflict);
    field("partof", box_.part_of);
    if (box_.date) value("date", cited(box_.date->text));
    if (box_.place) place();
    lines("territory", texts_of(box_.territory));
    field("result", box_.result);
    field("status", box_.status);
    for (std::size_t n = 0; n < box_.columns.size(); ++n) column(n);
    lines("notes", texts_of(box_.notes));
    out_ += "}}\n";
    return std::move(out_);
  }

 private:
  void value(std::string_view name, std::string_view text) {
    if (!text.empty()) out_ += fmt::format("| {:<12} = {}\n", name, text);
  }

  void field(std::string_view name, const std::optional<InfoboxText>& text) {
    if (text) value(name, cited(*text));
  }

  void lines(std::string_view name, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text.append("\n* ").append(line);
    value(name, text);
  }

  void place() {
    value("place", cited(box_.place->name));
    if (box_.place->latitude && box_.place->longitude)
      value("coordinates",
            fmt::format("{{{{coord|{:.4f}|{:.4f}|display=inline}}}}", *box_.place->latitude, *box_.place->longitude));
  }

  [[nodiscard]] std::string cited(const InfoboxText& text) { return plain(text.text) + references(text.evidence); }

  [[nodiscard]] std::vector<std::string> texts_of(const std::vector<InfoboxText>& list) {
    std::vector<std::string> texts;
    texts.reserve(list.size());
    for (const InfoboxText& each : list) texts.push_back(cited(each));
    return texts;
  }

  // A reference for each report once, written out where it comes first.
  [[nodiscard]] std::string references(const std::vector<InfoboxEvidence>& evidence) {
    std::string text;
    std::vector<std::uint32_t> here;
    for (const InfoboxEvidence& each : evidence) {
      if (std::find(here.begin(), here.end(), each.report) != here.end()) continue;
      here.push_back(each.report);
      text += cited_[each.report] ? fmt::format("<ref name=\"report{}\" />", each.report + 1) : reference(each);
      cited_[each.report] = true;
    }
    return text;
  }

  [[nodiscard]] std::string reference(const InfoboxEvidence& evidence) const {
    const InfoboxReport& report = box_.reports[evidence.report];
    const bool web = report.url && (report.url->starts_with("https://") || report.url->starts_with("http://"));
    std::string text = fmt::format("<ref name=\"report{}\">{{{{{}|title={}", evidence.report + 1,
                                   web ? "cite web" : "cite news", plain(report.title.value_or(report.id)));
    if (report.publisher) text += "|work=" + plain(*report.publisher);
    if (report.published) text += "|date=" + plain(*report.published);
    if (web) text += "|url=" + plain(*report.url);
    if (!evidence.quote.empty()) text += "|quote=" + plain(evidence.quote);
    return text + "}}</ref>";
  }

  void column(std::size_t at) {
    const InfoboxColumn& column = box_.columns[at];
    // The third one spans the box where it holds civilians and third parties.
    const std::string number = column.combatants.empty() ? "3" : fmt::format("{}", at + 1);
    combatants(number, column);
    lines("commander" + number, texts_of(column.commanders));
    lines("units" + number, texts_of(column.units));
    std::vector<std::string> strength;
    strength.reserve(column.strength.size());
    for (const Casualty& each : column.strength)
      strength.push_back(plain(casualty_words(each.figure, false)) + references(each.evidence));
    lines("strength" + number, strength);
    casualties("casualties" + number, at);
  }

  void combatants(const std::string& number, const InfoboxColumn& column) {
    std::vector<std::string> names;
    for (const Combatant& each : column.combatants) {
      const std::string name = cited(each.name);
      names.push_back(each.supporter ? "'''Supported by:''' " + name : name);
    }
    lines("combatant" + number, names);
  }

  void casualties(const std::string& name, std::size_t at) {
    std::string text;
    for (const ClaimantLines& lines : lines_of(box_, at)) {
      if (!lines.head.empty()) text.append("\n'''").append(plain(lines.head)).append("'''");
      for (const Casualty* each : lines.casualties) {
        text.append("\n* ").append(plain(casualty_words(each->figure, box_.columns[at].combatants.empty())));
        text.append(references(each->evidence));
        if (!options_.history) continue;
        for (const record::Figure& earlier : each->earlier)
          text.append("\n** before: ").append(plain(casualty_words(earlier, false)));
      }
    }
    value(name, text);
  }

  const Infobox& box_;
  InfoboxOutputOptions options_;
  std::vector<bool> cited_;
  std::string out_;
};

}  // namespace

std::string infobox_wikitext(const Infobox& box, InfoboxOutputOptions options) {
  return WikiWriter(box, options).text();
}

}  // namespace counterclaim::publish
