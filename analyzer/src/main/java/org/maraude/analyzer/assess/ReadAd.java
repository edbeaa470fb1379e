package org.maraude.analyzer.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maraude.analyzer.extract.reading.AdText;
import org.maraude.analyzer.facts.ObservedFacts;
import org.maraude.analyzer.masking.MaskedAd;
import org.maraude.analyzer.text.AdWords;
import org.maraude.analyzer.text.AnalyzedText;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.assessment.Span.Field;

/**
 * An ad as read: its published form and what rules see of it. Immutable.
 *
 * @param language ISO 639-1, {@code und} if unclear; never scored
 * @param words of the published texts, so that their places are those a reader sees
 */
public record ReadAd(
    ObservedAd ad, MaskedAd published, String language, AdWords words, ObservedFacts facts) {

  /** Which texts were too long to be read whole: {@code body-cut:100000}, up to that unit. */
  List<String> cuts() {
    var cuts = new ArrayList<String>(0);
    for (var field : Field.values()) {
      var raw = field == Field.TITLE ? ad.title() : ad.body();
      if (raw.length() > AdText.LONGEST) {
        cuts.add(cut(field, AdText.LONGEST));
      } else if (words.in(field).cut()) {
        // Masks made the published text longer than the raw one.
        cuts.add(cut(field, AnalyzedText.LONGEST));
      }
    }
    return cuts;
  }

  private static String cut(Field field, int upTo) {
    return field.name().toLowerCase(Locale.ROOT) + "-cut:" + upTo;
  }
}
