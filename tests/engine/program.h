// Runs the built program in a folder of its own.
#pragma once

#include <filesystem>
#include <string>

namespace counterclaim::test {

struct Outcome {
  int status;  // -1: ended by a signal
  std::string out, err;
};

// A temporary folder, removed at the end.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  // Writes a file and gives its path.
  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const;
  // The path of a file in it, which need not be there.
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  // `arguments` and `environment` ("NAME=value") in the shell's syntax.
  [[nodiscard]] Outcome run(const std::string& arguments, const std::string& environment = "") const;

 private:
  std::filesystem::path folder_;
};

[[nodiscard]] std::string contents(const std::filesystem::path& path);

}  // namespace counterclaim::test
