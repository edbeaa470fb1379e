package org.maraude.dashboard.rounds.templates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.rounds.templates.MessageTemplate.Kind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the texts. A change is a new version; who wrote it does not approve it, which the database
 * holds too, because a text that reaches somebody in danger should have been read by two. Thread
 * safe.
 */
public final class Templates {

  /** The languages in which there are texts, the usual one first. */
  public static final List<String> LANGUAGES = List.of("fr", "en", "es", "ro", "pt", "zh");

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  public Templates(JdbcClient sql, TransactionTemplate transaction, Audit audit, Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every version, by kind and language, the newest of each first. */
  public List<MessageTemplate> all() {
    return sql
        .sql(
            """
            select t.*, w.name as by_name, a.name as approved_name
            from message_templates t left join users w on w.id = t.written_by
              left join users a on a.id = t.approved_by
            order by t.kind, t.language, t.version desc\
            """)
        .query((row, n) -> template(row))
        .list()
        .stream()
        .sorted(
            Comparator.comparing(MessageTemplate::kind)
                .thenComparing(each -> LANGUAGES.indexOf(each.language()))
                .thenComparing(Comparator.comparing(MessageTemplate::version).reversed()))
        .toList();
  }

  /**
   * One version.
   *
   * @throws TemplateException when there is no such version
   */
  public MessageTemplate of(Kind kind, String language, int version) {
    return all().stream()
        .filter(each ->
            each.kind() == kind && each.language().equals(language) && each.version() == version)
        .findFirst()
        .orElseThrow(() -> new TemplateException("template-unknown", "there is no such version"));
  }

  /** What may be copied: the newest approved version of each, those of a language first. */
  public List<MessageTemplate> approvedFor(String language) {
    return all().stream()
        .filter(MessageTemplate::approved)
        .collect(
            java.util.stream.Collectors.toMap(
                each -> each.kind() + each.language(),
                each -> each,
                (newer, older) -> newer,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparing(each -> !each.language().equals(language)))
        .toList();
  }

  /**
   * Writes a new version, which nobody may copy yet.
   *
   * @param after the version that the writer had before them
   * @throws TemplateException when the words do not do, or somebody wrote another meanwhile
   */
  public void write(Kind kind, String language, int after, String words, Person by) {
    var fit = words.replace('\u0000', ' ').replace("\r\n", "\n").strip();
    if (!LANGUAGES.contains(language)) {
      throw new TemplateException("template-language", "there are texts in " + LANGUAGES);
    }
    var faults = TemplateCheck.faults(fit);
    if (faults.contains(TemplateCheck.Fault.EMPTY)
        || faults.contains(TemplateCheck.Fault.TOO_LONG)) {
      throw new TemplateException("template-length", "a text has 1 to 600 characters");
    }
    try {
      transaction.executeWithoutResult(status -> {
        if (newest(kind, language) != after) {
          throw meanwhile();
        }
        sql.sql(
                """
                insert into message_templates (kind, language, version, words, written_by, written_at)
                values (?, ?, ?, ?, ?, ?)\
                """)
            .params(kind.name(), language, after + 1, fit, by.id(), now())
            .update();
        audit.write(by.id(), Deed.TEMPLATE_WRITTEN, "", code(kind, language, after + 1));
      });
    } catch (DuplicateKeyException e) {
      throw meanwhile();
    }
  }

  /**
   * Approves a version, so that it is shown on rounds from now on.
   *
   * @throws TemplateException when it is one's own, lacks something, or is approved or gone
   */
  public void approve(Kind kind, String language, int version, Person by) {
    transaction.executeWithoutResult(status -> {
      var template = of(kind, language, version);
      var faults = template.faults();
      if (!faults.isEmpty()) {
        throw new TemplateException(
            "template-" + faults.getFirst().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "the text cannot be approved: " + faults);
      }
      if (by.name().equals(template.by())) {
        throw new TemplateException("template-own", "a text is approved by somebody else");
      }
      int approved =
          sql.sql(
                  """
                  update message_templates set approved_by = ?, approved_at = ?
                  where kind = ? and language = ? and version = ? and approved_at is null\
                  """)
              .params(by.id(), now(), kind.name(), language, version)
              .update();
      if (approved == 0) {
        throw meanwhile();
      }
      audit.write(by.id(), Deed.TEMPLATE_APPROVED, "", code(kind, language, version));
    });
  }

  private int newest(Kind kind, String language) {
    return sql.sql(
            """
            select coalesce(max(version), 0) from message_templates
            where kind = ? and language = ?\
            """)
        .params(kind.name(), language)
        .query(Integer.class)
        .single();
  }

  private static TemplateException meanwhile() {
    return new TemplateException(
        "template-changed", "somebody wrote or approved a version meanwhile; read it first");
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String code(Kind kind, String language, int version) {
    return kind + " " + language + " " + version;
  }

  private static MessageTemplate template(ResultSet row) throws SQLException {
    return new MessageTemplate(
        Kind.valueOf(row.getString("kind")),
        row.getString("language"),
        row.getInt("version"),
        row.getString("words"),
        row.getString("by_name"),
        instant(row.getTimestamp("written_at")),
        row.getString("approved_name"),
        instant(row.getTimestamp("approved_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
