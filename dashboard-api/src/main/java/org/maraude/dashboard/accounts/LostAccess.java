package org.maraude.dashboard.accounts;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings somebody back in who lost the second factor and has nobody to ask, an admin alone for
 * instance. For whoever has the machine itself; works with or without the web application.
 */
public final class LostAccess {

  private static final Duration LINK = Duration.ofHours(1);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random;

  private LostAccess(DataSource database, Clock clock, SecureRandom random) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.audit = new Audit(sql, clock);
    this.clock = clock;
    this.random = random;
  }

  public static LostAccess over(DataSource database, Clock clock, SecureRandom random) {
    return new LostAccess(database, clock, random);
  }

  private record Found(UUID id, boolean technical, boolean enabled) {}

  /**
   * Takes all second factors of a person away, and the password with them: alone it must open
   * nothing in the meantime. Ends the sessions and notes it all in the audit.
   *
   * @return the secret of a link that gives the account a new password within the hour; one from
   *     before ends
   * @throws AccountException when no person has the name, or the account is disabled
   */
  public String reset(String name) {
    var token = Secrets.token(random);
    var unknown = Objects.requireNonNull(Passwords.encoder().encode(Secrets.token(random)));
    transaction.executeWithoutResult(status -> {
      var person = person(name);
      for (var table :
          List.of("passkeys", "second_factors", "second_factor_drafts", "recovery_codes")) {
        sql.sql("delete from " + table + " where user_id = ?").param(person).update();
      }
      sql.sql("update users set password_hash = ?, second_factor_due = true where id = ?")
          .params(unknown, person)
          .update();
      sql.sql("delete from enrolments where user_id = ?").param(person).update();
      sql.sql("insert into enrolments (token_hash, user_id, expires_at) values (?, ?, ?)")
          .params(Secrets.hash(token), person, Timestamp.from(clock.instant().plus(LINK)))
          .update();
      sql.sql("delete from spring_session where principal_name = ?").param(name).update();
      audit.write(null, Deed.SECOND_FACTOR_RESET, person.toString(), "command");
    });
    return token;
  }

  private UUID person(String name) {
    var found =
        sql.sql("select id, technical, enabled from users where name = ? for update")
            .param(name)
            .query((row, n) ->
                new Found(
                    row.getObject("id", UUID.class),
                    row.getBoolean("technical"),
                    row.getBoolean("enabled")))
            .optional()
            .orElseThrow(() ->
                new AccountException(
                    "nobody is called '%s' here; the people page lists the names, as does the database's table users"
                        .formatted(name)));
    if (found.technical()) {
      throw new AccountException(
          "'%s' is a script, which has tokens only; ./maraude token makes another".formatted(name));
    }
    if (!found.enabled()) {
      throw new AccountException(
          "the account '%s' is disabled; an administrator enables it on the people page first"
              .formatted(name));
    }
    return found.id();
  }
}
