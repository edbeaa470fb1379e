package org.maraude.analyzer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.rules.AdReading;
import org.maraude.analyzer.rules.RuleFile;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.analyzer.rules.RuleSetException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the rules: at the start, and whenever the user's folder changed. A folder that holds a
 * mistake is told once in the log, and the rules in use stay.
 */
final class RulesFolder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RulesFolder.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final @Nullable Path folder;
  private final AdReading reading;
  private final RulePublisher publisher;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rules-folder").factory());
  private List<RuleFile> known = List.of();
  private String lastProblem = "";

  RulesFolder(@Nullable Path folder, AdReading reading, RulePublisher publisher) {
    this.folder = folder;
    this.reading = reading;
    this.publisher = publisher;
  }

  /**
   * Publishes for the first time and watches from then on.
   *
   * @throws RuleSetException when the rules hold a mistake: a start must not hide it
   */
  void start() {
    publishChanged();
    if (folder != null) {
      watch.scheduleWithFixedDelay(
          this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      boolean published = publishChanged();
      if (!lastProblem.isEmpty() && !published) {
        log.info("the rules folder is again as the rules in use are");
      }
      lastProblem = "";
    } catch (RuleSetException | KafkaException e) {
      tellOnce(String.valueOf(e.getMessage()), null);
    } catch (RuntimeException e) {
      // Thrown on, it would end the watch for good without a word.
      tellOnce(e.toString(), e);
    }
  }

  private void tellOnce(String problem, @Nullable Exception unforeseen) {
    if (!problem.equals(lastProblem)) {
      lastProblem = problem;
      log.error("the changed rules are not used, the earlier ones stay: {}", problem, unforeseen);
    }
  }

  /** The answer is whether the files differ from those known before. */
  private synchronized boolean publishChanged() {
    var files = folder == null ? RuleFiles.builtIn() : RuleFiles.withFolder(folder);
    if (files.equals(known)) {
      return false;
    }
    try (var rules = RuleSet.load(files, reading)) {
      if (publisher.publish(rules)) {
        log.info("published {} rules as set {}", rules.rules().size(), rules.stamp());
      }
    }
    known = files;
    return true;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
