package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Facts.Age;
import org.maraude.events.assessment.Facts.Price;
import org.maraude.events.assessment.Facts.ResolvedPlace;
import org.maraude.events.assessment.Span;

class ExtractorTest {

  private final Extractor extractor = Extractor.create();

  @Test
  void aPhoneInItsFieldMakesTheDisguisedOneInTheTextNoDisguise() {
    ObservedAd ad =
        Cases.ad(
            "",
            "appelez au zéro six 39 98 12 04",
            Place.UNKNOWN,
            Map.of("phone", "06 39 98 12 04"));
    assertThat(extractor.extract(ad).contacts())
        .singleElement()
        .satisfies(contact -> {
          assertThat(contact.obfuscated()).isFalse();
          assertThat(contact.spans()).hasSize(1);
        });
  }

  @Test
  void aPhoneThatOnlyItsFieldNamesHasNoSpan() {
    ObservedAd ad = Cases.ad("", "bonjour", Place.UNKNOWN, Map.of("telephone", "0639981204"));
    assertThat(extractor.extract(ad).contacts())
        .singleElement()
        .satisfies(contact -> assertThat(contact.spans()).isEmpty());
  }

  @Test
  void oneNumberWrittenTwiceIsOneContactWithTwoSpans() {
    ObservedAd ad = Cases.ad("Tel 0639981204\nou 06.39.98.12.04");
    assertThat(extractor.extract(ad).contacts())
        .singleElement()
        .satisfies(contact -> assertThat(contact.spans()).hasSize(2));
  }

  @Test
  void twoNumbersBesideEachOtherAreTwoContacts() {
    assertThat(Cases.values(extractor.extract(Cases.ad("06 39 98 12 04 / 01 99 00 45 67"))))
        .containsExactly("+33639981204", "+33199004567");
  }

  @Test
  void theCountryOfThePlaceSaysHowANumberIsDialled() {
    ObservedAd ad = Cases.ad("", "call 212-555-0123", Cases.place("", null, "US"), Map.of());
    assertThat(Cases.values(extractor.extract(ad))).containsExactly("+12125550123");
  }

  @Test
  void factsFromFieldsHaveTheEmptySpanOfTheTitle() {
    ObservedAd ad =
        Cases.ad(
            "", "bonjour", Place.UNKNOWN, Map.of("age", "17 ans", "price", "80 €", "name", "Léa"));
    Extraction read = extractor.extract(ad);
    assertThat(read.facts().ages()).containsExactly(new Age(17, Span.Field.TITLE, 0, 0));
    assertThat(read.facts().prices()).extracting(Price::currency).containsExactly("EUR");
    assertThat(read.facts().aliases()).containsExactly("Léa");
  }

  @ParameterizedTest
  @CsvSource({"18+", "'1,70 m'", "170 cm", "majeure", "'18 - 25 - 30'"})
  void anAgeFieldThatHoldsNoAgeGivesNone(String value) {
    ObservedAd ad = Cases.ad("", "", Place.UNKNOWN, Map.of("age", value));
    assertThat(extractor.extract(ad).facts().ages()).isEmpty();
  }

  @Test
  void theSpanOfAnAgeTakesInItsUnit() {
    ObservedAd ad = Cases.ad("Léa\nBonjour, j'ai vingt-deux ans.");
    Age age = extractor.extract(ad).facts().ages().getFirst();
    assertThat(Cases.under(ad, age.field(), age.start(), age.end())).isEqualTo("vingt-deux ans");
  }

  @ParameterizedTest
  @CsvSource({
    "je m'appelle Léa, Léa",
    "Moi c'est Jean-Marc de Lyon, Jean-Marc",
    "My name is Anna Maria, Anna Maria",
    "me llamo Lucía, Lucía",
    "Mă numesc Ioana, Ioana",
  })
  void aStatedNameIsAnAlias(String body, String name) {
    assertThat(extractor.extract(Cases.ad(body)).facts().aliases()).containsExactly(name);
  }

  @Test
  void aNameFieldWithAContactIsNoAlias() {
    ObservedAd ad = Cases.ad("", "", Place.UNKNOWN, Map.of("name", "Léa 0639981204"));
    assertThat(extractor.extract(ad).facts().aliases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Paris 11e, -, -, 75, Paris",
        "75011 Paris, -, FR, 75, Paris",
        "20200 Bastia, -, -, 2B, Bastia",
        "20000 Ajaccio, -, -, 2A, Ajaccio",
        "97400 Saint-Denis, -, -, 974, Saint-Denis",
        "SAINT DENIS (93), -, -, 93, Saint-Denis",
        "'Toulouse, quartier calme', -, -, 31, Toulouse",
        "Marseille 8ème, -, -, 13, Marseille",
        "MARSEILLE 08, -, -, 13, Marseille",
        "13008, -, -, 13, -",
        "aix en provence, -, -, 13, Aix-en-Provence",
        "l’haÿ les roses, -, -, 94, L'Haÿ-les-Roses",
        "Cherbourg-Octeville, -, -, 50, Cherbourg-Octeville",
        "33059 Bordeaux Cedex, -, -, 33, Bordeaux",
        "Val d'Oise, -, -, 95, -",
        "97150 Marigot, -, -, 978, -",
        "10 minutes de Lille, -, -, 59, Lille",
        "st etienne, -, -, 42, Saint-Étienne",
        "Centre-ville, 69, FR, 69, -",
        "Lyon, 1, FR, 01, -",
        "Loire-Atlantique, -, -, 44, -",
        "Vienne (38), -, -, 38, Vienne",
        "Boulogne-Billancourt, -, -, 92, Boulogne-Billancourt",
      })
  void aPlaceResolvesToItsDepartment(
      String text, String departement, String country, String code, String commune) {
    ObservedAd ad = Cases.ad("", "", Cases.place(text, departement, country), Map.of());
    assertThat(extractor.extract(ad).facts().place()).isEqualTo(new ResolvedPlace(code, commune));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Nulle Part, -, -",
        "Vienne, -, -",
        "Saint-Denis, -, -",
        "chez moi ou en ville, -, -",
        "'', -, -",
        "Vienne, -, AT",
        "'', 99, FR"
      })
  void aPlaceThatCannotBeToldIsNone(String text, String departement, String country) {
    ObservedAd ad = Cases.ad("", "", Cases.place(text, departement, country), Map.of());
    assertThat(extractor.extract(ad).facts().place()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'Bonjour, je suis disponible toute la semaine sur rendez-vous',fr",
    "'Hello, I am available all week, please call me in the evening',en",
    "'Hola, estoy disponible toda la semana, puedes llamar por la tarde',es",
    "'Bună, sunt disponibilă toată săptămâna, poți suna oricând',ro",
    "'Ciao, sono disponibile tutta la settimana, puoi chiamare quando vuoi',it",
    "'Olá, estou disponível toda a semana, você pode ligar quando quiser',pt",
    "'Hallo, ich bin die ganze Woche da und freue mich auf dich',de",
    "'Paris 75011',und",
    "'06 39 98 12 04 06 39 98 12 04',und",
  })
  void theLanguageIsToldWhereTheTextIsLongEnough(String body, String language) {
    assertThat(extractor.extract(Cases.ad(body)).language()).isEqualTo(language);
  }
}
