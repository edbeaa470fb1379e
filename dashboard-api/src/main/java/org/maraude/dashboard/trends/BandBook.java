package org.maraude.dashboard.trends;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where bands are written: every earlier form of one stays. Thread safe. */
final class BandBook {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final BandKeys keys;

  BandBook(
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
    this.keys = new BandKeys(sql, clock);
  }

  /**
   * How a band stood before an edit.
   *
   * @param stood its fields, as JSON
   * @param removed whether the edit removed it
   */
  record Earlier(String id, int version, String stood, boolean removed, Instant at) {}

  /**
   * One of them.
   *
   * @throws BandException when nobody keeps one of that id
   */
  Band of(String id) {
    return sql.sql("select * from bands where id = ?")
        .param(id)
        .query((row, n) -> Bands.band(row))
        .optional()
        .orElseThrow(() -> new BandException("missing", "nobody keeps a band of this id"));
  }

  /**
   * Adds a band.
   *
   * @param key the same one with the same draft adds it once; null adds one each time
   * @throws org.maraude.dashboard.queue.KeyReusedException when the key stood with another request
   */
  Band add(BandDraft draft, Person by, @Nullable String key) {
    var made =
        transaction.execute(status -> {
          var id = ids.get().toString();
          var earlier = keys.earlier(by, key, "add " + draft, id);
          return earlier.isPresent() ? earlier.get() : insert(id, draft, by);
        });
    return of(Objects.requireNonNull(made));
  }

  private String insert(String id, BandDraft draft, Person by) {
    sql.sql(
            """
            insert into bands (id, name_fr, name_en, first_day, last_day, kind, departements,
              edited_by, edited_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            draft.nameFr(),
            draft.nameEn(),
            draft.firstDay(),
            draft.lastDay(),
            draft.kind().name(),
            draft.departements().toArray(new String[0]),
            by.id(),
            now())
        .update();
    audit.write(by.id(), Deed.BAND_EDITED, "", id + " 1");
    return id;
  }

  /**
   * Gives a band another form.
   *
   * @param key the same one with the same draft changes it once
   * @throws BandException when it is not there, or somebody has changed it since it was read
   * @throws org.maraude.dashboard.queue.KeyReusedException when the key stood with another request
   */
  Band change(String id, BandDraft draft, Person by, @Nullable String key) {
    transaction.executeWithoutResult(status -> {
      if (keys.earlier(by, key, "change " + id + " " + draft, id).isPresent()) {
        return;
      }
      remember(id, draft.version(), false, by);
      sql.sql(
              """
              update bands set name_fr = ?, name_en = ?, first_day = ?, last_day = ?, kind = ?,
                departements = ?, edited_by = ?, edited_at = ?, version = version + 1
              where id = ?\
              """)
          .params(
              draft.nameFr(),
              draft.nameEn(),
              draft.firstDay(),
              draft.lastDay(),
              draft.kind().name(),
              draft.departements().toArray(new String[0]),
              by.id(),
              now(),
              id)
          .update();
      audit.write(by.id(), Deed.BAND_EDITED, "", id + " " + (draft.version() + 1));
    });
    return of(id);
  }

  /**
   * Takes a band away; its history stays.
   *
   * @param key the same one with the same version removes it once, and says nothing the second time
   * @throws BandException when it is not there, or somebody has changed it since it was read
   * @throws org.maraude.dashboard.queue.KeyReusedException when the key stood with another request
   */
  void remove(String id, int version, Person by, @Nullable String key) {
    transaction.executeWithoutResult(status -> {
      if (keys.earlier(by, key, "remove " + id + " " + version, id).isPresent()) {
        return;
      }
      remember(id, version, true, by);
      sql.sql("delete from bands where id = ?").param(id).update();
      audit.write(by.id(), Deed.BAND_REMOVED, "", id + " " + version);
    });
  }

  /** How all of them stood before, the latest edit first. */
  List<Earlier> history(int most) {
    return sql.sql("select * from band_history order by at desc, band_id, version desc limit ?")
        .param(most)
        .query((row, n) ->
            new Earlier(
                row.getString("band_id"),
                row.getInt("version"),
                row.getString("stood"),
                row.getBoolean("removed"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private void remember(String id, int version, boolean removed, Person by) {
    of(id);
    int kept =
        sql.sql(
                """
                insert into band_history (band_id, version, stood, removed, edited_by, at)
                select id, version, jsonb_build_object('kind', kind, 'nameFr', name_fr, 'nameEn',
                  name_en, 'firstDay', first_day, 'lastDay', last_day, 'departements', departements),
                  ?, ?, ?
                from (select * from bands where id = ? and version = ? for update) b\
                """)
            .params(removed, by.id(), now(), id, version)
            .update();
    if (kept == 0) {
      throw new BandException(
          "changed", "somebody has changed this band since you read it; read it again");
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
