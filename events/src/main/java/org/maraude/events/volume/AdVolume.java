package org.maraude.events.volume;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.Required;

/**
 * How many ads of one advertiser stood on one site on one day. The record replaces the earlier one
 * of the same {@link #key}; summing the latest values counts each ad once.
 *
 * @param advertiser an opaque id of the linked group: the unit that exports protect
 * @param day in UTC; for new ads the day of posting where the site tells it
 * @param departement the official code, or {@code ?}
 * @param category the site's own, or {@code ?}
 * @param newAds first read
 * @param returning read again after a gap of over 30 days
 * @param live there that day
 * @param gone last there that day
 * @param ended of the ads that were new that day: how many were last there how many days later, 0
 *     for the same day; the others were still there when this was written. Absent when none ended;
 *     an end after more than {@link #LONGEST_LIFE_DAYS} is not told
 */
public record AdVolume(
    String advertiser,
    LocalDate day,
    String siteId,
    String departement,
    String category,
    int newAds,
    int returning,
    int live,
    int gone,
    @Nullable Map<Integer, Integer> ended)
    implements Event {

  /** Stands where a site names no department or category. */
  public static final String UNKNOWN = "?";

  /** For so long the ends of an ad's life are counted. */
  public static final int LONGEST_LIFE_DAYS = 365;

  public AdVolume {
    Required.text(advertiser, "advertiser");
    Required.field(day, "day");
    Required.text(siteId, "siteId");
    Required.text(departement, "departement");
    Required.text(category, "category");
    ended =
        ended == null || ended.isEmpty() ? null : Collections.unmodifiableMap(new TreeMap<>(ended));
  }

  /** Counts without the ends of the day's new ads. */
  public AdVolume(
      String advertiser,
      LocalDate day,
      String siteId,
      String departement,
      String category,
      int newAds,
      int returning,
      int live,
      int gone) {
    this(advertiser, day, siteId, departement, category, newAds, returning, live, gone, null);
  }

  /** How many ended after how many days; empty when none did. */
  public Map<Integer, Integer> ends() {
    return ended == null ? Map.of() : ended;
  }

  public String key() {
    return String.join("|", advertiser, day.toString(), siteId, departement, category);
  }
}
