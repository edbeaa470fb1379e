package org.maraude.places;

import java.util.ArrayList;
import java.util.List;

/** All communes. Thread safe; read anew at each call, for who builds an index of it once. */
public final class Communes {

  private Communes() {}

  /** In order of their departments. */
  public static List<Commune> all() {
    var communes = new ArrayList<Commune>();
    for (String[] row : Table.rows("communes.csv")) {
      var postal = row[2].isEmpty() ? List.<String>of() : List.of(row[2].split(" "));
      communes.add(new Commune(row[0], row[1], postal, Long.parseLong(row[3])));
    }
    return List.copyOf(communes);
  }
}
