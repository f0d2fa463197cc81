#include "counterclaim/ingest/language_finder.h"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "counterclaim/ingest/document.h"
#include "ingest/words.h"

using namespace counterclaim;

namespace {

// The language of a report; with the diagnostic behind it where one is given.
std::string language_of(std::string text) {
  ingest::RawReport report;
  report.text = std::move(text);
  const record::Document document = ingest::make_document(std::move(report), test::layout_words()).value();
  std::string out = document.language.value_or("-");
  for (const record::Diagnostic& diagnostic : document.diagnostics) {
    if (diagnostic.code == record::DiagnosticCode::kLanguageNotEnglish)
      out += fmt::format(" {}:{}", record::diagnostic_name(diagnostic.code), diagnostic.text);
  }
  return out;
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int n = 0; n < times; ++n) out += text;
  return out;
}

}  // namespace

TEST_CASE("English, and what is too short to tell") {
  CHECK(language_of("Two miners were killed near Arica, the mayor said.") == "en");
  CHECK(language_of("Nine killed in Arica") == "en");
  CHECK(language_of("") == "en");
  CHECK(language_of("12\n30+\n7 (2019)") == "en");
  CHECK(language_of("Tres muertos en Arica") == "en");
  CHECK(language_of("Comando Vermelho, Frente Popular, Sendero Luminoso") == "en");
  CHECK(language_of("Per Peru:\n12 killed\n30 wounded\nPer Chile:\n4 killed") == "en");
}

TEST_CASE("words of other languages inside an English report") {
  CHECK(language_of(
            "The mayor cried \"que los pueblos unidos por una causa no sean vencidos para siempre\", and the crowd "
            "that had come to the square by the river with their children went home after two hours.") == "en");
  CHECK(language_of("The town of Bishkek (Бишкек) is calm.") == "en");
}

TEST_CASE("other languages by their words") {
  CHECK(language_of("Los vecinos que huyeron por el valle dijeron que no hay agua para los heridos.") ==
        "es language_not_english:es");
  CHECK(language_of("Der Bürgermeister sagte, dass der Weg nach Arica nicht für den Verkehr offen ist.") ==
        "de language_not_english:de");
  CHECK(language_of("Le maire a dit que les routes ne sont pas ouvertes pour les blessés dans cette vallée.") ==
        "fr language_not_english:fr");
}

TEST_CASE("other languages by their letters") {
  CHECK(language_of("Мэр заявил, что дорога закрыта и что в долине не было боёв.") == "ru language_not_english:ru");
  CHECK(language_of("Лима") == "und language_not_english:und");
  CHECK(language_of("ლიმა") == "ka language_not_english:ka");
  CHECK(language_of("利马") == "und language_not_english:und");
}

TEST_CASE("long prose without any English word is of no known language") {
  const std::string sentence = "Nandeha nankany amin'ny tanàna izy ireo omaly maraina satria tsy nisy rano intsony. ";
  CHECK(language_of(repeated(sentence, 20)) == "und language_not_english:und");
  CHECK(language_of(repeated("Casualties Peru Chile Bolivia ", 100)) == "en");
}

TEST_CASE("any bytes, in linear time") {
  CHECK(language_of(repeated("a", 1'000'000)) == "en");
  CHECK(language_of(repeated("é ", 300'000)) == "und language_not_english:und");
  CHECK(language_of(repeated("и ", 300'000)) == "ru language_not_english:ru");
}
