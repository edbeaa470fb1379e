package org.maraude.dashboard.trends;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.places.Departements;

/**
 * A band as somebody writes it.
 *
 * @param version the one that was read; of no meaning for a new one
 * @param departements codes, empty for everywhere
 */
record BandDraft(
    int version,
    Band.Kind kind,
    String nameFr,
    String nameEn,
    LocalDate firstDay,
    LocalDate lastDay,
    List<String> departements) {

  private static final int LONGEST = 120;

  BandDraft {
    if (nameFr.isBlank() || nameFr.length() > LONGEST || nameEn.length() > LONGEST) {
      throw new BandException("name", "a band needs a name of at most 120 characters");
    }
    if (lastDay.isBefore(firstDay)) {
      throw new BandException("days", "a band needs a first day before its last");
    }
    departements = List.copyOf(departements);
    for (String code : departements) {
      if (Departements.of(code).isEmpty()) {
        throw new BandException("where", "'" + code + "' is no department's code");
      }
    }
  }

  /**
   * As typed or sent.
   *
   * @param nameEn as the French one when it is left out
   * @param departements codes with commas or spaces between them
   */
  record Typed(
      @Nullable Integer version,
      @Nullable String kind,
      @Nullable String nameFr,
      @Nullable String nameEn,
      @Nullable String firstDay,
      @Nullable String lastDay,
      @Nullable String departements) {

    /**
     * Reads it.
     *
     * @throws BandException with what is wrong
     */
    BandDraft draft() {
      var french = or(nameFr);
      var english = or(nameEn);
      return new BandDraft(
          version == null ? 0 : version,
          kind(or(kind)),
          french,
          english.isEmpty() ? french : english,
          day(or(firstDay)),
          day(or(lastDay)),
          Arrays.stream(or(departements).split("[,;\\s]+"))
              .filter(code -> !code.isEmpty())
              .map(code -> code.toUpperCase(Locale.ROOT))
              .toList());
    }

    private static Band.Kind kind(String word) {
      return Arrays.stream(Band.Kind.values())
          .filter(each -> each.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(() -> new BandException("kind", "kind is lockdown, rules, outage or local"));
    }

    private static LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new BandException("days", "a day is written 2026-01-31");
      }
    }

    private static String or(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }
}
