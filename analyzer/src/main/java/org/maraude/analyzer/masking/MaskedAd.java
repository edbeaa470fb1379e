package org.maraude.analyzer.masking;

import java.util.List;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;

/**
 * An ad as it may be published. Immutable.
 *
 * @param titleText the title with its way back to the raw one
 * @param bodyText the body with its way back to the raw one
 * @param place as the ad says, without what looks like a contact
 * @param facts with spans of the published text
 */
public record MaskedAd(
    MaskedText titleText,
    MaskedText bodyText,
    Place place,
    List<MaskedContact> contacts,
    Facts facts) {

  public MaskedAd {
    contacts = List.copyOf(contacts);
  }

  /** The published title. */
  public String title() {
    return titleText.text();
  }

  /** The published body. */
  public String body() {
    return bodyText.text();
  }

  /**
   * Where a span of the raw text lies in the published one, in UTF-16 units. A span that begins or
   * ends within a contact takes in its whole display form; a surrogate pair is never split.
   */
  public Span map(Span raw) {
    return switch (raw.field()) {
      case TITLE -> titleText.map(raw);
      case BODY -> bodyText.map(raw);
    };
  }
}
