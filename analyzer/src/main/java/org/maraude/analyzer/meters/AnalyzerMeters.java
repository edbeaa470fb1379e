package org.maraude.analyzer.meters;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.maraude.analyzer.assess.StageTimes;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;
import org.maraude.events.assessment.Signal;

/** The analyzer's meters. What a broken-off transaction counted counts again. Thread safe. */
public final class AnalyzerMeters implements StageTimes {

  private static final String PREFIX = "maraude.analyzer.";

  private final MeterRegistry registry;
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final Map<String, Long> errorsTold = new ConcurrentHashMap<>();
  private final AtomicInteger sitesAside = new AtomicInteger();
  private final AtomicInteger reviewsBehind = new AtomicInteger();
  private final AtomicLong waitingForTheirDay = new AtomicLong();
  private final IntConsumer candidates;

  public AnalyzerMeters(MeterRegistry registry) {
    this.registry = registry;
    for (var stage : Stage.values()) {
      stages.put(
          stage,
          Timer.builder(PREFIX + "stage.duration")
              .description("How long a stage of one ad's assessment takes")
              .tag("stage", word(stage))
              .register(registry));
    }
    candidates =
        DistributionSummary.builder(PREFIX + "candidates")
                .description("Rules on words that an ad makes the matcher look at")
                .baseUnit("rules")
                .register(registry)
            ::record;
    Gauge.builder(PREFIX + "links.behind", reviewsBehind, AtomicInteger::get)
        .description("1 while more ads wait to be looked at again than one look takes")
        .register(registry);
    Gauge.builder(PREFIX + "links.waiting", waitingForTheirDay, AtomicLong::get)
        .description("News of ads that waits until all partitions have come to its day")
        .register(registry);
    Gauge.builder(PREFIX + "sites.aside", sitesAside, AtomicInteger::get)
        .description("Sites whose ads fail in rows and go to the dead letters unread")
        .register(registry);
  }

  /** Meters that nobody reads. */
  public static AnalyzerMeters unread() {
    return new AnalyzerMeters(new CompositeMeterRegistry());
  }

  /** An ad was assessed. */
  public void assessed(Assessment assessment) {
    Counter.builder(PREFIX + "ads")
        .description("Ads assessed, changed ones each time, by the queue they came to")
        .tag("queue", word(assessment.queue()))
        .register(registry)
        .increment();
    assessment.signals().stream().map(Signal::rule).distinct().forEach(this::matched);
  }

  /** An ad was told again because others changed what it means. */
  public void assessedAgain(Queue queue) {
    Counter.builder(PREFIX + "ads.again")
        .description("Ads told again because other ads changed what they mean, by their queue")
        .tag("queue", word(queue))
        .register(registry)
        .increment();
  }

  /** The links looked at ads again; told whether that was all that waited. */
  public void reviewed(boolean all) {
    reviewsBehind.set(all ? 0 : 1);
  }

  /** How much news of ads waits until its day may be linked. */
  public void waitingForTheirDay(long news) {
    waitingForTheirDay.set(news);
  }

  private void matched(String rule) {
    Counter.builder(PREFIX + "rule.matches")
        .description("Ads that a rule fired on")
        .tag("rule", rule)
        .register(registry)
        .increment();
  }

  /** How often each rule has failed since the start; told again and again. */
  public void ruleErrors(Map<String, Long> sinceTheStart) {
    sinceTheStart.forEach((rule, count) ->
        errorsTold.compute(
            rule,
            (id, told) -> {
              long before = told == null ? 0 : told;
              if (count > before) {
                failures(id).increment(count - before);
              }
              return Math.max(before, count);
            }));
  }

  private Counter failures(String rule) {
    return Counter.builder(PREFIX + "rule.errors")
        .description("Ads that a rule failed on and was left out of")
        .tag("rule", rule)
        .register(registry);
  }

  /** A set of rules on the topic was not taken. */
  public void ruleSetRefused() {
    Counter.builder(PREFIX + "rulesets.refused")
        .description("Rule sets that cannot be used; the earlier one stays")
        .register(registry)
        .increment();
  }

  /** A record went to its topic's dead letters. */
  public void deadLetter(String topic, Enum<?> kind) {
    Counter.builder(PREFIX + "dead.letters")
        .description("Records that went to the dead letters, by the kind of reason")
        .tag("topic", topic)
        .tag("reason", word(kind))
        .register(registry)
        .increment();
  }

  public void sitesAside(int count) {
    sitesAside.set(count);
  }

  /** How many records of a topic wait; asked whenever somebody reads the meters. */
  public void lag(String topic, Supplier<Number> waiting) {
    Gauge.builder(PREFIX + "lag", waiting)
        .description("Records that wait to be read")
        .baseUnit("records")
        .tag("topic", topic)
        .register(registry);
  }

  @Override
  public void took(Stage stage, long nanos) {
    var timer = stages.get(stage);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public IntConsumer candidates() {
    return candidates;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
