package org.maraude.dashboard.subject;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CanonicalContact;
import org.maraude.contacts.ContactTokens;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.following.CaseFiles;
import org.maraude.dashboard.retention.Objections;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds all that is kept under a contact, or erases it; both are lines of the audit. Whoever calls
 * it has made sure that it is the person themselves who asks.
 */
public final class DataSubject {

  private final JdbcClient sql;
  private final ContactTokens tokens;
  private final CaseFiles cases;
  private final Objections objections;
  private final Audit audit;
  private final Clock clock;

  public DataSubject(
      JdbcClient sql,
      ContactTokens tokens,
      CaseFiles cases,
      Objections objections,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.tokens = tokens;
    this.cases = cases;
    this.objections = objections;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that is kept. */
  public SubjectFile file(CanonicalContact contact) {
    var token = tokens.token(contact);
    var file =
        new SubjectFile(
            clock.instant(),
            contact.masked(),
            registeredAt(token),
            ads(token),
            openings(token),
            attempts(token),
            cases.of(token));
    audit.write(null, Deed.SUBJECT_FILE_MADE, "", Integer.toString(file.size()));
    return file;
  }

  /**
   * Erases all that is kept, and keeps the contact's token on the register, without which it would
   * come in again tomorrow. A possible minor's open item stays until it is decided.
   */
  public Objections.Noted erase(CanonicalContact contact) {
    return objections.note(contact, (UUID) null);
  }

  private @Nullable Instant registeredAt(String token) {
    return sql.sql("select noted_at from do_not_contact where token = ?")
        .param(token)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .orElse(null);
  }

  private List<SubjectFile.Ad> ads(String token) {
    return sql.sql(
            """
            select id, ad_id, site_id, queue, status, flagged_at, assessment from items
            where tokens @> array[?]::text[] order by flagged_at, id\
            """)
        .param(token)
        .query((row, n) -> {
          var json = row.getString("assessment");
          var read = json == null ? null : EventJson.readLine(json, Assessment.class);
          return new SubjectFile.Ad(
              row.getString("ad_id"),
              row.getString("site_id"),
              read == null ? null : read.url(),
              row.getString("queue"),
              row.getString("status"),
              row.getTimestamp("flagged_at").toInstant(),
              read == null ? "" : read.title(),
              read == null ? "" : read.body(),
              read == null
                  ? List.of()
                  : read.signals().stream().map(sign -> sign.id()).distinct().toList(),
              read == null ? List.of() : read.why(),
              decisions(row.getObject("id", UUID.class)));
        })
        .list();
  }

  private List<SubjectFile.Decision> decisions(UUID item) {
    return sql.sql(
            """
            select decided_at, outcome, reasons, note, taken_back_at from decisions
            where item_id = ? order by decided_at, id\
            """)
        .param(item)
        .query((row, n) -> {
          var back = row.getTimestamp("taken_back_at");
          return new SubjectFile.Decision(
              row.getTimestamp("decided_at").toInstant(),
              row.getString("outcome"),
              Arrays.asList((String[]) row.getArray("reasons").getArray()),
              row.getString("note"),
              back == null ? null : back.toInstant());
        })
        .list();
  }

  private List<SubjectFile.Opening> openings(String token) {
    return sql.sql(
            "select opened_at, purpose, words from contact_openings where token = ? order by opened_at")
        .param(token)
        .query((row, n) ->
            new SubjectFile.Opening(
                row.getTimestamp("opened_at").toInstant(),
                row.getString("purpose"),
                row.getString("words")))
        .list();
  }

  private List<SubjectFile.Attempt> attempts(String token) {
    return sql.sql(
            """
            select at, channel, language, outcome, wish, needs, oriented from attempts
            where token = ? order by at, id\
            """)
        .param(token)
        .query((row, n) ->
            new SubjectFile.Attempt(
                row.getTimestamp("at").toInstant(),
                row.getString("channel"),
                row.getString("language"),
                row.getString("outcome"),
                row.getString("wish"),
                Arrays.asList((String[]) row.getArray("needs").getArray()),
                Arrays.asList((String[]) row.getArray("oriented").getArray())))
        .list();
  }
}
