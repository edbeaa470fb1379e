package org.maraude.dashboard.sink;

import java.util.List;
import org.maraude.events.Topic;
import org.maraude.events.volume.AdvertiserMerged;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which advertisers turned out to be one: the database counts them once from then on, and on the
 * days before. What has merged stays so.
 */
final class MergedRows implements Rows<AdvertiserMerged> {

  private final JdbcClient sql;

  MergedRows(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.ADVERTISERS_MERGED;
  }

  @Override
  public Class<AdvertiserMerged> type() {
    return AdvertiserMerged.class;
  }

  @Override
  public void write(List<Arrived<AdvertiserMerged>> batch) {
    for (var arrived : batch) {
      var merged = arrived.event();
      if (merged != null) {
        sql.sql("select merge_advertisers(?, ?)")
            .params(merged.oldId(), merged.newId())
            .query(row -> {});
      }
    }
  }
}
