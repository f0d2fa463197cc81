// The layering of layers.txt, checked on the sources themselves.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

const fs::path kSource = COUNTERCLAIM_SOURCE_DIR;

using Layering = std::map<std::string, std::set<std::string>>;  // layer -> layers that it may include

Layering read_layering() {
  Layering layering;
  std::ifstream lines(kSource / "tests" / "architecture" / "layers.txt");
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string layer;
    std::string arrow;
    if (!(words >> layer >> arrow) || arrow != "->") continue;
    std::set<std::string>& allowed = layering[layer];
    for (std::string word; words >> word;) allowed.insert(word);
  }
  return layering;
}

// What is wrong with the includes of a source text of `layer`, one complaint each.
std::vector<std::string> wrong_includes(const Layering& layering, const std::string& layer, const std::string& name,
                                        std::istream& text) {
  std::vector<std::string> complaints;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("#include \"")) continue;
    const std::string path = line.substr(10, line.rfind('"') - 10);
    constexpr std::string_view kRoot = "counterclaim/";
    // Tables of data are included by the file beside them.
    if (path.ends_with(".inc") && path.find("..") == std::string::npos) continue;
    if (!path.starts_with(kRoot)) {
      complaints.push_back(name + " includes " + path + ", which is not a path from the root");
      continue;
    }
    const std::string included = path.substr(kRoot.size(), path.find('/', kRoot.size()) - kRoot.size());
    if (included != layer && !layering.at(layer).contains(included)) {
      complaints.push_back(name + " includes " + path + ", and " + layer + " may not include " + included);
    }
  }
  return complaints;
}

std::vector<std::string> wrong_includes_of(const std::string& layer, const std::string& text) {
  std::istringstream stream(text);
  return wrong_includes(read_layering(), layer, layer + "/example.cpp", stream);
}

bool is_code(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

template <class Visit>
void for_each_source(Visit visit) {
  for (const auto& entry : fs::recursive_directory_iterator(kSource / "src" / "counterclaim")) {
    if (entry.is_regular_file() && is_code(entry.path())) visit(entry.path());
  }
}

std::string layer_of(const fs::path& source) {
  return source.lexically_relative(kSource / "src" / "counterclaim").begin()->string();
}

TEST_CASE("a wrong include is named") {
  CHECK(wrong_includes_of("language", "#include \"counterclaim/base/error.h\"\n").empty());
  CHECK(wrong_includes_of("language", "#include \"counterclaim/language/token.h\"\n").empty());
  const auto upward = wrong_includes_of("language", "#include \"counterclaim/extract/figure_reader.h\"\n");
  REQUIRE(upward.size() == 1);
  CHECK(upward[0] ==
        "language/example.cpp includes counterclaim/extract/figure_reader.h, and language may not include extract");
  CHECK(wrong_includes_of("language", "#include \"../extract/figure_reader.h\"\n").size() == 1);
  CHECK(wrong_includes_of("base", "#include \"counterclaim/record/document.h\"\n").size() == 1);
}

TEST_CASE("every source includes only what its layer may") {
  const Layering layering = read_layering();
  for_each_source([&](const fs::path& path) {
    std::ifstream text(path);
    for (const std::string& complaint :
         wrong_includes(layering, layer_of(path), path.lexically_relative(kSource).string(), text)) {
      FAIL_CHECK(complaint);
    }
  });
}

TEST_CASE("the folders are those of the table, and the arrows have no circle") {
  const Layering layering = read_layering();
  std::set<std::string> folders;
  for (const auto& entry : fs::directory_iterator(kSource / "src" / "counterclaim")) {
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  }
  std::set<std::string> layers;
  std::set<std::string> above;  // layers whose arrows are settled
  for (std::size_t round = 0; round < layering.size(); ++round) {
    for (const auto& [layer, allowed] : layering) {
      layers.insert(layer);
      if (std::all_of(allowed.begin(), allowed.end(),
                      [&](const std::string& lower) { return above.contains(lower); })) {
        above.insert(layer);
      }
    }
  }
  CHECK(folders == layers);
  CHECK(above == layers);
}

TEST_CASE("files keep to a readable length") {
  for_each_source([](const fs::path& path) {
    std::ifstream text(path);
    const auto lines = std::count(std::istreambuf_iterator<char>(text), std::istreambuf_iterator<char>(), '\n');
    CAPTURE(path.lexically_relative(kSource).string());
    CHECK(lines <= 800);
  });
}

TEST_CASE("the analysing layers touch no clock, network or environment") {
  for_each_source([](const fs::path& path) {
    const std::string layer = layer_of(path);
    if (layer != "language" && layer != "ground" && layer != "attribute" && layer != "extract") return;
    std::ifstream text(path);
    for (std::string line; std::getline(text, line);) {
      for (const char* word : {"getenv", "std::chrono::system_clock", "<ctime>", "<sys/socket.h>", "std::locale("}) {
        CAPTURE(path.lexically_relative(kSource).string());
        CAPTURE(line);
        CHECK(line.find(word) == std::string::npos);
      }
    }
  });
}

}  // namespace
