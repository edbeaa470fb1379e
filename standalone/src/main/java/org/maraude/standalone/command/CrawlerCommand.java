package org.maraude.standalone.command;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.maraude.crawler.Crawler;
import org.maraude.crawler.CrawlerConfig;
import org.maraude.standalone.metrics.MetricsPort;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "crawler",
    mixinStandardHelpOptions = true,
    description = "Runs the crawler alone, against a Kafka of yours.")
final class CrawlerCommand implements Callable<Integer> {

  @Mixin private final KafkaOptions kafka = new KafkaOptions();
  @Mixin private final AssociationOptions association = new AssociationOptions();

  @Mixin private final MetricsOption metrics = new MetricsOption();

  @Option(
      names = "--sites",
      required = true,
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_SITES}",
      description = "a folder of site files, each approved by a person (MARAUDE_SITES)")
  private Path sites = Path.of("sites");

  @Override
  public Integer call() throws InterruptedException {
    Logs.toStandardError(kafka.logFormat());
    var files = SiteFolder.read(sites);
    if (files.isEmpty()) {
      LoggerFactory.getLogger(CrawlerCommand.class)
          .warn("no site file in {}: nothing is crawled; add one and start again", sites);
    }
    var metricsPort = metrics.open();
    var crawler =
        Crawler.start(
            CrawlerConfig.of(kafka.bootstrapServers(), kafka.state(), files, association.identity())
                .withPartitions(kafka.partitions())
                .withReplication(kafka.replication())
                .withCommitInterval(kafka.commitInterval())
                .withInstanceId(kafka.instance("crawler")),
            metricsPort.map(MetricsPort::registry).orElseGet(CompositeMeterRegistry::new));
    return UntilStopped.run(crawler, kafka.state(), crawler::isRunning);
  }
}
