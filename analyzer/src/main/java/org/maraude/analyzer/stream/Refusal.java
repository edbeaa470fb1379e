package org.maraude.analyzer.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.maraude.events.DeadLetter;

/** A record that will not do; the message is its reason and holds none of its content. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The kinds of reason, as they are counted. */
  enum Kind {
    /** No record of the topic's form. */
    UNREADABLE,
    /** The key is missing or another ad's. */
    WRONG_KEY,
    /** Reading, matching or deciding failed. */
    NOT_ASSESSED,
    /** What would be published does not fit into a record. */
    TOO_LARGE,
    /** It was told, without what other ads say about it. */
    NOT_LINKED,
    /** Not tried: its site's ads fail in rows. */
    SITE_SET_ASIDE
  }

  private final Kind kind;
  private final String reason;

  Refusal(Kind kind, String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.kind = kind;
    this.reason = reason;
  }

  Kind kind() {
    return kind;
  }

  /** The reason, and where the record came from if it is known. */
  Headers headers(@Nullable RecordMetadata from) {
    var headers = new RecordHeaders();
    add(headers, DeadLetter.REASON, reason);
    if (from != null) {
      add(headers, DeadLetter.TOPIC, from.topic());
      add(headers, DeadLetter.PARTITION, Integer.toString(from.partition()));
      add(headers, DeadLetter.OFFSET, Long.toString(from.offset()));
    }
    return headers;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
