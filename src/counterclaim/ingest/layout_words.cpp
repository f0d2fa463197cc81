#include "counterclaim/ingest/layout_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "counterclaim/base/ascii.h"
#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/characters.h"

namespace counterclaim::ingest {
namespace {

struct PatternSection {
  std::string_view name;
  LayoutWords::Role role;
};

constexpr std::array<PatternSection, 12> kPatternSections{{{"residue_line", LayoutWords::kResidueLine},
                                                           {"residue_sentence", LayoutWords::kResidueSentence},
                                                           {"link_label", LayoutWords::kLinkLabel},
                                                           {"title_label", LayoutWords::kTitleLabel},
                                                           {"link_list", LayoutWords::kLinkList},
                                                           {"caption_lead", LayoutWords::kCaptionLead},
                                                           {"caption_credit", LayoutWords::kCaptionCredit},
                                                           {"picture_word", LayoutWords::kPictureWord},
                                                           {"byline_lead", LayoutWords::kBylineLead},
                                                           {"byline_sentence", LayoutWords::kBylineSentence},
                                                           {"date_lead", LayoutWords::kDateLead},
                                                           {"date_line", LayoutWords::kDateLine}}};

struct ListSection {
  std::string_view name;
  LayoutWords::List list;
};

constexpr std::array<ListSection, LayoutWords::kLists> kListSections{{{"small_word", LayoutWords::kSmallWords},
                                                                      {"date_word", LayoutWords::kDateWords},
                                                                      {"medium", LayoutWords::kMedia},
                                                                      {"menu_item", LayoutWords::kMenuItems},
                                                                      {"reader_word", LayoutWords::kReaderWords},
                                                                      {"note_word", LayoutWords::kNoteWords},
                                                                      {"picture_option", LayoutWords::kPictureOptions},
                                                                      {"hidden_element", LayoutWords::kHiddenElements},
                                                                      {"element", LayoutWords::kElements},
                                                                      {"file_ending", LayoutWords::kFileEndings},
                                                                      {"shortcode", LayoutWords::kShortcodes}}};

template <class Sections>
auto section_named(const Sections& sections, std::string_view name) {
  return std::find_if(sections.begin(), sections.end(), [&](const auto& known) { return known.name == name; });
}

bool begins_folded(std::string_view text, std::string_view folded) {
  return text.size() >= folded.size() &&
         std::equal(folded.begin(), folded.end(), text.begin(), [](char a, char b) { return a == lower_ascii(b); });
}

}  // namespace

Result<LayoutWords> LayoutWords::load(const std::filesystem::path& resources) {
  const std::filesystem::path folder = resources / "layout";
  LayoutWords words;
  return words.load_file(folder / "residue.toml")
      .and_then([&] { return words.load_file(folder / "captions.toml"); })
      .and_then([&] { return words.load_file(folder / "bylines.toml"); })
      .and_then([&] { return words.load_file(folder / "markup.toml"); })
      .and_then([&] { return LanguageFinder::load(folder / "languages.toml"); })
      .map([&](LanguageFinder languages) {
        words.languages_ = std::move(languages);
        return std::move(words);
      });
}

Result<void> LayoutWords::load_file(const std::filesystem::path& path) {
  const auto file = read_resource_file(path, {"words", "kind", "citation", "characters", "stem"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const ResourceEntry& entry : file->entries) {
    if (!take(entry)) return file->malformed(entry.line, "unknown section, or 'words' that this section cannot have");
  }
  return {};
}

bool LayoutWords::take(const ResourceEntry& entry) {
  const std::vector<std::string>& words = entry.list("words");
  if (words.empty()) return false;
  if (const auto* section = section_named(kPatternSections, entry.section); section != kPatternSections.end()) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& pattern) { return patterns_.add(pattern, section->role); });
  }
  if (const auto* section = section_named(kListSections, entry.section); section != kListSections.end()) {
    lists_[section->list].insert(words.begin(), words.end());
  } else if (entry.section == "namespace") {
    return take_namespaces(entry);
  } else if (entry.section == "entity") {
    return take_entities(entry);
  } else if (entry.section == "template") {
    for (const std::string& name : words) templates_.push_back({name, entry.flag("citation")});
  } else if (entry.section == "contribution") {
    contributions_ = words;
    contribution_stem_ = entry.text("stem");
    return std::all_of(words.begin(), words.end(), [&](const std::string& phrase) {
      return !contribution_stem_.empty() && phrase.find(contribution_stem_) != std::string::npos;
    });
  } else if (entry.section == "correspondence") {
    correspondences_ = words;
  } else if (entry.section == "post_link") {
    post_links_ = words;
  } else if (entry.section == "editors_ending") {
    editors_endings_ = words;
  } else {
    return false;
  }
  return true;
}

bool LayoutWords::take_namespaces(const ResourceEntry& entry) {
  const std::string_view kind = entry.text("kind");
  constexpr std::array<std::string_view, 4> kKinds{"template", "file", "category", "project"};
  const auto found = std::find(kKinds.begin(), kKinds.end(), kind);
  if (found == kKinds.end()) return false;
  for (const std::string& name : entry.list("words"))
    namespaces_.push_back({name, static_cast<NamespaceKind>(found - kKinds.begin())});
  return true;
}

bool LayoutWords::take_entities(const ResourceEntry& entry) {
  const auto& names = entry.list("words");
  const auto& characters = entry.list("characters");
  if (names.size() != characters.size()) return false;
  for (std::size_t n = 0; n < names.size(); ++n) {
    if (characters[n].empty()) return false;
    entities_.emplace(names[n], decode_utf8(characters[n], 0).value);
  }
  return true;
}

bool LayoutWords::ends_editors_tag(std::string_view inner) const {
  return std::any_of(editors_endings_.begin(), editors_endings_.end(),
                     [&](const std::string& ending) { return inner.ends_with(ending); });
}

char32_t LayoutWords::entity(std::string_view name) const {
  const auto found = entities_.find(name);
  return found == entities_.end() ? 0 : found->second;
}

const LayoutWords::Namespace* LayoutWords::namespace_at_end(std::string_view before) const {
  const Namespace* longest = nullptr;
  for (const Namespace& known : namespaces_) {
    if (!before.ends_with(known.name) || (longest != nullptr && longest->name.size() >= known.name.size())) continue;
    // A name in Latin letters may be the end of another word: "Profile:".
    const std::size_t begin = before.size() - known.name.size();
    const bool inside = begin > 0 && is_letter(decode_utf8(before, previous_code_point(before, begin)).value);
    if (!inside || !is_ascii(known.name)) longest = &known;
  }
  return longest;
}

LayoutWords::Template LayoutWords::template_at(std::string_view text) const {
  Template longest;
  for (const TemplateName& known : templates_) {
    if (known.folded.size() <= longest.bytes || !begins_folded(text, known.folded)) continue;
    const std::string_view behind = text.substr(known.folded.size());
    // "Cite webШаблон:Dead link": the next namespace may follow without a space.
    const bool ends =
        behind.empty() || !is_letter(decode_utf8(behind, 0).value) || static_cast<unsigned char>(behind[0]) >= 0x80;
    if (ends) longest = {known.folded.size(), known.citation};
  }
  return longest;
}

}  // namespace counterclaim::ingest
