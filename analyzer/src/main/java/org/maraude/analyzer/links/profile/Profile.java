package org.maraude.analyzer.links.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ads that show one contact or one text, by first reading. Immutable. Holds the first {@value
 * #MOST}: what more ads show is common (a switchboard, a site's own number or template), tells
 * nothing of one person, and stays common until it is forgotten.
 */
public final class Profile {

  public static final Profile NONE = new Profile(List.of(), false);

  /** Above the 99th percentile of real groups, which is 181. */
  public static final int MOST = 256;

  /** A number that rests so long is given to somebody else. */
  public static final Duration RECYCLED_AFTER = Duration.ofDays(90);

  private static final Comparator<Sighting> ORDER = Comparator.comparing(Sighting::first);

  private final List<Sighting> sightings;
  private final boolean common;

  /** Found when first asked for. */
  private @Nullable List<Life> lives;

  /**
   * @param sightings sorted by {@link FirstSeen}, an ad once
   * @param common whether there were more than are kept
   */
  public Profile(List<Sighting> sightings, boolean common) {
    this.sightings = Collections.unmodifiableList(sightings);
    this.common = common;
  }

  public List<Sighting> sightings() {
    return sightings;
  }

  public boolean common() {
    return common;
  }

  /**
   * With an ad, or with what became of it.
   *
   * @param before as it stood here; null for one that is new
   */
  public Profile with(@Nullable Sighting before, Sighting sighting) {
    if (before == null
        && sightings.size() == MOST
        && sightings.getLast().first().isBefore(sighting.first())) {
      return common ? this : new Profile(sightings, true);
    }
    var changed = new ArrayList<Sighting>(sightings.size() + 1);
    changed.addAll(sightings);
    if (before != null) {
      remove(changed, before);
    }
    int at = Collections.binarySearch(changed, sighting, ORDER);
    if (at >= 0) {
      changed.set(at, sighting);
    } else {
      changed.add(-at - 1, sighting);
    }
    return capped(changed, common);
  }

  public Profile without(Sighting sighting) {
    var changed = new ArrayList<>(sightings);
    remove(changed, sighting);
    return changed.isEmpty() ? NONE : new Profile(changed, common);
  }

  private static void remove(List<Sighting> from, Sighting sighting) {
    int at = Collections.binarySearch(from, sighting, ORDER);
    if (at >= 0) {
      from.remove(at);
    }
  }

  /** Of two groups that turned out to be one. */
  public Profile and(Profile other) {
    var both = new ArrayList<Sighting>(sightings.size() + other.sightings.size());
    both.addAll(sightings);
    both.addAll(other.sightings);
    both.sort(ORDER);
    return capped(both, common || other.common);
  }

  private static Profile capped(ArrayList<Sighting> sorted, boolean common) {
    if (sorted.size() <= MOST) {
      return new Profile(sorted, common);
    }
    return new Profile(new ArrayList<>(sorted.subList(0, MOST)), true);
  }

  /** The life that an ad belongs to: a rest of over 90 days begins another. */
  public Life lifeOf(FirstSeen ad) {
    var all = lives();
    for (int i = all.size() - 1; i > 0; i--) {
      if (!ad.isBefore(all.get(i).sightings().getFirst().first())) {
        return all.get(i);
      }
    }
    return all.getFirst();
  }

  private List<Life> lives() {
    var known = lives;
    if (known == null) {
      known = findLives();
      lives = known;
    }
    return known;
  }

  private List<Life> findLives() {
    var found = new ArrayList<Life>(1);
    int from = 0;
    @Nullable Instant last = null;
    for (int i = 0; i < sightings.size(); i++) {
      var sighting = sightings.get(i);
      if (last != null && sighting.first().at().isAfter(last.plus(RECYCLED_AFTER))) {
        found.add(new Life(sightings.subList(from, i), common));
        from = i;
        last = null;
      }
      last = last == null || sighting.last().isAfter(last) ? sighting.last() : last;
    }
    found.add(new Life(sightings.subList(from, sightings.size()), common));
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Profile profile
        && common == profile.common
        && sightings.equals(profile.sightings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sightings, common);
  }

  @Override
  public String toString() {
    return sightings + (common ? ", common" : "");
  }
}
