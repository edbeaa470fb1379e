package org.maraude.dashboard.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pictures of posts. Thread safe. */
public final class Pictures {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Posts posts;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Pictures(
      JdbcClient sql,
      TransactionTemplate transaction,
      Posts posts,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.posts = posts;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The picture of a post.
   *
   * @throws PreventionException when the post has none, or is none of this person's team
   */
  public Picture of(UUID post, Person reader) {
    var id = posts.of(post, reader).picture();
    if (id == null) {
      throw PreventionException.missing("picture");
    }
    return sql.sql("select * from pictures where id = ?")
        .param(id)
        .query((row, n) ->
            new Picture(
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                Objects.requireNonNull(row.getBytes("content"))))
        .optional()
        .orElseThrow(() -> PreventionException.missing("picture"));
  }

  /**
   * Puts a picture to a draft, or another in its place; a proposed post is a draft again then.
   *
   * @param file as it was handed in; null or empty takes the picture away
   * @param version the one that was read
   * @throws PreventionException when the file does not do or the post is no draft of that version
   */
  public Post put(UUID post, byte @Nullable [] file, int version, Person by) {
    var before = posts.of(post, by);
    if (before.status().stands()) {
      throw PreventionException.meanwhile(
          "post-approved", "an approved post stays as it is; make it a draft again first");
    }
    var picture = file == null ? null : Picture.read(file);
    transaction.executeWithoutResult(status -> {
      var id = picture == null ? null : kept(picture);
      int written =
          sql.sql(
                  """
                  update posts set picture = :picture, status = 'DRAFT', proposed_by = null,
                    version = version + 1,
                    writers = case when :by = any (writers) then writers else writers || :by end
                  where id = :id and version = :version and status in ('DRAFT', 'PROPOSED')\
                  """)
              .param("picture", id, java.sql.Types.OTHER)
              .param("by", by.id())
              .param("id", post)
              .param("version", version)
              .update();
      PostRows.changed(written);
      audit.write(
          by.id(), Deed.POST_WRITTEN, before.campaign().toString(), post + " " + (version + 1));
    });
    return posts.of(post, by);
  }

  private UUID kept(Picture picture) {
    var id = ids.get();
    sql.sql(
            """
            insert into pictures (id, type, width, height, content, made_at)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            picture.type(),
            picture.width(),
            picture.height(),
            picture.content(),
            Timestamp.from(clock.instant()))
        .update();
    return id;
  }
}
