// Groups a stream of documents into batches of a bounded size.
//
// Layer: engine (internal).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "counterclaim/engine/run.h"
#include "counterclaim/ingest/reader.h"
#include "counterclaim/record/document.h"

namespace counterclaim::engine {

// What suits the extraction of records: enough short reports to fill the networks' tiles, few enough to keep threads
// even.
inline constexpr std::size_t kBatchDocuments = 32;
inline constexpr std::size_t kBatchBytes = std::size_t{16} << 10;

class DocumentBatches {
 public:
  // Whether a document is to be given out; one that is not is passed over and counted nowhere.
  using Admission = std::function<bool(const record::Document&)>;

  // A batch ends after `documents` documents or when it has `bytes` bytes of text. Rejections are complained about and
  // counted in `summary`, as documents are.
  DocumentBatches(ingest::Reader& reader, std::size_t documents, std::size_t bytes, const Complaint& complain,
                  RunSummary& summary, Admission admit = nullptr)
      : reader_(reader),
        documents_(documents),
        bytes_(bytes),
        complain_(complain),
        summary_(summary),
        admit_(std::move(admit)) {}

  // The next batch, not empty; nullopt at the end.
  [[nodiscard]] std::optional<std::vector<record::Document>> next() {
    std::vector<record::Document> batch;
    std::size_t bytes = 0;
    while (batch.size() < documents_ && bytes < bytes_) {
      auto item = reader_.next();
      if (!item) break;
      if (!item->has_value()) {
        ++summary_.rejected;
        complain_(item->error().where(), item->error().error);
        continue;
      }
      if (admit_ && !admit_(**item)) continue;
      ++summary_.documents;
      bytes += (*item)->text.size();
      batch.push_back(std::move(**item));
    }
    if (batch.empty()) return std::nullopt;
    return batch;
  }

 private:
  ingest::Reader& reader_;
  std::size_t documents_, bytes_;
  const Complaint& complain_;
  RunSummary& summary_;
  Admission admit_;
};

}  // namespace counterclaim::engine
