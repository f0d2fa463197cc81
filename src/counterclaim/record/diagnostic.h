// What was noticed while reading a report and does not stop it. docs/errors.md lists the codes.
//
// Layer: record.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "counterclaim/base/span.h"

namespace counterclaim::record {

// Names (diagnostic_name) are public and never change.
enum class DiagnosticCode {
  kInvalidUtf8Replaced,   // bytes that are no UTF-8 became U+FFFD; text: how many
  kByteOrderMarkRemoved,  // a mark at the beginning of a file was left out of the text
  kControlCharacters,     // NUL or other control characters stand in the text; span: the first; text: how many
  kEmptyText,             // nothing but white space
  kFieldIgnored,          // a field of the input has an unusable value and is left unset; text: field and value
  kLongParagraph,  // a block over the limit of one analysis was cut, at white space where there is any; span: the block
  kLanguageNotEnglish,  // nothing is read out of the report; text: the code of its language
  kPlaceUnresolved,     // a name is a place's, and which place it is stays open; span and text: the name
};

[[nodiscard]] std::string_view diagnostic_name(DiagnosticCode code);
// The code of that name; nullopt: there is none.
[[nodiscard]] std::optional<DiagnosticCode> diagnostic_named(std::string_view name);

struct Diagnostic {
  CodePointSpan span;  // of the report's text; empty where it concerns the whole report
  DiagnosticCode code;
  std::string text;
};

}  // namespace counterclaim::record
