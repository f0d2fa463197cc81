// The words by which the parts of a page are known: what is residue, a caption, a byline, markup. resources/layout/.
//
//   Result<LayoutWords> words = LayoutWords::load("resources");
//   words->patterns().match(tokens, LayoutWords::kResidueSentence)
//
// Layer: ingest. Loads files once. Thread safety: const methods may run concurrently.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/base/error.h"
#include "counterclaim/base/resource_file.h"
#include "counterclaim/base/string_map.h"
#include "counterclaim/ingest/language_finder.h"
#include "counterclaim/ingest/line_patterns.h"

namespace counterclaim::ingest {

class LayoutWords {
 public:
  // What a pattern stands for.
  enum Role : std::uint8_t {
    kResidueLine,      // a line that is all of it: "Advertisement"
    kResidueSentence,  // the beginning of a sentence that speaks to the reader about the page: "Sign up for our"
    kLinkLabel,        // before the title of another page: "Read more:"
    kTitleLabel,       // before a headline that links to another page and is the report's: "See also:"
    kLinkList,         // a line above titles of other pages: "Related stories"
    kCaptionLead,      // before a caption: "Image caption"
    kCaptionCredit,    // a line or the last sentence of one, that says whose picture it is: "Image via Telegram"
    kPictureWord,      // begins what stands in brackets behind a caption: "File photo"
    kBylineLead,       // before names: "By", "Reporting by"
    kBylineSentence,   // the beginning of a sentence about who wrote the report
    kDateLead,         // before a date of the page: "Last updated"
    kDateLine,         // a line that is all of it: "2 hours ago"
  };

  // Reads the files of `resources`/layout. Errors: those of read_resource_file, resource_malformed.
  [[nodiscard]] static Result<LayoutWords> load(const std::filesystem::path& resources);

  [[nodiscard]] const LinePatterns& patterns() const { return patterns_; }
  [[nodiscard]] const LanguageFinder& languages() const { return languages_; }

  enum List : std::uint8_t {
    kSmallWords,      // stand between names: "of", "and"
    kDateWords,       // of a time or date: "am", "gmt", "ago"
    kMedia,           // agencies and outlets, folded as LineTokens does: "associated press"
    kMenuItems,       // what menus name: "home", "sport"
    kReaderWords,     // by which a page speaks to its readers: "our", "you"
    kNoteWords,       // before the number of a footnote: "note", "nb"
    kPictureOptions,  // of a picture in wiki text: "thumb", "right"
    kHiddenElements,  // of HTML, whose content is no text of the page: "ref"
    kElements,        // others of HTML
    kFileEndings,     // of pictures and films: "jpg"
    kShortcodes,      // of blogs, in square brackets: "pullquote"
  };
  static constexpr std::size_t kLists = 11;
  [[nodiscard]] bool has(List list, std::string_view word) const { return lists_[list].contains(word); }

  // What sentences at the end of a report hold that say who worked on it: "contributed to this report"; the letters
  // that all of them hold; and what sentences before such a one hold: "reported from".
  [[nodiscard]] const std::vector<std::string>& contributions() const { return contributions_; }
  [[nodiscard]] const std::string& contribution_stem() const { return contribution_stem_; }
  [[nodiscard]] const std::vector<std::string>& correspondences() const { return correspondences_; }
  // What the links begin with that social networks put behind a post: "https://".
  [[nodiscard]] const std::vector<std::string>& post_links() const { return post_links_; }

  // Ends of what editors ask in brackets: "needed".
  [[nodiscard]] bool ends_editors_tag(std::string_view inner) const;
  // "nbsp" -> U' '; 0: there is no such name.
  [[nodiscard]] char32_t entity(std::string_view name) const;

  enum class NamespaceKind : std::uint8_t { kTemplate, kFile, kCategory, kProject };
  struct Namespace {
    std::string name;  // "Template", "Шаблон"
    NamespaceKind kind;
  };
  // The namespace whose name ends `before`, as one word at least: "…place.Шаблон" -> Шаблон.
  [[nodiscard]] const Namespace* namespace_at_end(std::string_view before) const;

  struct Template {
    std::size_t bytes = 0;  // 0: no template that is known begins here
    bool citation = false;
  };
  // The longest name of a template with which `text` begins, in upper or lower case.
  [[nodiscard]] Template template_at(std::string_view text) const;

 private:
  [[nodiscard]] Result<void> load_file(const std::filesystem::path& path);
  [[nodiscard]] bool take(const ResourceEntry& entry);
  [[nodiscard]] bool take_namespaces(const ResourceEntry& entry);
  [[nodiscard]] bool take_entities(const ResourceEntry& entry);

  struct TemplateName {
    std::string folded;
    bool citation;
  };

  LinePatterns patterns_;
  LanguageFinder languages_;
  std::array<StringSet, kLists> lists_;
  std::vector<std::string> contributions_, correspondences_, post_links_, editors_endings_;
  std::string contribution_stem_;
  StringMap<char32_t> entities_;
  std::vector<Namespace> namespaces_;
  std::vector<TemplateName> templates_;
};

}  // namespace counterclaim::ingest
