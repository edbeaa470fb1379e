package org.maraude.dashboard.resources;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.prevention.PreventionException;
import org.maraude.dashboard.prevention.Words;

/**
 * A number to call or a page to read.
 *
 * @param number as it is dialled, may be empty for a page
 * @param link begins with https:// or http://, may be empty for a number
 * @param place in the list, lower first
 * @param reviewOn until when somebody looks that it is right; null when nobody has yet
 */
public record Resource(
    UUID id,
    Kind kind,
    String name,
    String number,
    String link,
    String saysFr,
    String saysEn,
    int place,
    @Nullable LocalDate reviewOn,
    int version) {

  /** What it is. */
  public enum Kind {
    HELPLINE,
    PAGE
  }

  /** Whether somebody has to look that it is right. */
  public boolean due(LocalDate today) {
    return reviewOn == null || !reviewOn.isAfter(today);
  }

  /** What a telephone dials. */
  public String dialled() {
    return number.replaceAll("[^0-9+]", "");
  }

  /**
   * A resource as it is to be.
   *
   * @param version the one that was read; 0 for a new one
   */
  public record Draft(
      int version,
      Kind kind,
      String name,
      String number,
      String link,
      String saysFr,
      String saysEn,
      int place,
      @Nullable LocalDate reviewOn) {

    private static final int LAST_PLACE = 999;

    /**
     * @throws PreventionException with what is missing
     */
    public Draft {
      name = Words.line("resource-name", name, 120, true);
      number = Words.line("resource-number", number, 40, kind == Kind.HELPLINE);
      link = Words.line("resource-link", link, 300, kind == Kind.PAGE);
      saysFr = Words.line("resource-says", saysFr, 300, true);
      saysEn = Words.line("resource-says", saysEn, 300, true);
      if (!number.matches("[0-9 +().-]*")) {
        throw PreventionException.unfit(
            "resource-number-unfit", "a number has digits, spaces and + ( ) . - only");
      }
      var lower = link.toLowerCase(Locale.ROOT);
      if (!link.isEmpty() && !lower.startsWith("https://") && !lower.startsWith("http://")) {
        throw PreventionException.unfit("link-unfit", "a link begins with https://");
      }
      if (place < 0 || place > LAST_PLACE) {
        throw PreventionException.unfit("resource-place", "a place is a number from 0 to 999");
      }
    }
  }
}
