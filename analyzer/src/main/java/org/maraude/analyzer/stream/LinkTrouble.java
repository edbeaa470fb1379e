package org.maraude.analyzer.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the links failed on. A failure leaves the store half changed, so the first one breaks the
 * transaction off, and everything is done again; then the same thing is left out instead of failing
 * for ever. Shared by the threads of an instance, gone with it: another one tries anew. Thread
 * safe.
 */
public final class LinkTrouble {

  /** So many cannot be the ads' own trouble. */
  static final int MOST = 1_000;

  private static final Logger log = LoggerFactory.getLogger(LinkTrouble.class);

  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  /**
   * Does something, unless that failed before.
   *
   * @param what names it among all others; goes to no log
   * @return whether it was done
   * @throws TooManyFailuresException when so much failed that the store itself must be damaged
   */
  boolean tries(String what, Runnable work) {
    if (failed.contains(what)) {
      return false;
    }
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      if (!isKafkas(e)) {
        note(what, e);
      }
      throw e;
    }
  }

  private void note(String what, RuntimeException why) {
    if (failed.size() >= MOST) {
      throw new TooManyFailuresException(
          "the links failed on %d ads: their store may be damaged".formatted(MOST));
    }
    failed.add(what);
    log.error("an ad cannot be linked: it is done without its links", why);
  }

  private static boolean isKafkas(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof KafkaException) {
        return true;
      }
    }
    return false;
  }
}
