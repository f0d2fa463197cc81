#include "counterclaim/ingest/json_lines.h"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <simdjson.h>

#include "counterclaim/base/utf8.h"
#include "counterclaim/ingest/byte_order_mark.h"
#include "counterclaim/ingest/characters.h"
#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/ingest/line_reader.h"

namespace counterclaim::ingest {
namespace {

using simdjson::dom::element;

constexpr std::size_t kKeptBytes = std::size_t{1} << 20;  // buffers above are given back after use
constexpr std::size_t kShownBytes = 60;                   // of a value in a message

std::string shortened(std::string text) {
  if (text.size() <= kShownBytes) return text;
  std::size_t end = kShownBytes;
  while (end > 0 && is_continuation_byte(text[end])) --end;
  return text.substr(0, end) + "…";
}

// The fields of one line, gathered in one pass over its object.
class ReportFields {
 public:
  Result<RawReport> read(const simdjson::dom::object& line);
  [[nodiscard]] bool has_id() const { return has_id_; }

 private:
  enum Field { kId, kTitle, kPublisher, kPublished, kUrl, kText, kFields };
  static constexpr std::array<std::string_view, kFields> kNames = {"id",        "title", "publisher",
                                                                   "published", "url",   "text"};

  std::optional<Error> take(Field field, const element& value);
  std::optional<std::string> optional_string(Field field, const element& value);
  void take_id(const element& value);
  void take_published(const element& value);
  void ignore(Field field, const element& value);

  RawReport report_;
  bool has_id_ = false;
};

Result<RawReport> ReportFields::read(const simdjson::dom::object& line) {
  std::array<bool, kFields> seen{};
  for (const simdjson::dom::key_value_pair field : line) {
    for (std::size_t n = 0; n < kFields; ++n) {
      if (field.key != kNames[n]) continue;
      if (seen[n]) {
        return fail(ErrorCode::kInputMalformed, fmt::format("the field \"{}\" stands twice", kNames[n]));
      }
      seen[n] = true;
      if (std::optional<Error> error = take(static_cast<Field>(n), field.value)) {
        return tl::unexpected<Error>(*std::move(error));
      }
    }
  }
  if (!seen[kText]) return fail(ErrorCode::kInputMalformed, "there is no field \"text\"");
  return std::move(report_);
}

std::optional<Error> ReportFields::take(Field field, const element& value) {
  switch (field) {
    case kId: take_id(value); break;
    case kTitle: report_.title = optional_string(field, value); break;
    case kPublisher: report_.publisher = optional_string(field, value); break;
    case kPublished: take_published(value); break;
    case kUrl: report_.url = optional_string(field, value); break;
    case kText: {
      std::string_view text;
      if (value.get(text) != simdjson::SUCCESS) return Error{ErrorCode::kInputMalformed, "\"text\" is not a string"};
      report_.text = text;
      break;
    }
    case kFields: break;
  }
  return std::nullopt;
}

std::optional<std::string> ReportFields::optional_string(Field field, const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    if (text.empty()) return std::nullopt;
    return std::string(text);
  }
  if (!value.is_null()) ignore(field, value);
  return std::nullopt;
}

void ReportFields::take_id(const element& value) {
  if (value.is_int64() || value.is_uint64()) {
    report_.id = simdjson::minify(value);
  } else {
    report_.id = optional_string(kId, value).value_or("");
  }
  has_id_ = !report_.id.empty();
}

void ReportFields::take_published(const element& value) {
  const std::optional<std::string> text = optional_string(kPublished, value);
  if (!text) return;
  report_.published = iso_date(*text);
  if (!report_.published) ignore(kPublished, value);
}

void ReportFields::ignore(Field field, const element& value) {
  report_.diagnostics.push_back({{},
                                 record::DiagnosticCode::kFieldIgnored,
                                 fmt::format("{}: {}", kNames[field], shortened(simdjson::minify(value)))});
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

Error parse_error(simdjson::error_code code, std::string_view line) {
  if (code == simdjson::UTF8_ERROR) {
    return {ErrorCode::kTextInvalidUtf8,
            fmt::format("the line is not valid UTF-8 from its byte {} on", first_invalid_utf8(line).value_or(0) + 1)};
  }
  return {ErrorCode::kInputMalformed, fmt::format("the line is not valid JSON: {}", simdjson::error_message(code))};
}

}  // namespace

struct JsonLinesReader::State {
  State(std::istream* stream, std::size_t longest) : lines(stream, longest), longest_line_bytes(longest) {}

  LineReader lines;
  std::size_t longest_line_bytes;
  std::string line;
  simdjson::dom::parser parser;
  bool ended = false;
  bool id_is_line_number = false;

  Result<RawReport> parse();
  void release();
};

// Reads `line`, to which it appends the padding that the parser needs.
Result<RawReport> JsonLinesReader::State::parse() {
  const std::size_t bytes = line.size();
  line.append(simdjson::SIMDJSON_PADDING, '\0');
  element root;
  const simdjson::error_code code =
      parser.parse(reinterpret_cast<const std::uint8_t*>(line.data()), bytes, false).get(root);
  if (code != simdjson::SUCCESS) {
    return tl::unexpected<Error>(parse_error(code, std::string_view(line).substr(0, bytes)));
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return fail(ErrorCode::kInputMalformed, "the line is not a JSON object");
  ReportFields fields;
  Result<RawReport> report = fields.read(object);
  id_is_line_number = report && !fields.has_id();
  if (id_is_line_number) report->id = std::to_string(lines.line_number());
  return report;
}

// Memory stays flat whatever the longest line was.
void JsonLinesReader::State::release() {
  if (line.capacity() <= kKeptBytes) return;
  std::string().swap(line);
  parser = simdjson::dom::parser();
}

JsonLinesReader::JsonLinesReader(std::istream* stream, std::size_t longest_line_bytes)
    : state_(std::make_unique<State>(stream, longest_line_bytes)) {}
JsonLinesReader::~JsonLinesReader() = default;
JsonLinesReader::JsonLinesReader(JsonLinesReader&&) noexcept = default;
JsonLinesReader& JsonLinesReader::operator=(JsonLinesReader&&) noexcept = default;

std::optional<tl::expected<RawReport, RejectedLine>> JsonLinesReader::next() {
  State& state = *state_;
  const auto reject = [&](ErrorCode code, std::string message) {
    return tl::unexpected<RejectedLine>({state.lines.line_number(), Error{code, std::move(message)}});
  };
  while (!state.ended) {
    state.release();
    const LineReader::Outcome outcome = state.lines.next(&state.line);
    if (outcome == LineReader::Outcome::kEnd) break;
    if (outcome == LineReader::Outcome::kFailed) {
      state.ended = true;
      return reject(ErrorCode::kFileUnreadable, "the input cannot be read any further");
    }
    if (outcome == LineReader::Outcome::kTooLong) {
      return reject(ErrorCode::kLineTooLong, fmt::format("the line has more than {} bytes", state.longest_line_bytes));
    }
    if (state.lines.line_number() == 1) {
      if (has_wide_byte_order_mark(state.line)) {
        state.ended = true;
        return reject(ErrorCode::kEncodingUnsupported, "the input is in UTF-16 or UTF-32; save it as UTF-8");
      }
      if (state.line.starts_with(kUtf8ByteOrderMark)) state.line.erase(0, kUtf8ByteOrderMark.size());
    }
    if (is_blank(state.line)) continue;
    Result<RawReport> report = state.parse();
    if (report) return *std::move(report);
    return reject(report.error().code, report.error().message);
  }
  state.ended = true;
  return std::nullopt;
}

std::uint64_t JsonLinesReader::line_number() const { return state_->lines.line_number(); }

bool JsonLinesReader::id_is_line_number() const { return state_->id_is_line_number; }

}  // namespace counterclaim::ingest
