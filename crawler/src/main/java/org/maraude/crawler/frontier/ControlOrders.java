package org.maraude.crawler.frontier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.crawl.CrawlControl;
import org.maraude.events.crawl.SiteStatus;

/** The orders in the store that {@link ControlKeeper} fills. One task owns it. */
final class ControlOrders implements Orders {

  private record Read(byte[] order, @Nullable Boolean pause) {}

  private final ReadOnlyKeyValueStore<String, byte[]> control;

  // Orders are asked for at every step and change a few times a year.
  private final Map<String, Read> read = new HashMap<>();

  ControlOrders(ReadOnlyKeyValueStore<String, byte[]> control) {
    this.control = control;
  }

  @Override
  public boolean paused(String siteId) {
    return hold(siteId).isPresent();
  }

  @Override
  public Optional<SiteStatus.Cause> hold(String siteId) {
    return hold(CrawlControl.ALL_SITES, SiteStatus.Cause.ORDER_FOR_ALL)
        .or(() -> hold(siteId, SiteStatus.Cause.ORDER));
  }

  private Optional<SiteStatus.Cause> hold(String key, SiteStatus.Cause cause) {
    var order = control.get(key);
    if (order == null) {
      return Optional.empty();
    }
    var known = read.get(key);
    if (known == null || !Arrays.equals(known.order(), order)) {
      known = new Read(order, pause(order));
      read.put(key, known);
    }
    if (known.pause() == null) {
      // Somebody ordered something that cannot be read: the careful reading is to stop.
      return Optional.of(SiteStatus.Cause.ORDER_UNREADABLE);
    }
    return known.pause() ? Optional.of(cause) : Optional.empty();
  }

  private static @Nullable Boolean pause(byte[] order) {
    try {
      return EventJson.read(order, CrawlControl.class).order() == CrawlControl.Order.PAUSE;
    } catch (EventFormatException e) {
      return null;
    }
  }
}
