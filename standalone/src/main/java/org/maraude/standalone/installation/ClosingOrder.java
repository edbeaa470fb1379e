package org.maraude.standalone.installation;

import java.util.EnumMap;
import java.util.Map;
import org.maraude.standalone.installation.Startup.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that were started, closed in the reverse order of {@link Part} whatever order they came up
 * in. A part that does not close cleanly is logged, and the others close all the same; a part that
 * comes up after the closing is closed at once.
 */
final class ClosingOrder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ClosingOrder.class);

  private final Map<Part, AutoCloseable> open = new EnumMap<>(Part.class);
  private boolean closed;

  synchronized <T extends AutoCloseable> T add(Part part, T opened) {
    if (closed) {
      close(part, opened);
      throw new IllegalStateException("stopped while " + part + " was starting");
    }
    open.put(part, opened);
    return opened;
  }

  @Override
  public synchronized void close() {
    closed = true;
    var parts = Part.values();
    for (int i = parts.length - 1; i >= 0; i--) {
      var opened = open.remove(parts[i]);
      if (opened != null) {
        close(parts[i], opened);
      }
    }
  }

  private static void close(Part part, AutoCloseable opened) {
    long began = System.nanoTime();
    try {
      opened.close();
    } catch (Exception e) {
      log.warn("{} did not stop cleanly", part, e);
    }
    log.info("{} stopped in {} ms", part, (System.nanoTime() - began) / 1_000_000);
  }
}
