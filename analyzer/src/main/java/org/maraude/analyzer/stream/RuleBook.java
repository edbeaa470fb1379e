package org.maraude.analyzer.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.rules.AdReading;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.rules.RuleSetException;
import org.maraude.events.rules.RuleSetPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule set in use, gathered from the parts that the topic {@code rules} brings. A set counts
 * once all its parts are there; one that cannot be used leaves the earlier one in place. Thread
 * safe.
 */
public final class RuleBook implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RuleBook.class);

  private final Function<List<RuleFile>, RuleSet> loading;
  private final Duration patience;
  private final AnalyzerMeters meters;
  private final Map<String, RuleSetPart> parts = new HashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final CountDownLatch first = new CountDownLatch(1);
  private @Nullable RuleSet current;
  private final Map<String, Long> earlierErrors = new HashMap<>();
  private String refused = "";

  /**
   * @param patience how long {@link #use} waits for a first set
   */
  public RuleBook(AdReading reading, Duration patience, AnalyzerMeters meters) {
    this(files -> RuleSet.load(files, reading), patience, meters);
  }

  RuleBook(Function<List<RuleFile>, RuleSet> loading, Duration patience, AnalyzerMeters meters) {
    this.loading = loading;
    this.patience = patience;
    this.meters = meters;
  }

  /** Takes a part; the set changes when it was the last one missing. */
  synchronized void accept(RuleSetPart part) {
    parts.put(part.part(), part);
    var files =
        parts.values().stream()
            .filter(each -> each.ruleset().equals(part.ruleset()))
            .map(each -> new RuleFile(each.part(), each.yaml()))
            .toList();
    if (files.size() != part.parts() || part.ruleset().equals(refused) || isCurrent(part)) {
      return;
    }
    try {
      swap(loading.apply(files));
    } catch (RuleSetException e) {
      refused = part.ruleset();
      meters.ruleSetRefused();
      log.error("the rule set {} is not used, the earlier one stays: {}", refused, e.getMessage());
    }
  }

  private boolean isCurrent(RuleSetPart part) {
    var set = current;
    return set != null && set.stamp().equals(part.ruleset());
  }

  private void swap(RuleSet next) {
    lock.writeLock().lock();
    try {
      var last = current;
      current = next;
      if (last != null) {
        // Nobody uses it: whoever did held the read lock.
        last.errors().forEach((rule, count) -> earlierErrors.merge(rule, count, Long::sum));
        last.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
    first.countDown();
    log.info("{} rules of set {} are in use", next.rules().size(), next.stamp());
  }

  /**
   * Does something with the set in use, which stays the same meanwhile.
   *
   * @throws IllegalStateException when there is still none after the patience is over
   */
  <T> T use(Function<RuleSet, T> what) {
    try {
      if (!first.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the topic rules holds no full rule set yet; nothing is assessed before it does");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the rules", e);
    }
    lock.readLock().lock();
    try {
      var set = current;
      if (set == null) {
        throw new IllegalStateException("the analyzer is closed");
      }
      return what.apply(set);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How often each rule failed on an ad since the start; rules that never did are absent. */
  public Map<String, Long> errors() {
    lock.readLock().lock();
    try {
      var set = current;
      var sums = new HashMap<>(earlierErrors);
      if (set != null) {
        set.errors().forEach((rule, count) -> sums.merge(rule, count, Long::sum));
      }
      return Map.copyOf(sums);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      var set = current;
      current = null;
      if (set != null) {
        set.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
