// How many of the time expressions of outside narratives (TIMEX3 in .tml files) are found, and with what value.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/base/utf8.h"
#include "support/examples.h"
#include "support/test_data.h"

using namespace counterclaim;

namespace {

struct Expression {
  std::uint32_t begin = 0, end = 0;  // code points
  std::optional<std::string> value;
};

struct Narrative {
  std::string text;
  std::vector<Expression> expressions;
};

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string unescaped(std::string text) {
  for (const auto& [entity, sign] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""),
                                     std::pair("&apos;", "'"), std::pair("&amp;", "&")}) {
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
      text.replace(at, std::string_view(entity).size(), sign);
  }
  return text;
}

std::optional<std::string> value_in(const std::string& tag) {
  const std::size_t at = tag.find(" value=\"");
  if (at == std::string::npos) return std::nullopt;
  const std::string value = tag.substr(at + 8, tag.find('"', at + 8) - at - 8);
  return value == "null" ? std::nullopt : std::optional(value);
}

Narrative read_tml(const std::filesystem::path& path) {
  const std::string source = read_all(path);
  const std::size_t begin = source.find("<TEXT>") + 6;
  const std::string body = source.substr(begin, source.find("</TEXT>") - begin);
  Narrative narrative;
  std::uint32_t position = 0;
  std::vector<Expression> open;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t tag = std::min(body.find('<', at), body.size());
    const std::string plain = unescaped(body.substr(at, tag - at));
    narrative.text += plain;
    position += static_cast<std::uint32_t>(count_code_points(plain));
    if (tag == body.size()) break;
    const std::size_t close = body.find('>', tag);
    const std::string name = body.substr(tag, close - tag);
    if (name.starts_with("<TIMEX3")) {
      open.push_back({position, 0, value_in(name)});
    } else if (name.starts_with("</TIMEX3") && !open.empty()) {
      open.back().end = position;
      narrative.expressions.push_back(open.back());
      open.pop_back();
    }
    at = close + 1;
  }
  return narrative;
}

struct Score {
  std::size_t wanted = 0, found = 0, strict = 0, relaxed = 0, value = 0;
  double f1(std::size_t right) const { return 2.0 * static_cast<double>(right) / static_cast<double>(wanted + found); }
};

void add(const std::vector<Expression>& wanted, const std::vector<Expression>& found, Score& score) {
  score.wanted += wanted.size();
  score.found += found.size();
  std::vector<bool> wanted_used(wanted.size()), found_used(found.size());
  for (const bool exact : {true, false}) {
    for (std::size_t g = 0; g < wanted.size(); ++g) {
      for (std::size_t f = 0; f < found.size() && !wanted_used[g]; ++f) {
        const bool same = wanted[g].begin == found[f].begin && wanted[g].end == found[f].end;
        const bool overlap = wanted[g].begin < found[f].end && found[f].begin < wanted[g].end;
        if (found_used[f] || !(exact ? same : overlap)) continue;
        wanted_used[g] = found_used[f] = true;
        ++score.relaxed;
        score.strict += exact ? 1 : 0;
        score.value += wanted[g].value == found[f].value ? 1 : 0;
      }
    }
  }
}

}  // namespace

TEST_CASE("war narratives") {
  const auto data = test::test_data("time expressions of war narratives");
  if (!data) return;
  Score score;
  for (const auto& file : std::filesystem::directory_iterator(*data / "data" / "wikiwars" / "train")) {
    if (file.path().extension() != ".tml") continue;
    const Narrative narrative = read_tml(file.path());
    const record::Document report = test::Stages::get().document(narrative.text);
    const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
    std::vector<Expression> found;
    for (const ground::GroundedBlock& block : grounded.blocks) {
      for (const ground::GroundedTime& time : block.times)
        found.push_back({time.mention.span.begin, time.mention.span.end, time.mention.value});
    }
    add(narrative.expressions, found, score);
  }
  INFO(fmt::format("strict {:.3f} relaxed {:.3f} value {:.3f}", score.f1(score.strict), score.f1(score.relaxed),
                   score.f1(score.value)));
  CHECK(score.wanted > 0);
  CHECK(score.f1(score.strict) >= 0.92);
  CHECK(score.f1(score.relaxed) >= 0.96);
  CHECK(score.f1(score.value) >= 0.87);
}
