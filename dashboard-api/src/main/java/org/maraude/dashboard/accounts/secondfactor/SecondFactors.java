package org.maraude.dashboard.accounts.secondfactor;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The codes by time and the recovery codes of people. Every code opens once: a code by time moves
 * the last step forward, a recovery code is marked as used, each by one statement. Thread safe.
 */
public final class SecondFactors {

  static final int RECOVERY_CODES = 10;

  private static final Duration SETUP_LASTS = Duration.ofMinutes(15);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final SecretSeal seal;
  private final Clock clock;
  private final java.util.random.RandomGenerator random;

  /**
   * @param key 32 bytes that close the secrets
   */
  public SecondFactors(
      DataSource database, byte[] key, Clock clock, java.util.random.RandomGenerator random) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.seal = new SecretSeal(key);
    this.clock = clock;
    this.random = random;
  }

  /** Whether this person has a second factor of any kind, codes or a passkey. */
  public boolean has(UUID person) {
    return sql.sql("select exists (select 1 from people_with_a_second_factor where user_id = ?)")
        .param(person)
        .query(Boolean.class)
        .single();
  }

  /** Whether this person's codes have been set up. */
  public boolean hasCodes(UUID person) {
    return sql.sql("select exists (select 1 from second_factors where user_id = ?)")
        .param(person)
        .query(Boolean.class)
        .single();
  }

  /**
   * What this person puts into an application. The same for a quarter of an hour, so that a wrong
   * code or a page loaded again does not begin anew.
   */
  public Setup setup(UUID person, String userName) {
    var secret = draft(person).orElseGet(() -> newDraft(person));
    return new Setup(Totp.base32(secret), Totp.address(secret, userName));
  }

  /**
   * Ends a setup: the code shows that the application has the secret. A factor from before and its
   * recovery codes end.
   *
   * @return the recovery codes, shown this once; empty when the code is wrong or the setup over
   */
  public Optional<List<String>> confirm(UUID person, String code) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var secret = draft(person);
          var step =
              secret
                  .map(bytes -> Totp.stepOf(bytes, digits(code), clock.instant()))
                  .orElse(java.util.OptionalLong.empty());
          if (secret.isEmpty() || step.isEmpty()) {
            return Optional.empty();
          }
          removeCodes(person);
          sql.sql(
                  """
                  insert into second_factors (user_id, sealed_secret, last_step, confirmed_at)
                  values (?, ?, ?, ?)\
                  """)
              .params(person, seal.seal(secret.get()), step.getAsLong(), now())
              .update();
          return Optional.of(newRecoveryCodes(person));
        }));
  }

  /** Whether this code opens, by time or for recovery; it will not again. */
  public boolean accepts(UUID person, String code) {
    return digits(code).length() < RecoveryCode.SHORTEST_AS_GIVEN && code.strip().matches("[0-9 ]+")
        ? acceptsByTime(person, digits(code))
        : acceptsForRecovery(person, code);
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(UUID person) {
    return sql.sql("select count(*) from recovery_codes where user_id = ? and used_at is null")
        .param(person)
        .query(Integer.class)
        .single();
  }

  /**
   * New recovery codes for somebody who has another factor; those from before end.
   *
   * @return the codes, shown this once
   */
  public List<String> renewRecoveryCodes(UUID person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          sql.sql("delete from recovery_codes where user_id = ?").param(person).update();
          return newRecoveryCodes(person);
        }));
  }

  /** Takes all factors away, for somebody who lost them; one is set up at the next log-in. */
  public void remove(UUID person) {
    transaction.executeWithoutResult(status -> {
      sql.sql("delete from passkeys where user_id = ?").param(person).update();
      removeCodes(person);
    });
  }

  private void removeCodes(UUID person) {
    for (var table : List.of("second_factors", "second_factor_drafts", "recovery_codes")) {
      sql.sql("delete from " + table + " where user_id = ?").param(person).update();
    }
  }

  private boolean acceptsByTime(UUID person, String code) {
    var step =
        sql.sql("select sealed_secret from second_factors where user_id = ?")
            .param(person)
            .query((row, n) -> row.getBytes(1))
            .optional()
            .map(sealed -> Totp.stepOf(seal.open(sealed), code, clock.instant()))
            .orElse(java.util.OptionalLong.empty());
    return step.isPresent()
        && sql.sql("update second_factors set last_step = ? where user_id = ? and last_step < ?")
                .params(step.getAsLong(), person, step.getAsLong())
                .update()
            == 1;
  }

  private boolean acceptsForRecovery(UUID person, String code) {
    return sql.sql(
                """
                update recovery_codes set used_at = ?
                where user_id = ? and code_hash = ? and used_at is null\
                """)
            .params(now(), person, RecoveryCode.hash(code))
            .update()
        == 1;
  }

  private List<String> newRecoveryCodes(UUID person) {
    var codes = new ArrayList<String>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      var code = RecoveryCode.draw(random);
      sql.sql("insert into recovery_codes (user_id, code_hash) values (?, ?)")
          .params(person, RecoveryCode.hash(code))
          .update();
      codes.add(code);
    }
    return List.copyOf(codes);
  }

  private Optional<byte[]> draft(UUID person) {
    return sql.sql(
            "select sealed_secret from second_factor_drafts where user_id = ? and drafted_at > ?")
        .params(person, Timestamp.from(clock.instant().minus(SETUP_LASTS)))
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(seal::open);
  }

  private byte[] newDraft(UUID person) {
    var secret = Totp.newSecret(random);
    sql.sql(
            """
            insert into second_factor_drafts (user_id, sealed_secret, drafted_at) values (?, ?, ?)
            on conflict (user_id) do update
            set sealed_secret = excluded.sealed_secret, drafted_at = excluded.drafted_at\
            """)
        .params(person, seal.seal(secret), now())
        .update();
    return secret;
  }

  private static String digits(String code) {
    return code.replaceAll("[^0-9]", "");
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
