package org.maraude.analyzer.stream;

import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** The dead-letter topic of the topic a record came from. */
final class DeadLetters implements TopicNameExtractor<byte[], byte[]> {

  @Override
  public String extract(byte[] key, byte[] value, RecordContext from) {
    for (var topic : AnalyzerTopology.READ) {
      if (topic.topicName().equals(from.topic())) {
        return topic.deadLetterName();
      }
    }
    throw new IllegalStateException("no dead letters are kept for " + from.topic());
  }

  /** Stands in the described topology. */
  @Override
  public String toString() {
    return "*.dead-letter";
  }
}
