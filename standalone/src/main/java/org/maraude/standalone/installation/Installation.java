package org.maraude.standalone.installation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.Analyzer;
import org.maraude.analyzer.AnalyzerConfig;
import org.maraude.crawler.Crawler;
import org.maraude.crawler.CrawlerConfig;
import org.maraude.dashboard.Dashboard;
import org.maraude.dashboard.DashboardConfig;
import org.maraude.dashboard.accounts.DemoLogin;
import org.maraude.dashboard.trends.Band;
import org.maraude.dashboard.trends.Bands;
import org.maraude.embedded.EmbeddedKafka;
import org.maraude.embedded.EmbeddedPostgres;
import org.maraude.standalone.installation.Startup.Part;

/**
 * Broker, database, dashboard, analyzer and crawler in this JVM, over one data folder.
 *
 * <p>Starting again over the same folder goes on where the last run stopped or was killed. Closing
 * stops the parts in the order of the data, so that nothing is read that nobody would keep.
 */
public final class Installation implements AutoCloseable {

  static final String DATABASE_SECRET = "postgres-password";

  // One machine with few cores: more partitions would only mean more commits.
  private static final int PARTITIONS = 4;

  // Every permit waits for a commit of the frontier, but nobody waits a tenth of a second for an
  // assessment, and each commit is a transaction that costs processor.
  private static final Duration ANALYZER_COMMITS = Duration.ofMillis(200);

  private final InstallationConfig config;
  private final Startup startup;
  private final ClosingOrder closing = new ClosingOrder();
  private MeterRegistry meters = new CompositeMeterRegistry();
  private volatile @Nullable Crawler crawler;
  private volatile @Nullable Analyzer analyzer;

  /**
   * What a person is told once everything is up.
   *
   * @param url of pages and API
   * @param bootstrapServers of the broker
   * @param logins of the demo; empty where it is none
   * @param enrolment the one-hour link for the first admin, while there is no user
   */
  public record Running(
      URI url, String bootstrapServers, List<DemoLogin> logins, Optional<URI> enrolment) {}

  /**
   * An installation that is not started yet.
   *
   * @param startup hears what is up
   */
  public Installation(InstallationConfig config, Startup startup) {
    this.config = config;
    this.startup = startup;
  }

  /** What the parts count goes there; told before the start. */
  public void countInto(MeterRegistry registry) {
    meters = registry;
  }

  /** Starts everything; what was started is stopped again when a part fails. */
  public Running start() {
    try {
      closing.add(Part.FOLDER, config.folder().lock());
      return startParts();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Running startParts() {
    var folder = config.folder();
    var password = folder.secrets().file(DATABASE_SECRET, new SecureRandom());
    var starting =
        inBackground(
            () -> open(Part.POSTGRES, () -> EmbeddedPostgres.start(folder.postgres(), password)));
    var kafka = open(Part.KAFKA, () -> EmbeddedKafka.start(folder.kafka()));
    var postgres = joined(starting);
    var bootstrap = kafka.bootstrapServers();
    var streams = inBackground(() -> startStreams(bootstrap));
    var pages = open(Part.DASHBOARD, () -> Dashboard.start(dashboard(bootstrap, postgres)));
    crawler = joined(streams);
    RunningBroker.note(folder, bootstrap);
    config.inventedLockdown().ifPresent(band -> keep(band, postgres));
    return new Running(pages.url(), bootstrap, pages.demoLogins(), pages.enrolmentLink());
  }

  private Crawler startStreams(String bootstrap) {
    analyzer = open(Part.ANALYZER, () -> Analyzer.start(analyzer(bootstrap), meters));
    return open(Part.CRAWLER, () -> Crawler.start(crawler(bootstrap), meters));
  }

  private static void keep(Band invented, EmbeddedPostgres postgres) {
    Bands.over(
            RunningDatabase.source(
                postgres.jdbcUrl(EmbeddedPostgres.DATABASE), postgres.user(), postgres.password()))
        .keep(invented);
  }

  /** Closes the sites that this process serves itself, after what reads them. */
  public void closeWith(AutoCloseable sites) {
    closing.add(Part.SITES, sites);
  }

  private <T extends AutoCloseable> T open(Part part, Supplier<T> start) {
    long began = System.nanoTime();
    var opened = closing.add(part, start.get());
    startup.started(part, Duration.ofNanos(System.nanoTime() - began));
    return opened;
  }

  private CrawlerConfig crawler(String bootstrap) {
    // The data folder's lock makes this the only fetcher of its broker.
    return CrawlerConfig.of(
            bootstrap, config.folder().crawlerState(), config.sites(), config.association())
        .withPartitions(PARTITIONS)
        .withCommitInterval(config.commitInterval())
        .withSoleFetcher(true)
        .withClock(config.clock());
  }

  private AnalyzerConfig analyzer(String bootstrap) {
    return AnalyzerConfig.of(bootstrap, config.folder().analyzerState(), config.folder().keys())
        .withRulesFolder(config.rules().orElse(null))
        .withTopics(PARTITIONS, (short) 1)
        .withCommitInterval(ANALYZER_COMMITS)
        .withSoleInstance(true)
        .withClock(config.clock());
  }

  private DashboardConfig dashboard(String bootstrap, EmbeddedPostgres postgres) {
    return new DashboardConfig(
        bootstrap,
        postgres.jdbcUrl(EmbeddedPostgres.DATABASE),
        postgres.user(),
        postgres.password(),
        config.folder().keys(),
        config.folder().secrets().folder(),
        config.port(),
        config.demo(),
        PARTITIONS,
        "dashboard-1",
        config.signIn(),
        config.clock());
  }

  /** How far it has come since this start; all zero while it starts. */
  public Progress progress() {
    var reading = crawler;
    var assessing = analyzer;
    if (reading == null || assessing == null) {
      return Progress.NONE;
    }
    var read = reading.progress();
    var assessed = assessing.progress();
    return new Progress(
        read.pagesFetched(),
        read.adsPublished(),
        assessed.assessed(),
        assessed.adult(),
        assessed.minor());
  }

  @Override
  public void close() {
    closing.close();
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, task -> Thread.ofPlatform().name("start").start(task));
  }

  private static <T> T joined(CompletableFuture<T> started) {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
