package org.maraude.events.ads;

import org.jspecify.annotations.Nullable;

/**
 * Where an ad says it is.
 *
 * @param text as written, may be empty
 * @param departement the official code ({@code 75}, {@code 2A}, {@code 971}), if the site names one
 * @param country ISO 3166-1 alpha-2, if known
 */
public record Place(String text, @Nullable String departement, @Nullable String country) {

  public static final Place UNKNOWN = new Place("", null, null);

  public Place {
    text = text == null ? "" : text;
  }
}
