// Which names are places, and which places they are. "X = Name, CC": resolved; "X = ?": a place that no gazetteer has.
#include <doctest/doctest.h>

#include "support/examples.h"

using counterclaim::test::check_places;

TEST_CASE("names in the places that prepositions and nouns give them") {
  check_places("Snow fell in Cusco and near Arequipa.", {"Cusco = Cusco, PE", "Arequipa = Arequipa, PE"});
  check_places("The mayor of Cusco met Arequipa residents.", {"Cusco = Cusco, PE", "Arequipa = Arequipa, PE"});
  check_places("Shots were heard 20 km south of Ayacucho.", {"Ayacucho = Ayacucho, PE"});
}

TEST_CASE("names that no gazetteer has need a word that says what they are") {
  check_places("They left the village of Qarwa.", {"Qarwa = ?"});
  check_places("They met in a town called Qarwa.", {"Qarwa = ?"});
  check_places("They left Qarwa, a small town in southern Peru.", {"Qarwa = ?", "Peru = Peru, PE"});
  check_places("Qarwa slept. They saw Qarwa.", {});
}

TEST_CASE("how far a name goes") {
  check_places("He lives in the United States.", {"United States = United States, US"});
  check_places("He lives in the Democratic Republic of the Congo.",
               {"Democratic Republic of the Congo = Democratic Republic of the Congo, CD"});
  check_places("He lives in Guinea-Bissau.", {"Guinea-Bissau = Guinea-Bissau, GW"});
  check_places("Peru's coast is dry.", {"Peru = Peru, PE"});
  check_places("Rain fell in southern Chile.", {"Chile = Chile, CL"});
  check_places("The road to Orange County, California, was cut.",
               {"Orange County = Orange County, US", "California = California, US"});
  check_places("He works for the city of Lima.", {"Lima = Lima, PE"});
}

TEST_CASE("names inside of other names") {
  check_places("The U.S. Army landed.", {"U.S. = United States, US"});
  check_places("Jordan Smith and Chad Miller slept.", {});
  check_places("The Lima Times was closed.", {});
  check_places("She works for the Bank of England.", {});
  check_places("She works at the University of Lima.", {});
}

TEST_CASE("peoples, languages, people and things are no places") {
  check_places("Peruvian soldiers spoke Spanish.", {});
  check_places("The West Nile virus came back.", {});
  check_places("Dr. Cusco slept.", {});
  check_places("The cost was US$ 40.", {});
}

TEST_CASE("a capital or country that acts is a party") {
  check_places("Lima denied that shots were fired in Arica.", {"Arica = Arica, CL"});
  check_places("Chile urged Peru to leave Arica.", {"Arica = Arica, CL"});
  check_places("Chile is calm.", {"Chile = Chile, CL"});
}

TEST_CASE("the area told beside a name decides") {
  check_places("The bridge in Paris, Texas, was closed.", {"Paris = Paris, US", "Texas = Texas, US"});
  check_places("The bridge in Paris, France, was closed.", {"Paris = Paris, FR", "France = France, FR"});
  check_places("They left Cordoba in Spain.", {"Cordoba = Córdoba, ES", "Spain = Spain, ES"});
  check_places("They left Cordoba in Argentina.", {"Cordoba = Córdoba, AR", "Argentina = Argentina, AR"});
  check_places("Argentina's Cordoba was calm.", {"Argentina = Argentina, AR", "Cordoba = Córdoba, AR"});
}

TEST_CASE("one sense a report") {
  check_places("They left Cordoba in Spain. Cordoba was calm.",
               {"Cordoba = Córdoba, ES", "Spain = Spain, ES", "Cordoba = Córdoba, ES"});
}

TEST_CASE("the report's countries, by their peoples too, decide between towns of one name") {
  check_places("Spanish police searched houses in Cordoba.", {"Cordoba = Córdoba, ES"});
  check_places("Argentine police searched houses in Cordoba.", {"Cordoba = Córdoba, AR"});
}

TEST_CASE("names in a row are of one kind") {
  check_places(
      "Rain fell in Armenia, Azerbaijan, Georgia and Turkey.",
      {"Armenia = Armenia, AM", "Azerbaijan = Azerbaijan, AZ", "Georgia = Georgia, GE", "Turkey = Turkey, TR"});
  check_places(
      "Rain fell in Florida, Georgia, Alabama and Tennessee.",
      {"Florida = Florida, US", "Georgia = Georgia, US", "Alabama = Alabama, US", "Tennessee = Tennessee, US"});
  check_places("Rain fell in Niger, Nigeria and Chad.",
               {"Niger = Niger, NE", "Nigeria = Nigeria, NG", "Chad = Chad, TD"});
}

TEST_CASE("datelines") {
  check_places("LIMA, Peru, May 3 (Andina) - Rain fell.", {"LIMA = Lima, PE", "Peru = Peru, PE"});
  check_places("AREQUIPA (Reuters) - Rain fell.", {"AREQUIPA = Arequipa, PE"});
  check_places("AREQUIPA May 3 (Reuters) - Rain fell.", {"AREQUIPA = Arequipa, PE"});
  check_places("May 3 (Reuters) - Rain fell.", {});
}

TEST_CASE("states in newspapers' short forms") {
  check_places("The train left Bethesda, Md.", {"Bethesda = Bethesda, US", "Md. = Maryland, US"});
}
