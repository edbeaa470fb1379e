package org.maraude.dashboard.accounts.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * A code for the day the telephone is lost. It carries 80 random bits, so that one SHA-256 is
 * enough to keep it.
 */
final class RecoveryCode {

  static final int SHORTEST_AS_GIVEN = 16;

  private static final int BYTES = 10;

  private RecoveryCode() {}

  /** Four groups of four letters and digits. */
  static String draw(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var text = new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT);
    return String.join("-", text.split("(?<=\\G.{4})"));
  }

  /** Spaces, hyphens and capitals as people type them make no difference. */
  static byte[] hash(String code) {
    var plain = code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
