package org.maraude.analyzer.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maraude.analyzer.extract.Cases;
import org.maraude.analyzer.extract.Extraction;
import org.maraude.analyzer.extract.Extractor;
import org.maraude.analyzer.extract.FoundContact;
import org.maraude.analyzer.extract.RandomDisguises;
import org.maraude.events.ads.ObservedAd;

/** The safety net: what was read from the raw text can no longer be read from the published one. */
class NothingLeavesInClearTest {

  private final Extractor extractor = Extractor.create();

  private void assertNothingLeaves(ObservedAd ad) {
    Extraction read = extractor.extract(ad);
    MaskedAd masked = Masking.of(ad, read);
    ObservedAd published =
        Cases.ad(masked.title(), masked.body(), masked.place(), java.util.Map.of());
    Set<String> again =
        extractor.extract(published).contacts().stream()
            .map(FoundContact::value)
            .collect(Collectors.toSet());
    assertThat(again)
        .as(ad.title() + "|" + ad.body() + " -> " + masked.title() + "|" + masked.body())
        .noneMatch(value -> read.contacts().stream().anyMatch(c -> c.value().equals(value)));
  }

  @Test
  void noContactOfTheCasesCanBeReadAgain() {
    for (String file : new String[] {"phones.csv", "handles.csv", "ages.csv", "prices.csv"}) {
      Cases.of(file).forEach(row -> assertNothingLeaves(Cases.ad(row[0])));
    }
  }

  @Test
  void noDisguisedNumberCanBeReadAgainAlsoWhenItStandsTwice() {
    RandomDisguises disguises = new RandomDisguises(42);
    for (int round = 0; round < 1000; round++) {
      RandomDisguises.Disguised one = disguises.next();
      RandomDisguises.Disguised other = disguises.next();
      assertNothingLeaves(Cases.ad(one.text() + "\n" + other.text() + "\n" + one.text()));
    }
  }
}
