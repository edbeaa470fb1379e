package org.maraude.dashboard.rounds;

import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.vault.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who makes a round may open the contacts of its ads from its day on, for a week, unless somebody
 * under one of them said no.
 */
final class RoundGround implements Ground {

  private static final int DAYS = 7;

  private final JdbcClient sql;
  private final Rounds rounds;

  RoundGround(JdbcClient sql, Rounds rounds) {
    this.sql = sql;
    this.rounds = rounds;
  }

  @Override
  public boolean opens(UUID itemId, Person person) {
    var today = rounds.today();
    return sql.sql(
            """
            select exists (select 1 from items i
              join round_ads a on a.item_id = i.id
              join rounds r on r.id = a.round
              join round_workers w on w.round = r.id and w.worker = :me
              where i.id = :item and r.day <= :today and r.day > :since
                and r.team = (select u.team from users u where u.id = :me)
                and not exists (select 1 from do_not_contact d where d.token = any(i.tokens))
                and %s)\
            """
                .formatted(RoundRows.CHOSEN))
        .param("me", person.id())
        .param("item", itemId)
        .param("today", today)
        .param("since", today.minusDays(DAYS))
        .query(Boolean.class)
        .single();
  }
}
