package org.maraude.analyzer.stream;

import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.maraude.events.Topic;

/** The dead-letter topic of the topic a record came from. */
final class DeadLetters implements TopicNameExtractor<byte[], byte[]> {

  @Override
  public String extract(byte[] key, byte[] value, RecordContext from) {
    for (var topic : new Topic[] {Topic.ADS_OBSERVED, Topic.ADS_SEEN, Topic.ADS_GONE}) {
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
