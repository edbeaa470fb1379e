package org.maraude.analyzer.masking;

import java.util.List;
import org.maraude.analyzer.extract.FoundContact;
import org.maraude.events.assessment.Span;

/**
 * A contact and where its display form stands in the published text.
 *
 * @param found the contact in clear, to be sealed; it must not be published
 * @param masked its display form
 * @param spans of the published title and body; empty when the ad names it in a field only
 */
public record MaskedContact(FoundContact found, String masked, List<Span> spans) {

  public MaskedContact {
    spans = List.copyOf(spans);
  }
}
