// Reads the rules of the attribute ruler: MessagePack [{"patterns": [[{key: test, ..}, ..], ..],
// "attrs": {name: value}, "index": n}, ..] to AttributeRuler::Pattern.

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>

#include <fmt/format.h>

#include "counterclaim/language/attribute_ruler.h"
#include "counterclaim/language/finite_regex.h"

namespace counterclaim::language {

class AttributeRuleReader {
 public:
  explicit AttributeRuleReader(LabelTable& labels) : labels_(labels) {}

  Result<AttributeRuler> read(const MsgpackValue& rules) {
    if (!rules.is_array()) return fail(ErrorCode::kModelMalformed, "attribute ruler: no list of rules");
    for (const MsgpackValue& rule : rules.items()) {
      ++rule_;
      if (!read_rule(rule)) return fail(code_, fmt::format("attribute ruler, rule {}: {}", rule_ - 1, reason_));
    }
    return std::move(ruler_);
  }

 private:
  using Pattern = AttributeRuler::Pattern;
  using TokenTest = AttributeRuler::TokenTest;
  using Strings = std::vector<std::string>;
  static constexpr std::size_t kMostPatterns = 65535;

  bool malformed(std::string reason) {
    reason_ = std::move(reason);
    code_ = ErrorCode::kModelMalformed;
    return false;
  }
  bool unsupported(std::string reason) {
    reason_ = std::move(reason);
    code_ = ErrorCode::kModelUnsupported;
    return false;
  }

  bool read_rule(const MsgpackValue& rule) {
    const MsgpackValue* const patterns = rule.find("patterns");
    const MsgpackValue* const attributes = rule.find("attrs");
    const MsgpackValue* const index = rule.find("index");
    if (patterns == nullptr || !patterns->is_array() || attributes == nullptr || !attributes->is_map() ||
        index == nullptr || !index->bits()) {
      return malformed("patterns, attrs or index missing");
    }
    Pattern written;
    if (!read_attributes(*attributes, written)) return false;
    for (const MsgpackValue& tokens : patterns->items()) {
      Pattern pattern = written;
      if (!read_pattern(tokens, *index->bits(), pattern)) return false;
      ruler_.add(std::move(pattern));
    }
    return true;
  }

  bool read_pattern(const MsgpackValue& tokens, std::uint64_t index, Pattern& pattern) {
    if (!tokens.is_array() || tokens.items().empty()) return malformed("a pattern without tokens");
    if (tokens.items().size() > AttributeRuler::kMaxPatternTokens) return unsupported("a pattern of too many tokens");
    if (index >= tokens.items().size()) return unsupported("an index outside the pattern");
    if (rule_ > kMostPatterns || ruler_.patterns_.size() >= kMostPatterns) return unsupported("too many patterns");
    pattern.rule = static_cast<std::uint16_t>(rule_);
    pattern.target = static_cast<std::uint16_t>(index);
    for (const MsgpackValue& token : tokens.items()) {
      if (!token.is_map()) return malformed("a token that is no map");
      if (!read_token(token, pattern.tests.emplace_back())) return false;
    }
    return true;
  }

  bool read_token(const MsgpackValue& token, TokenTest& test) {
    const auto& items = token.items();
    for (std::size_t n = 0; n < items.size(); n += 2) {
      const auto key = items[n].string();
      const MsgpackValue& value = items[n + 1];
      bool good = false;
      if (key == "TAG") {
        good = read_test(value, test.tag);
      } else if (key == "DEP") {
        good = read_test(value, test.dep);
      } else if (key == "LOWER") {
        good = read_test(value, test.word);
      } else if (key == "IS_SPACE" && value.type() == MsgpackValue::Type::kBool) {
        (value.is_true() ? test.only_space : test.only_other) = true;
        good = true;
      } else {
        return unsupported(fmt::format("the token test \"{}\"", key.value_or("")));
      }
      if (!good) return false;
    }
    return true;
  }

  // A string to be equal to, or a map of IN, NOT_IN and REGEX, all of which must hold.
  template <class Id>
  bool read_test(const MsgpackValue& value, AttributeRuler::IdTest<Id>& test) {
    if (const auto text = value.string()) {
      restrict_to(Strings{std::string(*text)}, test);
      return true;
    }
    if (!value.is_map()) return unsupported("a test that is neither a string nor a map");
    const auto& items = value.items();
    for (std::size_t n = 0; n < items.size(); n += 2) {
      const auto name = items[n].string();
      Strings strings;
      if (name == "REGEX" && std::is_same_v<Id, std::uint32_t>) {
        const auto words = words_of_regex(items[n + 1].string().value_or(""));
        if (!words) return unsupported("a regular expression that is not a list of words");
        restrict_to(*words, test);
      } else if ((name == "IN" || name == "NOT_IN") && read_strings(items[n + 1], strings)) {
        if (name == "IN") {
          restrict_to(strings, test);
        } else {
          for (const std::string& text : strings) test.not_in.push_back(id_of<Id>(text));
        }
      } else {
        return unsupported(fmt::format("the test \"{}\"", name.value_or("")));
      }
    }
    return true;
  }

  static bool read_strings(const MsgpackValue& list, Strings& strings) {
    if (!list.is_array()) return false;
    for (const MsgpackValue& item : list.items()) {
      if (!item.string()) return false;
      strings.emplace_back(*item.string());
    }
    return true;
  }

  template <class Id>
  void restrict_to(const Strings& strings, AttributeRuler::IdTest<Id>& test) {
    std::vector<Id> ids;
    for (const std::string& text : strings) {
      const Id id = id_of<Id>(text);
      const bool possible = !test.restricted || std::find(test.in.begin(), test.in.end(), id) != test.in.end();
      if (possible && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    test.in = std::move(ids);
    test.restricted = true;
  }

  template <class Id>
  Id id_of(std::string_view text) {
    if constexpr (std::is_same_v<Id, LabelId>) {
      return labels_.intern(text);
    } else {
      return ruler_.words_.insert(text);
    }
  }

  bool read_attributes(const MsgpackValue& attributes, Pattern& pattern) {
    const auto& items = attributes.items();
    for (std::size_t n = 0; n < items.size(); n += 2) {
      const auto name = items[n].string();
      const auto value = items[n + 1].string();
      const auto attribute = attribute_named(name.value_or(""));
      if (!attribute || !value) return unsupported(fmt::format("the attribute \"{}\"", name.value_or("")));
      std::uint16_t& written = pattern.values[*attribute];
      if (*attribute == AttributeRuler::kPos) {
        if (!read_pos(*value, written)) return unsupported(fmt::format("the part of speech \"{}\"", *value));
      } else {
        // "_" is how the Universal Dependencies write "no features".
        const bool no_features = *attribute == AttributeRuler::kMorph && *value == "_";
        written = labels_.intern(no_features ? "" : *value);
      }
      pattern.sets[*attribute] = true;
    }
    return true;
  }

  static std::optional<AttributeRuler::Attribute> attribute_named(std::string_view name) {
    if (name == "TAG") return AttributeRuler::kTag;
    if (name == "DEP") return AttributeRuler::kDep;
    if (name == "MORPH") return AttributeRuler::kMorph;
    if (name == "LEMMA") return AttributeRuler::kLemma;
    if (name == "POS") return AttributeRuler::kPos;
    return std::nullopt;
  }

  static bool read_pos(std::string_view name, std::uint16_t& pos) {
    for (pos = 0; pos <= static_cast<std::uint16_t>(Pos::kSpace); ++pos) {
      if (pos_name(static_cast<Pos>(pos)) == name) return true;
    }
    return false;
  }

  LabelTable& labels_;
  AttributeRuler ruler_;
  std::size_t rule_ = 0;  // counted from 1
  std::string reason_;
  ErrorCode code_ = ErrorCode::kModelMalformed;
};

Result<AttributeRuler> AttributeRuler::load(const MsgpackValue& patterns, LabelTable& labels) {
  return AttributeRuleReader(labels).read(patterns);
}

}  // namespace counterclaim::language
