package org.maraude.dashboard.resources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.prevention.PreventionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Helplines and pages, which leads keep right and everybody reads. Thread safe. */
public final class Resources {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Resources(
      JdbcClient sql,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** All, in their order. */
  public List<Resource> all() {
    return sql.sql("select * from resources order by place, name, id")
        .query((row, n) -> resource(row))
        .list();
  }

  /**
   * One of them.
   *
   * @throws PreventionException when there is none of that id
   */
  public Resource of(UUID id) {
    return sql.sql("select * from resources where id = ?")
        .param(id)
        .query((row, n) -> resource(row))
        .optional()
        .orElseThrow(() -> PreventionException.missing("resource"));
  }

  /** Adds one. */
  public Resource add(Resource.Draft draft, Person by) {
    var id = ids.get();
    transaction.executeWithoutResult(status -> {
      sql.sql(
              """
              insert into resources (kind, name, number, link, says_fr, says_en, place, review_on,
                edited_by, edited_at, id)
              values (?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?)\
              """)
          .params(
              Arrays.asList(
                  draft.kind().name(),
                  draft.name(),
                  draft.number(),
                  draft.link(),
                  draft.saysFr(),
                  draft.saysEn(),
                  draft.place(),
                  draft.reviewOn(),
                  by.id(),
                  Timestamp.from(clock.instant()),
                  id))
          .update();
      audit.write(by.id(), Deed.RESOURCE_EDITED, "", id + " 1");
    });
    return of(id);
  }

  /**
   * Makes one other than it was.
   *
   * @throws PreventionException when it is not there, or somebody has changed it since it was read
   */
  public Resource change(UUID id, Resource.Draft draft, Person by) {
    of(id);
    transaction.executeWithoutResult(status -> {
      int written =
          sql.sql(
                  """
                  update resources set kind = ?, name = ?, number = ?, link = ?, says_fr = ?,
                    says_en = ?, place = ?, review_on = ?::date, edited_by = ?, edited_at = ?,
                    version = version + 1
                  where id = ? and version = ?\
                  """)
              .params(
                  Arrays.asList(
                      draft.kind().name(),
                      draft.name(),
                      draft.number(),
                      draft.link(),
                      draft.saysFr(),
                      draft.saysEn(),
                      draft.place(),
                      draft.reviewOn(),
                      by.id(),
                      Timestamp.from(clock.instant()),
                      id,
                      draft.version()))
              .update();
      if (written == 0) {
        throw PreventionException.meanwhile(
            "entry-changed", "somebody has changed this entry since you read it; read it again");
      }
      audit.write(by.id(), Deed.RESOURCE_EDITED, "", id + " " + (draft.version() + 1));
    });
    return of(id);
  }

  /**
   * Takes one away.
   *
   * @throws PreventionException when it is not there
   */
  public void remove(UUID id, Person by) {
    of(id);
    transaction.executeWithoutResult(status -> {
      sql.sql("delete from resources where id = ?").param(id).update();
      audit.write(by.id(), Deed.RESOURCE_REMOVED, "", id.toString());
    });
  }

  private static Resource resource(ResultSet row) throws SQLException {
    return new Resource(
        row.getObject("id", UUID.class),
        Resource.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("number"),
        row.getString("link"),
        row.getString("says_fr"),
        row.getString("says_en"),
        row.getInt("place"),
        row.getObject("review_on", LocalDate.class),
        row.getInt("version"));
  }
}
