package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.Phones;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.ContactKind;
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
 * title. Thread safe; one instance serves all.
 */
public final class Extractor {

  private static final String PHONE_FIELD = ".*(?:phone|tel|mobile|whatsapp|contact).*";

  private final NumberReader numbers = new NumberReader();
  private final HandleReader handles = new HandleReader();
  private final PlaceReader places = new PlaceReader();
  private final LanguageReader languages = new LanguageReader();

  private Extractor() {}

  /** Reads its tables; make one and keep it. */
  public static Extractor create() {
    return new Extractor();
  }

  /** Everything that can be read from the ad, with spans of its raw title and body. */
  public Extraction extract(ObservedAd ad) {
    AdText text = new AdText(ad.title(), ad.body());
    String country = ad.place().country();
    String region =
        country == null ? Phones.DEFAULT_REGION : country.strip().toUpperCase(Locale.ROOT);

    List<NumberToken> tokens = numbers.read(text.joined());
    List<Hit> hits = contacts(text.joined(), tokens, region);
    List<FoundContact> found = merge(text, hits, fieldContacts(ad.fields(), region));

    Stretches contacts = new Stretches();
    hits.forEach(hit -> contacts.add(hit.start(), hit.end()));
    Facts facts =
        new Facts(
            ages(ad, text, tokens, contacts),
            prices(ad, text, contacts),
            AliasReader.read(text, ad.fields()),
            places.read(ad.place()));
    return new Extraction(found, facts, languages.read(text.joined()));
  }

  private List<Hit> contacts(String text, List<NumberToken> tokens, String region) {
    String folded = Folding.foldInPlace(text);
    Stretches taken = new Stretches();
    List<Hit> hits = new ArrayList<>(AddressReader.mails(text, taken));
    hits.addAll(handles.links(folded, taken));
    hits.addAll(handles.handles(folded, taken));
    hits.addAll(AddressReader.links(text, taken));
    if (PhoneReader.mayHoldOne(tokens)) {
      OtherFigures.mark(folded, taken);
      hits.addAll(PhoneReader.read(text, tokens, region, taken));
    }
    return hits;
  }

  private List<Hit> fieldContacts(Map<String, String> fields, String region) {
    Predicate<String> isPhone = name -> name.toLowerCase(Locale.ROOT).matches(PHONE_FIELD);
    return fields.entrySet().stream()
        .filter(field -> isPhone.test(field.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            field -> contacts(field.getValue(), numbers.read(field.getValue()), region).stream())
        .toList();
  }

  /** One contact for each value; it is obfuscated only when it stands nowhere in plain form. */
  private static List<FoundContact> merge(AdText text, List<Hit> hits, List<Hit> fromFields) {
    Map<CanonicalContact, List<Span>> spans = new LinkedHashMap<>();
    Map<CanonicalContact, Boolean> plain = new LinkedHashMap<>();
    for (Hit hit : hits) {
      spans
          .computeIfAbsent(hit.contact(), contact -> new ArrayList<>())
          .addAll(text.spans(hit.start(), hit.end()));
      plain.merge(hit.contact(), hit.plain(), Boolean::logicalOr);
    }
    for (Hit hit : fromFields) {
      spans.computeIfAbsent(hit.contact(), contact -> new ArrayList<>());
      plain.merge(hit.contact(), hit.plain(), Boolean::logicalOr);
    }
    List<FoundContact> found = new ArrayList<>();
    spans.forEach((contact, where) ->
        found.add(
            new FoundContact(
                kind(contact), contact.value(), !plain.getOrDefault(contact, false), where)));
    return found;
  }

  private static ContactKind kind(CanonicalContact contact) {
    return switch (contact.kind()) {
      case PHONE -> ContactKind.PHONE;
      case EMAIL -> ContactKind.EMAIL;
      case HANDLE -> ContactKind.HANDLE;
      case LINK -> ContactKind.LINK;
    };
  }

  private static List<Age> ages(
      ObservedAd ad, AdText text, List<NumberToken> tokens, Stretches contacts) {
    List<Age> ages = new ArrayList<>(AgeReader.read(text, tokens, contacts));
    AgeReader.field(ad.fields().getOrDefault("age", ""))
        .ifPresent(age -> ages.add(new Age(age, Span.Field.TITLE, 0, 0)));
    return ages;
  }

  private static List<Price> prices(ObservedAd ad, AdText text, Stretches contacts) {
    List<Price> prices = new ArrayList<>(PriceReader.read(text, contacts));
    prices.addAll(PriceReader.field(ad.fields().getOrDefault("price", "")));
    return prices;
  }
}
