package org.maraude.analyzer.extract;

import java.util.List;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.Span;

/**
 * Everything read from one ad. Spans and offsets are those of the raw title and body.
 *
 * @param setAside figures that would dial but stand as references («Réf. 06…»): no contacts, and
 *     still never published, because a reader may think otherwise
 * @param language ISO 639-1, {@code und} if unclear; chooses labels, never a rule
 */
public record Extraction(
    List<FoundContact> contacts, Facts facts, List<Span> setAside, String language) {

  public Extraction {
    contacts = List.copyOf(contacts);
    setAside = List.copyOf(setAside);
  }

  /** With nothing set aside. */
  public Extraction(List<FoundContact> contacts, Facts facts, String language) {
    this(contacts, facts, List.of(), language);
  }
}
