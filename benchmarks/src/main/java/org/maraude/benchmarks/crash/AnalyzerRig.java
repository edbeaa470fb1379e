package org.maraude.benchmarks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.benchmarks.process.AnalyzerProgram;
import org.maraude.benchmarks.process.ChildProcess;
import org.maraude.benchmarks.process.CommittedRecords;
import org.maraude.embedded.EmbeddedKafka;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.TopicPlan;
import org.maraude.events.ads.ObservedAd;
import org.maraude.events.volume.AdVolume;

/**
 * Lets one analyzer or two assess the same ads, and kills one again and again while it does. The
 * ads come in parts, one before each kill, so that every kill falls on work.
 */
final class AnalyzerRig {

  private static final int PARTITIONS = 4;
  private static final Duration COMMIT = Duration.ofMillis(100);
  private static final Duration AT_REST_WITHIN = Duration.ofSeconds(120);

  /**
   * What stood at rest.
   *
   * @param assessed all that was told
   * @param counted new ads, by the latest of each count
   * @param killedAt how many ads were told, and committed, at each kill
   */
  record Rest(AssessedAds assessed, int counted, List<Integer> killedAt) {}

  private final Path work;
  private final List<ObservedAd> ads;
  private final int instances;
  private final RandomGenerator random;
  private final Duration latestKill;
  private final List<ChildProcess> running = new ArrayList<>();

  /**
   * A rig.
   *
   * @param work a folder of its own
   * @param latestKill after the first ad of a part was told
   */
  AnalyzerRig(Path work, List<ObservedAd> ads, int instances, long seed, Duration latestKill) {
    this.work = work;
    this.ads = ads;
    this.instances = instances;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.latestKill = latestKill;
  }

  /** Runs to rest, with so many kills on the way. */
  Rest run(int kills) throws InterruptedException {
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (var broker = EmbeddedKafka.start(work.resolve("kafka"))) {
      var bootstrap = broker.bootstrapServers();
      createTopics(bootstrap);
      try {
        return toRest(bootstrap, kills);
      } finally {
        running.forEach(AnalyzerRig::end);
      }
    }
  }

  private Rest toRest(String bootstrap, int kills) throws InterruptedException {
    for (int i = 0; i < instances; i++) {
      running.add(start(bootstrap, i));
    }
    var killedAt = new ArrayList<Integer>();
    int part = ads.size() / (kills + 1);
    for (int i = 0; i < kills; i++) {
      send(bootstrap, ads.subList(i * part, (i + 1) * part));
      int victim = random.nextInt(instances);
      // A start takes longer than the work: a kill that is not to fall on the start waits for it.
      AssessedAds.readUntil(bootstrap, told(bootstrap) + 1, Instant.now().plus(AT_REST_WITHIN));
      var after = random.nextLong(latestKill.toMillis());
      if (running.get(victim).awaitEnd(Duration.ofMillis(after))) {
        throw new IllegalStateException(
            "an analyzer ended by itself with %d: %s"
                .formatted(running.get(victim).exitCode(), running.get(victim).lastWords()));
      }
      running.get(victim).kill();
      killedAt.add(told(bootstrap));
      running.set(victim, start(bootstrap, victim));
    }
    send(bootstrap, ads.subList(kills * part, ads.size()));
    var deadline = Instant.now().plus(AT_REST_WITHIN);
    AssessedAds.readUntil(bootstrap, ads.size(), deadline);
    int counted = counted(bootstrap);
    while (counted < ads.size() && Instant.now().isBefore(deadline)) {
      counted = counted(bootstrap);
    }
    return new Rest(
        AssessedAds.readToRest(bootstrap, ads.size(), deadline), counted, List.copyOf(killedAt));
  }

  private static int told(String bootstrap) {
    return AssessedAds.readUntil(bootstrap, 0, Instant.MAX).ads().size();
  }

  private ChildProcess start(String bootstrap, int number) {
    return AnalyzerProgram.start(
        new AnalyzerProgram.Settings(
            bootstrap, work, "analyzer-" + number, PARTITIONS, instances == 1, COMMIT));
  }

  private static void end(ChildProcess analyzer) {
    try {
      analyzer.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void createTopics(String bootstrap) {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      new TopicPlan(PARTITIONS, (short) 1).create(admin);
    }
  }

  private static void send(String bootstrap, List<ObservedAd> ads) {
    // A topic that is just made may refuse the first batch and take the second; then the first is
    // out of order for ever. With one request at a time there is no second.
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      var sent =
          ads.stream()
              .map(ad ->
                  new ProducerRecord<>(
                      Topic.ADS_OBSERVED.topicName(), ad.adId(), EventJson.write(ad)))
              .map(producer::send)
              .toList();
      for (var each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("an ad could not be sent", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending ads", e);
    }
  }

  private static int counted(String bootstrap) {
    return CommittedRecords.latestByKey(bootstrap, Topic.ADS_VOLUME).values().stream()
        .mapToInt(value -> EventJson.read(value, AdVolume.class).newAds())
        .sum();
  }
}
