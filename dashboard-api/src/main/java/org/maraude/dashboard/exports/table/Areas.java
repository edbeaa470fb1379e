package org.maraude.dashboard.exports.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The areas that tables count by. The list is fixed: what a table has rows for says nothing of what
 * was seen.
 *
 * @param departements a department's code to its region's
 * @param names of regions and departments, the former under {@code R} and the code
 */
public record Areas(Map<String, String> departements, Map<String, String> names) {

  /** What an ad's place could not be read from; a department and a region of its own. */
  public static final String UNKNOWN = "?";

  /** All of them together. */
  public static final String COUNTRY = "FR";

  public Areas {
    var all = new TreeMap<>(departements);
    all.put(UNKNOWN, UNKNOWN);
    departements = java.util.Collections.unmodifiableMap(all);
    names = Map.copyOf(names);
  }

  /** Codes in their order. */
  public List<String> regions() {
    return List.copyOf(new TreeSet<>(departements.values()));
  }

  /** The departments of a region in their order. */
  public List<String> of(String region) {
    return departements.entrySet().stream()
        .filter(each -> each.getValue().equals(region))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The code itself, or {@link #UNKNOWN} where it is none of ours: no word of a site goes on. */
  public String known(String departement) {
    return departements.containsKey(departement) ? departement : UNKNOWN;
  }

  /** What an area is called in French, as in the official list. */
  public String name(Level level, String code) {
    return switch (level) {
      case COUNTRY -> "France";
      case REGION -> names.getOrDefault("R" + code, code);
      case DEPARTEMENT -> names.getOrDefault(code, code);
    };
  }
}
