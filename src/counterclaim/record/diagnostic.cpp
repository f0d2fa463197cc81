#include "counterclaim/record/diagnostic.h"

namespace counterclaim::record {

std::string_view diagnostic_name(DiagnosticCode code) {
  switch (code) {
    case DiagnosticCode::kInvalidUtf8Replaced: return "invalid_utf8_replaced";
    case DiagnosticCode::kByteOrderMarkRemoved: return "byte_order_mark_removed";
    case DiagnosticCode::kControlCharacters: return "control_characters";
    case DiagnosticCode::kEmptyText: return "empty_text";
    case DiagnosticCode::kFieldIgnored: return "field_ignored";
    case DiagnosticCode::kLongParagraph: return "long_paragraph";
    case DiagnosticCode::kLanguageNotEnglish: return "language_not_english";
    case DiagnosticCode::kPlaceUnresolved: return "place_unresolved";
  }
  return "unknown";
}

std::optional<DiagnosticCode> diagnostic_named(std::string_view name) {
  for (int value = 0;; ++value) {
    const auto code = static_cast<DiagnosticCode>(value);
    const std::string_view known = diagnostic_name(code);
    if (known == "unknown") return std::nullopt;
    if (known == name) return code;
  }
}

}  // namespace counterclaim::record
