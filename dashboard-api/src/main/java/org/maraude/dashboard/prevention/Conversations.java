package org.maraude.dashboard.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.calendar.Paris;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of conversations that a campaign led to. Thread safe. */
public final class Conversations {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  public Conversations(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    this.sql = sql;
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All of a campaign, the latest day first.
   *
   * @throws PreventionException when there is no such campaign for this person
   */
  public List<Talks> of(UUID campaign, Person reader) {
    campaigns.of(campaign, reader);
    return sql.sql(
            "select * from conversations where campaign = ? order by day desc, theme, orientation")
        .param(campaign)
        .query((row, n) ->
            new Talks(
                row.getObject("day", LocalDate.class),
                row.getObject("theme", UUID.class),
                Orientation.valueOf(row.getString("orientation")),
                row.getInt("number")))
        .list();
  }

  /**
   * Notes how many there were; what stood there for day, theme and orientation is replaced, so that
   * the same twice counts once.
   *
   * @throws PreventionException when the day or the theme is none of the campaign's
   */
  public void count(UUID campaign, Talks talks, Person by) {
    var of = campaigns.of(campaign, by);
    if (talks.day().isBefore(of.firstDay()) || talks.day().isAfter(Paris.day(clock.instant()))) {
      throw PreventionException.unfit(
          "talks-day", "a day from the campaign's first one until today");
    }
    boolean known =
        talks.theme() == null
            || of.themes().stream().anyMatch(each -> each.id().equals(talks.theme()));
    if (!known) {
      throw PreventionException.unfit("talks-theme", "the theme is none of this campaign");
    }
    transaction.executeWithoutResult(status -> {
      sql.sql(
              """
              delete from conversations where campaign = ? and day = ?
                and theme is not distinct from ?::uuid and orientation = ?\
              """)
          .params(Arrays.asList(campaign, talks.day(), talks.theme(), talks.orientation().name()))
          .update();
      if (talks.number() > 0) {
        sql.sql(
                """
                insert into conversations (campaign, day, theme, orientation, number)
                values (?, ?, ?::uuid, ?, ?)
                on conflict (campaign, day, theme, orientation) do update set number = excluded.number\
                """)
            .params(
                Arrays.asList(
                    campaign,
                    talks.day(),
                    talks.theme(),
                    talks.orientation().name(),
                    talks.number()))
            .update();
      }
      audit.write(
          by.id(),
          Deed.CONVERSATIONS_COUNTED,
          campaign.toString(),
          talks.day() + " " + talks.orientation());
    });
  }
}
