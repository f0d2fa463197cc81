#include "counterclaim/publish/infobox_words.h"

#include <algorithm>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/resource_file.h"

namespace counterclaim::publish {
namespace {

struct Section {
  std::string_view name, field;
  InfoboxWords::List list;
};

constexpr std::array kSections = {
    Section{"opposes", "stems", InfoboxWords::kOpposes},
    Section{"helps", "stems", InfoboxWords::kHelps},
    Section{"conflict", "words", InfoboxWords::kConflict},
    Section{"commander", "words", InfoboxWords::kCommander},
    Section{"commander", "not_words", InfoboxWords::kNoCommander},
    Section{"unit", "words", InfoboxWords::kUnit},
    Section{"each_its_own", "words", InfoboxWords::kEachItsOwn},
    Section{"equipment", "words", InfoboxWords::kEquipment},
    Section{"ceasefire", "words", InfoboxWords::kCeasefire},
    Section{"within", "words", InfoboxWords::kWithin},
};

// Letters beyond ASCII belong to words.
bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool begins_word(std::string_view text, std::size_t at) { return at == 0 || !is_word_byte(text[at - 1]); }
bool ends_word(std::string_view text, std::size_t at) { return at == text.size() || !is_word_byte(text[at]); }

}  // namespace

Result<void> InfoboxWords::load_file(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"stems", "words", "not_words"});
  if (!file) return tl::unexpected(file.error());
  for (const ResourceEntry& entry : file->entries) {
    bool known = false;
    for (const Section& section : kSections) {
      if (entry.section != section.name) continue;
      known = true;
      for (const std::string& word : entry.list(section.field)) lists_[section.list].push_back(lower_ascii(word));
    }
    if (!known) return file->malformed(entry.line, "no part of an infobox has this name");
  }
  return {};
}

Result<InfoboxWords> InfoboxWords::load(const std::filesystem::path& resources) {
  InfoboxWords words;
  for (const char* name : {"connections.toml", "nouns.toml"}) {
    if (const Result<void> read = words.load_file(resources / "infobox" / name); !read)
      return tl::unexpected(read.error());
  }
  return words;
}

bool InfoboxWords::any_stem(List list, std::string_view text) const {
  const std::string lower = lower_ascii(text);
  const std::string_view view = lower;
  for (std::size_t at = 0; at < view.size(); ++at) {
    if (!is_word_byte(view[at]) || !begins_word(view, at)) continue;
    if (std::any_of(lists_[list].begin(), lists_[list].end(),
                    [&](const std::string& stem) { return view.substr(at).starts_with(stem); })) {
      return true;
    }
  }
  return false;
}

bool InfoboxWords::any_word(List list, std::string_view text) const {
  const std::string lower = lower_ascii(text);
  return std::any_of(lists_[list].begin(), lists_[list].end(), [&](const std::string& word) {
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      if (begins_word(lower, at) && ends_word(lower, at + word.size())) return true;
    }
    return false;
  });
}

}  // namespace counterclaim::publish
