#include <doctest/doctest.h>

#include "support/examples.h"

using namespace counterclaim;

namespace {

// "dyad|host|group", "-" for what is unset.
std::string cast_of(std::string_view text) {
  const record::Document report = test::Stages::get().document(text);
  const ground::GroundedAnalysis grounded = test::Stages::get().ground(report);
  const ground::ReportCast& cast = grounded.cast;
  return (cast.dyad ? (*cast.dyad)[0] + "/" + (*cast.dyad)[1] : "-") + "|" + cast.host.value_or("-") + "|" +
         cast.group.value_or("-");
}

}  // namespace

TEST_CASE("the two sides are told, never counted") {
  CHECK(cast_of("Shots were heard on the Peru-Chile border.") == "Chile/Peru|-|-");
  CHECK(cast_of("Fighting between Peru and Chile went on.") == "Chile/Peru|-|-");
  CHECK(cast_of("Peru spoke. Chile spoke. Peru spoke. Chile spoke.") == "-|-|-");
  // Troops side by side may be allies: one mention is not enough.
  CHECK(cast_of("Peruvian and Chilean troops marched.") == "-|-|-");
}

TEST_CASE("sides that blame each other") {
  CHECK(cast_of("Peru accused Chile. Chile blamed the Peruvian side.") == "Chile/Peru|-|-");
  CHECK(cast_of("Peru accused Chile of shelling. Peru blamed Chile again.") == "-|-|-");
}

TEST_CASE("a host leads clearly") {
  CHECK(cast_of("Peru spoke. Peruvians listened. Lima was calm. Chile was silent.") == "-|Peru|-");
  CHECK(cast_of("Peru spoke. Chile listened.") == "-|-|-");
  // With troops of two states about, an unmarked ministry may be either's.
  CHECK(cast_of("Peru spoke. Peruvian soldiers left. Lima was calm. Peru slept. Chilean troops came.") == "-|-|-");
}

TEST_CASE("where two states have forces, only places show the host") {
  CHECK(cast_of("Peruvian soldiers left. Chilean troops came. It rained in Peru, and in Lima, and near Lima.") ==
        "-|Peru|-");
}

TEST_CASE("the armed group") {
  CHECK(cast_of("The Shining Path took the town.") == "-|-|Shining Path");
  CHECK(cast_of("The Shining Path and the Tamil Tigers are armed groups.") == "-|-|-");
  CHECK(cast_of("Shining Path rebels met the Tamil Tigers.") == "-|-|Shining Path");
  CHECK(cast_of("Peruvian rebels took the town.") == "-|-|Peruvian rebels");
}
