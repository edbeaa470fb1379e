package org.maraude.analyzer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.reading.Table;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Span;

/** Cases from the files beside the tests, and the ads made of them. */
public final class Cases {

  private Cases() {}

  /** Rows of a file whose columns stand between {@code ;;}. */
  public static Stream<String[]> of(String file) {
    return Table.rows(Cases.class, file, " ;; ").stream()
        .map(row ->
            Stream.of(row)
                .map(cell -> cell.replace("\\n", "\n").replace("\\u200B", "\u200B"))
                .toArray(String[]::new));
  }

  /** An ad with this text; the first line break parts title and body. */
  public static ObservedAd ad(String text) {
    int line = text.indexOf('\n');
    return ad(
        line < 0 ? "" : text.substring(0, line), text.substring(line + 1), Place.UNKNOWN, Map.of());
  }

  /** An ad with these parts. */
  public static ObservedAd ad(String title, String body, Place place, Map<String, String> fields) {
    return new ObservedAd(
        "demo:1",
        "demo",
        "https://example.org/1",
        Instant.parse("2026-06-15T12:00:00Z"),
        null,
        title,
        body,
        null,
        place,
        fields,
        0,
        "");
  }

  /** The text under a span. */
  static String under(ObservedAd ad, Span span) {
    return under(ad, span.field(), span.start(), span.end());
  }

  static String under(ObservedAd ad, Span.Field field, int start, int end) {
    return (field == Span.Field.TITLE ? ad.title() : ad.body()).substring(start, end);
  }

  static Place place(String text, @Nullable String departement, @Nullable String country) {
    return new Place(text, departement, country);
  }

  static List<String> values(Extraction extraction) {
    return extraction.contacts().stream().map(FoundContact::value).toList();
  }
}
