package org.maraude.dashboard.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.TeamException.Problem;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes teams and puts people into them; every change is a line of the audit. What follows for who
 * sees what is {@link Reach}'s, and counts from the next request on. Thread safe.
 */
public final class Teams {

  private static final int LONGEST_NAME = 80;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Teams(
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

  /** All, by name. */
  public List<Team> all() {
    return sql.sql(
            """
            select t.id, t.name, t.departements,
              array(select u.name from users u where u.team = t.id order by u.technical, u.name) as members
            from teams t order by t.name\
            """)
        .query((row, n) ->
            new Team(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("departements").getArray())),
                List.of((String[]) row.getArray("members").getArray())))
        .list();
  }

  /**
   * One of them.
   *
   * @throws TeamException when there is none of that id
   */
  public Team of(UUID id) {
    return all().stream()
        .filter(team -> team.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new TeamException(Problem.NO_SUCH_TEAM, "there is no such team"));
  }

  /**
   * Makes one.
   *
   * @param departements official codes in any case; none for all
   * @throws TeamException when name or departements do not do
   */
  public Team make(String name, Collection<String> departements, Person by) {
    var fit = fit(name);
    var known = known(departements);
    var id = ids.get();
    unlessTaken(() -> {
      sql.sql("insert into teams (id, name, departements, made_at) values (?, ?, ?, ?)")
          .params(id, fit, array(known), Timestamp.from(clock.instant()))
          .update();
      audit.write(by.id(), Deed.TEAM_MADE, id.toString(), codes(known));
    });
    return of(id);
  }

  /**
   * Gives one another name and other departements.
   *
   * @throws TeamException as {@link #of} and {@link #make}
   */
  public Team change(UUID id, String name, Collection<String> departements, Person by) {
    of(id);
    var fit = fit(name);
    var known = known(departements);
    unlessTaken(() -> {
      sql.sql("update teams set name = ?, departements = ? where id = ?")
          .params(fit, array(known), id)
          .update();
      audit.write(by.id(), Deed.TEAM_CHANGED, id.toString(), codes(known));
    });
    return of(id);
  }

  /**
   * Dissolves one that nobody is in and that keeps no campaign.
   *
   * @throws TeamException when there is none of that id, or it is still needed
   */
  public void dissolve(UUID id, Person by) {
    of(id);
    transaction.executeWithoutResult(status -> {
      int gone =
          sql.sql(
                  """
                  delete from teams t where t.id = ? and t.id <> ?
                    and not exists (select 1 from users u where u.team = t.id)
                    and not exists (select 1 from campaigns c where c.team = t.id)\
                  """)
              .params(id, Team.FIRST)
              .update();
      if (gone == 0) {
        throw new TeamException(
            Problem.STILL_NEEDED,
            "somebody is in it, campaigns of it are kept, or new accounts begin there");
      }
      audit.write(by.id(), Deed.TEAM_DISSOLVED, id.toString(), "");
    });
  }

  /**
   * Puts somebody into a team, and so out of another.
   *
   * @throws TeamException when there is no such team or nobody of that id
   */
  public void join(UUID person, UUID team, Person by) {
    of(team);
    transaction.executeWithoutResult(status -> {
      int moved = sql.sql("update users set team = ? where id = ?").params(team, person).update();
      if (moved == 0) {
        throw nobody();
      }
      audit.write(by.id(), Deed.TEAM_JOINED, person.toString(), team.toString());
    });
  }

  /**
   * As {@link #join}, by the name of the person or script.
   *
   * @throws TeamException as there
   */
  public void join(String name, UUID team, Person by) {
    of(team);
    var person =
        sql.sql("select id from users where name = ?")
            .param(name.replace('\u0000', ' ').strip())
            .query(UUID.class)
            .optional()
            .orElseThrow(Teams::nobody);
    join(person, team, by);
  }

  private static TeamException nobody() {
    return new TeamException(Problem.NO_SUCH_PERSON, "nobody has that account");
  }

  private static String fit(String name) {
    var stripped = name.replace('\u0000', ' ').strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new TeamException(Problem.NAME_UNFIT, "a name has one to 80 characters");
    }
    return stripped;
  }

  /** The codes that the table of CRIP knows; one that is misspelt would reach nothing. */
  private SortedSet<String> known(Collection<String> departements) {
    var all =
        new TreeSet<>(
            sql.sql("select distinct departement from crip_entries").query(String.class).list());
    var asked = new TreeSet<String>();
    for (var code : departements) {
      asked.add(code.strip().toUpperCase(Locale.ROOT));
    }
    asked.remove("");
    if (!all.containsAll(asked)) {
      throw new TeamException(
          Problem.DEPARTEMENT_UNKNOWN, "a departement has a code like 44, 2A or 974");
    }
    return asked;
  }

  private void unlessTaken(Runnable write) {
    try {
      transaction.executeWithoutResult(status -> write.run());
    } catch (DuplicateKeyException e) {
      throw new TeamException(Problem.NAME_TAKEN, "another team has that name");
    }
  }

  private static String[] array(SortedSet<String> codes) {
    return codes.toArray(String[]::new);
  }

  private static String codes(SortedSet<String> departements) {
    return departements.isEmpty() ? "*" : String.join(" ", departements);
  }
}
