package org.maraude.dashboard.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who else reviews a queue. */
public final class Colleagues {

  private final JdbcClient sql;

  public Colleagues(JdbcClient sql) {
    this.sql = sql;
  }

  /** The names of those who may review a queue, without the reader's own, in order. */
  public List<String> of(QueueKind queue, Person reader) {
    return sql.sql(
            """
            select distinct u.name from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.id <> ? and r.role = any(?) order by u.name\
            """)
        .params(reader.id(), roles(queue))
        .query(String.class)
        .list();
  }

  /** The person of a name who may review a queue. */
  Optional<Person> named(String name, QueueKind queue) {
    return sql.sql(
            """
            select u.id, r.role from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.name = ? and r.role = any(?) limit 1\
            """)
        .params(name, roles(queue))
        .query((row, n) ->
            new Person(
                row.getObject("id", UUID.class), name, Set.of(Role.valueOf(row.getString("role")))))
        .optional();
  }

  private static String[] roles(QueueKind queue) {
    var permission =
        switch (queue) {
          case MINOR -> Permission.REVIEW_MINOR;
          case ADULT -> Permission.REVIEW_ADULT;
        };
    return Arrays.stream(Role.values())
        .filter(role -> role.permissions().contains(permission))
        .map(Role::name)
        .toArray(String[]::new);
  }
}
