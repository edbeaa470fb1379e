package org.maraude.analyzer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.masking.MaskedAd;
import org.maraude.analyzer.masking.Masking;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.ContactKind;
import org.maraude.events.assessment.Span;

/** Numbers disguised by machinery that knows nothing of the decoder's tables. */
class ComposedDisguiseTest {

  private static final int ROUNDS = 2000;
  private static final long SEED = 20261125;

  private final Extractor extractor = Extractor.create();

  @Test
  void disguisesNobodyListedAreReadAtTheirPlaceAndMaskedForGood() {
    ComposedDisguises disguises = new ComposedDisguises(SEED);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      ComposedDisguises.Composed each = disguises.next();
      ObservedAd ad = Cases.ad(each.text());
      Extraction found = extractor.extract(ad);
      List<FoundContact> meant =
          found.contacts().stream().filter(c -> c.value().equals(each.e164())).toList();
      if (meant.isEmpty()) {
        System.out.println("not read: " + each.how() + " in " + each.text());
        continue;
      }
      read++;
      Span span = meant.getFirst().spans().getFirst();
      assertThat(Cases.under(ad, span)).as(each.text()).isEqualTo(each.written());
      assertWholeGraphemes(ad, span);
      MaskedAd masked = Masking.of(ad, found);
      assertThat(extractor.extract(Cases.ad(masked.title() + "\n" + masked.body())).contacts())
          .as(masked.body())
          .noneMatch(contact -> contact.kind() == ContactKind.PHONE);
    }
    double recall = read / (double) ROUNDS;
    System.out.printf(Locale.ROOT, "composed disguises: recall %.4f of %d%n", recall, ROUNDS);
    assertThat(recall).isGreaterThanOrEqualTo(0.97);
  }

  private static void assertWholeGraphemes(ObservedAd ad, Span span) {
    String text = span.field() == Span.Field.TITLE ? ad.title() : ad.body();
    BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
    graphemes.setText(text);
    assertThat(graphemes.isBoundary(span.start())).as(text).isTrue();
    assertThat(span.end() == text.length() || graphemes.isBoundary(span.end())).as(text).isTrue();
  }

  @Test
  void aReferenceThatWouldDialIsNoContactAndIsNotPublished() {
    ObservedAd ad = Cases.ad("Dossier\nRéf. 0639981204, appelez le 01 99 00 45 67");
    Extraction found = extractor.extract(ad);
    assertThat(Cases.values(found)).containsExactly("+33199004567");
    assertThat(Masking.of(ad, found).body()).isEqualTo("Réf. ***, appelez le 01 ** ** ** 67");
  }
}
