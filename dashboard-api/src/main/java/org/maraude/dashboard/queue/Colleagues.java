package org.maraude.dashboard.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.review.QueueKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who else reviews a queue, and reaches an item of it. */
public final class Colleagues {

  private final JdbcClient sql;

  public Colleagues(JdbcClient sql) {
    this.sql = sql;
  }

  /** The names of those who may review the item, without the reader's own, in order. */
  List<String> of(StoredItem item, Person reader) {
    return sql.sql(
            """
            select distinct u.name from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.id <> ? and r.role = any(?)
              and exists (select 1 from items i where i.id = ? and %s)
            order by u.name\
            """
                .formatted(Reach.of("i", "u.id")))
        .params(reader.id(), roles(item.queue()), item.id())
        .query(String.class)
        .list();
  }

  /** The person of a name who may review the item. */
  Optional<Person> named(String name, StoredItem item) {
    return sql.sql(
            """
            select u.id, r.role from users u join user_roles r on r.user_id = u.id
            where u.enabled and not u.technical and u.name = ? and r.role = any(?)
              and exists (select 1 from items i where i.id = ? and %s)
            limit 1\
            """
                .formatted(Reach.of("i", "u.id")))
        .params(name, roles(item.queue()), item.id())
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
