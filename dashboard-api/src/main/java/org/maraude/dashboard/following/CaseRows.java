package org.maraude.dashboard.following;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of cases. Whatever is read is read for somebody, and of their team. */
final class CaseRows {

  /** Placeholder: the reader's id. */
  static final String OF_TEAM = "c.team = (select team from users where id = ?)";

  private final JdbcClient sql;

  CaseRows(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One, locked until the transaction ends.
   *
   * @throws CaseException when there is none for this reader
   */
  CaseRow lock(UUID id, Person reader) {
    return find(id, reader, " for update of c");
  }

  /**
   * One as it stands.
   *
   * @throws CaseException when there is none for this reader
   */
  CaseRow find(UUID id, Person reader) {
    return find(id, reader, "");
  }

  private CaseRow find(UUID id, Person reader, String locking) {
    return sql.sql(
            "select %s from cases c where c.id = ? and %s%s"
                .formatted(CaseRow.COLUMNS, OF_TEAM, locking))
        .params(id, reader.id())
        .query((row, n) -> CaseRow.of(row))
        .optional()
        .orElseThrow(CaseException::noSuchCase);
  }

  /**
   * A case that a key opened.
   *
   * @param asked the sealed print of its request; null for one from before prints were kept
   */
  record Earlier(UUID id, @Nullable String asked) {}

  Optional<Earlier> byKey(Person person, String key) {
    return sql.sql("select id, asked from cases where opened_by = ? and idempotency_key = ?")
        .params(person.id(), key)
        .query((row, n) -> new Earlier(row.getObject("id", UUID.class), row.getString("asked")))
        .optional();
  }

  void insert(
      UUID id,
      NewCase made,
      @Nullable String token,
      @Nullable UUID item,
      Person by,
      String everyday,
      String close,
      Instant now,
      @Nullable String key,
      @Nullable String asked) {
    sql.sql(
            """
            insert into cases (id, team, token, departement, worker, agreement, agreed_on, opened_by,
              opened_at, item_id, next_on, last_contact_on, everyday, close, idempotency_key,
              asked)
            values (?, (select team from users where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                by.id(),
                token,
                made.departement(),
                by.id(),
                made.agreement().name(),
                Date.valueOf(made.agreedOn()),
                by.id(),
                Timestamp.from(now),
                item,
                date(made.nextOn()),
                Date.valueOf(made.agreedOn()),
                everyday,
                close,
                key,
                asked))
        .update();
  }

  void change(UUID id, @Nullable LocalDate nextOn, String everyday) {
    sql.sql("update cases set next_on = ?, everyday = ?, version = version + 1 where id = ?")
        .params(Arrays.asList(date(nextOn), everyday, id))
        .update();
  }

  void close(UUID id, String close) {
    sql.sql("update cases set close = ? where id = ?").params(close, id).update();
  }

  void health(UUID id, @Nullable String health) {
    sql.sql("update cases set health = ? where id = ?").params(Arrays.asList(health, id)).update();
  }

  void contactOn(UUID id, LocalDate day) {
    sql.sql(
            """
            update cases set last_contact_on = greatest(last_contact_on, ?), version = version + 1
            where id = ?\
            """)
        .params(Date.valueOf(day), id)
        .update();
  }

  void handOver(UUID id, UUID to) {
    sql.sql("update cases set worker = ?, version = version + 1 where id = ?")
        .params(to, id)
        .update();
  }

  void end(UUID id, @Nullable LocalDate on, @Nullable Closing closing) {
    sql.sql(
            """
            update cases set closed_on = ?, closing = ?,
              next_on = case when ?::date is null then next_on end, version = version + 1
            where id = ?\
            """)
        .params(Arrays.asList(date(on), closing == null ? null : closing.name(), date(on), id))
        .update();
  }

  boolean hasLine(Person by, @Nullable String key, UUID caseId) {
    return key != null
        && sql.sql(
                """
                select exists (select 1 from case_lines
                  where written_by = ? and idempotency_key = ? and case_id = ?)\
                """)
            .params(by.id(), key, caseId)
            .query(Boolean.class)
            .single();
  }

  void line(
      UUID caseId,
      UUID id,
      LineKind kind,
      Person by,
      Instant at,
      String sealed,
      @Nullable String key) {
    sql.sql(
            """
            insert into case_lines (id, case_id, kind, written_by, written_at, sealed, idempotency_key)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(Arrays.asList(id, caseId, kind.name(), by.id(), Timestamp.from(at), sealed, key))
        .update();
  }

  /** A line as it is stored. */
  record StoredLine(UUID id, LineKind kind, String by, Instant at, String sealed) {}

  List<StoredLine> lines(UUID caseId) {
    return sql.sql(
            """
            select l.id, l.kind, u.name, l.written_at, l.sealed
            from case_lines l join users u on u.id = l.written_by
            where l.case_id = ? order by l.seq\
            """)
        .param(caseId)
        .query((row, n) ->
            new StoredLine(
                row.getObject("id", UUID.class),
                LineKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getTimestamp("written_at").toInstant(),
                row.getString("sealed")))
        .list();
  }

  /** Who else of the reader's team accompanies people, by name. */
  List<String> colleagues(UUID worker, Person reader) {
    return sql.sql(
            """
            select distinct u.name from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.id <> ? and r.role = any(?)
              and u.team = (select team from users where id = ?) order by u.name\
            """)
        .params(worker, roles(), reader.id())
        .query(String.class)
        .list();
  }

  Optional<UUID> colleague(String name, Person reader) {
    return sql.sql(
            """
            select distinct u.id from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.name = ? and r.role = any(?)
              and u.team = (select team from users where id = ?)\
            """)
        .params(name.replace('\u0000', ' ').strip(), roles(), reader.id())
        .query(UUID.class)
        .optional();
  }

  private static String[] roles() {
    return Arrays.stream(Role.values())
        .filter(role -> role.permissions().contains(Permission.FOLLOW_CASES))
        .map(Role::name)
        .toArray(String[]::new);
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
