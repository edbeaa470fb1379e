package org.maraude.analyzer;

import org.apache.kafka.streams.KafkaStreams;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.analyzer.stream.AnalyzerTopology;

/** How much of the topics that are read waits, as the consumers of this instance last saw it. */
record ReadLag(KafkaStreams streams) {

  private static final String FIGURE = "records-lag";

  static ReadLag of(KafkaStreams streams) {
    return new ReadLag(streams);
  }

  void tellTo(AnalyzerMeters meters) {
    for (var topic : AnalyzerTopology.READ) {
      meters.lag(topic.topicName(), () -> waiting(topic.topicName()));
    }
  }

  private double waiting(String topic) {
    return streams.metrics().values().stream()
        .filter(figure -> figure.metricName().name().equals(FIGURE))
        .filter(figure -> topic.equals(figure.metricName().tags().get("topic")))
        .mapToDouble(figure -> figure.metricValue() instanceof Number lag ? lag.doubleValue() : 0)
        .filter(lag -> lag > 0)
        .sum();
  }
}
