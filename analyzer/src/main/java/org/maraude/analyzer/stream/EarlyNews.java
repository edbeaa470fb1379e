package org.maraude.analyzer.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.maraude.events.Event;
import org.maraude.events.ads.AdGone;
import org.maraude.events.volume.AdVolume;

/**
 * What was told of an ad before the ad itself: kept until the ad comes, and counted then as if it
 * had come in order.
 *
 * @param seen when it was listed, in order; the latest {@value #KEPT}
 * @param gone the latest telling that it went, if any
 */
record EarlyNews(List<Instant> seen, @Nullable AdGone gone) implements Event {

  /** More than the days for which an ad can still come. */
  static final int KEPT = 16;

  static final EarlyNews NONE = new EarlyNews(List.of(), null);

  EarlyNews {
    seen = seen == null ? List.of() : List.copyOf(seen);
  }

  EarlyNews withSeen(Instant at) {
    var times = new TreeSet<>(seen);
    times.add(at);
    while (times.size() > KEPT) {
      times.removeFirst();
    }
    return new EarlyNews(List.copyOf(times), gone);
  }

  EarlyNews withGone(AdGone told) {
    boolean later = gone == null || told.firstMissedAt().isAfter(gone.firstMissedAt());
    return later ? new EarlyNews(seen, told) : this;
  }

  /** The latest time that it tells of. */
  Instant latest() {
    var missed = gone == null ? Instant.MIN : gone.firstMissedAt();
    var there = seen.isEmpty() ? Instant.MIN : seen.getLast();
    return there.isAfter(missed) ? there : missed;
  }

  /** The ad's first counting, with all this counted after it. */
  VolumeLedger.Step after(VolumeLedger.Step first) {
    var changes = new ArrayList<AdVolume>(first.changes());
    var entry = first.entry();
    boolean wentCounted = gone == null;
    for (var at : seen) {
      if (gone != null && !wentCounted && at.isAfter(gone.firstMissedAt())) {
        var went = VolumeLedger.gone(entry, gone);
        changes.addAll(went.changes());
        entry = went.entry();
        wentCounted = true;
      }
      var step = VolumeLedger.seen(entry, at);
      changes.addAll(step.changes());
      entry = step.entry();
    }
    if (gone != null && !wentCounted) {
      var went = VolumeLedger.gone(entry, gone);
      changes.addAll(went.changes());
      entry = went.entry();
    }
    return new VolumeLedger.Step(entry, changes);
  }
}
