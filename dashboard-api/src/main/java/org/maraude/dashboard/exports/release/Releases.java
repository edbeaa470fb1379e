package org.maraude.dashboard.exports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.retention.Term;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The releases that there are. A public one exists for everybody who may read exports; one under
 * agreement for who asked and for those who decide. Thread safe.
 */
public final class Releases {

  private static final int PAGE = 50;

  private static final String SELECT =
      """
      select r.*, u.name as username, f.made_at from releases r join users u on u.id = r.asked_by
        left join export_files f on f.id = r.id
      where (r.kind = 'PUBLIC' or r.asked_by = :me or :decides)\
      """;

  private final JdbcClient sql;

  public Releases(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One release.
   *
   * @throws ExportException when it does not exist for this person
   */
  public Release of(UUID id, Person person) {
    return query(SELECT + " and r.id = :id", person)
        .param("id", id)
        .query((row, n) -> release(row, person))
        .optional()
        .orElseThrow(ExportException::missing);
  }

  /** The public release of this table and quarter, if there is one. */
  public Optional<UUID> existing(Ask ask) {
    return sql.sql(
            """
            select id from releases where kind = ? and grid = ? and quarter = ?
              and state <> 'REFUSED' and (state <> 'FAILED' or digest is not null)\
            """)
        .params(ask.kind().name(), ask.grid().name(), ask.quarter().toString())
        .query(UUID.class)
        .optional();
  }

  /**
   * Looks whether there is something to wait for.
   *
   * @throws ExportException when it failed
   */
  public void mustNotHaveFailed(Release release) {
    if (release.state() == State.FAILED) {
      throw ExportException.meanwhile("export-failed", "the export failed: " + release.failure());
    }
  }

  /** A page of them, and where the next one begins. */
  public record Listed(List<Release> items, @Nullable String next) {

    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * Releases, the latest first.
   *
   * @param after the id of the last one seen; null for the first page
   */
  public Listed list(Person person, @Nullable UUID after) {
    var found =
        query(
                SELECT
                    + """
                     and (cast(:after as uuid) is null or (r.asked_at, r.id) <
                      (select a.asked_at, a.id from releases a where a.id = cast(:after as uuid)))
                    order by r.asked_at desc, r.id desc limit :limit\
                    """,
                person)
            .param("after", after == null ? null : after.toString())
            .param("limit", PAGE + 1)
            .query((row, n) -> release(row, person))
            .list();
    boolean more = found.size() > PAGE;
    var items = more ? found.subList(0, PAGE) : found;
    return new Listed(items, more ? items.getLast().id().toString() : null);
  }

  private JdbcClient.StatementSpec query(String statement, Person person) {
    return sql.sql(statement)
        .param("me", person.id())
        .param("decides", person.may(Permission.APPROVE_EXPORTS));
  }

  private static Release release(ResultSet row, Person person) throws SQLException {
    var made = row.getTimestamp("made_at");
    var first = row.getObject("approved_first", UUID.class);
    var second = row.getObject("approved_second", UUID.class);
    int epsilon = row.getInt("epsilon");
    var kind = Kind.valueOf(row.getString("kind"));
    var grid = Grid.valueOf(row.getString("grid"));
    var quarter = row.getString("quarter");
    var state = State.valueOf(row.getString("state"));
    boolean there = made != null && state == State.READY;
    return new Release(
        row.getObject("id", UUID.class),
        kind,
        grid,
        quarter,
        epsilon == 0 ? null : new Epsilon(epsilon).toString(),
        row.getString("agreement"),
        row.getString("username"),
        row.getTimestamp("asked_at").toInstant(),
        person.id().equals(row.getObject("asked_by", UUID.class)),
        state,
        (first == null ? 0 : 1) + (second == null ? 0 : 1),
        person.id().equals(first) || person.id().equals(second),
        row.getInt("steps_done"),
        row.getString("failure"),
        there ? name(kind, grid, quarter) + ".zip" : null,
        there && made != null ? made.toInstant().plus(Term.EXPORT_FILES.kept()) : null,
        row.getString("digest"));
  }

  private static String name(Kind kind, Grid grid, String quarter) {
    return "maraude-%s-%s-%s".formatted(kind, grid, quarter).toLowerCase(Locale.ROOT);
  }
}
