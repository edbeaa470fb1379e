package org.maraude.dashboard.exports.release;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.maraude.dashboard.accounts.Person;
import org.maraude.dashboard.accounts.Role;
import org.maraude.dashboard.audit.Audit;
import org.maraude.dashboard.exports.packages.Kind;
import org.maraude.dashboard.exports.packages.SigningKey;
import org.maraude.dashboard.exports.table.Areas;
import org.maraude.dashboard.exports.table.Grid;
import org.maraude.dashboard.exports.table.Quarter;
import org.maraude.dashboard.schema.Schema;
import org.maraude.testkit.PostgresForTests;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with a quarter of invented volumes and the people who ask and decide. */
final class ReleaseWorld implements AutoCloseable {

  static final Areas AREAS =
      new Areas(
          Map.of("22", "53", "29", "53", "35", "53", "44", "52", "49", "52", "971", "01"),
          Map.of());
  static final Instant NOW = Instant.parse("2026-07-20T08:00:00Z");
  static final Quarter FIRST = new Quarter(2026, 1);
  static final String RESEARCHER = "researcher";
  static final SigningKey SIGNING = new SigningKey(new byte[32]);

  final PostgresForTests.Database at;
  final HikariDataSource database;
  final JdbcClient sql;
  final TransactionTemplate transaction;
  final Person researcher;
  final Person lead;
  final Person analyst;

  /** What its clocks show. */
  Instant now = NOW;

  /** What releases are called that are asked for. */
  Supplier<UUID> ids = UUID::randomUUID;

  private ReleaseWorld(PostgresForTests.Database at) {
    this.at = at;
    database = new HikariDataSource();
    database.setJdbcUrl(at.jdbcUrl());
    database.setUsername(at.user());
    database.setPassword(at.password());
    Schema.migrate(database);
    sql = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    researcher = person(RESEARCHER, Role.RESEARCHER);
    lead = person("lead", Role.LEAD);
    analyst = person("analyst", Role.ANALYST);
  }

  /** The same each time. */
  static ReleaseWorld filled() {
    var world = new ReleaseWorld(PostgresForTests.fresh());
    world.fill();
    return world;
  }

  private void fill() {
    var random = new Random(11);
    var rows = new ArrayList<Object[]>();
    var departements = List.of("22", "29", "35", "44", "49", "971", "=1+1");
    for (int i = 0; i < 600; i++) {
      var home = i % 100 == 0 ? "971" : departements.get(random.nextInt(5));
      for (int month = 1; month <= 3; month++) {
        if (random.nextInt(4) > 0) {
          rows.add(volume("group-" + i, LocalDate.of(2026, month, 1 + random.nextInt(28)), home));
        }
      }
    }
    rows.add(volume("injected", FIRST.first(), "=1+1"));
    // One advertiser everywhere, every day.
    for (int day = 0; day < 90; day++) {
      for (var departement : departements) {
        rows.add(volume("everywhere", FIRST.first().plusDays(day), departement));
      }
    }
    new JdbcTemplate(database)
        .batchUpdate(
            """
            insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
              returning_ads, live_ads, gone_ads) values (?, ?, 'demo-a', ?, '?', 1, 0, 1, 0)
            on conflict do nothing\
            """,
            rows);
  }

  private static Object[] volume(String advertiser, LocalDate day, String departement) {
    return new Object[] {advertiser, day, departement};
  }

  Person person(String name, Role role) {
    var id =
        sql.sql("insert into users (name, technical, created_at) values (?, true, ?) returning id")
            .params(name, Timestamp.from(NOW))
            .query(UUID.class)
            .single();
    return new Person(id, name, Set.of(role));
  }

  Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  Releases releases() {
    return new Releases(sql);
  }

  Asking asking() {
    return new Asking(
        sql,
        transaction,
        releases(),
        new Budgets(sql, clock()),
        new Audit(sql, clock()),
        clock(),
        ids);
  }

  Deciding deciding() {
    return new Deciding(sql, transaction, releases(), new Audit(sql, clock()));
  }

  Taking taking() {
    var links = new DownloadLink(new byte[32]);
    return new Taking(sql, transaction, releases(), links, new Audit(sql, clock()), clock());
  }

  /** With the noise of zeros, unless a key is given. */
  ReleaseWork work(byte... key) {
    return ReleaseWork.over(
        database, key.length == 0 ? new byte[32] : key, SIGNING, AREAS, clock());
  }

  Release publicOne(Grid grid, Quarter quarter, int epsilon) {
    var ask = Ask.of(Kind.PUBLIC, grid, quarter.toString(), epsilon, null, asking().today());
    return asking().ask(ask, researcher, null);
  }

  /** Asked for under agreement and approved by both. */
  Release approved(Grid grid) {
    var ask = Ask.of(Kind.RESEARCH, grid, FIRST.toString(), null, "Agreement 1", asking().today());
    var asked = asking().ask(ask, researcher, null);
    deciding().approve(asked.id(), lead);
    return deciding().approve(asked.id(), analyst);
  }

  byte[] taken(Release release) {
    return taken(release, taking().link(release));
  }

  byte[] taken(Release release, String link) {
    var query = link.split("[=&]");
    return taking()
        .take(
            release.id(),
            String.valueOf(release.file()),
            Long.parseLong(query[1]),
            query[3],
            researcher);
  }

  long count(String query) {
    return sql.sql(query).query(Long.class).single();
  }

  @Override
  public void close() {
    database.close();
  }
}
