package org.maraude.dashboard.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code posts}. */
final class PostRows {

  private static final int PAGE = 50;

  /** Adds who writes to the writers; two question marks for the same person. */
  static final String WROTE =
      "writers = case when ? = any (writers) then writers else writers || ?::uuid end";

  private static final String SELECT =
      """
      select p.*, a.name as author_name, l.name as approver_name
      from posts p join campaigns c on c.id = p.campaign
        left join users a on a.id = p.author left join users l on l.id = p.approved_by\
      """;

  private final JdbcClient sql;

  PostRows(JdbcClient sql) {
    this.sql = sql;
  }

  Post of(UUID id, Person reader) {
    return sql.sql(SELECT + " where p.id = ? and " + OwnTeam.CONDITION)
        .params(id, reader.id())
        .query((row, n) -> post(row))
        .optional()
        .orElseThrow(() -> PreventionException.missing("post"));
  }

  Listed<Post> page(UUID campaign, @Nullable String cursor) {
    var from =
        cursor == null ? new Position(Instant.EPOCH, new UUID(0, 0)) : Position.decoded(cursor);
    var found =
        sql.sql(
                SELECT
                    + """
                     where p.campaign = ? and (p.planned_at, p.id) > (?, ?)
                    order by p.planned_at, p.id limit ?\
                    """)
            .params(campaign, Timestamp.from(from.at()), from.id(), PAGE + 1)
            .query((row, n) -> post(row))
            .list();
    var page = found.subList(0, Math.min(PAGE, found.size()));
    if (found.size() <= PAGE) {
      return new Listed<>(page, null);
    }
    var last = page.getLast();
    return new Listed<>(page, new Position(last.plannedAt(), last.id()).encoded());
  }

  List<Post> between(UUID campaign, Instant from, Instant to) {
    return sql.sql(
            SELECT
                + """
                 where p.campaign = ? and p.planned_at >= ? and p.planned_at < ?
                order by p.planned_at, p.id\
                """)
        .params(campaign, Timestamp.from(from), Timestamp.from(to))
        .query((row, n) -> post(row))
        .list();
  }

  int count(UUID campaign) {
    return sql.sql("select count(*) from posts where campaign = ?")
        .param(campaign)
        .query(Integer.class)
        .single();
  }

  void insert(UUID id, UUID campaign, Post.Draft draft, Person by, Instant now) {
    sql.sql(
            """
            insert into posts (id, campaign, kind, platform, words, alt_text, planned_at, status,
              version, author, writers, reference, written_at)
            values (?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, ?, array[?::uuid], '', ?)\
            """)
        .params(
            id,
            campaign,
            draft.kind().name(),
            draft.platform().name(),
            draft.words(),
            draft.altText(),
            Timestamp.from(draft.plannedAt()),
            by.id(),
            by.id(),
            Timestamp.from(now))
        .update();
  }

  /**
   * @throws PreventionException when no row was written: somebody was there before
   */
  static void changed(int written) {
    if (written == 0) {
      throw PreventionException.meanwhile(
          "post-changed", "somebody has changed this post since you read it; read it again");
    }
  }

  private static Post post(ResultSet row) throws SQLException {
    var published = row.getTimestamp("published_at");
    return new Post(
        row.getObject("id", UUID.class),
        row.getObject("campaign", UUID.class),
        PostKind.valueOf(row.getString("kind")),
        Platform.valueOf(row.getString("platform")),
        row.getString("words"),
        row.getObject("picture", UUID.class),
        row.getString("alt_text"),
        row.getTimestamp("planned_at").toInstant(),
        PostStatus.valueOf(row.getString("status")),
        row.getInt("version"),
        row.getString("author_name"),
        List.of((UUID[]) row.getArray("writers").getArray()),
        row.getString("approver_name"),
        published == null ? null : published.toInstant(),
        row.getString("reference"));
  }
}
