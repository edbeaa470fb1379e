package org.maraude.analyzer.assess;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.maraude.analyzer.extract.Extractor;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.masking.Masking;
import org.maraude.analyzer.rules.AdReading;
import org.maraude.analyzer.text.AdWords;
import org.maraude.analyzer.text.WellFormed;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;

/** Reads ads: contacts out of the text, then words and facts. Thread safe; make one and keep it. */
public final class AdReader implements AdReading {

  private final Extractor extractor;

  private AdReader(Extractor extractor) {
    this.extractor = extractor;
  }

  public static AdReader create() {
    return new AdReader(Extractor.create());
  }

  public ReadAd read(ObservedAd observed) {
    var ad = wellFormed(observed);
    var extraction = extractor.extract(ad);
    var published = Masking.of(ad, extraction);
    var words = AdWords.of(published.title(), published.body());
    return new ReadAd(
        ad, published, extraction.language(), words, ObservedFacts.of(published, words));
  }

  private static ObservedAd wellFormed(ObservedAd ad) {
    var category = ad.category();
    return new ObservedAd(
        ad.adId(),
        ad.siteId(),
        ad.url(),
        ad.observedAt(),
        ad.postedAt(),
        WellFormed.of(ad.title()),
        WellFormed.of(ad.body()),
        category == null ? null : WellFormed.of(category),
        new Place(WellFormed.of(ad.place().text()), ad.place().departement(), ad.place().country()),
        ad.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> WellFormed.of(field.getValue()))),
        ad.imageCount(),
        ad.contentHash());
  }

  @Override
  public Seen read(String title, String body) {
    var read =
        read(
            new ObservedAd(
                "example:1",
                "example",
                "https://example.org/1",
                Instant.EPOCH,
                null,
                title,
                body,
                null,
                Place.UNKNOWN,
                Map.of(),
                0,
                ""));
    return new Seen(read.words(), read.facts());
  }
}
