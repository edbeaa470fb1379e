package org.maraude.dashboard.sink;

import java.util.List;
import org.maraude.events.Topic;
import org.maraude.events.crawl.CrawlCoverage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What share of a day's visits succeeded: the latest telling stands. */
final class CoverageRows implements Rows<CrawlCoverage> {

  private final JdbcClient sql;

  CoverageRows(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.CRAWL_COVERAGE;
  }

  @Override
  public Class<CrawlCoverage> type() {
    return CrawlCoverage.class;
  }

  @Override
  public void write(List<Arrived<CrawlCoverage>> batch) {
    for (var arrived : Rows.lastOfEach(batch)) {
      var coverage = arrived.event();
      if (coverage != null) {
        sql.sql(
                """
                insert into crawl_coverage (site_id, day, planned, successful) values (?, ?, ?, ?)
                on conflict (site_id, day) do update
                set planned = excluded.planned, successful = excluded.successful\
                """)
            .params(coverage.siteId(), coverage.day(), coverage.planned(), coverage.successful())
            .update();
      }
    }
  }
}
