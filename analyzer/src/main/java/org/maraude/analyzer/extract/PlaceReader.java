package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ST = Pattern.compile("\\bst\\b");
  private static final Pattern STE = Pattern.compile("\\bste\\b");

  /** A commune's or a department's folded name. */
  private record Name(String folded, String departement, @Nullable String commune) {}

  /** A name by its place among all; the lower is preferred. */
  private record Ranked(Name name, int rank) {}

  private final Set<String> codes = new HashSet<>();
  private final Map<String, List<Ranked>> byFirstWord = new HashMap<>();

  PlaceReader() {
    List<Name> names = new ArrayList<>();
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
    for (int rank = 0; rank < names.size(); rank++) {
      Name name = names.get(rank);
      byFirstWord
          .computeIfAbsent(wordAt(name.folded(), 0), word -> new ArrayList<>())
          .add(new Ranked(name, rank));
    }
  }

  private static String spaced(String name) {
    String words = NO_WORD.matcher(Folding.fold(name)).replaceAll(" ").strip();
    return words.contains("st")
        ? " " + STE.matcher(ST.matcher(words).replaceAll("saint")).replaceAll("sainte") + " "
        : " " + words + " ";
  }

  /** The word behind a blank. */
  private static String wordAt(String spaced, int blank) {
    return spaced.substring(blank + 1, spaced.indexOf(' ', blank + 1));
  }

  /** Null when it cannot be told, or when the ad is in another country. */
  @Nullable ResolvedPlace read(Place place) {
    if (place.country() != null && !place.country().equalsIgnoreCase("FR")) {
      return null;
    }
    String folded = spaced(place.text());
    Optional<String> code = given(place.departement()).or(() -> inText(place.text()));
    Optional<Name> name = name(folded, code);
    String commune = name.map(Name::commune).orElse(null);
    return code.or(() -> name.map(Name::departement))
        .map(departement -> new ResolvedPlace(departement, commune))
        .orElse(null);
  }

  private Optional<Name> name(String folded, Optional<String> code) {
    Ranked best = null;
    for (int at = 0; at + 1 < folded.length(); at = folded.indexOf(' ', at + 1)) {
      for (Ranked each : byFirstWord.getOrDefault(wordAt(folded, at), List.of())) {
        boolean better = best == null || each.rank() < best.rank();
        if (better
            && folded.startsWith(each.name().folded(), at)
            && (code.isEmpty() || code.get().equals(each.name().departement()))) {
          best = each;
        }
      }
    }
    return Optional.ofNullable(best).map(Ranked::name);
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
