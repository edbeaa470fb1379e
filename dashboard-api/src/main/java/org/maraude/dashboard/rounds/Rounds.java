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
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.paging.DayPlace;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.dashboard.queue.Lookups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans rounds and shows them to the people of their team; to others they do not exist. What is on
 * the register, or in its silence, comes into none: it is looked for under the lock of its
 * contacts, and the database refuses it whatever looked before. Thread safe.
 */
public final class Rounds {

  private static final int AHEAD_DAYS = 90;
  private static final int LISTED = 500;
  private static final int PAST_LISTED = 50;

  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
  private static final LocalDate END = LocalDate.of(3000, 1, 1);
  private static final DayPlace LAST = new DayPlace(END, new UUID(-1, -1));

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final RoundRows rows;
  private final ContactRows contacts;
  private final Planning planning;
  private final Lookups lookups;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public Rounds(
      JdbcClient sql,
      TransactionTemplate transaction,
      Lookups lookups,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.rows = new RoundRows(sql);
    this.contacts = new ContactRows(sql);
    this.planning = new Planning(sql);
    this.lookups = lookups;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** The day in France now. */
  public LocalDate today() {
    return Paris.day(clock.instant());
  }

  /**
   * A page of the team's rounds.
   *
   * @param items the latest day first
   * @param next where the next page begins; null on the last
   */
  public record Page(List<RoundLine> items, @Nullable String next) {}

  /**
   * The rounds of the reader's team, a page of them.
   *
   * @param cursor where an earlier page ended; null for the beginning
   * @throws org.maraude.dashboard.paging.BadQueryException when the cursor is none of ours
   */
  public Page page(@Nullable String cursor, Person reader) {
    var found =
        rows.after(reader, cursor == null ? LAST : DayPlace.decoded(cursor), PAST_LISTED + 1);
    if (found.size() <= PAST_LISTED) {
      return new Page(found, null);
    }
    var items = found.subList(0, PAST_LISTED);
    var last = items.getLast();
    return new Page(List.copyOf(items), new DayPlace(last.day(), last.id()).encoded());
  }

  /**
   * What a page lists: what is to come and today's, and some of the past.
   *
   * @param older how many pages of the past are skipped
   */
  RoundLists lists(Person reader, int older) {
    var now = rows.lines(reader, today(), END, 0, LISTED);
    var past =
        rows.lines(reader, BEGINNING, today().minusDays(1), older * PAST_LISTED, PAST_LISTED + 1);
    return RoundLists.of(now, past, today(), older, PAST_LISTED);
  }

  /** The rounds that the reader makes today. */
  public List<RoundLine> mineToday(Person reader) {
    return rows.lines(reader, today(), today(), 0, LISTED).stream()
        .filter(RoundLine::mine)
        .toList();
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

  /**
   * A round as this person may see it. Reading it is a line of the audit.
   *
   * @throws RoundException when it does not exist for this person
   */
  public Round read(UUID id, Person reader) {
    var now = clock.instant();
    return written(
        transaction.execute(status -> {
          var head = find(id, reader);
          var ads = rows.ads(id, reader, now);
          lookups.shown(reader, ads.stream().map(RoundAd::itemId).toList());
          audit.write(reader.id(), Deed.ROUND_READ, id.toString(), "");
          boolean works = mayAttempt(head, reader) && !head.day().isAfter(today());
          return new Round(
              id,
              head.day(),
              head.departement(),
              head.language(),
              head.by(),
              head.workers(),
              works,
              reader.may(Permission.PLAN_ROUNDS),
              ads);
        }));
  }

  /**
   * Looks whether a round exists for this person.
   *
   * @throws RoundException when it does not
   */
  public void mustExist(UUID id, Person reader) {
    find(id, reader);
  }

  RoundRows.Head find(UUID id, Person reader) {
    return rows.find(id, reader).orElseThrow(RoundException::noSuchRound);
  }

  static boolean mayAttempt(RoundRows.Head head, Person person) {
    return head.workers().contains(person.name()) || person.may(Permission.PLAN_ROUNDS);
  }

  /**
   * Puts one ad into a round by hand.
   *
   * @throws RoundException when the round or the ad does not exist for this person, or a rule keeps
   *     it out
   */
  public void add(UUID round, UUID item, Person lead) {
    transaction.executeWithoutResult(status -> {
      var head = lock(round, lead);
      boolean chosen =
          sql.sql("select count(*) from items i where i.id = :id and " + RoundRows.CHOSEN)
                  .param("id", item)
                  .param("me", lead.id())
                  .query(Integer.class)
                  .single()
              == 1;
      if (!chosen) {
        throw mayExist(item, lead);
      }
      var tokens = contacts.tokensOf(item).orElseThrow(() -> mayExist(item, lead));
      contacts.lock(tokens);
      var standing = contacts.standing(tokens, Planning.endOf(head.day()));
      if (!standing.free()) {
        throw RoundException.blocked(standing, false);
      }
      mustHaveRoom(round, item);
      Refused.explained(() -> {
        sql.sql(
                """
                insert into round_ads (round, place, item_id, worker)
                select :round, coalesce((select max(place) from round_ads where round = :round), 0) + 1,
                  :item, w.worker
                from round_workers w where w.round = :round
                order by (select count(*) from round_ads a
                  where a.round = w.round and a.worker = w.worker), w.place limit 1\
                """)
            .param("round", round)
            .param("item", item)
            .update();
        return true;
      });
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "ADDED");
    });
  }

  /** An ad of one's reach that is not chosen is told from one that does not exist. */
  private RoundException mayExist(UUID item, Person lead) {
    boolean exists =
        sql.sql(
                    "select count(*) from items i where i.id = :id and i.queue = 'ADULT' and "
                        + Reach.of("i", ":me"))
                .param("id", item)
                .param("me", lead.id())
                .query(Integer.class)
                .single()
            == 1;
    return exists
        ? RoundException.conflict(
            "ad-not-chosen", "the decision on this ad is not 'contact in a round'")
        : RoundException.notFound("no-such-item", "there is no such item");
  }

  private void mustHaveRoom(UUID round, UUID item) {
    record Held(int ads, boolean there) {}
    var held =
        sql.sql(
                """
                select count(*) as ads, coalesce(bool_or(item_id = ?), false) as there
                from round_ads where round = ?\
                """)
            .params(item, round)
            .query((row, n) -> new Held(row.getInt("ads"), row.getBoolean("there")))
            .single();
    if (held.there()) {
      throw RoundException.conflict("round-has-ad", "the ad is in this round already");
    }
    if (held.ads() >= RoundFilter.LIMIT) {
      throw RoundException.conflict(
          "round-full", "a round holds " + RoundFilter.LIMIT + " ads at most; plan another");
    }
  }

  /**
   * Takes an ad out of a round, unless something was noted on it there.
   *
   * @throws RoundException when the round does not exist for this person, or it cannot be taken out
   */
  public void remove(UUID round, UUID item, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int gone =
          sql.sql(
                  """
                  delete from round_ads a where a.round = :round and a.item_id = :item
                    and not exists (select 1 from attempts t
                      where t.round = a.round and t.item_id = a.item_id)\
                  """)
              .param("round", round)
              .param("item", item)
              .update();
      if (gone == 0) {
        throw RoundException.conflict(
            "ad-stays", "the ad is not in this round, or something was noted on it here");
      }
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "REMOVED");
    });
  }

  /**
   * Gives an ad of a round to one of its workers.
   *
   * @throws RoundException when round, ad or worker are not there
   */
  public void give(UUID round, UUID item, String worker, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int given =
          sql.sql(
                  """
                  update round_ads a set worker = w.worker
                  from round_workers w join users u on u.id = w.worker
                  where w.round = a.round and u.name = ? and a.round = ? and a.item_id = ?\
                  """)
              .params(worker, round, item)
              .update();
      if (given == 0) {
        throw RoundException.conflict(
            "round-worker", "the ad is not in this round, or that person does not make it");
      }
      audit.write(lead.id(), Deed.ROUND_CHANGED, round.toString(), "GIVEN");
    });
  }

  /**
   * Calls a round off in which nothing was noted.
   *
   * @throws RoundException when it does not exist for this person, or something was noted in it
   */
  public void cancel(UUID round, Person lead) {
    transaction.executeWithoutResult(status -> {
      lock(round, lead);
      int gone =
          sql.sql(
                  """
                  delete from rounds r where r.id = ?
                    and not exists (select 1 from attempts a where a.round = r.id)\
                  """)
              .param(round)
              .update();
      if (gone == 0) {
        throw RoundException.conflict(
            "round-begun", "something was noted in this round: it is not called off any more");
      }
      audit.write(lead.id(), Deed.ROUND_CANCELLED, round.toString(), "");
    });
  }

  private RoundRows.Head lock(UUID round, Person lead) {
    var head = find(round, lead);
    sql.sql("select 1 from rounds where id = ? for update")
        .param(round)
        .query(Integer.class)
        .list();
    return head;
  }

  private static <T> T written(@Nullable T answer) {
    if (answer == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return answer;
  }
}
