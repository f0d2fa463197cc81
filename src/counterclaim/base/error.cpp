#include "counterclaim/base/error.h"

namespace counterclaim {

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kFileNotFound: return "file_not_found";
    case ErrorCode::kFileUnreadable: return "file_unreadable";
    case ErrorCode::kFileUnwritable: return "file_unwritable";
    case ErrorCode::kModelMissing: return "model_missing";
    case ErrorCode::kModelMalformed: return "model_malformed";
    case ErrorCode::kModelUnsupported: return "model_unsupported";
    case ErrorCode::kResourceMissing: return "resource_missing";
    case ErrorCode::kResourceMalformed: return "resource_malformed";
    case ErrorCode::kGazetteerMissing: return "gazetteer_missing";
    case ErrorCode::kGazetteerMalformed: return "gazetteer_malformed";
    case ErrorCode::kTextInvalidUtf8: return "text_invalid_utf8";
    case ErrorCode::kTextTooLarge: return "text_too_large";
    case ErrorCode::kInputMalformed: return "input_malformed";
    case ErrorCode::kInputFormatUnknown: return "input_format_unknown";
    case ErrorCode::kLineTooLong: return "line_too_long";
    case ErrorCode::kEncodingUnsupported: return "encoding_unsupported";
    case ErrorCode::kDuplicateId: return "duplicate_id";
    case ErrorCode::kUsage: return "usage";
    case ErrorCode::kKernelUnsupported: return "kernel_unsupported";
    case ErrorCode::kCaseUnknown: return "case_unknown";
    case ErrorCode::kCaseDamaged: return "case_damaged";
    case ErrorCode::kCaseNewer: return "case_newer";
    case ErrorCode::kCaseLocked: return "case_locked";
    case ErrorCode::kCaseReadOnly: return "case_read_only";
    case ErrorCode::kDiskFull: return "disk_full";
    case ErrorCode::kOutOfMemory: return "out_of_memory";
    case ErrorCode::kRecordInconsistent: return "record_inconsistent";
    case ErrorCode::kReportUnknown: return "report_unknown";
  }
  return "unknown";
}

}  // namespace counterclaim
