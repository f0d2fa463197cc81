#include "counterclaim/engine/read_run.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "counterclaim/engine/case_derivation.h"
#include "counterclaim/engine/document_batches.h"
#include "counterclaim/engine/extraction_setup.h"
#include "counterclaim/engine/ordered_pipeline.h"
#include "counterclaim/ingest/iso_date.h"
#include "counterclaim/store/case.h"

namespace counterclaim::engine {
namespace {

using store::Case;

constexpr auto kBetweenSyncs = std::chrono::seconds(1);

std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  for (const std::string& path : paths) {
    if (path == "-") return 0;
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!error) total += size;
  }
  return total;
}

// The writing side: what is in the case, what comes in.
class CaseFiller {
 public:
  CaseFiller(Case& file, const ExtractionSetup& setup, const Complaint& complain)
      : file_(file),
        stamp_{.engine = "counterclaim " COUNTERCLAIM_VERSION, .resources = setup.resources},
        complain_(complain) {}

  // Whether the case needs this report's record; counts those that it has or refuses.
  bool wants(const record::Document& document) {
    const auto standing = file_.standing(document.id, document.sha256);
    if (!standing) {
      failure_ = standing.error();
      return false;
    }
    if (*standing == Case::Standing::kKnown) ++summary_.known;
    if (*standing == Case::Standing::kOtherText) reject(document.id, other_text());
    return *standing == Case::Standing::kAbsent;
  }

  // false after a failure that is not a report's own.
  bool keep(const std::vector<record::ReportRecord>& records) {
    if (failure_) return false;
    const auto outcomes = file_.save_all(records, stamp_);
    if (!outcomes) {
      failure_ = outcomes.error();
      return false;
    }
    for (std::size_t n = 0; n < records.size(); ++n) count(records[n], (*outcomes)[n]);
    return sync_now_and_then();
  }

  // Derives what the reports come to, where that is not kept already, and waits for the disk.
  [[nodiscard]] Result<ReadSummary> finish(std::size_t rejected_before, unsigned threads) {
    if (!failure_) renew_derivation(threads);
    if (!failure_) {
      if (auto kept = file_.sync(); !kept) failure_ = kept.error();
    }
    if (failure_) return tl::unexpected(*failure_);
    summary_.rejected += rejected_before;
    return summary_;
  }

  [[nodiscard]] std::size_t reports() const { return summary_.fresh + summary_.known; }

 private:
  static Error other_text() {
    return {ErrorCode::kDuplicateId, "the case has another text under this id; give each report an \"id\" of its own"};
  }

  void count(const record::ReportRecord& record, const Result<Case::Saved>& saved) {
    if (!saved) return reject(record.document.id, saved.error());
    if (*saved == Case::Saved::kKnown) {
      ++summary_.known;
      return;
    }
    ++summary_.fresh;
    if (*saved == Case::Saved::kCopy) ++summary_.copies;
    summary_.figures += record.figures.size();
    summary_.statements += record.statements.size();
    summary_.events += record.events.size();
  }

  void reject(const std::string& id, const Error& error) {
    ++summary_.rejected;
    complain_(fmt::format("report \"{}\"", id), error);
  }

  void renew_derivation(unsigned threads) {
    const auto kept = file_.derivation();
    if (!kept) {
      failure_ = kept.error();
      return;
    }
    if (*kept) return;
    const auto derived = derive_records(file_, threads);
    if (!derived) {
      failure_ = derived.error();
      return;
    }
    if (auto replaced = file_.replace_derivation(*derived, stamp_); !replaced) failure_ = replaced.error();
  }

  bool sync_now_and_then() {
    const auto now = std::chrono::steady_clock::now();
    if (now - synced_ < kBetweenSyncs) return true;
    synced_ = now;
    if (auto kept = file_.sync(); !kept) failure_ = kept.error();
    return !failure_;
  }

  Case& file_;
  store::ReportStamp stamp_;
  const Complaint& complain_;
  ReadSummary summary_;
  std::optional<Error> failure_;
  std::chrono::steady_clock::time_point synced_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<ReadSummary> run_read(const std::string& case_path, const std::vector<std::string>& paths,
                             const ReadRunOptions& options, const Complaint& complain) {
  if (options.published && ingest::iso_date(*options.published) != options.published) {
    return fail(ErrorCode::kUsage, fmt::format("'{}' is no date of the form YYYY-MM-DD", *options.published));
  }
  auto file = Case::open(case_path, {.access = Case::Access::kCreate});
  if (!file) return tl::unexpected(file.error());
  const auto setup = load_extraction(options.gazetteers, options.kernel);
  if (!setup) return tl::unexpected(setup.error());

  CaseFiller filler(*file, *setup, complain);
  RunSummary input;
  ingest::Reader reader(paths, setup->layout, {.published = options.published});
  DocumentBatches batches(reader, kBatchDocuments, kBatchBytes, complain, input,
                          [&](const record::Document& document) { return filler.wants(document); });
  const std::uint64_t bytes_total = total_bytes(paths);
  run_ordered(
      options.threads, [&] { return batches.next(); },
      [&](std::vector<record::Document> batch) { return setup->extractor.extract(std::move(batch)); },
      [&](const std::vector<record::ReportRecord>& records) {
        if (!filler.keep(records)) return false;
        if (options.progress) options.progress({filler.reports(), reader.bytes_read(), bytes_total});
        return true;
      });
  return filler.finish(input.rejected, options.threads);
}

}  // namespace counterclaim::engine
