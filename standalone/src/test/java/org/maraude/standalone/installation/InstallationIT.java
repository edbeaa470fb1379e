package org.maraude.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maraude.crawler.fetch.CrawlerIdentity;
import org.maraude.crawler.site.SiteFileReader;
import org.maraude.events.EventSerde;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.standalone.command.StaticSite;
import org.maraude.standalone.command.Typed;
import org.maraude.standalone.folder.DataFolder;

/** The whole program over one folder, twice, with an archive brought in between. */
class InstallationIT {

  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String ARCHIVED_HOST = "127.0.0.1:18097";

  private @TempDir Path temp;

  @Test
  void anArchiveGoesThroughThePipelineAndASecondStartTellsOnlyWhatChanged() throws Exception {
    try (var site = StaticSite.start(temp.resolve("site"))) {
      var siteFile = site.siteFile(temp);
      var archived =
          Files.writeString(
              temp.resolve("archived.yaml"),
              Files.readString(siteFile).replaceAll("127\\.0\\.0\\.1:\\d+", ARCHIVED_HOST)
                  + "backoff: 1s\n");

      // Nobody answers at the archive's address: all that is read comes from the archive.
      running(
          archived,
          bootstrap -> {
            var typed =
                Typed.run(
                    "import",
                    StaticSite.archive(temp).toString(),
                    "--site",
                    archived.toString(),
                    "--data",
                    temp.resolve("data").toString());
            assertThat(typed.exit()).as(typed.err()).isZero();
            assertThat(told(bootstrap, list -> list.size() >= 3))
                .containsExactlyInAnyOrder("canton:101 1", "canton:102 1", "canton:103 1");
          });

      change(temp.resolve("site/annonces/103.html"));
      var polled =
          Files.writeString(
              temp.resolve("polled.yaml"),
              Files.readString(siteFile) + "revisit: {min: 1s, max: 5s}\n");
      running(
          polled,
          bootstrap ->
              assertThat(told(bootstrap, list -> readTwice(site) && list.size() >= 4))
                  .containsExactlyInAnyOrder(
                      "canton:101 1", "canton:102 1", "canton:103 1", "canton:103 2"));
    }
  }

  private interface Use {
    void of(String bootstrapServers) throws Exception;
  }

  private void running(Path siteFile, Use use) throws Exception {
    var installation =
        new Installation(
            new InstallationConfig(
                DataFolder.openOrCreate(temp.resolve("data")),
                List.of(SiteFileReader.read(siteFile)),
                new CrawlerIdentity("Test", "http://example.org/", "test@example.org"),
                Optional.empty(),
                Optional.empty(),
                0,
                true,
                Duration.ofMillis(20),
                Clock.systemUTC()),
            (part, took) -> {});
    try {
      use.of(installation.start().bootstrapServers());
    } finally {
      installation.close();
    }
  }

  private static void change(Path page) throws Exception {
    var html = Files.readString(page);
    Files.writeString(page, html.replaceFirst("(<h2 class=\"titre\">)", "$1Désormais: "));
    assertThat(Files.readString(page)).isNotEqualTo(html);
  }

  /** A listing is asked again only after every ad of the first reading was answered. */
  private static boolean readTwice(StaticSite site) {
    var asked = List.copyOf(site.asked());
    return asked.containsAll(
            List.of("/annonces/101.html", "/annonces/102.html", "/annonces/103.html"))
        && asked.lastIndexOf("/annonces/index.html") > asked.indexOf("/annonces/103.html")
        && asked.lastIndexOf("/annonces/index.html") > asked.indexOf("/annonces/101.html");
  }

  /** Every assessment told so far, as ad and revision, once the condition holds. */
  private static List<String> told(String bootstrapServers, Predicate<List<String>> complete) {
    var told = new ArrayList<String>();
    var deadline = Instant.now().plus(WITHIN);
    try (var consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            EventSerde.deserializer(Assessment.class))) {
      var partitions =
          consumer.partitionsFor(Topic.ADS_ASSESSED.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      boolean last = false;
      while (!last && Instant.now().isBefore(deadline)) {
        last = complete.test(told);
        consumer
            .poll(POLL)
            .forEach(message -> told.add(message.key() + " " + message.value().revision()));
      }
    }
    return told;
  }
}
