#include "counterclaim/ingest/reader.h"
#include "ingest/words.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

namespace {

using namespace counterclaim;

// A folder of input files that goes away with the test.
class InputFolder {
 public:
  InputFolder() : path_(std::filesystem::path(COUNTERCLAIM_BINARY_DIR) / "reader_test") {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "other");
  }
  ~InputFolder() { std::filesystem::remove_all(path_); }
  InputFolder(const InputFolder&) = delete;
  InputFolder& operator=(const InputFolder&) = delete;

  std::string add(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

// Each document as "id(published)=text", each rejection as "file:line code".
void check(const std::vector<std::string>& paths, const std::string& expected, ingest::ReaderOptions options = {},
           const std::string& standard_input = "") {
  std::istringstream stream(standard_input);
  ingest::Reader reader(paths, test::layout_words(), std::move(options), &stream);
  std::string out;
  while (const auto item = reader.next()) {
    if (!out.empty()) out += "; ";
    if (item->has_value()) {
      const record::Document& document = **item;
      out += document.id + "(" + document.published.value_or("") + ")=" + document.text;
    } else {
      const ingest::Rejection& rejection = item->error();
      out += std::filesystem::path(rejection.where()).filename().string() + " ";
      out += code_name(rejection.error.code);
    }
  }
  CHECK(out == expected);
}

// The one rejection of `paths` as "file: message".
std::string complaint(const std::vector<std::string>& paths, ingest::ReaderOptions options = {}) {
  ingest::Reader reader(paths, test::layout_words(), std::move(options));
  while (const auto item = reader.next()) {
    if (item->has_value()) continue;
    return std::filesystem::path(item->error().where()).filename().string() + ": " + item->error().error.message;
  }
  return "";
}

// Descriptor 0 is a folder, or closed, until the guard goes.
class BrokenStandardInput {
 public:
  explicit BrokenStandardInput(const char* folder) : kept_(dup(STDIN_FILENO)) {
    close(STDIN_FILENO);
    if (folder != nullptr) REQUIRE(open(folder, O_RDONLY | O_CLOEXEC) == STDIN_FILENO);
  }
  ~BrokenStandardInput() {
    close(STDIN_FILENO);
    if (kept_ >= 0) dup2(kept_, STDIN_FILENO);
    if (kept_ >= 0) close(kept_);
    std::clearerr(stdin);
    std::cin.clear();
  }
  BrokenStandardInput(const BrokenStandardInput&) = delete;
  BrokenStandardInput& operator=(const BrokenStandardInput&) = delete;

 private:
  int kept_;
};

}  // namespace

TEST_CASE("files one after the other") {
  const InputFolder folder;
  const std::string lines = folder.add("b.jsonl", "{\"text\": \"B1\"}\n\n{\"id\": \"x\", \"text\": \"B3\"}");
  const std::string more = folder.add("c.NDJSON", "{\"text\": \"C1\", \"published\": \"2022-09-14\"}\n");
  const std::string text = folder.add("a.TXT", "A");
  check({text, lines, more}, "a()=A; 1()=B1; x()=B3; 1(2022-09-14)=C1");
  check({text, more}, "a(2022-09-13)=A; 1(2022-09-14)=C1", {.published = "2022-09-13"});
  check({"-", text}, "s()=S; a()=A", {}, "{\"id\": \"s\", \"text\": \"S\"}");
  check({}, "");
  check({folder.add("empty.jsonl", ""), folder.add("empty.txt", "")}, "empty()=");
}

TEST_CASE("what cannot be read is rejected in its place") {
  const InputFolder folder;
  const std::string text = folder.add("a.txt", "A");
  check({folder.path() + "/none.txt", text}, "none.txt file_not_found; a()=A");
  check({folder.path() + "/none.jsonl", text}, "none.jsonl file_not_found; a()=A");
  check({folder.path() + "/other", text}, "other file_unreadable; a()=A");
  check({folder.add("a.docx", "x"), folder.add("b", "x"), text},
        "a.docx input_format_unknown; b input_format_unknown; a()=A");
  check({folder.add("wide.txt", "\xFF\xFE"), text}, "wide.txt encoding_unsupported; a()=A");
  check({folder.add("long.txt", std::string(101, 'x')), text}, "long.txt text_too_large; a()=A",
        {.longest_bytes = 100});
  check({folder.add("bad.jsonl", "{\"text\": \"1\"}\nbad\n{\"text\": \"3\"}"), text},
        "1()=1; bad.jsonl:2 input_malformed; 3()=3; a()=A");
  check({"-"}, "(standard input):1 input_malformed", {}, "bad");
  std::filesystem::create_directories(folder.path() + "/folder.jsonl");
  check({folder.path() + "/folder.jsonl"}, "folder.jsonl file_unreadable");
  std::filesystem::create_directories(folder.path() + "/folder.txt");
  check({folder.path() + "/folder.txt"}, "folder.txt file_unreadable");
}

TEST_CASE("ids") {
  const InputFolder folder;
  const std::string a = folder.add("a.txt", "A");
  const std::string other_a = folder.add("other/a.txt", "another A");
  // One id, two texts: the second is rejected. The same report twice is read twice.
  check({a, other_a, a}, "a()=A; a.txt duplicate_id; a()=A");
  check({"-"}, "x()=1; (standard input):2 duplicate_id; x()=1", {},
        "{\"id\": \"x\", \"text\": \"1\"}\n{\"id\": \"x\", \"text\": \"2\"}\n{\"id\": \"x\", \"text\": \"1\"}");
  check({a, "-"}, "a()=A; (standard input):1 duplicate_id", {}, "{\"id\": \"a\", \"text\": \"1\"}");
  // Numbers of lines are compared within their file, with the ids that it tells too.
  const std::string lines = folder.add("l.jsonl", "{\"text\": \"1\"}\n");
  const std::string more_lines = folder.add("m.jsonl", "{\"text\": \"2\"}\n");
  check({lines, more_lines}, "1()=1; 1()=2");
  check({"-"}, "2()=1; (standard input):2 duplicate_id", {}, "{\"id\": \"2\", \"text\": \"1\"}\n{\"text\": \"2\"}");
  check({"-"}, "1()=1; (standard input):2 duplicate_id", {}, "{\"text\": \"1\"}\n{\"id\": 1, \"text\": \"2\"}");
}

TEST_CASE("numbers of lines are not compared with ids that another file tells") {
  const InputFolder folder;
  const std::string told = folder.add("told.jsonl", "{\"id\": \"1\", \"text\": \"T\"}\n");
  const std::string numbered = folder.add("numbered.jsonl", "{\"text\": \"N\"}\n");
  check({told, numbered}, "1()=T; 1()=N");
  check({numbered, told}, "1()=N; 1()=T");
  // An id that two files tell is compared with the numbers of both.
  const std::string again = folder.add("again.jsonl", "\n{\"id\": \"1\", \"text\": \"T\"}\n");
  const std::string both = folder.add("both.jsonl", "{\"text\": \"N\"}\n{\"id\": \"1\", \"text\": \"T\"}\n");
  const std::string third = folder.add("third.jsonl", "\n{\"id\": \"3\", \"text\": \"T\"}\n{\"text\": \"N\"}\n");
  check({told, again, numbered}, "1()=T; 1()=T; 1()=N");
  check({told, both}, "1()=T; 1()=N; both.jsonl:2 duplicate_id");
  check({third, third}, "3()=T; third.jsonl:3 duplicate_id; 3()=T; third.jsonl:3 duplicate_id");
}

TEST_CASE("the name of a .txt file that is no UTF-8") {
  const InputFolder folder;
  check({folder.add("caf\xE9 1.txt", "A")}, "caf\uFFFD 1()=A");
}

TEST_CASE("standard input that cannot be read") {
  for (const char* input : {"/", static_cast<const char*>(nullptr)}) {
    const BrokenStandardInput broken(input);
    ingest::Reader reader({"-"}, test::layout_words());
    const auto item = reader.next();
    REQUIRE(item.has_value());
    REQUIRE_FALSE(item->has_value());
    CHECK(item->error().error.code == ErrorCode::kFileUnreadable);
    CHECK_FALSE(reader.next().has_value());
  }
}

TEST_CASE("messages tell what helps and leave the path to where()") {
  const InputFolder folder;
  const std::string a = folder.add("a.txt", "A");
  CHECK(complaint({a, folder.add("other/a.txt", "another A")}) ==
        "a.txt: another report with the id \"a\" has another text; the id of a .txt file is its name: rename it, or "
        "give ids in .jsonl");
  CHECK(complaint({folder.add("l.jsonl", "{\"id\": \"x\", \"text\": \"1\"}\n{\"id\": \"x\", \"text\": \"2\"}")}) ==
        "l.jsonl:2: another report with the id \"x\" has another text; give each report an \"id\" of its own");
  CHECK(complaint({folder.add("a.docx", "x")}) ==
        "a.docx: the name ends with none of .txt, .jsonl and .ndjson; for JSON lines from a pipe give '-'");
  CHECK(complaint({folder.path() + "/none.txt"}) == "none.txt: there is no such file");
  CHECK(complaint({folder.path() + "/none.jsonl"}) == "none.jsonl: there is no such file");
  CHECK(complaint({folder.path() + "/other"}) == "other: this is a folder; name the files in it");
  CHECK(complaint({folder.add("long.txt", "12345")}, {.longest_bytes = 4}) ==
        "long.txt: the file has more than 4 bytes");
}
