package org.maraude.dashboard.exports.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.exports.noise.Epsilon;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.retention.Term;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asking for releases, deciding on them and taking them. A public one exists for everybody who may
 * read exports; one under agreement for who asked and for those who decide. Thread safe.
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
  private final TransactionTemplate transaction;
  private final Budgets budgets;
  private final DownloadLink links;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Releases(
      JdbcClient sql,
      TransactionTemplate transaction,
      Budgets budgets,
      DownloadLink links,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.budgets = budgets;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** The day by which a quarter is over. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Asks for a release; a public one is paid for at once.
   *
   * @param key the same with the same request gives the first one again; null asks anew
   * @throws ExportException when there is one already, or too little is left of the budget
   * @throws KeyReusedException when the key stood with another request
   */
  public Release ask(Ask ask, Person person, @Nullable String key) {
    try {
      var id = Objects.requireNonNull(transaction.execute(status -> asked(ask, person, key)));
      return of(id, person);
    } catch (DuplicateKeyException e) {
      var earlier = key == null ? Optional.<UUID>empty() : byKey(ask, person, key);
      return of(
          earlier.orElseThrow(() ->
              ExportException.meanwhile(
                  "export-exists",
                  "this table of this quarter is asked for already; a second one would be another"
                      + " draw of noise to average with")),
          person);
    }
  }

  private UUID asked(Ask ask, Person person, @Nullable String key) {
    var earlier = key == null ? Optional.<UUID>empty() : byKey(ask, person, key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var id = ids.get();
    var epsilon = ask.epsilon();
    sql.sql(
            """
            insert into releases (id, kind, grid, quarter, epsilon, agreement, asked_by, asked_at,
              ask_key, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                ask.kind().name(),
                ask.grid().name(),
                ask.quarter().toString(),
                epsilon == null ? null : epsilon.hundredths(),
                ask.agreement(),
                person.id(),
                Timestamp.from(clock.instant()),
                key,
                (ask.kind() == Kind.PUBLIC ? State.WAITING : State.ASKED).name()))
        .update();
    if (epsilon != null) {
      budgets.spend(id, ask.quarter(), epsilon);
    }
    audit.write(
        person.id(),
        Deed.EXPORT_ASKED,
        id.toString(),
        ask.kind() + " " + ask.grid() + " " + ask.quarter());
    return id;
  }

  private Optional<UUID> byKey(Ask ask, Person person, String key) {
    var epsilon = ask.epsilon();
    return sql.sql("select * from releases where asked_by = ? and ask_key = ?")
        .params(person.id(), key)
        .query((row, n) -> {
          var same =
              row.getString("kind").equals(ask.kind().name())
                  && row.getString("grid").equals(ask.grid().name())
                  && row.getString("quarter").equals(ask.quarter().toString())
                  && row.getString("agreement").equals(ask.agreement())
                  && row.getInt("epsilon") == (epsilon == null ? 0 : epsilon.hundredths());
          if (!same) {
            throw new KeyReusedException();
          }
          return row.getObject("id", UUID.class);
        })
        .optional();
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

  /**
   * Approves; with the second one it is made.
   *
   * @throws ExportException when it is not to be decided any more, or not by this person
   */
  public Release approve(UUID id, Person person) {
    decide(
        id,
        person,
        release -> {
          if (release.approvedByMe()) {
            throw ExportException.meanwhile(
                "approved-by-you", "you have approved it; somebody else has to be the second");
          }
          boolean second = release.approvals() == 1;
          sql.sql(
                  second
                      ? "update releases set approved_second = ?, state = 'WAITING' where id = ?"
                      : "update releases set approved_first = ? where id = ?")
              .params(person.id(), id)
              .update();
          audit.write(person.id(), Deed.EXPORT_APPROVED, id.toString(), second ? "2" : "1");
        });
    return of(id, person);
  }

  /**
   * Refuses; one is enough.
   *
   * @throws ExportException as above
   */
  public Release refuse(UUID id, Person person) {
    decide(
        id,
        person,
        release -> {
          sql.sql("update releases set refused_by = ?, state = 'REFUSED' where id = ?")
              .params(person.id(), id)
              .update();
          audit.write(person.id(), Deed.EXPORT_REFUSED, id.toString(), "");
        });
    return of(id, person);
  }

  private interface Decision {
    void on(Release release);
  }

  private void decide(UUID id, Person person, Decision decision) {
    transaction.executeWithoutResult(status -> {
      sql.sql("select 1 from releases where id = ? for update").param(id).query().listOfRows();
      var release = of(id, person);
      if (release.state() != State.ASKED) {
        throw ExportException.meanwhile("export-decided", "it was decided on meanwhile");
      }
      if (release.mine()) {
        throw ExportException.meanwhile(
            "own-export", "who asked for it is none of the two who approve");
      }
      decision.on(release);
    });
  }

  /**
   * Has the package made again after it was purged.
   *
   * @throws ExportException when it is there, or was never made
   */
  public Release again(UUID id, Person person) {
    transaction.executeWithoutResult(status -> {
      of(id, person);
      int asked =
          sql.sql(
                  """
                  update releases set state = 'WAITING', steps_done = 0 where id = ?
                    and state = 'READY' and not exists (select 1 from export_files f where f.id = ?)\
                  """)
              .params(id, id)
              .update();
      if (asked == 0) {
        throw ExportException.meanwhile(
            "export-is-there", "only a package that was purged is made again");
      }
      audit.write(person.id(), Deed.EXPORT_ASKED, id.toString(), "AGAIN");
    });
    return of(id, person);
  }

  /** The query of a link to the package, which holds for an hour from now. */
  public String link(Release release) {
    return links.query(release.id(), clock.instant());
  }

  /** Until when a link that is made now holds. */
  public Instant linkUntil() {
    return clock.instant().plus(DownloadLink.HOLDS);
  }

  /**
   * The package.
   *
   * @throws ExportException when it is not there, or the link is over
   */
  public byte[] take(UUID id, String file, long until, String seal, Person person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var release = of(id, person);
          links.check(id, until, seal, clock.instant());
          if (release.file() == null) {
            throw release.state() == State.READY
                ? ExportException.gone(
                    "export-purged", "the package was purged; have it made again")
                : ExportException.meanwhile("export-not-ready", "the package is not made yet");
          }
          if (!release.file().equals(file)) {
            throw ExportException.missing();
          }
          audit.write(person.id(), Deed.EXPORT_TAKEN, id.toString(), "");
          return sql.sql("select content from export_files where id = ?")
              .param(id)
              .query((row, n) -> row.getBytes("content"))
              .single();
        }));
  }
}
