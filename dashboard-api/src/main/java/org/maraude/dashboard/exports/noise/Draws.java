package org.maraude.dashboard.exports.noise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A stream of draws that one key and one label always give, and that nobody foresees without the
 * key: HMAC-SHA-256 over the label and a counter (a PRF in counter mode, NIST SP 800-108). Not
 * thread safe.
 */
public final class Draws {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;
  private final byte[] label;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long blocks;

  private Draws(Mac mac, byte[] label) {
    this.mac = mac;
    this.label = label;
  }

  /**
   * The stream of a label.
   *
   * @param key at least 32 bytes
   * @param label its parts; other parts are another stream
   */
  public static Draws of(byte[] key, List<String> label) {
    return of(mac(key), label);
  }

  /** As {@link #of(byte[], List)}, with the key already in place; the streams share it. */
  static Draws of(Mac mac, List<String> label) {
    return new Draws(mac, written(label));
  }

  static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }

  /** Each part with its length before it, so that no two labels are the same bytes. */
  private static byte[] written(List<String> label) {
    var parts = label.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    var out = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length + 4).sum());
    parts.forEach(part -> out.putInt(part.length).put(part));
    return out.array();
  }

  /** 63 bits, each as likely as the other. */
  long bits() {
    if (block.remaining() < Long.BYTES) {
      mac.update(label);
      block = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(blocks++).array()));
    }
    return block.getLong() & Long.MAX_VALUE;
  }

  /**
   * A whole number from 0 to {@code bound} less one, each as likely as the other: what would favour
   * some is drawn again.
   */
  public long below(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("there is no number below " + bound);
    }
    long rest = (Long.MAX_VALUE % bound + 1) % bound;
    long drawn;
    do {
      drawn = bits();
    } while (drawn > Long.MAX_VALUE - rest);
    return drawn % bound;
  }
}
