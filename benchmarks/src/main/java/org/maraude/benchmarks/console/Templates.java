package org.maraude.benchmarks.console;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.maraude.analyzer.assess.AdReader;
import org.maraude.analyzer.assess.Assessor;
import org.maraude.analyzer.rules.RuleFiles;
import org.maraude.analyzer.rules.RuleSet;
import org.maraude.benchmarks.crash.InventedAds;
import org.maraude.contacts.KeyFolder;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.maraude.events.assessment.Assessment;
import org.maraude.events.assessment.Queue;

/**
 * The demo's ads as the analyzer assesses them, put in a queue whatever it thought of them, as soon
 * as one rule spoke. The dashboard's own sink makes items of them.
 */
final class Templates {

  private static final int ADS = 3_000;
  private static final int MINOR_ONE_IN = 10;

  private Templates() {}

  static List<Assessment> of(long seed, Path keyFolder) {
    var keys = KeyFolder.openOrCreate(keyFolder, Clock.systemUTC());
    var reader = AdReader.create();
    var rules = RuleSet.load(RuleFiles.builtIn(), reader);
    var assessor = new Assessor(reader, keys.tokens(), keys.sealer());
    var assessed = new ArrayList<Assessment>();
    for (var ad : InventedAds.of(seed, ADS)) {
      var assessment = assessor.assess(ad, rules, 1);
      if (!assessment.signals().isEmpty()) {
        boolean minor = assessed.size() % MINOR_ONE_IN == 0;
        assessed.add(queued(assessment, minor ? Queue.MINOR : Queue.ADULT));
      }
    }
    return assessed;
  }

  private static Assessment queued(Assessment read, Queue queue) {
    return new Assessment(
        read.adId(),
        read.siteId(),
        read.url(),
        read.revision(),
        Instant.now(),
        read.postedAt(),
        read.category(),
        read.place(),
        read.ruleset(),
        read.language(),
        read.title(),
        read.body(),
        read.contacts(),
        read.facts(),
        read.signals(),
        read.links(),
        read.score(),
        queue,
        read.why());
  }

  static void publish(List<Assessment> assessments, String bootstrapServers) {
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (var assessment : assessments) {
        producer.send(
            new ProducerRecord<>(
                Topic.ADS_ASSESSED.topicName(), assessment.adId(), EventJson.write(assessment)));
      }
      producer.flush();
    }
  }
}
