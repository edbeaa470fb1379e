package org.maraude.dashboard.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a platform's table of counts: handed in, looked at, then taken in whole or not at all.
 * The same table read the same way changes nothing a second time. Thread safe.
 */
public final class PlatformImports {

  /** Of a file, in bytes. */
  public static final int LARGEST_FILE = 16 * 1024 * 1024;

  private static final int BATCH = 5_000;

  /**
   * What came of it.
   *
   * @param reading as it was read; with problems, nothing was changed
   * @param again whether it had been taken in before, and so changed nothing
   * @param changed how many standings are new or other than before
   */
  public record Outcome(ImportReading reading, boolean again, int changed) {}

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public PlatformImports(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Keeps a file until it is taken in, for a day at most; the person's earlier one goes.
   *
   * @throws PreventionException when it is empty or too large
   */
  UUID handIn(UUID campaign, byte[] file, Person by) {
    campaigns.of(campaign, by);
    mustFit(file);
    var id = ids.get();
    sql.sql(
            """
            insert into import_uploads (id, campaign, owner, content, at) values (?, ?, ?, ?, ?)
            on conflict (campaign, owner) do update
              set id = excluded.id, content = excluded.content, at = excluded.at\
            """)
        .params(id, campaign, by.id(), file, Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  private static void mustFit(byte[] file) {
    if (file.length == 0) {
      throw PreventionException.unfit("import-file-missing", "choose a file");
    }
    if (file.length > LARGEST_FILE) {
      throw PreventionException.unfit("import-file-too-large", "a table has 16 MB at most");
    }
  }

  /**
   * A file that was handed in.
   *
   * @throws PreventionException when it is not there, or another's
   */
  byte[] file(UUID campaign, UUID upload, Person by) {
    campaigns.of(campaign, by);
    return sql.sql("select content from import_uploads where id = ? and campaign = ? and owner = ?")
        .params(upload, campaign, by.id())
        .query((row, n) -> Objects.requireNonNull(row.getBytes("content")))
        .optional()
        .orElseThrow(() ->
            PreventionException.unfit(
                "import-file-gone", "the file is not there any more; hand it in again"));
  }

  /**
   * What a table holds, without taking anything in.
   *
   * @throws PreventionException when the file is none, or the choice itself cannot be
   */
  public ImportReading look(UUID campaign, byte[] file, ImportChoice choice, Person by) {
    campaigns.of(campaign, by);
    mustFit(file);
    return PlatformTable.read(file, choice, posts(campaign), Paris.day(clock.instant()));
  }

  /**
   * Takes a table in that was handed in before: all of it, or nothing when anything in it is wrong.
   *
   * @throws PreventionException when the choice itself cannot be
   */
  Outcome take(UUID campaign, UUID upload, ImportChoice choice, Person by) {
    var file = file(campaign, upload, by);
    var outcome =
        transaction.execute(status -> {
          var taken = take(campaign, file, choice, by);
          if (taken.reading().sound()) {
            sql.sql("delete from import_uploads where id = ?").param(upload).update();
          }
          return taken;
        });
    return Objects.requireNonNull(outcome);
  }

  /**
   * Takes a table in: all of it, or nothing when anything in it is wrong.
   *
   * @throws PreventionException when the file is none, or the choice itself cannot be
   */
  public Outcome take(UUID campaign, byte[] file, ImportChoice choice, Person by) {
    var reading = look(campaign, file, choice, by);
    if (!reading.sound()) {
      return new Outcome(reading, false, 0);
    }
    var print = Sha256.of(Sha256.of(file) + " " + choice.plain());
    var outcome =
        transaction.execute(status -> {
          int first =
              sql.sql(
                      """
                      insert into import_runs (campaign, fingerprint, lines, at) values (?, ?, ?, ?)
                      on conflict do nothing\
                      """)
                  .params(campaign, print, reading.lines().size(), Timestamp.from(clock.instant()))
                  .update();
          if (first == 0) {
            return new Outcome(reading, true, 0);
          }
          int changed = write(reading.lines());
          audit.write(
              by.id(),
              Deed.INTERACTIONS_IMPORTED,
              campaign.toString(),
              reading.lines().size() + " " + changed);
          return new Outcome(reading, false, changed);
        });
    return Objects.requireNonNull(outcome);
  }

  private int write(List<ImportReading.Line> lines) {
    int changed = 0;
    for (int from = 0; from < lines.size(); from += BATCH) {
      var batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
      changed +=
          sql.sql(
                  """
                  insert into interactions as i (post, day, views, likes, comments, shares, saves)
                  select * from unnest(:posts::uuid[], :days::date[], :views::bigint[],
                    :likes::bigint[], :comments::bigint[], :shares::bigint[], :saves::bigint[])
                  on conflict (post, day) do update set views = excluded.views,
                    likes = excluded.likes, comments = excluded.comments,
                    shares = excluded.shares, saves = excluded.saves
                  where (i.views, i.likes, i.comments, i.shares, i.saves) is distinct from
                    (excluded.views, excluded.likes, excluded.comments, excluded.shares,
                     excluded.saves)\
                  """)
              .param("posts", texts(batch, ImportReading.Line::post))
              .param("days", texts(batch, ImportReading.Line::day))
              .param("views", texts(batch, line -> line.counts().views()))
              .param("likes", texts(batch, line -> line.counts().likes()))
              .param("comments", texts(batch, line -> line.counts().comments()))
              .param("shares", texts(batch, line -> line.counts().shares()))
              .param("saves", texts(batch, line -> line.counts().saves()))
              .update();
    }
    return changed;
  }

  private static String[] texts(
      List<ImportReading.Line> lines, Function<ImportReading.Line, Object> value) {
    return lines.stream().map(value).map(Object::toString).toArray(String[]::new);
  }

  private Map<String, UUID> posts(UUID campaign) {
    var posts = new HashMap<String, UUID>();
    sql.sql(
            "select id, reference from posts where campaign = ? and reference <> '' and status = 'PUBLISHED'")
        .param(campaign)
        .query(row -> {
          posts.put(row.getString("reference"), row.getObject("id", UUID.class));
        });
    return posts;
  }
}
