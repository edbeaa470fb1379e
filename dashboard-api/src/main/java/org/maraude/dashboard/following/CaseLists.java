package org.maraude.dashboard.following;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maraude.contacts.CaseKeys;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.calendar.Paris;
import org.maraude.dashboard.paging.BadQueryException;
import org.maraude.dashboard.paging.DayPlace;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of cases for one reader: what is due, theirs, their team's, and those that ended. */
public final class CaseLists {

  /** Which cases. */
  public enum Which {
    /**
     * Open, accompanied by the reader, due by today or without a date: nobody is to be forgotten.
     */
    DUE,
    /** Open and accompanied by the reader. */
    MINE,
    /** All open ones of the team. */
    TEAM,
    /** The team's that ended. */
    CLOSED
  }

  private static final int PAGE = 50;
  private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);

  private final JdbcClient sql;
  private final CaseSeal seal;
  private final Clock clock;

  public CaseLists(JdbcClient sql, CaseKeys keys, Clock clock) {
    this.sql = sql;
    this.seal = new CaseSeal(keys);
    this.clock = clock;
  }

  /** What is due by today for a person. */
  public int due(Person person) {
    return sql.sql(
            """
            select count(*) from cases c where c.worker = ? and c.closed_on is null and %s
              and (c.next_on <= ? or c.next_on is null)\
            """
                .formatted(CaseRows.OF_TEAM))
        .params(person.id(), person.id(), Date.valueOf(today()))
        .query(Integer.class)
        .single();
  }

  /**
   * A page of cases: what has no date first, then by the next date; closed ones from the latest on.
   *
   * @param cursor where an earlier page ended; null for the beginning
   * @throws BadQueryException when the cursor is none of ours
   */
  public CaseList list(Which which, @Nullable String cursor, Person reader) {
    var today = today();
    var params = new ArrayList<Object>(List.of(reader.id()));
    var condition =
        switch (which) {
          case DUE -> {
            params.add(reader.id());
            params.add(Date.valueOf(today));
            yield "c.closed_on is null and c.worker = ? and (c.next_on <= ? or c.next_on is null)";
          }
          case MINE -> {
            params.add(reader.id());
            yield "c.closed_on is null and c.worker = ?";
          }
          case TEAM -> "c.closed_on is null";
          case CLOSED -> "c.closed_on is not null";
        };
    boolean closed = which == Which.CLOSED;
    var place = closed ? "c.closed_on" : "coalesce(c.next_on, '0001-01-01'::date)";
    if (cursor != null) {
      var from = DayPlace.decoded(cursor);
      condition += " and (%s, c.id) %s (?, ?)".formatted(place, closed ? "<" : ">");
      params.add(Date.valueOf(from.day()));
      params.add(from.id());
    }
    var rows =
        sql.sql(
                "select %s from cases c where %s and %s order by %s %s, c.id %s limit %d"
                    .formatted(
                        CaseRow.COLUMNS,
                        CaseRows.OF_TEAM,
                        condition,
                        place,
                        closed ? "desc" : "",
                        closed ? "desc" : "",
                        PAGE + 1))
            .params(params)
            .query((row, n) -> CaseRow.of(row))
            .list();
    var shown = rows.subList(0, Math.min(PAGE, rows.size()));
    var next = rows.size() > PAGE ? place(shown.getLast(), closed).encoded() : null;
    return new CaseList(shown.stream().map(row -> line(row, today)).toList(), next);
  }

  private CaseLine line(CaseRow row, LocalDate today) {
    @Nullable String name = null;
    var next = "";
    try {
      var everyday = seal.part(row.id(), Parts.Everyday.class, row.everyday());
      name = everyday.name();
      next = everyday.next();
    } catch (CaseException e) {
      // Its key is gone: the line says so instead of taking the whole list away.
    }
    return new CaseLine(
        row.id(),
        name,
        next,
        row.workerName(),
        row.departement(),
        row.nextOn(),
        row.lastContactOn(),
        row.closedOn(),
        CaseLine.late(row.nextOn(), today));
  }

  private LocalDate today() {
    return Paris.day(clock.instant());
  }

  /** Where a page ends. */
  private static DayPlace place(CaseRow row, boolean closed) {
    var day = closed ? row.closedOn() : row.nextOn();
    return new DayPlace(day == null ? NO_DATE : day, row.id());
  }
}
