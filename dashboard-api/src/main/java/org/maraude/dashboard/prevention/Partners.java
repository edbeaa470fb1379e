package org.maraude.dashboard.prevention;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who passes a campaign's posts on, and what they passed on when. Thread safe. */
public final class Partners {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Campaigns campaigns;
  private final Posts posts;
  private final Audit audit;
  private final Supplier<UUID> ids;

  public Partners(
      JdbcClient sql,
      TransactionTemplate transaction,
      Campaigns campaigns,
      Posts posts,
      Audit audit,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.posts = posts;
    this.audit = audit;
    this.ids = ids;
  }

  /** All of a campaign, by name. */
  public List<Partner> of(UUID campaign, Person reader) {
    campaigns.of(campaign, reader);
    return sql.sql("select * from partners where campaign = ? order by name")
        .param(campaign)
        .query((row, n) -> new Partner(row.getObject("id", UUID.class), row.getString("name")))
        .list();
  }

  /**
   * Adds one; a name that is there already changes nothing.
   *
   * @throws PreventionException when the name does not do
   */
  public Partner add(UUID campaign, String name, Person by) {
    campaigns.of(campaign, by);
    var fit = Words.line("partner-name", name, 120, true);
    var id =
        transaction.execute(status -> {
          int added =
              sql.sql(
                      "insert into partners (id, campaign, name) values (?, ?, ?) on conflict do nothing")
                  .params(ids.get(), campaign, fit)
                  .update();
          var found =
              sql.sql("select id from partners where campaign = ? and name = ?")
                  .params(campaign, fit)
                  .query(UUID.class)
                  .single();
          if (added > 0) {
            audit.write(by.id(), Deed.PARTNER_ADDED, campaign.toString(), found.toString());
          }
          return found;
        });
    return new Partner(Objects.requireNonNull(id), fit);
  }

  /** What was passed on of a campaign, the latest first. */
  public List<Relay> relays(UUID campaign, Person reader) {
    campaigns.of(campaign, reader);
    return sql.sql(
            """
            select r.*, p.name from relays r join partners p on p.id = r.partner
            where p.campaign = ? order by r.day desc, p.name limit 2000\
            """)
        .param(campaign)
        .query((row, n) ->
            new Relay(
                row.getObject("partner", UUID.class),
                row.getString("name"),
                row.getObject("post", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("link")))
        .list();
  }

  /**
   * Notes that a partner passed a post on; the same partner, post and day twice is one.
   *
   * @param link empty, or an address that begins with https:// or http://
   * @throws PreventionException when the post is not published or partner or link do not do
   */
  public void relayed(UUID post, UUID partner, LocalDate day, @Nullable String link, Person by) {
    var of = posts.of(post, by);
    if (of.status() != PostStatus.PUBLISHED) {
      throw PreventionException.meanwhile(
          "post-not-published", "only what was published is passed on");
    }
    if (this.of(of.campaign(), by).stream().noneMatch(each -> each.id().equals(partner))) {
      throw PreventionException.unfit("partner-unknown", "the partner is none of this campaign");
    }
    var fit = link(link);
    transaction.executeWithoutResult(status -> {
      sql.sql(
              """
              insert into relays (partner, post, day, link) values (?, ?, ?, ?)
              on conflict (partner, post, day) do update set link = excluded.link\
              """)
          .params(partner, post, day, fit)
          .update();
      audit.write(by.id(), Deed.RELAY_NOTED, of.campaign().toString(), post + " " + partner);
    });
  }

  /** Nothing but an address of the web is ever a link on a page. */
  private static String link(@Nullable String typed) {
    var line = Words.line("relay-link", typed, 500, false);
    var lower = line.toLowerCase(Locale.ROOT);
    if (!line.isEmpty() && !lower.startsWith("https://") && !lower.startsWith("http://")) {
      throw PreventionException.unfit("link-unfit", "a link begins with https://");
    }
    return line;
  }
}
