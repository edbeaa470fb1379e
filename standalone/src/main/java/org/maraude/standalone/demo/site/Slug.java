package org.maraude.standalone.demo.site;

import java.text.Normalizer;
import java.util.Locale;

/** A title as part of an address: plain letters, digits and hyphens. */
final class Slug {

  private static final int LONGEST = 40;

  private Slug() {}

  static String of(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("-$", "");
  }
}
