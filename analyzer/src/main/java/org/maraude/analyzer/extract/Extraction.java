package org.maraude.analyzer.extract;

import java.util.List;
import org.maraude.events.assessment.Facts;

/**
 * Everything read from one ad. Spans and offsets are those of the raw title and body.
 *
 * @param language ISO 639-1, {@code und} if unclear; chooses labels, never a rule
 */
public record Extraction(List<FoundContact> contacts, Facts facts, String language) {

  public Extraction {
    contacts = List.copyOf(contacts);
  }
}
