package org.maraude.dashboard.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maraude.dashboard.review.QueueKind;

/** An item's row without its text. */
record StoredItem(
    UUID id,
    String adId,
    QueueKind queue,
    String status,
    int round,
    Instant flaggedAt,
    double score,
    int revision,
    String siteId,
    @Nullable String departement,
    String language,
    @Nullable Instant goneAt,
    @Nullable UUID holder,
    @Nullable String holderName,
    @Nullable Instant leaseUntil,
    long fence,
    @Nullable Integer shownRevision) {

  static final String COLUMNS =
      """
      i.id, i.ad_id, i.queue, i.status, i.round, i.flagged_at, i.score, i.revision, i.site_id, \
      i.departement, i.language, i.gone_at, i.holder, \
      (select u.name from users u where u.id = i.holder) as holder_name, \
      i.lease_until, i.fence, i.shown_revision\
      """;

  static StoredItem of(ResultSet row) throws SQLException {
    return new StoredItem(
        row.getObject("id", UUID.class),
        row.getString("ad_id"),
        QueueKind.valueOf(row.getString("queue")),
        row.getString("status"),
        row.getInt("round"),
        row.getTimestamp("flagged_at").toInstant(),
        row.getDouble("score"),
        row.getInt("revision"),
        row.getString("site_id"),
        row.getString("departement"),
        row.getString("language"),
        instant(row.getTimestamp("gone_at")),
        row.getObject("holder", UUID.class),
        row.getString("holder_name"),
        instant(row.getTimestamp("lease_until")),
        row.getLong("fence"),
        row.getObject("shown_revision", Integer.class));
  }

  static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  boolean open() {
    return status.equals("WAITING") || status.equals("SECOND_OPINION");
  }

  ItemStatus shown(Instant now) {
    return switch (status) {
      case "WAITING", "SECOND_OPINION" -> held(now) ? ItemStatus.CLAIMED : ItemStatus.WAITING;
      case "DECIDED" -> ItemStatus.DECIDED;
      case "WITHDRAWN" -> ItemStatus.WITHDRAWN;
      // The table's check lets no other in.
      default -> throw new IllegalStateException("unknown status " + status);
    };
  }

  ClaimState claim(UUID reader, Instant now) {
    return held(now)
        ? new ClaimState(reader.equals(holder), holderName, fence, leaseUntil)
        : new ClaimState(false, null, fence, null);
  }

  private boolean held(Instant now) {
    return leaseUntil != null && now.isBefore(leaseUntil);
  }
}
