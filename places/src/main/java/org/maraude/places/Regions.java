package org.maraude.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All regions, by code. Thread safe. */
public final class Regions {

  private static final Map<String, Region> BY_CODE = read();

  private Regions() {}

  /** In order of their codes. */
  public static List<Region> all() {
    return List.copyOf(BY_CODE.values());
  }

  public static Optional<Region> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static Map<String, Region> read() {
    var regions = new LinkedHashMap<String, Region>();
    for (String[] row : Table.rows("regions.csv")) {
      regions.put(row[0], new Region(row[0], row[1]));
    }
    return regions;
  }
}
