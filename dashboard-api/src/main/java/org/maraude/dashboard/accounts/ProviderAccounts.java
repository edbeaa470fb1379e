package org.maraude.dashboard.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which account a provider's person has here. Names and addresses of the provider match nothing: an
 * account is found by issuer and subject, which one invitation tied to it. Thread safe.
 */
public final class ProviderAccounts {

  private static final int LONGEST = 56;

  private final Accounts accounts;
  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public ProviderAccounts(Accounts accounts, DataSource database, Clock clock) {
    this.accounts = accounts;
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.clock = clock;
  }

  /** The account of this subject. */
  public Optional<Credentials> of(String issuer, String subject) {
    return sql.sql(
            """
            select u.name from provider_accounts p join users u on u.id = p.user_id
            where p.issuer = ? and p.subject = ?\
            """)
        .params(issuer, subject)
        .query(String.class)
        .optional()
        .flatMap(accounts::credentials);
  }

  /** Whether a person comes by a provider. */
  public boolean has(UUID person) {
    return sql.sql("select exists (select 1 from provider_accounts where user_id = ?)")
        .param(person)
        .query(Boolean.class)
        .single();
  }

  /**
   * Makes the account that an invitation is for, or ties the one that it brings back.
   *
   * @param wanted the name at the provider, made fit
   * @throws AccountException when the invitation is over
   */
  public Person invited(String token, String issuer, String subject, String wanted) {
    return tied(
        issuer,
        subject,
        () -> {
          var back = accounts.broughtBackBy(token);
          var role = accounts.use(token);
          if (back.isPresent()) {
            return accounts.person(back.get());
          }
          var made = named(fit(wanted), Set.of(Role.valueOf(role)));
          accounts.joinTeamOf(token, made);
          return made;
        });
  }

  /** Makes an account for somebody who was not invited. */
  public Person first(String issuer, String subject, String wanted, Set<Role> roles) {
    return tied(issuer, subject, () -> named(fit(wanted), roles));
  }

  private Person tied(String issuer, String subject, java.util.function.Supplier<Person> person) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var tied = person.get();
          sql.sql("delete from provider_accounts where user_id = ?").param(tied.id()).update();
          sql.sql(
                  """
                  insert into provider_accounts (issuer, subject, user_id, linked_at)
                  values (?, ?, ?, ?)\
                  """)
              .params(issuer, subject, tied.id(), Timestamp.from(clock.instant()))
              .update();
          return tied;
        }));
  }

  /** The name, or the first with a number that nobody has. */
  private Person named(String name, Set<Role> roles) {
    for (int n = 1; ; n++) {
      var made = accounts.withoutPassword(n == 1 ? name : name + "-" + n, roles);
      if (made.isPresent()) {
        return made.get();
      }
    }
  }

  /** A name as accounts have them; what stands before an {@code @} is enough. */
  static String fit(String wanted) {
    int at = wanted.indexOf('@');
    var plain =
        (at > 0 ? wanted.substring(0, at) : wanted)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[^a-z0-9]+", "");
    return plain.isEmpty() ? "person" : plain.substring(0, Math.min(plain.length(), LONGEST));
  }
}
