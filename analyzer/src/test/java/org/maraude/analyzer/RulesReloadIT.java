package org.maraude.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.testkit.KafkaForTests;
import org.slf4j.LoggerFactory;

/** A running analyzer whose user changes the rules folder under it. */
class RulesReloadIT {

  private static final Duration WAIT = Duration.ofSeconds(30);

  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private KafkaForTests kafka;
  private KafkaProducer<String, byte[]> ads;
  private int sent;

  @TempDir Path folder;

  @BeforeEach
  void start() {
    kafka = KafkaForTests.start();
    ads =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    heard.start();
    logger().addAppender(heard);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(heard);
    ads.close();
    kafka.close();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(RulesFolder.class);
  }

  @Test
  void aRuleAddedToTheFolderFiresOnTheNextAdAndABrokenFileLeavesItInUse() throws Exception {
    var rule = ownRule();
    var config =
        AnalyzerConfig.of(kafka.bootstrapServers(), folder.resolve("state"), folder.resolve("keys"))
            .withRulesFolder(Files.createDirectory(folder.resolve("rules")))
            .withTopics(1, (short) 1)
            .withSoleInstance(true)
            .withCommitInterval(Duration.ofMillis(20));
    try (var analyzer = Analyzer.start(config, registry)) {
      sendAd("Sonnez à la lanterne bleue.");
      await(() -> analyzer.progress().assessed() == 1);
      assertThat(fired("own-lantern")).isZero();

      put(rule);
      await(() -> firesOnTheNextAd("Sonnez à la lanterne bleue.", "own-lantern", analyzer));

      put(rule.replace("- phrase:", "- frase:"));
      await(() -> problems().size() == 1);
      assertThat(problems().getFirst())
          .contains("the earlier ones stay", "own.yaml:15: unknown key 'frase'");
      assertThat(firesOnTheNextAd("Sonnez à la lanterne bleue.", "own-lantern", analyzer)).isTrue();

      put(rule.replace("lanterne bleue", "lanterne verte").replace("version: 1", "version: 2"));
      await(() -> firesOnTheNextAd("Sonnez à la lanterne verte.", "own-lantern", analyzer));
      assertThat(firesOnTheNextAd("Sonnez à la lanterne bleue.", "own-lantern", analyzer))
          .isFalse();

      Files.delete(folder.resolve("rules/own.yaml"));
      await(() -> !firesOnTheNextAd("Sonnez à la lanterne verte.", "own-lantern", analyzer));
      assertThat(problems()).hasSize(1);
    }
  }

  private static String ownRule() throws IOException {
    try (var bytes = RulesReloadIT.class.getResourceAsStream("own-rule.yaml")) {
      assertThat(bytes).isNotNull();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The file appears whole: an editor's half-written one would be told as a problem of its own. */
  private void put(String yaml) throws IOException {
    var draft = Files.writeString(folder.resolve("draft"), yaml);
    Files.move(draft, folder.resolve("rules/own.yaml"), StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean firesOnTheNextAd(String body, String rule, Analyzer analyzer) {
    double before = fired(rule);
    sendAd(body);
    try {
      await(() -> analyzer.progress().assessed() == sent);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return fired(rule) > before;
  }

  private void sendAd(String body) {
    var ad = Ads.ad(Integer.toString(++sent), body);
    ads.send(new ProducerRecord<>(Topic.ADS_OBSERVED.topicName(), ad.adId(), EventJson.write(ad)));
    ads.flush();
  }

  private double fired(String rule) {
    var counter = registry.find("maraude.analyzer.rule.matches").tag("rule", rule).counter();
    return counter == null ? 0 : counter.count();
  }

  private List<String> problems() {
    return List.copyOf(heard.list).stream()
        .filter(event -> event.getLevel().levelStr.equals("ERROR"))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static void await(BooleanSupplier what) throws InterruptedException {
    long end = System.nanoTime() + WAIT.toNanos();
    var never = new CountDownLatch(1);
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
