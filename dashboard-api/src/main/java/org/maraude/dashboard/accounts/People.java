package org.maraude.dashboard.accounts;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who has an account, for those who give them out. Somebody enabled always keeps the role of admin:
 * changes that could take it from the last one follow each other. Thread safe.
 */
public final class People {

  /** Names the lock of changes to who is admin, in this database. */
  private static final long ADMINS = 0x6d61_7261_7564_6531L;

  private static final Duration INVITATION = Duration.ofHours(1);

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random;

  public People(DataSource database, Clock clock, SecureRandom random) {
    this.sql = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    this.clock = clock;
    this.random = random;
  }

  /**
   * Somebody with an account, or a script.
   *
   * @param team the id of their team
   * @param technical whether it is a script, which has tokens only
   * @param secondFactor whether one is set up
   * @param tokens that are not revoked
   */
  public record Row(
      UUID id,
      String name,
      UUID team,
      boolean technical,
      boolean enabled,
      Set<Role> roles,
      boolean secondFactor,
      int tokens) {

    public Row {
      roles = Set.copyOf(roles);
    }
  }

  /** An open invitation, without its link. */
  public record Invitation(UUID id, Role role, Instant until) {}

  /** Everybody, people before scripts, by name. */
  public List<Row> all() {
    return sql.sql(
            """
            select u.id, u.name, u.team, u.technical, u.enabled,
              array(select role from user_roles r where r.user_id = u.id order by role) roles,
              exists (select 1 from people_with_a_second_factor f where f.user_id = u.id) factor,
              (select count(*) from tokens t where t.user_id = u.id and t.revoked_at is null) tokens
            from users u order by u.technical, u.name\
            """)
        .query((row, n) ->
            new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("team", UUID.class),
                row.getBoolean("technical"),
                row.getBoolean("enabled"),
                roles(row.getArray("roles")),
                row.getBoolean("factor"),
                row.getInt("tokens")))
        .list();
  }

  public List<Invitation> invitations() {
    return sql.sql(
            """
            select id, role, expires_at from enrolments
            where used_at is null and user_id is null and expires_at > ? order by expires_at\
            """)
        .param(now())
        .query((row, n) ->
            new Invitation(
                row.getObject("id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getTimestamp("expires_at").toInstant()))
        .list();
  }

  /** The secret of a link that makes one account in a team within the hour; shown once. */
  public String invite(Role role, UUID team) {
    var token = Secrets.token(random);
    sql.sql("insert into enrolments (token_hash, role, team, expires_at) values (?, ?, ?, ?)")
        .params(
            Secrets.hash(token),
            role.name(),
            team,
            Timestamp.from(clock.instant().plus(INVITATION)))
        .update();
    return token;
  }

  /** Takes an invitation back; false when there is none open of that id. */
  public boolean withdraw(UUID invitation) {
    return sql.sql("delete from enrolments where id = ? and used_at is null and user_id is null")
            .param(invitation)
            .update()
        == 1;
  }

  /**
   * Gives a person these roles and takes all others, of their tokens as well.
   *
   * @throws AccountException when nobody would be left to administer
   */
  public void setRoles(UUID person, Set<Role> roles) {
    keepingAnAdmin(() -> {
      sql.sql("delete from user_roles where user_id = ?").param(person).update();
      for (Role role : roles) {
        sql.sql("insert into user_roles (user_id, role) values (?, ?)")
            .params(person, role.name())
            .update();
      }
    });
  }

  /**
   * Lets somebody in again, or no longer; tokens too.
   *
   * @throws AccountException when nobody would be left to administer
   */
  public void enable(UUID person, boolean enabled) {
    keepingAnAdmin(() ->
        sql.sql("update users set enabled = ? where id = ?").params(enabled, person).update());
  }

  /** Ends all tokens of somebody. */
  public int revokeTokens(UUID person) {
    return sql.sql("update tokens set revoked_at = ? where user_id = ? and revoked_at is null")
        .params(now(), person)
        .update();
  }

  private void keepingAnAdmin(Runnable change) {
    transaction.executeWithoutResult(status -> {
      sql.sql("select pg_advisory_xact_lock(?)").param(ADMINS).query((row, n) -> 1).single();
      change.run();
      boolean left =
          sql.sql(
                  """
                  select exists (select 1 from users u join user_roles r on r.user_id = u.id
                  where u.enabled and not u.technical and r.role = 'ADMIN')\
                  """)
              .query(Boolean.class)
              .single();
      if (!left) {
        throw new AccountException(
            AccountException.Problem.LAST_ADMIN,
            "this is the last administrator; give the role to somebody else first");
      }
    });
  }

  private static Set<Role> roles(Array array) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : (String[]) array.getArray()) {
      roles.add(Role.valueOf(name));
    }
    return roles;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
