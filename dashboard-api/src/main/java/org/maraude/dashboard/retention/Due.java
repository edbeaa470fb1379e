package org.maraude.dashboard.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is over, or was erased.
 *
 * @param kind a {@link Term}'s name or one of the constants here
 * @param oldest since when the oldest counted; null when there is none or it is not told
 */
public record Due(String kind, long count, @Nullable Instant oldest) {

  /** Items under a contact whose owner said no, which had to stay until they were decided. */
  public static final String OBJECTED = "OBJECTED";

  /** Cases two years after the last contact. */
  public static final String CASES = "CASES";

  /** What one advertiser had on one day, of quarters that are closed; the sums stay. */
  public static final String VOLUMES = "VOLUMES";

  /** Posts of campaigns long over, of which the names of who made them go. */
  public static final String POST_NAMES = "POST_NAMES";

  /** Private keys whose day is over. */
  public static final String DAY_KEYS = "DAY_KEYS";

  /** Lines of the audit of whole months. */
  public static final String AUDIT = "AUDIT";
}
