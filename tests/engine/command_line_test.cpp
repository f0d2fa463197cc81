// The program as a user runs it: exit statuses, messages, output.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <simdjson.h>

#include "engine/program.h"

namespace {

using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

namespace fs = std::filesystem;

const std::string kReport =
    R"({"id": "r1", "published": "2021-05-02", "text": "The army said that 12 soldiers were killed."})"
    "\n";

TEST_CASE("extract writes one object a report") {
  const Scratch scratch;
  const Outcome outcome = scratch.run("extract " + scratch.file("a.jsonl", kReport));
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
  simdjson::dom::parser parser;
  const simdjson::dom::element record = parser.parse(outcome.out).value();
  CHECK(std::string_view(record["id"].get_string().value()) == "r1");
  CHECK(std::string_view(record["engine"].get_string().value()).starts_with("counterclaim "));
  CHECK(std::string_view(record["resources"].get_string().value()).starts_with("sha256:"));
  CHECK(record["sentences"].get_array().value().size() == 1);
  const simdjson::dom::element figure = record["figures"].at(0).value();
  CHECK(std::string_view(figure["measure"].get_string().value()) == "killed");
  CHECK(figure["value"].get_double().value() == 12);
  CHECK(std::string_view(figure["source"]["text"].get_string().value()) == "The army");
  for (const char* list : {"blocks", "times", "places", "parties", "tolls", "statements", "events", "diagnostics"}) {
    CHECK(record[list].is_array());
  }
}

TEST_CASE("a report in another language is kept, and nothing is read out of it") {
  const Scratch scratch;
  const std::string report =
      R"({"id": "r2", "text": "Según el alcalde, los soldados que cruzaron el río por la noche no son más de 12."})";
  const Outcome outcome = scratch.run("extract " + scratch.file("a.jsonl", report + "\n"));
  CHECK(outcome.status == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::element record = parser.parse(outcome.out).value();
  CHECK(std::string_view(record["language"].get_string().value()) == "es");
  CHECK(record["blocks"].get_array().value().size() == 1);
  for (const char* list : {"sentences", "times", "places", "parties", "figures", "tolls", "statements", "events"})
    CHECK(record[list].get_array().value().size() == 0);
  const simdjson::dom::element diagnostic = record["diagnostics"].at(0).value();
  CHECK(std::string_view(diagnostic["code"].get_string().value()) == "language_not_english");
}

TEST_CASE("extract --html writes the page of one report") {
  const Scratch scratch;
  const std::string two = scratch.file("two.jsonl", kReport + R"({"id": "r2", "text": "Nine miners died."})"
                                                              "\n");
  const Outcome one = scratch.run("extract --html --report r1 " + two);
  CHECK(one.status == 0);
  CHECK(one.out.starts_with("<!DOCTYPE html>"));
  CHECK(one.out.find("12 soldiers were killed") != std::string::npos);
  CHECK(one.out.find("Nine") == std::string::npos);
  const Outcome several = scratch.run("extract --html " + two);
  CHECK(several.status == 2);
  CHECK(several.err.find("--report ID") != std::string::npos);
  CHECK(scratch.run("extract --html --report r3 " + two).status == 2);
  CHECK(scratch.run("extract --html --format table " + two).status == 2);
  CHECK(scratch.run("extract --report r2 " + two).out.find("\"r1\"") == std::string::npos);
}

TEST_CASE("rejected lines are named, the others are read, and the status says so") {
  const Scratch scratch;
  const Outcome outcome = scratch.run("extract " + scratch.file("a.jsonl", "{\"text\": 1}\n" + kReport + "not json\n"));
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("a.jsonl:1") != std::string::npos);
  CHECK(outcome.err.find("a.jsonl:3") != std::string::npos);
  CHECK(outcome.err.find("2 of 3 reports rejected") != std::string::npos);
  CHECK(outcome.out.find("\"r1\"") != std::string::npos);
}

TEST_CASE("no text stops a run") {
  const Scratch scratch;
  std::string reports;
  for (const std::string unit : {"12 ", "three hundred and ", "12 May 2021, ", "Lima, Peru, ", "the village of ",
                                 "the Peruvian army ", "he said ",
                                 "\xE2\x80\x98\xE2\x80\x9C"
                                 "he said ",
                                 "((((a ", "a", "\xF0\x9F\x98\x80"}) {
    std::string text;
    while (text.size() < 8'000) text += unit;
    reports += R"({"published": "2021-05-02", "text": ")" + text + "\"}\n";
  }
  const Outcome outcome = scratch.run("extract --quiet " + scratch.file("hostile.jsonl", reports));
  CHECK(outcome.status == 0);
  CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 11);
}

TEST_CASE("output does not depend on the number of threads") {
  const Scratch scratch;
  std::string reports;
  for (int n = 0; n < 60; ++n) {
    reports += R"({"id": ")" + std::to_string(n) + R"(", "text": "Rebels killed )" + std::to_string(n + 2) +
               R"( guards on Monday. The ministry of Chad denied that anyone was hurt."})" + "\n";
  }
  const std::string file = scratch.file("many.jsonl", reports);
  const std::string expected = scratch.run("extract --explain --threads 1 " + file).out;
  CHECK(!expected.empty());
  for (const char* threads : {"2", "4"}) {
    CHECK(scratch.run("extract --explain --threads " + std::string(threads) + " " + file).out == expected);
  }
  const std::string parsed = scratch.run("parse --batch 1 --threads 1 " + file).out;
  CHECK(scratch.run("parse --batch 64 --threads 3 " + file).out == parsed);
}

TEST_CASE("parse gives JSON lines and CoNLL-U") {
  const Scratch scratch;
  const std::string file = scratch.file("note.txt", "Troops left Goma.\n");
  const Outcome jsonl = scratch.run("parse " + file);
  CHECK(jsonl.status == 0);
  CHECK(jsonl.out.starts_with(
      R"({"id": "note", "tokens": [[0, 6, "NNS", "NOUN", "Number=Plur", "troop", 1, "nsubj", 1, "O"])"));
  const Outcome conllu = scratch.run("parse --format conllu " + file);
  CHECK(conllu.out ==
        "# newdoc id = note\n"
        "# sent_id = note-1\n"
        "# text = Troops left Goma.\n"
        "1\tTroops\ttroop\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
        "2\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\tGoma\tGoma\tPROPN\tNNP\tNumber=Sing\t2\tdobj\t_\tSpaceAfter=No|NER=B-PERSON\n"
        "4\t.\t.\tPUNCT\t.\tPunctType=Peri\t2\tpunct\t_\tSpaceAfter=No\n"
        "\n");
}

TEST_CASE("CoNLL-U has no document without sentences") {
  const Scratch scratch;
  const std::string reports = R"({"id": "blank", "text": " \n "})"
                              "\n"
                              R"({"id": "two", "text": "Troops left. They won."})"
                              "\n";
  const Outcome outcome = scratch.run("parse --format conllu " + scratch.file("a.jsonl", reports));
  CHECK(outcome.out.find("blank") == std::string::npos);
  CHECK(outcome.out.starts_with("# newdoc id = two\n# sent_id = two-1\n# text = Troops left.\n"));
  CHECK(outcome.out.find("\n\n# sent_id = two-2\n# text = They won.\n") != std::string::npos);
}

TEST_CASE("usage errors") {
  const Scratch scratch;
  for (const char* arguments : {"", "frobnicate", "extract", "extract --format yaml x.txt", "parse --threads 0 x.txt",
                                "extract --published yesterday x.txt"}) {
    CAPTURE(arguments);
    const Outcome outcome = scratch.run(arguments);
    CHECK(outcome.status == 2);
    CHECK(outcome.err.starts_with("counterclaim: "));
    CHECK(outcome.err.ends_with(" (usage)\n"));
  }
  CHECK(
      scratch.run("prase x").err ==
      "counterclaim: there is no verb 'prase'; there are read, reports, figures, statements, events, relations, "
      "incidents, toll, ledger, ceasefires, reactions, show, check, infobox, export, verify, extract, parse, gazetteer "
      "(usage)\n");
}

TEST_CASE("messages have no power over the terminal") {
  const Scratch scratch;
  const std::string line = R"({"id": "a\u001b[31m", "text": "One."})"
                           "\n";
  const std::string other = R"({"id": "a\u001b[31m", "text": "Two."})"
                            "\n";
  const std::string file = scratch.file("x\x1b]0;t\x07\xff.jsonl", line + other + "not json\n");
  const Outcome outcome = scratch.run("parse '" + file + "'");
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("not json") == std::string::npos);
  CHECK(outcome.err.find("x ]0;t \xEF\xBF\xBD.jsonl:3") != std::string::npos);
  CHECK(outcome.err.find('\x1b') == std::string::npos);
  CHECK(outcome.err.find('\x07') == std::string::npos);
  CHECK(scratch.run("\"$(printf 'p\\033[31m')\"").err.find('\x1b') == std::string::npos);
}

TEST_CASE("output that cannot be written is a failure") {
  if (!fs::exists("/dev/full")) return;
  const Scratch scratch;
  const std::string file = scratch.file("note.txt", "Troops left Goma.\n");
  for (const std::string& arguments : {std::string("--help"), std::string("--version"), "parse " + file}) {
    CAPTURE(arguments);
    const Outcome outcome = scratch.run(arguments + " >/dev/full 2>'" + file + ".err' #");
    CHECK(outcome.status == 1);
    CHECK(counterclaim::test::contents(file + ".err") ==
          "counterclaim: standard output cannot be written (file_unwritable)\n");
  }
}

TEST_CASE("help and version") {
  const Scratch scratch;
  const Outcome help = scratch.run("extract --help");
  CHECK(help.status == 0);
  CHECK(help.out.find("Example: counterclaim extract") != std::string::npos);
  CHECK(help.out.find("Exit status: 0 done, 1 failed, 2 usage, 3 done with rejected input\n") != std::string::npos);
  CHECK(scratch.run("--version").out.starts_with("counterclaim "));
}

TEST_CASE("what is missing is said, with the command that helps") {
  const Scratch scratch;
  const Outcome outcome = scratch.run("extract " + scratch.file("a.jsonl", kReport), "COUNTERCLAIM_DATA=/nonexistent");
  CHECK(outcome.status == 1);
  CHECK(outcome.err.find("/nonexistent") != std::string::npos);
  CHECK(outcome.err.find("COUNTERCLAIM_DATA") != std::string::npos);
  const Outcome no_file = scratch.run("extract /nonexistent.txt");
  CHECK(no_file.status == 3);
  CHECK(no_file.err.find("/nonexistent.txt") != std::string::npos);
}

TEST_CASE("what lies beside the resources does not change their hash") {
  const Scratch scratch;
  const std::string report = scratch.file("a.jsonl", kReport);
  const fs::path data = fs::path(report).parent_path() / "data";
  fs::create_directories(data);
  fs::create_directory_symlink(COUNTERCLAIM_MODEL_DIR, data / "model");
  fs::copy(COUNTERCLAIM_RESOURCE_DIR, data / "resources", fs::copy_options::recursive);
  fs::create_symlink(COUNTERCLAIM_GAZETTEER_FILE, data / "world.gazetteer");
  const auto hash = [&] {
    simdjson::dom::parser parser;
    const std::string out = scratch.run("extract " + report, "COUNTERCLAIM_DATA='" + data.string() + "'").out;
    return std::string(std::string_view(parser.parse(out)["resources"].get_string().value()));
  };
  const std::string before = hash();
  for (const char* name : {"times.toml~", ".times.toml", "notes.md"}) {
    CHECK(!scratch.file("data/resources/" + std::string(name), "x = 1\n").empty());
  }
  fs::create_symlink("nobody@host", data / "resources" / ".#parties.toml");
  CHECK(hash() == before);
  CHECK(!scratch.file("data/resources/added.toml", "x = 1\n").empty());
  CHECK(hash() != before);
}

TEST_CASE("a data folder without a model is passed over if there is a complete one") {
  const Scratch scratch;
  const std::string report = scratch.file("note.txt", "Troops left Goma.\n");
  const fs::path folder = fs::path(report).parent_path();
  fs::create_directories(folder / "bin" / "share");
  fs::create_directories(folder / "share" / "counterclaim");
  fs::copy_file(COUNTERCLAIM_BINARY_DIR "/counterclaim", folder / "bin" / "counterclaim");
  const std::string command = "'" + (folder / "bin" / "counterclaim").string() + "' parse '" + report + "' >'" +
                              (folder / "out").string() + "' 2>&1";
  CHECK(std::system(command.c_str()) != 0);
  CHECK(counterclaim::test::contents(folder / "out").find("no language model in") != std::string::npos);
  fs::create_directory_symlink(COUNTERCLAIM_BINARY_DIR "/share/counterclaim",
                               folder / "bin" / "share" / "counterclaim");
  CHECK(std::system(command.c_str()) == 0);
}

TEST_CASE("fetching the model replaces no other folder") {
  const Scratch scratch;
  const std::string config = scratch.file("config.cfg", "[nlp]\n");
  CHECK(!scratch.file("meta.json", R"({"name": "core_web_sm", "version": "3.7.1"})").empty());
  const std::string command =
      "'" COUNTERCLAIM_SOURCE_DIR "/scripts/fetch-model' '" + fs::path(config).parent_path().string() + "' 2>/dev/null";
  CHECK(std::system(command.c_str()) != 0);
  CHECK(fs::exists(config));
}

}  // namespace
