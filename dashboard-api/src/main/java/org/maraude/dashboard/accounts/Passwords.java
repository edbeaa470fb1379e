package org.maraude.dashboard.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: Argon2id with the parameters of the OWASP Password Storage Cheat Sheet
 * (19 MiB, two passes, one lane). The name of the method stands before the hash, so that a better
 * one can follow; a hash of an older method is renewed at the next log-in.
 */
public final class Passwords {

  /** Shorter ones are refused (ANSSI's and NIST SP 800-63B-4's advice for passwords alone). */
  static final int SHORTEST = 15;

  private static final int LONGEST = 256;
  private static final int FEWEST_CHARACTERS = 6;

  /**
   * As the power of ten of the guesses that it takes; a random one of 15 letters has 15 or more.
   */
  private static final double FEWEST_GUESSES = 10;

  /** Looking for words takes longer than the length's square. */
  private static final int LOOKED_AT = 64;

  private static final Zxcvbn GUESSES = new Zxcvbn();

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private Passwords() {}

  public static PasswordEncoder encoder() {
    return new FewAtOnce(
        new DelegatingPasswordEncoder(
            "argon2id",
            Map.of(
                "argon2id",
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES))));
  }

  /**
   * Whether a guesser with lists of common passwords, names and words gets it soon (Wheeler,
   * "zxcvbn", USENIX Security 2016). The lists are in the library: nothing is asked of the network.
   */
  private static boolean guessedSoon(String password) {
    var start = password.substring(0, Math.min(password.length(), LOOKED_AT));
    return GUESSES.measure(start, List.of("maraude")).getGuessesLog10() < FEWEST_GUESSES;
  }

  /**
   * Refuses what is guessed first.
   *
   * @throws AccountException with what to do
   */
  static void check(String userName, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new AccountException(
          AccountException.Problem.PASSWORD_LENGTH,
          "the password needs %d to %d characters; four words together do well"
              .formatted(SHORTEST, LONGEST));
    }
    if (password.toLowerCase(Locale.ROOT).contains(userName.toLowerCase(Locale.ROOT))) {
      throw new AccountException(
          AccountException.Problem.PASSWORD_HAS_NAME,
          "the password must not contain the user's name; choose another");
    }
    if (password.chars().distinct().count() < FEWEST_CHARACTERS || guessedSoon(password)) {
      throw new AccountException(
          AccountException.Problem.PASSWORD_GUESSED,
          "the password is made of common ones, of a keyboard row or repeats itself; choose"
              + " another, four words that do not belong together do well");
    }
  }
}
