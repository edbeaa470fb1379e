package org.maraude.places;

import java.util.List;

/**
 * A commune of France, or a former one whose name people still use.
 *
 * @param departement its department's code
 * @param postalCodes five digits each; may be empty
 * @param population inhabitants; 0 for a former commune, or when the list does not tell them
 */
public record Commune(String departement, String name, List<String> postalCodes, long population) {

  public Commune {
    postalCodes = List.copyOf(postalCodes);
  }
}
