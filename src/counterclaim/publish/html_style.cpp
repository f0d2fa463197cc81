#include "counterclaim/publish/html_style.h"

#include <charconv>
#include <cstdint>

#include "counterclaim/base/sha256.h"

namespace counterclaim::publish {
namespace {

// Every mark is flat: a stretch of text under several marks takes a colour from each through a variable of its own, the
// ground from figures and statements, the line below from times, places and parties, the dots from events.
constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --paper: #fbfaf7; --card: #fff; --ink: #1d1c1a; --dim: #6a665e; --line: #e2ded5;
  --figure: #ffd75e; --statement: #e3edf9; --event: #c2410c; --time: #7c3aed; --place: #15803d; --party: #0369a1;
  --target: #ffedd5; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #171614; --card: #211f1c; --ink: #e9e5dc; --dim: #a09a8e; --line: #3a3732;
    --figure: #7a5c00; --statement: #22303f; --event: #fb923c; --time: #b794f6; --place: #5fce86; --party: #60b4ea;
    --target: #4a3420; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.65 Georgia, "Noto Serif", serif; }
header, .summary, footer { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font: 600 .85rem/1.4 system-ui, sans-serif; letter-spacing: .04em; text-transform: uppercase; color: var(--dim); }
.about, .legend, .summary, aside, footer { font-family: system-ui, sans-serif; font-size: .88rem; line-height: 1.5; }
.about, footer { color: var(--dim); overflow-wrap: anywhere; }
.about a { color: inherit; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.3rem; margin: 1.2rem 0; padding: .6rem 0;
  border: solid var(--line); border-width: 1px 0; }
.legend label { cursor: pointer; white-space: nowrap; }
.legend input { accent-color: var(--dim); }
.summary table { border-collapse: collapse; width: 100%; margin: .4rem 0 1rem; }
.summary th, .summary td { text-align: start; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line);
  vertical-align: top; overflow-wrap: break-word; }
.summary th { color: var(--dim); font-weight: 500; }
.summary td:nth-child(2) { font-weight: 600; }
.summary a { color: inherit; text-decoration-color: var(--figure); text-decoration-thickness: .18em; }
.scroll { overflow-x: auto; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 25rem; gap: 2.5rem; max-width: 84rem; margin: 0 auto;
  padding: 0 1.5rem 3rem; align-items: start; }
article { min-width: 0; max-width: 46rem; overflow-wrap: anywhere; }
article p, article h3 { white-space: pre-wrap; }
article p { margin: 0 0 1rem; }
article h3 { font-size: 1.2rem; line-height: 1.3; margin: 1.6rem 0 .6rem; }
article .list_item, article .box_line { margin: 0 0 .35rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
article .caption, article .byline, article .boilerplate { color: var(--dim); font-size: .9em; }
article .post { padding-inline-start: 1rem; border-inline-start: 3px solid var(--dim); }
aside { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: 0 .4rem 2rem 0; }
aside ol { list-style: none; margin: 0; padding: 0; }
aside details > summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
.card { background: var(--card); border: 1px solid var(--line); border-inline-start-width: 4px; border-radius: 6px;
  padding: .5rem .8rem; margin: 0 0 .5rem; scroll-margin-top: 3rem; overflow-wrap: anywhere; }
.card.figure { border-inline-start-color: var(--figure); }
.card.event { border-inline-start-color: var(--event); }
.card.time { border-inline-start-color: var(--time); }
.card.place { border-inline-start-color: var(--place); }
.card.party { border-inline-start-color: var(--party); }
.card.statement { border-inline-start-color: var(--dim); }
.card > a { color: inherit; font-weight: 600; text-decoration: none; }
.card > a:hover { text-decoration: underline; }
.card dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 .8rem; margin: .2rem 0 0; }
.card dt { color: var(--dim); }
.card dd { margin: 0; }
.card dd a { color: inherit; }
.card blockquote { margin: .3rem 0 0; color: var(--dim); font-style: italic; }
.card details { color: var(--dim); }
.card details > summary { font-weight: 400; padding: .1rem 0; }
.card:target { background: var(--target); }
.mark { color: inherit; text-decoration: none; border-radius: 2px; scroll-margin-top: 4rem;
  background-image: linear-gradient(var(--on-figure, transparent), var(--on-figure, transparent)),
    linear-gradient(var(--on-statement, transparent), var(--on-statement, transparent));
  border-bottom: 2px solid var(--on-mention, transparent); }
.mark.figure { --on-figure: var(--figure); font-weight: 600; }
.mark.statement { --on-statement: var(--statement); }
.mark.event { text-decoration: underline dotted var(--event) 2px; text-underline-offset: .3em; }
.mark.time { --on-mention: var(--time); }
.mark.place { --on-mention: var(--place); }
.mark.party { --on-mention: var(--party); }
a.mark:hover, a.mark:focus { outline: 2px solid var(--dim); }
.at { scroll-margin-top: 5rem; }
.at:target + .mark, .at:target + .at + .mark, .at:target + .at + .at + .mark { outline: 3px solid var(--event); }
:root:has(#show-figure:not(:checked)) .mark.figure { --on-figure: transparent; font-weight: inherit; }
:root:has(#show-statement:not(:checked)) .mark.statement { --on-statement: transparent; }
:root:has(#show-event:not(:checked)) .mark.event { text-decoration: none; }
:root:has(#show-time:not(:checked)) .mark.time, :root:has(#show-place:not(:checked)) .mark.place,
:root:has(#show-party:not(:checked)) .mark.party { --on-mention: transparent; }
:root:has(#show-figure:not(:checked)) .cards.figure, :root:has(#show-statement:not(:checked)) .cards.statement,
:root:has(#show-event:not(:checked)) .cards.event, :root:has(#show-time:not(:checked)) .cards.time,
:root:has(#show-place:not(:checked)) .cards.place, :root:has(#show-party:not(:checked)) .cards.party { display: none; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 2rem; }
@media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr); } aside { position: static; max-height: none; } }
@media print { .legend { display: none; } main { display: block; } aside { position: static; max-height: none; } }
)css";

// Three bytes are four digits; a digest of 32 bytes ends in one "=".
std::string base64_of_hex(std::string_view hex) {
  static constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char& digit : hex) {
    std::uint32_t value = 0;
    std::from_chars(&digit, &digit + 1, value, 16);
    bits = (bits << 4U | value) & 0xFFFU;
    count += 4;
    if (count >= 6) {
      count -= 6;
      out += kDigits[(bits >> static_cast<unsigned>(count)) & 0x3FU];
    }
  }
  if (count > 0) out += kDigits[(bits << static_cast<unsigned>(6 - count)) & 0x3FU];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

}  // namespace

std::string_view html_style() { return kStyle; }

std::string policy_hash(std::string_view style) { return "sha256-" + base64_of_hex(sha256_hex(style)); }

}  // namespace counterclaim::publish
