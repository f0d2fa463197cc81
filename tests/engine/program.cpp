#include "engine/program.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <sys/wait.h>
#include <unistd.h>

namespace counterclaim::test {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Scratch::Scratch() : folder_(fs::temp_directory_path() / ("counterclaim-test-" + std::to_string(getpid()))) {
  fs::remove_all(folder_);
  fs::create_directories(folder_);
}

Scratch::~Scratch() { fs::remove_all(folder_); }

std::string Scratch::file(const std::string& name, const std::string& bytes) const {
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
  return (folder_ / name).string();
}

Outcome Scratch::run(const std::string& arguments, const std::string& environment) const {
  const fs::path out = folder_ / "stdout";
  const fs::path err = folder_ / "stderr";
  const std::string command = environment + " '" COUNTERCLAIM_BINARY_DIR "/counterclaim' " + arguments + " >'" +
                              out.string() + "' 2>'" + err.string() + "' </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(out), contents(err)};
}

}  // namespace counterclaim::test
