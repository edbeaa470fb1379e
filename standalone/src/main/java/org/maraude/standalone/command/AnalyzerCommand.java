package org.maraude.standalone.command;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.maraude.analyzer.Analyzer;
import org.maraude.analyzer.AnalyzerConfig;
import org.maraude.standalone.metrics.MetricsPort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "analyzer",
    mixinStandardHelpOptions = true,
    description = "Runs the analyzer alone, against a Kafka of yours.")
final class AnalyzerCommand implements Callable<Integer> {

  @Mixin private final KafkaOptions kafka = new KafkaOptions();
  @Mixin private final MetricsOption metrics = new MetricsOption();

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_KEYS}",
      description = "the folder with the token key and the public keys (MARAUDE_KEYS)")
  private Path keys = Path.of("keys");

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = "${env:MARAUDE_RULES}",
      description = "rules of your own, read beside the built-in ones (MARAUDE_RULES)")
  private @Nullable Path rules;

  @Override
  public Integer call() throws InterruptedException {
    Logs.toStandardError(kafka.logFormat());
    var metricsPort = metrics.open();
    var analyzer =
        Analyzer.start(
            AnalyzerConfig.of(kafka.bootstrapServers(), kafka.state(), keys)
                .withMakesKeys(false)
                .withRulesFolder(rules)
                .withTopics(kafka.partitions(), kafka.replication())
                .withCommitInterval(kafka.commitInterval())
                .withInstanceId(kafka.instance("analyzer")),
            metricsPort.map(MetricsPort::registry).orElseGet(CompositeMeterRegistry::new));
    return UntilStopped.run(analyzer, kafka.state(), analyzer::isRunning, analyzer.stopped());
  }
}
