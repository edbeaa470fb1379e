package org.maraude.analyzer.masking;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maraude.analyzer.extract.Extraction;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;
import org.maraude.events.assessment.Span.Field;

/** Takes the contacts out of an ad's text. Pure and thread safe. */
public final class Masking {

  /** A place is a few words; this many digits, or an address sign, is somebody's contact. */
  private static final Pattern CONTACT_IN_PLACE =
      Pattern.compile("@|://|www\\.|(?:\\p{Nd}\\P{L}{0,3}){7}");

  /** Stands for a figure that is no contact but would dial. */
  private static final String SET_ASIDE = "***";

  private Masking() {}

  /**
   * The ad as it may be published: each place where a contact was read shows its display form.
   *
   * @param extraction of this very ad
   */
  public static MaskedAd of(ObservedAd ad, Extraction extraction) {
    MaskedText title = mask(AdText.readable(ad.title()), Field.TITLE, extraction);
    MaskedText body = mask(AdText.readable(ad.body()), Field.BODY, extraction);
    List<MaskedContact> contacts =
        extraction.contacts().stream()
            .map(found ->
                new MaskedContact(
                    found,
                    found.canonical().masked(),
                    found.spans().stream().map(span -> map(title, body, span)).toList()))
            .toList();
    return new MaskedAd(
        title, body, place(ad.place()), contacts, map(title, body, extraction.facts()));
  }

  private static MaskedText mask(String raw, Field field, Extraction extraction) {
    Stream<MaskedText.Replacement> contacts =
        extraction.contacts().stream()
            .flatMap(found ->
                found.spans().stream()
                    .filter(span -> span.field() == field)
                    .map(span ->
                        new MaskedText.Replacement(
                            span.start(), span.end(), found.canonical().masked())));
    Stream<MaskedText.Replacement> setAside =
        extraction.setAside().stream()
            .filter(span -> span.field() == field)
            .map(span -> new MaskedText.Replacement(span.start(), span.end(), SET_ASIDE));
    return MaskedText.of(raw, Stream.concat(contacts, setAside).toList());
  }

  private static Place place(Place place) {
    return CONTACT_IN_PLACE.matcher(place.text()).find()
        ? new Place("", place.departement(), place.country())
        : place;
  }

  private static Span map(MaskedText title, MaskedText body, Span span) {
    return switch (span.field()) {
      case TITLE -> title.map(span);
      case BODY -> body.map(span);
    };
  }

  private static Facts map(MaskedText title, MaskedText body, Facts facts) {
    return new Facts(
        facts.ages().stream()
            .map(age -> {
              Span span = map(title, body, new Span(age.field(), age.start(), age.end()));
              return new Facts.Age(age.value(), span.field(), span.start(), span.end());
            })
            .toList(),
        facts.prices().stream()
            .map(price -> {
              Span span = map(title, body, new Span(price.field(), price.start(), price.end()));
              return new Facts.Price(
                  price.amount(),
                  price.currency(),
                  price.minutes(),
                  span.field(),
                  span.start(),
                  span.end());
            })
            .toList(),
        facts.aliases(),
        facts.place());
  }
}
