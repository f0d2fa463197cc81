#include "counterclaim/ingest/dateline.h"
#include "ingest/words.h"

#include <doctest/doctest.h>

namespace {

void check(std::string_view paragraph, std::string_view expected_dateline) {
  CAPTURE(paragraph);
  CHECK(paragraph.substr(0, counterclaim::ingest::dateline_bytes(paragraph, counterclaim::test::layout_words())) ==
        expected_dateline);
}

}  // namespace

TEST_CASE("datelines") {
  check("BAKU, Sept 13 (Reuters) - Azerbaijan said", "BAKU, Sept 13 (Reuters) - ");
  check("YEREVAN (AP) — Five soldiers", "YEREVAN (AP) — ");
  check("Yerevan (AFP) – Five soldiers", "Yerevan (AFP) – ");
  check("Beirut, Lebanon (CNN) -- A pair of bombs", "Beirut, Lebanon (CNN) -- ");
  check("MOSCOW — A truce", "MOSCOW — ");
  check("MOSCOW—A truce", "MOSCOW—");
  check("COLOMBO, Sri Lanka — Nine bombings", "COLOMBO, Sri Lanka — ");
  check("DUSHANBE, 17.09.2022 — Kyrgyz forces", "DUSHANBE, 17.09.2022 — ");
  check("BISHKEK, 24th September, 2022 — Sixty-two", "BISHKEK, 24th September, 2022 — ");
  check("UNITED NATIONS (AP) - “We", "UNITED NATIONS (AP) - ");
  check("N'DJAMENA, Chad — The", "N'DJAMENA, Chad — ");
  check("KABUL - The Taliban", "KABUL - ");
  check("MOSCOW, September 13. /TASS/ — The", "MOSCOW, September 13. /TASS/ — ");
  check("LIMA – Peru's defence ministry said it rained.", "LIMA – ");
  check("LIMA - Peru's defence ministry said it rained.", "LIMA - ");
  check("BUENOS AIRES – A truce", "BUENOS AIRES – ");
  check("ICA, Peru – A truce", "ICA, Peru – ");
  check("LIMA — Peru's army – the smaller one – said it rained.", "LIMA — ");
  check("LIMA – Peru's army said it rained. The navy - it said - stayed.", "LIMA – ");
}

TEST_CASE("what is no dateline") {
  for (const char* paragraph : {"",
                                "MOSCOW",
                                "MOSCOW —",
                                "NATO — the alliance — said so.",
                                "NATO - Russia relations are bad.",
                                "NATO – The Western alliance of thirty – said so.",
                                "PERU and CHILE – The story of a war so far",
                                "ECB – The bank that nobody liked said so.",
                                "PERU /and Chile/ – The story of a war",
                                "LIMA Tower – The story of a house so far",
                                "The Islamic State (IS) group has said - again - so.",
                                "Armenia - the smaller one - said so.",
                                "Armenian soldiers — Five died.",
                                "US-backed forces",
                                "The army (MoD) - and others",
                                "— Freedom House",
                                "“MOSCOW — A truce",
                                "MOSCOW, where talks began — A truce",
                                "105 — That is the number",
                                "(AP) — A truce",
                                "MOSCOW (ap) — A truce",
                                "MOSCOW -A truce"}) {
    check(paragraph, "");
  }
}
