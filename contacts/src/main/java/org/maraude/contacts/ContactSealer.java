package org.maraude.contacts;

import com.google.crypto.tink.HybridEncrypt;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts contacts to the day's public key. It holds no private key: what was sealed before it was
 * made it cannot open. Sealing one contact twice gives two different values; compare tokens
 * instead. Thread safe.
 */
public final class ContactSealer {

  /** The key of the present day, with its id. */
  record DayKey(String id, HybridEncrypt key) {}

  private final Supplier<DayKey> today;
  private volatile @Nullable DataKey current;

  ContactSealer(Supplier<DayKey> today) {
    this.today = today;
  }

  /**
   * Seals a contact.
   *
   * @return {@code keyId:base64.base64}; the key id is the key's day in UTC, such as {@code
   *     2026-11-23}
   * @throws SealException when there is no key to seal with
   */
  public String seal(CanonicalContact contact) {
    DayKey day = today.get();
    try {
      var known = current;
      if (known == null || !known.takes(day)) {
        known = DataKey.under(day);
        current = known;
      }
      return known.seal(contact);
    } catch (GeneralSecurityException e) {
      throw new SealException("cannot seal with key " + day.id(), e);
    }
  }
}
