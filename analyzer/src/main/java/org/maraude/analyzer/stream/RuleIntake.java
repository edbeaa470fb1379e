package org.maraude.analyzer.stream;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.maraude.events.EventFormatException;
import org.maraude.events.EventJson;
import org.maraude.events.rules.RuleSetPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the parts of the topic {@code rules} into the book, at the start before anything else. */
final class RuleIntake implements Processor<byte[], byte[], Void, Void> {

  private static final Logger log = LoggerFactory.getLogger(RuleIntake.class);

  private final RuleBook book;

  RuleIntake(RuleBook book) {
    this.book = book;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      book.accept(EventJson.read(record.value(), RuleSetPart.class));
    } catch (EventFormatException e) {
      // Every instance reads this topic whole at each start, so a dead letter would come each time.
      log.error("a part in the topic rules is left out: {}", e.getMessage());
    }
  }
}
