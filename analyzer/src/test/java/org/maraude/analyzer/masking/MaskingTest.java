package org.maraude.analyzer.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.extract.Extraction;
import org.maraude.analyzer.extract.FoundContact;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;
import org.maraude.events.assessment.Span.Field;

class MaskingTest {

  private static ObservedAd ad(String title, String body, String place) {
    return new ObservedAd(
        "demo:1",
        "demo",
        "https://example.org/1",
        Instant.EPOCH,
        null,
        title,
        body,
        null,
        new Place(place, "75", "FR"),
        Map.of(),
        0,
        "");
  }

  private static Extraction reading(Facts facts, FoundContact... contacts) {
    return new Extraction(Arrays.asList(contacts), facts, "fr");
  }

  private static FoundContact phone(Span... spans) {
    return new FoundContact(ContactKind.PHONE, "+33639981204", false, Arrays.asList(spans));
  }

  private static Span span(Field field, String text, String part) {
    int start = text.indexOf(part);
    return new Span(field, start, start + part.length());
  }

  private static String under(MaskedAd masked, Span span) {
    String text = span.field() == Field.TITLE ? masked.title() : masked.body();
    return text.substring(span.start(), span.end());
  }

  @Test
  void aContactInTitleAndTwiceInTheBodyIsHiddenThreeTimes() {
    String title = "Léa 0639981204";
    String body = "Appelez 06 39 98 12 04 ou 0639981204 ce soir";
    FoundContact found =
        phone(
            span(Field.TITLE, title, "0639981204"),
            span(Field.BODY, body, "06 39 98 12 04"),
            span(Field.BODY, body, "0639981204"));
    MaskedAd masked = Masking.of(ad(title, body, "Paris"), reading(Facts.NONE, found));
    assertThat(masked.title()).isEqualTo("Léa 06 ** ** ** 04");
    assertThat(masked.body()).isEqualTo("Appelez 06 ** ** ** 04 ou 06 ** ** ** 04 ce soir");
    assertThat(masked.contacts().getFirst().spans())
        .hasSize(3)
        .allSatisfy(span -> assertThat(under(masked, span)).isEqualTo("06 ** ** ** 04"));
  }

  @Test
  void overlappingContactsAreHiddenAsOne() {
    String body = "Voir https://example.org/lea@example.org merci";
    FoundContact link =
        new FoundContact(
            ContactKind.LINK,
            "https://example.org/lea@example.org",
            false,
            List.of(span(Field.BODY, body, "https://example.org/lea@example.org")));
    FoundContact mail =
        new FoundContact(
            ContactKind.EMAIL,
            "lea@example.org",
            false,
            List.of(span(Field.BODY, body, "lea@example.org")));
    MaskedAd masked = Masking.of(ad("", body, ""), reading(Facts.NONE, mail, link));
    assertThat(masked.body()).isEqualTo("Voir e***.org/*** merci");
    assertThat(masked.contacts())
        .allSatisfy(
            each -> assertThat(under(masked, each.spans().getFirst())).isEqualTo("e***.org/***"));
  }

  @Test
  void factsMoveWithTheirWords() {
    String body = "Tel zéro six 39 98 12 04, 27 ans, 80 euros";
    Span age = span(Field.BODY, body, "27 ans");
    Span price = span(Field.BODY, body, "80 euros");
    Facts facts =
        new Facts(
            List.of(new Facts.Age(27, Field.BODY, age.start(), age.end())),
            List.of(
                new Facts.Price(
                    BigDecimal.valueOf(80), "EUR", null, Field.BODY, price.start(), price.end())),
            List.of(),
            null);
    FoundContact found = phone(span(Field.BODY, body, "zéro six 39 98 12 04"));
    MaskedAd masked = Masking.of(ad("", body, ""), reading(facts, found));
    Facts.Age mappedAge = masked.facts().ages().getFirst();
    Facts.Price mappedPrice = masked.facts().prices().getFirst();
    assertThat(masked.body().substring(mappedAge.start(), mappedAge.end())).isEqualTo("27 ans");
    assertThat(masked.body().substring(mappedPrice.start(), mappedPrice.end()))
        .isEqualTo("80 euros");
  }

  @Test
  void aSpanThatCutsIntoAContactTakesItsWholeDisplayForm() {
    String body = "avant 0639981204 après";
    MaskedAd masked =
        Masking.of(
            ad("", body, ""), reading(Facts.NONE, phone(span(Field.BODY, body, "0639981204"))));
    assertThat(under(masked, masked.map(new Span(Field.BODY, 0, 9))))
        .isEqualTo("avant 06 ** ** ** 04");
    assertThat(under(masked, masked.map(new Span(Field.BODY, 9, 22))))
        .isEqualTo("06 ** ** ** 04 après");
    assertThat(under(masked, masked.map(new Span(Field.BODY, 8, 10)))).isEqualTo("06 ** ** ** 04");
    assertThat(under(masked, masked.map(new Span(Field.BODY, 0, 5)))).isEqualTo("avant");
  }

  @Test
  void aSurrogatePairIsNeverSplit() {
    String body = "\uD83C\uDF390639981204\uD83C\uDF39";
    MaskedAd masked =
        Masking.of(ad("", body, ""), reading(Facts.NONE, phone(new Span(Field.BODY, 1, 13))));
    assertThat(masked.body()).isEqualTo("06 ** ** ** 04");
    MaskedAd plain = Masking.of(ad("", body, ""), reading(Facts.NONE));
    assertThat(plain.map(new Span(Field.BODY, 1, 1))).isEqualTo(new Span(Field.BODY, 0, 2));
  }

  @Test
  void aPlaceThatHoldsAContactIsLeftOut() {
    assertThat(Masking.of(ad("", "", "Paris 06 39 98 12 04"), reading(Facts.NONE)).place())
        .isEqualTo(new Place("", "75", "FR"));
    assertThat(Masking.of(ad("", "", "75011 Paris"), reading(Facts.NONE)).place().text())
        .isEqualTo("75011 Paris");
  }

  @Test
  void anyMixOfSpansKeepsTheTextBetweenThem() {
    Random random = new Random(20261123);
    for (int round = 0; round < 500; round++) {
      String body = "x".repeat(5 + random.nextInt(40)) + "\uD83D\uDE00".repeat(random.nextInt(4));
      int length = body.length();
      Span[] spans = new Span[random.nextInt(5)];
      for (int i = 0; i < spans.length; i++) {
        int start = random.nextInt(length);
        spans[i] = new Span(Field.BODY, start, start + random.nextInt(length - start + 1));
      }
      MaskedAd masked = Masking.of(ad("", body, ""), reading(Facts.NONE, phone(spans)));
      long hidden =
          java.util.stream.IntStream.range(0, length)
              .filter(at ->
                  Arrays.stream(spans)
                      .anyMatch(s -> s.start() <= at && at < s.end() && s.end() > s.start()))
              .filter(at -> body.charAt(at) == 'x')
              .count();
      assertThat(masked.body().chars().filter(c -> c == 'x').count())
          .isEqualTo(body.chars().filter(c -> c == 'x').count() - hidden);
      assertThat(masked.map(new Span(Field.BODY, 0, length)))
          .isEqualTo(new Span(Field.BODY, 0, masked.body().length()));
    }
  }
}
