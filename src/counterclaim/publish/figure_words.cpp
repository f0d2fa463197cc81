#include "counterclaim/publish/figure_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "counterclaim/record/names.h"

namespace counterclaim::publish {
namespace {

// 136000 -> "136,000"; 7.5 -> "7.5"
std::string number(double value) {
  if (std::trunc(value) != value || std::fabs(value) >= 1e15) return fmt::format("{}", value);
  std::string digits = fmt::format("{:.0f}", value);
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string bounded(const record::Figure& figure) {
  const auto vague = [&] { return figure.word.value_or("?"); };
  if (figure.bound == record::Bound::kVague || !figure.value) return vague();
  std::string value = number(*figure.value);
  switch (figure.bound) {
    case record::Bound::kExact: return value;
    case record::Bound::kAtLeast: return "at least " + value;
    case record::Bound::kMoreThan: return "more than " + value;
    case record::Bound::kAtMost: return "up to " + value;
    case record::Bound::kLessThan: return "under " + value;
    case record::Bound::kAbout: return "about " + value;
    case record::Bound::kRange: return figure.value_high ? value + "–" + number(*figure.value_high) : value;
    case record::Bound::kVague: break;
  }
  return vague();
}

}  // namespace

std::string how_many(const record::Figure& figure) {
  std::string text = bounded(figure);
  if (figure.unit != "persons") text += " " + figure.unit;
  return figure.polarity == record::Polarity::kDenied ? "denied: " + text : text;
}

std::string spaced(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string what_happened(const record::Figure& figure) { return spaced(record::name_of(figure.measure)); }

std::string who_says(const record::Figure& figure) {
  if (!figure.source) return "(the report)";
  const record::Source& source = *figure.source;
  std::string text = source.name.value_or(source.text);
  // "Azerbaijan's ministry" tells the side itself; so does "Armenian ministry" but for its last letters.
  const bool told = !source.side || text.find(source.side->substr(0, 5)) != std::string::npos;
  if (!told) text += fmt::format(" ({})", *source.side);
  if (source.via) text += ", via " + *source.via;
  return text;
}

}  // namespace counterclaim::publish
