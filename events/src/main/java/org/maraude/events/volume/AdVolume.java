package org.maraude.events.volume;

import java.time.LocalDate;
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
    int gone)
    implements Event {

  /** Stands where a site names no department or category. */
  public static final String UNKNOWN = "?";

  public AdVolume {
    Required.text(advertiser, "advertiser");
    Required.field(day, "day");
    Required.text(siteId, "siteId");
    Required.text(departement, "departement");
    Required.text(category, "category");
  }

  public String key() {
    return String.join("|", advertiser, day.toString(), siteId, departement, category);
  }
}
