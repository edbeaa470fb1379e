package org.maraude.dashboard.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What platforms tell of posts, as counts. Thread safe. */
public final class Interactions {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Posts posts;
  private final Audit audit;
  private final Clock clock;

  public Interactions(
      JdbcClient sql, TransactionTemplate transaction, Posts posts, Audit audit, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.posts = posts;
    this.audit = audit;
    this.clock = clock;
  }

  /** All standings of a post, the latest first. */
  public List<Standing> of(UUID post, Person reader) {
    posts.of(post, reader);
    return sql.sql("select * from interactions where post = ? order by day desc limit 1000")
        .param(post)
        .query((row, n) -> new Standing(row.getObject("day", LocalDate.class), counts(row)))
        .list();
  }

  /**
   * Enters where a post stands; what stood there for the day is replaced.
   *
   * @throws PreventionException when it was not published, or the day is to come
   */
  public void enter(UUID post, Standing standing, Person by) {
    var of = posts.of(post, by);
    standing.counts().ofOne();
    if (of.status() != PostStatus.PUBLISHED) {
      throw PreventionException.meanwhile(
          "post-not-published", "only what was published has counts");
    }
    if (standing.day().isAfter(Paris.day(clock.instant()))) {
      throw PreventionException.unfit("day-later", "that day is still to come");
    }
    var counts = standing.counts();
    transaction.executeWithoutResult(status -> {
      sql.sql(
              """
              insert into interactions (post, day, views, likes, comments, shares, saves)
              values (?, ?, ?, ?, ?, ?, ?)
              on conflict (post, day) do update set views = excluded.views, likes = excluded.likes,
                comments = excluded.comments, shares = excluded.shares, saves = excluded.saves\
              """)
          .params(
              post,
              standing.day(),
              counts.views(),
              counts.likes(),
              counts.comments(),
              counts.shares(),
              counts.saves())
          .update();
      audit.write(
          by.id(),
          Deed.INTERACTIONS_ENTERED,
          of.campaign().toString(),
          post + " " + standing.day());
    });
  }

  /** The latest standing of each post of a campaign. */
  Map<UUID, Standing> latest(UUID campaign) {
    var latest = new HashMap<UUID, Standing>();
    sql.sql(
            """
            select distinct on (i.post) i.* from interactions i join posts p on p.id = i.post
            where p.campaign = ? order by i.post, i.day desc\
            """)
        .param(campaign)
        .query(row -> {
          latest.put(
              row.getObject("post", UUID.class),
              new Standing(row.getObject("day", LocalDate.class), counts(row)));
        });
    return latest;
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("views"),
        row.getLong("likes"),
        row.getLong("comments"),
        row.getLong("shares"),
        row.getLong("saves"));
  }
}
