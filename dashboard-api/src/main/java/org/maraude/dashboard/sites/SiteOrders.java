package org.maraude.dashboard.sites;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.audit.Deed;
import org.maraude.dashboard.outbox.Outbox;
import org.maraude.dashboard.queue.KeyReusedException;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlControl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes orders to the crawler. The order, its audit line and what the crawler is told stand or fall
 * in one transaction, and orders reach the crawler in the order in which they were given.
 */
public final class SiteOrders {

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public SiteOrders(
      JdbcClient sql,
      TransactionTemplate transaction,
      Audit audit,
      Outbox outbox,
      Clock clock,
      Supplier<UUID> ids) {
    this.sql = sql;
    this.transaction = transaction;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Gives an order.
   *
   * @param siteId {@link CrawlControl#ALL_SITES} for every site
   * @param note shown to everybody who sees the sites
   * @param idempotencyKey the same key with the same request gives the first answer again
   * @throws NoSuchSiteException when the crawler told of no such site
   * @throws SiteOrder.InvalidOrderException when the reason is missing
   * @throws KeyReusedException when the key stood with another request
   */
  public SiteOrder give(
      String siteId,
      CrawlControl.Order order,
      @Nullable OrderReason reason,
      String note,
      Person person,
      @Nullable String idempotencyKey) {
    requireKnown(siteId);
    var checked = SiteOrder.checked(reason, note);
    // PostgreSQL keeps microseconds: a repeat must give the same answer to the digit.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var given =
        transaction.execute(status -> {
          // Two orders at once would reach the crawler in an order that nobody can see here.
          sql.sql("lock table site_orders in share row exclusive mode").update();
          var repeat = repeated(siteId, order, checked, person, idempotencyKey);
          return repeat.orElseGet(
              () -> insert(siteId, order, checked, note, person, idempotencyKey, now));
        });
    if (given == null) {
      throw new IllegalStateException("a transaction without an answer");
    }
    return given;
  }

  /** The name of a site. */
  public String nameOf(String siteId) {
    return sql.sql("select name from site_status where site_id = ?")
        .param(siteId)
        .query(String.class)
        .optional()
        .orElseThrow(NoSuchSiteException::new);
  }

  private void requireKnown(String siteId) {
    if (!siteId.equals(CrawlControl.ALL_SITES)) {
      var unused = nameOf(siteId);
    }
  }

  private Optional<SiteOrder> repeated(
      String siteId,
      CrawlControl.Order order,
      OrderReason reason,
      Person person,
      @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    var earlier =
        sql.sql(
                """
                select o.*, u.name from site_orders o join users u on u.id = o.ordered_by
                where o.ordered_by = ? and o.idempotency_key = ?\
                """)
            .params(person.id(), key)
            .query((row, n) -> read(row))
            .optional();
    earlier.ifPresent(known -> {
      if (!known.siteId().equals(siteId) || known.order() != order || known.reason() != reason) {
        throw new KeyReusedException();
      }
    });
    return earlier;
  }

  private SiteOrder insert(
      String siteId,
      CrawlControl.Order order,
      OrderReason reason,
      String note,
      Person person,
      @Nullable String key,
      Instant now) {
    var given = new SiteOrder(ids.get(), siteId, order, reason, note, person.name(), now);
    sql.sql(
            """
            insert into site_orders
              (id, site_id, action, reason, note, ordered_by, ordered_at, idempotency_key)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                given.id(),
                siteId,
                order.name(),
                reason.name(),
                note,
                person.id(),
                Timestamp.from(now),
                key))
        .update();
    var role = Role.ADMIN.name().toLowerCase(Locale.ROOT);
    outbox.add(given.id(), Topic.CRAWL_CONTROL, siteId, new CrawlControl(siteId, order, now, role));
    var deed = order == CrawlControl.Order.PAUSE ? Deed.SITE_PAUSED : Deed.SITE_RESUMED;
    audit.write(person.id(), deed, siteId, reason.name());
    return given;
  }

  /** The order in a row that has the user's name beside it. */
  static SiteOrder read(ResultSet row) throws SQLException {
    return new SiteOrder(
        row.getObject("id", UUID.class),
        row.getString("site_id"),
        CrawlControl.Order.valueOf(row.getString("action")),
        OrderReason.valueOf(row.getString("reason")),
        row.getString("note"),
        row.getString("name"),
        row.getTimestamp("ordered_at").toInstant());
  }
}
