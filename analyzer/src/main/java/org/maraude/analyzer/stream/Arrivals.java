package org.maraude.analyzer.stream;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.links.arrival.DayGate;
import org.maraude.analyzer.links.arrival.DayGate.Heard;
import org.maraude.analyzer.links.arrival.Later;
import org.maraude.analyzer.links.stored.LinkStore;
import org.maraude.events.EventJson;

/** Lets news of ads through in the order of their days; what waits stands in the store. */
final class Arrivals {

  /** How much is taken in at once of what waited. */
  static final int AT_ONCE = 1_000;

  /** Takes news in. */
  interface Taker {
    void take(String key, LinkNews news);
  }

  private final LinkStore store;
  private final Taker taker;
  private final InstantSource clock;
  private final DayGate gate;
  private @Nullable LocalDate open;

  /** Nothing waits before it. What was deleted must not be walked over again at each look. */
  private Later.@Nullable Place earliest;

  private long number;
  private long waiting;

  /**
   * @param partitions how many of a topic news comes from
   */
  Arrivals(LinkStore store, Taker taker, int partitions, InstantSource clock) {
    this.store = store;
    this.taker = taker;
    this.gate = new DayGate(partitions);
    this.clock = clock;
    var heard = new HashMap<Integer, Heard>();
    store
        .heard()
        .forEach((partition, each) -> {
          if (partition.equals(LinkStore.OPEN)) {
            open = each.day();
          } else {
            heard.put(Integer.valueOf(partition), each);
          }
        });
    gate.restore(open, heard);
    store
        .later()
        .forEach((place, each) -> {
          number = Math.max(number, place.number());
          waiting++;
        });
  }

  /** How much waits. */
  long waiting() {
    return waiting;
  }

  /** Nothing waits in a partition. */
  void quiet(int partition) {
    keep(partition, gate.quiet(partition));
  }

  /**
   * News of an ad.
   *
   * @param json the same as it came
   */
  void arrived(String key, LinkNews news, byte[] json) {
    var day = LocalDate.ofInstant(news.at(), ZoneOffset.UTC);
    keep(news.partition(), gate.heard(news.partition(), day));
    var now = clock.instant();
    if (gate.admits(day) || waiting == 0 && gate.opens(day, now, now)) {
      taker.take(key, news);
    } else {
      var later = new Later(now, key, json);
      var place = new Later.Place(day, ++number);
      store.later().put(place, later);
      if (earliest != null && place.compareTo(earliest) < 0) {
        earliest = place;
      }
      waiting++;
    }
    keepOpen();
  }

  /** Takes in what waited, as far as its day is open by now. */
  void letIn() {
    if (waiting == 0) {
      return;
    }
    Map<Later.Place, Later> first = new LinkedHashMap<>();
    var from = earliest == null ? null : store.later().from(earliest);
    store.later().some(from, AT_ONCE, first::put);
    for (var each : first.entrySet()) {
      var later = each.getValue();
      if (!gate.opens(each.getKey().day(), later.since(), clock.instant())) {
        break;
      }
      taker.take(later.key(), EventJson.read(later.news(), LinkNews.class));
      store.later().delete(each.getKey());
      earliest = each.getKey();
      waiting--;
    }
    keepOpen();
  }

  private void keep(int partition, @Nullable Heard changed) {
    if (changed != null) {
      store.heard().put(Integer.toString(partition), changed);
    }
  }

  private void keepOpen() {
    var now = gate.open();
    if (now != null && !now.equals(open)) {
      open = now;
      store.heard().put(LinkStore.OPEN, new Heard(now, false));
    }
  }
}
