package org.maraude.dashboard.queue;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which decided items a second person reads: one in twenty, by a keyed hash, so that nobody knows
 * beforehand which ones and anybody with the key can draw them again. Thread safe.
 */
public final class Draw {

  private static final String HMAC = "HmacSHA256";
  private static final double SHARE = 0.05;

  private final SecretKeySpec key;

  private Draw(byte[] key) {
    this.key = new SecretKeySpec(key, HMAC);
  }

  /**
   * Draws by a key.
   *
   * @param key of 32 bytes
   */
  public static Draw by(byte[] key) {
    return new Draw(key);
  }

  boolean takes(UUID item, int round) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      var message =
          ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
              .putLong(item.getMostSignificantBits())
              .putLong(item.getLeastSignificantBits())
              .putInt(round)
              .array();
      // The first 53 bits as a fraction of one, as many as a double holds.
      long bits = ByteBuffer.wrap(mac.doFinal(message)).getLong() >>> 11;
      return bits * 0x1.0p-53 < SHARE;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
