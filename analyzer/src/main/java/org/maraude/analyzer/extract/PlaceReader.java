package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.reading.Folding;
import org.maraude.analyzer.extract.reading.Table;
import org.maraude.events.ads.Place;
import org.maraude.events.assessment.Facts.ResolvedPlace;

/**
 * Resolves where an ad says it is to a French department: by the code the site gives, a postal
 * code, or the name of a department or of one of the larger communes. Codes as in the official
 * geographic code (INSEE). Thread safe.
 */
final class PlaceReader {

  private static final Pattern POSTAL = Pattern.compile("(?<!\\d)\\d{5}(?!\\d)");
  private static final Pattern CODE =
      Pattern.compile(
          "(?:^|\\()\\s*(2[ab]|97[1-6]|\\d{2})\\s*(?:$|\\)|[ -])", Pattern.CASE_INSENSITIVE);

  /** A commune's or a department's folded name. */
  private record Name(String folded, String departement, @Nullable String commune) {}

  private final Set<String> codes = new HashSet<>();
  private final List<Name> names = new ArrayList<>();

  PlaceReader() {
    for (String[] row : Table.rows(PlaceReader.class, "departements.csv")) {
      String code = row[0];
      codes.add(code);
      names.add(new Name(spaced(row[1]), code, null));
      for (String commune : row[2].split("\\|", -1)) {
        names.add(new Name(spaced(commune), code, commune));
      }
    }
    // The longest name first: «Saint-Denis de la Réunion» before «Saint-Denis»; a commune before
    // the
    // department of the same name.
    names.sort(
        Comparator.comparingInt((Name name) -> -name.folded().length())
            .thenComparing(name -> name.commune() == null ? 1 : 0));
  }

  private static String spaced(String name) {
    String words = Folding.fold(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return " " + words.replaceAll("\\bst\\b", "saint").replaceAll("\\bste\\b", "sainte") + " ";
  }

  /** Null when it cannot be told, or when the ad is in another country. */
  @Nullable ResolvedPlace read(Place place) {
    if (place.country() != null && !place.country().equalsIgnoreCase("FR")) {
      return null;
    }
    String folded = spaced(place.text());
    Optional<String> code = given(place.departement()).or(() -> inText(place.text()));
    Optional<Name> name =
        names.stream()
            .filter(each -> folded.contains(each.folded()))
            .filter(each -> code.isEmpty() || code.get().equals(each.departement()))
            .findFirst();
    String commune = name.map(Name::commune).orElse(null);
    return code.or(() -> name.map(Name::departement))
        .map(departement -> new ResolvedPlace(departement, commune))
        .orElse(null);
  }

  private Optional<String> given(@Nullable String departement) {
    if (departement == null) {
      return Optional.empty();
    }
    String code = departement.strip().toUpperCase(Locale.ROOT);
    return Optional.of(code.length() == 1 ? "0" + code : code).filter(codes::contains);
  }

  private Optional<String> inText(String text) {
    Matcher postal = POSTAL.matcher(text);
    if (postal.find()) {
      return Optional.of(ofPostal(postal.group())).filter(codes::contains);
    }
    Matcher code = CODE.matcher(text.strip());
    return code.find() ? given(code.group(1)) : Optional.empty();
  }

  /** Corsica's postal codes still begin with 20; overseas departments have three digits. */
  private static String ofPostal(String postal) {
    if (postal.startsWith("20")) {
      return postal.charAt(2) < '2' ? "2A" : "2B";
    }
    return postal.substring(0, postal.startsWith("97") ? 3 : 2);
  }
}
