package org.maraude.dashboard.rounds;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.queue.Lookups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans rounds and splits them between their workers. What is on the register, or in its silence,
 * comes into none: it is looked for under the lock of its contacts, and the database refuses it
 * whatever looked before. Thread safe.
 */
public final class RoundPlans {

  private static final int AHEAD_DAYS = 90;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final ContactRows contacts;
  private final Planning planning;
  private final Lookups lookups;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public RoundPlans(
      JdbcClient sql,
      TransactionTemplate transaction,
      Lookups lookups,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.contacts = new ContactRows(sql);
    this.planning = new Planning(sql);
    this.lookups = lookups;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** The names of the lead's team who go on rounds. */
  public List<String> workers(Person lead) {
    return planning.workers(lead).stream().map(Planning.Worker::name).toList();
  }

  /** What a filter would bring into a round of that day, and why others are left out. */
  public RoundPlan preview(RoundFilter filter, LocalDate day, Person lead) {
    var plan = planning.plan(filter, day, today(), lead);
    lookups.shown(lead, plan.ads().stream().map(RoundPlan.Candidate::itemId).toList());
    return plan;
  }

  /**
   * Plans a round and splits it between its workers.
   *
   * @param key the same key with the same request gives the first round again
   * @return its id
   * @throws RoundException when the day, the workers or the filter do not do, or nothing is found
   * @throws KeyReusedException when the key stood with another request
   */
  public UUID plan(RoundRequest asked, Person lead, @Nullable String key) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var id = ids.get();
    return written(
        transaction.execute(status -> {
          // Two requests of one person wait for each other: the second finds the first one's key.
          sql.sql("select 1 from users where id = ? for no key update")
              .param(lead.id())
              .query(Integer.class)
              .list();
          var earlier = repeated(asked, lead, key);
          if (earlier != null) {
            return earlier;
          }
          mustBeNear(asked.day());
          var workers = workers(asked, lead);
          var plan = lockedPlan(asked, lead);
          if (plan.ads().isEmpty()) {
            throw RoundException.unfit(
                "round-empty", "no ad is left for this round; the preview says why");
          }
          insert(id, asked, lead, key, now);
          for (int i = 0; i < workers.size(); i++) {
            sql.sql("insert into round_workers (round, worker, place) values (?, ?, ?)")
                .params(id, workers.get(i).id(), i + 1)
                .update();
          }
          Refused.explained(() -> {
            for (int i = 0; i < plan.ads().size(); i++) {
              put(id, i + 1, plan.ads().get(i).itemId(), workers.get(i % workers.size()).id());
            }
            return true;
          });
          audit.write(
              lead.id(), Deed.ROUND_PLANNED, id.toString(), asked.day() + " " + plan.ads().size());
          return id;
        }));
  }

  private @Nullable UUID repeated(RoundRequest asked, Person lead, @Nullable String key) {
    if (key == null) {
      return null;
    }
    return sql.sql("select id, asked from rounds where made_by = ? and idempotency_key = ?")
        .params(lead.id(), key)
        .query((row, n) -> {
          if (!row.getString("asked").equals(asked.asked())) {
            throw new KeyReusedException();
          }
          return Objects.requireNonNull(row.getObject("id", UUID.class));
        })
        .optional()
        .orElse(null);
  }

  private void mustBeNear(LocalDate day) {
    var today = today();
    if (day.isBefore(today) || day.isAfter(today.plusDays(AHEAD_DAYS))) {
      throw RoundException.unfit(
          "round-day", "the day of a round is today or one of the next " + AHEAD_DAYS + " days");
    }
  }

  private List<Planning.Worker> workers(RoundRequest asked, Person lead) {
    var known = planning.workers(lead);
    return asked.workers().stream()
        .map(name ->
            known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                    RoundException.unfit(
                        "round-workers", "one of them is not in your team, or makes no rounds")))
        .toList();
  }

  /** Looked at, locked, and looked at again: what came in between is seen the second time. */
  private RoundPlan lockedPlan(RoundRequest asked, Person lead) {
    var seen = planning.plan(asked.filter(), asked.day(), today(), lead);
    var tokens = new HashSet<String>();
    seen.ads().forEach(ad -> tokens.addAll(ad.tokens()));
    contacts.lock(tokens);
    var now = planning.plan(asked.filter(), asked.day(), today(), lead);
    var locked = now.ads().stream().filter(ad -> tokens.containsAll(ad.tokens())).toList();
    return new RoundPlan(locked, now.leftOut());
  }

  private void insert(UUID id, RoundRequest asked, Person lead, @Nullable String key, Instant now) {
    sql.sql(
            """
            insert into rounds
              (id, team, day, departement, language, made_by, made_at, asked, idempotency_key)
            select ?, u.team, ?, ?, ?, u.id, ?, ?, ? from users u where u.id = ?\
            """)
        .params(
            Arrays.asList(
                id,
                asked.day(),
                asked.filter().departement(),
                asked.filter().language(),
                Timestamp.from(now),
                asked.asked(),
                key,
                lead.id()))
        .update();
  }

  private void put(UUID round, int place, UUID item, UUID worker) {
    sql.sql("insert into round_ads (round, place, item_id, worker) values (?, ?, ?, ?)")
        .params(round, place, item, worker)
        .update();
  }

  private LocalDate today() {
    return Paris.day(clock.instant());
  }

  private static <T> T written(@Nullable T answer) {
    if (answer == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return answer;
  }
}
