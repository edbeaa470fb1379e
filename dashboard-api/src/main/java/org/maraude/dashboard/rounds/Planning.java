package org.maraude.dashboard.rounds;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what could come into a round. */
final class Planning {

  /** More than a team looks at in a month; the preview says when it is reached. */
  private static final int LOOKED_AT = 2_000;

  private final JdbcClient sql;
  private final ContactRows contacts;

  Planning(JdbcClient sql) {
    this.sql = sql;
    this.contacts = new ContactRows(sql);
  }

  /** The moment up to which a silence must be over for a round of this day. */
  static Instant endOf(LocalDate day) {
    return Paris.midnight(day.plusDays(1));
  }

  RoundPlan plan(RoundFilter filter, LocalDate day, LocalDate today, Person lead) {
    return RoundPlan.of(candidates(filter, today, lead), filter, endOf(day));
  }

  private record Found(UUID id, Set<String> tokens, boolean planned) {}

  private List<RoundPlan.Candidate> candidates(RoundFilter filter, LocalDate today, Person lead) {
    var found =
        sql.sql(
                """
                select i.id, i.tokens,
                  exists (select 1 from round_ads a join rounds r on r.id = a.round
                    where a.item_id = i.id and r.day >= :today
                      and not exists (select 1 from attempts t
                        where t.round = r.id and t.item_id = i.id)) as planned
                from items i
                where (:departement::text is null or i.departement = :departement)
                  and (:language::text is null or i.language = :language)
                  and i.flagged_at >= :from and i.flagged_at < :to and\
                """
                    + " "
                    + RoundRows.CHOSEN
                    + " order by i.flagged_at, i.id limit "
                    + LOOKED_AT)
            .param("today", today)
            .param("departement", filter.departement())
            .param("language", filter.language())
            .param("from", start(filter.from(), LocalDate.EPOCH))
            .param("to", start(next(filter.to()), today.plusYears(1)))
            .param("me", lead.id())
            .query((row, n) ->
                new Found(
                    row.getObject("id", UUID.class),
                    Set.copyOf(Arrays.asList((String[]) row.getArray("tokens").getArray())),
                    row.getBoolean("planned")))
            .list();
    var tokens = new HashSet<String>();
    found.forEach(ad -> tokens.addAll(ad.tokens()));
    var attempts = contacts.attempts(tokens, lead);
    var registered = contacts.registered(tokens);
    return found.stream()
        .map(ad ->
            new RoundPlan.Candidate(
                ad.id(),
                ad.tokens(),
                ad.planned(),
                ad.tokens().stream().anyMatch(registered::contains),
                attempts.stream()
                    .filter(each -> ad.tokens().contains(each.token()))
                    .map(RoundRows::tried)
                    .toList()))
        .toList();
  }

  private static Timestamp start(@Nullable LocalDate day, LocalDate otherwise) {
    return Timestamp.from((day == null ? otherwise : day).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static @Nullable LocalDate next(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  /** Somebody who goes on rounds. */
  record Worker(UUID id, String name) {}

  /** Who of the lead's team goes on rounds, by name. */
  List<Worker> workers(Person lead) {
    var roles =
        Arrays.stream(Role.values())
            .filter(role -> role.permissions().contains(Permission.GO_ON_ROUNDS))
            .map(Role::name)
            .toArray(String[]::new);
    return sql.sql(
            """
            select u.id, u.name from users u
            where u.enabled and u.team = (select m.team from users m where m.id = ?)
              and (not u.technical or u.id = ?)
              and exists (select 1 from user_roles r where r.user_id = u.id and r.role = any(?))
            order by u.name\
            """)
        .params(lead.id(), lead.id(), roles)
        .query((row, n) -> new Worker(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }
}
