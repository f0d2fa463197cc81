// Groups a stream of documents into batches of a bounded size.
//
// Layer: engine (internal).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "counterclaim/engine/run.h"
#include "counterclaim/ingest/reader.h"
#include "counterclaim/record/document.h"

namespace counterclaim::engine {

class DocumentBatches {
 public:
  // A batch ends after `documents` documents or when it has `bytes` bytes of text. Rejections are complained about and
  // counted in `summary`, as documents are.
  DocumentBatches(ingest::Reader& reader, std::size_t documents, std::size_t bytes, const Complaint& complain,
                  RunSummary& summary)
      : reader_(reader), documents_(documents), bytes_(bytes), complain_(complain), summary_(summary) {}

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
};

}  // namespace counterclaim::engine
