package org.maraude.analyzer.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.extract.reading.Folding;
import org.maraude.places.Commune;
import org.maraude.places.Communes;
import org.maraude.places.Departements;

/**
 * Finds the name of a commune or a department in the text of a place, whatever its accents, hyphens
 * and abbreviations. A small commune counts when the text is nothing but its name, or when the
 * department is known otherwise: within a sentence its name is too often an ordinary word. A name
 * that several places bear means the one that is far larger than the others; else nothing is said,
 * for a wrong department is worse than none. Thread safe.
 */
final class PlaceNames {

  /** A place is counted inside a longer text from this many inhabitants on. */
  private static final long KNOWN_FROM = 10_000;

  /** The same where the department is known. */
  private static final long KNOWN_WITHIN_FROM = 1_000;

  /** So many times the inhabitants of the next make a name mean the larger. */
  private static final long FAR_LARGER = 5;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What people write short. */
  private static final Map<String, String> SHORT = Map.of("st", "saint", "ste", "sainte");

  private final Map<String, List<Named>> byName;
  private final int longest;

  /** What a name means; the commune is null for a department. */
  record Named(String departement, @Nullable String commune, long population) {

    boolean isCommune() {
      return commune != null;
    }
  }

  PlaceNames() {
    byName = new HashMap<>();
    for (var departement : Departements.all()) {
      add(departement.name(), new Named(departement.code(), null, departement.population()));
    }
    for (Commune each : Communes.all()) {
      add(each.name(), new Named(each.departement(), each.name(), each.population()));
    }
    byName
        .values()
        .forEach(all -> all.sort(Comparator.comparingLong(Named::population).reversed()));
    longest = byName.keySet().stream().mapToInt(PlaceNames::words).max().orElse(0);
  }

  private void add(String name, Named named) {
    byName.computeIfAbsent(String.join(" ", split(name)), key -> new ArrayList<>()).add(named);
  }

  private static int words(String name) {
    return (int) name.chars().filter(unit -> unit == ' ').count() + 1;
  }

  private static List<String> split(String text) {
    return Stream.of(NO_WORD.split(Folding.fold(text)))
        .filter(word -> !word.isEmpty())
        .map(word -> SHORT.getOrDefault(word, word))
        .toList();
  }

  /**
   * The longest name first; of two as long, the earlier.
   *
   * @param departement its code, where it is known otherwise: only names in it count then
   */
  Optional<Named> in(String text, Optional<String> departement) {
    var words = split(text);
    var read = new boolean[words.size()];
    for (int length = Math.min(longest, words.size()); length > 0; length--) {
      for (int start = 0; start + length <= words.size(); start++) {
        if (anyOf(read, start, length)) {
          continue;
        }
        var all = byName.get(String.join(" ", words.subList(start, start + length)));
        if (all == null) {
          continue;
        }
        boolean whole = length == words.size();
        var meant =
            departement.isPresent()
                ? within(departement.get(), all, whole || length > 1)
                : meant(all, whole);
        if (meant.isPresent()) {
          return meant;
        }
        // Words of a name that cannot be told are not read again as a shorter one.
        Arrays.fill(read, start, start + length, true);
      }
    }
    return Optional.empty();
  }

  private static Optional<Named> within(String departement, List<Named> all, boolean certain) {
    return all.stream()
        .filter(each -> each.departement().equals(departement))
        .filter(each -> certain || !each.isCommune() || each.population() >= KNOWN_WITHIN_FROM)
        .max(Comparator.comparing(Named::isCommune).thenComparing(Named::population));
  }

  private static Optional<Named> meant(List<Named> all, boolean wholeText) {
    var known =
        all.stream()
            .filter(each -> wholeText || !each.isCommune() || each.population() >= KNOWN_FROM)
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var largest = known.getFirst();
    var elsewhere =
        known.stream().filter(each -> !each.departement().equals(largest.departement())).toList();
    if (elsewhere.isEmpty()) {
      return within(largest.departement(), known, true);
    }
    // Vienne: a department, and a town in another; nobody can tell which was meant.
    boolean town =
        !largest.isCommune()
            && elsewhere.stream()
                .anyMatch(each -> each.isCommune() && each.population() >= KNOWN_FROM);
    long next = Math.max(1, elsewhere.getFirst().population());
    return town || largest.population() < FAR_LARGER * next
        ? Optional.empty()
        : Optional.of(largest);
  }

  private static boolean anyOf(boolean[] read, int start, int length) {
    for (int at = start; at < start + length; at++) {
      if (read[at]) {
        return true;
      }
    }
    return false;
  }
}
