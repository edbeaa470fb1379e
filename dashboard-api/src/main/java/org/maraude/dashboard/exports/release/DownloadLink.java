package org.maraude.dashboard.exports.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A link to a package that holds for an hour, for those who may read it anyway. Nothing of it is
 * stored: it carries its end under a seal. Thread safe.
 */
public final class DownloadLink {

  /** How long one holds. */
  public static final Duration HOLDS = Duration.ofHours(1);

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public DownloadLink(byte[] secret) {
    this.key =
        new SecretKeySpec(
            mac(secret, "download link".getBytes(StandardCharsets.US_ASCII)), ALGORITHM);
  }

  /** The query of a link: {@code until=...&seal=...}. */
  public String query(UUID release, Instant now) {
    long until = now.plus(HOLDS).getEpochSecond();
    return "until=" + until + "&seal=" + seal(release, until);
  }

  /**
   * Looks at a link.
   *
   * @throws ExportException when it is over, or was not made here
   */
  void check(UUID release, long until, String seal, Instant now) {
    boolean ours =
        MessageDigest.isEqual(
            seal(release, until).getBytes(StandardCharsets.US_ASCII),
            seal.getBytes(StandardCharsets.UTF_8));
    if (!ours || now.getEpochSecond() > until) {
      throw ExportException.gone(
          "link-over", "the link held for an hour; read the export again for a new one");
    }
  }

  private String seal(UUID release, long until) {
    var content =
        ByteBuffer.allocate(24)
            .putLong(release.getMostSignificantBits())
            .putLong(release.getLeastSignificantBits())
            .putLong(until)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key.getEncoded(), content));
  }

  private static byte[] mac(byte[] key, byte[] content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }
}
