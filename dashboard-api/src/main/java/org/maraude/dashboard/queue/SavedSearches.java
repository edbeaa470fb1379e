package org.maraude.dashboard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.queue.SavedSearch.InvalidSearchException;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The searches that people keep, each seen by its owner alone. What is new in one is counted when a
 * page shows it; nothing is sent to anybody.
 */
public final class SavedSearches {

  private static final int MOST = 20;

  // What arrives while somebody looks may be written a moment later: better told twice than never.
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final JdbcClient sql;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public SavedSearches(JdbcClient sql, Clock clock, Supplier<UUID> ids) {
    this.sql = sql;
    this.clock = clock;
    this.ids = ids;
  }

  /** All of a person's, of the queues that they may see, by name. */
  public List<SavedSearch> of(Person owner) {
    var now = clock.instant();
    return sql
        .sql("select * from saved_searches where owner = ? order by queue desc, name, id")
        .param(owner.id())
        .query((row, n) -> read(row))
        .list()
        .stream()
        .filter(search -> ItemRows.maySee(owner, search.queue()))
        .map(search -> counted(search, owner, now))
        .toList();
  }

  /**
   * Keeps a search.
   *
   * @param query its status, days and cursor are not kept: what is new is always open
   * @throws InvalidSearchException with what is wrong
   */
  public SavedSearch save(QueueKind queue, String name, QueueQuery query, Person owner) {
    if (!ItemRows.maySee(owner, queue)) {
      throw new NoSuchSearchException();
    }
    var kept =
        sql.sql("select count(*) from saved_searches where owner = ?")
            .param(owner.id())
            .query(Integer.class)
            .single();
    if (kept >= MOST) {
      throw new InvalidSearchException("too-many-searches", "you keep 20 searches; delete one");
    }
    var id = ids.get();
    unlessTaken(() ->
        sql.sql(
                """
                insert into saved_searches (id, owner, name, queue, departement, rule, words, looked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """)
            .params(
                Arrays.asList(
                    id,
                    owner.id(),
                    fit(name),
                    queue.name(),
                    storable(query.departement()),
                    storable(query.rule()),
                    storable(query.words()),
                    Timestamp.from(clock.instant().minus(MARGIN))))
            .update());
    return find(id, owner);
  }

  /**
   * Gives one another name.
   *
   * @throws NoSuchSearchException when the person has no such search
   * @throws InvalidSearchException when the name does not do
   */
  public SavedSearch rename(UUID id, String name, Person owner) {
    find(id, owner);
    unlessTaken(() ->
        sql.sql("update saved_searches set name = ? where id = ? and owner = ?")
            .params(fit(name), id, owner.id())
            .update());
    return find(id, owner);
  }

  /**
   * Forgets one.
   *
   * @throws NoSuchSearchException when the person has no such search
   */
  public void delete(UUID id, Person owner) {
    find(id, owner);
    sql.sql("delete from saved_searches where id = ? and owner = ?")
        .params(id, owner.id())
        .update();
  }

  /**
   * Notes that its owner looks at it now: from here on only what comes later is new.
   *
   * @return the search as it was before, with what was new
   * @throws NoSuchSearchException when the person has no such search
   */
  public SavedSearch look(UUID id, Person owner) {
    var search = find(id, owner);
    sql.sql("update saved_searches set looked_at = ? where id = ? and owner = ?")
        .params(Timestamp.from(clock.instant().minus(MARGIN)), id, owner.id())
        .update();
    return search;
  }

  private SavedSearch find(UUID id, Person owner) {
    return sql.sql("select * from saved_searches where id = ? and owner = ?")
        .params(id, owner.id())
        .query((row, n) -> read(row))
        .optional()
        .filter(search -> ItemRows.maySee(owner, search.queue()))
        .map(search -> counted(search, owner, clock.instant()))
        .orElseThrow(NoSuchSearchException::new);
  }

  private SavedSearch counted(SavedSearch search, Person owner, Instant now) {
    var condition = Condition.of(search.queue(), search.query(), owner, now);
    var values = new ArrayList<>(condition.values());
    values.add(Timestamp.from(search.lookedAt()));
    values.add(SavedSearch.MANY);
    int fresh =
        sql.sql(
                "select count(*) from (select 1 from items i where "
                    + condition.text()
                    + " and i.arrived_at > ? limit ?) found")
            .params(values)
            .query(Integer.class)
            .single();
    return new SavedSearch(
        search.id(),
        search.name(),
        search.queue(),
        search.departement(),
        search.rule(),
        search.words(),
        search.lookedAt(),
        fresh);
  }

  private static SavedSearch read(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getObject("id", UUID.class),
        row.getString("name"),
        QueueKind.valueOf(row.getString("queue")),
        row.getString("departement"),
        row.getString("rule"),
        row.getString("words"),
        row.getTimestamp("looked_at").toInstant(),
        0);
  }

  private static String fit(String name) {
    var stripped = Condition.storable(name).strip();
    if (stripped.isEmpty()) {
      throw new InvalidSearchException("search-name-missing", "give the search a name");
    }
    if (stripped.length() > SavedSearch.LONGEST_NAME) {
      throw new InvalidSearchException("search-name-too-long", "a name has at most 80 characters");
    }
    return stripped;
  }

  private static @org.jspecify.annotations.Nullable String storable(
      @org.jspecify.annotations.Nullable String text) {
    return text == null ? null : Condition.storable(text);
  }

  private static void unlessTaken(Runnable write) {
    try {
      write.run();
    } catch (DuplicateKeyException e) {
      throw new InvalidSearchException(
          "search-name-taken", "you have a search of that name already");
    }
  }
}
