#include "counterclaim/engine/data_hash.h"

#include <filesystem>
#include <map>
#include <system_error>

#include <fmt/format.h>

#include "counterclaim/base/file.h"
#include "counterclaim/base/sha256.h"
#include "counterclaim/ground/gazetteer.h"

namespace counterclaim::engine {
namespace {

namespace fs = std::filesystem;

bool is_any(const fs::path& /*path*/) { return true; }

bool is_resource(const fs::path& path) {
  return !path.filename().string().starts_with('.') && (path.extension() == ".toml" || path.extension() == ".tsv");
}

Result<void> add_files(const fs::path& folder, const std::string& name, bool (*counts)(const fs::path& path),
                       std::map<std::string, fs::path>& files) {
  std::error_code failed;
  fs::recursive_directory_iterator at(folder, failed);
  for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
    if (counts(at->path()) && at->is_regular_file(failed))
      files[name + "/" + at->path().lexically_relative(folder).generic_string()] = at->path();
  }
  if (failed) return fail(ErrorCode::kFileUnreadable, fmt::format("'{}' cannot be read", folder.string()));
  return {};
}

}  // namespace

Result<std::string> hash_of_data(const DataFolder& data) {
  std::map<std::string, fs::path> files;
  if (auto added = add_files(data.model, "model", is_any, files); !added) return tl::unexpected(added.error());
  if (auto added = add_files(data.resources, "resources", is_resource, files); !added)
    return tl::unexpected(added.error());
  std::string lines;
  for (const auto& [name, path] : files) {
    const auto bytes = read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    lines += fmt::format("{}  {}\n", sha256_hex(*bytes), name);
  }
  for (std::size_t i = 0; i < data.gazetteers.size(); ++i) {
    const auto gazetteer = ground::Gazetteer::open(data.gazetteers[i]);
    if (!gazetteer) return tl::unexpected(gazetteer.error());
    lines += fmt::format("{}  gazetteers/{}\n", gazetteer->checksum(), i);
  }
  return "sha256:" + sha256_hex(lines);
}

}  // namespace counterclaim::engine
