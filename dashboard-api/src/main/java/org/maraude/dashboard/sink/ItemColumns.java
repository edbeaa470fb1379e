package org.maraude.dashboard.sink;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Facts;
import org.maraude.events.assessment.SealedContact;
import org.maraude.events.assessment.Signal;

/** What of an assessment becomes the columns of its item. */
final class ItemColumns {

  private ItemColumns() {}

  /**
   * Score, revision, departement, language, signals, rules, assessment, words, tokens, sealed_with,
   * advertiser, template.
   */
  static Stream<@Nullable Object> of(Assessment assessment) {
    var strongestFirst =
        assessment.signals().stream()
            .sorted(Comparator.comparingDouble(Signal::weight).reversed())
            .toList();
    return Arrays.<@Nullable Object>asList(
        assessment.score(),
        assessment.revision(),
        departement(assessment),
        assessment.language(),
        strongestFirst.stream().map(Signal::id).distinct().toArray(String[]::new),
        strongestFirst.stream().map(Signal::rule).distinct().toArray(String[]::new),
        EventJson.writeLine(assessment),
        SearchableText.of(assessment),
        tokens(assessment).toArray(String[]::new),
        keys(assessment),
        assessment.links().advertiser(),
        assessment.links().template())
        .stream();
  }

  private static @Nullable String departement(Assessment assessment) {
    Facts.ResolvedPlace place = assessment.facts().place();
    return place == null ? assessment.place().departement() : place.departement();
  }

  static List<String> tokens(Assessment assessment) {
    return assessment.contacts().stream().map(SealedContact::token).distinct().toList();
  }

  /** A sealed contact begins with the day of its key. */
  private static String[] keys(Assessment assessment) {
    return assessment.contacts().stream()
        .map(contact -> contact.sealed().split(":", 2)[0])
        .distinct()
        .toArray(String[]::new);
  }
}
