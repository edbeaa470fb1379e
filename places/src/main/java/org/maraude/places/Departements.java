package org.maraude.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All departments, by code. Thread safe. */
public final class Departements {

  private static final Map<String, Departement> BY_CODE = read();

  private Departements() {}

  /** In order of their codes. */
  public static List<Departement> all() {
    return List.copyOf(BY_CODE.values());
  }

  /** The department of this very code: two or three characters, capitals. */
  public static Optional<Departement> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static Map<String, Departement> read() {
    var departements = new LinkedHashMap<String, Departement>();
    for (String[] row : Table.rows("departements.csv")) {
      departements.put(row[0], new Departement(row[0], row[1], row[2], Long.parseLong(row[3])));
    }
    return departements;
  }
}
