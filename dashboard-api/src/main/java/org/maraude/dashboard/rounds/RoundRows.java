package org.maraude.dashboard.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Reach;
import org.maraude.dashboard.paging.DayPlace;
import org.maraude.dashboard.queue.ItemPage;
import org.maraude.events.EventJson;
import org.maraude.events.assessment.Assessment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds and the ads in them, as far as one reader's team reaches. */
final class RoundRows {

  /** An ad that a person chose for a contact, which nobody has before them to judge it blind. */
  static final String CHOSEN =
      """
      i.queue = 'ADULT' and i.status = 'DECIDED' and i.outcome = 'CONTACT_IN_ROUND'
        and not exists (select 1 from double_reads d
          where d.item_id = i.id and d.reader = :me and d.outcome is null)
        and\
      """
          + " "
          + Reach.of("i", ":me");

  private static final String OF_MY_TEAM = "r.team = (select u.team from users u where u.id = :me)";

  private static final String LINES =
      """
      select r.id, r.day, r.departement, r.language,
        array(select u.name from round_workers w join users u on u.id = w.worker
          where w.round = r.id order by w.place) as workers,
        (select count(*) from round_ads a where a.round = r.id) as ads,
        (select count(distinct a.item_id) from attempts a where a.round = r.id) as tried,
        exists (select 1 from round_workers w
          where w.round = r.id and w.worker = :me) as mine
      from rounds r where %s\
      """;

  private final JdbcClient sql;
  private final ContactRows contacts;

  RoundRows(JdbcClient sql) {
    this.sql = sql;
    this.contacts = new ContactRows(sql);
  }

  /** A round without its ads. */
  record Head(
      UUID id,
      LocalDate day,
      @Nullable String departement,
      @Nullable String language,
      String by,
      List<String> workers) {}

  Optional<Head> find(UUID id, Person reader) {
    return sql.sql(
            """
            select r.id, r.day, r.departement, r.language, m.name as by_name,
              array(select u.name from round_workers w join users u on u.id = w.worker
                where w.round = r.id order by w.place) as workers
            from rounds r join users m on m.id = r.made_by
            where r.id = :id and\
            """
                + " "
                + OF_MY_TEAM)
        .param("id", id)
        .param("me", reader.id())
        .query((row, n) ->
            new Head(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("departement"),
                row.getString("language"),
                row.getString("by_name"),
                List.of((String[]) row.getArray("workers").getArray())))
        .optional();
  }

  /**
   * The team's rounds, the latest day first.
   *
   * @param from first day
   * @param to last day
   * @param skipped so many of the latest are left out
   */
  List<RoundLine> lines(Person reader, LocalDate from, LocalDate to, int skipped, int most) {
    return sql.sql(
            LINES.formatted(OF_MY_TEAM)
                + """
                 and r.day between :from and :to
                order by r.day desc, r.made_at desc, r.id limit :most offset :skipped\
                """)
        .param("me", reader.id())
        .param("from", from)
        .param("to", to)
        .param("skipped", skipped)
        .param("most", most)
        .query(RoundRows::line)
        .list();
  }

  /**
   * The team's rounds by day and id, the latest first.
   *
   * @param place behind which they stand
   */
  List<RoundLine> after(Person reader, DayPlace place, int most) {
    return sql.sql(
            LINES.formatted(OF_MY_TEAM)
                + " and (r.day, r.id) < (:day, :id) order by r.day desc, r.id desc limit :most")
        .param("me", reader.id())
        .param("day", place.day())
        .param("id", place.id())
        .param("most", most)
        .query(RoundRows::line)
        .list();
  }

  private static RoundLine line(ResultSet row, int n) throws SQLException {
    return new RoundLine(
        row.getObject("id", UUID.class),
        row.getObject("day", LocalDate.class),
        row.getString("departement"),
        row.getString("language"),
        List.of((String[]) row.getArray("workers").getArray()),
        row.getInt("ads"),
        row.getInt("tried"),
        row.getBoolean("mine"));
  }

  private record Found(
      int place,
      UUID itemId,
      String adId,
      String siteId,
      @Nullable String departement,
      String language,
      String worker,
      boolean gone,
      Set<String> tokens,
      String assessment) {}

  List<RoundAd> ads(UUID round, Person reader, java.time.Instant now) {
    var found =
        sql.sql(
                """
                select a.place, i.id, i.ad_id, i.site_id, i.departement, i.language, u.name,
                  i.gone_at is not null as gone, i.tokens, i.assessment
                from round_ads a join items i on i.id = a.item_id join users u on u.id = a.worker
                where a.round = :round and\
                """
                    + " "
                    + CHOSEN
                    + " order by a.place")
            .param("round", round)
            .param("me", reader.id())
            .query((row, n) ->
                new Found(
                    row.getInt("place"),
                    row.getObject("id", UUID.class),
                    row.getString("ad_id"),
                    row.getString("site_id"),
                    row.getString("departement"),
                    row.getString("language"),
                    row.getString("name"),
                    row.getBoolean("gone"),
                    Set.copyOf(Arrays.asList((String[]) row.getArray("tokens").getArray())),
                    row.getString("assessment")))
            .list();
    var tokens = new HashSet<String>();
    found.forEach(ad -> tokens.addAll(ad.tokens()));
    var attempts = contacts.attempts(tokens, reader);
    var registered = contacts.registered(tokens);
    var ads = new ArrayList<RoundAd>();
    for (var ad : found) {
      var earlier = attempts.stream().filter(each -> ad.tokens().contains(each.token())).toList();
      var standing =
          Silence.of(
              ad.tokens().stream().anyMatch(registered::contains),
              earlier.stream().map(RoundRows::tried).toList(),
              now);
      ads.add(
          new RoundAd(
              ad.place(),
              ad.itemId(),
              ad.adId(),
              ad.siteId(),
              ad.departement(),
              ad.language(),
              ad.worker(),
              ad.gone(),
              masked(ad.assessment()),
              standing,
              earlier));
    }
    return ads;
  }

  static Silence.Tried tried(PastAttempt attempt) {
    return new Silence.Tried(attempt.at(), attempt.outcome(), attempt.wish());
  }

  private static List<ItemPage.MaskedContact> masked(String assessment) {
    return EventJson.readLine(assessment, Assessment.class).contacts().stream()
        .map(contact ->
            new ItemPage.MaskedContact(
                contact.kind(), contact.token(), contact.masked(), contact.obfuscated()))
        .toList();
  }
}
