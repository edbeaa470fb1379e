package org.maraude.dashboard.accounts.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes by time (RFC 6238) as every application makes them: HMAC-SHA-1, 30 seconds, six digits.
 * Thread safe.
 */
final class Totp {

  /** RFC 4226, section 4, R6 recommends 160 bits. */
  static final int SECRET_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);

  /** RFC 6238, section 5.2: one step for a clock that is off or a slow hand. */
  private static final int STEPS_AROUND = 1;

  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(STEP);

  private Totp() {}

  static byte[] newSecret(RandomGenerator random) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** The step whose code this is, within one step of now; the newest where two would do. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    var found = OptionalLong.empty();
    for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
      boolean same =
          MessageDigest.isEqual(
              codeAt(secret, step).getBytes(StandardCharsets.UTF_8),
              code.getBytes(StandardCharsets.UTF_8));
      if (same) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String codeAt(byte[] secret, Instant now) {
    return codeAt(secret, now.getEpochSecond() / STEP.toSeconds());
  }

  private static String codeAt(byte[] secret, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every secret is a key for HMAC", e);
    }
  }

  /** As people copy it by hand, without padding. */
  static String base32(byte[] secret) {
    return new Base32().encodeToString(secret).replace("=", "");
  }

  /** The address that an application reads from the square code. */
  static String address(byte[] secret, String userName) {
    return "otpauth://totp/Maraude:%s?secret=%s&issuer=Maraude"
        .formatted(URLEncoder.encode(userName, StandardCharsets.UTF_8), base32(secret));
  }
}
