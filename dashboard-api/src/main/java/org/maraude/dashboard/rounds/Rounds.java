package org.maraude.dashboard.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Permission;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.paging.DayPlace;
import org.maraude.dashboard.queue.Lookups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows rounds to the people of their team; to others they do not exist. Thread safe. */
public final class Rounds {

  private static final int LISTED = 500;
  private static final int PAST_LISTED = 50;

  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
  private static final LocalDate END = LocalDate.of(3000, 1, 1);
  private static final DayPlace LAST = new DayPlace(END, new UUID(-1, -1));

  private final TransactionTemplate transaction;
  private final RoundRows rows;
  private final Lookups lookups;
  private final Audit audit;
  private final Clock clock;

  public Rounds(
      JdbcClient sql, TransactionTemplate transaction, Lookups lookups, Audit audit, Clock clock) {
    this.transaction = transaction;
    this.rows = new RoundRows(sql);
    this.lookups = lookups;
    this.audit = audit;
    this.clock = clock;
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

  private static <T> T written(@Nullable T answer) {
    if (answer == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return answer;
  }
}
