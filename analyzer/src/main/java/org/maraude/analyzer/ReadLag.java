package org.maraude.analyzer;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.maraude.analyzer.meters.AnalyzerMeters;
import org.maraude.events.Topic;

/** How much of the topics that are read waits, as the consumers of this instance last saw it. */
record ReadLag(KafkaStreams streams) {

  private static final String FIGURE = "records-lag";
  private static final List<Topic> READ =
      List.of(Topic.ADS_OBSERVED, Topic.ADS_SEEN, Topic.ADS_GONE);

  static ReadLag of(KafkaStreams streams) {
    return new ReadLag(streams);
  }

  void tellTo(AnalyzerMeters meters) {
    for (var topic : READ) {
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
