// Expected failures: a stable code, and a message for the person in front of the screen.
//
//   Result<Pipeline> pipeline = Pipeline::load(folder);
//   if (!pipeline) fmt::print(stderr, "{}: {}\n", code_name(pipeline.error().code), pipeline.error().message);
//
// Layer: base.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace counterclaim {

// Codes are part of the public interface: their names (code_name) never change. docs/errors.md lists them.
enum class ErrorCode {
  kFileNotFound,         // a named file or folder is not there
  kFileUnreadable,       // it is there and cannot be read
  kFileUnwritable,       // output could not be written
  kModelMissing,         // no language model where one was looked for
  kModelMalformed,       // a model file is cut short or breaks its format
  kModelUnsupported,     // a sound model of an architecture that this program does not run
  kResourceMissing,      // no folder of resources where one was looked for
  kResourceMalformed,    // a file under resources/ breaks its format
  kGazetteerMissing,     // no world gazetteer where one was looked for
  kGazetteerMalformed,   // a gazetteer is cut short, damaged or of another version
  kTextInvalidUtf8,      // a text that must be UTF-8 is not
  kTextTooLarge,         // a text over the documented limit
  kInputMalformed,       // an input line or file breaks its format
  kInputFormatUnknown,   // a file of a format that is not read
  kLineTooLong,          // an input line over the documented limit
  kEncodingUnsupported,  // a text in UTF-16 or UTF-32
  kDuplicateId,          // a second report with the id of another one and another text
  kUsage,                // contradicting or unknown options
  kKernelUnsupported,    // the processor cannot run the requested kernel
  kCaseUnknown,          // a file that should be a case file and is something else
  kCaseDamaged,          // a case file that is cut short, or whose contents contradict themselves
  kCaseNewer,            // a case file of a later version of the program
  kCaseLocked,           // another program has been writing to the case for too long
  kCaseReadOnly,         // the case file, its folder or its disk may not be written
  kDiskFull,             // no space is left for the case file
  kOutOfMemory,          // a library of ours got no memory
  kRecordInconsistent,   // a report's record refers to items that it does not have: a defect of this program
  kReportUnknown,        // a case has no report of that id
};

// The stable snake_case name, e.g. "model_malformed".
[[nodiscard]] std::string_view code_name(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string message;  // one sentence or two, without the code, without a final newline
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace counterclaim
