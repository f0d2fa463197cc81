#include "store/samples.h"

#include <unistd.h>

#include "counterclaim/base/code_point_index.h"
#include "counterclaim/base/sha256.h"
#include "counterclaim/publish/record_json.h"
#include "publish/sample_record.h"

namespace counterclaim::test {

namespace fs = std::filesystem;

record::ReportRecord whole_record(const std::string& id) {
  record::ReportRecord record = publish::full_record();
  record.document.id = id;
  record.document.sha256 = sha256_hex(record.document.text);
  const record::ReportRecord bare = publish::bare_record();
  for (int n = 0; n < 2; ++n) record.figures.push_back(bare.figures[0]);
  for (int n = 0; n < 3; ++n) record.events.push_back(bare.events[0]);
  record.statements.push_back(bare.statements[0]);
  record.times.push_back(bare.times[0]);
  record.places.push_back(bare.places[0]);
  record.parties.push_back(bare.parties[0]);
  record.tolls.push_back(bare.tolls[0]);
  // Words that are those of the text.
  const CodePointIndex text(record.document.text);
  const auto reread = [&](auto& mention) { mention.text = text.slice(mention.span.begin, mention.span.end); };
  for (auto& time : record.times) reread(time);
  for (auto& place : record.places) reread(place);
  for (auto& party : record.parties) reread(party);
  for (auto& figure : record.figures) {
    if (figure.source) reread(*figure.source);
  }
  for (auto& event : record.events) {
    if (event.source) reread(*event.source);
  }
  for (auto& statement : record.statements) reread(statement.source);
  record.times[0].rules = {{"value", "deictic"}};
  return record;
}

record::ReportRecord small_record(const std::string& id, const std::string& text) {
  record::ReportRecord record;
  record.document.id = id;
  record.document.text = text;
  record.document.sha256 = sha256_hex(text);
  record.document.published = "1932-06-20";
  const auto end = static_cast<std::uint32_t>(text.find(' ') == std::string::npos ? text.size() : text.find(' '));
  record.sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  record::Figure& figure = record.figures.emplace_back();
  figure.span = {0, end};
  figure.measure = record::Measure::kKilled;
  figure.value = 12;
  figure.side = "Bolivia";
  figure.source = record::Source{{0, end}, text.substr(0, end), {}, "Paraguay", {}, {}, {}};
  return record;
}

std::string json_of(const record::ReportRecord& record) {
  std::string json;
  publish::append_record_json(json, record, {.engine = "", .resources = "", .explain = true});
  return json;
}

TemporaryFolder::TemporaryFolder() {
  static int number = 0;
  path_ =
      fs::temp_directory_path() / ("counterclaim-store-" + std::to_string(getpid()) + "-" + std::to_string(++number));
  fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace counterclaim::test
