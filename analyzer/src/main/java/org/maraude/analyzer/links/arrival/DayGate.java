package org.maraude.analyzer.links.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which day's ads the links may take in. What a site says by itself is learnt from one day and
 * taken out of the ads of the next, so days must come in order, whatever the order in which
 * partitions are read. A day opens once every partition has come to it or has nothing that waits;
 * nothing waits longer than {@link #LONGEST}, so that a partition nobody reads holds up no other.
 * Within a day, and for days gone by, the order is free. Pure but for what it remembers; not thread
 * safe.
 */
public final class DayGate {

  public static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * Where a partition stands.
   *
   * @param day the latest that came from it
   * @param quiet whether nothing waits there
   */
  public record Heard(LocalDate day, boolean quiet) {}

  private final int count;
  private final Map<Integer, Heard> partitions = new HashMap<>();
  private @Nullable LocalDate open;

  /**
   * @param count how many partitions there are
   */
  public DayGate(int count) {
    this.count = count;
  }

  /** As it stood before a restart. */
  public void restore(@Nullable LocalDate day, Map<Integer, Heard> heard) {
    open = day;
    partitions.putAll(heard);
  }

  public @Nullable LocalDate open() {
    return open;
  }

  /**
   * News came from a partition.
   *
   * @return where it stands now; null when that is as before
   */
  public @Nullable Heard heard(int partition, LocalDate day) {
    var before = partitions.get(partition);
    var latest = before == null || day.isAfter(before.day()) ? day : before.day();
    return note(partition, before, new Heard(latest, false));
  }

  /** As {@link #heard}, of a partition where nothing waits. */
  public @Nullable Heard quiet(int partition) {
    var before = partitions.get(partition);
    return note(
        partition, before, new Heard(before == null ? LocalDate.EPOCH : before.day(), true));
  }

  private @Nullable Heard note(int partition, @Nullable Heard before, Heard after) {
    if (after.equals(before)) {
      return null;
    }
    partitions.put(partition, after);
    return after;
  }

  /** Whether an ad of a day may be taken in at once. */
  public boolean admits(LocalDate day) {
    return open != null && !day.isAfter(open);
  }

  /**
   * Whether the first of those that wait may be taken in; its day is open from then on.
   *
   * @param day the earliest day that waits
   */
  public boolean opens(LocalDate day, Instant waitsSince, Instant now) {
    if (admits(day)) {
      return true;
    }
    boolean reached =
        partitions.size() >= count
            && partitions.values().stream()
                .allMatch(each -> each.quiet() || !each.day().isBefore(day));
    if (reached || Duration.between(waitsSince, now).compareTo(LONGEST) >= 0) {
      open = day;
      return true;
    }
    return false;
  }
}
