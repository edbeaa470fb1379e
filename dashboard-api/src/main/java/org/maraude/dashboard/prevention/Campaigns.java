package org.maraude.dashboard.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The campaigns of a person's team, with their themes. Thread safe. */
public final class Campaigns {

  private static final int PAGE = 50;
  private static final Position FIRST =
      new Position(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;
  private final Once once;

  public Campaigns(
      JdbcClient sql,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
    this.once = new Once(sql, clock, ids);
  }

  /** The latest first, {@value #PAGE} at a time. */
  public Listed<Campaign> list(Person reader, @Nullable String cursor) {
    var from = cursor == null ? FIRST : Position.decoded(cursor);
    var found =
        sql.sql(
                """
                select * from campaigns c where %s and (c.first_day, c.id) < (?, ?)
                order by c.first_day desc, c.id desc limit ?\
                """
                    .formatted(OwnTeam.CONDITION))
            .params(
                reader.id(), LocalDate.ofInstant(from.at(), ZoneOffset.UTC), from.id(), PAGE + 1)
            .query((row, n) -> bare(row))
            .list();
    var page = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
    page.replaceAll(each -> with(each, themes(each.id())));
    return new Listed<>(page, found.size() > PAGE ? position(page.getLast()).encoded() : null);
  }

  private static Position position(Campaign campaign) {
    return new Position(
        campaign.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant(), campaign.id());
  }

  /**
   * One of them.
   *
   * @throws PreventionException when there is none of that id for this person
   */
  public Campaign of(UUID id, Person reader) {
    return sql.sql("select * from campaigns c where c.id = ? and " + OwnTeam.CONDITION)
        .params(id, reader.id())
        .query((row, n) -> bare(row))
        .optional()
        .map(each -> with(each, themes(id)))
        .orElseThrow(() -> PreventionException.missing("campaign"));
  }

  /**
   * Makes one for the person's team.
   *
   * @param key null, or what makes the second of two same requests find the first one's campaign
   */
  public Campaign make(Campaign.Draft draft, Person by, @Nullable String key) {
    var made =
        transaction.execute(status ->
            once.make(
                by,
                key,
                draft,
                id -> {
                  sql.sql(
                          """
                          insert into campaigns (id, team, name, aim, first_day, last_day, made_at)
                          values (?, (select team from users where id = ?), ?, ?, ?, ?, ?)\
                          """)
                      .params(
                          id,
                          by.id(),
                          draft.name(),
                          draft.aim(),
                          draft.firstDay(),
                          draft.lastDay(),
                          Timestamp.from(clock.instant()))
                      .update();
                  audit.write(by.id(), Deed.CAMPAIGN_MADE, id.toString(), "");
                }));
    return of(Objects.requireNonNull(made), by);
  }

  /**
   * Gives one another name, aim or days.
   *
   * @throws PreventionException when it is not there, or a theme or post would lie outside
   */
  public Campaign change(UUID id, Campaign.Draft draft, Person by) {
    of(id, by);
    transaction.executeWithoutResult(status -> {
      lock(id);
      var outside =
          sql.sql(
                  """
                  select (select count(*) from themes
                      where campaign = :id and (first_day < :first or last_day > :last))
                    + (select count(*) from posts where campaign = :id
                      and (planned_at at time zone 'Europe/Paris')::date not between :first and :last)\
                  """)
              .param("id", id)
              .param("first", draft.firstDay())
              .param("last", draft.lastDay())
              .query(Long.class)
              .single();
      if (outside > 0) {
        throw PreventionException.unfit(
            "campaign-holds-more", "a theme or a post lies outside of these days");
      }
      sql.sql("update campaigns set name = ?, aim = ?, first_day = ?, last_day = ? where id = ?")
          .params(draft.name(), draft.aim(), draft.firstDay(), draft.lastDay(), id)
          .update();
      audit.write(by.id(), Deed.CAMPAIGN_CHANGED, id.toString(), "");
    });
    return of(id, by);
  }

  /**
   * Puts a theme into a campaign.
   *
   * @throws PreventionException when its days do not do
   */
  public Theme addTheme(UUID campaign, Theme.Draft draft, Person by, @Nullable String key) {
    of(campaign, by);
    var made =
        transaction.execute(status ->
            once.make(
                by,
                key,
                List.of(campaign, draft),
                id -> {
                  lock(campaign);
                  var theme = draft.in(of(campaign, by), themes(campaign), id);
                  sql.sql(
                          """
                          insert into themes (id, campaign, title, message, first_day, last_day)
                          values (?, ?, ?, ?, ?, ?)\
                          """)
                      .params(
                          id,
                          campaign,
                          theme.title(),
                          theme.message(),
                          theme.firstDay(),
                          theme.lastDay())
                      .update();
                  audit.write(by.id(), Deed.THEME_SET, campaign.toString(), id.toString());
                }));
    return theme(Objects.requireNonNull(made), by);
  }

  /**
   * Gives a theme other words or days.
   *
   * @throws PreventionException when it is not there, or its days do not do
   */
  public Theme changeTheme(UUID id, Theme.Draft draft, Person by) {
    var campaign = campaignOfTheme(id, by);
    transaction.executeWithoutResult(status -> {
      lock(campaign);
      var others = themes(campaign).stream().filter(each -> !each.id().equals(id)).toList();
      var theme = draft.in(of(campaign, by), others, id);
      sql.sql("update themes set title = ?, message = ?, first_day = ?, last_day = ? where id = ?")
          .params(theme.title(), theme.message(), theme.firstDay(), theme.lastDay(), id)
          .update();
      audit.write(by.id(), Deed.THEME_SET, campaign.toString(), id.toString());
    });
    return theme(id, by);
  }

  /**
   * The campaign of a theme.
   *
   * @throws PreventionException when there is no such theme for this person
   */
  public UUID campaignOfTheme(UUID theme, Person reader) {
    return sql.sql(
            "select c.id from themes t join campaigns c on c.id = t.campaign where t.id = ? and "
                + OwnTeam.CONDITION)
        .params(theme, reader.id())
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> PreventionException.missing("theme"));
  }

  private Theme theme(UUID id, Person reader) {
    return themes(campaignOfTheme(id, reader)).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> PreventionException.missing("theme"));
  }

  /** Two who set themes at once must see each other's. */
  private void lock(UUID campaign) {
    sql.sql("select 1 from campaigns where id = ? for update").param(campaign).query().listOfRows();
  }

  private List<Theme> themes(UUID campaign) {
    return sql.sql("select * from themes where campaign = ? order by first_day")
        .param(campaign)
        .query((row, n) ->
            new Theme(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("message"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class)))
        .list();
  }

  private static Campaign bare(ResultSet row) throws SQLException {
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("aim"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        List.of());
  }

  private static Campaign with(Campaign bare, List<Theme> themes) {
    return new Campaign(
        bare.id(), bare.name(), bare.aim(), bare.firstDay(), bare.lastDay(), themes);
  }
}
