// The form in which names of places are compared.
//
//   normalised_place_name("The St. John’s River")   ->  "saint johns river"
//   normalised_place_name("Al-Hasakah")             ->  "al hasaka"
//   normalised_place_name("Ágdam")                  ->  "agdam"
//
// Folded are: case; diacritics and compatibility forms (Unicode NFKD without marks; letters that do not decompose, such
// as "ł" and "ə", by a table); apostrophes and modifier letters, left out; hyphens and other punctuation, read as
// spaces; full stops, left out; "the", left out; "St", "Ste", "Sainte" as "saint", "Mt" as "mount", "Ft" as "fort";
// the Arabic article in its assimilated and Egyptian forms ("ash-", "el-", "ez-") as "al"; the endings "-iye", "-iyah",
// "-iyya", "-ieh" as "-ia", "-ah" and "-eh" as "-a". Other spellings of a name are names of their own in the gazetteer.
// Two or three capitals alone ("US", "U.A.E.") keep their capitals and lose their full stops: the words "us" and "car"
// are no names.
//
// Layer: ground. Pure functions. Cost: some 50 ns for an ASCII name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace counterclaim::ground {

// A longer text, in bytes, is no name.
inline constexpr std::size_t kLongestPlaceName = 200;

// Empty for text that holds no letter and for one that is longer than a name. `name`: valid UTF-8.
[[nodiscard]] std::string normalised_place_name(std::string_view name);

// The same into a string whose memory is used again; what it held is lost. For callers that ask for every word.
void normalise_place_name(std::string_view name, std::string& out);

}  // namespace counterclaim::ground
