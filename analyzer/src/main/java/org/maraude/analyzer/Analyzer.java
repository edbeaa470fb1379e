package org.maraude.analyzer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.stream.AnalyzerParts;
import org.maraude.analyzer.stream.AnalyzerTopology;
import org.maraude.analyzer.stream.FailureDesk;
import org.maraude.analyzer.stream.LinkTrouble;
import org.maraude.analyzer.stream.RuleBook;
import org.maraude.analyzer.stream.StreamProgress;
import org.maraude.analyzer.stream.TooManyFailuresException;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.DeadLetter;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running analyzer: reads {@code ads.observed}, {@code ads.seen} and {@code ads.gone}, writes
 * {@code ads.assessed} and {@code ads.volume}. Killed at any moment, the next one goes on where it
 * stopped: nothing twice, nothing lost. Thread safe.
 */
public final class Analyzer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Analyzer.class);
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final RulesFolder folder;
  private final RuleBook book;
  private final StreamProgress progress;
  private final KafkaStreamsMetrics streamsMeters;
  private final CompletableFuture<String> stopped;

  private Analyzer(
      KafkaStreams streams,
      RulesFolder folder,
      RuleBook book,
      StreamProgress progress,
      KafkaStreamsMetrics streamsMeters,
      CompletableFuture<String> stopped) {
    this.streams = streams;
    this.folder = folder;
    this.book = book;
    this.progress = progress;
    this.streamsMeters = streamsMeters;
    this.stopped = stopped;
  }

  /**
   * What was done since the start; a record that is tried again may count twice.
   *
   * @param assessed ads, changed ones each time
   * @param adult of these, for the adult queue
   * @param minor of these, that may concern a minor
   * @param refused records that went to dead letters
   */
  public record Progress(long assessed, long adult, long minor, long refused) {}

  /** Starts one whose meters nobody reads. */
  public static Analyzer start(AnalyzerConfig config) {
    return start(config, new CompositeMeterRegistry());
  }

  /**
   * Creates missing topics, publishes the rules and starts.
   *
   * @param registry where it counts
   * @throws org.maraude.analyzer.rules.RuleSetException when a rule file holds a mistake
   * @throws org.maraude.contacts.KeyFolderException when the keys cannot be used
   * @throws IllegalStateException when Kafka does not answer
   */
  public static Analyzer start(AnalyzerConfig config, MeterRegistry registry) {
    var keys =
        config.makesKeys()
            ? KeyFolder.openOrCreate(config.keyFolder(), config.clock())
            : KeyFolder.openWithoutPrivate(config.keyFolder(), config.clock());
    var reader = AdReader.create();
    int partitions = createTopics(config);
    var meters = new AnalyzerMeters(registry);
    var publisher = new RulePublisher(config.bootstrapServers(), config.clock());
    var folder = new RulesFolder(config.rulesFolder(), reader, publisher);
    var parts =
        new AnalyzerParts(
            new Assessor(reader, keys.tokens(), keys.sealer()),
            new RuleBook(reader, PATIENCE, meters),
            new FailureDesk(config.clock(), meters),
            new LinkTrouble(),
            new StreamProgress(),
            meters,
            partitions,
            config.clock());
    try {
      folder.start();
      return start(config, parts, folder, registry);
    } catch (RuntimeException e) {
      folder.close();
      parts.book().close();
      throw e;
    }
  }

  private static Analyzer start(
      AnalyzerConfig config, AnalyzerParts parts, RulesFolder folder, MeterRegistry registry) {
    var streams = new KafkaStreams(AnalyzerTopology.of(parts), StreamSettings.of(config));
    var stopped = new CompletableFuture<String>();
    streams.setUncaughtExceptionHandler(failure -> respond(failure, stopped));
    var streamsMeters = new KafkaStreamsMetrics(streams);
    streamsMeters.bindTo(registry);
    ReadLag.of(streams).tellTo(parts.meters());
    streams.start();
    return new Analyzer(streams, folder, parts.book(), parts.progress(), streamsMeters, stopped);
  }

  private static StreamThreadExceptionResponse respond(
      Throwable failure, CompletableFuture<String> stopped) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooManyFailuresException tooMany) {
        var why = String.valueOf(tooMany.getMessage());
        log.error(
            "the analyzer stops: {}; see {} in the dead letters, mend it and start again",
            why,
            DeadLetter.REASON);
        stopped.complete(why);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
      }
    }
    log.error("an analyzer thread failed and is replaced", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** The answer is how many partitions there are, which an operator may have chosen. */
  private static int createTopics(AnalyzerConfig config) {
    var settings =
        Map.<String, Object>of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    try (var admin = Admin.create(settings)) {
      new TopicPlan(config.partitions(), config.replication()).create(admin);
      return TopicPlan.partitions(admin, Topic.ADS_OBSERVED);
    }
  }

  public Progress progress() {
    return new Progress(
        progress.assessedCount(),
        progress.adultCount(),
        progress.minorCount(),
        progress.refusedCount());
  }

  /**
   * Ends with the reason when the analyzer stops by itself because too much fails; never when it is
   * closed.
   */
  public CompletionStage<String> stopped() {
    return stopped.minimalCompletionStage();
  }

  /** How often each rule failed on an ad since the start; rules that never did are absent. */
  public Map<String, Long> ruleErrors() {
    return book.errors();
  }

  /** Whether it works: false while it starts or catches up, and after {@link #close}. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    folder.close();
    streamsMeters.close();
    streams.close(CLOSES_WITHIN);
    book.close();
  }
}
