package org.maraude.dashboard.sink;

import java.sql.Timestamp;
import java.util.List;
import org.maraude.events.Topic;
import org.maraude.events.ads.AdGone;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item whose ad has left its site says so, and stays: the person behind it may need support. */
final class GoneRows implements Rows<AdGone> {

  private final JdbcClient sql;

  GoneRows(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.ADS_GONE;
  }

  @Override
  public Class<AdGone> type() {
    return AdGone.class;
  }

  @Override
  public void write(List<Arrived<AdGone>> batch) {
    for (var arrived : Rows.lastOfEach(batch)) {
      var gone = arrived.event();
      if (gone != null) {
        sql.sql("update items set gone_at = ? where ad_id = ?")
            .params(Timestamp.from(gone.firstMissedAt()), gone.adId())
            .update();
      }
    }
  }
}
