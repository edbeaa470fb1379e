package org.maraude.dashboard.trends;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maraude.places.Departement;
import org.maraude.places.Departements;

/** Counts a 100,000 inhabitants, by the official list's figures. */
final class Inhabitants {

  private static final double UNIT = 100_000;
  private static final Map<String, Long> OF_REGION =
      Departements.all().stream()
          .collect(
              Collectors.groupingBy(
                  Departement::region, Collectors.summingLong(Departement::population)));
  private static final long ALL =
      Departements.all().stream().mapToLong(Departement::population).sum();

  private Inhabitants() {}

  /** The rate; null where nobody knows how many live there. */
  static @Nullable Double rate(Split split, String group, double count) {
    long people = of(split, group);
    return people == 0 ? null : Double.valueOf(count * UNIT / people);
  }

  /** How many live there; for a site or a category in the whole country; 0 when not known. */
  static long of(Split split, String group) {
    return switch (split) {
      case NONE, SITE, CATEGORY -> ALL;
      case DEPARTEMENT -> Departements.of(group).map(Departement::population).orElse(0L);
      case REGION -> OF_REGION.getOrDefault(group, 0L);
    };
  }
}
