package org.maraude.dashboard.sink;

import java.util.ArrayList;
import java.util.List;
import org.maraude.events.Topic;
import org.maraude.events.volume.AdVolume;
import org.springframework.jdbc.core.JdbcTemplate;

/** The latest count of each key stands; a deleted key goes. */
final class VolumeRows implements Rows<AdVolume> {

  private static final int KEY_PARTS = 5;

  private final JdbcTemplate sql;

  VolumeRows(JdbcTemplate sql) {
    this.sql = sql;
  }

  @Override
  public Topic topic() {
    return Topic.ADS_VOLUME;
  }

  @Override
  public Class<AdVolume> type() {
    return AdVolume.class;
  }

  @Override
  public void write(List<Arrived<AdVolume>> batch) {
    var rows = new ArrayList<Object[]>();
    for (var arrived : Rows.lastOfEach(batch)) {
      var volume = arrived.event();
      if (volume == null) {
        delete(arrived.key());
      } else {
        rows.add(
            new Object[] {
              volume.advertiser(),
              volume.day(),
              volume.siteId(),
              volume.departement(),
              volume.category(),
              volume.newAds(),
              volume.returning(),
              volume.live(),
              volume.gone()
            });
      }
    }
    sql.batchUpdate(
        """
        insert into ad_volumes (advertiser, day, site_id, departement, category, new_ads,
          returning_ads, live_ads, gone_ads) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (advertiser, day, site_id, departement, category) do update
        set new_ads = excluded.new_ads, returning_ads = excluded.returning_ads,
          live_ads = excluded.live_ads, gone_ads = excluded.gone_ads\
        """,
        rows);
  }

  private void delete(String key) {
    var parts = key.split("\\|", -1);
    if (parts.length == KEY_PARTS) {
      sql.update(
          """
          delete from ad_volumes where advertiser = ? and day = ?::date and site_id = ?
            and departement = ? and category = ?\
          """,
          (Object[]) parts);
    }
  }
}
