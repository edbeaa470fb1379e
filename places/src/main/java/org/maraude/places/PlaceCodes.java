package org.maraude.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The department that a text names by a postal code ({@code 33000 Bordeaux}) or by its own number
 * ({@code Bordeaux (33)}, {@code 33 - Gironde}). A postal code that the list does not know, as
 * those of large receivers of mail, is read by its first digits; a number that begins a sentence
 * ({@code 10 minutes from Lille}) is none; one that reaches over a border belongs to the department
 * whose number it begins with. Thread safe.
 */
public final class PlaceCodes {

  private static final Pattern POSTAL = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:^|\\()\\s*(2[ab]|9[78]\\d|\\d{2})\\s*(?:$|\\)|-\\s*\\p{L})",
          Pattern.CASE_INSENSITIVE);
  private static final int OVERSEAS_DIGITS = 3;

  private static final Map<String, Set<String>> BY_POSTAL = byPostal();

  private PlaceCodes() {}

  /** The department's code, or nothing when the text has neither number. */
  public static Optional<String> in(String text) {
    Matcher postal = POSTAL.matcher(text);
    if (postal.find()) {
      return ofPostal(postal.group());
    }
    Matcher number = NUMBER.matcher(text.strip());
    return number.find() ? written(number.group(1)) : Optional.empty();
  }

  /**
   * The code that somebody wrote: {@code 1} and {@code 01} for Ain, {@code 2a} for Corse-du-Sud.
   */
  public static Optional<String> written(String code) {
    String capital = code.strip().toUpperCase(Locale.ROOT);
    return Optional.of(capital.length() == 1 ? "0" + capital : capital).filter(PlaceCodes::known);
  }

  /** The department of a postal code of five digits. */
  static Optional<String> ofPostal(String postal) {
    String begins = byFirstDigits(postal);
    Set<String> listed = BY_POSTAL.getOrDefault(postal, Set.of());
    return listed.isEmpty() || listed.contains(begins)
        ? Optional.of(begins).filter(PlaceCodes::known)
        : listed.stream().sorted().findFirst();
  }

  /** Corsica's postal codes still begin with 20; overseas departments have three digits. */
  private static String byFirstDigits(String postal) {
    if (postal.startsWith("20")) {
      return postal.charAt(2) < '2' ? "2A" : "2B";
    }
    boolean overseas = postal.startsWith("97") || postal.startsWith("98");
    return postal.substring(0, overseas ? OVERSEAS_DIGITS : 2);
  }

  private static boolean known(String code) {
    return Departements.of(code).isPresent();
  }

  private static Map<String, Set<String>> byPostal() {
    var departements = new HashMap<String, Set<String>>();
    for (Commune commune : Communes.all()) {
      for (String postal : commune.postalCodes()) {
        departements.computeIfAbsent(postal, code -> new HashSet<>()).add(commune.departement());
      }
    }
    return departements;
  }
}
