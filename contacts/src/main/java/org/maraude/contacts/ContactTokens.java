package org.maraude.contacts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the token that stands for a contact wherever the contact itself must not: HMAC-SHA-256 (RFC
 * 2104) of its canonical text, as URL-safe base64 without padding, 43 characters. A plain hash
 * would not do: every phone number can be tried in minutes. Thread safe.
 */
public final class ContactTokens {

  /** Length of the key, that of the hash (RFC 2104, section 3). */
  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private ContactTokens(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * @param key 32 random bytes; copied
   * @throws IllegalArgumentException when it has another length
   */
  public static ContactTokens withKey(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a token key has " + KEY_BYTES + " bytes");
    }
    return new ContactTokens(new SecretKeySpec(key, ALGORITHM));
  }

  /** The token of a contact: the same for the same contact and key, always. */
  public String token(CanonicalContact contact) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(contact.text().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }
}
