package org.maraude.crawler;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.maraude.crawler.fetch.Fetcher;
import org.maraude.crawler.fetch.Limits;
import org.maraude.crawler.frontier.FrontierSettings;
import org.maraude.crawler.frontier.FrontierTopology;
import org.maraude.crawler.meters.CrawlMeters;
import org.maraude.crawler.site.SiteFile;
import org.maraude.crawler.warc.PageArchive;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;
import org.maraude.events.crawl.DiscoveredUrl;
import org.maraude.events.crawl.PageKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The crawler as one running thing: a frontier and a fetcher. More instances share the work by
 * Kafka's consumer groups. Killed at any moment, it goes on where it stopped at the next start.
 *
 * <pre>{@code
 * var config = CrawlerConfig.of("localhost:9092", folder, sites, identity).withPartitions(4);
 * try (var crawler = Crawler.start(config)) { ... }
 * }</pre>
 *
 * <p>Thread safe.
 */
public final class Crawler implements AutoCloseable {

  /**
   * What this process has done since its start.
   *
   * @param pagesFetched requests that were answered, robots.txt included
   * @param adsPublished new or changed ads; one whose transaction was broken off counts again
   */
  public record Progress(long pagesFetched, long adsPublished) {}

  private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
  private static final Duration PUNCTUATION = Duration.ofMillis(250);
  private static final Duration PUNCTUATION_FOR_LOCAL = Duration.ofMillis(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final KafkaStreams frontier;
  private final FetchLoop fetchLoop;
  private final Thread fetchThread;
  private final PageArchive archive;
  private final LongAdder adsPublished;
  private final ControlWatch control;
  private final KafkaStreamsMetrics streamsMeters;

  private Crawler(
      KafkaStreams frontier,
      FetchLoop fetchLoop,
      Thread fetchThread,
      PageArchive archive,
      LongAdder adsPublished,
      ControlWatch control,
      KafkaStreamsMetrics streamsMeters) {
    this.control = control;
    this.streamsMeters = streamsMeters;
    this.frontier = frontier;
    this.fetchLoop = fetchLoop;
    this.fetchThread = fetchThread;
    this.archive = archive;
    this.adsPublished = adsPublished;
  }

  /**
   * Creates the topics that are missing, plants the sites' first pages and starts.
   *
   * @throws IllegalStateException when Kafka does not answer
   */
  public static Crawler start(CrawlerConfig config) {
    return start(config, new CompositeMeterRegistry());
  }

  /**
   * As {@link #start(CrawlerConfig)}.
   *
   * @param registry takes what is counted, and what Kafka Streams measures of itself
   */
  public static Crawler start(CrawlerConfig config, MeterRegistry registry) {
    var meters = new CrawlMeters(registry);
    var startedAt = config.clock().instant();
    var voidBefore = config.soleFetcher() ? startedAt : Instant.MIN;
    var sites = new HashMap<String, SiteFile>();
    config.sites().forEach(site -> sites.put(site.id(), site));
    createTopics(config);
    var published = new LongAdder();
    var streams = frontier(config, sites, voidBefore, published, meters);
    var control = ControlWatch.start(config.bootstrapServers(), meters);
    var call = callTime(config.lease());
    var limits = new Limits(Limits.USUAL.page(), Limits.USUAL.robots(), call);
    var folder = config.stateDir().resolve("warc");
    var archive = PageArchive.start(folder, config.sites(), config.clock());
    var fetcher = new Fetcher(config.identity(), limits, config.clock(), archive, meters::received);
    var loop = new FetchLoop(config, Map.copyOf(sites), fetcher, call, voidBefore, control, meters);
    var thread = Thread.ofPlatform().name("maraude-fetch-loop").start(loop);
    var streamsMeters = new KafkaStreamsMetrics(streams);
    streamsMeters.bindTo(registry);
    streams.start();
    plantSeeds(config);
    return new Crawler(streams, loop, thread, archive, published, control, streamsMeters);
  }

  private static Duration callTime(Duration lease) {
    var most = lease.multipliedBy(2).dividedBy(3);
    return most.compareTo(Limits.USUAL.call()) < 0 ? most : Limits.USUAL.call();
  }

  private static void createTopics(CrawlerConfig config) {
    var settings =
        Map.<String, Object>of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    try (var admin = Admin.create(settings)) {
      new TopicPlan(config.partitions(), config.replication()).create(admin);
    }
  }

  private static KafkaStreams frontier(
      CrawlerConfig config,
      Map<String, SiteFile> sites,
      Instant voidBefore,
      LongAdder published,
      CrawlMeters meters) {
    boolean anyLocal = config.sites().stream().anyMatch(SiteFile::local);
    var settings =
        new FrontierSettings(
            sites,
            config.lease(),
            anyLocal ? PUNCTUATION_FOR_LOCAL : PUNCTUATION,
            voidBefore,
            config.clock(),
            () -> ThreadLocalRandom.current().nextDouble(),
            () -> UUID.randomUUID().toString(),
            ad -> published.increment(),
            meters);
    var streams =
        new KafkaStreams(FrontierTopology.build(settings), KafkaSettings.frontier(config));
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("a frontier thread failed and is replaced", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
    return streams;
  }

  private static void plantSeeds(CrawlerConfig config) {
    var now = config.clock().instant();
    var settings = KafkaSettings.results(config.bootstrapServers());
    try (var producer = new KafkaProducer<String, byte[]>(settings)) {
      for (var site : config.sites()) {
        for (var url : site.start()) {
          var wish = new DiscoveredUrl(site.id(), url, PageKind.LISTING, now);
          plant(producer, site, wish);
        }
      }
    }
  }

  private static void plant(
      KafkaProducer<String, byte[]> producer, SiteFile site, DiscoveredUrl wish) {
    var message =
        new ProducerRecord<>(
            Topic.CRAWL_DISCOVERED.topicName(), site.politenessKey(), EventJson.write(wish));
    try {
      producer.send(message).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Kafka did not take the first page of site " + site.id() + "; is it running?", e);
    }
  }

  /** Whether the frontier works, or moves its partitions, and the fetcher works. */
  public boolean isRunning() {
    return frontier.state().isRunningOrRebalancing() && fetchThread.isAlive();
  }

  public Progress progress() {
    return new Progress(fetchLoop.pagesFetched(), adsPublished.sum());
  }

  /** What became of the pages that site files want kept. */
  public PageArchive.Counts archived() {
    return archive.counts();
  }

  /** Ends within three seconds; requests under way are broken off and made again later. */
  @Override
  public void close() {
    var closingFrontier = Thread.ofPlatform().start(() -> frontier.close(CLOSE_WITHIN));
    fetchLoop.close();
    archive.close();
    control.close();
    streamsMeters.close();
    try {
      fetchThread.join(CLOSE_WITHIN);
      closingFrontier.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
