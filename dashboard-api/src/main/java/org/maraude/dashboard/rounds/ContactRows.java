package org.maraude.dashboard.rounds;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of contacts: who was tried when, and who is on the register. */
final class ContactRows {

  private final JdbcClient sql;

  ContactRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** Waits for all that plans or attempts these contacts now, until the transaction ends. */
  void lock(Collection<String> tokens) {
    sql.sql("select lock_contacts(?)").param(array(tokens)).query((row, n) -> Boolean.TRUE).list();
  }

  /** Whether the contacts may be attempted, as the database says. */
  Standing standing(Collection<String> tokens, Instant moment) {
    return sql.sql("select why, until from contact_block(?, ?)")
        .params(array(tokens), Timestamp.from(moment))
        .query((row, n) ->
            new Standing(
                Standing.Why.valueOf(row.getString("why")), instant(row.getTimestamp("until"))))
        .optional()
        .orElse(Standing.FREE);
  }

  /** Which of these are on the register. */
  Set<String> registered(Collection<String> tokens) {
    return new HashSet<>(
        sql.sql("select token from do_not_contact where token = any(?)")
            .param(array(tokens))
            .query(String.class)
            .list());
  }

  /**
   * All attempts under these contacts, oldest first. Who made one is told where the reader's team
   * reaches it.
   */
  List<PastAttempt> attempts(Collection<String> tokens, Person reader) {
    return sql.sql(
            """
            select a.*, case when within_reach(a.departement, (select reach_of(?)))
              then u.name end as by_name
            from attempts a join users u on u.id = a.made_by
            where a.token = any(?) order by a.at, a.noted_at, a.id\
            """)
        .params(reader.id(), array(tokens))
        .query((row, n) -> attempt(row))
        .list();
  }

  /** The tokens of an ad; empty where there is none such. */
  Optional<Set<String>> tokensOf(UUID item) {
    return sql.sql("select tokens from items where id = ?")
        .param(item)
        .query((row, n) -> Set.copyOf(Arrays.asList((String[]) row.getArray(1).getArray())))
        .optional();
  }

  private static PastAttempt attempt(ResultSet row) throws SQLException {
    return new PastAttempt(
        row.getObject("id", UUID.class),
        row.getObject("round", UUID.class),
        row.getString("token"),
        row.getTimestamp("at").toInstant(),
        row.getString("by_name"),
        Channel.valueOf(row.getString("channel")),
        row.getString("language"),
        AttemptOutcome.valueOf(row.getString("outcome")),
        Wish.valueOf(row.getString("wish")),
        needs(row.getArray("needs")),
        needs(row.getArray("oriented")),
        instant(row.getTimestamp("answered_at")));
  }

  private static List<Need> needs(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray()).map(Need::valueOf).toList();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  static String[] array(Collection<String> all) {
    return all.toArray(String[]::new);
  }
}
