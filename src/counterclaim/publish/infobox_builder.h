// Records in, the infobox of their conflict out.
//
//   InfoboxBuilder builder(words);
//   for (const record::ReportRecord& record : records) builder.add(record);
//   Infobox box = builder.build();
//
// Layer: publish. No I/O. Memory: some hundred bytes for each figure and name; records are not kept.
#pragma once

#include "counterclaim/publish/belligerents.h"
#include "counterclaim/publish/casualty_book.h"
#include "counterclaim/publish/force_book.h"
#include "counterclaim/publish/infobox.h"
#include "counterclaim/publish/infobox_words.h"
#include "counterclaim/publish/scene_book.h"
#include "counterclaim/record/report_record.h"

namespace counterclaim::publish {

class InfoboxBuilder {
 public:
  // `words` must outlive the builder.
  explicit InfoboxBuilder(const InfoboxWords& words)
      : sides_(words), casualties_(words), forces_(words), scene_(words) {}

  // Reports come in one fixed order, that of a case file: the same infobox is the same bytes.
  void add(const record::ReportRecord& record);

  [[nodiscard]] Infobox build() const;

 private:
  SideLedger sides_;
  CasualtyBook casualties_;
  ForceBook forces_;
  SceneBook scene_;
  std::vector<InfoboxReport> reports_;
};

}  // namespace counterclaim::publish
