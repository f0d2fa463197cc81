#include "counterclaim/cli/reference.h"

#include <algorithm>

#include <fmt/format.h>

namespace counterclaim::cli {
namespace {

struct OptionEntry {
  std::string name;   // "--format", or "FILES" for a positional one
  std::string value;  // "jsonl|table", "TEXT"; "" for a flag
  std::vector<std::string> choices;
  std::string what;
  std::string standard;  // the value where none is given; "" where that goes without saying
  bool positional = false, required = false;
};

struct VerbEntry {
  std::string name, what, footer;
  std::vector<OptionEntry> options;
};

// The values that an option takes, where only some are right: CLI11 writes them into its type, "TEXT:{a,b}".
std::vector<std::string> choices_of(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return choices;
  for (std::size_t begin = open + 1; begin < close;) {
    const std::size_t end = std::min(type.find(',', begin), close);
    choices.push_back(type.substr(begin, end - begin));
    begin = end + 1;
  }
  return choices;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry entry;
  entry.positional = option.get_positional();
  entry.required = option.get_required();
  entry.name = option.get_positional() ? option.get_name(true) : option.get_name();
  if (entry.positional) std::erase(entry.name, ' ');
  const std::string type = option.get_type_name();
  entry.choices = choices_of(type);
  if (option.get_expected_max() > 0 && !entry.positional)
    entry.value = entry.choices.empty() ? type.substr(0, type.find(':')) : joined(entry.choices, "|");
  entry.what = option.get_description();
  entry.standard = option.get_default_str();
  return entry;
}

VerbEntry entry_of(const CLI::App& verb, const std::string& prefix) {
  VerbEntry entry{prefix + verb.get_name(), verb.get_description(), verb.get_footer(), {}};
  for (const CLI::Option* option : verb.get_options()) {
    if (!option->get_group().empty()) entry.options.push_back(entry_of(*option));
  }
  std::stable_sort(entry.options.begin(), entry.options.end(),
                   [](const OptionEntry& a, const OptionEntry& b) { return a.positional > b.positional; });
  return entry;
}

void add_verbs(const CLI::App& program, const std::string& prefix, std::vector<VerbEntry>& verbs) {
  for (const CLI::App* verb :
       program.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); })) {
    verbs.push_back(entry_of(*verb, prefix));
    add_verbs(*verb, prefix + verb->get_name() + " ", verbs);
  }
}

std::string synopsis_of(const VerbEntry& verb) {
  std::string text = "counterclaim " + verb.name + " [options]";
  for (const OptionEntry& option : verb.options) {
    if (option.positional)
      text += " " + option.name + (option.name.back() == 'S' && option.name != "CLAIMS" ? "…" : "");
  }
  return text;
}

std::string example_of(const VerbEntry& verb) {
  constexpr std::string_view kMark = "Example: ";
  const std::size_t begin = verb.footer.find(kMark);
  if (begin == std::string::npos) return "";
  const std::size_t end = std::min(verb.footer.find('\n', begin), verb.footer.size());
  return verb.footer.substr(begin + kMark.size(), end - begin - kMark.size());
}

std::string what_of(const OptionEntry& option) {
  return option.standard.empty() ? option.what : fmt::format("{} (standard: {})", option.what, option.standard);
}

// --- manual page
// ------------------------------------------------------------------------------------------------------

// Text for roff: a backslash, a hyphen that is a minus, and dots that would begin a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      if ((c == '.' || c == '\'') && out.empty()) out += "\\&";
      out += c;
    }
  }
  return out;
}

std::string man_page(const CLI::App& program, const std::vector<VerbEntry>& verbs) {
  std::string out = fmt::format(
      ".TH COUNTERCLAIM 1 \"\" \"{}\"\n.SH NAME\ncounterclaim \\- who says how many: the books of "
      "armed conflicts, kept from news reports\n.SH SYNOPSIS\n.B counterclaim\n.I verb\n"
      "[options] \\&.\\|.\\|.\n.SH DESCRIPTION\n{}\n.SH VERBS\n",
      roff(program.version()), roff(program.get_description()));
  for (const VerbEntry& verb : verbs) {
    out += fmt::format(".SS {}\n{}.\n.PP\n.B {}\n", roff(verb.name), roff(verb.what), roff(synopsis_of(verb)));
    for (const OptionEntry& option : verb.options) {
      out += fmt::format(".TP\n.B {}{}\n{}\n", roff(option.name), option.value.empty() ? "" : " " + roff(option.value),
                         roff(what_of(option)));
    }
    if (const std::string example = example_of(verb); !example.empty())
      out += fmt::format(".PP\nExample:\n.PP\n.nf\n    {}\n.fi\n", roff(example));
  }
  out +=
      ".SH EXIT STATUS\n0 done, 1 failed, 2 wrong usage, 3 done with rejected input, which is listed.\n"
      ".SH ENVIRONMENT\n.TP\n.B COUNTERCLAIM_DATA\nThe folder with model, resources and gazetteer, where it is not "
      "beside "
      "the program.\n.TP\n.B NO_COLOR\nNo colours on terminals.\n";
  return out;
}

// --- docs/command-line.md
// -----------------------------------------------------------------------------------------------

std::string in_table(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string markdown(const std::vector<VerbEntry>& verbs) {
  std::string out =
      "# The command line\n\nMade by `counterclaim reference markdown`; `man counterclaim` and the completions of "
      "shells come "
      "from the\nsame table. Data goes to standard output, messages to standard error. Exit status: 0 done, 1 failed, "
      "2 wrong "
      "usage, 3 done\nwith rejected input, which is listed.\n";
  for (const VerbEntry& verb : verbs) {
    out += fmt::format("\n## {}\n\n{}.\n\n```\n{}\n```\n", verb.name, verb.what, synopsis_of(verb));
    out += "\n| | |\n|---|---|\n";
    for (const OptionEntry& option : verb.options) {
      if (option.name == "--help") continue;
      out += fmt::format("| `{}{}` | {} |\n", option.name, option.value.empty() ? "" : " " + in_table(option.value),
                         in_table(what_of(option)));
    }
    if (const std::string example = example_of(verb); !example.empty())
      out += fmt::format("\nExample: `{}`\n", example);
  }
  return out;
}

// --- completions
// ------------------------------------------------------------------------------------------------------

// Words of one verb: its options and, behind a space, nothing else; the shell adds files.
std::string options_of(const VerbEntry& verb) {
  std::vector<std::string> names;
  for (const OptionEntry& option : verb.options) {
    if (!option.positional) names.push_back(option.name);
  }
  return joined(names, " ");
}

std::string first_words(const std::vector<VerbEntry>& verbs) {
  std::vector<std::string> names;
  for (const VerbEntry& verb : verbs) {
    if (verb.name.find(' ') == std::string::npos) names.push_back(verb.name);
  }
  return joined(names, " ");
}

std::string bash(const std::vector<VerbEntry>& verbs) {
  std::string out =
      "# bash completion for counterclaim\n_counterclaim() {\n  local word=${COMP_WORDS[COMP_CWORD]} "
      "before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n";
  out += fmt::format(
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n"
      "    return\n  fi\n  case \"$verb $before\" in\n",
      first_words(verbs));
  for (const VerbEntry& verb : verbs) {
    for (const OptionEntry& option : verb.options) {
      if (option.choices.empty()) continue;
      out += fmt::format("    '{} {}') COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                         verb.name.substr(0, verb.name.find(' ')), option.name, joined(option.choices, " "));
    }
  }
  out += "  esac\n  case \"$word\" in\n    -*)\n      case \"$verb\" in\n";
  for (const VerbEntry& verb : verbs) {
    if (verb.name.find(' ') == std::string::npos)
      out += fmt::format("        {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n", verb.name, options_of(verb));
  }
  out +=
      "      esac ;;\n    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n  esac\n}\ncomplete -o filenames -F "
      "_counterclaim "
      "counterclaim\n";
  return out;
}

// Inside single quotes of a shell, and of the brackets of zsh.
std::string in_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '[' || c == ']' || c == ':') {
      out += std::string("\\") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string zsh(const std::vector<VerbEntry>& verbs) {
  std::string out = "#compdef counterclaim\n_counterclaim() {\n  local -a verbs\n  verbs=(\n";
  for (const VerbEntry& verb : verbs) {
    if (verb.name.find(' ') == std::string::npos) out += fmt::format("    '{}:{}'\n", verb.name, in_quotes(verb.what));
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n  case $words[2] in\n";
  for (const VerbEntry& verb : verbs) {
    if (verb.name.find(' ') != std::string::npos) continue;
    out += fmt::format("    {}) _arguments", verb.name);
    for (const OptionEntry& option : verb.options) {
      if (option.positional) continue;
      const std::string values = option.value.empty()     ? ""
                                 : option.choices.empty() ? ":value:"
                                                          : ":value:(" + joined(option.choices, " ") + ")";
      out += fmt::format(" '{}[{}]{}'", option.name, in_quotes(option.what), values);
    }
    out += " '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n_counterclaim \"$@\"\n";
}

std::string fish(const std::vector<VerbEntry>& verbs) {
  const auto quote = [](std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out;
  };
  std::string out = "# fish completion for counterclaim\n";
  for (const VerbEntry& verb : verbs) {
    if (verb.name.find(' ') != std::string::npos) continue;
    out += fmt::format("complete -c counterclaim -n __fish_use_subcommand -f -a {} -d '{}'\n", verb.name,
                       quote(verb.what));
    for (const OptionEntry& option : verb.options) {
      if (option.positional) continue;
      const std::string values = option.value.empty()     ? ""
                                 : option.choices.empty() ? " -r"
                                                          : " -x -a '" + joined(option.choices, " ") + "'";
      out += fmt::format("complete -c counterclaim -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n", verb.name,
                         option.name.substr(2), values, quote(option.what));
    }
  }
  return out;
}

}  // namespace

const std::vector<std::string>& reference_formats() {
  static const std::vector<std::string> kFormats = {"bash", "fish", "man", "markdown", "zsh"};
  return kFormats;
}

std::optional<std::string> reference_of(const CLI::App& program, std::string_view format) {
  std::vector<VerbEntry> verbs;
  add_verbs(program, "", verbs);
  if (format == "man") return man_page(program, verbs);
  if (format == "markdown") return markdown(verbs);
  if (format == "bash") return bash(verbs);
  if (format == "zsh") return zsh(verbs);
  if (format == "fish") return fish(verbs);
  return std::nullopt;
}

}  // namespace counterclaim::cli
