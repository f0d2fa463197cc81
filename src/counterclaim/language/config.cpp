#include "counterclaim/language/config.h"

#include <fmt/format.h>

namespace counterclaim::language {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos) out.push_back(c);
  }
  return out;
}

}  // namespace

Result<Config> Config::parse(std::string_view text) {
  Config config;
  std::string section;
  int number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
      continue;
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
      return fail(ErrorCode::kModelMalformed, fmt::format("config.cfg, line {}: no section and no value", number));
    }
    config.values_[fmt::format("{}:{}", section, trimmed(line.substr(0, equals)))] = trimmed(line.substr(equals + 1));
  }
  return config;
}

std::string Config::value(std::string_view section, std::string_view name) const {
  std::string key = fmt::format("{}:{}", section, name);
  // A reference may lead to another; a circle of them ends in nothing.
  for (int steps = 0; steps < 8; ++steps) {
    const auto found = values_.find(key);
    if (found == values_.end()) return {};
    const std::string& value = found->second;
    if (!value.starts_with("${") || !value.ends_with("}")) return value;
    key = value.substr(2, value.size() - 3);
  }
  return {};
}

Result<void> Config::require(std::string_view section, std::string_view name, std::string_view json) const {
  const std::string found = without_blanks(value(section, name));
  if (found == json) return {};
  return fail(ErrorCode::kModelUnsupported, fmt::format("config.cfg: [{}] {} is {}, and only {} is supported", section,
                                                        name, found.empty() ? "missing" : found, json));
}

}  // namespace counterclaim::language
