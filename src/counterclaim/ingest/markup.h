// Remnants of markup in a line: tags, entities, templates and links of wiki text, options of pictures.
//
//   "Five<ref name=\"a\">Andina</ref> soldiers"   ->  cut "<ref name=\"a\">Andina</ref>"
//   "Nine&nbsp;km"                               ->  a space instead of "&nbsp;"
//   "Шаблон:Flagicon Peru – The army"            ->  cut "Шаблон:Flagicon "
//   "the [[Lima Pact|pact]]"                     ->  cut "[[Lima Pact|" and "]]"
//   "losses of <50 and R&D"                      ->  nothing
//
// Layer: ingest. Pure. Cost: linear; next to nothing where there is none.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "counterclaim/ingest/layout_words.h"

namespace counterclaim::ingest {

struct MarkupCut {
  std::size_t begin = 0;  // bytes of the line
  std::size_t end = 0;
  char32_t instead = 0;  // what stands for it in the text; 0: nothing
};

struct Markup {
  std::vector<MarkupCut> cuts;  // in order, not overlapping
  bool caption = false;         // options of a picture lead the line
  bool picture = false;         // the name of a picture is among them
  bool citation = false;        // a template of a list of references is among them
};

// Of a line or a part of one (valid UTF-8).
[[nodiscard]] Markup find_markup(std::string_view line, const LayoutWords& words);

// How many templates ("{{Infobox") the line opens more than it closes; below zero: it closes more.
[[nodiscard]] int open_templates(std::string_view line);

}  // namespace counterclaim::ingest
