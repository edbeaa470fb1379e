package org.maraude.dashboard.accounts;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Users, their roles and tokens. Works on any database that {@code Schema} has prepared, with or
 * without the web application; thread safe.
 *
 * <p>No secret is stored in clear: passwords as Argon2id, tokens as SHA-256.
 */
public final class Accounts {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Duration ENROLMENT = Duration.ofHours(1);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random;
  private final PasswordEncoder passwords = Passwords.encoder();

  private Accounts(DataSource database, Clock clock, SecureRandom random) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.clock = clock;
    this.random = random;
  }

  public static Accounts over(DataSource database, Clock clock, SecureRandom random) {
    return new Accounts(database, clock, random);
  }

  /**
   * A person who logs in.
   *
   * @throws AccountException when the name is taken or unfit, or the password too weak
   */
  public Person createUser(String name, String password, Set<Role> roles) {
    checkName(name);
    Passwords.check(name, password);
    return insert(name, passwords.encode(password), roles)
        .orElseThrow(() ->
            new AccountException(
                AccountException.Problem.NAME_TAKEN,
                "a user called '" + name + "' exists already"));
  }

  void createUserIfMissing(DemoLogin login) {
    if (credentials(login.name()).isEmpty()) {
      insert(login.name(), passwords.encode(login.password()), Set.of(login.role()));
    }
    sql.sql("update users set second_factor_due = false where name = ?")
        .param(login.name())
        .update();
  }

  /**
   * A bearer token of one role. Where nobody has the name, a technical user is made: one without a
   * password, for scripts. The token is shown once and kept as a hash.
   *
   * @throws AccountException when the name is unfit, or belongs to a person without that role
   */
  public String issueToken(String userName, Role role) {
    checkName(userName);
    String token = Secrets.token(random);
    transaction.executeWithoutResult(status -> {
      insert(userName, null, Set.of(role));
      var user = user(userName);
      if (user.technical()) {
        grant(user.id(), role);
      } else if (!rolesOf(user.id()).contains(role)) {
        throw new AccountException(
            "the user '%s' does not have the role %s; choose another name or role"
                .formatted(userName, role));
      }
      sql.sql("insert into tokens (user_id, role, token_hash, created_at) values (?, ?, ?, ?)")
          .params(user.id(), role.name(), Secrets.hash(token), now())
          .update();
    });
    return token;
  }

  /** Who comes with this token, if it is known, not revoked, and its user not switched off. */
  public Optional<Person> bearerOf(String token) {
    return sql.sql(
            """
            select u.id, u.name, t.role from tokens t join users u on u.id = t.user_id
            where t.token_hash = ? and t.revoked_at is null and u.enabled
              and exists (select 1 from user_roles r where r.user_id = u.id and r.role = t.role)\
            """)
        .param(Secrets.hash(token))
        .query((row, n) ->
            new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Set.of(Role.valueOf(row.getString("role")))))
        .optional();
  }

  /** What a log-in under this name is checked against; technical users cannot log in. */
  public Optional<Credentials> credentials(String name) {
    return sql.sql(
            "select id, name, password_hash, enabled, second_factor_due from users where name = ? and not technical")
        .param(name)
        .query((row, n) -> {
          var id = row.getObject("id", UUID.class);
          return new Credentials(
              new Person(id, row.getString("name"), rolesOf(id)),
              row.getString("password_hash"),
              row.getBoolean("enabled"),
              row.getBoolean("second_factor_due"));
        })
        .optional();
  }

  /** Whether this is the password of the person of that name. */
  public boolean passwordIs(String name, String password) {
    return credentials(name)
        .filter(known -> passwords.matches(password, known.passwordHash()))
        .isPresent();
  }

  /**
   * Gives a person another password.
   *
   * @throws AccountException when the old one is wrong or the new one too weak
   */
  public void changePassword(String name, String old, String wanted) {
    if (!passwordIs(name, old)) {
      throw new AccountException(
          AccountException.Problem.PASSWORD_WRONG, "the password of today is not right");
    }
    Passwords.check(name, wanted);
    renewHash(name, Objects.requireNonNull(passwords.encode(wanted)));
  }

  /** Replaces a hash of an older method, when the password has just been given. */
  public void renewHash(String name, String newHash) {
    sql.sql("update users set password_hash = ? where name = ? and not technical")
        .params(newHash, name)
        .update();
  }

  /** The demo's users, made where they are missing; their passwords lie in the folder. */
  public List<DemoLogin> demoUsers(Path secretsFolder) {
    return DemoUsers.ensure(this, secretsFolder, random);
  }

  /** A one-hour way in for the first admin, while there is no user; shown once. */
  public Optional<String> firstEnrolment() {
    boolean anybody =
        sql.sql("select exists (select 1 from users where not technical)")
            .query(Boolean.class)
            .single();
    if (anybody) {
      return Optional.empty();
    }
    String token = Secrets.token(random);
    sql.sql("insert into enrolments (token_hash, role, expires_at) values (?, ?, ?)")
        .params(
            Secrets.hash(token), Role.ADMIN.name(), Timestamp.from(clock.instant().plus(ENROLMENT)))
        .update();
    return Optional.of(token);
  }

  /** Whose account this link brings back; empty when it makes a new one, or is over. */
  public Optional<String> broughtBackBy(String token) {
    return sql.sql(
            """
            select u.name from enrolments e join users u on u.id = e.user_id
            where e.token_hash = ? and e.used_at is null and e.expires_at > ?\
            """)
        .params(Secrets.hash(token), now())
        .query(String.class)
        .optional();
  }

  /**
   * Makes the user that an enrolment link stands for, or gives the one that it brings back a new
   * password; the link is used up.
   *
   * @throws AccountException when the link is unknown, over or used, or as in {@link #createUser}
   */
  public Person enrol(String token, String name, String password) {
    checkName(name);
    Passwords.check(name, password);
    String hash = passwords.encode(password);
    var person =
        transaction.execute(status -> {
          var back = broughtBackBy(token);
          var role = use(token);
          if (back.isPresent()) {
            return renewed(back.get(), name, hash);
          }
          var made =
              insert(name, hash, Set.of(Role.valueOf(role)))
                  .orElseThrow(() ->
                      new AccountException(
                          AccountException.Problem.NAME_TAKEN,
                          "a user called '" + name + "' exists already"));
          joinTeamOf(token, made);
          return made;
        });
    if (person == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return person;
  }

  /** Uses a link up; the role of the account that it makes, nothing for one that it brings back. */
  String use(String token) {
    return sql.sql(
            """
            update enrolments set used_at = ?
            where token_hash = ? and used_at is null and expires_at > ?
            returning coalesce(role, '')\
            """)
        .params(now(), Secrets.hash(token), now())
        .query(String.class)
        .optional()
        .orElseThrow(() ->
            new AccountException(
                AccountException.Problem.LINK_OVER,
                "this link is over or was used; restart to get a new one"));
  }

  /** Puts who was invited into the team that the invitation named. */
  void joinTeamOf(String token, Person invited) {
    sql.sql(
            """
            update users u set team = e.team from enrolments e
            where u.id = ? and e.token_hash = ? and e.team is not null\
            """)
        .params(invited.id(), Secrets.hash(token))
        .update();
  }

  /** Somebody who comes by a provider: a password that nobody knows. */
  Optional<Person> withoutPassword(String name, Set<Role> roles) {
    return insert(name, passwords.encode(Secrets.token(random)), roles);
  }

  Person person(String name) {
    var id = user(name).id();
    return new Person(id, name, rolesOf(id));
  }

  private Person renewed(String owner, String given, String hash) {
    if (!owner.equals(given)) {
      throw new AccountException(
          AccountException.Problem.NAME_UNFIT, "this link is for another account");
    }
    renewHash(owner, hash);
    return person(owner);
  }

  private record Row(UUID id, boolean technical) {}

  private Row user(String name) {
    return sql.sql("select id, technical from users where name = ?")
        .param(name)
        .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getBoolean("technical")))
        .single();
  }

  private Optional<Person> insert(
      String name, @org.jspecify.annotations.Nullable String hash, Set<Role> roles) {
    return sql.sql(
            """
            with made as (
              insert into users (name, password_hash, technical, created_at) values (?, ?, ?, ?)
              on conflict (name) do nothing returning id),
            granted as (
              insert into user_roles (user_id, role) select id, unnest(?::text[]) from made)
            select id from made\
            """)
        .params(
            java.util.Arrays.asList(
                name,
                hash,
                hash == null,
                now(),
                roles.stream().map(Role::name).toArray(String[]::new)))
        .query(UUID.class)
        .optional()
        .map(id -> new Person(id, name, roles));
  }

  private void grant(UUID user, Role role) {
    sql.sql("insert into user_roles (user_id, role) values (?, ?) on conflict do nothing")
        .params(user, role.name())
        .update();
  }

  private Set<Role> rolesOf(UUID user) {
    var names =
        sql.sql("select role from user_roles where user_id = ?")
            .param(user)
            .query(String.class)
            .list();
    var roles = new HashSet<Role>();
    names.forEach(name -> roles.add(Role.valueOf(name)));
    return roles;
  }

  private Timestamp now() {
    Instant instant = clock.instant();
    return Timestamp.from(instant);
  }

  private static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new AccountException(
          AccountException.Problem.NAME_UNFIT,
          "the name '%s' does not do: small letters, digits, '.', '_' and '-', 64 at most"
              .formatted(name));
    }
  }
}
