package org.maraude.dashboard.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maraude.contacts.DayKeyFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which days' keys are over: a day after the longest term of what still waits. A day stays while an
 * item needs it that is kept longer, so that a possible minor's contact can be opened for as long
 * as somebody may have to.
 */
final class KeysDue {

  private static final long KEPT_DAYS = Term.UNREAD.kept().toDays() + 1;

  private final JdbcClient sql;
  private final DayKeyFiles keys;
  private final Clock clock;

  KeysDue(JdbcClient sql, DayKeyFiles keys, Clock clock) {
    this.sql = sql;
    this.keys = keys;
    this.clock = clock;
  }

  List<LocalDate> days() {
    var last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(KEPT_DAYS);
    var old = keys.days().stream().filter(day -> day.isBefore(last)).toList();
    if (old.isEmpty()) {
      return old;
    }
    var needed = needed();
    return old.stream().filter(day -> !needed.contains(day.toString())).toList();
  }

  void destroy(List<LocalDate> days) {
    days.forEach(keys::destroy);
  }

  private Set<String> needed() {
    return new HashSet<>(
        sql.sql(
                """
                select distinct unnest(sealed_with) from items
                where queue = 'MINOR' and status <> 'DECIDED'
                  or outcome in ('CONTACT_IN_ROUND', 'REFER') and decided_at >= ?\
                """)
            .param(Timestamp.from(clock.instant().minus(Term.FOLLOWED.kept())))
            .query(String.class)
            .list());
  }
}
