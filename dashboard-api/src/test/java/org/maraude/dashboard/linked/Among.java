package org.maraude.dashboard.linked;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for linked ads of some queues only, as no role of today does. */
public final class Among {

  private Among() {}

  public static LinkedAds queues(JdbcClient sql, UUID id, String... queues) {
    return LinkedItems.among(
        sql,
        id,
        sql.sql("select id from users limit 1").query(UUID.class).single(),
        Set.of(queues));
  }
}
