#include "counterclaim/publish/record_json.h"

#include <string>

#include <doctest/doctest.h>

#include "publish/sample_record.h"

namespace {

using namespace counterclaim;
using publish::OffsetUnit;

std::string json_of(const record::ReportRecord& record, OffsetUnit offsets = OffsetUnit::kCodePoints,
                    bool explain = false) {
  std::string out;
  publish::append_record_json(
      out, record, {.engine = "counterclaim 0.1.0", .resources = "sha256:ab", .offsets = offsets, .explain = explain});
  return out;
}

// The value of the field `name`, a list or an object, where it stands first.
std::string part(const std::string& json, const std::string& name) {
  const std::string key = "\"" + name + "\": ";
  const std::size_t begin = json.find(key) + key.size();
  int depth = 0;
  std::size_t at = begin;
  do {
    if (json[at] == '[' || json[at] == '{') ++depth;
    if (json[at] == ']' || json[at] == '}') --depth;
    ++at;
  } while (depth > 0);
  return json.substr(begin, at - begin);
}

constexpr const char* kSource =
    R"({"begin": 14, "end": 26, "text": "the minister", "name": "N. Example", "side": "Armenia", "role": "Minister", )"
    R"("kind": "official", "via": "Example Wire"})";

}  // namespace

TEST_CASE("the head") {
  const std::string json = json_of(publish::full_record());
  CHECK(json.starts_with(
      R"({"engine": "counterclaim 0.1.0", "resources": "sha256:ab", "id": "x", "title": "A \"title\"", )"
      R"("publisher": "P", "published": "2022-09-13", "url": "U", "sha256": "00ff", "language": "en", )"
      R"("text": "🇦é– 105–215 died, the minister said.", "blocks": [{"begin": 0, "end": 36, "kind": "box_line"}], )"
      R"("sentences": [[0, 12], [13, 36]], "times": [)"));
  CHECK(json.find('\n') == std::string::npos);
  CHECK(json_of(publish::bare_record())
            .starts_with(R"({"engine": "counterclaim 0.1.0", "resources": "sha256:ab", "id": "1", "title": null, )"
                         R"("publisher": null, "published": null, "url": null, "sha256": "00", "language": null, )"
                         R"("blocks": [], "sentences": [], "times": [)"));
}

TEST_CASE("every field of a full record") {
  const std::string json = json_of(publish::full_record());
  CHECK(part(json, "times") ==
        R"([{"begin": 4, "end": 12, "text": "Tuesday", "type": "DATE", "value": "2022-09-13", "mod": "START", )"
        R"("quant": "1", "freq": "2X", "earliest": "2022-09-13T00:00", "latest": "2022-09-14T00:00"}])");
  CHECK(part(json, "places") ==
        R"([{"begin": 4, "end": 12, "text": "Goris", "name": "Goris", "kind": "locality", "latitude": 39.51, )"
        R"("longitude": 46.34, "country": "AM", "id": "geonames:174895", "within": ["Syunik", "Armenia"], )"
        R"("names": ["Goris"], "claimed_by": ["X"], "margin": 0.8}])");
  CHECK(part(json, "parties") ==
        R"([{"begin": 14, "end": 26, "text": "the minister", "name": "Ministry", "kind": "ministry", )"
        R"("side": "Armenia", "office": "office", "refers_to": 0}])");
  CHECK(part(json, "figures") ==
        std::string(R"([{"begin": 4, "end": 12, "measure": "killed_or_missing", "value": 105, "value_high": 215, )"
                    R"("bound": "range", "word": "dozens", "unit": "persons", "side": "Armenia", "kind": "military", )"
                    R"("polarity": "denied", "when": "2022-09-13", "counts": "cumulative", "hedge": "reportedly", )"
                    R"("who": {"begin": 4, "end": 8, "name": "Example"}, "part_of": 1, "same_as": 2, "place": 0, )"
                    R"("event": 3, "source": )") +
            kSource + "}]");
  CHECK(part(json, "tolls") ==
        R"([{"measure": "killed", "side": "Armenia", "kind": "unspecified", "value": 1000000, "value_high": 1.5, )"
        R"("bound": "at_least", "word": "scores", "unit": "persons", "when": "2022", "event": 0, )"
        R"("background": true, "source": 0, "figures": [0, 1]}])");
  CHECK(part(json, "statements") ==
        std::string(R"([{"begin": 4, "end": 26, "source": )") + kSource +
            R"(, "cue": "said", "cue_begin": 13, "cue_end": 14, "stance": "accuses", "content_begin": 4, )"
            R"("content_end": 12, "target": "Azerbaijan", "when": "2022-09", "parent": 1, "plover": "ACCUSE", )"
            R"("figures": [0], "events": [0, 1]}])");
  const std::size_t events = json.find(R"("events": [{)");
  REQUIRE(events != std::string::npos);
  CHECK(part(json.substr(events), "events") ==
        std::string(R"([{"begin": 4, "end": 12, "event": "shelling", "actor": "Azerbaijan", "target": "Armenia", )"
                    R"("instruments": ["artillery", "mortar"], "place": 0, "mentions": [[4, 8], [9, 12]], )"
                    R"("when": "2022-09-13", "source": )") +
            kSource +
            R"(, "status": "alleged", "hedge": "allegedly", "actor_text": "forces", "target_text": "posts", )"
            R"("links": [{"event": 3, "relation": "violates"}], "plover": "ASSAULT/bombard", )"
            R"("acled": "Shelling/artillery/missile attack"}])");
  CHECK(part(json, "diagnostics") == R"([{"begin": 1, "end": 2, "code": "control_characters", "text": "1"}, )"
                                     R"({"begin": 0, "end": 0, "code": "empty_text", "text": null}])");
  CHECK(json.ends_with("}]}"));
}

TEST_CASE("what is unknown is null") {
  const std::string json = json_of(publish::bare_record());
  CHECK(part(json, "figures") ==
        R"([{"begin": 0, "end": 0, "measure": "other", "value": null, "value_high": null, "bound": "exact", )"
        R"("word": null, "unit": "persons", "side": null, "kind": null, "polarity": "asserted", "when": null, )"
        R"("counts": null, "hedge": null, "who": null, "part_of": null, "same_as": null, "place": null, )"
        R"("event": null, "source": null}])");
  CHECK(part(json, "places") ==
        R"([{"begin": 0, "end": 0, "text": "", "name": null, "kind": null, "latitude": null, "longitude": null, )"
        R"("country": null, "id": null, "within": [], "names": [], "claimed_by": [], "margin": null}])");
  CHECK(part(json, "statements").find(R"("cue_begin": null, "cue_end": null, )") != std::string::npos);
  CHECK(part(json, "statements").find(R"("content_begin": null, "content_end": null, )") != std::string::npos);
  CHECK(json.find("\"rules\"") == std::string::npos);
  CHECK(json.ends_with(R"("diagnostics": []})"));
}

TEST_CASE("offsets in other units") {
  // 🇦 is 4 bytes and 2 UTF-16 units, é 2 bytes, – 3 bytes.
  CHECK(part(json_of(publish::full_record(), OffsetUnit::kBytes), "sentences") == "[[0, 20], [21, 44]]");
  CHECK(part(json_of(publish::full_record(), OffsetUnit::kUtf16), "sentences") == "[[0, 13], [14, 37]]");
  CHECK(json_of(publish::full_record(), OffsetUnit::kBytes).find(R"("mentions": [[10, 16], [17, 20]])") !=
        std::string::npos);
}

TEST_CASE("explanations") {
  const std::string json = json_of(publish::full_record(), OffsetUnit::kCodePoints, true);
  // The rule that filled a slot last is named.
  CHECK(json.find(R"("rules": {"source": "cue", "side": "possessive"}}], "tolls")") != std::string::npos);
  CHECK(json.find(R"("rules": {"actor": "subject"}}], "diagnostics")") != std::string::npos);
  const std::string bare = json_of(publish::bare_record(), OffsetUnit::kCodePoints, true);
  std::size_t found = 0;
  for (std::size_t at = bare.find("\"rules\": {}"); at != std::string::npos; at = bare.find("\"rules\": {}", at + 1))
    ++found;
  CHECK(found == 7);  // one for each list of items
}
