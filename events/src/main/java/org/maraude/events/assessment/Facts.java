package org.maraude.events.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Required;

/**
 * What an ad states, as read.
 *
 * @param place where it resolves to; null when it does not
 */
public record Facts(
    List<Age> ages, List<Price> prices, List<String> aliases, @Nullable ResolvedPlace place) {

  public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), null);

  /** A stated age in years, with its place. */
  public record Age(int value, Span.Field field, int start, int end) {}

  /**
   * A stated price.
   *
   * @param currency ISO 4217
   * @param minutes what it is for; null when not said
   */
  public record Price(
      BigDecimal amount,
      String currency,
      @Nullable Integer minutes,
      Span.Field field,
      int start,
      int end) {}

  /**
   * A department, and the commune where the text names one.
   *
   * @param departement the official code
   * @param commune the official INSEE code or name
   */
  public record ResolvedPlace(String departement, @Nullable String commune) {}

  public Facts {
    ages = Required.list(ages);
    prices = Required.list(prices);
    aliases = Required.list(aliases);
  }
}
