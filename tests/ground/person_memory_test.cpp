// Whom a name stands for, and whose that person is.
#include <doctest/doctest.h>

#include "counterclaim/ground/person_memory.h"

using counterclaim::ground::Person;
using counterclaim::ground::PersonMemory;

TEST_CASE("a surname stands for the full name") {
  PersonMemory people;
  people.learn("Ana Rojas", 0, "Peru", "minister");
  people.learn("Rojas", 1, {}, {});
  const Person* person = people.find("Rojas", 2);
  REQUIRE(person);
  CHECK(person->full_name == "Ana Rojas");
  CHECK(person->side == "Peru");
  CHECK(person->office == "minister");
  CHECK(people.find("Vega", 2) == nullptr);
}

TEST_CASE("two with one surname are told apart, and a surname is the later one's") {
  PersonMemory people;
  people.learn("Ana Rojas", 0, "Peru", {});
  people.learn("Luis Rojas", 5, "Chile", {});
  CHECK(people.find("Ana Rojas", 9)->side == "Peru");
  CHECK(people.find("Rojas", 3)->side == "Peru");
  CHECK(people.find("Rojas", 9)->side == "Chile");
}

TEST_CASE("a first name where no surname is the same, and initials") {
  PersonMemory people;
  people.learn("Ana Rojas", 0, "Peru", {});
  CHECK(people.find("Ana", 1)->full_name == "Ana Rojas");
  CHECK(people.find("A. Rojas", 1)->full_name == "Ana Rojas");
  CHECK(people.find("B. Rojas", 1) == nullptr);
}

TEST_CASE("most of the words decide on a side") {
  PersonMemory people;
  people.learn("Ana Rojas", 0, "Chile", {});
  people.learn("Ana Rojas", 1, "Peru", {});
  people.learn("Ana Rojas", 2, "Peru", {});
  CHECK(people.find("Rojas", 3)->side == "Peru");
}
