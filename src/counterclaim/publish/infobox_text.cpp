#include <string_view>

#include "counterclaim/publish/casualty_words.h"
#include "counterclaim/publish/infobox_output.h"
#include "counterclaim/publish/terminal_text.h"

namespace counterclaim::publish {
namespace {

constexpr std::string_view kNone = "–";

class TextWriter {
 public:
  TextWriter(const Infobox& box, InfoboxOutputOptions options) : box_(box), options_(options) {}

  [[nodiscard]] std::string text() {
    if (box_.conflict) line("conflict", box_.conflict->text);
    if (box_.part_of) line("part of", box_.part_of->text);
    if (box_.date) line("date", box_.date->text.text);
    if (box_.place) line("place", box_.place->name.text);
    for (const InfoboxText& each : box_.territory) line("territory", each.text);
    if (box_.result) line("result", box_.result->text);
    if (box_.status) line("status", box_.status->text);
    columns("combatants", [](const InfoboxColumn& column) {
      std::vector<std::string> names;
      names.reserve(column.combatants.size());
      for (const Combatant& each : column.combatants)
        names.push_back(each.name.text + (each.supporter ? " (support)" : ""));
      return names;
    });
    columns("commanders", [](const InfoboxColumn& column) { return texts_of(column.commanders); });
    columns("units", [](const InfoboxColumn& column) { return texts_of(column.units); });
    columns("strength", [](const InfoboxColumn& column) {
      std::vector<std::string> amounts;
      amounts.reserve(column.strength.size());
      for (const Casualty& each : column.strength) amounts.push_back(casualty_words(each.figure, false));
      return amounts;
    });
    for (std::size_t n = 0; n < box_.columns.size(); ++n) casualties(n);
    for (const InfoboxText& note : box_.notes) line("note", note.text);
    return std::move(out_);
  }

 private:
  static std::vector<std::string> texts_of(const std::vector<InfoboxText>& list) {
    std::vector<std::string> texts;
    texts.reserve(list.size());
    for (const InfoboxText& each : list) texts.push_back(each.text);
    return texts;
  }

  static std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text.append(text.empty() ? "" : ", ").append(part);
    return text;
  }

  void line(std::string_view name, std::string_view text) {
    out_.append(name).append(": ").append(one_line(text)).append("\n");
  }

  // One line with a part for each column of belligerents; none where all are empty.
  template <class TextsOf>
  void columns(std::string_view name, TextsOf texts_of_column) {
    std::string text;
    bool any = false;
    for (const InfoboxColumn& column : box_.columns) {
      if (column.combatants.empty()) continue;
      const std::string part = joined(texts_of_column(column));
      any = any || !part.empty();
      text.append(text.empty() ? "" : " | ").append(part.empty() ? kNone : std::string_view(part));
    }
    if (any) line(name, text);
  }

  void casualties(std::size_t at) {
    const InfoboxColumn& column = box_.columns[at];
    if (column.casualties.empty()) return;
    std::vector<std::string> names;
    for (const Combatant& each : column.combatants) {
      if (!each.supporter) names.push_back(each.name.text);
    }
    out_.append("casualties: ").append(one_line(names.empty() ? "civilians and others" : joined(names))).append("\n");
    for (const ClaimantLines& lines : lines_of(box_, at)) {
      out_.append("  ").append(lines.head.empty() ? "The reports:" : one_line(lines.head)).append("\n");
      for (const Casualty* each : lines.casualties) {
        std::string text = casualty_words(each->figure, column.combatants.empty());
        if (each->figure.when) text += " (" + *each->figure.when + ")";
        if (!each->evidence.empty()) text += "  [" + box_.reports[each->evidence[0].report].id + "]";
        out_.append("    ").append(one_line(text)).append("\n");
        if (!options_.history) continue;
        for (const record::Figure& earlier : each->earlier)
          out_.append("      before: ").append(one_line(casualty_words(earlier, false))).append("\n");
      }
    }
  }

  const Infobox& box_;
  InfoboxOutputOptions options_;
  std::string out_;
};

}  // namespace

std::string infobox_text(const Infobox& box, InfoboxOutputOptions options) { return TextWriter(box, options).text(); }

}  // namespace counterclaim::publish
