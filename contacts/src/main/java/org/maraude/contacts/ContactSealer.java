package org.maraude.contacts;

import com.google.crypto.tink.HybridEncrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Encrypts contacts to the day's public key. It holds no private key: what it sealed it cannot
 * open. Sealing one contact twice gives two different values; compare tokens instead. Thread safe.
 */
public final class ContactSealer {

  /** The key of the present day, with its id. */
  record DayKey(String id, HybridEncrypt key) {}

  private final Supplier<DayKey> today;

  ContactSealer(Supplier<DayKey> today) {
    this.today = today;
  }

  /**
   * Seals a contact.
   *
   * @return {@code keyId:base64}; the key id is the key's day in UTC, such as {@code 2026-11-23}
   * @throws SealException when there is no key to seal with
   */
  public String seal(CanonicalContact contact) {
    DayKey day = today.get();
    try {
      byte[] sealed =
          day.key()
              .encrypt(
                  contact.text().getBytes(StandardCharsets.UTF_8), SealingKeys.context(day.id()));
      return day.id() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot seal with key " + day.id(), e);
    }
  }
}
