// The rules that find who says what inside one block. Each appends what it finds.
//
// Layer: attribute, internal.
#pragma once

#include <vector>

#include "counterclaim/attribute/block_context.h"
#include "counterclaim/attribute/raw_scope.h"

namespace counterclaim::attribute {

// Hearsay without a speaker: "reportedly", "is believed to".
struct RawHedge {
  TokenSpan words;
  TokenSpan content;
};

struct Findings {
  std::vector<RawScope> scopes;
  std::vector<RawScope> bare;  // verbs of saying with a sayer, with nothing that is said yet
  std::vector<RawHedge> hedges;
};

// Verbs of saying: "X said that …", "…, X said", "X reported 12 deaths", "X put the toll at 45", "reported by X".
void find_verb_scopes(const BlockContext& context, Findings& found);

// Nouns of saying with an owner: "Peru's claims that …", "a call by the mayor for …"; adjectives: "is confident that".
void find_noun_scopes(const BlockContext& context, Findings& found);

// "according to X", "per X", "citing X", "by X's count".
void find_phrase_scopes(const BlockContext& context, Findings& found);

// What stands between quotation marks: completes what the others have found, gives bare verbs their quotation, and
// finds quotations that go on without a verb.
void find_quotation_scopes(const BlockContext& context, Findings& found);

// Headlines and other lines of their own: "Army: rebels hit base", "REBELS HIT BASE, ARMY SAYS".
// `is_line`: the block is a short line rather than running text.
void find_headline_scopes(const BlockContext& context, bool is_line, Findings& found);

// Gives bare verbs what the words around them tell where the tree is broken.
void find_linear_scopes(const BlockContext& context, Findings& found);

}  // namespace counterclaim::attribute
