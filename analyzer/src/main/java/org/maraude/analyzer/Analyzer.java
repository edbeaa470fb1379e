package org.maraude.analyzer;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.stream.AnalyzerTopology;
import org.maraude.analyzer.stream.RuleBook;
import org.maraude.analyzer.stream.StreamProgress;
import org.maraude.contacts.KeyFolder;
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

  private Analyzer(
      KafkaStreams streams, RulesFolder folder, RuleBook book, StreamProgress progress) {
    this.streams = streams;
    this.folder = folder;
    this.book = book;
    this.progress = progress;
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

  /**
   * Creates missing topics, publishes the rules and starts.
   *
   * @throws org.maraude.analyzer.rules.RuleSetException when a rule file holds a mistake
   * @throws org.maraude.contacts.KeyFolderException when the keys cannot be used
   * @throws IllegalStateException when Kafka does not answer
   */
  public static Analyzer start(AnalyzerConfig config) {
    var keys =
        config.makesKeys()
            ? KeyFolder.openOrCreate(config.keyFolder(), config.clock())
            : KeyFolder.openWithoutPrivate(config.keyFolder(), config.clock());
    var reader = AdReader.create();
    createTopics(config);
    var publisher = new RulePublisher(config.bootstrapServers(), config.clock());
    var folder = new RulesFolder(config.rulesFolder(), reader, publisher);
    var book = new RuleBook(reader, PATIENCE);
    var progress = new StreamProgress();
    try {
      folder.start();
      var assessor = new Assessor(reader, keys.tokens(), keys.sealer());
      var settings = StreamSettings.of(config);
      var streams = new KafkaStreams(AnalyzerTopology.of(assessor, book, progress), settings);
      streams.setUncaughtExceptionHandler(failure -> {
        log.error("an analyzer thread failed and is replaced", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
      });
      streams.start();
      return new Analyzer(streams, folder, book, progress);
    } catch (RuntimeException e) {
      folder.close();
      book.close();
      throw e;
    }
  }

  private static void createTopics(AnalyzerConfig config) {
    var settings =
        Map.<String, Object>of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    try (var admin = Admin.create(settings)) {
      new TopicPlan(config.partitions(), config.replication()).create(admin);
    }
  }

  public Progress progress() {
    return new Progress(
        progress.assessedCount(),
        progress.adultCount(),
        progress.minorCount(),
        progress.refusedCount());
  }

  /** How often each rule in use failed on an ad; rules that never did are absent. */
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
    streams.close(CLOSES_WITHIN);
    book.close();
  }
}
