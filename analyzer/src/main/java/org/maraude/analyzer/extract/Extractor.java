package org.maraude.analyzer.extract;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maraude.analyzer.extract.ages.AgeReader;
import org.maraude.analyzer.extract.digits.NumberReader;
import org.maraude.analyzer.extract.digits.NumberToken;
import org.maraude.analyzer.extract.prices.PriceReader;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.extract.reading.FoldedText;
import org.maraude.analyzer.extract.reading.Stretches;
import org.maraude.contacts.Phones;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Facts.Age;
import org.maraude.events.assessment.Facts.Price;
import org.maraude.events.assessment.Span;

/**
 * Reads what one ad states. The same ad always gives the same result.
 *
 * <pre>{@code
 * Extraction read = Extractor.create().extract(ad);
 * }</pre>
 *
 * <p>Contacts are read first, and everything else from what is left, so that the digits of a phone
 * are nobody's age. A fact from a field that the site sets apart has the empty span 0 to 0 of the
 * title. Of title and body {@link AdText#LONGEST} units are read. Thread safe; one instance serves
 * all.
 */
public final class Extractor {

  private final NumberReader numbers = new NumberReader();
  private final ContactReader contacts = new ContactReader(numbers);
  private final PriceReader prices = new PriceReader(numbers);
  private final PlaceReader places = new PlaceReader();
  private final LanguageReader languages = new LanguageReader();

  private Extractor() {}

  /** Reads its tables; make one and keep it. */
  public static Extractor create() {
    return new Extractor();
  }

  /** Everything that can be read from the ad, with spans of its raw title and body. */
  public Extraction extract(ObservedAd ad) {
    AdText parts = new AdText(AdText.readable(ad.title()), AdText.readable(ad.body()));
    FoldedText text = FoldedText.of(parts.joined());
    List<NumberToken> tokens = numbers.read(text);
    String region = region(ad);
    ContactReader.Read read = contacts.read(text, tokens, region);
    Stretches taken = new Stretches();
    read.hits().forEach(hit -> taken.add(hit.start(), hit.end()));
    Facts facts =
        new Facts(
            ages(ad, parts, text, tokens, taken),
            prices(ad, parts, text, tokens, taken),
            AliasReader.read(text, ad.fields()),
            places.read(ad.place()));
    List<Span> setAside =
        read.setAside().stream()
            .flatMap(part -> parts.spans(part.start(), part.end()).stream())
            .toList();
    return new Extraction(
        FoundContacts.merge(parts, read.hits(), contacts.fields(ad.fields(), region)),
        facts,
        setAside,
        languages.read(text));
  }

  private static String region(ObservedAd ad) {
    String country = ad.place().country();
    return country == null ? Phones.DEFAULT_REGION : country.strip().toUpperCase(Locale.ROOT);
  }

  private static List<Age> ages(
      ObservedAd ad, AdText parts, FoldedText text, List<NumberToken> tokens, Stretches taken) {
    int year = ad.observedAt().atZone(ZoneOffset.UTC).getYear();
    List<Age> ages = new ArrayList<>(AgeReader.read(parts, text, tokens, taken, year));
    AgeReader.field(field(ad.fields(), "age"))
        .ifPresent(age -> ages.add(new Age(age, Span.Field.TITLE, 0, 0)));
    return ages;
  }

  private List<Price> prices(
      ObservedAd ad, AdText parts, FoldedText text, List<NumberToken> tokens, Stretches taken) {
    List<Price> found = new ArrayList<>(prices.read(parts, text, tokens, taken));
    String field = field(ad.fields(), "price");
    if (!field.isEmpty()) {
      found.addAll(prices.field(field));
    }
    return found;
  }

  private static String field(Map<String, String> fields, String name) {
    return AdText.readable(fields.getOrDefault(name, ""));
  }
}
