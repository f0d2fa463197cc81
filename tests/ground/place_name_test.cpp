// The form in which names of places are compared.
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "counterclaim/ground/place_name.h"

using counterclaim::ground::normalise_place_name;
using counterclaim::ground::normalised_place_name;

namespace {

void check(std::string_view name, std::string_view expected) {
  CHECK_MESSAGE(normalised_place_name(name) == expected, name);
}

void check_same(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names)
    CHECK_MESSAGE(normalised_place_name(name) == normalised_place_name(names.front()), name);
}

}  // namespace

TEST_CASE("case, diacritics and letters that only look like others") {
  check("LIMA", "lima");
  check("São Paulo", "sao paulo");
  check("Åland", "aland");
  check("Łódź", "lodz");
  check("Ağdam", "agdam");
  check("İzmir", "izmir");
  check("Reykjavík", "reykjavik");
  check("Gießen", "giessen");
  check("Ærø", "aero");
  check("Москва", "москва");
  check("Ёлкино", "елкино");
  check("東京", "東京");
}

TEST_CASE("apostrophes go, hyphens and other marks part words") {
  check_same({"Sana'a", "Sana’a", "Sanaʻa", "Sanaʼa", "Sanaa"});
  check("Côte d'Ivoire", "cote divoire");
  check("Port-au-Prince", "port au prince");
  check("Washington, D.C.", "washington dc");
  check("  La   Paz  ", "la paz");
}

TEST_CASE("the article and abbreviations") {
  check_same({"The Hague", "Hague", "the Hague"});
  check_same({"Democratic Republic of the Congo", "Democratic Republic of Congo"});
  check("The", "the");
  check_same({"St. Petersburg", "Saint Petersburg", "St Petersburg", "Sankt Petersburg"});
  check_same({"Ste-Foy", "Sainte Foy"});
  check_same({"Mt. Ararat", "Mount Ararat"});
  check_same({"Ft. Bragg", "Fort Bragg"});
  check("Ft", "ft");
}

TEST_CASE("transliterations") {
  check_same({"al-Hasakah", "Al Hasakah", "El Hasakeh", "Al-Hasaka"});
  check_same({"Deir ez-Zor", "Deir al-Zor", "Deir ez Zor"});
  check_same({"Ash Sharqiyah", "al-Sharqiyya", "el-Sharqiya", "Al Sharqiyeh"});
  check_same({"Basrah", "Basra"});
  check_same({"Nabatieh", "Nabatiyeh", "Nabatiye", "Nabatia"});
  // Short words stay whole.
  check("Ubah", "ubah");
  // What is not joined here has its names in the gazetteer.
  CHECK(normalised_place_name("Kiev") != normalised_place_name("Kyiv"));
}

TEST_CASE("two or three capitals are no word") {
  check("US", "US");
  check("U.S.", "US");
  check("us", "us");
  check("U.A.E.", "UAE");
  check("CAR", "CAR");
  check("Car", "car");
  check("IRAN", "iran");
  check("A.", "a");
}

TEST_CASE("what holds no letter, or is too long, is no name") {
  check("", "");
  check("1994", "");
  check("--- ...", "");
  check("'", "");
  check("Kilometre 5", "kilometre 5");
  CHECK(normalised_place_name(std::string(200, 'a')).size() == 200);
  CHECK(normalised_place_name(std::string(201, 'a')).empty());
}

TEST_CASE("memory is used again") {
  std::string out = "what was there";
  normalise_place_name("Cusco", out);
  CHECK(out == "cusco");
  normalise_place_name("12", out);
  CHECK(out.empty());
}
