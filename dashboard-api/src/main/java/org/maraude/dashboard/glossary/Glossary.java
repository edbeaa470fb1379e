package org.maraude.dashboard.glossary;

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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The glossary, which leads keep right. Thread safe. */
public final class Glossary {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Glossary(
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

  /** All, by their French word. */
  public List<Term> all() {
    return sql.sql("select * from glossary_terms order by lower(word_fr), id")
        .query((row, n) -> term(row))
        .list();
  }

  /**
   * One of them.
   *
   * @throws PreventionException when there is none of that id
   */
  public Term of(UUID id) {
    return sql.sql("select * from glossary_terms where id = ?")
        .param(id)
        .query((row, n) -> term(row))
        .optional()
        .orElseThrow(() -> PreventionException.missing("term"));
  }

  /**
   * Adds a word.
   *
   * @throws PreventionException when it is there already
   */
  public Term add(Term.Draft draft, Person by) {
    var id = ids.get();
    unlessTaken(() -> {
      sql.sql(
              """
              insert into glossary_terms (id, word_fr, word_en, says_fr, says_en, source, source_day,
                edited_by, edited_at)
              values (?, ?, ?, ?, ?, ?, ?::date, ?, ?)\
              """)
          .params(
              Arrays.asList(
                  id,
                  draft.wordFr(),
                  draft.wordEn(),
                  draft.saysFr(),
                  draft.saysEn(),
                  draft.source(),
                  draft.sourceDay(),
                  by.id(),
                  Timestamp.from(clock.instant())))
          .update();
      audit.write(by.id(), Deed.GLOSSARY_EDITED, "", id + " 1");
    });
    return of(id);
  }

  /**
   * Gives a word other terms.
   *
   * @throws PreventionException when it is not there, or somebody has changed it since it was read
   */
  public Term change(UUID id, Term.Draft draft, Person by) {
    of(id);
    unlessTaken(() -> {
      int written =
          sql.sql(
                  """
                  update glossary_terms set word_fr = ?, word_en = ?, says_fr = ?, says_en = ?,
                    source = ?, source_day = ?::date, edited_by = ?, edited_at = ?,
                    version = version + 1
                  where id = ? and version = ?\
                  """)
              .params(
                  Arrays.asList(
                      draft.wordFr(),
                      draft.wordEn(),
                      draft.saysFr(),
                      draft.saysEn(),
                      draft.source(),
                      draft.sourceDay(),
                      by.id(),
                      Timestamp.from(clock.instant()),
                      id,
                      draft.version()))
              .update();
      if (written == 0) {
        throw PreventionException.meanwhile(
            "entry-changed", "somebody has changed this entry since you read it; read it again");
      }
      audit.write(by.id(), Deed.GLOSSARY_EDITED, "", id + " " + (draft.version() + 1));
    });
    return of(id);
  }

  private void unlessTaken(Runnable write) {
    try {
      transaction.executeWithoutResult(status -> write.run());
    } catch (DuplicateKeyException e) {
      throw PreventionException.unfit("term-taken", "the glossary has this word already");
    }
  }

  private static Term term(ResultSet row) throws SQLException {
    return new Term(
        row.getObject("id", UUID.class),
        row.getString("word_fr"),
        row.getString("word_en"),
        row.getString("says_fr"),
        row.getString("says_en"),
        row.getString("source"),
        row.getObject("source_day", LocalDate.class),
        List.of((String[]) row.getArray("indicators").getArray()),
        row.getInt("version"));
  }
}
