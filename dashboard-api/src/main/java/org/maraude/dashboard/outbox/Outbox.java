package org.maraude.dashboard.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.maraude.events.Event;
import org.maraude.events.EventJson;
import org.maraude.events.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a transaction leaves what the streams are to be told. {@link OutboxRelay} carries it on,
 * once at least; readers drop repeats by the event's id.
 */
public final class Outbox {

  private final JdbcClient sql;
  private final Clock clock;

  public Outbox(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Adds an event to the open transaction. */
  public void add(UUID id, Topic topic, String key, Event event) {
    sql.sql(
            "insert into outbox (id, topic, message_key, message, created_at) values (?, ?, ?, ?, ?)")
        .params(id, topic.topicName(), key, EventJson.write(event), Timestamp.from(clock.instant()))
        .update();
  }
}
