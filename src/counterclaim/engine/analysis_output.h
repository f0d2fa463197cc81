// The language layer's results as text: one JSON object a document, or CoNLL-U.
//
// Layer: engine. Pure.
#pragma once

#include <string>
#include <string_view>

#include "counterclaim/language/analysis.h"

namespace counterclaim::engine {

// Appends {"id": …, "tokens": [[begin, end, tag, pos, morph, lemma, head, dep, sentence_start, entity], …]} and a line
// end. Positions are code points of the text; head is the index of a token, its own for a root; sentence_start 0 or 1;
// entity "O", "B-ORG", "I-ORG". `details` adds "norms", "shapes" (a string a token) and "noun_chunks" ([begin, end) in
// tokens).
void append_analysis_json(std::string& out, std::string_view id, const language::Analysis& analysis, bool details);

// Appends the document in CoNLL-U (universaldependencies.org/format.html): "# newdoc id", for each sentence
// "# sent_id" ("<id>-1", …), "# text" and a line a token. White-space tokens are left out, as the format has none; what
// hangs on one is given its head, and where that leaves several roots, the further ones hang on the first as "dep". A
// document without a sentence is left out.
// DEPREL is the model's own label in lower case, XPOS the Penn tag; MISC has SpaceAfter=No and NER=B-ORG.
void append_conllu(std::string& out, std::string_view id, const language::Analysis& analysis);

}  // namespace counterclaim::engine
