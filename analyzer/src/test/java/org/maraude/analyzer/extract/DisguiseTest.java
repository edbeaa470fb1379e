package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Span;

class DisguiseTest {

  private final Extractor extractor = Extractor.create();

  @Test
  void theSpanOfADisguisedNumberIsExactlyItsDigitsAndWords() {
    RandomDisguises disguises = new RandomDisguises(20261123);
    for (int round = 0; round < 3000; round++) {
      RandomDisguises.Disguised each = disguises.next();
      ObservedAd ad = Cases.ad(each.text());
      Extraction read = extractor.extract(ad);
      assertThat(Cases.values(read)).as(each.text()).containsExactly(each.e164());
      Span span = read.contacts().getFirst().spans().getFirst();
      assertThat(Cases.under(ad, span)).as(each.text()).isEqualTo(each.written());
    }
  }

  @Test
  void aNumberCutByTheTitlesEndHasASpanInEachPart() {
    ObservedAd ad = Cases.ad("Léa 06 39\n98 12 04 appelez");
    assertThat(extractor.extract(ad).contacts().getFirst().spans())
        .extracting(span -> Cases.under(ad, span))
        .containsExactly("06 39", "98 12 04");
  }

  @Test
  void noTextHoweverOddBreaksTheReadersOrSplitsASurrogatePair() {
    Random random = new Random(7);
    String[] bits = {
      "06",
      "39",
      " ",
      "zéro",
      "quatre-vingt",
      "😀",
      "\u200B",
      "\uD83D",
      "\n",
      "€",
      "@",
      ".",
      "snap",
      ":",
      "**",
      "+",
      "(",
      "𝟎",
      "ans",
      "17",
      "h",
      "O",
      "double",
      "et",
      "www.",
      "at",
      "\u20E3",
      "10"
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(bits[random.nextInt(bits.length)]).append(random.nextInt(3) == 0 ? " " : "");
      }
      ObservedAd ad = Cases.ad(text.toString());
      for (FoundContact contact : extractor.extract(ad).contacts()) {
        for (Span span : contact.spans()) {
          String under = Cases.under(ad, span);
          assertThat(under).isNotEmpty();
          assertThat(
                  Character.isHighSurrogate(under.charAt(under.length() - 1))
                      && span.end() < textOf(ad, span).length()
                      && Character.isLowSurrogate(textOf(ad, span).charAt(span.end())))
              .as(text.toString())
              .isFalse();
        }
      }
    }
  }

  private static String textOf(ObservedAd ad, Span span) {
    return span.field() == Span.Field.TITLE ? ad.title() : ad.body();
  }
}
