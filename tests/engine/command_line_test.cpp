// The program as a user runs it: exit statuses, messages, output.
#include <string>

#include <doctest/doctest.h>
#include <simdjson.h>

#include "engine/program.h"

namespace {

using counterclaim::test::Outcome;
using counterclaim::test::Scratch;

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

TEST_CASE("rejected lines are named, the others are read, and the status says so") {
  const Scratch scratch;
  const Outcome outcome = scratch.run("extract " + scratch.file("a.jsonl", "{\"text\": 1}\n" + kReport + "not json\n"));
  CHECK(outcome.status == 3);
  CHECK(outcome.err.find("a.jsonl:1") != std::string::npos);
  CHECK(outcome.err.find("a.jsonl:3") != std::string::npos);
  CHECK(outcome.err.find("2 of 3 reports rejected") != std::string::npos);
  CHECK(outcome.out.find("\"r1\"") != std::string::npos);
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
        "# text = Troops left Goma.\n"
        "1\tTroops\ttroop\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
        "2\tleft\tleave\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
        "3\tGoma\tGoma\tPROPN\tNNP\tNumber=Sing\t2\tdobj\t_\tSpaceAfter=No|NER=B-PERSON\n"
        "4\t.\t.\tPUNCT\t.\tPunctType=Peri\t2\tpunct\t_\tSpaceAfter=No\n"
        "\n");
}

TEST_CASE("usage errors") {
  const Scratch scratch;
  for (const char* arguments : {"", "frobnicate", "extract", "extract --format yaml x.txt", "parse --threads 0 x.txt",
                                "extract --published yesterday x.txt"}) {
    CAPTURE(arguments);
    const Outcome outcome = scratch.run(arguments);
    CHECK(outcome.status == 2);
    CHECK_FALSE(outcome.err.empty());
  }
}

TEST_CASE("help and version") {
  const Scratch scratch;
  const Outcome help = scratch.run("extract --help");
  CHECK(help.status == 0);
  CHECK(help.out.find("Example: counterclaim extract") != std::string::npos);
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

}  // namespace
