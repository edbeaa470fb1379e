package org.maraude.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.Topic;
import org.maraude.events.ads.ObservedAd;
import org.maraude.standalone.demo.CrashSite;
import org.maraude.standalone.demo.population.ClearNumbers;
import org.maraude.standalone.folder.DataFolder;
import org.maraude.standalone.metrics.MetricsPort;
import org.slf4j.LoggerFactory;

/**
 * Runs the whole program over a site of invented ads and reads all that it has written: a contact
 * stands in clear where raw ads are, and nowhere else.
 */
class SealingIT {

  private static final Duration WITHIN = Duration.ofSeconds(60);

  /** Where raw ads are, and the rule files, whose examples are no ad's. */
  private static final Set<String> RAW =
      Set.of(
          Topic.RULES.topicName(),
          Topic.ADS_OBSERVED.topicName(),
          Topic.ADS_OBSERVED.deadLetterName(),
          Topic.CRAWL_RESULTS.topicName(),
          Topic.CRAWL_RESULTS.deadLetterName());

  private @TempDir Path temp;
  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private Level level = Level.WARN;
  private @Nullable Level ownLevel;
  private final List<String> clear = new ArrayList<>();

  @Test
  void noContactStandsInClearInAnythingThatARunHasWritten() throws Exception {
    var data = DataFolder.openOrCreate(temp.resolve("data"));
    var epoch = Instant.parse("2026-11-01T00:00:00Z");
    try (var site = CrashSite.start(1, epoch, 0, Clock.systemUTC());
        var metrics =
            MetricsPort.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      var installation = new Installation(config(data, site), (part, took) -> {});
      installation.countInto(metrics.registry());
      var log = listen();
      try {
        var running = installation.start();
        var named = ClearNames.ads(Instant.now());
        ClearNames.send(named, running.bootstrapServers());
        awaitAssessed(installation);
        look(whenAssessed(named, running.bootstrapServers()));
        lookAtTables(data);
        look("metrics", exposition(metrics));
      } finally {
        installation.close();
        listenNoMore(log);
      }
    }
    lookAtFiles(data);
    logged.forEach(line -> look("log", line));
    assertThat(logged).anyMatch(line -> line.contains("are in use"));
    assertThat(clear).isEmpty();
    theKeysAreTheOwnersAlone(data.keys());
  }

  private static InstallationConfig config(DataFolder data, CrashSite site) {
    return new InstallationConfig(
        data,
        List.of(SiteFileReader.parse("quai.yaml", site.siteFile())),
        new CrawlerIdentity("Test", "http://example.org/", "test@example.org"),
        Optional.empty(),
        Optional.empty(),
        0,
        true,
        Duration.ofMillis(20),
        Clock.systemUTC());
  }

  private static void awaitAssessed(Installation installation) throws InterruptedException {
    var never = new CountDownLatch(1);
    long end = System.nanoTime() + WITHIN.toNanos();
    while (installation.progress().assessed() < CrashSite.AT_FIRST && System.nanoTime() < end) {
      assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(installation.progress().assessed()).isGreaterThanOrEqualTo(CrashSite.AT_FIRST);
  }

  /** All topics, once each of these ads has come to its assessment. */
  private static Map<String, List<byte[]>> whenAssessed(List<ObservedAd> ads, String bootstrap)
      throws Exception {
    long end = System.nanoTime() + WITHIN.toNanos();
    var topics = WrittenTraces.topics(bootstrap);
    while (!assessed(topics).containsAll(ads.stream().map(ObservedAd::adId).toList())) {
      assertThat(System.nanoTime()).isLessThan(end);
      topics = WrittenTraces.topics(bootstrap);
    }
    return topics;
  }

  private static Set<String> assessed(Map<String, List<byte[]>> topics) {
    return topics.getOrDefault(Topic.ADS_ASSESSED.topicName(), List.of()).stream()
        .map(record -> new String(record, StandardCharsets.UTF_8))
        .filter(record -> record.indexOf('\n') > 0)
        .map(record -> record.substring(0, record.indexOf('\n')))
        .collect(Collectors.toSet());
  }

  private void look(Map<String, List<byte[]>> topics) {
    assertThat(topics).containsKeys(Topic.ADS_ASSESSED.topicName(), Topic.ADS_VOLUME.topicName());
    assertThat(topics.keySet()).anyMatch(name -> name.endsWith("-ads-changelog"));
    // The look itself: where raw ads are, it finds what it must find nowhere else.
    assertThat(topics.get(Topic.ADS_OBSERVED.topicName()))
        .hasSizeGreaterThanOrEqualTo(CrashSite.AT_FIRST)
        .satisfies(ads ->
            assertThat(ads.stream().filter(ad -> ClearNumbers.in(ad).isPresent()).count())
                .isGreaterThan(ads.size() * 9L / 10))
        .satisfies(ads ->
            assertThat(ads.stream().filter(ad -> ClearNames.in(ad).isPresent()).count())
                .isEqualTo(ClearNames.ads(Instant.now()).size()));
    topics.forEach((name, records) -> {
      if (!RAW.contains(name)) {
        records.forEach(record -> look(name, record));
      }
    });
  }

  private void lookAtTables(DataFolder data) throws Exception {
    try (var database = RunningDatabase.of(data)) {
      var never = new CountDownLatch(1);
      long end = System.nanoTime() + WITHIN.toNanos();
      var tables = WrittenTraces.tables(database.dataSource());
      while (tables.getOrDefault("public.items", List.of()).stream()
              .noneMatch(row -> row.contains("named:"))
          && System.nanoTime() < end) {
        assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        tables = WrittenTraces.tables(database.dataSource());
      }
      assertThat(tables.get("public.items")).anyMatch(row -> row.contains("named:"));
      tables.forEach((name, rows) -> rows.forEach(row -> look("table " + name, row)));
    }
  }

  private void lookAtFiles(DataFolder data) throws Exception {
    for (var folder : List.of(data.analyzerState(), data.crawlerState(), data.logs())) {
      if (Files.exists(folder)) {
        WrittenTraces.files(folder)
            .forEach((name, bytes) -> look(folder.getFileName() + "/" + name, bytes));
      }
    }
    assertThat(WrittenTraces.files(data.analyzerState()).keySet())
        .anyMatch(name -> name.endsWith(".sst"));
  }

  private void look(String where, String text) {
    note(where, ClearNumbers.in(text));
    note(where, ClearNames.in(text));
  }

  private void look(String where, byte[] bytes) {
    note(where, ClearNumbers.in(bytes));
    note(where, ClearNames.in(bytes));
  }

  private void note(String where, Optional<String> number) {
    number.ifPresent(found -> clear.add(where + ": " + found));
  }

  private static String exposition(MetricsPort metrics) throws Exception {
    var at = URI.create("http://127.0.0.1:" + metrics.address().getPort() + "/metrics");
    try (var http = HttpClient.newHttpClient()) {
      var told =
          http.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(told.body())
          .contains("maraude_analyzer_ads_total", "maraude_analyzer_lag_records");
      return told.body();
    }
  }

  private AppenderBase<ILoggingEvent> listen() {
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            logged.add(
                event.getFormattedMessage()
                    + " "
                    + event.getKeyValuePairs()
                    + " "
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
          }
        };
    appender.setContext(root().getLoggerContext());
    appender.start();
    root().iteratorForAppenders().forEachRemaining(usual::add);
    root().detachAndStopAllAppenders();
    root().addAppender(appender);
    level = root().getLevel();
    root().setLevel(Level.INFO);
    // A command that ran in this JVM before may have made our own loggers quieter than the rest.
    ownLevel = own().getLevel();
    own().setLevel(Level.INFO);
    return appender;
  }

  private void listenNoMore(AppenderBase<ILoggingEvent> log) {
    root().setLevel(level);
    own().setLevel(ownLevel);
    root().detachAppender(log);
    usual.forEach(appender -> {
      appender.start();
      root().addAppender(appender);
    });
  }

  private static Logger own() {
    return (Logger) LoggerFactory.getLogger("org.maraude");
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static void theKeysAreTheOwnersAlone(Path keys) throws Exception {
    try (var all = Files.walk(keys)) {
      for (var each : all.toList()) {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        assertThat(mode)
            .as(each.toString())
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }
}
