package org.maraude.dashboard.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Secrets that the program draws itself. They carry 256 random bits, so one SHA-256 is enough to
 * keep them: there is nothing to guess, unlike in a password that a person chose.
 */
final class Secrets {

  private static final int BYTES = 32;
  private static final int PASSWORD_BYTES = 15;

  private Secrets() {}

  /** The prefix lets a leaked token be found by a search. */
  static String token(RandomGenerator random) {
    return "maraude_" + draw(random, BYTES);
  }

  static String password(RandomGenerator random) {
    return draw(random, PASSWORD_BYTES);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String draw(RandomGenerator random, int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
